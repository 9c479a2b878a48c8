/** A fight between those who have fought before is another one: what was known in the last of who was out of it holds no longer. */
import { claim, claimsOf, dropClaim } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isAttacked, isBreached } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { captive, hasSurrendered } from '../captivity/state.ts';
import { peopleIn, side } from '../groups/state.ts';
import { duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { hasBroken, nerves } from '../resolve/state.ts';
import { comradeAt, isAt } from '../sight/state.ts';
import { inSquad, squad, squadPeople, squadsIn } from '../squads/state.ts';
import { comeToThemselves, doubts, openings, reckoned } from '../will/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { campaign } from './state.ts';

/** Those of a group go into a fight with what the last has left them, and nothing more. Only from within an event's `apply`. */
export function beginAnew(world: World, of: number): void {
  const fights = world.of(campaign);
  fights.overrunBy.put(of, 0);
  fights.lostContact.put(of, 0);
  comeToThemselves(world, of);
  const rows = world.of(doubts);
  for (const column of [rows.abackAt, rows.abackTimes, rows.hiddenAt, rows.movedAt, rows.movedBy]) column.put(of, 0);
  rows.ledBy.put(of, world.of(side).leader.raw[of]);
  const { known } = world.of(openings);
  for (let row = 0; row < world.of(barrier).count; row++) known.put(row, known.raw[row] & ~(1 << of));
  for (const who of peopleIn(world, of)) takeHeart(world, who);
  for (const each of squadsIn(world, of)) callOff(world, each);
}

/** Nobody runs from a fight that has not begun; and of everybody who lives it is taken that they may be in it. */
function takeHeart(world: World, who: number): void {
  const nerve = world.of(nerves);
  nerve.suppression.clear(who);
  nerve.strain.clear(who);
  nerve.pinned.put(who, 0);
  nerve.broken.put(who, 0);
  const counted = world.of(reckoned);
  for (const column of [counted.surprise, counted.hidden, counted.behind, counted.broke, counted.fled])
    column.put(who, 0);
  // Whoever is dead, taken or away they have got over, and do not lose once more.
  const lost = isThere(world, who) ? 0 : 1;
  counted.lost.put(who, lost);
  world.of(inSquad).lost.put(who, lost);
  if (world.of(duty).plan.raw[who] === 0) world.of(duty).task.put(who, 0);
  forgetTheLast(world, who);
}

function forgetTheLast(world: World, who: number): void {
  const claims = world.of(claim);
  const { alive } = world.of(body);
  for (const row of claimsOf(world, who)) {
    const what = claims.predicate.raw[row];
    const about = claims.subject.raw[row];
    const stale =
      what === hasBroken.hash ||
      what === hasSurrendered.hash ||
      what === isAt.hash ||
      what === comradeAt.hash ||
      what === isAttacked.hash ||
      // What has been mended they see as they come.
      (what === isBreached.hash && world.of(barrier).breached.raw[about] === 0) ||
      (what === hasFallen.hash && alive.raw[about] === 1);
    if (stale) dropClaim(world, who, row);
  }
}

/** A squad is told anew what to do; where whoever led it is not there, whoever of it has most nerve does. */
function callOff(world: World, row: number): void {
  const rows = world.of(squad);
  rows.shock.clear(row);
  rows.stood.put(row, 0);
  for (const column of [rows.wavers, rows.task, rows.goal, rows.order, rows.by, rows.repeated, rows.reported])
    column.put(row, 0);
  const { nerve } = world.of(body);
  const there = squadPeople(world, row).filter((who) => isThere(world, who));
  if (there.length === 0 || there.includes(rows.leader.raw[row] - 1)) return;
  const heir = there.reduce((best, who) => (nerve.raw[who] > nerve.raw[best] ? who : best));
  rows.leader.put(row, heir + 1);
}

function isThere(world: World, who: number): boolean {
  const { alive, down } = world.of(body);
  return (
    alive.raw[who] === 1 &&
    down.raw[who] === 0 &&
    world.of(position).gone.raw[who] === 0 &&
    world.of(captive).state.raw[who] === 0
  );
}
