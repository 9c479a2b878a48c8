import { group, person, place, state } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { andList, capital } from '../text.ts';
import { sinceBegin } from '../time-words.ts';
import { clockOf, eventOrNull, groupName, personName, rowsOf, thePlace } from './look.ts';
import type { Look } from './look.ts';
import type { Page } from './page.ts';

/** What stands between two places, at a moment. Names are keys. */
export interface BarrierShown {
  readonly what: 'barrier';
  readonly name: string;
  readonly shown: string;
  readonly time: number;
  readonly clock: string;
  readonly like: string;
  readonly between: readonly [string, string];
  readonly keeper: string | null;
  readonly broken: boolean;
  readonly because: number | null;
  /** How much of the work of getting through is done, 0..1. */
  readonly done: number;
  readonly atWork: readonly string[];
  /** Numbers of the last events about it, oldest first. */
  readonly lately: readonly number[];
}

const LATELY = 6;

const atWorkOn = ({ world }: Look, row: number): number[] =>
  rowsOf(world, person).filter((who) => world.of(state.breaking).worksAt.raw[who] === row + 1);

export function barrierShown(look: Look, row: number): BarrierShown {
  const { world, history, time } = look;
  const walls = world.of(state.barrier);
  const name = look.key(state.barrier, row);
  const keeper = walls.keeper.raw[row]! - 1;
  const broken = walls.breached.raw[row] === 1;
  const done = broken ? 1 : Math.min(1, walls.work.raw[row]! / Math.max(1, walls.strength.raw[row]!));
  return {
    what: 'barrier',
    name,
    shown: look.shown(state.barrier, row),
    time,
    clock: formatClock(world.time),
    like: state.BARRIER_NAMES[walls.kind.raw[row]!]!,
    between: [look.key(place, walls.inside.raw[row]!), look.key(place, walls.outside.raw[row]!)],
    keeper: keeper < 0 ? null : look.key(group, keeper),
    broken,
    because: eventOrNull(walls.breachedBy.raw[row]!),
    done: Math.round(done * 100) / 100,
    atWork: atWorkOn(look, row).map((who) => look.key(person, who)),
    lately: history.events
      .filter((event) => event.roles['barrier'] === name && event.time <= time)
      .slice(-LATELY)
      .map(({ id }) => id),
  };
}

export function barrierPage(look: Look, row: number): Page {
  const shown = barrierShown(look, row);
  const { history, begin } = look;
  const walls = look.world.of(state.barrier);
  const [inside, outside] = [walls.inside.raw[row]!, walls.outside.raw[row]!];
  const keeper = walls.keeper.raw[row]! - 1;
  const kept = keeper < 0 ? '' : `; ${groupName(look, keeper)} may pass`;
  const workers = atWorkOn(look, row).map((who) => personName(look, who));
  return {
    title: capital(shown.shown),
    under: `${shown.clock}, ${sinceBegin(look.time)}`,
    parts: [
      {
        label: 'Stands',
        lines: [`A ${shown.like} between ${thePlace(look, inside)} and ${thePlace(look, outside)}${kept}.`],
      },
      { label: 'State', lines: [stateWords(shown)] },
      { label: 'At work', lines: workers.length === 0 ? [] : [`${andList(workers)}.`] },
      {
        label: 'Lately',
        lines: shown.lately.map((id) => {
          const event = history.events[id - 1]!;
          return `${clockOf(look, event.time + begin)}  ${event.text} (event ${id})`;
        }),
      },
    ],
  };
}

function stateWords({ broken, because, done }: BarrierShown): string {
  if (broken) return because === null ? 'Open.' : `Open (event ${because}).`;
  if (done === 0) return 'Whole.';
  return done < 0.35 ? 'Scarred, but whole.' : done < 0.75 ? 'Half broken through.' : 'Nearly through.';
}
