/** How many stand watch, and who of them when. */
import { purpose } from '../../kernel/chance.ts';
import { SECONDS } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { weariness } from '../bodies/sleep.ts';
import { readRegard } from '../bonds/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, peopleIn, side } from '../groups/state.ts';
import { passOver, shuns } from '../memory/avoiding.ts';
import { besiegerOf, investment } from '../siege/state.ts';
import { bedtime, nightsEnd } from './hours.ts';
import { canWatch } from './people.ts';
import { postsFor } from './posts.ts';
import { night, roster } from './state.ts';

/** On account of what a watch is set as it is: that it is night, a fight that is not long ago, or a siege. */
export const WATCH_FOR = ['the night', 'a fight', 'a siege'] as const;
/** How many stand at once, beside the night before. */
export const CHANGES = ['first', 'as before', 'more', 'fewer'] as const;

/** On a quiet night one stands for so many who can; with an enemy about, so many times as many stand. [d] */
const ONE_FOR = 18;
const WARY_TIMES = 2;
/** Seconds for which people are wary after a fight. [d] */
const WARY_FOR = 14 * 86_400;
/** The share of those who can stand who are called for in one night, and with an enemy about; all of them where the scenario says how many. [d] */
const CALLED = 0.5;
const CALLED_WARY = 0.75;
/** Fewest who keep a watch: somebody has to sleep. */
const FEWEST = 2;
/** Whoever is more tired than that (0..1) is called for last. [d] */
const RESTED = 0.5;
/** So many more are thought of where somebody cannot bear a post. [d] */
const LOOKS_ON = 4;
/** How much more tired somebody stands in for one whom they love. [d] */
const FAVOUR = 0.2;
const P_TURN = purpose('routine/turn');

/** What a watch is set against, and the event behind it; 0 for the night alone. Reads are tracked. */
export function threatTo(world: World, of: number): { readonly for: (typeof WATCH_FOR)[number]; readonly by: number } {
  const { endedBy, state } = world.of(campaign);
  state.at(of);
  const fight = endedBy.at(of);
  if (fight !== 0 && world.time - world.chronicle.time(fight) < WARY_FOR) return { for: 'a fight', by: fight };
  if (fight === 0 && besiegerOf(world, of) >= 0) return { for: 'a siege', by: world.of(investment).began.at(of) };
  return { for: 'the night', by: 0 };
}

/** Whether a group has a home and anything to be wary of beside the night. Plain reads. */
export function isWary(world: World, of: number): boolean {
  if (world.of(side).home.raw[of] === 0) return false;
  const fight = world.of(campaign).endedBy.raw[of];
  if (fight !== 0) return world.time - world.chronicle.time(fight) < WARY_FOR;
  return besiegerOf(world, of) >= 0;
}

/** How many a group has stand at once this night; 0 where it keeps no watch. */
export function watchersFor(world: World, of: number, wary: boolean): number {
  const able = callable(world, of).length;
  const { wants } = world.of(night);
  if (able < FEWEST || wants.raw[of] === 1) return 0;
  const own = wants.raw[of] > 1;
  const quiet = own ? wants.raw[of] - 1 : Math.ceil(able / ONE_FOR);
  const share = own ? 1 : wary ? CALLED_WARY : CALLED;
  const most = Math.floor((able * share) / turnsIn(world, of, able).length);
  return Math.max(1, Math.min(quiet * (wary ? WARY_TIMES : 1), most));
}

/** Call people for this night: the turns in order, each with those who last stood longest ago. Only from within an event's `apply`. */
export function assign(world: World, of: number, posts: number, by: number): void {
  for (const who of peopleIn(world, of)) dismiss(world, who);
  const rows = world.of(roster);
  const order = inTurn(world, of);
  const places = postsFor(world, of, posts);
  let next = 0;
  for (const { from, until } of turnsIn(world, of, order.length)) {
    for (const at of places) {
      if (next === order.length) return;
      const who = order[turnFor(world, order, next, at, by)];
      order.splice(order.indexOf(who), 1);
      order.splice(next++, 0, who);
      rows.post.put(who, at + 1);
      rows.from.put(who, from);
      rows.until.put(who, until);
      rows.set.put(who, by);
    }
  }
}

/**
 * Where in the order whoever stands next at a post is: who cannot bear the place stands somewhere else, if one of the next few can
 * stand there.
 */
function turnFor(world: World, order: readonly number[], next: number, at: number, by: number): number {
  const of = shuns(world, order[next], at);
  if (of === 0) return next;
  for (let other = next + 1; other < Math.min(order.length, next + 1 + LOOKS_ON); other++) {
    if (shuns(world, order[other], at) !== 0) continue;
    passOver(world, order[next], at, of, by);
    return other;
  }
  return next;
}

/** Somebody is called for no longer. */
export function dismiss(world: World, who: number): void {
  const rows = world.of(roster);
  if (rows.on.raw[who] === 1) rows.stoodAt.put(who, world.time);
  if (rows.on.raw[who] === 1) rows.on.put(who, 0);
  if (rows.post.raw[who] !== 0) rows.post.put(who, 0);
}

/** Whoever can stand in for somebody: rested, not called for this night, the least tired first, and before them who likes them well; -1 for nobody. */
export function standIn(world: World, who: number, least: number): number {
  const { post } = world.of(roster);
  let best = -1;
  let lowest = Infinity;
  for (const other of callable(world, groupOf(world, who))) {
    const tired = weariness(world, other);
    if (other === who || post.raw[other] !== 0 || tired >= least) continue;
    const asks = tired - FAVOUR * readRegard(world, other, who, 'affection');
    if (asks >= lowest) continue;
    [best, lowest] = [other, asks];
  }
  return best;
}

function callable(world: World, of: number): number[] {
  return peopleIn(world, of).filter((who) => canWatch(world, who));
}

/** Those who can be called for: the rested before the tired, those who stood longest ago first, and by luck where nobody did. */
function inTurn(world: World, of: number): number[] {
  const { stoodAt } = world.of(roster);
  const keyed = callable(world, of).map((who) => ({
    who,
    luck: world.luck(P_TURN, who),
    tired: weariness(world, who) > RESTED ? 1 : 0,
    stood: stoodAt.raw[who],
  }));
  keyed.sort(
    (a, b) =>
      a.tired - b.tired ||
      a.stood - b.stood ||
      a.luck - b.luck ||
      world.nameLo(person, a.who) - world.nameLo(person, b.who),
  );
  return keyed.map(({ who }) => who);
}

/** The turns of what is left of the night, in whole hours: as many as it takes, and no more than there are people. */
function turnsIn(world: World, of: number, people: number): { readonly from: number; readonly until: number }[] {
  const begin = Math.max(world.time, bedtime(world, of));
  const hours = Math.max(1, Math.ceil((nightsEnd(world, of) - begin) / SECONDS.hour));
  const count = Math.max(1, Math.min(people, Math.ceil(hours / world.of(night).hours.raw[of])));
  const edge = (i: number): number =>
    i === count ? nightsEnd(world, of) : begin + Math.floor((hours * i) / count) * SECONDS.hour;
  return Array.from({ length: count }, (_, i) => ({ from: edge(i), until: edge(i + 1) }));
}
