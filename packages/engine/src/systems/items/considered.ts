/** How the choice to take up what lies about, or to ask for rounds, is said, and what keeps people from it. */
import { oneself, stated } from '../../kernel/deliberation.ts';
import type { Statement } from '../../kernel/deliberation.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import type { Option } from '../conduct/course.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { kindOf, thing } from './state.ts';

export function saysPickUp(world: World, who: number, option: Option | null): Statement {
  if (option === null) return oneself(who, { verb: 'pick up', object: { noun: 'weapon', of: 'a' } });
  const rows = world.of(thing);
  const noun = kindOf(rows.weapon.raw[option.datum]);
  const from = rows.of.raw[option.datum] - 1;
  if (rows.weapon.raw[option.datum] === world.of(body).weapon.raw[who]) {
    return oneself(who, { verb: 'take', object: { noun: 'round', of: 'the', count: 2 }, complement: 'that lay there' });
  }
  if (from < 0 || from === who) return oneself(who, { verb: 'pick up', object: { noun, of: from < 0 ? 'a' : 'own' } });
  return oneself(who, { verb: 'pick up', object: { role: 'from', possessed: { noun } } }, { from: [person, from] });
}

/** What keeps somebody from taking up anything, or one thing. */
export function whyNotPickUp(world: World, who: number, option: Option | null): Statement {
  if (option !== null) return oneself(who, { verb: 'have', object: { noun: 'arm to use', count: 1 }, manner: 'only' });
  const rows = world.of(thing);
  const at = world.of(position).at.raw[who];
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.place.raw[row] !== at || rows.rounds.raw[row] === 0) continue;
    return oneself(who, { verb: 'have', object: { noun: 'weapon as good as any that lay there', of: 'a' } });
  }
  const subject = { noun: 'loaded weapon', of: 'no' } as const;
  const complements = [{ by: 'in', phrase: { role: 'place' } }] as const;
  return stated({ verb: 'lie', subject, complements }, { place: [place, at] });
}

export function saysAsk(_world: World, who: number, option: Option | null): Statement {
  const complements = [{ by: 'for', phrase: { noun: 'round', of: 'none', count: 2 } }] as const;
  if (option === null) return oneself(who, { verb: 'ask', object: { noun: 'comrade', of: 'a' }, complements });
  return oneself(who, { verb: 'ask', object: { role: 'target' }, complements }, { target: [person, option.whom] });
}

/** What keeps somebody from asking anybody for rounds, or one comrade. `out`: whether they know that they have none. */
export function whyNotAsk(world: World, who: number, option: Option | null, out: boolean): Statement {
  const bodies = world.of(body);
  if (option !== null) {
    const target = [person, option.whom] as const;
    const broken = world.of(nerves).broken.raw[option.whom] === 1;
    const subject = { role: 'target' } as const;
    if (!broken) return stated({ verb: 'be', subject, complement: 'kept down by fire' }, { target });
    return stated({ verb: 'lose', subject, object: { noun: 'nerve', of: 'own' }, aspect: 'perfect' }, { target });
  }
  if (WEAPONS[bodies.weapon.raw[who]].capacity === 0) {
    return oneself(who, { verb: 'have', object: { noun: 'use for any', of: 'no' } });
  }
  if (bodies.rounds.raw[who] > 0) {
    return oneself(who, { verb: 'have', object: { noun: 'round', of: 'none', count: 2 }, complement: 'left' });
  }
  if (!out) {
    const content = { verb: 'be', subject: { noun: 'magazine', of: 'the' }, complement: 'empty' } as const;
    return oneself(who, { verb: 'notice', negated: true, aspect: 'perfect', content });
  }
  const subject = { noun: 'nobody', of: 'none' } as const;
  const complements = [{ by: 'in', phrase: { role: 'place' } }] as const;
  const rounds = { noun: 'round to spare', of: 'none' } as const;
  const at = world.of(position).at.raw[who];
  return stated({ verb: 'have', subject, object: rounds, complements }, { place: [place, at] });
}
