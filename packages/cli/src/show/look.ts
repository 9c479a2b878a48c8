import { group, person, place, state } from '@anchorhold/engine';
import type { TableDef, World } from '@anchorhold/engine';
import type { History } from '@anchorhold/runs';
import { inPlace } from '@anchorhold/story';
import { formatClock } from '@anchorhold/scenario';
import { shownNames } from '../named.ts';

/** A world at a moment, and how everything in it is called. */
export interface Look {
  readonly world: World;
  readonly history: History;
  /** Seconds since the beginning. */
  readonly time: number;
  readonly begin: number;
  /** Shown name of a row, safe to print. */
  readonly shown: (table: TableDef, row: number) => string;
  /** Key of a row. */
  readonly key: (table: TableDef, row: number) => string;
}

export function lookAt(world: World, history: History): Look {
  const names = shownNames(history);
  const { begin } = history;
  const key = (table: TableDef, row: number): string => world.keyOf(table, row);
  return {
    world,
    history,
    begin,
    time: world.time - begin,
    key,
    shown: (table, row) => names(table.id, key(table, row)),
  };
}

export const rowsOf = (world: World, table: TableDef): number[] =>
  Array.from({ length: world.of(table).count }, (_, row) => row);

export const groupOf = (world: World, who: number): number => world.of(state.member).group.raw[who]!;
export const peopleIn = (world: World, of: number): number[] =>
  rowsOf(world, person).filter((who) => groupOf(world, who) === of);
export const leaderOf = (world: World, of: number): number => world.of(state.side).leader.raw[of]! - 1;
export const isLeader = (world: World, who: number): boolean => leaderOf(world, groupOf(world, who)) === who;

export type Condition = 'dead' | 'down' | 'wounded' | 'unhurt';

/** How somebody is, in one word, as far as eyes can tell. */
export function conditionOf(world: World, who: number): Condition {
  const bodies = world.of(state.body);
  if (bodies.alive.raw[who] === 0) return 'dead';
  if (bodies.down.raw[who] === 1) return 'down';
  return world.of(state.vitals).open.raw[who]! > 0 ? 'wounded' : 'unhurt';
}

export const isGone = (world: World, who: number): boolean => world.of(state.position).gone.raw[who] === 1;

/** A person's group, or all there is to say of a place: shown names for text. */
export const personName = (look: Look, who: number): string => look.shown(person, who);
export const placeName = (look: Look, where: number): string => look.shown(place, where);
export const groupName = (look: Look, of: number): string => look.shown(group, of);

/** `the granary`; names that are capitalised take no article. */
export const thePlace = (look: Look, where: number): string => withArticle(placeName(look, where));
/** `in the granary`, `on the north wall`, `at Marrow Ferry`. */
export const inThePlace = (look: Look, where: number): string =>
  inPlace({ name: placeName(look, where), kind: 'place' });
export function withArticle(name: string): string {
  return /^(?:the|a|an)\s/i.test(name) || !/^\p{Ll}/u.test(name) ? name : `the ${name}`;
}

/** `d2 00:07:31`, or the clock alone on the day of the look. */
export function clockOf(look: Look, time: number): string {
  const full = formatClock(time);
  return full.split(' ')[0] === formatClock(look.world.time).split(' ')[0] ? full.split(' ')[1]! : full;
}

const PIECES: readonly string[] = ['rounds', 'dressings'];

/** `130 kg`, `800 g`, `60`: what is counted in pieces has no unit. */
export function amountOf(good: string, amount: number): string {
  if (PIECES.includes(good)) return String(amount);
  if (amount === 0) return 'none';
  const [small, large] = good === 'water' ? ['ml', 'l'] : ['g', 'kg'];
  return amount < 1000 ? `${amount} ${small}` : `${Math.round(amount / 100) / 10} ${large}`;
}

/** `130 kg of seed grain`, `60 rounds`, `1 dressing`. */
export function goodWords(good: string, amount: number): string {
  if (PIECES.includes(good)) return `${amount === 0 ? 'no' : amount} ${amount === 1 ? good.replace(/s$/, '') : good}`;
  return amount === 0 ? `no ${good}` : `${amountOf(good, amount)} of ${good}`;
}

/** What lies in a place, by good, as far as there is any. */
export function stocksAt(world: World, where: number): { good: string; amount: number }[] {
  const { amount } = world.of(state.stock);
  return state.GOODS.map((good) => ({ good, amount: amount.raw[state.stockRow(where, good)]! })).filter(
    (each) => each.amount > 0,
  );
}

/** Number of the event that a cell names, or null. */
export const eventOrNull = (id: number): number | null => (id === 0 ? null : id);
