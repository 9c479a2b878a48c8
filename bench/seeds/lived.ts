import { createHash } from 'node:crypto';
import type { World } from '@anchorhold/engine';
import type { Verdicts } from '@anchorhold/story';

/** What came of one seed of a scenario. */
export interface Lived {
  readonly seed: number;
  /** Digest of every event with its time, roles, data, causes and witnesses. */
  readonly chronicle: string;
  /** Hash of the state at the end. */
  readonly hash: string;
  readonly events: number;
  readonly outcome: Verdicts;
}

/** A seed that could not be lived to its end. */
export interface Crash {
  readonly seed: number;
  readonly crash: string;
}

/** Everything that the chronicle holds, in one digest. Rows follow from the keys of a scenario, not from what it shows. */
export function chronicleDigest(world: World): string {
  const digest = createHash('sha256');
  for (const {
    count,
    used,
    time,
    kind,
    causes,
    start,
    pool,
    noticed,
    noticedFrom,
    witnesses,
  } of world.chronicle.parts()) {
    for (const column of [time, kind, causes, start]) digest.update(column.subarray(0, count));
    digest.update(pool.subarray(0, used));
    for (const list of [noticed, noticedFrom, witnesses]) digest.update(Uint32Array.from(list));
  }
  return digest.digest('hex');
}
