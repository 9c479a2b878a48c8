/** How the choice to fire is said, and what keeps people from it. */
import { claim } from '../../kernel/beliefs.ts';
import { SELF, oneself, stated } from '../../kernel/deliberation.ts';
import type { Statement } from '../../kernel/deliberation.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { KNIFE, WEAPONS, body } from '../bodies/state.ts';
import type { Option } from '../conduct/course.ts';
import { TASKS, duty } from '../orders/state.ts';
import { bond, bondOf } from '../past/state.ts';
import { position, sightBetween } from '../places/state.ts';
import { holdsFire, savesRounds } from './holding.ts';
import { aim } from './state.ts';

const AT_PLACE = { by: 'in', phrase: { role: 'place' } } as const;

const placeOf = (world: World, option: Option): number => world.of(claim).place.raw[option.datum] - 1;

/** `to fire at Jace in the courtyard`. */
export function saysFireAt(world: World, who: number, option: Option | null): Statement {
  if (option === null)
    return oneself(who, { verb: 'fire', complements: [{ by: 'at', phrase: { noun: 'enemy', of: 'a' } }] });
  const on = world.of(aim).target.raw[who] === option.whom + 1;
  const knife = world.of(body).weapon.raw[who] === KNIFE;
  const verb = knife ? (on ? 'go on fighting' : 'go') : on ? 'go on firing' : 'fire';
  const towards = { by: knife ? (on ? 'with' : 'for') : 'at', phrase: { role: 'target' } } as const;
  const at = placeOf(world, option);
  const target = [person, option.whom] as const;
  if (at < 0) return oneself(who, { verb, complements: [towards] }, { target });
  return oneself(who, { verb, complements: [towards, AT_PLACE] }, { target, place: [place, at] });
}

/** That they bear whom they would fire at a grudge. */
export function speaksOfFire(world: World, who: number, option: Option): Statement[] {
  const row = bondOf(world, who, option.whom);
  if (row < 0 || world.of(bond).grudge.raw[row] === 0) return [];
  const complements = [{ by: 'against', phrase: { role: 'target' } }] as const;
  const grudge = { noun: 'grudge', of: 'a' } as const;
  return [oneself(who, { verb: 'have', object: grudge, complements }, { target: [person, option.whom] })];
}

/** What keeps somebody from firing at anybody: `inView` and `standing` are how many enemies they take to be so. */
export function whyNotFire(world: World, who: number, inView: number, standing: number): Statement {
  const bodies = world.of(body);
  const knowsOfNo = (noun: string): Statement =>
    oneself(who, { verb: 'know', complements: [{ by: 'of', phrase: { noun, of: 'no' } }] });
  if (bodies.rounds.raw[who] === 0 && bodies.weapon.raw[who] !== KNIFE) return noRounds(who);
  if (inView === 0) return knowsOfNo('enemy in view');
  return standing > 0 || holdsFire(world, who) ? whyHolds(world, who) : knowsOfNo('enemy in view who still stood');
}

const noRounds = (who: number): Statement =>
  oneself(who, { verb: 'have', object: { noun: 'round', of: 'no', count: 2 }, complement: 'left' });

/** Why fire is held: see `holdsFire`. */
export function whyHolds(world: World, who: number): Statement {
  const task = TASKS[world.of(duty).task.raw[who]];
  if (task === 'ambush') return oneself(who, { verb: 'lie', complement: 'in wait, unnoticed' });
  if (task === 'creep up' || task === 'scout') {
    const purpose = { verb: 'keep quiet', subject: SELF } as const;
    return oneself(who, { verb: 'tell', passive: true, aspect: 'perfect', purpose });
  }
  const fire = { noun: 'fire', of: 'own' } as const;
  return oneself(who, { verb: 'hold', object: fire, complement: 'so soon after the alarm' });
}

/** Why an enemy whom somebody knows of is no target to them. */
export function whyNotAt(world: World, who: number, option: Option): Statement {
  const at = placeOf(world, option);
  const here = world.of(position).at.raw[who];
  if (at < 0 || sightBetween(world, here, at) === 0) return noView(who, at);
  return savesRounds(world, who, at) ? keepsRounds(who, 'better chance') : onlyKnife(who);
}

function noView(who: number, at: number): Statement {
  const view = { noun: 'view', of: 'no' } as const;
  if (at < 0) return oneself(who, { verb: 'have', object: view });
  const complements = [{ by: 'of', phrase: { role: 'place' } }] as const;
  return oneself(who, { verb: 'have', object: view, complements }, { place: [place, at] });
}

const onlyKnife = (who: number): Statement =>
  oneself(who, { verb: 'have', object: { noun: 'knife', of: 'a' }, manner: 'only' });

const keepsRounds = (who: number, noun: string): Statement => {
  const complements = [{ by: 'for', phrase: { noun, of: 'a' } }] as const;
  return oneself(who, { verb: 'keep', object: { noun: 'last rounds', of: 'own' }, complements });
};

/** `to fire into the barn`. */
export function saysKeepDown(world: World, who: number, option: Option | null): Statement {
  if (option === null) {
    const complements = [{ by: 'into', phrase: { noun: 'place', of: 'a' } }] as const;
    return oneself(who, { verb: 'fire', complements, manner: 'to keep heads down there' });
  }
  const at = placeOf(world, option);
  const verb = world.of(aim).sweeps.raw[who] === at + 1 ? 'go on firing' : 'fire';
  const complements = [{ by: 'into', phrase: { role: 'place' } }] as const;
  return oneself(who, { verb, complements }, { place: [place, at] });
}

/**
 * What keeps somebody from firing into any place: `least` is how many rounds they keep for aimed fire, `told` whether they
 * give cover.
 */
export function whyNotInto(world: World, who: number, least: number, told: boolean): Statement {
  const bodies = world.of(body);
  if (!told && world.of(aim).target.raw[who] !== 0) {
    const somebody = { noun: 'somebody', of: 'none' } as const;
    return oneself(who, { verb: 'have', object: somebody, complement: 'in sight to fire at' });
  }
  if (WEAPONS[bodies.weapon.raw[who]].capacity === 0) return onlyKnife(who);
  if (bodies.rounds.raw[who] === 0) return noRounds(who);
  if (bodies.rounds.raw[who] <= least) return keepsRounds(who, 'sure target');
  const unseen = { noun: 'place within reach where an enemy might be unseen', of: 'no' } as const;
  return oneself(who, { verb: 'know', complements: [{ by: 'of', phrase: unseen }] });
}

/** Why fire into a place is out of the question: `comrade` is one of their own who is there, or -1. */
export function whyNotIntoPlace(world: World, who: number, option: Option, comrade: number): Statement {
  const at = placeOf(world, option);
  if (comrade < 0) return noView(who, at);
  const roles = { target: [person, comrade], place: [place, at] } as const;
  return stated({ verb: 'be', subject: { role: 'target' }, complements: [AT_PLACE] }, roles);
}
