import type { WordsFor } from '../../kernel/system.ts';
import { measured } from '../stores/measured.ts';
import type { found, setIn } from './events.ts';

const LITTLE_GRAMS = 1000;
const DID: Readonly<Record<'damp' | 'rats' | 'age', string>> = {
  damp: 'gone mouldy',
  rats: 'fouled by rats',
  age: 'gone bad',
};

export const words: WordsFor<{ 'set-in': typeof setIn; found: typeof found }> = {
  'set-in': {
    weight: 'detail',
    inThrong: 'unsaid',
    learned: true,
    tell: (event) => ({
      verb: 'get',
      subject: event.what === 'rats' ? { noun: 'rat', of: 'none', count: 2 } : { noun: 'damp', of: 'the' },
      complements: [{ by: 'into', phrase: { role: 'place' } }],
    }),
  },
  found: {
    weight: (event) => (event.by === 'age' ? 'detail' : 'beat'),
    inThrong: (event) => (event.by === 'age' ? 'unsaid' : 'apart'),
    tell: (event) => ({
      verb: 'find',
      subject: { role: 'actor' },
      object:
        event.amount < LITTLE_GRAMS ? { noun: `little ${event.good}`, of: 'a' } : measured(event.good, event.amount),
      complement: DID[event.by],
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
};
