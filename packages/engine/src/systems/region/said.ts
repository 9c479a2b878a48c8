import type { Clause } from '../../kernel/words.ts';
import type { Says } from './state.ts';

type Said = Clause<'site'>;
const there = (by: string) => [{ by, phrase: { role: 'site' } }] as const;

/** What is said of a site. */
export const REPORTED: Readonly<Record<Says, Said>> = {
  food: { verb: 'be', subject: { noun: 'food', of: 'none' }, complements: there('to be had at') },
  smoke: { verb: 'be', subject: { noun: 'people', of: 'none' }, complements: there('to be found at') },
  people: { verb: 'be', subject: { noun: 'armed people', of: 'none' }, complements: there('at') },
  'nothing left': { verb: 'be', subject: { noun: 'nothing', of: 'none' }, complements: there('left at') },
};
