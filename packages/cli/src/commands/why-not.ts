import { group, overhear, person, state } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { openRun } from '@anchorhold/runs';
import type { Named, Run } from '@anchorhold/runs';
import { formatClock, plain } from '@anchorhold/scenario';
import { whyIdle, whyNot } from '@anchorhold/story';
import type { WeighedChoice } from '@anchorhold/story';
import { momentWithin } from '../args.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { CommandError, NOT_SO } from '../exit.ts';
import { textWidth } from '../io.ts';
import { findNamed, shownNames } from '../named.ts';
import { styleOf } from '../style.ts';
import { sinceBegin } from '../time-words.ts';
import { weighedLines } from '../why-not/page.ts';

/** Seconds before the moment asked about within which something was weighed for it. */
const LOOKS_BACK = 600;

interface Options {
  readonly at?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

export const addWhyNot: AddCommand = (program, io, told) => {
  program
    .command('why-not')
    .summary('what somebody weighed and rejected, and why')
    .description(
      'Name what somebody chose, and what they left: of each matter what they decided last, with the condition that kept ' +
        'them from the rest, or how near it came. The moment is lived again for it; the run stays as it is.',
    )
    .argument('<dir>', 'the folder of a run')
    .argument('<name>', 'a person')
    .option(
      '--at <time>',
      'at this moment, such as "d2 00:30", or 3h from the start; when they last decided anything, if left out',
    )
    .option('--all', 'everything that they weighed; the nearest alone, if left out')
    .option('--json', 'print [{option, failed, score, chosen, ...}]')
    .addHelpText(
      'after',
      examples(
        'why-not runs/siege-of-the-compound-1 Jace --at "d1 22:15"',
        'why-not runs/farm-at-night-1 Marit --at "d2 00:08:30" --all',
      ),
    )
    .action(async (dir: string, typed: string, options: Options) => {
      const run = await openRun(dir);
      const history = await run.history();
      const who = findPerson(history.names, typed);
      const heard = listen(run, who, options.at);
      const { world, row, choices } = heard;
      if (choices.length === 0) {
        if (options.json === true) printJson(io, []);
        io.err(`${nothingWeighed(heard, shownNames(history)(person.id, who.key))}\n`);
        told.code = NOT_SO;
        return;
      }
      if (options.json === true) printJson(io, asJson(choices, run.recipe.begin));
      else {
        const { strong } = styleOf(io);
        const lines = weighedLines(choices, world.time, options.all === true, textWidth(io), strong);
        const under = `${formatClock(world.time)}, ${sinceBegin(world.time - run.recipe.begin)}`;
        io.out(`${strong(titleOf(world, row, shownNames(history)))}\n${under}\n\n${lines.join('\n')}\n`);
      }
    });
};

/** The person who was meant. Nobody else decides anything. */
function findPerson(names: readonly Named[], typed: string): Named {
  const named = findNamed(names, typed)!;
  if (named.table === person.id) return named;
  const people = names.filter(({ table }) => table === person.id).map(({ name }) => plain(name, 40));
  throw new CommandError(
    `"${plain(typed, 80)}" is a ${named.table}. Name a person, such as ${people.slice(0, 3).join(', ')}: only people decide anything.`,
  );
}

interface Heard {
  readonly world: World;
  readonly row: number;
  /** Of each matter what was decided last, the latest first; none where they decided nothing then. */
  readonly choices: readonly WeighedChoice[];
  /** When they last decided anything before that, in seconds after d1 00:00; null for never. */
  readonly last: number | null;
}

/** Live again what led to a moment, and hear what somebody weighed. */
function listen(run: Run, { key }: Named, at: string | undefined): Heard {
  const { begin } = run.recipe;
  const end = begin + run.summary.until;
  if (at === undefined) return hear(run, key, hear(run, key, end, end - begin).last ?? end);
  return hear(run, key, momentWithin('--at', at, begin, end));
}

function hear(run: Run, key: string, moment: number, back = LOOKS_BACK): Heard {
  const world = run.worldAt(Math.max(run.recipe.begin, moment - back));
  const row = world.cast.mustRow(person, key);
  const heard = overhear(world, row, moment);
  const last = heard.at(-1)?.time ?? null;
  // Whoever fell in that very second had still decided.
  const idle = last === null || (last < moment && whyIdle(world, row) !== null);
  return { world, row, choices: idle ? [] : whyNot(world, heard), last };
}

/** Why there is nothing to tell. */
function nothingWeighed({ world, row, last }: Heard, name: string): string {
  const why = whyIdle(world, row) ?? 'had nothing to decide yet';
  const before =
    last === null
      ? ''
      : ` The last time that they decided anything was ${formatClock(last)}: ask with --at "${formatClock(last)}".`;
  return `At ${formatClock(world.time)} ${name} ${why}.${before}`;
}

function titleOf(world: World, row: number, shown: (table: string, key: string) => string): string {
  const of = world.of(state.member).group.raw[row]!;
  const leads = world.of(state.side).leader.raw[of] === row + 1;
  const side = shown(group.id, world.keyOf(group, of));
  return plain(`${shown(person.id, world.keyOf(person, row))}, ${leads ? 'who leads' : 'one of'} ${side}`, 150);
}

/** As the contract of the command has it: one object for each option, the matters one after another. */
function asJson(choices: readonly WeighedChoice[], begin: number): unknown[] {
  return choices.flatMap(({ id, about, time, options }) =>
    options.map(({ id: what, option, failed, score, chosen, why, speaks, weighed }) => ({
      option,
      failed,
      score,
      chosen,
      why,
      speaks,
      what,
      matter: id,
      about,
      time: time - begin,
      clock: formatClock(time),
      weighed,
    })),
  );
}
