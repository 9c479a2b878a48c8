import type { WordsFor } from '../../kernel/system.ts';
import type {
  calledTogether,
  countedHeads,
  countedRounds,
  found,
  missed,
  posted,
  reported,
  stoodDown,
  tookItIn,
} from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
const at = [{ by: 'in', phrase: { role: 'place' } }] as const;

export const words: WordsFor<{
  'called-together': typeof calledTogether;
  reported: typeof reported;
  posted: typeof posted;
  'counted-heads': typeof countedHeads;
  missed: typeof missed;
  found: typeof found;
  'counted-rounds': typeof countedRounds;
  'took-it-in': typeof tookItIn;
  'stood-down': typeof stoodDown;
}> = {
  'called-together': {
    asCause: () => 'behind',
    weight: 'turn',
    tell: () => ({
      verb: 'call',
      subject: { role: 'actor' },
      object: { noun: 'rest', of: 'the' },
      complement: 'together',
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
  reported: {
    weight: 'beat',
    tell: () => ({
      verb: 'tell',
      subject: { role: 'actor' },
      object: { role: 'target' },
      content: {
        verb: 'fall',
        subject: { role: 'about' },
        aspect: 'perfect',
        complements: [{ by: 'in', phrase: { role: 'place' } }],
      },
    }),
  },
  posted: {
    inThrong: 'unsaid',
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'set',
      subject: actor,
      object: target,
      purpose: {
        verb: 'stand watch',
        subject: target,
        complements: [{ by: 'at', phrase: { role: 'barrier' } }],
      },
    }),
  },
  'counted-heads': {
    inThrong: (event) => (event.missing > 0 ? 'apart' : 'unsaid'),
    weight: 'turn',
    asCause: () => 'behind',
    tell: (event) =>
      event.missing === 0
        ? { verb: 'count', subject: actor, object: { noun: 'head', count: event.present }, complements: at }
        : {
            verb: 'miss',
            subject: actor,
            object: { noun: 'person', count: event.missing },
            complements: [{ by: 'at', phrase: { noun: 'count', of: 'the' } }],
          },
    asReason: () => ({
      verb: 'count',
      subject: actor,
      object: { noun: 'head', of: 'none', count: 2 },
      complements: at,
    }),
  },
  missed: {
    inThrong: 'joined',
    weight: 'turn',
    tell: () => ({
      verb: 'answer',
      subject: target,
      negated: true,
      complements: [{ by: 'to', phrase: { noun: 'name', of: 'own' } }],
    }),
  },
  found: {
    inThrong: 'joined',
    weight: 'turn',
    act: true,
    tell: (event) => ({
      verb: 'find',
      subject: actor,
      object: target,
      complement: event.as === 'dead' ? 'dead' : 'alive',
      complements: at,
    }),
  },
  'counted-rounds': {
    inThrong: 'unsaid',
    weight: 'beat',
    tell: (event) => ({
      verb: 'count',
      subject: actor,
      object: event.rounds === 0 ? { noun: 'round', of: 'no', count: 2 } : { noun: 'round', count: event.rounds },
      complement: 'between them',
    }),
    asReason: () => ({
      verb: 'have',
      subject: actor,
      object: { noun: 'round', of: 'the', count: 2 },
      complement: 'counted',
    }),
  },
  'took-it-in': {
    inThrong: 'apart',
    weight: 'turn',
    tell: (event) => {
      const subject = { role: 'group' } as const;
      if (event.mood === 'relief') {
        return { verb: 'laugh', subject, manner: 'and held on to each other', complements: at };
      }
      if (event.mood === 'both')
        return { verb: 'embrace', subject, manner: 'and looked round for who was not there', complements: at };
      return { verb: 'stand about', subject, manner: 'without a word', complements: at };
    },
  },
  'stood-down': {
    inThrong: 'unsaid',
    weight: 'turn',
    tell: () => ({
      verb: 'send',
      subject: { role: 'actor' },
      object: { noun: 'rest', of: 'the' },
      complements: [{ by: 'to', phrase: { noun: 'bed', of: 'none' } }],
    }),
  },
};
