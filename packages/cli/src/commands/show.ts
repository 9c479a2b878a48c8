import { group, person, place } from '@anchorhold/engine';
import { openRun } from '@anchorhold/runs';
import type { Named, Run } from '@anchorhold/runs';
import { state } from '@anchorhold/engine';
import { momentWithin } from '../args.ts';
import { examples, printJson } from '../command.ts';
import type { AddCommand } from '../command.ts';
import { textWidth } from '../io.ts';
import { findNamed } from '../named.ts';
import { barrierPage, barrierShown } from '../show/barrier.ts';
import { goodPage, goodShown, isGood } from '../show/good.ts';
import { groupPage, groupShown } from '../show/group.ts';
import { lookAt } from '../show/look.ts';
import type { Look } from '../show/look.ts';
import { setPage } from '../show/page.ts';
import type { Page } from '../show/page.ts';
import { personPage, personShown } from '../show/person.ts';
import { placePage, placeShown } from '../show/place.ts';
import { planPage, planShown } from '../show/plan.ts';
import { squadPage, squadShown } from '../show/squad.ts';
import { wholePage, wholeShown } from '../show/whole.ts';
import { styleOf } from '../style.ts';

interface Options {
  readonly at?: string;
  readonly json?: boolean;
}

export const addShow: AddCommand = (program, io) => {
  program
    .command('show')
    .summary('how somebody or something stands at a moment')
    .description(
      'Show a person (body, wounds, duty, heart, bonds, what they know and from whom), a place (who is there, what lies there), ' +
        'a side, a squad, what bars a way, goods such as food wherever they are, or, without a name, everything.',
    )
    .argument('<dir>', 'the folder of a run')
    .argument(
      '[name]',
      'a person, place, group, squad, barrier or kind of goods; place:NAME where several are called the same',
    )
    .option('--at <time>', 'at this moment, such as "d2 00:30", or 3h from the start; the end if left out')
    .option('--json', 'print an object')
    .addHelpText(
      'after',
      examples(
        'show runs/farm-at-night-1',
        'show runs/farm-at-night-1 Marit --at "d2 00:08:30"',
        'show runs/farm-at-night-1 "seed grain"',
      ),
    )
    .action(async (dir: string, typed: string | undefined, options: Options) => {
      const run = await openRun(dir);
      const history = await run.history();
      const named = typed === undefined ? null : findNamed(history.names, typed, state.GOODS);
      const { begin } = run.recipe;
      const until = begin + run.summary.until;
      const world = options.at === undefined ? run.end() : run.worldAt(momentWithin('--at', options.at, begin, until));
      const look = lookAt(world, history);
      const start = lookAt(run.worldAt(begin), history);
      const { object, page } = typed === undefined ? whole(run, look, start) : one(look, start, named, typed.trim());
      if (options.json === true) printJson(io, object());
      else io.out(setPage(page(), textWidth(io), styleOf(io).strong));
    });
};

interface Showing {
  readonly object: () => unknown;
  readonly page: () => Page;
}

const whole = (run: Run, look: Look, start: Look): Showing => ({
  object: () => wholeShown(run, look, start),
  page: () => wholePage(run, look, start),
});

function one(look: Look, start: Look, named: Named | null, typed: string): Showing {
  const { cast } = look.world;
  if (named === null && isGood(typed)) {
    return { object: () => goodShown(look, start, typed), page: () => goodPage(look, start, typed) };
  }
  const key = named!.key;
  switch (named!.table) {
    case person.id: {
      const who = cast.mustRow(person, key);
      return { object: () => personShown(look, who), page: () => personPage(look, who) };
    }
    case place.id: {
      const where = cast.mustRow(place, key);
      return { object: () => placeShown(look, start, where), page: () => placePage(look, start, where) };
    }
    case group.id: {
      const of = cast.mustRow(group, key);
      return { object: () => groupShown(look, of), page: () => groupPage(look, of) };
    }
    case state.squad.id: {
      const row = cast.mustRow(state.squad, key);
      return { object: () => squadShown(look, row), page: () => squadPage(look, row) };
    }
    case state.barrier.id: {
      const row = cast.mustRow(state.barrier, key);
      return { object: () => barrierShown(look, row), page: () => barrierPage(look, row) };
    }
    default: {
      const plan = cast.mustRow(state.contingency, key);
      return { object: () => planShown(look, plan), page: () => planPage(look, plan) };
    }
  }
}
