/** What hunger does without being an event, in words: how much of their weight it has taken. */
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { lostShare } from './state.ts';

/** Shares of weight as people say them, and from which share on each is said. [d] */
const SAID = [
  { name: 'third', from: 0.32 },
  { name: 'quarter', from: 0.23 },
  { name: 'fifth', from: 0.18 },
  { name: 'tenth', from: 0.09 },
] as const;

/** How much of their weight somebody in a role had lost, where it was a tenth and more. */
export function weightLost<R extends string>(world: World, who: number, role: R): Clause<R>[] {
  const said = SAID.find(({ from }) => lostShare(world, who) >= from);
  if (said === undefined) return [];
  return [
    {
      verb: 'lose',
      subject: { role },
      object: { noun: said.name, of: 'a' },
      complements: [{ by: 'of', phrase: { noun: 'weight', of: 'own' } }],
      aspect: 'perfect',
    },
  ];
}
