export { compareBytes } from './byte-order.ts';
export { LARGEST, type Parsed, type Refused } from './decimal.ts';
export { parseAmount } from './amounts.ts';
export { parseBegin } from './begin.ts';
export { scenarioJsonSchema } from './json-schema.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { nearest } from './nearest.ts';
export { plain } from './plain.ts';
export {
  readData,
  readScenario,
  type DataOptions,
  type DataResult,
  type ReadOptions,
  type ReadResult,
} from './read.ts';
export { formatRemark, type Located } from './remarks.ts';
export { namesOf, setupFromJson, setupToJson, type SetupJson, type SetupValue } from './setup.ts';
export { readStatement, type Statement } from './statement.ts';
export {
  DAY,
  formatClock,
  formatDuration,
  HOUR,
  MINUTE,
  parseDuration,
  parseMoment,
  parseWindow,
  WEEK,
  YEAR,
} from './time.ts';
