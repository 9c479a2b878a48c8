import { readFileSync } from 'node:fs';
import { checkSetup, ruleset } from '@anchorhold/engine';
import type { Setup } from '@anchorhold/engine';
import { formatRemark, readScenario } from '@anchorhold/scenario';
import { CHECKOUT } from './checkout.ts';

/** The text of one of the project's scenarios, by name. */
export function scenarioText(name: string): string {
  return readFileSync(new URL(`scenarios/${name}.yaml`, CHECKOUT), 'utf8');
}

/** What a text describes. Throws with all remarks where it holds an error. */
export function setupOf(text: string, name: string): Setup {
  const { setup, remarks, locate } = readScenario(text, { file: name, parts: ruleset.sections });
  const all = setup === null ? remarks : [...remarks, ...locate(checkSetup(ruleset, setup))];
  if (setup === null || all.some((remark) => remark.severity === 'error')) {
    throw new Error(all.map(formatRemark).join('\n'));
  }
  return setup;
}
