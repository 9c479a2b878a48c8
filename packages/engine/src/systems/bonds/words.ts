import type { WordsFor } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type {
  AS,
  cameToFear,
  cameToTrust,
  feltBetrayed,
  grewFond,
  lostFaith,
  lostFear,
  soured,
  tied,
} from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
type Roles = 'actor' | 'target';

/** What they were to each other: `Kai was Leila's friend`. */
function were(as: (typeof AS)[number]): Clause<Roles> {
  if (as === 'trusts') return { verb: 'trust', subject: actor, object: target };
  if (as === 'fears') return { verb: 'fear', subject: actor, object: target };
  if (as === 'wronged')
    return {
      verb: 'bear',
      subject: actor,
      object: { noun: 'grudge', of: 'a' },
      complements: [{ by: 'against', phrase: target }],
    };
  return { verb: 'be', subject: target, object: { role: 'actor', possessed: { noun: as } } };
}

export const words: WordsFor<{
  tied: typeof tied;
  'came-to-trust': typeof cameToTrust;
  'lost-faith': typeof lostFaith;
  'grew-fond': typeof grewFond;
  soured: typeof soured;
  'came-to-fear': typeof cameToFear;
  'lost-fear': typeof lostFear;
  'felt-betrayed': typeof feltBetrayed;
}> = {
  tied: {
    weight: 'detail',
    inThrong: 'unsaid',
    asCause: () => 'nothing',
    inWhy: 'itself',
    tell: ({ as }) => were(as),
  },
  'came-to-trust': {
    weight: 'detail',
    inThrong: 'unsaid',
    tell: () => ({ verb: 'come', subject: actor, purpose: { verb: 'trust', subject: actor, object: target } }),
    variants: () => [
      {
        verb: 'find',
        subject: actor,
        complements: [{ by: 'in', phrase: target }],
        object: { noun: 'somebody to rely on', of: 'none' },
      },
    ],
    asReason: () => ({ verb: 'trust', subject: actor, object: target }),
  },
  'lost-faith': {
    weight: 'detail',
    inThrong: 'unsaid',
    tell: (event) => ({
      verb: 'stop',
      subject: actor,
      object: { noun: event.in === 'leader' ? 'believing' : 'relying', of: 'none' },
      complements: [{ by: event.in === 'leader' ? 'in' : 'on', phrase: target }],
    }),
    asReason: () => ({ verb: 'trust', subject: actor, object: target, negated: true, manner: 'any more' }),
  },
  'grew-fond': {
    weight: 'detail',
    inThrong: 'unsaid',
    tell: () => ({ verb: 'take', subject: actor, complements: [{ by: 'to', phrase: target }] }),
    variants: () => [
      {
        verb: 'come',
        subject: actor,
        purpose: { verb: 'look', subject: actor, complements: [{ by: 'for', phrase: target }], manner: 'at meals' },
      },
    ],
    asReason: () => ({ verb: 'be', subject: actor, complement: 'fond', complements: [{ by: 'of', phrase: target }] }),
  },
  soured: {
    weight: 'detail',
    inThrong: 'unsaid',
    tell: () => ({ verb: 'keep', subject: actor, complements: [{ by: 'out of the way of', phrase: target }] }),
    variants: () => [
      {
        verb: 'have',
        subject: actor,
        object: { noun: 'word to spare', of: 'no' },
        complements: [{ by: 'for', phrase: target }],
        manner: 'any more',
      },
    ],
    asReason: () => ({ verb: 'dislike', subject: actor, object: target }),
  },
  'came-to-fear': {
    weight: 'detail',
    inThrong: 'unsaid',
    tell: () => ({ verb: 'come', subject: actor, purpose: { verb: 'fear', subject: actor, object: target } }),
    asReason: () => ({ verb: 'fear', subject: actor, object: target }),
  },
  'lost-fear': {
    weight: 'detail',
    inThrong: 'unsaid',
    asCause: () => 'nothing',
    tell: () => ({
      verb: 'be',
      subject: actor,
      negated: true,
      complement: 'afraid',
      complements: [{ by: 'of', phrase: target }],
      manner: 'any more',
    }),
  },
  'felt-betrayed': {
    weight: 'turn',
    inThrong: 'apart',
    tell: () => ({
      verb: 'look',
      subject: actor,
      complements: [{ by: 'at', phrase: target }],
      manner: 'with other eyes from then on',
    }),
    variants: () => [
      {
        verb: 'go over',
        subject: actor,
        object: { noun: 'all', of: 'none' },
        complements: [{ by: 'that had passed with', phrase: target }],
      },
    ],
    asReason: () => ({
      verb: 'feel',
      subject: actor,
      complement: 'betrayed',
      complements: [{ by: 'by', phrase: target }],
    }),
  },
};
