import { readFileSync } from 'node:fs';
import { KERNEL_COMMANDS, beginOf, checkSetup, createWorld, lasts, peopleOf, seedOf } from '@anchorhold/engine';
import type { LogEntry, Ruleset, Setup, World } from '@anchorhold/engine';
import {
  formatClock,
  formatDuration,
  formatRemark,
  readScenario,
  setupFromJson,
  setupToJson,
} from '@anchorhold/scenario';
import type { Located } from '@anchorhold/scenario';
import { RunError, sayingOf } from './error.ts';
import { FORM, RECIPE } from './files.ts';
import { scenarioName } from './names.ts';
import { fromPlainJson, readSealed, toPlainJson } from './sealed.ts';
import { VERSION } from './version.ts';

/** Work for each person after which a checkpoint is made: a minute of a fight, so that any moment is near one. */
export const CHECKPOINT_EVERY = 64;
/** Times are kept in 32 bits. */
const LATEST = 2 ** 31 - 1;

/** Everything that a run follows from, as `recipe.json` holds it. */
export interface RunRecipe {
  readonly form: number;
  /** Version of the engine that lived it, and the hash of its rules. */
  readonly engine: string;
  readonly rules: string;
  /** The scenario's name, its text as it was, and what was read from it. */
  readonly scenario: string;
  readonly text: string;
  readonly setup: unknown;
  readonly seed: number;
  /** First moment, in seconds after d1 00:00, and how many seconds are lived. */
  readonly begin: number;
  readonly lasts: number;
  /** Orders and interventions, in order of time; moments are in seconds after d1 00:00. */
  readonly log: readonly LogEntry[];
  /** Least units of work between checkpoints. */
  readonly checkpointEvery: number;
  /** Of a fork: which run was lived otherwise. Recipes from before there were forks have none either. */
  readonly parent?: Parent;
}

/** The run that a fork parts from. */
export interface Parent {
  /** What its folder was called; it may have moved since. */
  readonly name: string;
  /** Hash of its world at its end. */
  readonly hash: string;
  /** Which entries of the fork's log it does not have, by their place in it from 0. */
  readonly added: readonly number[];
}

/** A recipe with what it takes to live it. */
export interface Plan {
  readonly recipe: RunRecipe;
  readonly ruleset: Ruleset;
  readonly setup: Setup;
}

export interface Wish {
  readonly scenarioFile: string;
  readonly seed: number;
  readonly forSeconds?: number;
  readonly log?: readonly LogEntry[];
  readonly checkpointEvery?: number;
  readonly onWarning?: (remark: Located) => void;
}

/** Read a scenario and put the recipe together. Throws RunError for what cannot be lived. */
export function planOf(wish: Wish, ruleset: Ruleset): Plan {
  const { scenarioFile: file, seed } = wish;
  const { text, setup } = readSetup(file, ruleset, wish.onWarning);
  const { checkpointEvery = CHECKPOINT_EVERY * Math.max(1, peopleOf(setup).length) } = wish;
  const begin = beginOf(setup);
  const span = wish.forSeconds ?? setup.whole(lasts)!;
  try {
    seedOf(seed);
  } catch (error) {
    throw new RunError('bad-request', `${sayingOf(error)}.`);
  }
  if (!Number.isSafeInteger(span) || span <= 0) {
    throw new RunError('bad-request', `A run lasts a whole number of seconds, one at least; not ${span}.`);
  }
  if (begin + span > LATEST) {
    throw new RunError('bad-request', `A run that lasts ${formatDuration(span)} goes beyond what time can be counted.`);
  }
  if (!Number.isSafeInteger(checkpointEvery) || checkpointEvery < 1) {
    throw new RunError('bad-request', `Work between checkpoints is a positive integer, not ${checkpointEvery}.`);
  }
  const log = [...(wish.log ?? [])].sort((a, b) => a.at - b.at);
  refuseUnknownCommands(log, ruleset);
  const recipe: RunRecipe = {
    form: FORM,
    engine: VERSION,
    rules: ruleset.hash,
    scenario: scenarioName(file),
    text,
    setup: setupToJson(setup, ruleset.sections),
    seed,
    begin,
    lasts: span,
    log: toPlainJson(log) as LogEntry[],
    checkpointEvery,
  };
  return { recipe, ruleset, setup };
}

