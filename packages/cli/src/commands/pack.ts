import { basename } from 'node:path';
import { existsSync, statSync } from 'node:fs';
import { packRun, unpackRun } from '@anchorhold/runs';
import { plain } from '@anchorhold/scenario';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { CommandError } from '../exit.ts';
import { shellWord } from '../text.ts';

export const addPack: AddCommand = (program, io) => {
  program
    .command('pack')
    .summary('a run as one file')
    .description(
      'Write a finished run as one file, a zip archive, to keep or to send. The same run gives the same bytes.',
    )
    .argument('<dir>', 'the folder of a run')
    .argument('<file>', 'the file to write')
    .option('--force', 'replace the file if it is there')
    .option('--json', 'print {dir, file}')
    .addHelpText('after', examples('pack runs/farm-at-night-1 farm-1.anchorhold'))
    .action(async (dir: string, file: string, options: { readonly force?: boolean; readonly json?: boolean }) => {
      if (existsSync(file) && statSync(file).isDirectory()) {
        throw new CommandError(
          `${file} is a folder. Name the file to write, such as ${shellWord(`${file.replace(/\/+$/, '')}/${basename(dir)}.anchorhold`)}.`,
        );
      }
      const packed = await packRun(dir, file, { force: options.force ?? false });
      if (options.json === true) return printJson(io, packed);
      const size = Math.max(1, Math.round(statSync(file).size / 1000));
      io.out(
        `Packed ${plain(dir, 200)} into ${plain(file, 200)} (${size} kB). To unpack it: npx anchorhold unpack ${shellWord(file)}\n`,
      );
    });
};

export const addUnpack: AddCommand = (program, io) => {
  program
    .command('unpack')
    .summary('a run folder from a packed run')
    .description(
      'Make a run folder of a packed run, after checking all of it. Nothing that is there already is replaced.',
    )
    .argument('<file>', 'a file that pack wrote')
    .argument('[dir]', 'the folder to make; runs/<name of the file> if left out')
    .option('--json', 'print {dir, file}')
    .addHelpText('after', examples('unpack farm-1.anchorhold', 'unpack farm-1.anchorhold runs/from-a-friend'))
    .action(async (file: string, dir: string | undefined, options: { readonly json?: boolean }) => {
      const unpacked = await unpackRun(file, dir ?? `runs/${nameOf(file)}`);
      if (options.json === true) return printJson(io, unpacked);
      io.out(`Unpacked into ${plain(unpacked.dir, 200)}. To read it: npx anchorhold tell ${shellWord(unpacked.dir)}\n`);
    });
};

/** The file's name without its last ending. */
function nameOf(file: string): string {
  const name = basename(file).replace(/(?<=.)\.[^.]*$/, '');
  return name === '' || name === '.' || name === '..' ? 'unpacked' : name;
}
