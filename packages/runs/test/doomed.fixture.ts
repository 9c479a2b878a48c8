/**
 * A process that lives a run and dies by SIGKILL, which nothing can catch, at its n-th change of the file system: half-way
 * through a write, where it is one. Without a number it lives to the end and tells how many changes there were.
 *
 * Arguments: live, force, resume or fork; folder; scenario, or the run that is forked; number of the change. The camp is
 * lived by its own rules, any other scenario by the engine's.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { ruleset } from '@anchorhold/engine';
import { forkRun, liveRun, resumeRun } from '@anchorhold/runs';
import { DOOMED, FARM_DOOMED, SOOTHED, campRules } from './camp.fixture.ts';

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

const farm = scenarioFile.includes('farm');
const request = { scenarioFile, dir, ...(farm ? FARM_DOOMED : DOOMED), ruleset: farm ? ruleset : campRules };
if (mode === 'fork') await forkRun(scenarioFile, { out: dir, added: [SOOTHED], ruleset: campRules });
else if (mode === 'resume') await resumeRun(dir, request);
else await liveRun({ ...request, force: mode === 'force' });
process.stdout.write(`${changes}`);
