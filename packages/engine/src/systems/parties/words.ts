import type { WordsFor } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { Hazard } from '../region/kinds.ts';
import { measured } from '../stores/measured.ts';
import { inPieces } from '../stores/state.ts';
import type { Good } from '../stores/state.ts';
import { SOUGHT_AS } from './said.ts';
import type { delayed, drank, found, givenUp, hurt, missed, returned, setOut, waylaid } from './events.ts';
import type { stored } from './unloading.ts';

const actor = { role: 'actor' } as const;
const where = (by: string) => [{ by, phrase: { role: 'site' } }] as const;

/** Less than half a kilo is hardly anything. */
const isCrumbs = ({ good, amount }: { readonly good: Good; readonly amount: number }): boolean =>
  !inPieces(good) && amount < 500;

/** What holds a party up, in words. */
const HOLDS: Readonly<Record<Hazard, string>> = {
  ford: 'high water at the ford',
  wolves: 'wolves',
  'the sick': 'the sick on the road',
  'loose masonry': 'fallen walls',
};
const HURTS: Readonly<Record<Hazard, Clause<'actor'>>> = {
  ford: {
    verb: 'fall',
    subject: actor,
    complements: [{ by: 'among', phrase: { noun: 'rocks of the ford', of: 'the' } }],
  },
  wolves: { verb: 'bite', subject: { noun: 'wolf', of: 'a' }, object: actor },
  'the sick': { verb: 'attack', subject: { noun: 'one of the sick', of: 'none' }, object: actor },
  'loose masonry': { verb: 'strike', subject: { noun: 'falling stone', of: 'a' }, object: actor },
};

export const words: WordsFor<{
  'set-out': typeof setOut;
  delayed: typeof delayed;
  hurt: typeof hurt;
  waylaid: typeof waylaid;
  found: typeof found;
  drank: typeof drank;
  returned: typeof returned;
  stored: typeof stored;
  missed: typeof missed;
  'given-up': typeof givenUp;
}> = {
  'set-out': {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    tell: (event) => ({
      verb: 'send',
      subject: actor,
      object: { all: [{ role: 'target' }, { noun: 'other', count: event.people - 1 }] },
      complements: [...where('to'), { by: 'for', phrase: SOUGHT_AS[event.good] }],
    }),
    asReason: () => ({ verb: 'send', subject: { role: 'target' }, passive: true, complements: where('to') }),
  },
  delayed: {
    weight: 'detail',
    inThrong: 'unsaid',
    tell: (event) => ({
      verb: 'hold up',
      subject: { noun: HOLDS[event.by], of: 'none' },
      object: { all: [actor] },
      complements: [
        { by: 'for', phrase: { noun: 'hour', count: event.hours } },
        { by: 'on the way to', phrase: { role: 'site' } },
      ],
    }),
  },
  hurt: {
    weight: 'turn',
    inThrong: 'apart',
    tell: (event) => {
      const said = HURTS[event.by];
      return { ...said, complements: [...(said.complements ?? []), { by: 'on the way to', phrase: { role: 'site' } }] };
    },
  },
  waylaid: {
    weight: 'turn',
    inThrong: 'apart',
    sums: true,
    tell: () => ({
      verb: 'fall',
      subject: { role: 'target' },
      complements: [{ by: 'upon', phrase: { role: 'actor', possessed: { noun: 'party' } } }, ...where('near')],
    }),
  },
  found: {
    // What they bring says what they found; that it was nothing has to be said.
    asCause: (event) => (isCrumbs(event) ? 'itself' : 'nothing'),
    inWhy: 'itself',
    weight: (event) => (event.good === 'food' ? 'beat' : 'detail'),
    act: true,
    inThrong: 'unsaid',
    tell: (event) => ({
      verb: 'find',
      subject: actor,
      object: isCrumbs(event) ? { noun: 'next to nothing', of: 'none' } : measured(event.good, event.amount),
      complements: where('at'),
      ...(event.left === 'nothing' && !isCrumbs(event) ? { manner: ', the last of it' } : {}),
    }),
  },
  drank: {
    weight: 'detail',
    act: true,
    inThrong: 'unsaid',
    tell: () => ({
      verb: 'drink',
      subject: { role: 'actor', possessed: { noun: 'party' } },
      object: { noun: 'fill', of: 'own' },
      complements: where('on the way to'),
    }),
  },
  returned: {
    weight: 'beat',
    inThrong: 'joined',
    tell: (event) => ({
      verb: 'come back',
      subject: event.people > 1 ? { all: [actor, { noun: 'other', count: event.people - 1 }] } : actor,
      complements: where('from'),
      ...(event.hours > 0 ? { manner: event.hours === 1 ? 'an hour late' : 'hours late' } : {}),
    }),
  },
  stored: {
    // That they found it goes without saying where they bring it home.
    ends: true,
    weight: (event) => (isCrumbs(event) ? 'detail' : event.good === 'food' ? 'turn' : 'beat'),
    act: true,
    inThrong: (event) => (event.good === 'food' && !isCrumbs(event) ? 'apart' : 'unsaid'),
    tell: (event) => ({
      verb: 'bring',
      subject: actor,
      object: isCrumbs(event) ? { noun: `handful of ${event.good}`, of: 'a' } : measured(event.good, event.amount),
      complements: [{ by: 'to', phrase: { role: 'place' } }],
    }),
  },
  missed: {
    weight: 'turn',
    inThrong: 'apart',
    tell: () => ({
      verb: 'be',
      subject: { role: 'target' },
      complement: 'overdue',
      complements: where('from'),
    }),
  },
  'given-up': {
    weight: 'turn',
    inThrong: 'apart',
    sums: true,
    tell: () => ({
      verb: 'give up',
      subject: actor,
      object: { role: 'target' },
      complements: [{ by: 'and those who had gone to', phrase: { role: 'site' } }],
    }),
  },
};
