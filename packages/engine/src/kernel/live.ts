import { nextAgendaTime, runNextEntry } from './agenda.ts';
import { ENGAGEMENT, bubble, membersOf, stepOf, within } from './bubbles.ts';
import { KERNEL_COMMANDS } from './log.ts';
import { presences } from './presence.ts';
import type { Decree } from './log.ts';
import { SECONDS } from './system.ts';
import type { Beat, Grain } from './system.ts';
import { MOST_AT_ONCE } from './world.ts';
import type { World } from './world.ts';

/** The chronicle's number for each grain of time. */
const GRAIN_NUMBER: Readonly<Record<Grain, number>> = { second: 1, minute: 2, hour: 3 };

/**
 * Live the next moment at which anything is due, if it is not after `until`: entries of the log, then of the agenda,
 * then bubbles, then the hour of those outside any. Returns false, with the time set to `until` (never back), when
 * nothing is.
 */
export function step(world: World, until: number): boolean {
  const bubbles = world.of(bubble);
  const log = world.recipe.log;
  let next = Math.min(nextHour(world), nextAgendaTime(world));
  if (world.logCursor < log.length) next = Math.min(next, log[world.logCursor].at);
  for (let row = 0; row < bubbles.count; row++) if (bubbles.isLive(row)) next = Math.min(next, bubbles.next.raw[row]);
  // What was due before now is overdue: time does not go back for it.
  next = Math.max(next, world.time);
  if (next > until) {
    world.time = Math.max(world.time, until);
    return false;
  }
  world.time = next;
  if (next >= world.luckHolds) world.redrawLuck();
  world.grain = finestGrain(world);
  carryOutLog(world);
  for (let entries = 0; nextAgendaTime(world) <= next; entries++) {
    if (entries === MOST_AT_ONCE) throw new Error('the agenda fills itself without end at one moment');
    runNextEntry(world);
    world.commit();
  }
  liveBubbles(world);
  if (next >= nextHour(world)) {
    world.lastHour = next;
    world.grain = GRAIN_NUMBER.hour;
    const members = membersOf(world, -1);
    // Who is in a fight or at a gathering does not live by the hour: what is done at it rests on what they were released by.
    world.trace.lives = [world.of(within).bubble, ...world.ruleset.filled(presences).map((column) => column(world))];
    runBeat(world, { grain: 'hour', seconds: SECONDS.hour, bubble: -1, members });
    world.trace.lives = [];
  }
  return true;
}

/** Live until a moment. `onStep` is called after each step; returning false stops there. */
export function advance(world: World, until: number, onStep?: (world: World) => boolean): void {
  while (step(world, until)) if (onStep !== undefined && !onStep(world)) return;
}

/** What comes by the agenda or from outside belongs to the finest time that anybody is living. */
function finestGrain(world: World): number {
  const bubbles = world.of(bubble);
  let finest: Grain = 'hour';
  for (let row = 0; row < bubbles.count; row++) {
    if (!bubbles.isLive(row)) continue;
    if (bubbles.grain.raw[row] === ENGAGEMENT) return GRAIN_NUMBER.second;
    finest = 'minute';
  }
  return GRAIN_NUMBER[finest];
}

function nextHour(world: World): number {
  return world.lastHour + SECONDS.hour;
}

function carryOutLog(world: World): void {
  const log = world.recipe.log;
  while (world.logCursor < log.length && log[world.logCursor].at <= world.time) {
    const entry = log[world.logCursor++];
    if (entry.command === 're-roll') world.redrawLuck();
    else if (entry.command === 'decree') world.decree(entry.value as Decree);
    else if (!KERNEL_COMMANDS.includes(entry.command)) {
      const found = world.ruleset.commands.find((each) => each.id === entry.command);
      if (found === undefined) throw new Error(`the log holds "${entry.command}", which no system knows`);
      world.fromOutside(() => found.run(world, entry.value as never));
    }
  }
}

function liveBubbles(world: World): void {
  const bubbles = world.of(bubble);
  const due: { row: number; first: number }[] = [];
  for (let row = 0; row < bubbles.count; row++) {
    if (bubbles.isLive(row) && bubbles.next.raw[row] <= world.time) due.push({ row, first: -1 });
  }
  if (due.length > 1) {
    // Rows of bubbles depend on which were open before; the first member's name does not.
    for (const each of due) each.first = membersOf(world, each.row)[0] ?? -1;
    due.sort((a, b) => a.first - b.first);
  }
  for (const { row } of due) {
    // Those before it in this very step may have closed it, and another may have been opened in its row.
    if (!bubbles.isLive(row) || bubbles.next.raw[row] > world.time) continue;
    const fine = bubbles.grain.raw[row] === ENGAGEMENT;
    bubbles.next.put(row, world.time + stepOf(world, row));
    world.grain = fine ? GRAIN_NUMBER.second : GRAIN_NUMBER.minute;
    const grain: Grain = fine ? 'second' : 'minute';
    runBeat(world, { grain, seconds: SECONDS[grain], bubble: row, members: membersOf(world, row) });
  }
}

function runBeat(world: World, beat: Beat): void {
  world.work += beat.members.length;
  for (const rules of world.ruleset.phasesAt(beat.grain)) {
    for (const each of rules) each.run(world, beat);
    world.commit();
  }
}
