import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { campaign } from './state.ts';

/** How long a group had been fighting, where that was a minute at least. */
export function foughtFor(world: World, of: number): Clause<never>[] {
  const { state, since } = world.of(campaign);
  const minutes = Math.round((world.time - since.raw[of]) / 60);
  if (state.raw[of] === 0 || minutes < 1) return [];
  const complements = [{ by: 'for', phrase: { noun: 'minute', count: minutes } }];
  return [{ verb: 'go on', subject: { noun: 'fight', of: 'the' }, complements, aspect: 'perfect' }];
}
