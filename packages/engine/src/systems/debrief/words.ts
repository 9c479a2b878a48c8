import type { Noun } from '../../kernel/words.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { called, foundWeak, reckoned, told } from './events.ts';

const actor = { role: 'actor' } as const;
const at = [{ by: 'in', phrase: { role: 'place' } }] as const;
const people = (noun: string, count: number): Noun => (count === 0 ? { noun, of: 'no', count: 2 } : { noun, count });

export const words: WordsFor<{
  called: typeof called;
  told: typeof told;
  'found-weak': typeof foundWeak;
  reckoned: typeof reckoned;
}> = {
  called: {
    inThrong: 'unsaid',
    weight: 'turn',
    act: true,
    asCause: () => 'behind',
    tell: () => ({
      verb: 'have',
      subject: actor,
      object: { noun: 'rest', of: 'the' },
      complement: 'tell what they had seen',
      complements: at,
    }),
  },
  told: {
    inThrong: 'unsaid',
    weight: 'beat',
    asCause: () => 'nothing',
    inWhy: 'relay',
    tell: (event) => {
      const things: Noun[] = [];
      if (event.fallen > 0) things.push({ noun: 'fallen', of: 'the' });
      if (event.walls > 0) things.push({ noun: 'wall', of: 'the', count: 2 });
      if (event.others > 0) things.push({ noun: 'those who gave up or ran', of: 'none' });
      if (things.length === 0) things.push({ noun: 'fight', of: 'the' });
      const phrase = things.length === 1 ? things[0] : { all: things };
      return { verb: 'tell', subject: actor, complements: [{ by: 'of', phrase }] };
    },
  },
  'found-weak': {
    inThrong: 'apart',
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'find',
      subject: actor,
      object: { role: 'barrier' },
      complement: 'the weak place in their walls',
    }),
  },
  reckoned: {
    inThrong: 'apart',
    weight: 'turn',
    asCause: () => 'behind',
    tell: (event) => ({
      verb: 'count',
      subject: actor,
      object: { all: [people('comrade', event.own), people('enemy', event.enemies)] },
      complement: 'among the fallen',
    }),
  },
};
