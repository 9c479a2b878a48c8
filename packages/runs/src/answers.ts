import { appendFileSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import type { Answers, ForkAnswer } from '@anchorhold/story';
import { makeAll, sha256 } from './files.ts';
import type { RunRecipe } from './recipe.ts';
import { VERSION } from './version.ts';

/** The form of kept answers. Raise it when forks are lived or answered otherwise under the same rules. */
const FORM = 1;
/** Runs whose answers are kept: those asked about last. */
const MOST_RUNS = 64;

const digest = (text: string): string => sha256(new TextEncoder().encode(text));

/** The folder for what can be lost without harm, as each system has it; null where nothing is to be kept. */
function folder(): string | null {
  const named = process.env['ANCHORHOLD_CACHE'];
  return named === undefined ? envPaths('anchorhold', { suffix: '' }).cache : named === '' ? null : named;
}

/**
 * Answers about forks of a run, kept outside its folder for the next time somebody asks: a file of lines for each recipe, in
 * the folder that ANCHORHOLD_CACHE names, else where the system keeps such things; nothing is kept where it is set to
 * nothing. What cannot be read or written there is as good as not there.
 */
export function keptAnswers(recipe: RunRecipe): Answers {
  const dir = folder();
  if (dir === null) return new Map();
  const { rules, setup, seed, begin, lasts, log } = recipe;
  const name = digest(JSON.stringify([FORM, VERSION, rules, setup, seed, begin, lasts, log]));
  const file = join(dir, `${name}.jsonl`);
  const known = read(file);
  return {
    get: (fork) => known.get(digest(fork)),
    set: (fork, answer) => {
      if (known.size === 0) makeRoom(dir);
      known.set(digest(fork), answer);
      quietly(() => appendFileSync(file, `${JSON.stringify([digest(fork), answer])}\n`));
    },
  };
}

function read(file: string): Map<string, ForkAnswer> {
  const known = new Map<string, ForkAnswer>();
  const text = quietly(() => readFileSync(file, 'utf8')) ?? '';
  for (const line of text.split('\n')) {
    // A line may be cut off where a process was killed.
    const entry = quietly(() => JSON.parse(line) as [string, ForkAnswer]);
    if (entry !== null && Array.isArray(entry[1]?.happenings)) known.set(entry[0], entry[1]);
  }
  return known;
}

/** The folder is there, and holds no more than it may: the answers that were not added to for the longest go. */
function makeRoom(dir: string): void {
  quietly(() => {
    makeAll(dir);
    const files = readdirSync(dir)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => ({ name, at: statSync(join(dir, name)).mtimeMs }))
      .sort((a, b) => b.at - a.at);
    for (const { name } of files.slice(MOST_RUNS - 1)) rmSync(join(dir, name), { force: true });
  });
}

function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
