/** Scenes that people are in the middle of, and what they have shared before. */
import { event, f32, i32, ref, u16, u32, u8 } from '../../kernel/columns.ts';
import { slot } from '../../kernel/system.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Practice } from './practice.ts';

/** All social practices, each declared in a file of its own. */
export const known = slot<Practice>('practices/known');

/**
 * What goes on between two people now: which practice, as its place among those known; whoever began it, with whom, about whom (as
 * row + 1) and where; whether they have drawn aside; the moves that have been tried, a bit each, and the last that was made; how far
 * it has come, 0..1; how troubled the other seemed to whoever began; by which events it began and what was behind it.
 */
export const scene = table(
  'scene',
  {
    practice: u8,
    opener: u32,
    other: u32,
    about: u32,
    at: u16,
    begun: i32,
    aside: u8,
    tried: u32,
    last: u8,
    told: u8,
    degree: f32,
    seems: f32,
    over: event,
    by: event,
    lastBy: event,
  },
  { stamps: 'row' },
);

/** Who is in the middle of one, of those who began it and of those they began it with; when it was last over, and until when it keeps them up. */
export const company = table(
  'company',
  { scene: ref(scene), with: ref(scene), overAt: i32, keepsUntil: i32, by: event },
  { along: person },
);

/**
 * What two people have shared, by who began it: how often, when last, how far it came then, by which event. `next` chains
 * what one person began, as row + 1: nobody remembers more than a few.
 */
export const shared = table(
  'shared',
  { practice: u8, from: u32, to: u32, next: u32, times: u16, at: i32, degree: f32, over: event, by: event },
  { stamps: 'row', perPerson: 2 },
);

/** Where the chain of what each person has shared begins, as row + 1, and how long it is. */
export const sharing = table('sharing', { first: u32, kept: u8 }, { along: person, stamps: 'none' });

/** How much of what they shared anybody keeps in mind: so many with one practice and one person each. [d] */
const MOST_KEPT = 16;

/** Whether somebody is in the middle of a scene. Plain reads. */
export function isEngaged(world: World, who: number): boolean {
  const rows = world.of(company);
  return rows.scene.raw[who] !== 0 || rows.with.raw[who] !== 0;
}

/** Row of what one person began with another, or -1. Plain reads. */
export function sharedRow(world: World, practice: number, from: number, to: number): number {
  const rows = world.of(shared);
  let row = world.of(sharing).first.raw[from] - 1;
  while (row >= 0 && (rows.to.raw[row] !== to || rows.practice.raw[row] !== practice)) row = rows.next.raw[row] - 1;
  return row;
}

/** Whether somebody has begun the like before, with anybody, as far as they keep it in mind. Plain reads. */
export function hasShared(world: World, practice: number, from: number): boolean {
  const rows = world.of(shared);
  let row = world.of(sharing).first.raw[from] - 1;
  while (row >= 0 && rows.practice.raw[row] !== practice) row = rows.next.raw[row] - 1;
  return row >= 0;
}

/** Two people have shared something once more. Only from an event's `apply`. */
export function remember(
  world: World,
  practice: number,
  from: number,
  to: number,
  degree: number,
  over: number,
  by: number,
): void {
  const rows = world.of(shared);
  let row = sharedRow(world, practice, from, to);
  if (row < 0) {
    const { first, kept } = world.of(sharing);
    if (kept.raw[from] >= MOST_KEPT) forgetOldest(world, from);
    row = rows.add();
    rows.practice.put(row, practice);
    rows.from.put(row, from);
    rows.to.put(row, to);
    rows.next.put(row, first.raw[from]);
    first.put(from, row + 1);
    kept.put(from, kept.raw[from] + 1);
  }
  rows.times.put(row, Math.min(65_535, rows.times.raw[row] + 1));
  rows.at.put(row, world.time);
  rows.degree.put(row, degree);
  rows.over.put(row, over);
  rows.by.put(row, by);
}

function forgetOldest(world: World, from: number): void {
  const rows = world.of(shared);
  const { first, kept } = world.of(sharing);
  let oldest = first.raw[from] - 1;
  for (let row = oldest; row >= 0; row = rows.next.raw[row] - 1)
    if (rows.at.raw[row] < rows.at.raw[oldest]) oldest = row;
  if (first.raw[from] === oldest + 1) first.put(from, rows.next.raw[oldest]);
  else {
    let before = first.raw[from] - 1;
    while (rows.next.raw[before] !== oldest + 1) before = rows.next.raw[before] - 1;
    rows.next.put(before, rows.next.raw[oldest]);
  }
  rows.remove(oldest);
  kept.put(from, kept.raw[from] - 1);
}
