/** How the choice to break through is said, and what keeps people from it. */
import { SELF, oneself, stated } from '../../kernel/deliberation.ts';
import type { Statement } from '../../kernel/deliberation.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { TASKS, duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { barrier, breaking } from './state.ts';

const WALL = { role: 'barrier' } as const;

/** `wall` is the barrier that they are at, or have to get through next; -1 for none. */
export function saysBreach(world: World, who: number, wall: number): Statement {
  if (wall < 0) return oneself(who, { verb: 'break through' });
  const at = [barrier, wall] as const;
  if (world.of(breaking).worksAt.raw[who] === 0) {
    return oneself(who, { verb: 'break through', object: WALL }, { barrier: at });
  }
  return oneself(who, { verb: 'go on working', complements: [{ by: 'at', phrase: WALL }] }, { barrier: at });
}

/** What keeps somebody from breaking through anything, or through what is in the way. */
export function whyNotBreach(world: World, who: number, wall: number): Statement {
  const task = TASKS[world.of(duty).task.raw[who]];
  const goal = world.of(duty).place.raw[who] - 1;
  const where = world.of(position);
  if (goal >= 0 && where.at.raw[who] === goal && (task === 'breach' || task === 'storm' || task === 'load')) {
    const complements = [{ by: 'in', phrase: { role: 'goal' } }] as const;
    return oneself(who, { verb: 'be', complements, manner: 'already' }, { goal: [place, goal] });
  }
  if (wall >= 0) {
    if (where.bound.raw[who] !== 0) return oneself(who, { verb: 'be', complement: 'on the way there' });
    const subject = { noun: 'room', of: 'no' } as const;
    const complements = [{ by: 'at', phrase: WALL }] as const;
    return stated({ verb: 'leave', subject, passive: true, complements }, { barrier: [barrier, wall] });
  }
  if (task === 'storm' || task === 'load') {
    const purpose = { verb: 'be', subject: SELF, complement: 'open' } as const;
    return oneself(who, { verb: 'take', object: { noun: 'way', of: 'the' }, purpose });
  }
  if (task === 'breach') return oneself(who, { verb: 'be', complement: 'on the way in' });
  const purpose = { verb: 'break through', subject: SELF } as const;
  return oneself(who, { verb: 'tell', passive: true, negated: true, aspect: 'perfect', purpose });
}
