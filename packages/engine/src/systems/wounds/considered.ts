/** How the choice to help the hurt is said, and what keeps people from it. */
import { claim, mind } from '../../kernel/beliefs.ts';
import { oneself, stated } from '../../kernel/deliberation.ts';
import type { Statement } from '../../kernel/deliberation.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import type { Option } from '../conduct/course.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { hasFallen, isHurt, vitals } from './state.ts';

export function saysHelp(_world: World, who: number, option: Option | null): Statement {
  if (option === null)
    return oneself(who, { verb: 'see', complements: [{ by: 'to', phrase: { noun: 'hurt comrade', of: 'a' } }] });
  const complements = [{ by: 'to', phrase: { role: 'target' } }] as const;
  return oneself(who, { verb: 'see', complements }, { target: [person, option.whom] });
}

const noDressings = (who: number): Statement =>
  oneself(who, { verb: 'have', object: { noun: 'dressing', of: 'no', count: 2 }, complement: 'left' });

/** What keeps somebody from seeing to anybody, or to one of the hurt. */
export function whyNoHelp(world: World, who: number, option: Option | null): Statement {
  if (world.of(body).dressings.raw[who] === 0) return noDressings(who);
  const seenTo = option?.whom ?? hurtBeside(world, who).find((whom) => world.of(vitals).carer.raw[whom] !== 0) ?? -1;
  const carer = seenTo < 0 ? -1 : world.of(vitals).carer.raw[seenTo] - 1;
  if (carer >= 0) {
    const complements = [{ by: 'to', phrase: { role: 'target' } }] as const;
    const subject = { role: 'carer' } as const;
    const roles = { carer: [person, carer], target: [person, seenTo] } as const;
    return stated({ verb: 'see', subject, complements, manner: 'already', aspect: 'progressive' }, roles);
  }
  const nobody = { noun: 'nobody near whose wound was open', of: 'none' } as const;
  return oneself(who, { verb: 'know', complements: [{ by: 'of', phrase: nobody }] });
}

/** Comrades in the same place whom somebody knows to be hurt, alive. */
function hurtBeside(world: World, who: number): number[] {
  const { predicate, subject, next } = world.of(claim);
  const { at } = world.of(position);
  const found: number[] = [];
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    const whom = subject.raw[row];
    if ((predicate.raw[row] !== isHurt.hash && predicate.raw[row] !== hasFallen.hash) || whom === who) continue;
    if (groupOf(world, whom) !== groupOf(world, who) || at.raw[whom] !== at.raw[who]) continue;
    if (world.of(body).alive.raw[whom] === 1) found.push(whom);
  }
  return found;
}

export const saysHelpOneself = (_world: World, who: number): Statement =>
  oneself(who, { verb: 'bind up', object: { noun: 'wound', of: 'own' } });

/** What keeps somebody from binding up their own wound. */
export function whyNotOneself(world: World, who: number): Statement {
  if (world.of(vitals).open.raw[who] === 0) return oneself(who, { verb: 'be', complement: 'unhurt' });
  if (world.of(body).dressings.raw[who] === 0) return noDressings(who);
  return oneself(who, { verb: 'have', object: { noun: 'wound left to dress', of: 'no' } });
}
