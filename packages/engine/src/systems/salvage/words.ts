import type { Phrase } from '../../kernel/words.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { armed, gathered, issued } from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;

/** What was gathered, each as a count of its own. */
function haul(event: { weapons: number; rounds: number; dressings: number; bombs: number }): Phrase<never> {
  const all = [
    { noun: 'weapon', count: event.weapons },
    { noun: 'round', count: event.rounds },
    { noun: 'dressing', count: event.dressings },
    { noun: 'firebomb', count: event.bombs },
  ].filter(({ count }) => count > 0);
  if (all.length === 0) return { noun: 'weapon', of: 'no', count: 2 };
  return all.length === 1 ? all[0] : { all };
}

export const words: WordsFor<{ gathered: typeof gathered; issued: typeof issued; armed: typeof armed }> = {
  gathered: {
    inThrong: 'joined',
    weight: 'beat',
    act: true,
    ends: true,
    tell: (event) => ({
      verb: 'bring in',
      subject: actor,
      object: haul(event),
      complements: [{ by: 'from', phrase: { role: 'place' } }],
    }),
    asReason: () => ({
      verb: 'gather',
      subject: actor,
      object: { noun: 'weapon', of: 'the', count: 2 },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
  issued: {
    inThrong: 'unsaid',
    weight: 'detail',
    act: true,
    tell: (event) => ({
      verb: 'give out',
      subject: actor,
      object: { noun: 'round', count: event.rounds },
      complements: [{ by: 'to', phrase: target }],
    }),
  },
  armed: {
    inThrong: 'unsaid',
    weight: 'beat',
    act: true,
    tell: (event) => ({
      verb: 'hand',
      subject: actor,
      object: { noun: event.weapon, of: 'a' },
      complements: [{ by: 'to', phrase: target }],
    }),
  },
};
