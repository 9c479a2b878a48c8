import { burntFor } from './burnt.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { burned, burnedOut, doused, fought, gaveUp, lit, noticed, spread, threw } from './events.ts';

export const words: WordsFor<{
  lit: typeof lit;
  threw: typeof threw;
  spread: typeof spread;
  'burned-out': typeof burnedOut;
  doused: typeof doused;
  noticed: typeof noticed;
  fought: typeof fought;
  'gave-up': typeof gaveUp;
  burned: typeof burned;
}> = {
  lit: {
    weight: (event) => (event.how === 'kept' ? 'detail' : 'turn'),
    tell: (event) => {
      if (event.how === 'kept') {
        return {
          verb: 'burn',
          subject: FIRE,
          complements: [{ by: 'in', phrase: { role: 'place' } }],
          aspect: 'progressive',
        };
      }
      if (event.actor === undefined || event.actor < 0)
        return { verb: 'be', subject: { role: 'place' }, complement: 'on fire' };
      return { verb: 'set fire', subject: { role: 'actor' }, complements: [{ by: 'to', phrase: { role: 'place' } }] };
    },
    asReason: (event) =>
      event.how === 'kept'
        ? { verb: 'burn', subject: FIRE, complements: [{ by: 'in', phrase: { role: 'place' } }], aspect: 'progressive' }
        : { verb: 'burn', subject: { role: 'place' }, aspect: 'progressive' },
  },
  threw: {
    weight: 'beat',
    act: true,
    asCause: () => 'behind',
    tell: () => ({
      verb: 'throw',
      subject: { role: 'actor' },
      object: { noun: 'firebomb', of: 'a' },
      complements: [{ by: 'at', phrase: { role: 'goal' } }],
    }),
    variants: () => [
      {
        verb: 'throw',
        subject: { role: 'actor' },
        object: { noun: 'bottle of burning fuel', of: 'a' },
        complements: [{ by: 'at', phrase: { role: 'goal' } }],
      },
    ],
  },
  spread: {
    drift: (world, { from }) => burntFor(world, from, 'from'),
    weight: 'turn',
    tell: () => ({ verb: 'catch', subject: { role: 'place' }, object: { noun: 'fire', of: 'none' } }),
    variants: () => [
      {
        verb: 'spread',
        subject: { noun: 'fire', of: 'the' },
        complements: [
          { by: 'from', phrase: { role: 'from' } },
          { by: 'to', phrase: { role: 'place' } },
        ],
      },
    ],
    asReason: () => ({ verb: 'burn', subject: { role: 'place' }, aspect: 'progressive' }),
  },
  'burned-out': {
    weight: 'beat',
    tell: () => ({ verb: 'burn out', subject: { role: 'place' } }),
  },
  doused: {
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'put out',
      subject: { role: 'actor' },
      object: { noun: 'fire', of: 'the' },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
  noticed: {
    weight: 'detail',
    inWhy: 'sense',
    asCause: () => 'behind',
    tell: (event) => ({
      verb: event.by === 'smell' ? 'smell' : 'see',
      subject: { role: 'actor' },
      object: event.by === 'smell' ? { noun: 'smoke', of: 'none' } : { noun: 'fire', of: 'none' },
      complements: [{ by: event.by === 'smell' ? 'from' : 'in', phrase: { role: 'goal' } }],
    }),
  },
  fought: {
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'fight',
      subject: { role: 'actor' },
      object: { noun: 'fire', of: 'the' },
      complements: [{ by: 'in', phrase: { role: 'goal' } }],
    }),
    variants: () => [
      {
        verb: 'carry',
        subject: { role: 'actor' },
        object: { noun: 'water', of: 'none' },
        complements: [{ by: 'to', phrase: { role: 'goal' } }],
      },
    ],
    asReason: () => ({
      verb: 'fight',
      subject: { role: 'actor' },
      object: { noun: 'fire', of: 'the' },
      aspect: 'progressive',
    }),
  },
  'gave-up': {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: () => ({
      verb: 'leave',
      subject: { role: 'actor' },
      object: { noun: 'fire', of: 'the' },
      complements: [{ by: 'in', phrase: { role: 'goal' } }],
    }),
  },
  burned: {
    inThrong: 'losses',
    weight: 'turn',
    tell: () => ({
      verb: 'burn',
      subject: { role: 'actor' },
      passive: true,
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
    asReason: () => ({ verb: 'burn', subject: { role: 'actor' }, passive: true }),
  },
};

const FIRE = { noun: 'fire', of: 'a' } as const;
