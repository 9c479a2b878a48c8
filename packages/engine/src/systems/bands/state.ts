import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { groupOf, leaderOf } from '../groups/state.ts';
import { successor } from '../offices/state.ts';
import { position } from '../places/state.ts';
import { FULL_GRAMS } from '../rations/shares.ts';

/** How a group is out there: not at all, at a site, on its way to one, gone to ask others in, no more, or on its way to those on the map, in arms. */
export const STATES = ['not out', 'out', 'under way', 'asking in', 'fallen apart', 'marching'] as const;

/** What each group out there has and wants, at a coarse grain: all of its people together, by the day. */
export const outfit = table(
  'outfit',
  {
    /** Row of STATES; the site where it is, and the event by which it came there (0: it was there as it began). */
    state: u8,
    site: u16,
    by: event,
    /** When it came there; where it is going to and when it gets there, and the event by which it set out. */
    since: i32,
    goal: u16,
    due: i32,
    setOut: event,
    /** Where it camps once it has gone from the map, as the site's row + 1. */
    camp: u16,
    /** 1 where it has a place of its own, which it does not leave. */
    settled: u8,
    /** Grams of food that it has, has eaten, and has come by out there. */
    food: i32,
    eaten: i32,
    gathered: i32,
    /** Rounds that it has beside what its people carry. */
    rounds: i32,
    /** Days' food that each of them has gone without. */
    hunger: f32,
    /** 1 while its food does not last, and the event by which. */
    short: u8,
    shortBy: event,
    /** What else it lacks, as the row of GOODS + 1, and the event by which. */
    lacks: u8,
    lacksBy: event,
    /** The last event that cost it somebody. */
    lossBy: event,
    /** 1 once its leader has sworn to come back, and the event by which. */
    sworn: u8,
    swornBy: event,
  },
  { along: group },
);

/** 1 for whoever is out there and has left their band, and the event by which. */
export const stray = table('stray', { alone: u8, by: event }, { along: person });

/** Which group's party somebody is out with, as row + 1: they are away from the map, and come back. */
export const outWith = table('out-with', { party: u32 }, { along: person });

export function isOut(world: World, of: number): boolean {
  return world.of(outfit).state.raw[of] === STATES.indexOf('out');
}

/** Who of each group is out there, lives, is free and has not left it, by the group's row: one look at everybody. Plain reads. */
export function peopleOut(world: World): number[][] {
  const people: number[][] = Array.from({ length: world.of(group).count }, () => []);
  for (let who = 0; who < world.of(person).count; who++) {
    if (isOutThere(world, who) && world.of(stray).alone.raw[who] === 0) people[groupOf(world, who)].push(who);
  }
  return people;
}

/** Whether somebody is away from the map for good, as far as anybody knows: alive, free, and in no party. Plain reads. */
export function isOutThere(world: World, who: number): boolean {
  return (
    world.of(position).gone.raw[who] === 1 &&
    world.of(body).alive.raw[who] === 1 &&
    world.of(captive).state.raw[who] === 0 &&
    world.of(outWith).party.raw[who] === 0
  );
}

/** Who speaks for those of a group who are out there: its leader, else whoever would take over; -1 for nobody. */
export function headOf(world: World, of: number, people: readonly number[]): number {
  const leader = leaderOf(world, of);
  return people.includes(leader) ? leader : successor(world, people);
}

/** Grams that so many people eat in a day. */
export const dayFor = (people: number): number => people * FULL_GRAMS;
