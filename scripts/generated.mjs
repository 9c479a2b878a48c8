import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/**
 * Writes a generated file; or, if the process was called with --check, leaves it alone and sets exit code 1 if it is not
 * what would have been written.
 * @param {string} path
 * @param {string} text
 * @param {string} command what somebody types to bring it up to date
 */
export function writeOrCheck(path, text, command) {
  const shown = relative(process.cwd(), path);
  // A checkout on Windows may have turned the line ends.
  const now = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined;
  if (now === text) return;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${shown} is ${now === undefined ? 'missing' : 'stale'}. Run "${command}" and commit it.\n`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  process.stderr.write(`${shown} written\n`);
}
