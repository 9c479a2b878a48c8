/** What each person holds of each other person they know, and by which events. */
import { event, f32, u32, u8 } from '../../kernel/columns.ts';
import type { EventColumn } from '../../kernel/columns.ts';
import { slot } from '../../kernel/system.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf, hostile } from '../groups/state.ts';

/**
 * The strands of which a bond is made. Trust has three, what somebody can do, what they wish one, and whether they do as they
 * say; each goes from -1 to 1, as affection does; fear and familiarity from 0 to 1.
 */
export const REGARDS = ['competence', 'goodwill', 'integrity', 'affection', 'fear', 'familiarity'] as const;
export type Regard = (typeof REGARDS)[number];

/** The turns that a bond can have come to: each an event that stands until another takes it back. */
export const TURNS = ['trusts', 'doubts', 'fond', 'averse', 'afraid'] as const;
export type Turn = (typeof TURNS)[number];

/**
 * Whom each person knows: rows only for those who share something, a few for each. `next` chains what one person holds, as
 * row + 1; `turns` are bits of TURNS, and beside each the event since which it stands. `tied` is 1 where the scenario says what
 * they are to each other: such a bond is never lost sight of.
 */
export const acquaintance = table(
  'acquaintance',
  {
    from: u32,
    to: u32,
    next: u32,
    tied: u8,
    turns: u8,
    trustsBy: event,
    doubtsBy: event,
    fondBy: event,
    averseBy: event,
    afraidBy: event,
  },
  { stamps: 'row', perPerson: 8 },
);

/** Where the chain of each person's acquaintances begins, as row + 1, and how many there are. */
export const circle = table('circle', { first: u32, known: u8 }, { along: person, stamps: 'none' });

/** The strands of each bond, in rows `acquaintance * REGARDS.length + regard`: how much, and the events that moved it most, with how far. */
export const strand = table(
  'strand',
  { value: f32, by0: event, by1: event, by2: event, moved0: f32, moved1: f32, moved2: f32 },
  { stamps: 'row', perPerson: 8 * REGARDS.length },
);

/** Up to which event all that bears on bonds has been taken account of: one row. */
export const weighed = table('weighed', { upTo: event }, { stamps: 'none' });

/** What kind of event changes what people hold of each other. */
export interface RegardChange {
  /** The kind of event, as `infirmary/sat-by`. */
  readonly of: string;
  /** The role of whoever comes to hold it; a group stands for all its people. Left out where only who noticed it does. */
  readonly from?: string;
  /** The role of whom they hold it of; a group stands for whoever leads it. */
  readonly to: string;
  /** The kind of event, among the causes of this one, in which they stand in that role: who raised the alarm that others stand down from. */
  readonly behind?: string;
  readonly what: Regard;
  /** By how much in somebody who holds nothing yet, -1..1. */
  readonly by: number;
  /** By how much in those who noticed it or were told of it. */
  readonly seen?: number;
  /** For which events of the kind; all of them where it is left out. */
  readonly when?: (data: Readonly<Record<string, number | string | boolean>>) => boolean;
}

/** What kind of event tells people of another event, so that they take it as those did who noticed it. */
export interface Telling {
  /** The kind of event, as `debrief/told`. */
  readonly of: string;
  /** The role of whoever tells it. */
  readonly teller: string;
  /** The role of whoever hears it; whoever noticed it where it is left out. */
  readonly to?: string;
  /** The events that are told of. Plain reads. */
  readonly tells: (world: World, event: EventRecord) => readonly number[];
  readonly when?: RegardChange['when'];
}

/** All by which people hear of what others did. Whoever declares an event in which it is told puts it here. */
export const tellings = slot<Telling>('bonds/tellings');

/** All that changes what people hold of each other. Whoever declares an event that does puts it here. */
export const regards = slot<RegardChange>('bonds/regards');

/** Row of what one person holds of another, or -1. Plain reads. */
export function acquaintanceOf(world: World, from: number, to: number): number {
  const rows = world.of(acquaintance);
  let row = world.of(circle).first.raw[from] - 1;
  while (row >= 0 && rows.to.raw[row] !== to) row = rows.next.raw[row] - 1;
  return row;
}

/** Row of one strand of a bond. */
export const strandRow = (row: number, what: Regard): number => row * REGARDS.length + REGARDS.indexOf(what);

/** How much of a regard one person has for another: 0 where they hold nothing. Plain reads. */
export function regard(world: World, from: number, to: number, what: Regard): number {
  const row = acquaintanceOf(world, from, to);
  return row < 0 ? 0 : world.of(strand).value.raw[strandRow(row, what)];
}

