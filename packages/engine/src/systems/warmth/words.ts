import type { WordsFor } from '../../kernel/system.ts';
import { measured } from '../stores/measured.ts';
import type { brokeUp, chilled, cut, drewIn, froze, lit, ranOut, setFires, turned, warmed } from './events.ts';

const actor = { role: 'actor' } as const;
const group = { role: 'group' } as const;
const IT = { noun: 'it', of: 'none' } as const;
const FIRES = { noun: 'hearth', of: 'the', count: 2 } as const;

export const words: WordsFor<{
  'drew-in': typeof drewIn;
  turned: typeof turned;
  'set-fires': typeof setFires;
  lit: typeof lit;
  'ran-out': typeof ranOut;
  'broke-up': typeof brokeUp;
  cut: typeof cut;
  chilled: typeof chilled;
  froze: typeof froze;
  warmed: typeof warmed;
}> = {
  'drew-in': {
    weight: 'detail',
    inThrong: 'unsaid',
    tell: (event) => ({ verb: 'come', subject: { noun: event.season, of: 'none' }, aspect: 'perfect' }),
  },
  turned: {
    weight: 'beat',
    inThrong: (event) => (event.to === 'bitter' ? 'apart' : 'first'),
    tell: (event) => {
      if (event.to === 'bitter') return { verb: 'freeze', subject: IT, manner: 'hard' };
      if (event.to === 'cold' && event.from === 'mild') return { verb: 'turn', subject: IT, complement: 'cold' };
      if (event.to === 'cold') return { verb: 'let up', subject: { noun: 'frost', of: 'the' }, manner: 'a little' };
      return { verb: 'turn', subject: IT, complement: 'milder' };
    },
  },
  'set-fires': {
    weight: 'beat',
    act: true,
    inThrong: 'joined',
    tell: (event) => {
      if (event.to === 'full')
        return { verb: 'have', subject: actor, object: FIRES, complement: 'kept burning all night again' };
      const complement = event.to === 'short' ? 'left to go out after the evening' : 'kept low';
      return { verb: 'have', subject: actor, object: FIRES, complement };
    },
    asReason: (event) => ({
      verb: 'keep',
      subject: FIRES,
      passive: true,
      manner: event.to === 'full' ? 'burning all night' : event.to === 'short' ? 'burning for the evening only' : 'low',
    }),
  },
  lit: {
    weight: 'detail',
    act: true,
    inThrong: 'unsaid',
    tell: (event) => ({
      verb: 'feed',
      subject: actor,
      object: FIRES,
      complements: [{ by: 'with', phrase: measured('firewood', event.amount) }],
    }),
  },
  'ran-out': {
    weight: 'turn',
    inThrong: 'apart',
    tell: () => ({
      verb: 'run out',
      subject: group,
      complements: [{ by: 'of', phrase: { noun: 'firewood', of: 'none' } }],
    }),
    asReason: () => ({ verb: 'have', subject: group, object: { noun: 'firewood', of: 'no' }, complement: 'left' }),
  },
  'broke-up': {
    weight: 'turn',
    act: true,
    inThrong: 'first',
    tell: (event) => ({
      verb: 'have',
      subject: actor,
      object: { noun: event.what, of: 'the' },
      complement: 'broken up for the fires',
    }),
    asReason: (event) => ({ verb: 'burn', subject: group, object: { noun: event.what, of: 'the' } }),
  },
  cut: {
    weight: 'detail',
    act: true,
    inThrong: 'unsaid',
    tell: (event) => ({
      verb: 'cut',
      subject: event.people > 1 ? { all: [actor, { noun: 'other', count: event.people - 1 }] } : actor,
      object: measured('firewood', event.amount),
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
    asReason: () => ({
      verb: 'be',
      subject: { noun: 'wood', of: 'none' },
      complement: 'cut and brought home',
    }),
  },
  chilled: {
    weight: 'detail',
    inThrong: 'joined',
    tell: () => ({ verb: 'be', subject: actor, complement: 'chilled to the bone' }),
  },
  froze: {
    weight: 'turn',
    inThrong: 'joined',
    tell: () => ({ verb: 'grow', subject: actor, complement: 'numb and slow with cold' }),
    asReason: () => ({ verb: 'be', subject: actor, complement: 'freezing' }),
  },
  warmed: {
    weight: 'detail',
    inThrong: 'unsaid',
    tell: () => ({ verb: 'get', subject: actor, complement: 'warm again' }),
  },
};
