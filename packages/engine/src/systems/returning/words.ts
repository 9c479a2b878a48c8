import type { WordsFor } from '../../kernel/system.ts';
import type { cameBack, setOut } from './coming.ts';
import type { drewOff } from './drawing-off.ts';
import type * as events from './events.ts';
import type { turned } from './turning.ts';

const actor = { role: 'actor' } as const;
const band = { role: 'group' } as const;
/** Whom they mean to go back against. */
const them = { role: 'target' } as const;
const people = (count: number) => ({ noun: 'person', count }) as const;

export const words: WordsFor<{
  counted: typeof events.counted;
  told: typeof events.told;
  argued: typeof events.argued;
  parted: typeof events.parted;
  'set-about': typeof events.setAbout;
  joined: typeof events.joined;
  'found-rounds': typeof events.foundRounds;
  ended: typeof events.ended;
  'set-out': typeof setOut;
  'came-back': typeof cameBack;
  'drew-off': typeof drewOff;
  turned: typeof turned;
}> = {
  counted: {
    weight: 'beat',
    inThrong: 'apart',
    learned: true,
    inWhy: 'step',
    tell: (event) => ({ verb: 'have', subject: actor, object: people(event.people), complement: 'left' }),
    variants: (event) => [{ verb: 'count', subject: actor, object: people(event.people) }],
  },
  told: {
    weight: 'beat',
    act: true,
    inThrong: 'apart',
    learned: true,
    inWhy: 'word',
    tell: () => ({
      verb: 'tell',
      subject: actor,
      object: band,
      complements: [
        { by: 'of', phrase: { noun: 'people', of: 'the' } },
        { by: 'who had lain hidden in', phrase: { role: 'place' } },
      ],
    }),
  },
  argued: {
    weight: ({ still }) => (still ? 'detail' : 'turn'),
    act: true,
    inThrong: ({ still }) => (still ? 'unsaid' : 'apart'),
    learned: true,
    tell: ({ outcome, inFavour, against, still }) => {
      if (outcome === 'wait') {
        return {
          verb: 'come',
          subject: band,
          complements: [
            { by: 'to', phrase: { noun: 'agreement', of: 'no' } },
            { by: 'about going back to', phrase: them },
          ],
        };
      }
      if (outcome === 'let it be')
        return { verb: 'speak', subject: actor, complements: [{ by: 'against going back to', phrase: them }] };
      if (still)
        return { verb: 'hold', subject: actor, object: band, complements: [{ by: 'to going back to', phrase: them }] };
      const against_ = [{ by: 'against', phrase: them }] as const;
      if (inFavour >= against)
        return { verb: 'agree', subject: band, purpose: { verb: 'go back', subject: band, complements: against_ } };
      return {
        verb: 'talk',
        subject: actor,
        object: band,
        complements: [{ by: 'into going back against', phrase: them }],
      };
    },
  },
  parted: {
    weight: 'beat',
    act: true,
    inThrong: 'joined',
    learned: true,
    tell: () => ({ verb: 'walk off', subject: actor, complements: [{ by: 'from', phrase: band }] }),
  },
  'set-about': {
    weight: 'beat',
    act: true,
    inThrong: 'unsaid',
    learned: true,
    tell: ({ what, have, need }) => {
      if (what === 'recovering') return { verb: 'wait', subject: actor, complement: 'until more of them could fight' };
      if (what === 'recruiting')
        return { verb: 'want', subject: actor, object: people(Math.max(1, need - have)), complement: 'more' };
      if (what === 'arming')
        return {
          verb: 'want',
          subject: actor,
          object: { noun: 'round', count: Math.max(1, need - have) },
          complement: 'more',
        };
      if (what === 'scouting') {
        const complements = [{ by: 'of how things stood with', phrase: them }] as const;
        return { verb: 'want', subject: actor, object: { noun: 'word', of: 'none' }, complements };
      }
      return {
        verb: 'make',
        subject: actor,
        object: { noun: 'plan', of: 'a' },
        complements: [{ by: 'against', phrase: them }],
      };
    },
  },
  joined: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    learned: true,
    tell: ({ from, group }) =>
      from === group
        ? { verb: 'come back', subject: actor, complements: [{ by: 'to', phrase: band }] }
        : { verb: 'lead', subject: actor, object: { role: 'from' }, complements: [{ by: 'over to', phrase: band }] },
  },
  'found-rounds': {
    weight: 'beat',
    act: true,
    inThrong: 'unsaid',
    learned: true,
    tell: ({ rounds }) => ({
      verb: 'find',
      subject: band,
      object: { noun: 'round', count: rounds },
      complements: [{ by: 'at', phrase: { role: 'site' } }],
    }),
  },
  ended: {
    weight: 'turn',
    inThrong: 'apart',
    sums: true,
    learned: true,
    tell: ({ how }) => {
      if (how === 'split')
        return {
          verb: 'split',
          subject: band,
          complements: [{ by: 'over', phrase: { noun: 'thought of going back', of: 'the' } }],
        };
      if (how === 'given up')
        return { verb: 'give up', subject: band, object: { noun: 'thought of going back', of: 'the' } };
      const subject = { noun: how === 'faded' ? 'talk of going back' : 'plan of going back', of: 'the' } as const;
      const complements = [
        { by: 'in', phrase: band },
        { by: 'to', phrase: { noun: 'nothing', of: 'none' } },
      ] as const;
      return { verb: 'come', subject, complements };
    },
  },
  'set-out': {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    learned: true,
    tell: (event) => ({
      verb: 'lead',
      subject: actor,
      object: people(event.people),
      complements: [{ by: 'out against', phrase: them }],
    }),
  },
  'came-back': {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    sums: true,
    learned: true,
    tell: () => ({
      verb: 'bring',
      subject: actor,
      object: band,
      complements: [{ by: 'back to', phrase: { role: 'place' } }],
    }),
  },
  turned: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    tell: () => ({
      verb: 'talk',
      subject: actor,
      complements: [
        { by: 'to', phrase: them },
        { by: 'over the wall at', phrase: { role: 'place' } },
      ],
    }),
  },
  'drew-off': {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    learned: true,
    tell: (event) => ({ verb: 'lead', subject: actor, object: people(event.people), complement: 'away' }),
  },
};
