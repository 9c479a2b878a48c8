import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { FlateErrorCode, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { Ruleset } from '@anchorhold/engine';
import { RunError, sayingOf } from './error.ts';
import {
  MARKER,
  SUMMARY,
  contentsOf,
  isMissing,
  isOwnName,
  makeFolder,
  readOwn,
  removeFolder,
  writeOwn,
} from './files.ts';
import { moveIntoPlace, standingAt } from './folder.ts';
import { openRun } from './open.ts';

export interface PackOptions {
  readonly ruleset?: Ruleset;
  /** Replace a file that is there. */
  readonly force?: boolean;
}

/** What an archive may hold at most. */
export interface UnpackLimits {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly files: number;
}

export const UNPACK_LIMITS: UnpackLimits = { packedBytes: 2 ** 30, unpackedBytes: 2 ** 31, files: 100_000 };

/** Deflate cannot shrink more than this: a file that claims more is lying about its size. */
const MOST_SHRINKING = 1_032;
/** No file carries the time at which it was packed; this is the first date that an archive can hold. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * Write a finished run as one file, an ordinary zip archive: the same bytes for the same run. The run is read through and
 * checked first. Throws RunError.
 */
export async function packRun(
  dir: string,
  file: string,
  options: PackOptions = {},
): Promise<{ dir: string; file: string }> {
  const run = await openRun(dir, options);
  if (!run.finished) {
    throw new RunError('unfinished', `${dir} is unfinished. Finish it first: anchorhold run --resume ${dir}`);
  }
  run.verify();
  const path = resolve(file);
  if (path.startsWith(resolve(dir) + sep)) {
    throw new RunError('bad-request', `${file} would lie inside the run folder itself. Choose another place for it.`);
  }
  if (existsSync(path) && options.force !== true) {
    throw new RunError('in-the-way', `${file} is there already. Choose another name, or replace it with --force.`);
  }
  const zip: Zippable = {};
  for (const name of contentsOf(dir)!.own) {
    const level = name.endsWith('.json') ? 6 : 0;
    zip[name] = [readOwn(dir, name)!, { level, mtime: NO_DATE, os: 0, attrs: 0 }];
  }
  writeOwn(dirname(path), basename(path), zipSync(zip));
  return { dir, file };
}

export interface UnpackOptions {
  readonly ruleset?: Ruleset;
  readonly limits?: Partial<UnpackLimits>;
}

/**
 * Make a run folder of a packed run. The archive is not trusted: only files that runs have are taken, each once, within
 * limits of size, and everything is checked before the folder appears at `dir`, where nothing may be yet.
 * Throws RunError.
 */
export async function unpackRun(
  file: string,
  dir: string,
  options: UnpackOptions = {},
): Promise<{ dir: string; file: string }> {
  const standing = standingAt(dir);
  if (standing === 'run' || standing === 'foreign') {
    throw new RunError('in-the-way', `${dir} is there already, and unpacking replaces nothing. Choose another folder.`);
  }
  const files = readArchive(file, { ...UNPACK_LIMITS, ...options.limits });
  const fresh = `${resolve(dir)}.new-${process.pid}`;
  removeFolder(fresh);
  makeFolder(fresh);
  try {
    for (const [name, bytes] of files) writeOwn(fresh, name, bytes);
    await checkUnpacked(fresh, file, [...files.keys()], options);
    moveIntoPlace(fresh, dir);
  } finally {
    removeFolder(fresh);
  }
  return { dir, file };
}

async function checkUnpacked(
  fresh: string,
  file: string,
  names: readonly string[],
  options: UnpackOptions,
): Promise<void> {
  try {
    const run = await openRun(fresh, options);
    if (!run.finished) throw new RunError('damaged', 'it holds an unfinished run.');
    run.verify();
    const listed = new Set([MARKER, SUMMARY, ...run.files.map(({ name }) => name)]);
    const extra = names.find((name) => !listed.has(name));
    if (extra !== undefined) throw new RunError('damaged', `${extra} does not belong to the run.`);
    await run.history();
  } catch (error) {
    const why = sayingOf(error).replace(`${fresh}: `, '').replaceAll(fresh, 'the archive');
    throw new RunError('bad-archive', `${file} is no packed run, or a damaged one: ${why}`, { cause: error });
  }
}

/** The files of an archive by name. */
function readArchive(file: string, limits: UnpackLimits): Map<string, Uint8Array> {
  const bad = (why: string): RunError => new RunError('bad-archive', `${file}: ${why}`);
  const bytes = readPacked(file, limits, bad);
  const seen = new Set<string>();
  let total = 0;
  let found: Record<string, Uint8Array>;
  try {
    found = unzipSync(bytes, {
      filter: ({ name, size, originalSize, compression }) => {
        const quoted = JSON.stringify(name.slice(0, 60));
        if (!isOwnName(name)) throw bad(`it holds ${quoted}, which is no file of a run.`);
        if (seen.has(name)) throw bad(`it holds ${quoted} twice.`);
        seen.add(name);
        if (seen.size > limits.files) throw bad(`it holds more than ${limits.files} files.`);
        if (size > bytes.length) throw bad(`${quoted} claims more bytes than the archive has.`);
        // A stored file is as large as it is packed, whatever it claims.
        const large = compression === 0 ? size : originalSize;
        if (large > MOST_SHRINKING * size + 64) throw bad(`${quoted} claims a size that it cannot have.`);
        total += large;
        if (total > limits.unpackedBytes) throw bad(`unpacked, it takes more than ${limits.unpackedBytes} bytes.`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof RunError) throw error;
    const { code } = error as { code?: number };
    const why = code === FlateErrorCode.InvalidZipData ? 'it is no zip archive' : 'the archive is damaged';
    throw new RunError('bad-archive', `${file} cannot be unpacked: ${why}.`, { cause: error });
  }
  return new Map(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readPacked(file: string, limits: UnpackLimits, bad: (why: string) => RunError): Uint8Array {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw bad('it is not a file.');
    if (stat.size > limits.packedBytes) throw bad(`it has more than ${limits.packedBytes} bytes.`);
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (error instanceof RunError) throw error;
    const why = isMissing(error) ? 'there is no such file' : sayingOf(error);
    throw new RunError('cannot-read', `${file} cannot be read: ${why}.`, { cause: error });
  }
}
