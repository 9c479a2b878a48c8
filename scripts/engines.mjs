/** Fetches the other JavaScript engines (see engines/list.mjs) into .cache/engines. What is there already is kept. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { availableEngines, ENGINES_FOLDER, FETCHED, whyNot } from './engines/list.mjs';

const reason = whyNot();
if (reason === undefined) {
  mkdirSync(ENGINES_FOLDER, { recursive: true });
  // A folder with its own manifest: npm installs here and leaves the checkout and its lockfile alone.
  const dependencies = Object.fromEntries(FETCHED.map(({ name, spec }) => [name, `npm:${spec}`]));
  writeFileSync(join(ENGINES_FOLDER, 'package.json'), JSON.stringify({ private: true, dependencies }, null, 2) + '\n');
  const args = [
    'install',
    '--prefix',
    ENGINES_FOLDER,
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--ignore-scripts',
  ];
  execFileSync('npm', args, { cwd: ENGINES_FOLDER, stdio: ['ignore', 'inherit', 'inherit'] });
  for (const { name, path } of availableEngines()) {
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
    process.stdout.write(`${name.padEnd(8)}${version}\n`);
  }
} else {
  process.stderr.write(`${reason}\n`);
  process.exitCode = process.env.CI === 'true' ? 1 : 0;
}
