import type { WordsFor } from '../../kernel/system.ts';
import type { misted, turned } from './system.ts';

const SKY = { noun: 'sky', of: 'the' } as const;

export const words: WordsFor<{ turned: typeof turned; misted: typeof misted }> = {
  turned: {
    weight: 'beat',
    inThrong: 'unsaid',
    tell: (event) => {
      if (event.part === 'night') return { verb: 'fall', subject: { noun: 'night', of: 'none' } };
      if (event.part === 'dawn') return { verb: 'begin', subject: SKY, purpose: { verb: 'pale', subject: SKY } };
      if (event.part === 'dusk') return { verb: 'begin', subject: SKY, purpose: { verb: 'darken', subject: SKY } };
      return { verb: 'be', subject: { noun: 'day', of: 'none' }, complement: 'up' };
    },
  },
  misted: {
    // Weather that comes and goes for days is said once.
    inThrong: 'first',
    weight: 'beat',
    lasting: ({ mist }) => [{ what: 'mist', ...(mist === 'lifted' ? {} : { as: 'mist', by: 'sky' }) }],
    tell: (event) => ({
      verb: event.mist === 'lifted' ? 'lift' : 'come down',
      subject: { noun: 'mist', of: 'the' },
    }),
  },
};
