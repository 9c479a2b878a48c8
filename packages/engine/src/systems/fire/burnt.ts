/** A fire that burns on is no event; this says for how long it had burnt before something came of it. */
import { spanOf } from '../../kernel/spans.ts';
import { SECONDS } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { burning } from './state.ts';

/** For how long a place in a role had burnt. */
export function burntFor<R extends string>(world: World, place: number, role: R): Clause<R>[] {
  const by = place < 0 ? 0 : world.of(burning).by.raw[place];
  const seconds = by === 0 ? 0 : world.time - world.chronicle.time(by);
  if (seconds < SECONDS.minute) return [];
  return [
    { verb: 'burn', subject: { role }, complements: [{ by: 'for', phrase: spanOf(seconds) }], aspect: 'perfect' },
  ];
}
