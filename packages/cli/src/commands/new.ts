import { mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { nearest, plain } from '@anchorhold/scenario';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { CommandError } from '../exit.ts';
import { readText, whyNot } from '../files.ts';
import { scenarioFile } from '../args.ts';
import { shellWord } from '../text.ts';

/** Starting scenarios that this package comes with. */
const TEMPLATES = new URL('../../templates/', import.meta.url);
const FIRST = 'homestead';

interface Options {
  readonly from: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

export const addNew: AddCommand = (program, io) => {
  program
    .command('new')
    .summary('write a commented starting scenario')
    .description('Write a starting scenario, with comments that say what each part does. It can be lived as it is.')
    .argument('<file>', 'the file to write, such as scenarios/my-farm.yaml')
    .option('--from <template>', `${templates().join(' or ')}; or a scenario of your own to copy`, FIRST)
    .option('--force', 'replace the file if it is there')
    .option('--json', 'print {file, from}')
    .addHelpText(
      'after',
      examples('new scenarios/my-farm.yaml', 'new scenarios/another-farm.yaml --from farm-at-night'),
    )
    .action((file: string, options: Options) => {
      const text = textOf(options.from);
      write(file, text, options.force ?? false);
      if (options.json === true) return printJson(io, { file, from: options.from });
      const word = shellWord(file);
      io.out(
        `Wrote ${plain(file, 200)}. Change it, then:\n  npx anchorhold check ${word}\n  npx anchorhold run ${word}\n`,
      );
    });
};

/** Names of the templates, the first one first. */
export function templates(): string[] {
  const names = readdirSync(TEMPLATES).map((file) => file.replace(/\.yaml$/, ''));
  return names.sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || (a < b ? -1 : 1));
}

function textOf(from: string): string {
  const known = templates();
  if (known.includes(from)) return readFileSync(new URL(`${from}.yaml`, TEMPLATES), 'utf8');
  try {
    return readText(scenarioFile(from));
  } catch (error) {
    const near = nearest(from, known);
    if (near === null || !(error instanceof CommandError)) throw error;
    throw new CommandError(`--from "${plain(from, 80)}" is no template and no scenario. Nearest: ${near}.`);
  }
}

function write(file: string, text: string, force: boolean): void {
  if (file === '') throw new CommandError('The name of the file to write is missing.');
  try {
    if (existsSync(file)) {
      if (statSync(file).isDirectory()) throw new CommandError(`${file} is a folder. Name the file to write in it.`);
      if (!force) throw new CommandError(`${file} is there already. Choose another name, or replace it with --force.`);
    }
    // One folder at most: more of them that are missing are more likely a slip.
    if (!existsSync(dirname(file))) mkdirSync(dirname(file));
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const folder = dirname(file);
    const why =
      (error as { code?: string }).code === 'ENOENT'
        ? `There is no folder ${dirname(folder)} to make ${folder} in.`
        : whyNot(error);
    throw new CommandError(`${file} cannot be written. ${existsSync(folder) ? whyNot(error) : why}`);
  }
}
