/** What hunger does without being an event, in words: how much of their weight it has taken. */
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { lostShare } from './state.ts';

/** Shares of weight as people say them, and from which share on each is said. */
const SAID: readonly (readonly [number, string])[] = [
  [0.32, 'third'],
  [0.23, 'quarter'],
  [0.18, 'fifth'],
  [0.09, 'tenth'],
];

/** How much of their weight somebody in a role had lost, where it was a tenth and more. */
export function weightLost<R extends string>(world: World, who: number, role: R): Clause<R>[] {
  const said = SAID.find(([from]) => lostShare(world, who) >= from);
  if (said === undefined) return [];
  return [
    {
      verb: 'lose',
      subject: { role },
      object: { noun: said[1], of: 'a' },
      complements: [{ by: 'of', phrase: { noun: 'weight', of: 'own' } }],
      aspect: 'perfect',
    },
  ];
}
