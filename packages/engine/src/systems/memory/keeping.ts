/** A few things are kept in mind: the strongest. Sleep moves what has left its mark to where it stays. */
import type { EventRecord } from '../../kernel/read.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { FORGOTTEN, memoriesOf, engram, strengthNow, trauma } from './state.ts';

/** How many things somebody keeps in mind for now, and for good. [d, after Dwarf Fortress, which keeps eight of each; more for good, since the past of a scenario is among it] */
const NOW = 8;
const FOR_GOOD = 12;
/** How strong a memory is, 0..1, that a night's sleep makes one for good. [d] */
const LASTS = 0.15;
/** How much weaker a memory each one of the kind makes that somebody has in mind already: what is new stays. [d] */
const USUAL = 0.25;
/** The most that anything is remembered. [d] */
const MOST = 0.95;
/** The hour at which the night has done its work, and the hours within which it has to have been slept. */
const SETTLED_AT = 6;
const A_NIGHT_HOURS = 24;

/** Somebody comes to remember an event, so strongly: unless there are as many stronger ones. */
export function lay(world: World, who: number, event: EventRecord, felt: number, sting: number, kept: boolean): void {
  if (felt < FORGOTTEN) return;
  const rows = world.of(engram);
  const kind = world.chronicle.kind(event.id);
  const held = memoriesOf(world, who);
  const like = held.filter((row) => world.chronicle.kind(rows.what.raw[row]) === kind).length;
  const mark = Math.min(MOST, felt / (1 + USUAL * like));
  if (mark < FORGOTTEN) return;
  const among = held.filter((row) => rows.kept.raw[row] === (kept ? 1 : 0));
  const row = among.length < (kept ? FOR_GOOD : NOW) ? add(world, who) : weakest(world, among, mark);
  if (row < 0) return;
  rows.what.raw[row] = event.id;
  rows.mark.raw[row] = mark;
  rows.laid.raw[row] = event.time;
  rows.sting.raw[row] = sting;
  rows.relived.raw[row] = 0;
  rows.kept.put(row, kept ? 1 : 0);
}

function add(world: World, who: number): number {
  const rows = world.of(engram);
  const { first } = world.of(trauma);
  const row = rows.add();
  rows.holder.raw[row] = who;
  rows.next.raw[row] = first.raw[who];
  first.put(who, row + 1);
  return row;
}

/** Row of the weakest of some memories, if it is weaker than `than`; else -1. */
function weakest(world: World, rows: readonly number[], than: number): number {
  let found = -1;
  let least = than;
  for (const row of rows) {
    const strength = strengthNow(world, row);
    if (strength < least) [found, least] = [row, strength];
  }
  return found;
}

/** Once somebody has slept, what has left its mark is kept for good; what is all but gone is forgotten. It is drift. */
export const sleepOnIt = rule('memory/sleep-on-it', { phase: 'settle', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || Math.floor(world.time / SECONDS.hour) % 24 !== SETTLED_AT) return;
  const { alive, awake, wokeAt } = world.of(body);
  for (const who of beat.members) {
    if (alive.raw[who] === 0 || world.of(trauma).first.raw[who] === 0) continue;
    const slept = awake.raw[who] === 0 || world.time - wokeAt.raw[who] < A_NIGHT_HOURS * SECONDS.hour;
    settleDown(world, who, slept);
  }
});

function settleDown(world: World, who: number, slept: boolean): void {
  const { kept } = world.of(engram);
  for (const row of memoriesOf(world, who)) if (strengthNow(world, row) < FORGOTTEN) drop(world, who, row);
  if (!slept) return;
  const rows = memoriesOf(world, who);
  const good = rows.filter((row) => kept.raw[row] === 1);
  for (const row of rows) {
    const strength = strengthNow(world, row);
    if (kept.raw[row] === 1 || strength < LASTS) continue;
    if (good.length === FOR_GOOD) {
      // What stays for good takes the place of the weakest that does, which stays for now.
      const gone = weakest(world, good, strength);
      if (gone < 0) continue;
      good.splice(good.indexOf(gone), 1);
      kept.put(gone, 0);
    }
    kept.put(row, 1);
    good.push(row);
  }
}

/** Somebody forgets. */
function drop(world: World, who: number, row: number): void {
  const { next } = world.of(engram);
  const { first } = world.of(trauma);
  if (first.raw[who] === row + 1) first.put(who, next.raw[row]);
  else {
    const before = memoriesOf(world, who).find((each) => next.raw[each] === row + 1);
    if (before === undefined) throw new Error(`memory ${row} is not one of those that ${world.keyOf(person, who)} has`);
    next.put(before, next.raw[row]);
  }
  world.of(engram).remove(row);
}
