/**
 * Completes package-lock.json so that `npm ci` works everywhere.
 *
 * Some tools come as one small package with a binary package for each platform beside it. If the registry that
 * `npm install` asked lacks some of those (a mirror often does), npm leaves them out of the lockfile, and then `npm ci`
 * refuses the lockfile as incomplete, even where they are not needed. This puts them back, with the platform that their
 * name tells, so that npm passes over them everywhere else. With --check it fails if something is left to do.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeOrCheck } from './generated.mjs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** @typedef {{ version?: string, resolved?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Entry */
/** @typedef {{ packages: Record<string, Entry> }} Lockfile */

/**
 * The platform that a package's name tells: "binding-linux-x64-musl" is for linux, x64, with musl.
 * @param {string} name
 * @returns {{ os: string[], cpu: string[], libc?: string[] } | undefined} undefined if it tells none
 */
export function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) return undefined;
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) };
}

/**
 * The lockfile with all binary packages that its tools name.
 * @param {Lockfile} lockfile
 * @returns {Lockfile}
 * @throws {Error} if an entry names a registry's address, which would tie everybody to it
 */
export function completed(lockfile) {
  const packages = { ...lockfile.packages };
  for (const [path, entry] of Object.entries(lockfile.packages)) {
    if (entry.resolved?.startsWith('http')) throw new Error(`${path} is tied to ${entry.resolved}: see .npmrc.`);
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (platform === undefined || `${path}/node_modules/${name}` in packages) continue;
      const now = packages[`node_modules/${name}`];
      // A later `npm install` keeps what was put back, but drops the platform, which it could not look up.
      if (now !== undefined && 'os' in now) continue;
      const { cpu, os, libc } = platform;
      // In the order in which npm writes them, or every install would move the lines about.
      const fields = { version, cpu, dev: entry.dev, libc, optional: true, os };
      packages[`node_modules/${name}`] = { ...now, ...fields };
    }
  }
  const paths = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'));
  return { ...lockfile, packages: Object.fromEntries(paths.map((path) => [path, packages[path]])) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(fileURLToPath(new URL('..', import.meta.url)), 'package-lock.json');
  const text = JSON.stringify(completed(JSON.parse(readFileSync(path, 'utf8'))), null, 2) + '\n';
  writeOrCheck(path, text, 'npm run lockfile');
}
