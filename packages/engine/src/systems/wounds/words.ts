import type { WordsFor } from '../../kernel/system.ts';
import type { died, dressed, fell, leftOff, tended, wounded } from './system.ts';

const WHERE = { head: 'head', chest: 'chest', belly: 'belly', arm: 'arm', leg: 'leg' } as const;

const woundOf = ({ actor, target }: { readonly actor: number; readonly target: number }) =>
  actor === target
    ? ({ noun: 'own wound', of: 'own' } as const)
    : ({ role: 'target', possessed: { noun: 'wound' } } as const);

export const words: WordsFor<{
  wounded: typeof wounded;
  fell: typeof fell;
  died: typeof died;
  tended: typeof tended;
  dressed: typeof dressed;
  'left-off': typeof leftOff;
}> = {
  wounded: {
    weight: 'turn',
    variants: (event) => {
      const complements = [{ by: 'in', phrase: { noun: WHERE[event.region], of: 'the' } }] as const;
      const target = { role: 'target' } as const;
      const hit = { verb: 'hit', subject: target, passive: true, complements } as const;
      if (event.actor === undefined) return [hit];
      return [
        { verb: 'shoot', subject: { role: 'actor' }, object: target, complements },
        { verb: 'catch', subject: { role: 'actor' }, object: target, complements },
      ];
    },
    tell: (event) => ({
      verb: 'hit',
      subject: event.actor === undefined ? { noun: 'shot', of: 'a' } : { role: 'actor' },
      object: { role: 'target' },
      complements: [{ by: 'in', phrase: { noun: WHERE[event.region], of: 'the' } }],
    }),
    asReason: (event) => ({
      verb: 'hit',
      subject: { role: 'target' },
      passive: true,
      complements: [
        { by: 'in', phrase: { noun: WHERE[event.region], of: 'the' } },
        { by: 'by', phrase: { role: 'actor' } },
      ],
    }),
  },
  fell: {
    weight: 'turn',
    sums: true,
    variants: (event) => [
      {
        verb: event.from === 'blood' ? 'sink' : 'go down',
        subject: { role: 'actor' },
        ...(event.from === 'blood' ? { complements: [{ by: 'to', phrase: { noun: 'ground', of: 'the' } }] } : {}),
      },
    ],
    asReason: () => ({ verb: 'be', subject: { role: 'actor' }, complement: 'down' }),
    tell: (event) => ({
      verb: event.from === 'blood' ? 'collapse' : 'fall',
      subject: { role: 'actor' },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
  died: {
    weight: 'turn',
    sums: true,
    tell: (event) => ({
      verb: event.of === 'bleeding' ? 'bleed' : 'die',
      subject: { role: 'actor' },
      ...(event.of === 'bleeding' ? { complements: [{ by: 'to', phrase: { noun: 'death', of: 'none' } }] } : {}),
    }),
    asReason: () => ({ verb: 'die', subject: { role: 'actor' } }),
  },
  tended: {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: () => ({
      verb: 'kneel',
      subject: { role: 'actor' },
      complements: [{ by: 'by', phrase: { role: 'target' } }],
    }),
  },
  dressed: {
    weight: 'turn',
    variants: (event) => [{ verb: 'dress', subject: { role: 'actor' }, object: woundOf(event) }],
    tell: (event) => ({ verb: 'bind up', subject: { role: 'actor' }, object: woundOf(event) }),
  },
  'left-off': {
    weight: (event) => (event.why === 'dead' ? 'beat' : 'detail'),
    tell: (event) =>
      event.why === 'dead'
        ? {
            verb: 'come',
            subject: { role: 'actor' },
            complements: [{ by: 'too late for', phrase: { role: 'target' } }],
          }
        : { verb: 'leave', subject: { role: 'actor' }, object: { role: 'target' } },
  },
};
