import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { hostile } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { doubts } from '../will/state.ts';
import { campaign } from './state.ts';
import type { Ending } from './state.ts';

/** The event by which those who were attacked lost their home; 0 while they hold it. */
export function overrunBy(world: World, attacker: number): number {
  const { overrunBy: lost } = world.of(campaign);
  for (let of = 0; of < world.of(group).count; of++) {
    if (lost.raw[of] !== 0 && hostile(world, attacker, of)) return lost.at(of);
  }
  return 0;
}

/** The event by which somebody dropped out of a fight: they got away, fell, or gave up; 0 while they are in it. Tracked. */
function droppedOut(world: World, who: number): number {
  const bodies = world.of(body);
  const where = world.of(position);
  if (where.gone.at(who) === 1) return where.goneBy.raw[who];
  if (bodies.down.at(who) === 1) return bodies.downBy.raw[who];
  return world.of(captive).state.at(who) === 0 ? 0 : world.of(captive).yielded.raw[who];
}

/** The event by which the last of them dropped out of the fight; 0 while one of them is still in it. */
export function lastToDropOut(world: World, people: readonly number[]): number {
  let last = 0;
  for (const who of people) {
    const by = droppedOut(world, who);
    if (by === 0) return 0;
    last = Math.max(last, by);
  }
  return last;
}

/** The event by which the last of them who is gone got away; 0 where nobody is. */
export function lastToLeave(world: World, people: readonly number[]): number {
  const { gone, goneBy } = world.of(position);
  return people.reduce((last, who) => (gone.at(who) === 1 ? Math.max(last, goneBy.raw[who]) : last), 0);
}

/** How those who came dropped out, and the events that made it so: the decision or the flight, and the last one's end. */
export function howItEnded(
  world: World,
  of: number,
  people: readonly number[],
  last: number,
): { how: Ending; because: number[] } {
  const { gone } = world.of(position);
  const rows = world.of(doubts);
  const gave = rows.gaveUp.at(of) === 1 ? rows.gaveUpBy.raw[of] : 0;
  const ran = rows.routed.at(of) === 1 ? rows.routedBy.raw[of] : 0;
  const yielded = people
    .filter((who) => gone.raw[who] === 0 && world.of(captive).state.at(who) !== 0)
    .map((who) => world.of(captive).yielded.raw[who])
    .filter((id) => id !== 0);
  if (!people.some((who) => gone.raw[who] === 1)) {
    if (yielded.length === 0) return { how: 'beaten', because: [last] };
    return { how: 'surrendered', because: [...new Set([Math.max(...yielded), last])] };
  }
  // Whichever came first: those who ran need no order any more, and who runs after an order has been given runs home.
  if (ran !== 0 && (gave === 0 || ran < gave)) return { how: 'routed', because: [ran, last] };
  if (gave !== 0) return { how: 'withdrawn', because: [gave, last] };
  return { how: 'left', because: [last] };
}
