import { group, person, place, state } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { sinceBegin } from '../time-words.ts';
import { andList, capital } from '../text.ts';
import {
  clockOf,
  conditionOf,
  goodWords,
  groupName,
  groupOf,
  isGone,
  personName,
  placeName,
  rowsOf,
  stocksAt,
  withArticle,
} from './look.ts';
import type { Condition, Look } from './look.ts';
import type { Page } from './page.ts';

/** A place at a moment. Names are keys; amounts in grams or pieces. */
export interface PlaceShown {
  readonly what: 'place';
  readonly name: string;
  readonly shown: string;
  readonly time: number;
  readonly clock: string;
  readonly people: readonly { readonly name: string; readonly group: string; readonly condition: Condition }[];
  readonly stocks: Readonly<Record<string, number>>;
  /** Weapons that lie about, with the rounds that belong to them, and the events that left them. */
  readonly lying: readonly { readonly weapon: string; readonly rounds: number; readonly event: number }[];
  /** What lay there as it began. */
  readonly had: Readonly<Record<string, number>>;
  /** Numbers of the last events there, oldest first. */
  readonly lately: readonly number[];
}

/** How many of the last events are shown. */
const LATELY = 6;

export function peopleAt({ world }: Look, where: number): number[] {
  const { at } = world.of(state.position);
  return rowsOf(world, person).filter((who) => at.raw[who] === where && !isGone(world, who));
}

const stocks = (look: Look, where: number): Record<string, number> =>
  Object.fromEntries(stocksAt(look.world, where).map(({ good, amount }) => [good, amount]));

function latelyAt({ history, time, world }: Look, where: number): number[] {
  const key = world.keyOf(place, where);
  return history.events
    .filter((event) => event.place === key && event.weight === 'turn' && event.time <= time && event.time >= 0)
    .slice(-LATELY)
    .map(({ id }) => id);
}

export function placeShown(look: Look, start: Look, where: number): PlaceShown {
  const { world } = look;
  return {
    what: 'place',
    name: world.keyOf(place, where),
    shown: placeName(look, where),
    time: look.time,
    clock: formatClock(world.time),
    people: peopleAt(look, where).map((who) => ({
      name: world.keyOf(person, who),
      group: world.keyOf(group, groupOf(world, who)),
      condition: conditionOf(world, who),
    })),
    stocks: stocks(look, where),
    lying: lyingAt(look, where),
    had: stocks(start, where),
    lately: latelyAt(look, where),
  };
}

export function placePage(look: Look, start: Look, where: number): Page {
  const shown = placeShown(look, start, where);
  const there = peopleAt(look, where);
  const sides = [...new Set(there.map((who) => groupOf(look.world, who)))];
  const { events } = look.history;
  return {
    title: capital(withArticle(shown.shown)),
    under: `${shown.clock}, ${sinceBegin(look.time)}`,
    parts: [
      {
        label: 'There',
        lines:
          there.length === 0
            ? ['Nobody.']
            : sides.map(
                (of) =>
                  `Of ${groupName(look, of)}: ${peopleWords(
                    look,
                    there.filter((who) => groupOf(look.world, who) === of),
                  )}.`,
              ),
      },
      { label: 'Stores', lines: storeLines(shown) },
      { label: 'Lying about', lines: lyingLines(shown) },
      {
        label: 'Lately',
        lines: shown.lately.map(
          (id) => `${clockOf(look, events[id - 1]!.time + look.begin)}  ${events[id - 1]!.text} (event ${id})`,
        ),
      },
    ],
  };
}

const HOW: Readonly<Record<Condition, string>> = {
  dead: ' (dead)',
  down: ' (down)',
  wounded: ' (wounded)',
  unhurt: '',
};

/** Names, with what is wrong with each. */
export function peopleWords(look: Look, people: readonly number[]): string {
  return andList(people.map((who) => `${personName(look, who)}${HOW[conditionOf(look.world, who)]}`));
}

function lyingAt({ world }: Look, where: number): PlaceShown['lying'] {
  const things = world.of(state.thing);
  return rowsOf(world, state.thing)
    .filter((row) => things.isLive(row) && things.place.raw[row] === where)
    .map((row) => ({
      weapon: state.WEAPONS[things.weapon.raw[row]!]!.name,
      rounds: things.rounds.raw[row]!,
      event: things.by.raw[row]!,
    }));
}

function lyingLines({ lying }: PlaceShown): string[] {
  return lying.map(({ weapon, rounds, event }) => {
    const loaded = rounds === 0 ? 'without a round' : `with ${goodWords('rounds', rounds)}`;
    return `A ${weapon} ${loaded} (event ${event}).`;
  });
}

function storeLines({ stocks: now, had }: PlaceShown): string[] {
  const goods = [...new Set([...Object.keys(had), ...Object.keys(now)])];
  return goods.map((good) => {
    const [before, after] = [had[good] ?? 0, now[good] ?? 0];
    const change =
      before === after
        ? ''
        : before === 0
          ? ', none of it there as it began'
          : ` of ${goodWords(good, before).split(' of ')[0]} as it began`;
    return `${capital(goodWords(good, after))}${change}.`;
  });
}
