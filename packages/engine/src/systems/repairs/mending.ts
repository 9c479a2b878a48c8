/** Mending as work: who is set to it by whoever shares out the work, and what comes of an hour of it. */
import { reason } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { weakestOf } from '../debrief/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf } from '../groups/state.ts';
import { isUp } from '../offices/state.ts';
import { homesIn } from '../routine/beds.ts';
import { effortOf, handsAt, readHands } from '../work/hands.ts';
import { hands, task } from '../work/tasks.ts';
import { mended } from './events.ts';
import { WORKS_BY, isUndone, mending, workFor } from './state.ts';

/** How many find room to work at one barrier. [d] */
export const MOST_HANDS = 4;
/** The share of those who could work who are spared for it: somebody has to stand guard, cook and nurse. [d] */
const SPARED = 0.5;
/** How urgent it is to shut what is through, and to mend what gapes, 0..1. [d] */
const THROUGH = 0.9;
const GAPES = 0.5;
/** The hours of the day in which it is done, where there is light. [d] */
const FROM = 5;
const UNTIL = 21;

/**
 * Rows of a group's barriers that were found to be broken and take work to mend: what is held to be weak before the rest,
 * what is through before what gapes.
 */
export function brokenOf(world: World, of: number): number[] {
  const walls = world.of(barrier);
  const { found } = world.of(mending);
  const broken: number[] = [];
  for (let row = 0; row < walls.count; row++) {
    if (walls.keeper.raw[row] === of + 1 && found.at(row) !== 0 && !isUndone(world, row)) broken.push(row);
  }
  const weak = weakestOf(world, of);
  const first = (row: number): number => (row === weak ? 2 : 0) + walls.breached.raw[row];
  return broken.sort((a, b) => first(b) - first(a) || a - b);
}

export const mend = task('repairs/mend', 'mend', {
  from: FROM,
  until: UNTIL,
  light: WORKS_BY,
  heavy: true,
  office: 'repairs',
  want: (world, of, fit) => {
    if (world.of(barrier).count === 0) return null;
    const broken = brokenOf(world, of);
    if (broken.length === 0) return null;
    const most = Math.min(broken.length * MOST_HANDS, Math.max(1, Math.floor(fit * SPARED)));
    const need = world.of(barrier).breached.raw[broken[0]] === 1 ? THROUGH : GAPES;
    const because = broken.map((row) => world.of(mending).found.raw[row]);
    return hands(most, need, because);
  },
});

/** Work goes on while there is light and those at it are not called away; what comes of it by the hour is drift. */
export const goOn = rule('repairs/work', { phase: 'settle', at: 'hour' }, (world, beat) => {
  if (world.of(barrier).count === 0) return;
  const rows = world.of(mending);
  for (const { of, people } of homesIn(world, beat)) {
    if (world.of(campaign).state.raw[of] === 1) continue;
    const menders = handsAt(world, of, mend, people);
    if (menders.length === 0) continue;
    const begun = brokenOf(world, of).filter((row) => rows.begun.raw[row] !== 0);
    begun.forEach((row, i) => {
      const these = menders.slice(i * MOST_HANDS, (i + 1) * MOST_HANDS);
      const effort = these.reduce((sum, who) => sum + effortOf(world, who, 'mend'), 0);
      rows.done.raw[row] = rows.done.raw[row] + effort * beat.seconds;
      if (these.length > 0 && rows.done.raw[row] >= workFor(world, row)) finish(world, row, these[0]);
    });
  }
});

function finish(world: World, row: number, hand: number): void {
  const rows = world.of(mending);
  const foreman = rows.foreman.raw[row] - 1;
  const who = isUp(world, foreman) ? foreman : hand;
  world.trace.open(who, world.time);
  readHands(world, groupOf(world, who));
  rows.done.at(row);
  const as = rows.timber.at(row) === 1 ? 'new' : 'patched';
  const hours = Math.round((world.time - world.chronicle.time(rows.begun.raw[row])) / SECONDS.hour) + 1;
  const roles = { actor: who, barrier: row, place: world.of(barrier).inside.raw[row] };
  world.propose(mended, { ...roles, as, hours }, [reason(rows.begun.raw[row])]);
  world.trace.close(false);
}
