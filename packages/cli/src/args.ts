import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { formatClock, nearest, parseDuration, parseMoment, plain } from '@anchorhold/scenario';
import { CommandError } from './exit.ts';

const quote = (text: string): string => `"${plain(text, 80)}"`;

/** A seed as typed: an integer from 0 to 2^53 - 1. */
export function seedFrom(text: string): number {
  const seed = /^\d{1,16}$/.test(text.trim()) ? Number(text) : NaN;
  if (Number.isSafeInteger(seed)) return seed;
  throw new CommandError(
    `--seed ${quote(text)} is no seed. A seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, such as --seed 7.`,
  );
}

/** A duration as typed, in whole seconds, one at least. */
export function durationFrom(option: string, text: string): number {
  const parsed = parseDuration(text);
  if (!parsed.ok) throw new CommandError(`${option}: ${parsed.message} ${parsed.hint}`);
  if (parsed.value === 0) throw new CommandError(`${option} ${quote(text)} is no time at all. Write 90m, 6h or 5d.`);
  return parsed.value;
}

/** A moment as typed (`d2 04:30`, or a duration from the start), in seconds after d1 00:00. */
export function momentFrom(option: string, text: string, begin: number): number {
  const parsed = parseMoment(text, begin);
  if (!parsed.ok) throw new CommandError(`${option}: ${parsed.message} ${parsed.hint}`);
  return parsed.value;
}

/** A moment that has to lie within a run. Both ends belong to it. */
export function momentWithin(option: string, text: string, begin: number, until: number): number {
  const moment = momentFrom(option, text, begin);
  if (moment >= begin && moment <= until) return moment;
  throw new CommandError(
    `${option}: ${formatClock(moment)} lies outside this run, which goes from ${formatClock(begin)} to ${formatClock(until)}.`,
  );
}

/** A whole number of an option, `least` or more, and `most` or less. */
export function countFrom(option: string, text: string, least: number, most = Infinity): number {
  const count = /^\d{1,9}$/.test(text.trim()) ? Number(text) : NaN;
  if (count >= least && count <= most) return count;
  const upTo = most === Infinity ? 'on' : `to ${most}`;
  throw new CommandError(`${option} ${quote(text)}: expected a whole number from ${least} ${upTo}.`);
}

/** One of a few words. */
export function choiceFrom<const C extends string>(option: string, text: string, choices: readonly C[]): C {
  const found = choices.find((each) => each === text);
  if (found !== undefined) return found;
  const near = nearest(text, choices);
  const hint = near === null ? '' : ` Nearest: ${near}.`;
  throw new CommandError(`${option} ${quote(text)} is not known.${hint} Expected: ${choices.join(', ')}.`);
}

const ENDING = /\.ya?ml$/i;
const FOLDER = 'scenarios';

/** The file of a scenario that was named by its path, or by its bare name in `scenarios/`. */
export function scenarioFile(named: string): string {
  if (named === '') throw new CommandError('The name of a scenario is missing.');
  if (isThere(named)) {
    if (statSync(named).isDirectory()) {
      throw new CommandError(`${quote(named)} is a folder. A scenario is one YAML file.${offer(yamlIn(named))}`);
    }
    return named;
  }
  const bare = basename(named) === named && !ENDING.test(named);
  const inFolder = join(FOLDER, `${named}.yaml`);
  if (bare && isThere(inFolder)) return inFolder;
  const known = yamlIn(FOLDER).map((file) => (bare ? file.replace(ENDING, '') : join(FOLDER, file)));
  const near = nearest(named, known);
  const there = known.length === 0 ? '' : ` There ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}.`;
  const looked = bare ? `, and no ${inFolder}` : '';
  const advice = near === null ? there : ` Nearest: ${near}.`;
  throw new CommandError(`There is no scenario ${quote(named)}${looked}.${advice}`);
}

const offer = (files: readonly string[]): string =>
  files.length === 0 ? '' : ` There ${files.length === 1 ? 'is' : 'are'} ${files.slice(0, 8).join(', ')} in it.`;

function yamlIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => ENDING.test(file))
      .sort();
  } catch {
    // Nobody has to run this beside a folder of scenarios.
    return [];
  }
}

function isThere(path: string): boolean {
  // Node takes a NUL for a programming error and throws; it is only one more name that does not exist.
  return !path.includes('\0') && existsSync(path);
}
