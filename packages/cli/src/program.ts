import { Command } from 'commander';
import { VERSION } from '@anchorhold/runs';
import { addCheck } from './commands/check.ts';
import { addCredit } from './commands/credit.ts';
import { addDiff } from './commands/diff.ts';
import { addEvents } from './commands/events.ts';
import { addKnows } from './commands/knows.ts';
import { addNew } from './commands/new.ts';
import { addPack, addUnpack } from './commands/pack.ts';
import { addRun } from './commands/run.ts';
import { addShow } from './commands/show.ts';
import { addStart } from './commands/start.ts';
import { addTell } from './commands/tell.ts';
import { addWhatIf } from './commands/what-if.ts';
import { addWhy } from './commands/why.ts';
import { addWhyNot } from './commands/why-not.ts';
import type { Told } from './command.ts';
import { safeLines } from './exit.ts';
import type { Io } from './io.ts';

/** What is missing does not say what it is for; the help does. */
const withHint = (message: string): string =>
  message.startsWith('error: missing required') ? `${message}\nWith --help the command says how it is used.` : message;

/** The whole command line. Nothing in it ends the process: commander throws, `main` turns that into an exit code. */
export function programFor(io: Io, told: Told): Command {
  const program = new Command('anchorhold');
  program
    .description('Lives settlements of survivors, and remembers why everything happened.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(`${safeLines(withHint(text.trimEnd())).join('\n')}\n`),
      getOutHelpWidth: () => Math.min(100, io.columns),
      getErrHelpWidth: () => Math.min(100, io.columns),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const add of [
    addRun,
    addStart,
    addTell,
    addShow,
    addKnows,
    addEvents,
    addWhy,
    addWhyNot,
    addWhatIf,
    addCredit,
    addDiff,
    addCheck,
    addNew,
    addPack,
    addUnpack,
  ]) {
    add(program, io, told);
  }
  program.addHelpText(
    'after',
    `
A first night:
  npx anchorhold new scenarios/my-farm.yaml    a commented scenario to start from
  npx anchorhold check scenarios/my-farm.yaml  what is wrong with it, with line and column
  npx anchorhold run my-farm --seed 7          live it; leaves runs/my-farm-7
  npx anchorhold tell runs/my-farm-7           read what happened
  npx anchorhold events runs/my-farm-7         the same, event by event, with their numbers
  npx anchorhold why runs/my-farm-7 400        why one of them happened

Every command has --help with an example.`,
  );
  return program;
}
