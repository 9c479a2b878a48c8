import { readFileSync, statSync } from 'node:fs';
import type { Located } from '@anchorhold/scenario';
import { BadFile } from './exit.ts';

/** More than any file that people write; what is larger is not read into memory at all. */
const MOST_BYTES = 4_000_000;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'You have no right to.',
  EPERM: 'You have no right to.',
  EROFS: 'The disk is read-only.',
  ENOSPC: 'The disk is full.',
  EISDIR: 'It is a folder, not a file.',
  ENOTDIR: 'A part of its path is a file, not a folder.',
  ENAMETOOLONG: 'Its name is too long.',
  ELOOP: 'Its links lead in a circle.',
};

/** The text of a file that somebody wrote. Throws BadFile where it is missing, a folder, too large, or no text. */
export function readText(file: string): string {
  let bytes: Uint8Array;
  try {
    // Node takes a NUL for a programming error.
    if (file.includes('\0')) throw refusal(file, 'cannot-read', 'There is no such file.');
    const stat = statSync(file);
    if (stat.isDirectory()) throw refusal(file, 'cannot-read', 'It is a folder, not a file.');
    if (stat.size > MOST_BYTES)
      throw refusal(file, 'too-many-bytes', `It has ${stat.size} bytes; at most ${MOST_BYTES} are read.`);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof BadFile) throw error;
    throw refusal(file, 'cannot-read', `It cannot be read. ${whyNot(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal(file, 'not-text', 'It is not text in UTF-8.', 'Save it as UTF-8, or name another file.');
  }
}

function refusal(file: string, code: string, message: string, hint: string | null = null): BadFile {
  const remark: Located = { file, line: 1, column: 1, severity: 'error', code, message, hint };
  return new BadFile([remark]);
}

/** What the file system has against something, as a sentence. */
export function whyNot(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return REASONS[code ?? ''] ?? `${message ?? String(error)}.`;
}
