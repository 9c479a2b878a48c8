/** What comes on with people without being an event, in words: hours awake, rounds that grow few. */
import { SECONDS } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from './state.ts';

/** From so many hours awake on it is worth saying. [d] */
const LONG_AWAKE_HOURS = 17;
/** So many hours of sleep behind what they need are worth saying. [d] */
const OWES_HOURS = 4;
/** So few rounds are worth saying. [d] */
const FEW_ROUNDS = 10;

/** How long somebody in a role had been awake, or that they were short of sleep, where that is worth saying. */
export function sleepless<R extends string>(world: World, who: number, role: R): Clause<R>[] {
  const { awake, wokeAt, owed } = world.of(body);
  const hours = Math.floor((world.time - wokeAt.raw[who]) / SECONDS.hour);
  const subject = { role };
  const clauses: Clause<R>[] = [];
  if (awake.raw[who] === 1 && hours >= LONG_AWAKE_HOURS) {
    const complements = [{ by: 'for', phrase: { noun: 'hour', count: hours } }];
    clauses.push({ verb: 'be', subject, complement: 'awake', complements, aspect: 'perfect' });
  }
  if (owed.raw[who] >= OWES_HOURS) {
    const phrase = { noun: 'night', count: 2, of: 'none' } as const;
    clauses.push({
      verb: 'be',
      subject,
      complement: 'short of sleep',
      complements: [{ by: 'for', phrase }],
      aspect: 'perfect',
    });
  }
  return clauses;
}

/** How few rounds somebody in a role had left, where they were few. */
export function roundsLeft<R extends string>(world: World, who: number, role: R): Clause<R>[] {
  const { weapon, rounds } = world.of(body);
  const count = rounds.raw[who];
  if (WEAPONS[weapon.raw[who]].capacity === 0 || count > FEW_ROUNDS) return [];
  return [{ verb: 'have', subject: { role }, object: { noun: 'round', count }, manner: 'left', aspect: 'simple' }];
}
