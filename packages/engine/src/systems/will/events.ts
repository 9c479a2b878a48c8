import { eventKind, maybe, oneOf, reason, role } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { leaderOf, peopleIn } from '../groups/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { broke } from '../resolve/system.ts';
import { DOUBTS, HEARTS, doubts, openings, reckoned } from './state.ts';
import type { Doubt } from './state.ts';

/**
 * How much each doubt weighs. Losses and broken comrades: all of one's people together. Enemies: each of them, to a handful
 * of people; to more people, less. The rest: as it stands. [d, after McQuie's order of causes]
 */
export const WEIGHS: Readonly<Record<Doubt, number>> = {
  loss: 2.1,
  neighbour: 1.3,
  surprise: 0.5,
  reserve: 0.8,
  flank: 0.35,
  'none left': 0.35,
  leader: 0.25,
  ammunition: 0.15,
  time: 0.2,
  breach: 0.25,
};
/** People of a band to whom one enemy in the wrong place weighs all that it can. [d] */
const HANDFUL = 6;
/** How fast the shock of it wears off, each time. [d] */
const WEARS_OFF = 0.5;
/** Seconds within which those who turn up out of nowhere are one shock. [d] */
export const TOGETHER = 60;
/** How much heart it gives: to see as many enemies run as one has people; to have a place; to be through a wall. [d] */
export const HEARTENS = { flight: 1.5, taken: 0.3, breach: 0.25 } as const;
/** Metres at which a rout carries others along. [d] */
const ROUT_METRES = 70;

/** A leader takes in something that speaks for giving up. */
export const shaken = eventKind('will/shaken', {
  roles: {
    actor: role(person),
    target: maybe(person),
    group: role(group),
    place: maybe(place),
    barrier: maybe(barrier),
  },
  data: { by: oneOf(DOUBTS) },
  possible: (world, event) =>
    leaderOf(world, event.group) === event.actor && !(isShock(event.by) && isAback(world, event.group, event.by)),
  // Each thing is thought about once, whether or not it shakes them.
  spend: (world, event) => {
    note(world, event.group, event.target ?? -1, event.by);
    noteBreach(world, event.group, event.barrier ?? -1);
    if (event.by === 'leader') world.of(doubts).ledBy.put(event.group, event.actor + 1);
  },
  apply: (world, event) => {
    const rows = world.of(doubts);
    rows.doubt.add(event.group, weightOf(world, event.group, event.by), event.id);
    if (isShock(event.by)) rows.abackTimes.put(event.group, Math.min(255, rows.abackTimes.raw[event.group] + 1));
    if (event.by === 'time') rows.movedBy.put(event.group, event.id);
  },
});

/** Whether a doubt comes of an enemy where none was looked for. */
function isShock(by: Doubt): boolean {
  return by === 'surprise' || by === 'reserve' || by === 'flank';
}

/**
 * Whether the last enemy out of nowhere is still being digested: who turns up with others is part of the same shock. That some
 * had lain hidden all along is a shock of its own.
 */
export function isAback(world: World, of: number, by: Doubt): boolean {
  const { abackAt, hiddenAt } = world.of(doubts);
  const aback = by === 'reserve' ? hiddenAt.raw[of] : abackAt.raw[of];
  return aback > 0 && world.time - aback < TOGETHER;
}

/** That it has been taken account of, so that it counts once. */
function note(world: World, of: number, target: number, by: Doubt): void {
  const known = world.of(reckoned);
  const rows = world.of(doubts);
  if (target >= 0) {
    if (by === 'loss') known.lost.put(target, 1);
    else if (by === 'neighbour') known.broke.put(target, 1);
    else if (by === 'reserve') {
      known.hidden.put(target, 1);
      rows.hiddenAt.put(of, world.time);
    }
    if (isShock(by)) {
      // Whoever came from nowhere and stands in the way back is one enemy, not two.
      known.surprise.put(target, 1);
      if (by === 'flank') known.behind.put(target, 1);
      rows.abackAt.put(of, world.time);
    }
  }
  if (by === 'time') rows.movedAt.put(of, world.time);
  else if (by === 'ammunition' || by === 'none left') {
    rows.once.put(of, rows.once.raw[of] | (1 << DOUBTS.indexOf(by)));
  }
}

function noteBreach(world: World, of: number, wall: number): void {
  if (wall < 0) return;
  const { known } = world.of(openings);
  known.put(wall, known.raw[wall] | (1 << of));
}

/** What is left, to so many people, of what a handful would make of it: the larger a force, the more it takes to turn it round. */
export function aHandful(count: number): number {
  return Math.min(1, HANDFUL / Math.max(1, count));
}

/** How much one thing of a kind weighs to a group of this size. */
export function weightOf(world: World, of: number, by: Doubt): number {
  const count = Math.max(1, peopleIn(world, of).length);
  if (by === 'loss' || by === 'neighbour') return WEIGHS[by] / count;
  if (by === 'reserve') return WEIGHS[by] * Math.sqrt(aHandful(count));
  if (isShock(by)) return (WEIGHS[by] * aHandful(count)) / (1 + WEARS_OFF * world.of(doubts).abackTimes.raw[of]);
  return WEIGHS[by];
}

/** A leader takes in something that speaks for going on. */
export const heartened = eventKind('will/heartened', {
  roles: {
    actor: role(person),
    target: maybe(person),
    group: role(group),
    place: maybe(place),
    barrier: maybe(barrier),
  },
  data: { by: oneOf(HEARTS) },
  possible: (world, event) => leaderOf(world, event.group) === event.actor,
  spend: (world, event) => {
    if (event.target !== undefined && event.target >= 0) world.of(reckoned).fled.put(event.target, 1);
    noteBreach(world, event.group, event.barrier ?? -1);
    world.of(doubts).movedAt.put(event.group, world.time);
  },
  apply: (world, event) => {
    const rows = world.of(doubts);
    const count = Math.max(1, peopleIn(world, event.group).length);
    rows.movedBy.put(event.group, event.id);
    rows.heart.add(event.group, event.by === 'flight' ? HEARTENS.flight / count : HEARTENS[event.by], event.id);
  },
});

/** A leader decides that it is over for tonight. */
export const gaveUp = eventKind('will/gave-up', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  turnOf: 'group',
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 && world.of(doubts).gaveUp.raw[event.group] === 0,
  apply: (world, event) => {
    const rows = world.of(doubts);
    rows.gaveUp.put(event.group, 1);
    rows.gaveUpBy.put(event.group, event.id);
  },
});

/** So many have run that the rest run too, and nobody gave the word. */
export const routed = eventKind('will/routed', {
  roles: { group: role(group), place: role(place) },
  turnOf: 'group',
  possible: (world, event) => world.of(doubts).routed.raw[event.group] === 0,
  apply: (world, event) => {
    const rows = world.of(doubts);
    rows.routed.put(event.group, 1);
    rows.routedBy.put(event.group, event.id);
    const bodies = world.of(body);
    const where = world.of(position);
    for (const who of peopleIn(world, event.group)) {
      if (bodies.down.raw[who] === 1 || bodies.awake.raw[who] === 0 || where.gone.raw[who] === 1) continue;
      if (world.of(nerves).broken.raw[who] === 1 || world.of(captive).state.raw[who] !== 0) continue;
      if (metresBetween(world, event.place, where.at.raw[who]) > ROUT_METRES) continue;
      world.propose(broke, { actor: who, place: where.at.raw[who], group: event.group }, [reason(event.id)]);
    }
  },
});
