import { peopleOf } from '../../kernel/cast.ts';
import { enabled, eventKind, oneOf, reason, role } from '../../kernel/events.ts';
import { entries, nameIn, optionally } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { command, defineSystem, fill, rule, slot } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { efforts } from '../bodies/effort.ts';
import type { Effort } from '../bodies/effort.ts';
import { body } from '../bodies/state.ts';
import { groupBonds } from '../groups/system.ts';
import { squadPost } from '../squads/divisions.ts';
import { edgesOf, neighboursOf, placeForms } from './forms.ts';
import { layRoutes } from './routes.ts';
import { between, crossing, ground, pairRow, passage, position, way } from './state.ts';
import { MATERIALS, PLACE_TEMPLATES } from './templates.ts';
import { delayFor, hasWays, nextFor, openedAcross, readWay, wayMetres } from './ways.ts';
import { whereabouts } from './facts.ts';
import { words } from './words.ts';

/** Metres a second over rough ground in the dark: creeping, walking, running. [m: foot movement tables] */
export const PACES = [0.7, 1.3, 3.2] as const;
/** How much slower somebody runs who has no breath left, and what a second of running takes of it. [d] */
const WINDED_SLOWS = 0.45;
const RUNNING_TAKES = 0.012;
export const PACE_NAMES = ['creeping', 'walking', 'running'] as const;

/** What slows people down: a share of their pace that is left, from 0 (not at all able to move) to 1. Reads are tracked. */
export const hampers = slot<(world: World, who: number) => number>('places/hampers');

/** Somebody who comes or goes, in a place; the event's id and time. */
export interface Going {
  readonly actor: number;
  readonly place: number;
  readonly id: number;
  readonly time: number;
}

/** What follows when somebody has come to a place from another. Only from within the event's `apply`. */
export const arrivals = slot<(world: World, event: Going, from: number) => void>('places/arrivals');

/** However much hampers somebody, so much of their pace is left. [d] */
const LEAST_PACE = 0.05;

export const peoplePlaces = entries('people', { at: optionally(nameIn('places', 'Where they are as it begins.')) });
export const groupPlaces = entries('groups', {
  at: optionally(nameIn('places', 'Where its people are as it begins.')),
});

/** Somebody sets out for a place. The way there is part of it. */
export const setOut = eventKind('places/set-out', {
  roles: { actor: role(person), place: role(place), goal: role(place) },
  data: { pace: oneOf(PACE_NAMES) },
  notice: { seen: 0.6, heard: 0 },
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 &&
    world.of(position).gone.raw[event.actor] === 0 &&
    wayMetres(world, event.actor, event.place, event.goal) < Infinity,
  apply: (world, event) => {
    const where = world.of(position);
    const pace = PACE_NAMES.indexOf(event.pace);
    where.bound.put(event.actor, event.goal + 1);
    where.setOut.put(event.actor, event.id);
    where.pace.put(event.actor, pace);
    takeLeg(world, event.actor, event.place, event.goal);
  },
});

/** Somebody comes to a place on the way, or to the end of it. */
export const reached = eventKind('places/reached', {
  roles: { actor: role(person), place: role(place) },
  notice: { seen: 0.7, heard: 0 },
  possible: (world, event) =>
    world.of(body).down.raw[event.actor] === 0 && world.of(position).bound.raw[event.actor] > 0,
  apply: (world, event) => {
    const where = world.of(position);
    const from = where.at.raw[event.actor];
    where.at.put(event.actor, event.place);
    where.since.put(event.actor, event.time);
    where.by.put(event.actor, event.id);
    const goal = where.bound.raw[event.actor] - 1;
    if (goal === event.place) where.bound.put(event.actor, 0);
    else takeLeg(world, event.actor, event.place, goal);
    for (const follows of world.ruleset.filled(arrivals)) follows(world, event, from);
  },
});

/**
 * Somebody is in a place from now on by event `by`, without their way there being lived: the hour holds it. Nothing follows from it as from
 * arriving. Only from within an event's `apply`.
 */
