import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { member } from '../groups/state.ts';
import { skyLight } from '../light/state.ts';
import { position } from '../places/state.ts';

/** Metres at which steps are as likely heard as not on a still night: at a walk, at a run. [d] */
const STEPS = [0, 16, 38] as const;
/** Somebody who creeps: with all the craft there is, and how much more without any. [d] */
const CREEP_BEST = 2;
const CREEP_ADDS = 13;
/** What is left of that by day, when there is always some noise about. [d] */
const BY_DAY = 0.6;

/** Somebody on the move in a place, and how far off they are as likely heard as not. */
export interface Mover {
  readonly who: number;
  readonly at: number;
  readonly group: number;
  readonly metres: number;
}

/** Metres at which somebody on the move is as likely heard as not. Their craft is tracked. */
export function stepsCarry(world: World, who: number): number {
  const pace = world.of(position).pace.raw[who];
  const night = skyLight(world) > 0.5 ? BY_DAY : 1;
  return night * (pace === 0 ? CREEP_BEST + CREEP_ADDS * (1 - world.of(body).stealth.at(who)) : STEPS[pace]);
}

/** The loudest of each side in each place: others beside them are not told apart by ear. */
export function moversAmong(world: World, members: readonly number[]): Mover[] {
  const where = world.of(position);
  const bodies = world.of(body);
  const groups = world.of(member).group.raw;
  const movers: Mover[] = [];
  for (const who of members) {
    if (where.bound.raw[who] === 0 || bodies.down.raw[who] === 1 || bodies.alive.raw[who] === 0) continue;
    const metres = stepsCarry(world, who);
    const same = movers.findIndex((each) => each.at === where.at.raw[who] && each.group === groups[who]);
    const mover = { who, at: where.at.raw[who], group: groups[who], metres };
    if (same < 0) movers.push(mover);
    else if (louder(world, mover, movers[same])) movers[same] = mover;
  }
  return movers;
}

function louder(world: World, a: Mover, b: Mover): boolean {
  if (a.metres !== b.metres) return a.metres > b.metres;
  return world.nameLo(person, a.who) < world.nameLo(person, b.who);
}
