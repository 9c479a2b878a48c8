import { gunzipSync } from 'node:zlib';
import { gzipSync } from 'fflate';
import { SaveError, load, save } from '@anchorhold/engine';
import type { Recipe, World } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { RunError, sayingOf } from './error.ts';
import { LIVED, checkpointName, readOwn, sha256, writeOwn } from './files.ts';
import { birth } from './recipe.ts';
import type { Plan } from './recipe.ts';
import { readSealed, sealJson } from './sealed.ts';

/** No saved world comes near this; a file that claims more is hostile. */
const LARGEST_SAVE = 2 ** 30;

/** A saved moment. `time` is in seconds since the beginning. */
export interface Checkpoint {
  readonly file: string;
  readonly time: number;
  /** Work done and events recorded until then. */
  readonly work: number;
  readonly events: number;
  readonly hash: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Whether it is the end of the run. */
  readonly end: boolean;
}

/** The hash of the world at an hour; `time` is in seconds since the beginning. */
export interface HourHash {
  readonly time: number;
  readonly clock: string;
  readonly hash: string;
}

/** What has been lived so far, as `lived.json` holds it. */
export interface Lived {
  readonly checkpoints: readonly Checkpoint[];
  readonly hours: readonly HourHash[];
}

export function readLived(dir: string): Lived {
  const lived = readSealed<Lived>(dir, LIVED);
  if (lived === null) throw new RunError('damaged', `${dir}: ${LIVED} is missing.`);
  if (!Array.isArray(lived.checkpoints) || lived.checkpoints.length === 0 || !Array.isArray(lived.hours)) {
    throw new RunError('damaged', `${dir}: ${LIVED} names no checkpoint.`);
  }
  return lived;
}

export function hourHash(world: World, begin: number): HourHash {
  return { time: world.time - begin, clock: formatClock(world.time), hash: world.hash() };
}

/** A checkpoint of the world as it is now, and its bytes: the same on every platform, without a date. */
export function checkpointOf(world: World, n: number, begin: number, end: boolean): [Checkpoint, Uint8Array] {
  // zlib differs between platforms and versions of Node; this compressor is the same everywhere.
  const bytes = gzipSync(save(world), { level: 6, mtime: 0 });
  const checkpoint: Checkpoint = {
    file: checkpointName(n),
    time: world.time - begin,
    work: world.work,
    events: world.chronicle.length,
    hash: world.hash(),
    bytes: bytes.length,
    sha256: sha256(bytes),
    end,
  };
  return [checkpoint, bytes];
}

/** Save the world as it is now. The file comes first: a list never names one that is not there. */
export function addCheckpoint(dir: string, lived: Lived, world: World, begin: number, end: boolean): Lived {
  const [checkpoint, bytes] = checkpointOf(world, lived.checkpoints.length, begin, end);
  const now: Lived = { checkpoints: [...lived.checkpoints, checkpoint], hours: lived.hours };
  writeOwn(dir, checkpoint.file, bytes);
  writeOwn(dir, LIVED, sealJson(now));
  return now;
}

/** The bytes of a checkpoint's file. Throws RunError `damaged` where they are not what was written. */
export function packedBytes(dir: string, { file, sha256: written }: Checkpoint): Uint8Array {
  const bytes = readOwn(dir, file);
  if (bytes === null) throw new RunError('damaged', `${dir}: ${file} is missing.`);
  if (sha256(bytes) === written) return bytes;
  throw new RunError('damaged', `${dir}: ${file} is damaged: it was cut off, or changed after it was written.`);
}

/** The saved world of a checkpoint, unpacked. Throws RunError `damaged` where the file is not what was written. */
export function savedBytes(dir: string, checkpoint: Checkpoint): Uint8Array {
  const bytes = packedBytes(dir, checkpoint);
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: LARGEST_SAVE }));
  } catch (error) {
    throw new RunError('damaged', `${dir}: ${checkpoint.file} is damaged: it cannot be unpacked.`, { cause: error });
  }
}

/** The world at a checkpoint. Throws RunError `damaged` where the file is not what was written. */
export function wake(dir: string, plan: Plan, checkpoint: Checkpoint): World {
  const { file } = checkpoint;
  // Names that systems give while they build are in no save: the newborn world knows them.
  const world = loadSaved(dir, birth(plan).recipe, checkpoint);
  if (world.hash() !== checkpoint.hash) {
    throw new RunError('damaged', `${dir}: ${file} does not hold the world that ${LIVED} says it does.`);
  }
  return world;
}

/** The world that a checkpoint's file holds, to be lived on by a newborn world's recipe. Throws RunError `damaged`. */
export function loadSaved(dir: string, recipe: Recipe, checkpoint: Checkpoint): World {
  const saved = savedBytes(dir, checkpoint);
  try {
    return load(recipe, saved);
  } catch (error) {
    if (!(error instanceof SaveError || error instanceof RangeError)) throw error;
    throw new RunError('damaged', `${dir}: ${checkpoint.file} is damaged: ${sayingOf(error)}.`, { cause: error });
  }
}
