import { statSync } from 'node:fs';
import { join } from 'node:path';
import { RunError } from './error.ts';
import { FORM, SUMMARY, isMissing } from './files.ts';
import type { Checkpoint } from './lived.ts';
import type { Verdicts } from '@anchorhold/story';
import type { RunRecipe } from './recipe.ts';
import { readSealed } from './sealed.ts';

/** A run at a glance. */
export interface RunSummary {
  readonly scenario: string;
  readonly seed: number;
  /** How far it was lived, in seconds since the beginning. */
  readonly until: number;
  readonly events: number;
  /** Hash of the world at its end. */
  readonly hash: string;
  readonly outcome: Verdicts;
  readonly dir: string;
}

/** A file of a run folder, as the summary lists it. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What `summary.json` holds. */
export interface StoredSummary extends Omit<RunSummary, 'dir'> {
  readonly form: number;
  readonly engine: string;
  readonly rules: string;
  /** Every other file of the folder but the marker. */
  readonly files: readonly ListedFile[];
}

/** The summary of a run that has come to this checkpoint. */
export function summaryFor(recipe: RunRecipe, at: Checkpoint, outcome: Verdicts): Omit<StoredSummary, 'files'> {
  return {
    form: FORM,
    engine: recipe.engine,
    rules: recipe.rules,
    scenario: recipe.scenario,
    seed: recipe.seed,
    until: at.time,
    events: at.events,
    hash: at.hash,
    outcome,
  };
}

/** Null where the run is unfinished. Throws RunError where a file that the summary lists is missing or has another size. */
export function readSummary(dir: string): StoredSummary | null {
  const stored = readSealed<StoredSummary>(dir, SUMMARY);
  if (stored === null) return null;
  for (const { name, bytes } of stored.files) {
    const size = sizeOf(join(dir, name));
    if (size === null) throw new RunError('damaged', `${dir}: ${name} is missing.`);
    if (size === bytes) continue;
    throw new RunError('damaged', `${dir}: ${name} is damaged: it has ${size} bytes instead of ${bytes}.`);
  }
  return stored;
}

/** The summary of a finished run as callers get it; null where it is unfinished. */
export function finishedSummary(dir: string, recipe: RunRecipe): RunSummary | null {
  const stored = readSummary(dir);
  if (stored === null) return null;
  if (stored.rules !== recipe.rules || stored.seed !== recipe.seed) {
    throw new RunError('damaged', `${dir}: the summary belongs to another run than the recipe.`);
  }
  return shown(stored, dir);
}

export function shown(stored: Omit<StoredSummary, 'files'>, dir: string): RunSummary {
  const { scenario, seed, until, events, hash, outcome } = stored;
  return { scenario, seed, until, events, hash, outcome, dir };
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
