/** How what people do about fire is said, and what keeps them from it. */
import { claim } from '../../kernel/beliefs.ts';
import { SELF, oneself, stated } from '../../kernel/deliberation.ts';
import type { Statement } from '../../kernel/deliberation.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Option } from '../conduct/course.ts';
import { groupOf, side } from '../groups/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { flames, knowsBurning } from './state.ts';

const FIRE = { role: 'fire' } as const;

export function saysGetOut(world: World, who: number): Statement {
  const complements = [{ by: 'out of', phrase: { role: 'place' } }] as const;
  return oneself(who, { verb: 'get', complements }, { place: [place, world.of(position).at.raw[who]] });
}

/** What keeps somebody where they are: `unaware` where they do not know of the fire that they are in. */
export function whyStay(world: World, who: number, option: Option | null, unaware: boolean): Statement {
  const where = world.of(position);
  if (option === null) {
    const subject = { role: 'place' } as const;
    return stated({ verb: 'burn', subject, negated: true }, { place: [place, where.at.raw[who]] });
  }
  if (where.bound.raw[who] !== 0) return oneself(who, { verb: 'be', complement: 'on the way already' });
  const complements = [{ by: 'of', phrase: { noun: 'fire', of: 'the' } }] as const;
  if (unaware) return oneself(who, { verb: 'know', negated: true, complements });
  return stated({ verb: 'be', subject: { noun: 'heat', of: 'the' }, complement: 'still bearable' }, {});
}

export function saysFight(world: World, who: number, option: Option | null): Statement {
  if (option === null) return oneself(who, { verb: 'fight', object: { noun: 'fire', of: 'a' } });
  const on = world.of(flames).fights.raw[who] === option.datum + 1;
  const complements = [{ by: 'in', phrase: FIRE }] as const;
  const object = { noun: 'fire', of: 'the' } as const;
  const fire = [place, option.datum] as const;
  return oneself(who, { verb: on ? 'go on fighting' : 'fight', object, complements }, { fire });
}

/** What keeps somebody from fighting any fire. */
export function whyNoFire(world: World, who: number): Statement {
  const home = world.of(side).home.raw[groupOf(world, who)] > 0;
  const noun = home ? 'fire of theirs within reach' : 'home there to save from fire';
  if (home) return oneself(who, { verb: 'know', complements: [{ by: 'of', phrase: { noun, of: 'no' } }] });
  return oneself(who, { verb: 'have', object: { noun, of: 'no' } });
}

/** What keeps somebody from fighting one fire: `pressed` where an enemy is near. */
export function whyNotFight(world: World, who: number, at: number, fierce: boolean, pressed: boolean): Statement {
  const fire = [place, at] as const;
  if (knowsBurning(world, who, at) < 0) {
    const complements = [{ by: 'of', phrase: { noun: 'fire', of: 'the' } }] as const;
    return oneself(who, { verb: 'know', negated: true, complements });
  }
  if (fierce) return stated({ verb: 'burn', subject: FIRE, manner: 'too fiercely' }, { fire });
  if (pressed) return stated({ verb: 'be', subject: { noun: 'enemy', of: 'a' }, complement: 'too near' }, {});
  return oneself(who, { verb: 'fight', object: { noun: 'other fire', of: 'a' }, aspect: 'progressive' });
}

export function saysThrow(world: World, who: number, option: Option | null): Statement {
  const object = { noun: 'firebomb', of: 'a' } as const;
  if (option === null) return oneself(who, { verb: 'throw', object });
  const at = world.of(claim).place.raw[option.datum] - 1;
  const complements = [{ by: 'into', phrase: { role: 'goal' } }] as const;
  return oneself(who, { verb: 'throw', object, complements }, { goal: [place, at] });
}

/** What keeps somebody from throwing fire anywhere, or into one place. */
export function whyNotThrow(world: World, who: number, option: Option | null): Statement {
  if (world.of(flames).bombs.raw[who] === 0)
    return oneself(who, { verb: 'have', object: { noun: 'firebomb', of: 'no' } });
  if (option !== null) {
    if (world.of(position).bound.raw[who] !== 0) return oneself(who, { verb: 'be', complement: 'on the move' });
    const goal = [place, world.of(claim).place.raw[option.datum] - 1] as const;
    return stated({ verb: 'burn', subject: { role: 'goal' }, aspect: 'progressive', manner: 'already' }, { goal });
  }
  const task = TASKS[world.of(duty).task.raw[who]];
  if (task !== 'storm' && task !== 'breach' && task !== 'cover') {
    const purpose = { verb: 'attack', subject: SELF } as const;
    return oneself(who, { verb: 'tell', passive: true, negated: true, aspect: 'perfect', purpose });
  }
  const nowhere = { noun: 'enemy within a throw where it would burn', of: 'no' } as const;
  return oneself(who, { verb: 'know', complements: [{ by: 'of', phrase: nowhere }] });
}
