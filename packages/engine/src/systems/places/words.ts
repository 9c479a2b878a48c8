import type { WordsFor } from '../../kernel/system.ts';
import type { reached, setOut } from './system.ts';

const GOING = { creeping: 'creep', walking: 'go', running: 'run' } as const;

export const words: WordsFor<{ 'set-out': typeof setOut; reached: typeof reached }> = {
  'set-out': {
    weight: 'beat',
    unsaidAfter: 'orders/received',
    asCause: () => 'behind',
    tell: (event) => ({
      verb: event.pace === 'creeping' ? 'creep' : event.pace === 'running' ? 'run' : 'set out',
      subject: { role: 'actor' },
      complements: [{ by: event.pace === 'walking' ? 'for' : 'towards', phrase: { role: 'goal' } }],
    }),
    asReason: (event) => ({
      verb: GOING[event.pace],
      subject: { role: 'actor' },
      complements: [{ by: 'to', phrase: { role: 'goal' } }],
      aspect: 'progressive',
    }),
  },
  reached: {
    weight: 'detail',
    inWhy: 'step',
    asCause: () => 'nothing',
    tell: () => ({ verb: 'reach', subject: { role: 'actor' }, object: { role: 'place' } }),
  },
};
