import { spanOf } from '../../kernel/spans.ts';
import { SECONDS } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { campaign } from './state.ts';

/** How long a group had been fighting, where that was a minute at least. */
export function foughtFor(world: World, of: number): Clause<never>[] {
  const { state, since } = world.of(campaign);
  const seconds = world.time - since.raw[of];
  if (state.raw[of] === 0 || seconds < SECONDS.minute) return [];
  const complements = [{ by: 'for', phrase: spanOf(seconds) }];
  return [{ verb: 'go on', subject: { noun: 'fight', of: 'the' }, complements, aspect: 'perfect' }];
}
