import { chroniclesIn, openRun } from '@anchorhold/runs';
import { testWhy, whyOf } from '@anchorhold/story';
import { countFrom } from '../args.ts';
import { JOBS, MOST_REDRAWN, askRun } from '../asking.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { CommandError } from '../exit.ts';
import { textWidth } from '../io.ts';
import { styleOf } from '../style.ts';
import { sideOf, tellerOf } from '../telling.ts';
import { eventNumber } from '../why/number.ts';
import { setState, setTestedWhy, setWhy } from '../why/page.ts';
import { answerState } from '../why/state.ts';

interface Options {
  readonly state?: string;
  readonly at?: string;
  readonly depth?: string;
  readonly ids?: boolean;
  readonly test?: boolean;
  readonly redraws?: string;
  readonly jobs?: string;
  readonly json?: boolean;
}

/** Other lucks that a cause is tried under, unless somebody asks for more or fewer. */
const REDRAWS = 6;

export const addWhy: AddCommand = (program, io) => {
  program
    .command('why')
    .summary('why something happened')
    .description(
      'Say why something happened, as a tree of causes: the nearest reasons first, and behind each what lies behind it. ' +
        'Whatever merely passed something on is left out, and many alike are told as one.',
    )
    .argument('<dir>', 'the folder of a run')
    .argument('[event]', 'the number of an event, as "events" and "show" give it')
    .option('--state <question>', 'not an event, but how it stands with somebody, something or an outcome, and why')
    .option(
      '--at <time>',
      'with --state: at this moment, such as "d2 00:30", or 3h from the start; the end if left out',
    )
    .option('--depth <n>', 'all causes down to so many levels; as much as a dozen lines hold, if left out')
    .option('--test', 'withhold each of the nearest causes, alone and together, and say what comes of it')
    .option('--redraws <n>', `with --test: under how much other luck as well; ${REDRAWS} if left out`)
    .option(...JOBS)
    .option('--ids', 'with the numbers of the events')
    .option('--json', 'print an object')
    .addHelpText(
      'after',
      examples(
        'why runs/farm-at-night-1 500',
        'why runs/farm-at-night-1 500 --depth 3 --ids',
        'why runs/farm-at-night-1 500 --test',
        'why runs/farm-at-night-1 --state "Is Joss dead?"',
        'why runs/farm-at-night-1 --state "seed grain in the granary" --at "d2 00:30"',
      ),
    )
    .action(async (dir: string, typed: string | undefined, options: Options) => {
      mustAskOneThing(typed, options);
      const depth = options.depth === undefined ? undefined : countFrom('--depth', options.depth, 1);
      const run = await openRun(dir);
      const history = await run.history();
      const home = sideOf(history, tellerOf(history, run.sameRules ? run.setup : null, undefined));
      const how = { ...(depth === undefined ? {} : { depth }), ...(home === undefined ? {} : { home }) };
      const look = { begin: history.begin, width: textWidth(io), ids: options.ids === true, ...styleOf(io) };
      if (options.state !== undefined) {
        const answer = answerState(run, history, options.state, options.at, how);
        if (options.json === true) printJson(io, answer);
        else io.out(setState(answer, look));
        return;
      }
      const why = whyOf(chroniclesIn(history), eventNumber(history, typed!), {
        ...how,
        ...(run.sameRules ? { worldAt: (time: number) => run.worldAt(time) } : {}),
      });
      if (options.test === true) {
        const redraws =
          options.redraws === undefined ? REDRAWS : countFrom('--redraws', options.redraws, 0, MOST_REDRAWN);
        const tested = await askRun(io, run, options.jobs, (executor, hooks) =>
          testWhy(why, run.asked(), executor, { redraws, ...hooks }),
        );
        if (options.json === true) printJson(io, tested);
        else io.out(setTestedWhy(tested, look));
        return;
      }
      if (options.json === true) printJson(io, why);
      else io.out(setWhy(why, look));
    });
};

function mustAskOneThing(typed: string | undefined, { state, at, test, redraws, jobs }: Options): void {
  if (typed === undefined && state === undefined) {
    throw new CommandError(
      'Say what to ask about: the number of an event ("events" lists them), or --state "the gate".',
    );
  }
  if (typed !== undefined && state !== undefined) {
    throw new CommandError('Ask either about an event or with --state, not both.');
  }
  if (at !== undefined && state === undefined)
    throw new CommandError('--at goes with --state: an event has its own time.');
  if (test === true && state !== undefined)
    throw new CommandError(
      '--test goes with the number of an event: what lies behind a state is tested event by event.',
    );
  if (test !== true && (redraws !== undefined || jobs !== undefined))
    throw new CommandError(
      `--${redraws === undefined ? 'jobs' : 'redraws'} goes with --test: nothing is lived without it.`,
    );
}
