import { chroniclesIn, openRun } from '@anchorhold/runs';
import { whyOf } from '@anchorhold/story';
import { countFrom } from '../args.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { textWidth } from '../io.ts';
import { styleOf } from '../style.ts';
import { sideOf, tellerOf } from '../telling.ts';
import { eventNumber } from '../why/number.ts';
import { setWhy } from '../why/page.ts';

interface Options {
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
    .argument('<event>', 'the number of an event, as "events --json" and "show" give it')
    .option('--depth <n>', 'all causes down to so many levels; as much as a dozen lines hold, if left out')
    .option('--ids', 'with the numbers of the events')
    .option('--json', 'print an object')
    .addHelpText('after', examples('why runs/farm-at-night-1 500', 'why runs/farm-at-night-1 500 --depth 3 --ids'))
    .action(async (dir: string, typed: string, options: Options) => {
      const depth = options.depth === undefined ? undefined : countFrom('--depth', options.depth, 1);
      const run = await openRun(dir);
      const history = await run.history();
      const id = eventNumber(history, typed);
      const home = sideOf(history, tellerOf(history, run.sameRules ? run.setup : null, undefined));
      const why = whyOf(chroniclesIn(history), id, {
        ...(depth === undefined ? {} : { depth }),
        ...(home === undefined ? {} : { home }),
        ...(run.sameRules ? { worldAt: (time: number) => run.worldAt(time) } : {}),
      });
      if (options.json === true) printJson(io, why);
      else
        io.out(setWhy(why, { begin: history.begin, width: textWidth(io), ids: options.ids === true, ...styleOf(io) }));
    });
};
