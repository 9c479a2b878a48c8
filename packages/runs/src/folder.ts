import { readdirSync, realpathSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { RunError } from './error.ts';
import {
  FORM,
  MARKER,
  contentsOf,
  isAlive,
  isMissing,
  makeFolder,
  readOwn,
  removeFolder,
  syncFolder,
  writeOwn,
  writing,
} from './files.ts';

/** What stands at a path: nothing, an empty folder, a run folder, or something that is none of our business. */
export type Standing = 'nothing' | 'empty' | 'run' | 'foreign';

const MARK = `${JSON.stringify({ format: 'anchorhold run', form: FORM })}\n`;

/** The content of the marker, by which a run folder is known. */
export const markerBytes = (): Uint8Array => new TextEncoder().encode(MARK);

export function standingAt(dir: string): Standing {
  const contents = contentsOf(dir);
  if (contents === null) return exists(dir) ? 'foreign' : 'nothing';
  if (contents.own.includes(MARKER)) return formOf(dir) === null ? 'foreign' : 'run';
  return contents.own.length + contents.foreign.length + contents.partial.length === 0 ? 'empty' : 'foreign';
}

/** The form that the folder's marker names; null where there is no marker that can be read. */
function formOf(dir: string): number | null {
  const bytes = readOwn(dir, MARKER);
  if (bytes === null) return null;
  try {
    const { format, form } = JSON.parse(new TextDecoder().decode(bytes)) as { format?: unknown; form?: unknown };
    return format === 'anchorhold run' && Number.isSafeInteger(form) ? (form as number) : null;
  } catch {
    return null;
  }
}

/** Throws RunError where there is no run folder that this version can read. */
export function mustBeRun(dir: string): void {
  const standing = standingAt(dir);
  if (standing === 'nothing') throw new RunError('not-a-run', `${dir}: there is no such folder.`);
  if (standing === 'empty') throw new RunError('not-a-run', `${dir} is empty: no run has been lived there.`);
  if (standing === 'foreign') {
    const damaged = readOwn(dir, MARKER) !== null;
    if (damaged)
      throw new RunError('damaged', `${dir}: ${MARKER} is damaged, so nothing in the folder can be trusted.`);
    throw new RunError('not-a-run', `${dir} is not a run folder: it has no ${MARKER}.`);
  }
  const form = formOf(dir);
  if (form !== FORM) {
    const advice = 'Update anchorhold to read it.';
    throw new RunError('other-rules', `${dir} has form ${form}; this version reads form ${FORM}. ${advice}`);
  }
  if (new TextDecoder().decode(readOwn(dir, MARKER)!) !== MARK) {
    throw new RunError('damaged', `${dir}: ${MARKER} is damaged, so nothing in the folder can be trusted.`);
  }
}

/**
 * Put a folder with these files in place, all at once: it is built beside `dir` and renamed, so that a process that is
 * killed meanwhile leaves nothing at `dir`, or all of it. With `replace`, a run folder that stands there goes; anything
 * else that stands there is refused.
 */
export function placeFolder(dir: string, files: Iterable<readonly [string, Uint8Array]>, replace: boolean): void {
  const path = realPath(dir);
  const standing = standingAt(path);
  if (standing === 'foreign' || (standing === 'run' && !replace)) throw inTheWay(dir, standing);
  if (standing === 'run') refuseForeign(dir, path);
  clearLeftovers(path);
  const fresh = `${path}.new-${process.pid}`;
  const old = `${path}.old-${process.pid}`;
  makeFolder(fresh);
  writeOwn(fresh, MARKER, markerBytes());
  for (const [name, bytes] of files) writeOwn(fresh, name, bytes);
  if (standing === 'run') writing(dir, () => renameSync(path, old));
  moveIntoPlace(fresh, path);
  removeFolder(old);
}

/** Rename a folder that is whole to where it belongs; nothing or an empty folder may stand there. */
export function moveIntoPlace(fresh: string, dir: string): void {
  const path = realPath(dir);
  writing(dir, () => {
    if (standingAt(path) === 'empty') rmdirSync(path);
    try {
      renameSync(fresh, path);
    } catch (error) {
      // Somebody else was quicker.
      if (standingAt(path) !== 'nothing') throw inTheWay(dir, standingAt(path));
      throw error;
    }
    syncFolder(dirname(path));
  });
}

/** Where a path really leads, as far as it exists. */
export function realPath(dir: string): string {
  const path = resolve(dir);
  try {
    return realpathSync(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    return join(realPath(dirname(path)), basename(path));
  }
}

function inTheWay(dir: string, standing: Standing): RunError {
  if (standing === 'run') return new RunError('in-the-way', `${dir} already holds a run. Choose another folder.`);
  return new RunError(
    'in-the-way',
    `${dir} is there already and is not a run folder. It is left as it is; choose another folder.`,
  );
}

/** A run folder in which somebody keeps things of their own is not removed. */
function refuseForeign(dir: string, path: string): void {
  const foreign = contentsOf(path)?.foreign ?? [];
  if (foreign.length === 0) return;
  const names = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ` and ${foreign.length - 3} more` : '');
  throw new RunError(
    'in-the-way',
    `${dir} also holds ${names}, which no run made. Move that away, or choose another folder.`,
  );
}

/** Remove what killed processes left beside the folder. */
function clearLeftovers(path: string): void {
  const parent = dirname(path);
  const start = basename(path);
  let names: string[];
  try {
    names = readdirSync(parent);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  for (const name of names) {
    if (!name.startsWith(start)) continue;
    const pid = /^\.(?:new|old)-(\d+)$/.exec(name.slice(start.length))?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) removeFolder(join(parent, name));
  }
}

function exists(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