function readSetup(file: string, ruleset: Ruleset, onWarning: Wish['onWarning']): { text: string; setup: Setup } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new RunError('cannot-read', `${file} cannot be read: ${sayingOf(error)}.`, { cause: error });
  }
  const { setup, remarks, locate } = readScenario(text, { file, parts: ruleset.sections });
  const all = setup === null ? remarks : [...remarks, ...locate(checkSetup(ruleset, setup))];
  const errors = all.filter((remark) => remark.severity === 'error');
  if (setup === null || errors.length > 0) {
    throw new RunError('bad-scenario', errors.map(formatRemark).join('\n'), { remarks: all });
  }
  for (const remark of all) onWarning?.(remark);
  return { text, setup };
}

export function refuseUnknownCommands(log: readonly LogEntry[], ruleset: Ruleset): void {
  const known = [...KERNEL_COMMANDS, ...ruleset.commands.map((command) => command.id)];
  const unknown = log.find((entry) => !known.includes(entry.command));
  if (unknown === undefined) return;
  throw new RunError(
    'bad-request',
    `The log holds "${unknown.command}", which is no command. Known: ${known.join(', ')}.`,
  );
}

/** The recipe of a run folder. Throws RunError where it is missing or damaged. */
export function readRecipe(dir: string): RunRecipe {
  const recipe = readSealed<RunRecipe>(dir, RECIPE);
  if (recipe === null) throw new RunError('damaged', `${dir}: ${RECIPE} is missing.`);
  if (recipe.form !== FORM) throw new RunError('damaged', `${dir}: ${RECIPE} has form ${recipe.form}, not ${FORM}.`);
  return recipe;
}

/** What it takes to live a recipe on. Throws RunError `other-rules` where its rules are not these. */
export function planFrom(recipe: RunRecipe, ruleset: Ruleset, dir: string): Plan {
  if (recipe.rules !== ruleset.hash) throw otherRules(recipe, ruleset, dir);
  try {
    return { recipe, ruleset, setup: setupFromJson(recipe.setup, ruleset.sections) };
  } catch (error) {
    throw new RunError('damaged', `${dir}: ${sayingOf(error)}`, { cause: error });
  }
}

export function otherRules(recipe: RunRecipe, ruleset: Ruleset, dir: string): RunError {
  const theirs = `rules ${recipe.rules} of anchorhold ${recipe.engine}`;
  const advice =
    recipe.engine === VERSION
      ? 'Live the scenario anew to go on from it.'
      : `Use anchorhold ${recipe.engine} to go on from it, or live the scenario anew.`;
  return new RunError(
    'other-rules',
    `${dir} was lived under ${theirs}; these are rules ${ruleset.hash} of anchorhold ${VERSION}. ` +
      `What happened can still be listed and told, but the world cannot be continued here. ${advice}`,
  );
}

/** The world at the moment at which the recipe begins; under another log, where one is given. */
export function birth({ recipe, ruleset, setup }: Plan, log?: readonly LogEntry[]): World {
  return createWorld(ruleset, setup, { seed: recipe.seed, log: log ?? (fromPlainJson(recipe.log) as LogEntry[]) });
}

/** In what two recipes differ, as words for a message; empty where the same history follows from both. */
export function differences(found: RunRecipe, wanted: RunRecipe): string[] {
  const differs: string[] = [];
  if (found.scenario !== wanted.scenario) differs.push(`scenario ${found.scenario}, not ${wanted.scenario}`);
  else if (JSON.stringify(found.setup) !== JSON.stringify(wanted.setup)) differs.push('another text of the scenario');
  if (found.seed !== wanted.seed) differs.push(`seed ${found.seed}, not ${wanted.seed}`);
  if (found.begin + found.lasts !== wanted.begin + wanted.lasts) {
    differs.push(`until ${formatClock(found.begin + found.lasts)}, not ${formatClock(wanted.begin + wanted.lasts)}`);
  }
  if (JSON.stringify(found.log) !== JSON.stringify(wanted.log)) differs.push('other orders');
  if (found.rules !== wanted.rules) differs.push(`rules ${found.rules}, not ${wanted.rules}`);
  return differs;
}
