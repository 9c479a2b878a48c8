import { enabled, interrupted, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { defineSystem, fill, rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { efforts } from '../bodies/effort.ts';
import { leavings } from '../conduct/events.ts';
import { busy, courses } from '../conduct/course.ts';
import { groupOf, side } from '../groups/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { arrivals, hampers } from '../places/system.ts';
import { nerves } from '../resolve/state.ts';
import { vitals } from '../wounds/state.ts';
import { saysCarrying } from './considered.ts';
import { takeUp } from './course.ts';
import { broughtAway, leftBehind, setDown, tookUp } from './events.ts';
import { comeAlong, getAwayWith, leaveLying } from './leaving.ts';
import { burden } from './state.ts';
import { toil } from './toil.ts';
import { words } from './words.ts';

/** Pace of somebody who carries another, as a share of what it would be. [d] */
const LADEN = 0.5;
/** What is left to do for somebody who carries another. */
const STAYING = ['conduct/stay'];
const GOING = ['conduct/stay', 'conduct/obey'];

/** Whoever carries somebody sets them down when they are there, or can no longer. */
const bear = rule('carrying/bear', { phase: 'act', at: ['second', 'minute'] }, (world, beat) => {
  const rows = world.of(burden);
  for (const who of beat.members) {
    if (rows.bears.raw[who] === 0) continue;
    world.trace.open(who, world.time);
    const target = rows.bears.at(who) - 1;
    const found = whySetDown(world, who, target);
    if (found !== null) {
      const [why, because] = found;
      const place = world.of(position).at.at(who);
      world.propose(setDown, { actor: who, target, place, why }, [because, enabled(rows.by.raw[who])]);
    }
    world.trace.close(false);
  }
});

type WhySetDown = 'there' | 'dead' | 'hit' | 'under fire' | 'down' | 'broke' | 'gave up';

function whySetDown(world: World, who: number, target: number): [WhySetDown, Cause] | null {
  const bodies = world.of(body);
  const nerve = world.of(nerves);
  const where = world.of(position);
  const worst = world.of(vitals).worst.at(who);
  if (bodies.down.at(who) === 1) return ['down', interrupted(bodies.downBy.raw[who])];
  if (worst > world.of(burden).by.raw[who]) return ['hit', interrupted(worst)];
  if (world.of(captive).state.at(who) !== 0) return ['gave up', interrupted(world.of(captive).yielded.raw[who])];
  if (nerve.broken.at(who) === 1) return ['broke', interrupted(nerve.brokenBy.raw[who])];
  if (nerve.pinned.at(who) === 1) return ['under fire', interrupted(nerve.pinnedBy.raw[who])];
  if (bodies.alive.at(target) === 0) return ['dead', reason(bodies.downBy.raw[target])];
  if (where.bound.at(who) !== 0 || isAboutToLeave(world, who)) return null;
  return ['there', reason(where.by.raw[who])];
}

/** At the way out, and told to leave: there is no setting down there. */
function isAboutToLeave(world: World, who: number): boolean {
  const at = world.of(position).at.raw[who];
  return world.of(side).wayOut.raw[groupOf(world, who)] === at + 1 && TASKS[world.of(duty).task.at(who)] === 'leave';
}

function leftToCarriers(world: World, who: number): readonly string[] | null {
  if (world.of(burden).bears.at(who) === 0) return null;
  const task = TASKS[world.of(duty).task.at(who)];
  return task === 'leave' || task === 'fall back' ? GOING : STAYING;
}

export const carrying = defineSystem({
  id: 'carrying',
  after: ['orders', 'places', 'resolve', 'wounds'],
  tables: [burden],
  events: { 'took-up': tookUp, 'set-down': setDown, 'brought-away': broughtAway, 'left-behind': leftBehind },
  words,
  rules: [bear],
  fills: [
    fill(efforts, toil),
    fill(courses, takeUp),
    fill(busy, { leaves: leftToCarriers, says: saysCarrying }),
    fill(hampers, (world, who) => (world.of(burden).bears.at(who) === 0 ? 1 : LADEN)),
    fill(arrivals, comeAlong, leaveLying),
    fill(leavings, getAwayWith),
  ],
});
