import { forkRun, openRun } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { compareWorlds } from '@anchorhold/story';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { CommandError } from '../exit.ts';
import { textWidth } from '../io.ts';
import type { Io } from '../io.ts';
import { live } from '../living.ts';
import { setPage } from '../show/page.ts';
import { styleOf } from '../style.ts';
import { shellWord } from '../text.ts';
import { accountOf } from '../what-if/account.ts';
import type { Forked } from '../what-if/account.ts';
import { besideRun, otherwise } from '../what-if/asked.ts';
import type { Asked } from '../what-if/asked.ts';

interface Options extends Asked {
  readonly out?: string;
  readonly force?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
}

export const addWhatIf: AddCommand = (program, io) => {
  program
    .command('what-if')
    .summary('live a run otherwise, and see what comes of it')
    .description(
      'Live a run again to the same end with something changed, all other luck as it was, and tell what became of it: where ' +
        'the two histories part, what fell away, what came instead. The run stays as it is; the other is a run of its own. ' +
        'Exit code 0 also where nothing came of the change: that is an answer.',
    )
    .argument('<dir>', 'the folder of a run')
    .option('--without <event>', 'an event does not happen, by its number; several with commas between them')
    .option('--at <time>', 'when something is done, such as "d2 00:30", or 3h from the start')
    .option('--do <order>', 'an order or an intervention, as in a file of orders but for its moment')
    .option('--with <file>', 'orders and interventions, in YAML')
    .option('--out <dir>', 'where to leave the fork; beside the run if left out')
    .option('--force', 'replace another run that is in that folder')
    .option('--all', 'tell of everything, however small')
    .option('--json', 'print {fork, scope, parts, vanished, changed, moved, appeared, outcome, ...}')
    .addHelpText(
      'after',
      examples(
        'what-if runs/farm-at-night-1 --without 45',
        'what-if runs/farm-at-night-1 --at "d1 23:30" --do "order: {by: Marit, do: hold, to: granary}"',
        'what-if runs/farm-at-night-1 --with other-orders.yaml --out runs/other',
      ),
    )
    .action(async (dir: string, options: Options) => {
      const run = await openRun(dir);
      mustBeAnswerable(run);
      const { added, suffix } = otherwise(run, options);
      const out = options.out ?? besideRun(dir, suffix);
      if (out === '') throw new CommandError('--out needs the name of a folder.');
      await live(io, out, out, (hooks) => forkRun(dir, { ...hooks, out, added, force: options.force ?? false }));
      const [world, fork] = [run.end(), await openRun(out)];
      const forked: Forked = { run, world, fork, added, comparison: compareWorlds(world, fork.end(), added) };
      if (options.json === true) printJson(io, jsonOf(forked));
      else print(io, forked, options.all ?? false);
    });
};

function mustBeAnswerable(run: Run): void {
  // Asked for its rules, a run says under which it was lived if they are others.
  void run.ruleset;
  if (run.finished) return;
  const dir = shellWord(run.dir);
  throw new CommandError(
    `${run.dir} is unfinished, and its end is what a fork is compared with. Finish it first: npx anchorhold run --resume ${dir}`,
  );
}

/** The answer as the contract of the command has it. */
function jsonOf({ run, fork, comparison }: Forked): Record<string, unknown> {
  const { dir, hash, outcome: after } = fork.summary;
  const { scope, parts, vanished, changed, moved, appeared, ...more } = comparison;
  const outcome = { before: run.summary.outcome, after };
  return { fork: { dir, hash }, scope, parts, vanished, changed, moved, appeared, outcome, ...more };
}

function print(io: Io, forked: Forked, all: boolean): void {
  const { strong, faint } = styleOf(io);
  const { dir, hash } = forked.fork.summary;
  io.out(setPage(accountOf(forked, all), textWidth(io), strong));
  io.out(
    `\nThe fork lies in ${shellWord(dir)}. To read it: npx anchorhold tell ${shellWord(dir)}\n${faint(`hash ${hash}`)}\n`,
  );
}