/** The same as a reason: what is decided by it rests on all that made it. Tracked. */
export function readRegard(world: World, from: number, to: number, what: Regard): number {
  const row = acquaintanceOf(world, from, to);
  return row < 0 ? 0 : world.of(strand).value.at(strandRow(row, what));
}

/** The events that made most of it what it is, those that moved it furthest first. */
export function regardBy(world: World, from: number, to: number, what: Regard): number[] {
  const row = acquaintanceOf(world, from, to);
  return row < 0 ? [] : madeBy(world, strandRow(row, what));
}

/** The events that moved one strand the way it stands now, furthest first. */
export function madeBy(world: World, at: number): number[] {
  const { value, by0, by1, by2, moved0, moved1, moved2 } = world.of(strand);
  const sign = value.raw[at] < 0 ? -1 : 1;
  return [
    { id: by0.raw[at], moved: moved0.raw[at] * sign },
    { id: by1.raw[at], moved: moved1.raw[at] * sign },
    { id: by2.raw[at], moved: moved2.raw[at] * sign },
  ]
    .filter(({ id, moved }) => id !== 0 && moved > 0)
    .sort((a, b) => b.moved - a.moved || a.id - b.id)
    .map(({ id }) => id);
}

const sinceOf = (world: World, what: Turn): EventColumn => world.of(acquaintance)[`${what}By`];

/** Whether a bond has taken a turn. Plain reads. */
export function isTurned(world: World, row: number, what: Turn): boolean {
  return row >= 0 && (world.of(acquaintance).turns.raw[row] & (1 << TURNS.indexOf(what))) !== 0;
}

/** Since what event it has; 0 where it has not. */
export function turnedBy(world: World, row: number, what: Turn): number {
  return isTurned(world, row, what) ? sinceOf(world, what).raw[row] : 0;
}

/** A bond takes a turn on account of an event, or with 0 has it no more. Only from an event's `apply`. */
export function turn(world: World, row: number, what: Turn, by: number): void {
  if (row < 0) return;
  const { turns } = world.of(acquaintance);
  const bit = 1 << TURNS.indexOf(what);
  turns.put(row, by === 0 ? turns.raw[row] & ~bit : turns.raw[row] | bit);
  sinceOf(world, what).put(row, by);
}

/** How far an event moved a strand, where it is among those remembered; 0 where it is not. Plain reads. */
export function movedBy(world: World, at: number, event: number): number {
  const { by0, by1, by2, moved0, moved1, moved2 } = world.of(strand);
  if (by0.raw[at] === event) return moved0.raw[at];
  if (by1.raw[at] === event) return moved1.raw[at];
  return by2.raw[at] === event ? moved2.raw[at] : 0;
}

/** How far somebody is trusted of whom nothing is known, 0..1: one's own, a stranger, an enemy. [d] */
const OWN = 0.5;
const STRANGER = 0.35;
const ENEMY = 0.1;
/** The parts of trust. [s: Mayer, Davis and Schoorman 1995] */
export const TRUST_PARTS = ['competence', 'goodwill', 'integrity'] as const;
/** How much each weighs in it; in sum 1. [d] */
const PARTS = { competence: 0.25, goodwill: 0.35, integrity: 0.4 } as const;
/** How far trust goes up or down from there by its parts, at most. [d] */
const REACHES = 0.5;

/** How far one person trusts another, 0..1. Plain reads. */
export function trust(world: World, from: number, to: number): number {
  const row = acquaintanceOf(world, from, to);
  return trustFrom(world, from, to, (what) => (row < 0 ? 0 : world.of(strand).value.raw[strandRow(row, what)]));
}

/** The same as a reason. Tracked. */
export function readTrust(world: World, from: number, to: number): number {
  const row = acquaintanceOf(world, from, to);
  return trustFrom(world, from, to, (what) => (row < 0 ? 0 : world.of(strand).value.at(strandRow(row, what))));
}

function trustFrom(world: World, from: number, to: number, part: (what: keyof typeof PARTS) => number): number {
  const own = groupOf(world, from);
  const other = groupOf(world, to);
  const base = own === other ? OWN : hostile(world, own, other) ? ENEMY : STRANGER;
  const { competence, goodwill, integrity } = PARTS;
  const sum = competence * part('competence') + goodwill * part('goodwill') + integrity * part('integrity');
  return Math.max(0, Math.min(1, base + REACHES * sum));
}
