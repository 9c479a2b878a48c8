import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { RunError, sayingOf } from './error.ts';

/** The files of a run folder. The marker comes first and the summary last: a folder without a summary is unfinished. */
export const MARKER = 'anchorhold-run.json';
export const RECIPE = 'recipe.json';
export const LIVED = 'lived.json';
export const CHRONICLE = 'chronicle.parquet';
export const SUMMARY = 'summary.json';
export const CHECKPOINTS = 'checkpoints';

/** The form of run folders that this version writes, and the newest that it reads. */
export const FORM = 1;

const TOP = [MARKER, RECIPE, LIVED, CHRONICLE, SUMMARY];
const CHECKPOINT = /^\d{6}\.gz$/;
/** What is being written carries this ending until it is whole. */
const PARTIAL = /\.(\d+)\.partial$/;

/** The name of the n-th checkpoint, from 0. */
export function checkpointName(n: number): string {
  return `${CHECKPOINTS}/${String(n).padStart(6, '0')}.gz`;
}

/** Whether a path within a run folder, with `/` between its parts, is one that runs have. */
export function isOwnName(name: string): boolean {
  if (TOP.includes(name)) return true;
  const prefix = `${CHECKPOINTS}/`;
  return name.startsWith(prefix) && CHECKPOINT.test(name.slice(prefix.length));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The bytes of a file of the folder; null where there is none. Throws RunError where it cannot be read. */
export function readOwn(dir: string, name: string): Uint8Array | null {
  try {
    // Node's pool of small buffers is shared: a copy has its own memory, from which typed arrays can be made.
    return new Uint8Array(readFileSync(join(dir, name)));
  } catch (error) {
    if (isMissing(error)) return null;
    throw new RunError('cannot-read', `${join(dir, name)} cannot be read: ${sayingOf(error)}.`, { cause: error });
  }
}

/**
 * Write a file so that at every moment either the old one is there, or the new one in full: under another name first,
 * forced to the disk, then renamed.
 */
export function writeOwn(dir: string, name: string, bytes: Uint8Array): void {
  const path = join(dir, name);
  const partial = `${path}.${process.pid}.partial`;
  writing(path, () => {
    try {
      const file = openSync(partial, 'w');
      try {
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(partial, path);
    } finally {
      rmSync(partial, { force: true });
    }
    syncFolder(dirname(path));
  });
}

/** Do something to the file system; what it refuses becomes a RunError that says so. */
export function writing<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof RunError) throw error;
    throw new RunError('cannot-write', `${path} cannot be written: ${sayingOf(error)}.`, { cause: error });
  }
}

/** Force the names in a folder to the disk. Windows has no such thing, and needs none. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

export function isMissing(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** What a folder holds, sorted: files that runs have, those left half-written, and anything else. */
export interface Contents {
  readonly own: readonly string[];
  readonly partial: readonly string[];
  readonly foreign: readonly string[];
}

/** Null where there is no folder of that name. */
export function contentsOf(dir: string): Contents | null {
  const own: string[] = [];
  const partial: string[] = [];
  const foreign: string[] = [];
  const sort = (name: string, isFile: boolean): void => {
    if (isFile && isOwnName(name)) own.push(name);
    else if (isFile && PARTIAL.test(name) && isOwnName(name.replace(PARTIAL, ''))) partial.push(name);
    else foreign.push(name);
  };
  try {
    if (!statSync(dir).isDirectory()) return null;
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.isDirectory() && entry.name === CHECKPOINTS) {
        for (const inner of readdirSync(join(dir, CHECKPOINTS), { withFileTypes: true })) {
          sort(`${CHECKPOINTS}/${inner.name}`, inner.isFile());
        }
      } else sort(entry.name, entry.isFile());
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw new RunError('cannot-read', `${dir} cannot be read: ${sayingOf(error)}.`, { cause: error });
  }
  return { own: own.sort(), partial: partial.sort(), foreign: foreign.sort() };
}

/** Remove what killed processes left half-written. What another one is writing just now is left to it. */
export function sweep(dir: string): void {
  for (const name of contentsOf(dir)?.partial ?? []) {
    if (isAlive(Number(PARTIAL.exec(name)![1]))) continue;
    writing(dir, () => rmSync(join(dir, name), { force: true }));
  }
}

/** Whether a process of this number, other than this one, is running. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Remove a folder's own files, and the folder if nothing else is in it. Never touches what no run made. */
export function removeFolder(dir: string): void {
  const contents = contentsOf(dir);
  if (contents === null) return;
  writing(dir, () => {
    // The marker goes last: what remains after an interruption is still known for what it is.
    for (const name of [...contents.own, ...contents.partial]) {
      if (name !== MARKER) rmSync(join(dir, name), { force: true });
    }
    rmSync(join(dir, MARKER), { force: true });
    for (const folder of [join(dir, CHECKPOINTS), dir]) {
      try {
        rmdirSync(folder);
      } catch (error) {
        const { code } = error as { code?: string };
        if (code !== 'ENOENT' && code !== 'ENOTEMPTY') throw error;
      }
    }
  });
}

/** Make a folder with its folder of checkpoints, and those above it. */
export function makeFolder(dir: string): void {
  writing(dir, () => makeAll(join(dir, CHECKPOINTS)));
}

/** A folder and those that it lies in. Node's own `recursive` never returns where a file system such as /proc refuses. */
export function makeAll(dir: string): void {
  const parent = dirname(dir);
  if (parent !== dir && !existsSync(parent)) makeAll(parent);
  try {
    mkdirSync(dir);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
}
