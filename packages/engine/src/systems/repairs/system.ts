/** What an attack has broken is found by those who go round, and mended by as many hands as can be spared. */
import { enabled, reason } from '../../kernel/events.ts';
import { defineSystem, fill, rule } from '../../kernel/system.ts';
import type { Beat } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { weakestOf, weakness } from '../debrief/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, side } from '../groups/state.ts';
import { isAway } from '../infirmary/patients.ts';
import { skyLight } from '../light/state.ts';
import { readCharge, whoSeesTo } from '../offices/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { handsAt, readHands } from '../work/hands.ts';
import { lackings } from '../stores/lacking.ts';
import { tasks } from '../work/tasks.ts';
import { begun, found, mended } from './events.ts';
import { mendedWalls } from './facts.ts';
import { lacksTimber } from './lacking.ts';
import { MOST_HANDS, brokenOf, goOn, mend } from './mending.ts';
import { WORKS_BY, isDamaged, isUndone, mending, timberFor } from './state.ts';
import { words } from './words.ts';

/** Whoever is in charge of repairs goes round by daylight, else their leader, else whoever would stand in for the leader. */
const look = rule('repairs/look', { phase: 'sense', at: 'hour' }, (world, beat) => {
  forEachHome(world, beat, (of, people) => {
    const walls = world.of(barrier);
    for (let row = 0; row < walls.count; row++) {
      if (walls.keeper.raw[row] !== of + 1 || !isDamaged(world, row) || world.of(mending).found.raw[row] !== 0)
        continue;
      const who = whoSeesTo(world, of, 'repairs', people);
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

/** Whoever is at hand to mend is set to what is broken, in the order of `brokenOf`. What was only undone is shut. */
const setTo = rule('repairs/set-to', { phase: 'decide', at: 'hour' }, (world, beat) => {
  forEachHome(world, beat, (of, people) => {
    const walls = world.of(barrier);
    const rows = world.of(mending);
    const who = whoSeesTo(world, of, 'repairs', people);
    if (who < 0) return;
    for (let row = 0; row < walls.count; row++) {
      if (walls.keeper.raw[row] !== of + 1 || rows.found.raw[row] === 0) continue;
      if (rows.begun.raw[row] === 0 && isUndone(world, row)) shut(world, who, row);
    }
    const hands = handsAt(world, of, mend, people).length;
    const broken = brokenOf(world, of);
    const weak = broken.length > 1 ? weakestOf(world, of) : -1;
    broken.forEach((row, i) => {
      const here = Math.min(MOST_HANDS, hands - i * MOST_HANDS);
      if (here > 0 && rows.begun.raw[row] === 0) setHands(world, who, row, here, row === weak);
    });
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

function setHands(world: World, who: number, row: number, hands: number, isWeak: boolean): void {
  const walls = world.of(barrier);
  world.trace.open(who, world.time);
  world.of(body).down.at(who);
  readCharge(world, walls.keeper.raw[row] - 1, 'repairs');
  readHands(world, walls.keeper.raw[row] - 1);
  walls.breached.at(row);
  world.of(mending).begun.at(row);
  // How many are left for this wall rests on what else was found.
  brokenOf(world, world.of(barrier).keeper.raw[row] - 1);
  const wanted = timberFor(world, row);
  const store = mostTimber(world);
  const timber =
    wanted > 0 && store >= 0 && world.of(stock).amount.at(stockRow(store, 'timber')) >= wanted ? wanted : 0;
  const roles = { actor: who, barrier: row, place: walls.inside.raw[row], store: timber > 0 ? store : -1 };
  // Where there is more to mend than this, it comes first for being held to be weak.
  const weak = isWeak ? world.of(weakness).by.at(row) : 0;
  world.propose(begun, { ...roles, hands, timber }, [reason(world.of(mending).found.raw[row]), enabled(weak)]);
  world.trace.close(false);
}

/** Each group that has a home and is not fighting, by daylight, with those of its people who can act: one pass over all. */
function forEachHome(world: World, beat: Beat, act: (of: number, people: readonly number[]) => void): void {
  if (world.of(barrier).count === 0 || skyLight(world) < WORKS_BY) return;
  const homes = new Map<number, number[]>();
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] !== 0 && world.of(campaign).state.raw[of] !== 1) homes.set(of, []);
  }
  for (const who of beat.members)
    if (canAct(world, who) && !isAway(world, who)) homes.get(groupOf(world, who))?.push(who);
  for (const [of, people] of homes) if (people.length > 0) act(of, people);
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
  after: ['barriers', 'fire', 'muster', 'offices', 'stores', 'work'],
  tables: [mending],
  events: { found, begun, mended },
  facts: [mendedWalls],
  words,
  affair: 'walls',
  rules: [look, setTo, goOn],
  fills: [fill(tasks, mend), fill(lackings, lacksTimber)],
});
