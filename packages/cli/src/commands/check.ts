import { beginOf, checkSetup, lasts, ruleset } from '@anchorhold/engine';
import type { Setup } from '@anchorhold/engine';
import { formatRemark, readScenario, scenarioJsonSchema } from '@anchorhold/scenario';
import type { Located } from '@anchorhold/scenario';
import { scenarioFile } from '../args.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { BAD, BadFile, CommandError } from '../exit.ts';
import { readText } from '../files.ts';
import { checkOrders, readOrders } from '../orders/read.ts';
import { looksLikeOrders } from '../orders/shape.ts';
import { trunkOfScenario } from '../orders/trunk.ts';

interface Options {
  readonly scenario?: string;
  readonly schema?: boolean;
  readonly json?: boolean;
}

export const addCheck: AddCommand = (program, io, told) => {
  program
    .command('check')
    .summary('what is wrong with a file')
    .description(
      'Read scenarios and files of orders, and name everything that is wrong with them, each with line and column: errors, ' +
        'and warnings about what cannot come to anything. Exit code 2 where there is any error.',
    )
    .argument('[file...]', 'scenarios, or files of orders (lists of entries)')
    .option('--scenario <scenario>', 'the scenario that orders are for: names and moments in them are looked up in it')
    .option('--schema', 'print the JSON Schema of scenario files, for editors')
    .option('--json', 'print [{file, line, column, severity, code, message, hint}]')
    .addHelpText(
      'after',
      examples(
        'check scenarios/farm-at-night.yaml',
        'check orders.yaml --scenario farm-at-night',
        'check --schema > scenario.schema.json',
      ),
    )
    .action((files: readonly string[], options: Options) => {
      if (options.schema === true) {
        if (files.length > 0)
          throw new CommandError('--schema prints the form of all scenarios: name no file beside it.');
        io.out(`${JSON.stringify(scenarioJsonSchema(ruleset.sections), null, 2)}\n`);
        return;
      }
      if (files.length === 0)
        throw new CommandError('Which file? Name one, such as: npx anchorhold check scenarios/farm-at-night.yaml');
      const setup = options.scenario === undefined ? null : setupOf(options.scenario);
      const found = files.map((file) => checkFile(file, setup));
      const remarks = found.flatMap((each) => each.remarks);
      if (options.json === true) printJson(io, remarks);
      else for (const remark of remarks) io.out(`${formatRemark(remark)}\n`);
      if (remarks.some(({ severity }) => severity === 'error')) told.code = BAD;
      if (options.json === true) return;
      const alone = setup === null && found.some(({ orders }) => orders);
      const unsure = alone ? ' Names in orders were not looked up: add --scenario SCENARIO for that.' : '';
      io.err(`${verdict(files.length, remarks)}${unsure}\n`);
    });
};

/** The scenario that orders are checked against, which has to be without errors itself. */
function setupOf(named: string): Setup {
  const file = scenarioFile(named);
  const { setup, remarks } = readScenario(readText(file), { file, parts: ruleset.sections });
  if (setup === null) throw new BadFile(remarks);
  return setup;
}

interface Checked {
  readonly remarks: readonly Located[];
  readonly orders: boolean;
}

function checkFile(named: string, setup: Setup | null): Checked {
  let orders = false;
  try {
    const file = scenarioFile(named);
    const text = readText(file);
    orders = looksLikeOrders(text);
    if (!orders) return { orders, remarks: checkScenario(text, file) };
    if (setup === null) return { orders, remarks: checkOrders(text, file) };
    const begin = beginOf(setup);
    readOrders(text, { file, trunk: trunkOfScenario(setup, 1, begin, begin + setup.whole(lasts)!) });
    return { orders, remarks: [] };
  } catch (error) {
    if (error instanceof BadFile) return { orders, remarks: error.remarks };
    if (!(error instanceof CommandError)) throw error;
    const { message } = error;
    return {
      orders,
      remarks: [{ file: named, line: 1, column: 1, severity: 'error', code: 'cannot-read', message, hint: null }],
    };
  }
}

function checkScenario(text: string, file: string): readonly Located[] {
  const { setup, remarks, locate } = readScenario(text, { file, parts: ruleset.sections });
  return setup === null ? remarks : [...remarks, ...locate(checkSetup(ruleset, setup))];
}

function verdict(files: number, remarks: readonly Located[]): string {
  const count = (severity: Located['severity'], word: string): string[] => {
    const n = remarks.filter((remark) => remark.severity === severity).length;
    return n === 0 ? [] : [`${n} ${word}${n === 1 ? '' : 's'}`];
  };
  const found = [...count('error', 'error'), ...count('warning', 'warning')].join(' and ');
  if (found !== '') return `${found}.`;
  return files === 1 ? 'Nothing is wrong with it.' : `Nothing is wrong with these ${files} files.`;
}
