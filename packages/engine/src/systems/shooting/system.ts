import { claim, findClaim } from '../../kernel/beliefs.ts';
import { reason } from '../../kernel/events.ts';
import { defineSystem, fill, rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { efforts } from '../bodies/effort.ts';
import type { Effort } from '../bodies/effort.ts';
import { KNIFE, WEAPONS, body } from '../bodies/state.ts';
import { courses } from '../conduct/course.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { FRESH, bodySeen, isAt } from '../sight/state.ts';
import { fireAt } from './course.ts';
import { beganSweeping, ceased, letUp, openedFire, shot, swept } from './events.ts';
import { savesRounds } from './holding.ts';
import { aim } from './state.ts';
import { goOnSweeping, keepDown } from './sweeping.ts';
import { words } from './words.ts';

/** Seconds out of sight after which a target is given up. [d] */
const GIVES_UP = 45;
/** What fighting hand to hand takes of somebody's breath in a second. [d] */
const FIGHTING_TAKES = 0.015;

/** Those who fire go on firing while they see whom they fire at, or take somebody to be where they fire into. */
const fire = rule('shooting/fire', { phase: 'act', at: 'second' }, (world, beat) => {
  const aims = world.of(aim);
  const bodies = world.of(body);
  const rows = world.of(nerves);
  for (const who of beat.members) {
    if ((aims.target.raw[who] === 0 && aims.sweeps.raw[who] === 0) || aims.next.raw[who] > world.time) continue;
    if (bodies.alive.raw[who] === 0 || bodies.down.raw[who] === 1 || rows.pinned.raw[who] === 1) continue;
    world.trace.open(who, world.time);
    bodies.down.at(who);
    bodies.awake.at(who);
    rows.pinned.at(who);
    if (aims.target.at(who) === 0) goOnSweeping(world, who);
    else goOnFiring(world, who);
    world.trace.close(false);
  }
});

/** The next aimed round, or why there is none. */
function goOnFiring(world: World, who: number): void {
  const aims = world.of(aim);
  const bodies = world.of(body);
  const claims = world.of(claim);
  const target = aims.target.raw[who] - 1;
  const opened = aims.opened.raw[who];
  const held = findClaim(world, who, isAt, target);
  const empty = bodies.rounds.at(who) === 0 && WEAPONS[bodies.weapon.at(who)].capacity > 0;
  const seen = held >= 0 && world.time - claims.seen.raw[held] <= FRESH;
  const inSight = held < 0 ? target : bodySeen(world, held);
  if (seen && bodies.down.at(inSight) === 1) {
    world.propose(ceased, { actor: who, target, why: 'fallen' }, [reason(bodies.downBy.raw[inSight])]);
  } else if (empty) world.propose(ceased, { actor: who, target, why: 'empty' }, [reason(opened)]);
  else if (held < 0 || world.time - claims.seen.raw[held] > GIVES_UP || isOutOfReach(world, who, held)) {
    world.propose(ceased, { actor: who, target, why: 'lost' }, [reason(opened)]);
  } else if (!seen) return;
  else if (savesRounds(world, who, claims.place.raw[held] - 1)) {
    world.propose(ceased, { actor: who, target, why: 'sparing' }, [reason(opened)]);
  } else {
    claims.seen.at(held);
    stillThere(world, inSight);
    world.propose(shot, { actor: who, target, place: world.of(position).at.at(who) }, [reason(opened)]);
  }
}

/** To keep somebody in view is no event, but whoever had gone from there, or had not shown themselves, would be lost from it. */
function stillThere(world: World, target: number): void {
  const where = world.of(position);
  where.at.at(target);
  where.bound.at(target);
}

/** A knife reaches nobody who is elsewhere. */
function isOutOfReach(world: World, who: number, held: number): boolean {
  if (world.of(body).weapon.raw[who] !== KNIFE) return false;
  return world.of(claim).place.at(held) - 1 !== world.of(position).at.at(who);
}

const handToHand: Effort = {
  id: 'shooting/hand-to-hand',
  takes: (world, who) =>
    world.of(aim).target.raw[who] !== 0 && world.of(body).weapon.raw[who] === KNIFE ? FIGHTING_TAKES : 0,
};

export const shooting = defineSystem({
  id: 'shooting',
  after: ['sight', 'wounds'],
  tables: [aim],
  events: { 'opened-fire': openedFire, ceased, shot, 'began-sweeping': beganSweeping, swept, 'let-up': letUp },
  words,
  rules: [fire],
  fills: [fill(courses, fireAt, keepDown), fill(efforts, handToHand)],
});
