import type { WordsFor } from '../../kernel/system.ts';
import { measured } from '../stores/measured.ts';
import type { fellApart, left, movedOff, plundered, ranShort, regrouped, settled, swore } from './events.ts';

const band = { role: 'group' } as const;
const where = (by: string) => [{ by, phrase: { role: 'site' } }] as const;

export const words: WordsFor<{
  regrouped: typeof regrouped;
  'ran-short': typeof ranShort;
  left: typeof left;
  'fell-apart': typeof fellApart;
  'moved-off': typeof movedOff;
  settled: typeof settled;
  plundered: typeof plundered;
  swore: typeof swore;
}> = {
  regrouped: {
    weight: 'beat',
    inThrong: 'apart',
    learned: true,
    tell: () => ({
      verb: 'gather',
      subject: band,
      complements: where('at'),
    }),
  },
  'ran-short': {
    weight: 'beat',
    inThrong: 'unsaid',
    learned: true,
    tell: (event) => ({
      verb: event.days === 0 ? 'have' : 'run short',
      subject: band,
      ...(event.days === 0
        ? { object: { noun: `${event.good} left`, of: 'no' } as const }
        : { complements: [{ by: 'of', phrase: { noun: event.good, of: 'none' } } as const] }),
    }),
  },
  left: {
    weight: 'beat',
    act: true,
    inThrong: 'joined',
    learned: true,
    tell: () => ({ verb: 'leave', subject: { role: 'actor' }, object: band, complements: where('at') }),
  },
  'fell-apart': {
    weight: 'turn',
    inThrong: 'apart',
    sums: true,
    learned: true,
    tell: () => ({ verb: 'fall apart', subject: band, complements: where('at') }),
  },
  'moved-off': {
    weight: 'beat',
    act: true,
    inThrong: 'unsaid',
    learned: true,
    tell: () => ({ verb: 'lead', subject: { role: 'actor' }, object: band, complements: where('to') }),
  },
  settled: {
    weight: 'detail',
    inWhy: 'behind',
    // Where they are goes without saying in what they do there.
    asCause: () => 'nothing',
    inThrong: 'unsaid',
    learned: true,
    tell: () => ({ verb: 'make', subject: band, object: { noun: 'camp', of: 'none' }, complements: where('at') }),
  },
  plundered: {
    weight: 'beat',
    act: true,
    inThrong: 'apart',
    learned: true,
    tell: (event) => ({
      verb: 'take',
      subject: band,
      object: measured('food', event.food),
      complements: [{ by: 'from', phrase: { role: 'target' } }, ...where('at')],
    }),
  },
  swore: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    learned: true,
    tell: () => ({
      verb: 'swear',
      subject: { role: 'actor' },
      purpose: {
        verb: 'come back',
        subject: { role: 'actor' },
        complements: [{ by: 'for', phrase: { role: 'target', possessed: { noun: 'food' } } }],
      },
    }),
  },
};
