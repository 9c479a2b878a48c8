/** What an attack has broken is found by those who go round, and mended by as many hands as can be spared. */
import { reason } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import type { Beat } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, leaderOf, side } from '../groups/state.ts';
import { skyLight } from '../light/state.ts';
import { holds, successor } from '../offices/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { able } from '../wounds/state.ts';
import { begun, found, mended } from './events.ts';
import { mendedWalls } from './facts.ts';
import { isDamaged, isUndone, mending, timberFor, workFor } from './state.ts';
import { words } from './words.ts';

/** Light below which nobody goes round or works outside, 0 (none) .. 1 (day). [d] */
const WORKS_BY = 0.25;
/** How many find room to work at one barrier. [d] */
const MOST_HANDS = 4;
/** The share of those who could work who are spared for it: somebody has to stand guard, cook and nurse. [d] */
const SPARED = 0.5;
/** How much less somebody gets done who is spent. [d] */
const SPENT_WORK = 0.5;

/** Whoever is in charge of repairs goes round by daylight, else their leader, else whoever would stand in for the leader. */
const look = rule('repairs/look', { phase: 'sense', at: 'hour' }, (world, beat) => {
  forEachHome(world, beat, (of, people) => {
    const walls = world.of(barrier);
    for (let row = 0; row < walls.count; row++) {
      if (walls.keeper.raw[row] !== of + 1 || !isDamaged(world, row) || world.of(mending).found.raw[row] !== 0)
        continue;
      const who = inCharge(world, of, people);
      if (who < 0) return;
      world.trace.open(who, world.time);
      world.of(body).down.at(who);
      const through = walls.breached.at(row) === 1;
      const how = isUndone(world, row) ? 'open' : through ? 'through' : 'gaping';
      const by = through && walls.breachedBy.raw[row] !== 0 ? walls.breachedBy.raw[row] : walls.cracked.raw[row];
      const roles = { actor: who, barrier: row, place: walls.inside.raw[row] };
      world.propose(found, { ...roles, how }, [reason(by)]);
      world.trace.close(false);
    }
  });
});

/** Hands are set to what is broken: what is through before what gapes. */
const setTo = rule('repairs/set-to', { phase: 'decide', at: 'hour' }, (world, beat) => {
  forEachHome(world, beat, (of, people) => {
    const walls = world.of(barrier);
    const rows = world.of(mending);
    const open: number[] = [];
    let busy = 0;
    for (let row = 0; row < walls.count; row++) {
      if (walls.keeper.raw[row] !== of + 1 || rows.found.raw[row] === 0) continue;
      if (rows.begun.raw[row] === 0) open.push(row);
      else busy += rows.hands.raw[row];
    }
    if (open.length === 0) return;
    const who = inCharge(world, of, people);
    let free = Math.floor(people.filter((each) => canMend(world, each)).length * SPARED) - busy;
    open.sort((a, b) => walls.breached.raw[b] - walls.breached.raw[a] || a - b);
    for (const row of open) {
      if (who < 0 || free < 1) return;
      const hands = Math.min(free, MOST_HANDS);
      if (isUndone(world, row)) {
        shut(world, who, row);
        continue;
      }
      free -= hands;
      setHands(world, who, row, hands);
    }
  });
});

/** What was only undone needs no work. */
function shut(world: World, who: number, row: number): void {
  const walls = world.of(barrier);
  world.trace.open(who, world.time);
  walls.breached.at(row);
  const roles = { actor: who, barrier: row, place: walls.inside.raw[row] };
  world.propose(mended, { ...roles, as: 'shut', hours: 0 }, [reason(world.of(mending).found.raw[row])]);
  world.trace.close(false);
}

function setHands(world: World, who: number, row: number, hands: number): void {
  const walls = world.of(barrier);
  world.trace.open(who, world.time);
  world.of(body).down.at(who);
  walls.breached.at(row);
  world.of(mending).begun.at(row);
  const wanted = timberFor(world, row);
  const store = mostTimber(world);
  const timber =
    wanted > 0 && store >= 0 && world.of(stock).amount.at(stockRow(store, 'timber')) >= wanted ? wanted : 0;
  const roles = { actor: who, barrier: row, place: walls.inside.raw[row], store: timber > 0 ? store : -1 };
  world.propose(begun, { ...roles, hands, timber }, [reason(world.of(mending).found.raw[row])]);
  world.trace.close(false);
}

/** Work goes on while there is light and those at it are not called away; what comes of it by the hour is drift. */
const work = rule('repairs/work', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const rows = world.of(mending);
  const walls = world.of(barrier);
  if (walls.count === 0 || skyLight(world) < WORKS_BY) return;
  for (let row = 0; row < walls.count; row++) {
    if (rows.begun.raw[row] === 0) continue;
    const who = rows.foreman.raw[row] - 1;
    if (world.of(campaign).state.raw[walls.keeper.raw[row] - 1] === 1 || !beat.members.includes(who)) continue;
    const vigour = 1 - SPENT_WORK * world.of(body).fatigue.raw[who];
    rows.done.raw[row] = rows.done.raw[row] + rows.hands.raw[row] * beat.seconds * vigour;
    if (rows.done.raw[row] < workFor(world, row)) continue;
    world.trace.open(who, world.time);
    rows.done.at(row);
    const as = rows.timber.at(row) === 1 ? 'new' : 'patched';
    const hours = Math.round((world.time - world.chronicle.time(rows.begun.raw[row])) / 3600) + 1;
    const roles = { actor: who, barrier: row, place: walls.inside.raw[row] };
    world.propose(mended, { ...roles, as, hours }, [reason(rows.begun.raw[row])]);
    world.trace.close(false);
  }
});

/** Each group that has a home and is not fighting, by daylight, with those of its people who live by the hour. */
function forEachHome(world: World, beat: Beat, act: (of: number, people: readonly number[]) => void): void {
  if (world.of(barrier).count === 0 || skyLight(world) < WORKS_BY) return;
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0 || world.of(campaign).state.raw[of] === 1) continue;
    const people = beat.members.filter((who) => groupOf(world, who) === of && canAct(world, who));
    if (people.length > 0) act(of, people);
  }
}

/** Who sees to repairs among those who can: -1 for nobody. */
function inCharge(world: World, of: number, people: readonly number[]): number {
  const charged = people.find((who) => holds(world, who, 'repairs'));
  if (charged !== undefined) return charged;
  const leader = leaderOf(world, of);
  return people.includes(leader) ? leader : successor(world, people);
}

/** Whether somebody has the hands and the wits to lend a hand. */
function canMend(world: World, who: number): boolean {
  const { arms, faint } = world.of(able);
  return arms.raw[who] < 2 && faint.raw[who] === 0;
}

/** The place where most timber lies, or -1. */
function mostTimber(world: World): number {
  const { amount } = world.of(stock);
  let best = -1;
  for (let at = 0; at < amount.raw.length; at++) {
    const row = stockRow(at, 'timber');
    if (row >= world.of(stock).count) break;
    if (amount.raw[row] > 0 && (best < 0 || amount.raw[row] > amount.raw[stockRow(best, 'timber')])) best = at;
  }
  return best;
}

export const repairs = defineSystem({
  id: 'repairs',
  after: ['barriers', 'fire', 'muster', 'offices', 'stores'],
  tables: [mending],
  events: { found, begun, mended },
  facts: [mendedWalls],
  words,
  affair: 'walls',
  rules: [look, setTo, work],
});