export function comeTo(world: World, who: number, to: number, by: number): void {
  const where = world.of(position);
  where.bound.put(who, 0);
  if (where.at.raw[who] === to) return;
  where.at.put(who, to);
  where.since.put(who, world.time);
  where.by.put(who, by);
}

/** Somebody takes the next leg of the way from one place towards another. */
function takeLeg(world: World, who: number, from: number, goal: number): void {
  const where = world.of(position);
  const next = nextFor(world, who, from, goal);
  if (next < 0) {
    where.bound.put(who, 0);
    return;
  }
  where.leg.put(who, next + 1);
  where.arrives.put(who, world.time + legSeconds(world, who, from, next, where.pace.raw[who]));
  if (shareOfPace(world, who) < 1) stillHere(world, who);
}

/** Where somebody is who would be farther on, had nothing slowed or stopped them, rests on what did: it is written anew. */
export function stillHere(world: World, who: number): void {
  const { at } = world.of(position);
  at.put(who, at.raw[who]);
}

/** To run takes one's breath. */
const running: Effort = {
  id: 'places/running',
  takes: (world, who) => {
    const where = world.of(position);
    return where.bound.raw[who] !== 0 && where.pace.raw[who] === 2 ? RUNNING_TAKES : 0;
  },
};

/** What is left of somebody's pace after all that hampers them. */
function shareOfPace(world: World, who: number): number {
  let share = 1;
  for (const hamperedBy of world.ruleset.filled(hampers)) share *= hamperedBy(world, who);
  return Math.max(LEAST_PACE, share);
}

/** Make a change that hampers somebody, or frees them; who is under way takes longer from here on. Only from an `apply`. */
export function hamper(world: World, who: number, change: () => void): void {
  const before = shareOfPace(world, who);
  change();
  const where = world.of(position);
  const rest = where.arrives.raw[who] - world.time;
  if (where.bound.raw[who] === 0 || rest <= 0) return;
  const longer = before / shareOfPace(world, who);
  if (longer === 1) return;
  where.arrives.put(who, world.time + Math.ceil(rest * longer));
  stillHere(world, who);
}

/** Seconds from a place to its neighbour, with what stands in between: the breathless run no faster than they can. */
export function legSeconds(world: World, who: number, from: number, next: number, pace: number): number {
  const metres = world.of(between).step.raw[pairRow(world, from, next)];
  const breath = pace === 2 ? 1 - WINDED_SLOWS * world.of(body).winded.raw[who] : 1;
  const metresASecond = PACES[pace] * breath * shareOfPace(world, who);
  const walked = Math.max(1, Math.ceil(metres / metresASecond));
  return walked + Math.ceil(delayFor(world, who, from, next));
}

/** What follows when somebody crosses from a place to its neighbour where something stands or stood in the way. */
export type Crossed = (world: World, who: number, from: number, to: number, barrier: number) => void;
export const crossings = slot<Crossed>('places/crossings');

/** Those under way come to the next place when its time is up. */
const walk = rule('places/walk', { phase: 'act', at: ['second', 'minute', 'hour'] }, (world, beat) => {
  const where = world.of(position);
  const bodies = world.of(body);
  for (const who of beat.members) {
    const bound = where.bound.raw[who];
    if (bound === 0 || where.arrives.raw[who] > world.time) continue;
    if (bodies.alive.raw[who] === 0 || bodies.down.raw[who] === 1) continue;
    world.trace.open(who, world.time);
    const at = where.at.at(who);
    where.bound.at(who);
    const next = where.leg.raw[who] - 1;
    where.arrives.at(who);
    shareOfPace(world, who);
    readWay(world, who, at, bound - 1);
    const because = [reason(where.setOut.raw[who]), enabled(openedAcross(world, at, next))];
    world.propose(reached, { actor: who, place: next }, because);
    if (hasWays(world)) {
      const barrier = world.of(crossing).barrier.raw[pairRow(world, at, next)] - 1;
      if (barrier >= 0) for (const cross of world.ruleset.filled(crossings)) cross(world, who, at, next, barrier);
    }
    world.trace.close(false);
  }
});

