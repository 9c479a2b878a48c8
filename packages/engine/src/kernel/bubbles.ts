import { i32, ref, u8 } from './columns.ts';
import { person, table } from './tables.ts';
import type { World } from './world.ts';

/**
 * A bubble is a stretch of time lived finely by those inside it: an engagement second by second, a scene minute by
 * minute. Everybody else lives by the hour meanwhile. A person is in one bubble or in none.
 */
export const bubble = table(
  'bubble',
  {
    /** 1: engagement (seconds), 2: scene (minutes). */
    grain: u8,
    opened: i32,
    /** First second that has not been lived yet. */
    next: i32,
  },
  { stamps: 'none' },
);

/** Which bubble each person is in. */
export const within = table('within', { bubble: ref(bubble) }, { along: person });

export const ENGAGEMENT = 1;
export const SCENE = 2;

/** Open a bubble at the present moment; -1 is never returned. */
export function openBubble(world: World, grain: typeof ENGAGEMENT | typeof SCENE): number {
  const rows = world.of(bubble);
  const row = rows.add();
  rows.grain.put(row, grain);
  rows.opened.put(row, world.time);
  rows.next.put(row, world.time + (grain === ENGAGEMENT ? 1 : 60));
  return row;
}

/** Bring somebody into a bubble, out of any other. */
export function enterBubble(world: World, who: number, row: number): void {
  world.of(within).bubble.put(who, row);
}
export function leaveBubble(world: World, who: number): void {
  world.of(within).bubble.put(who, -1);
}
/** Row of the bubble that somebody is in, or -1. */
export function bubbleOf(world: World, who: number): number {
  return world.of(within).bubble.at(who);
}

/** Everybody in a bubble, in the order of stable names; `row` -1 asks for those in none. */
export function membersOf(world: World, row: number): number[] {
  const { bubble: inside } = world.of(within);
  const { count } = world.of(person);
  const members = [];
  for (let who = 0; who < count; who++) if (inside.at(who) === row) members.push(who);
  return members;
}

/** Close a bubble; whoever is still in it goes back to living by the hour. */
export function closeBubble(world: World, row: number): void {
  for (const who of membersOf(world, row)) leaveBubble(world, who);
  world.of(bubble).remove(row);
}

/** Two bubbles become one: everybody in `from` is in `into` now. */
export function mergeBubbles(world: World, into: number, from: number): void {
  if (into === from) return;
  for (const who of membersOf(world, from)) enterBubble(world, who, into);
  world.of(bubble).remove(from);
}

/** Seconds of a bubble's step. */
export function stepOf(world: World, row: number): number {
  return world.of(bubble).grain.raw[row] === ENGAGEMENT ? 1 : 60;
}
