/** How a bond is moved: by steps that grow smaller, down more easily than up, each remembered by the event behind it. */
import type { World } from '../../kernel/world.ts';
import { REGARDS, acquaintance, acquaintanceOf, circle, strand, strandRow } from './state.ts';
import type { Regard } from './state.ts';

/** The most people of whom somebody holds anything; who means least to them is lost sight of. [d] */
const MOST_KNOWN = 20;
/** How much more than a good turn a bad one of the same size moves. [d], that it does [s: Slovic 1993] */
const BAD_WEIGHS = 1.6;
/** What is left of a good turn by somebody who is thought ill of: trust is harder to mend than to make. [d], likewise */
const MENDS = 0.6;
/** Regards that have no worse side than none at all. */
const FROM_NONE: readonly Regard[] = ['fear', 'familiarity'];
/** How much better somebody knows anybody by every step that a bond takes, as a share of it. [d] */
const LEARNS = 0.2;

/**
 * Row of what one person holds of another, made where they held nothing yet; -1 of oneself. A table may grow by it: not while a
 * rule holds its columns.
 */
export function meet(world: World, from: number, to: number): number {
  if (from === to) return -1;
  const known = acquaintanceOf(world, from, to);
  if (known >= 0) return known;
  const rows = world.of(acquaintance);
  const circles = world.of(circle);
  if (circles.known.raw[from] >= MOST_KNOWN) loseSight(world, from);
  const row = rows.add();
  const strands = world.of(strand);
  while (strands.count < (row + 1) * REGARDS.length) strands.add();
  for (const what of REGARDS) clearStrand(world, strandRow(row, what));
  rows.from.raw[row] = from;
  rows.next.raw[row] = circles.first.raw[from];
  rows.to.put(row, to);
  circles.first.raw[from] = row + 1;
  circles.known.raw[from]++;
  return row;
}

/** Whoever means least to somebody is lost sight of; nobody to whom they are tied is. */
function loseSight(world: World, from: number): void {
  const rows = world.of(acquaintance);
  const chain = [];
  for (let row = world.of(circle).first.raw[from] - 1; row >= 0; row = rows.next.raw[row] - 1) chain.push(row);
  const weight = (row: number): number => (rows.tied.raw[row] === 1 ? Infinity : meaning(world, row));
  const least = chain.reduce((a, b) => (weight(b) < weight(a) ? b : a));
  drop(world, from, least);
}

/** How much a bond means, good or bad. */
function meaning(world: World, row: number): number {
  const { value } = world.of(strand);
  return REGARDS.reduce((sum, what) => sum + Math.abs(value.raw[strandRow(row, what)]), 0);
}

/** Take a row out of somebody's chain. */
export function drop(world: World, from: number, gone: number): void {
  const rows = world.of(acquaintance);
  const circles = world.of(circle);
  const next = rows.next.raw[gone];
  if (circles.first.raw[from] === gone + 1) circles.first.raw[from] = next;
  else {
    let last = circles.first.raw[from] - 1;
    while (rows.next.raw[last] !== gone + 1) last = rows.next.raw[last] - 1;
    rows.next.raw[last] = next;
  }
  circles.known.raw[from]--;
  rows.remove(gone);
  for (const what of REGARDS) clearStrand(world, strandRow(gone, what));
}

function clearStrand(world: World, at: number): void {
  const { value, by0, by1, by2, moved0, moved1, moved2 } = world.of(strand);
  for (const column of [value, by0, by1, by2, moved0, moved1, moved2]) column.clear(at);
}

/**
 * Somebody comes to hold more, or less, of a regard for somebody else on account of an event. Returns by how much it moved.
 * It is drift: what is decided by it later descends from the event through the strand.
 */
export function sway(world: World, from: number, to: number, what: Regard, by: number, event: number): number {
  const row = meet(world, from, to);
  if (row < 0 || by === 0) return 0;
  const at = strandRow(row, what);
  const { value } = world.of(strand);
  const now = value.raw[at];
  const step = stepFrom(now, by, FROM_NONE.includes(what));
  if (step === 0) return 0;
  const { writer } = world.trace;
  world.trace.writer = 2 * event;
  shift(world, at, step, event);
  const known = strandRow(row, 'familiarity');
  if (known !== at) shift(world, known, LEARNS * Math.abs(step) * (1 - value.raw[known]), event);
  world.trace.writer = writer;
  return step;
}

function shift(world: World, at: number, step: number, event: number): void {
  const { value } = world.of(strand);
  value.raw[at] += step;
  value.renew(at);
  remember(world, at, event, step);
}

/** How far a regard that stands at `now` moves by a push of `by`. */
export function stepFrom(now: number, by: number, fromNone: boolean): number {
  const push = by < 0 && !fromNone ? by * BAD_WEIGHS : by > 0 && now < 0 ? by * MENDS : by;
  const outward = push > 0 === now >= 0 || now === 0;
  const step = outward ? push * (1 - Math.abs(now)) : push;
  const least = fromNone ? 0 : -1;
  return Math.max(least, Math.min(1, now + step)) - now;
}

/** The events that moved a strand furthest are kept: a further one takes the place of the least. */
function remember(world: World, at: number, event: number, moved: number): void {
  if (event === 0) return;
  const rows = world.of(strand);
  const by = [rows.by0, rows.by1, rows.by2];
  const far = [rows.moved0, rows.moved1, rows.moved2];
  let slot = 0;
  for (let i = 0; i < by.length; i++) {
    if (by[i].raw[at] === event) {
      far[i].raw[at] += moved;
      return;
    }
    if (Math.abs(far[i].raw[at]) < Math.abs(far[slot].raw[at])) slot = i;
  }
  if (Math.abs(moved) <= Math.abs(far[slot].raw[at])) return;
  by[slot].raw[at] = event;
  far[slot].raw[at] = moved;
}

/** A strand wears thin: to so much of it, and what moved it alike. */
export function fade(world: World, at: number, left: number): void {
  const { value, moved0, moved1, moved2 } = world.of(strand);
  for (const column of [value, moved0, moved1, moved2]) column.raw[at] *= left;
}
