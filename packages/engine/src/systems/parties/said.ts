import type { Noun } from '../../kernel/words.ts';
import type { Sought } from '../stores/lacking.ts';

/** Each thing that is sought, as what people go for. */
export const SOUGHT_AS: Readonly<Record<Sought, Noun>> = {
  food: { noun: 'food', of: 'none' },
  firewood: { noun: 'firewood', of: 'none' },
  timber: { noun: 'timber', of: 'none' },
  dressings: { noun: 'dressing', count: 2, of: 'none' },
  rounds: { noun: 'round', count: 2, of: 'none' },
};
