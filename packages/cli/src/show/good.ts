import { person, place, state } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { sinceBegin } from '../time-words.ts';
import { capital } from '../text.ts';
import { clockOf, goodWords, inThePlace, isGone, personName, rowsOf } from './look.ts';
import type { Look } from './look.ts';
import type { Page } from './page.ts';

type Good = (typeof state.GOODS)[number];

/** A kind of goods at a moment: where how much of it lies, and who carries how much, in grams or pieces. */
export interface GoodShown {
  readonly what: 'store';
  readonly name: string;
  readonly time: number;
  readonly clock: string;
  readonly places: Readonly<Record<string, number>>;
  readonly had: Readonly<Record<string, number>>;
  readonly carriers: Readonly<Record<string, number>>;
  /** Numbers of the events in which some of it was taken, dropped or counted. */
  readonly events: readonly number[];
}

export const isGood = (name: string): name is Good => (state.GOODS as readonly string[]).includes(name);

export function goodShown(look: Look, start: Look, good: Good): GoodShown {
  const { world, history, time } = look;
  return {
    what: 'store',
    name: good,
    time,
    clock: formatClock(world.time),
    places: lying(look, good),
    had: lying(start, good),
    carriers: Object.fromEntries(carriersOf(look, good).map(({ who, amount }) => [world.keyOf(person, who), amount])),
    events: history.events
      .filter((event) => event.data['good'] === good && event.time >= 0 && event.time <= time)
      .map(({ id }) => id),
  };
}

function lying({ world }: Look, good: Good): Record<string, number> {
  const { amount } = world.of(state.stock);
  const found = rowsOf(world, place).map(
    (where) => [world.keyOf(place, where), amount.raw[state.stockRow(where, good)]!] as const,
  );
  return Object.fromEntries(found.filter(([, lies]) => lies > 0));
}

/** What somebody carries in sacks, and what they have of it as gear. */
function carriersOf({ world }: Look, good: Good): { who: number; amount: number }[] {
  const loads = world.of(state.load);
  const bodies = world.of(state.body);
  return rowsOf(world, person)
    .map((who) => {
      const borne =
        loads.amount.raw[who]! > 0 && state.GOODS[loads.good.raw[who]!] === good ? loads.amount.raw[who]! : 0;
      const gear = good === 'rounds' ? bodies.rounds.raw[who]! : good === 'dressings' ? bodies.dressings.raw[who]! : 0;
      return { who, amount: borne + gear };
    })
    .filter(({ amount }) => amount > 0);
}

export function goodPage(look: Look, start: Look, good: Good): Page {
  const shown = goodShown(look, start, good);
  const { world, history } = look;
  const where = [...new Set([...Object.keys(shown.had), ...Object.keys(shown.places)])];
  return {
    title: capital(good),
    under: `${shown.clock}, ${sinceBegin(look.time)}`,
    parts: [
      {
        label: 'Lies',
        lines:
          where.length === 0
            ? ['Nowhere.']
            : where.map((key) => {
                const [before, now] = [shown.had[key] ?? 0, shown.places[key] ?? 0];
                const change = before === now ? '' : `; ${goodWords(good, before).split(' of ')[0]} as it began`;
                return `${capital(inThePlace(look, world.cast.row(place, key)))}: ${goodWords(good, now)}${change}.`;
              }),
      },
      {
        label: 'With',
        lines: carriersOf(look, good).map(
          ({ who, amount }) =>
            `${personName(look, who)}: ${goodWords(good, amount)}${isGone(world, who) ? ', and is gone' : ''}.`,
        ),
      },
      {
        label: 'Events',
        lines: shown.events.map(
          (id) =>
            `${clockOf(look, history.events[id - 1]!.time + look.begin)}  ${history.events[id - 1]!.text} (event ${id})`,
        ),
      },
    ],
  };
}
