/**
 * A process that lives a run and dies by SIGKILL, which nothing can catch, at its n-th change of the file system: half-way
 * through a write, where it is one. Without a number it lives to the end and tells how many changes there were.
 *
 * Arguments: live, force or resume; folder; scenario; number of the change.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { liveRun, resumeRun } from '@anchorhold/runs';
import { campRules } from './camp.fixture.ts';

const [mode, dir, scenarioFile, fatal] = process.argv.slice(2) as [string, string, string, string | undefined];
let changes = 0;

const isFatal = (): boolean => `${++changes}` === fatal;
const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

for (const name of ['mkdirSync', 'renameSync', 'rmSync', 'rmdirSync', 'fsyncSync', 'openSync'] as const) {
  const real = fs[name] as (...given: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...given: unknown[]) => {
      if (isFatal()) die();
      return real(...given);
    },
  });
}
const { writeSync } = fs;
Object.assign(fs, {
  writeSync: (file: number, bytes: Uint8Array, at: number) => {
    if (isFatal()) {
      writeSync(file, bytes, at, Math.floor((bytes.length - at) / 2));
      die();
    }
    return writeSync(file, bytes, at);
  },
});
syncBuiltinESMExports();

const request = { scenarioFile, dir, seed: 4, forSeconds: 2500, checkpointEvery: 2500, ruleset: campRules };
if (mode === 'resume') await resumeRun(dir, { ruleset: campRules });
else await liveRun({ ...request, force: mode === 'force' });
process.stdout.write(`${changes}`);
