import { event, f32, i32, tally, u16, u32, u8 } from '../../kernel/columns.ts';
import { slot } from '../../kernel/system.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Touch } from '../dread/touching.ts';
import { retention } from './forgetting.ts';

/**
 * What people have in mind of what happened to them, a row each: the event; how strongly it was laid down, or last gone back to,
 * 0..1, and when; how much of a wound of the mind it is; whether it is kept for good or only for now; how often it came back unbidden.
 */
export const engram = table(
  'engram',
  {
    holder: u32,
    what: event,
    mark: f32,
    laid: i32,
    sting: f32,
    kept: u8,
    relived: u16,
    /** The holder's next memory, as row + 1: a chain that only this system walks. */
    next: u32,
  },
  { stamps: 'row', perPerson: 10 },
);

/**
 * What each person carries of it: where their memories begin, as row + 1; how much trouble it gives them, by which events, and how much
 * of that will not heal; how easily they are hurt so, as a multiple; the toll of many fights. Since which event it haunts them, since
 * which they cannot go on (and over whose loss last, as row + 1), and since which they are weary of it all; 0 for not. When something
 * last came back, and by which event; how close the closest is who is near, and who that is, as row + 1; what did them good last; which
 * place they were last known to shun, as row + 1; and which fight they came through last.
 */
export const trauma = table(
  'trauma',
  {
    first: u32,
    harm: tally,
    scar: f32,
    frail: f32,
    toll: tally,
    haunted: event,
    broken: event,
    brokenOver: u32,
    wearied: event,
    relivedAt: i32,
    relivedBy: event,
    near: f32,
    nearest: u32,
    easedBy: event,
    shunned: u16,
    through: event,
  },
  { along: person },
);

/** Up to which event all that leaves a memory has been taken account of: one row. */
export const recorded = table('recorded', { upTo: event }, { stamps: 'none' });

/** How much trouble somebody carries from what they have been through, 0..1. Plain reads. */
export function troubled(world: World, who: number): number {
  return Math.min(1, world.of(trauma).harm.raw[who]);
}
/** The same for a decision that rests on it. */
export function readTroubled(world: World, who: number): number {
  return Math.min(1, world.of(trauma).harm.at(who));
}
/** The share of what somebody carries that is gone back to for reasons, and the most events that are. */
const MOST_OF_IT = 0.7;
const MOST_EVENTS = 3;
/** The events that most of somebody's trouble, or of the toll on them, goes back to. */
export function carriedFrom(world: World, who: number, what: 'harm' | 'toll'): number[] {
  return world.of(trauma)[what].contributors(who, MOST_OF_IT).slice(0, MOST_EVENTS);
}
export const troubledBy = (world: World, who: number): number[] => carriedFrom(world, who, 'harm');

/** How much the toll of many fights weighs on somebody, 0..1. Plain reads. */
export function tollOn(world: World, who: number): number {
  return Math.min(1, world.of(trauma).toll.raw[who]);
}

/** What else leaves a memory, and how strong a one, 0..1: beside all that frightens or moves people. */
export const marks = slot<Touch>('memory/marks');

/** What wounds the mind, and how deeply, 0..1: somebody of middling frailty who is sound. */
export interface Harm extends Touch {
  /** The role of somebody as close to whom as they are it wounds those who see it. */
  readonly byTie?: string;
  /** How deeply it wounds whoever brought it about: of a death, whose blow it was. */
  readonly killer?: number;
}
export const harms = slot<Harm>('memory/harms');

/** In what something is like what is remembered. */
export const LIKENESSES = ['the person', 'the place', 'the same thing', 'fighting', 'fire', 'the dark'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** What can bring a memory back to whoever undergoes or notices it, how strongly, 0..1, and by what it can be like that. */
export interface Cue extends Touch {
  readonly by: readonly Likeness[];
}
export const cues = slot<Cue>('memory/cues');

/** What heals: the share of their trouble that it takes from somebody, 0..1. */
export interface Ease extends Touch {
  /** The role of somebody whose company it is: it eases by as much as they are close. */
  readonly company?: string;
}
export const eases = slot<Ease>('memory/eases');

/** How strong a memory is that is still there to be told, 0..1. [d] */
export const FORGOTTEN = 0.05;
/** How strong a memory anything leaves that was noticed at all: it is gone within a week. [d] */
export const TRIFLE = 0.1;

/** Rows of all that somebody has in mind, the newest first. */
export function memoriesOf(world: World, who: number): number[] {
  const rows = [];
  const next = world.of(engram).next.raw;
  for (let row = world.of(trauma).first.raw[who] - 1; row >= 0; row = next[row] - 1) rows.push(row);
  return rows;
}

/** Row of somebody's memory of an event, or -1. */
export function memoryOf(world: World, who: number, id: number): number {
  const { what, next } = world.of(engram);
  for (let row = world.of(trauma).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    if (what.raw[row] === id) return row;
  }
  return -1;
}

/** How strong a memory is now, 0..1. Plain reads. */
export function strengthNow(world: World, row: number): number {
  const { mark, laid } = world.of(engram);
  return mark.raw[row] * retention(world.time - laid.raw[row]);
}

/** Whether somebody who knew of an event still remembers it: it has left its mark, or is not long ago. Plain reads. */
export function remembers(world: World, who: number, id: number): boolean {
  const row = memoryOf(world, who, id);
  if (row >= 0) return strengthNow(world, row) >= FORGOTTEN;
  return TRIFLE * retention(Math.max(0, world.time - world.chronicle.time(id))) >= FORGOTTEN;
}
