/** How the choice to carry somebody off is said, and what keeps people from it. */
import { oneself, stated } from '../../kernel/deliberation.ts';
import type { Statement } from '../../kernel/deliberation.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Option } from '../conduct/course.ts';
import { able } from '../wounds/state.ts';
import { burden } from './state.ts';

/** `goal` is where they would bring them; -1 for nowhere. */
export function saysTakeUp(who: number, option: Option | null, goal: number): Statement {
  if (option === null) return oneself(who, { verb: 'carry off', object: { noun: 'fallen comrade', of: 'a' } });
  const object = { role: 'target' } as const;
  const complements = [{ by: 'to', phrase: { role: 'goal' } }] as const;
  const roles = { target: [person, option.whom], goal: [place, goal] } as const;
  return oneself(who, { verb: 'carry', object, complements }, roles);
}

/** That somebody carries another. */
export function saysCarrying(world: World, who: number): Statement {
  const target = world.of(burden).bears.raw[who] - 1;
  return oneself(
    who,
    { verb: 'carry', object: { role: 'target' }, aspect: 'progressive' },
    { target: [person, target] },
  );
}

/** What keeps somebody from carrying anybody off, or one of the fallen. */
export function whyNotTakeUp(world: World, who: number, option: Option | null, goal: number): Statement {
  const { arms, legs, faint } = world.of(able);
  if (world.of(burden).bears.raw[who] !== 0) return saysCarrying(world, who);
  if (arms.raw[who] === 2)
    return oneself(who, { verb: 'have', object: { noun: 'arm to use', count: 1 }, manner: 'only' });
  if (legs.raw[who] > 0) return oneself(who, { verb: 'be', complement: 'lame' });
  if (faint.raw[who] > 0) return oneself(who, { verb: 'be', complement: 'faint from loss of blood' });
  if (goal < 0) {
    const nowhere = { noun: 'place to bring anybody to', of: 'no' } as const;
    return oneself(who, { verb: 'know', complements: [{ by: 'of', phrase: nowhere }] });
  }
  if (option !== null) {
    const target = [person, option.whom] as const;
    return stated({ verb: 'lie', subject: { role: 'target' }, negated: true, manner: 'there' }, { target });
  }
  const nobody = { noun: 'nobody lying near', of: 'none' } as const;
  return oneself(who, { verb: 'know', complements: [{ by: 'of', phrase: nobody }] });
}
