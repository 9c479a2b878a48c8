/** A fire that burns on is no event; this says for how long it had burnt before something came of it. */
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { burning } from './state.ts';

/** From so many seconds on it is worth saying. [d] */
const LONG = 60;

/** For how long a place in a role had burnt. */
export function burntFor<R extends string>(world: World, place: number, role: R): Clause<R>[] {
  const by = place < 0 ? 0 : world.of(burning).by.raw[place];
  const seconds = by === 0 ? 0 : world.time - world.chronicle.time(by);
  if (seconds < LONG) return [];
  const phrase = { noun: 'minute', count: Math.round(seconds / 60) };
  return [{ verb: 'burn', subject: { role }, complements: [{ by: 'for', phrase }], aspect: 'perfect' }];
}
