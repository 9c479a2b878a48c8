import { openRun } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { formatClock, plain } from '@anchorhold/scenario';
import { CreditError, credit, sayCredit } from '@anchorhold/story';
import type { Credit, CreditSaid } from '@anchorhold/story';
import { countFrom } from '../args.ts';
import { outcomeFrom } from '../asked-outcome.ts';
import { JOBS, MOST_REDRAWN, askRun } from '../asking.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { BAD, CommandError, NOT_SO } from '../exit.ts';
import { textWidth } from '../io.ts';
import type { Io } from '../io.ts';
import { styleOf } from '../style.ts';
import { shellWord, wrap } from '../text.ts';

interface Options {
  readonly outcome: string;
  readonly acts?: string;
  readonly redraws?: string;
  readonly jobs?: string;
  readonly json?: boolean;
}

export const addCredit: AddCommand = (program, io) => {
  program
    .command('credit')
    .summary('who made the difference')
    .description(
      'Say whose acts made an outcome come about, and how much each of them mattered. The run is lived again with every ' +
        'combination of the acts left out, under other lucks after the last of them.',
    )
    .argument('<dir>', 'the folder of a run')
    .requiredOption(
      '--outcome <name>',
      'an outcome of the scenario, or a statement such as "Marit lives"; "not" before it asks who prevented it',
    )
    .option(
      '--acts <events>',
      'numbers of events, 8 acts at most: 12,15+16 are two acts, the second of two events; found by the stated causes if left out',
    )
    .option(
      '--redraws <n>',
      'how many other lucks each combination is lived under; as many as fit in some minutes if left out',
    )
    .option(...JOBS)
    .option(
      '--json',
      'print {outcome, acts: [{events, actor, needed, responsibility, share, interval, found}]} and more',
    )
    .addHelpText(
      'after',
      examples(
        'credit runs/farm-at-night-1 --outcome "the grain is kept"',
        'credit runs/farm-at-night-1 --outcome "not Dov lives" --acts 210,215+216 --redraws 24',
      ),
    )
    .action(async (dir: string, options: Options) => {
      const acts = options.acts === undefined ? undefined : actsFrom(options.acts);
      const redraws =
        options.redraws === undefined ? undefined : countFrom('--redraws', options.redraws, 1, MOST_REDRAWN);
      const run = await openRun(dir);
      const asked = outcomeFrom(run, options.outcome);
      const found = await askRun(io, run, options.jobs, (executor, hooks) =>
        credit(run.asked(), executor, asked, {
          ...hooks,
          ...(acts === undefined ? {} : { acts }),
          ...(redraws === undefined ? {} : { redraws }),
        }).catch(refuse),
      );
      const said = sayCredit(run.asked(), found);
      if (options.json === true) printJson(io, creditJson(run, found, said));
      else print(io, dir, found, said);
    });
};

function refuse(error: unknown): never {
  if (!(error instanceof CreditError)) throw error;
  throw new CommandError(error.message, error.trouble === 'not-so' ? NOT_SO : BAD);
}

/** `12,15+16`: acts with commas between them, the events of one joined by a plus. */
function actsFrom(text: string): number[][] {
  return text.split(',').map((act) =>
    act.split('+').map((id) => {
      if (/^\s*[1-9]\d{0,8}\s*$/.test(id)) return Number(id);
      throw new CommandError(
        `--acts "${plain(text, 80)}": "${plain(id.trim(), 40)}" is no number of an event. Expected numbers as in 12,15+16; the events command lists them.`,
      );
    }),
  );
}

/** An answer as the contract of the command has it. Times are seconds since the beginning. */
function creditJson({ recipe }: Run, found: Credit, said: CreditSaid): Record<string, unknown> {
  const { outcome, was, acts, joint, redundant, whole, scope } = found;
  const { until, redrawnFrom, redraws, coalitions, suggested } = scope;
  return {
    outcome,
    was,
    acts: acts.map((act, i) => {
      const { time, what } = said.acts.find((each) => each.act === i)!;
      return { ...act, time: time - recipe.begin, text: what };
    }),
    joint,
    redundant,
    whole,
    scope: said.scope,
    until: until - recipe.begin,
    redrawnFrom: redrawnFrom - recipe.begin,
    redraws,
    coalitions,
    suggested,
  };
}

/** Characters of the bar that stands for the largest share. */
const BAR = 12;
const MARGIN = ' '.repeat(8);

function print(io: Io, dir: string, found: Credit, said: CreditSaid): void {
  const { strong, faint } = styleOf(io);
  const width = textWidth(io);
  const most = Math.max(...found.acts.map(({ share }) => Math.abs(share)));
  io.out(`${strong(plain(found.outcome, 80))}\n${plain(said.was)}\n`);
  said.acts.forEach(({ act, time, what, how }, i) => {
    const { share, interval } = found.acts[act]!;
    const bar = (share < 0 ? '░' : '█').repeat(most > 0 ? Math.round((BAR * Math.abs(share)) / most) : 0);
    const amount = `${shown(share)}${interval[0] === interval[1] ? '' : ` (${shown(interval[0])} to ${shown(interval[1])})`}`;
    const number = String(i + 1).padStart(4);
    const when = formatClock(time - (time % 60));
    io.out(`\n${wrap(plain(what, 600), width, `${strong(number)}    ${when}  `, MARGIN)}\n`);
    io.out(`${MARGIN}${bar}${bar === '' ? '' : ' '}${amount}\n`);
    io.out(`${wrap(plain(how, 600), width, MARGIN)}\n`);
  });
  io.out('\n');
  for (const sentence of [...said.between, said.whole]) io.out(`${wrap(plain(sentence, 600), width, '  ', '  ')}\n`);
  io.out(`\n${faint(wrap(plain(said.scope, 600), width, '  ', '  '))}\n`);
  if (!found.scope.suggested) return;
  const acts = found.acts.map(({ events }) => events.join('+')).join(',');
  const again = `npx anchorhold credit ${shellWord(dir)} --outcome ${shellWord(found.outcome)} --acts ${acts}`;
  io.out(`\n  The acts are those that stated causes lead to. Others can be named:\n  ${plain(again, 2_000)}\n`);
}

const shown = (value: number): string => (Number(value.toFixed(2)) + 0).toFixed(2);
