import { advance, readEvent } from '@anchorhold/engine';
import type { Ruleset, World } from '@anchorhold/engine';
import { firstCell } from './cells.ts';
import type { CellValue } from './cells.ts';
import { openRun } from './open.ts';
import type { Run } from './open.ts';

/** The first thing in which two runs differ; `before` is how it is in the first run, `after` in the second. */
export interface Difference {
  /** Seconds since the beginning. */
  readonly time: number;
  /** The system whose state or event it is; `run` where the runs begin or end at different moments. */
  readonly system: string;
  /** A table of the system, `chronicle`, or `run`. */
  readonly table: string;
  /** Stable name of the row; in the chronicle, the event's number. */
  readonly row: string;
  /** Null for a row, or an event, that only one of the runs has. */
  readonly column: string | null;
  readonly before: CellValue;
  readonly after: CellValue;
}

/**
 * Where two runs part: the first moment, and in it the first table, row and column by the order of systems; events count
 * where the state is the same. Both runs need the rules at hand, unless they are the same in every respect. Throws
 * RunError.
 */
export async function diffRuns(
  dirA: string,
  dirB: string,
  options: { readonly ruleset?: Ruleset } = {},
): Promise<Difference | { same: true }> {
  const [a, b] = await Promise.all([openRun(dirA, options), openRun(dirB, options)]);
  if (sameFiles(a, b)) return { same: true };
  const { begin } = a.recipe;
  if (begin !== b.recipe.begin) return ofRuns('begin', 0, begin, b.recipe.begin);
  const last = Math.min(a.summary.until, b.summary.until);
  const found = follow(a, b, begin + last);
  if (found !== null) return found;
  if (a.summary.until !== b.summary.until) return ofRuns('until', last, a.summary.until, b.summary.until);
  return { same: true };
}

function ofRuns(row: string, time: number, before: number, after: number): Difference {
  return { time, system: 'run', table: 'run', row, column: 'time', before, after };
}

/** Whether two finished runs hold the same to the byte, for which no rules are needed. */
function sameFiles(a: Run, b: Run): boolean {
  const list = (run: Run): string => JSON.stringify([run.summary.hash, run.recipe.rules, run.files]);
  return a.finished && b.finished && list(a) === list(b);
}

/** Live both on from the last hour at which they agreed, moment by moment, until they part. */
function follow(a: Run, b: Run, until: number): Difference | null {
  const { begin } = a.recipe;
  const start = Math.min(agreedUntil(a, b), until);
  const [left, right] = [a.worldAt(start), b.worldAt(start)];
  let compared = 0;
  for (let time = start; time <= until; time++) {
    let stirred = time === start;
    const onStep = (): boolean => (stirred = true);
    advance(left, time, onStep);
    advance(right, time, onStep);
    if (!stirred) continue;
    const found = partedState(left, right) ?? partedEvent(left, right, compared) ?? partedOrder(left, right);
    if (found !== null) return { time: time - begin, ...found };
    compared = left.chronicle.length;
  }
  if (left.logCursor === right.logCursor) return null;
  const [before, after] = [left.logCursor, right.logCursor];
  return { time: until - begin, system: 'kernel', table: 'world', row: 'log', column: 'carried out', before, after };
}

/** The last hour until which both runs had the same hashes and the same events; the beginning where there is none. */
function agreedUntil(a: Run, b: Run): number {
  const [left, right] = [a.end(), b.end()];
  const shared = Math.min(left.chronicle.length, right.chronicle.length);
  let parted = Infinity;
  for (let id = 1; id <= shared && parted === Infinity; id++) {
    const [before, after] = [eventParts(left, id), eventParts(right, id)];
    if (JSON.stringify(before) !== JSON.stringify(after)) parted = Math.min(before.time, after.time);
  }
  let agreed = a.recipe.begin;
  for (const [i, { time, hash }] of a.hourHashes.entries()) {
    const other = b.hourHashes[i];
    if (other?.time !== time || other.hash !== hash || time >= parted) break;
    agreed = time;
  }
  return agreed;
}

type Parted = Omit<Difference, 'time'>;

function partedState(a: World, b: World): Parted | null {
  const hashes = b.hashBySystem();
  for (const [system, hash] of a.hashBySystem()) {
    if (hashes.get(system) === hash) continue;
    const cell = firstCell(a, b, system);
    if (cell !== null) return { system, ...cell };
  }
  return null;
}

/** A system whose rows hold the same, but lie in another order: what is made next would differ. */
function partedOrder(a: World, b: World): Parted | null {
  const hashes = b.hashBySystem();
  for (const [system, before] of a.hashBySystem()) {
    const after = hashes.get(system) ?? null;
    if (after !== before) return { system, table: 'world', row: 'order of rows', column: 'hash', before, after };
  }
  return null;
}

/** What an event holds, by names, in the order in which parts are compared. */
function eventParts(world: World, id: number) {
  const { kind, time, key, roles, entry, data, because, witnesses } = readEvent(world, id);
  const names = Object.entries(roles).map(([role, row]) => [role, world.keyOf(entry.kind.roles[role]!.table, row)]);
  return { time, kind, roles: names, key, data, because, witnesses };
}

/** The first event after `compared` that the two do not share. */
function partedEvent(a: World, b: World, compared: number): Parted | null {
  const [countA, countB] = [a.chronicle.length, b.chronicle.length];
  for (let id = compared + 1; id <= Math.min(countA, countB); id++) {
    const [before, after] = [eventParts(a, id), eventParts(b, id)];
    for (const part of ['time', 'kind', 'roles', 'key', 'data', 'because', 'witnesses'] as const) {
      const [one, other] = [JSON.stringify(before[part]), JSON.stringify(after[part])];
      if (one === other) continue;
      return {
        system: systemOf(before.kind),
        table: 'chronicle',
        row: `${id}`,
        column: part,
        before: one,
        after: other,
      };
    }
  }
  if (countA === countB) return null;
  const id = Math.min(countA, countB) + 1;
  const { kind } = readEvent(countA > countB ? a : b, id);
  const [before, after] = [countA > countB ? kind : null, countB > countA ? kind : null];
  return { system: systemOf(kind), table: 'chronicle', row: `${id}`, column: null, before, after };
}

/** Event kinds carry the name of their system. */
const systemOf = (kind: string): string => kind.slice(0, kind.indexOf('/'));
