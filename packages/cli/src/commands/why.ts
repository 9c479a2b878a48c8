import { chroniclesIn, openRun } from '@anchorhold/runs';
import { whyOf } from '@anchorhold/story';
import { countFrom } from '../args.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { CommandError } from '../exit.ts';
import { textWidth } from '../io.ts';
import { styleOf } from '../style.ts';
import { sideOf, tellerOf } from '../telling.ts';
import { eventNumber } from '../why/number.ts';
import { setState, setWhy } from '../why/page.ts';
import { answerState } from '../why/state.ts';

interface Options {
  readonly state?: string;
  readonly at?: string;
  readonly depth?: string;
  readonly ids?: boolean;
  readonly json?: boolean;
}

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
    .option('--ids', 'with the numbers of the events')
    .option('--json', 'print an object')
    .addHelpText(
      'after',
      examples(
        'why runs/farm-at-night-1 500',
        'why runs/farm-at-night-1 500 --depth 3 --ids',
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
      if (options.json === true) printJson(io, why);
      else io.out(setWhy(why, look));
    });
};

function mustAskOneThing(typed: string | undefined, { state, at }: Options): void {
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
}