/** The author's hand moves somebody. */
const move = command(
  'move',
  'intervention',
  { who: nameIn('people', 'Who is moved.'), to: nameIn('places', 'Where to.') },
  (world, value) => {
    const where = world.of(position);
    const who = world.cast.mustRow(person, value.who);
    where.at.put(who, world.cast.mustRow(place, value.to));
    where.bound.put(who, 0);
  },
  (world, value) =>
    world.of(position).gone.raw[world.cast.mustRow(person, value.who)] === 1
      ? `${value.who} is not there any more by then.`
      : null,
);

/** Places from which a place can be seen at all, itself among them: its neighbours, and theirs across open ground. */
export function seenFrom(setup: Setup, from: string): ReadonlySet<string> {
  const forms = setup.entries(placeForms);
  const beside = neighboursOf(setup);
  const seen = new Set([from]);
  for (const next of beside.get(from) ?? []) {
    seen.add(next);
    const like = PLACE_TEMPLATES[forms.get(next)?.like ?? 'field'];
    if (!like.roofed) for (const beyond of beside.get(next) ?? []) seen.add(beyond);
  }
  return seen;
}

/** Where everybody is as it begins: their own word, their group's, the place that they are bound to by home. */
export function placeOf(setup: Setup, key: string, groupKey: string): string | undefined {
  const own = setup.entries(peoplePlaces).get(key)?.at;
  if (own !== undefined) return own;
  return (
    squadPost(setup, key) ??
    setup.entries(groupPlaces).get(groupKey)?.at ??
    setup.entries(groupBonds).get(groupKey)?.home ??
    setup.first('places')
  );
}

export const places = defineSystem({
  id: 'places',
  after: ['bodies', 'groups'],
  tables: [ground, between, way, passage, crossing, position],
  events: { 'set-out': setOut, reached },
  facts: [whereabouts],
  words,
  rules: [walk],
  fills: [fill(efforts, running)],
  commands: [move],
  scenario: [placeForms, peoplePlaces, groupPlaces],
  check: (setup) => {
    const remarks: Remark[] = [];
    const forms = setup.entries(placeForms);
    const beside = neighboursOf(setup);
    for (const [key, fields] of forms) {
      for (const other of [...fields['next to'], ...fields.joins, ...(fields.in === undefined ? [] : [fields.in])]) {
        if (other === key) {
          remarks.push({
            severity: 'error',
            code: 'beside-itself',
            path: ['places', key],
            message: `${key} cannot be next to itself.`,
          });
        }
      }
    }
    const start = setup.first('places');
    if (start === undefined) {
      remarks.push({
        severity: 'error',
        code: 'no-place',
        path: ['places'],
        message: 'There is no place to be in.',
        hint: 'Describe one under "places:".',
      });
      return remarks;
    }
    const seen = new Set([start]);
    for (const key of seen) for (const other of beside.get(key) ?? []) seen.add(other);
    for (const key of forms.keys()) {
      if (!seen.has(key)) {
        remarks.push({
          severity: 'warning',
          code: 'out-of-reach',
          path: ['places', key],
          message: `Nobody can get from ${start} to ${key}.`,
          hint: `Add "next to:" to ${key}.`,
        });
      }
    }
    return remarks;
  },
  build: (world, setup) => {
    const lands = world.of(ground);
    const forms = setup.entries(placeForms);
    for (const [key, fields] of forms) {
      const row = world.cast.mustRow(place, key);
      const like = PLACE_TEMPLATES[fields.like];
      lands.cover.put(row, like.cover);
      lands.concealment.put(row, like.concealment);
      lands.roofed.put(row, like.roofed ? 1 : 0);
      lands.size.put(row, like.size);
      lands.tier.put(row, MATERIALS.indexOf(like.material));
      lands.fuel.put(row, like.fuel);
    }
    layRoutes(world, edgesOf(world, setup));
    const where = world.of(position);
    peopleOf(setup).forEach((each, who) => {
      const at = placeOf(setup, each.key, each.group);
      if (at !== undefined) where.at.put(who, world.cast.mustRow(place, at));
      where.since.put(who, world.time);
    });
  },
});
