import type { WordsFor } from '../../kernel/system.ts';
import { measured } from '../stores/measured.ts';
import type { failed, failing, fetched, parched, ranOut, rained, returned, set, shared, slaked } from './events.ts';
import type { ALLOWANCES, SourceName } from './state.ts';

const actor = { role: 'actor' } as const;
const group = { role: 'group' } as const;
const WATER = { noun: 'water', of: 'none' } as const;
const atPlace = [{ by: 'in', phrase: { role: 'place' } }] as const;
const GIVEN: Readonly<Record<(typeof ALLOWANCES)[number], string>> = {
  plenty: 'as much water as they wanted',
  enough: 'a bucket of water a day each',
  drink: 'water to drink and no more',
  sips: 'a few cups of water a day',
};

/** A source as the subject of what is said of it. */
const the = (from: SourceName) =>
  from === 'rain butts' ? ({ noun: 'rain butt', of: 'the', count: 2 } as const) : ({ noun: from, of: 'the' } as const);

export const words: WordsFor<{
  rained: typeof rained;
  failed: typeof failed;
  returned: typeof returned;
  fetched: typeof fetched;
  set: typeof set;
  shared: typeof shared;
  'ran-out': typeof ranOut;
  parched: typeof parched;
  failing: typeof failing;
  slaked: typeof slaked;
}> = {
  rained: {
    weight: 'detail',
    inThrong: 'unsaid',
    tell: (event) => ({
      verb: 'rain',
      subject: { noun: 'it', of: 'none' },
      ...(event.amount >= 6 ? { manner: 'hard' } : {}),
    }),
  },
  failed: {
    weight: 'turn',
    tell: (event) => ({
      verb: event.how === 'froze' ? 'freeze over' : 'run dry',
      subject: the(event.from),
      complements: atPlace,
    }),
  },
  returned: {
    weight: 'beat',
    tell: (event) => ({ verb: 'give', subject: the(event.from), object: WATER, complements: atPlace, manner: 'again' }),
  },
  fetched: {
    weight: 'detail',
    inThrong: 'unsaid',
    act: true,
    tell: (event) => ({
      verb: 'fetch',
      subject: event.people > 1 ? { all: [actor, { noun: 'other', count: event.people - 1 }] } : actor,
      object: measured('water', event.amount),
      complements: [{ by: 'from', phrase: the(event.from) }],
    }),
  },
  set: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    sums: true,
    tell: (event) => ({
      verb: 'give',
      subject: actor,
      object: group,
      complement: event.to === 'plenty' ? `${GIVEN[event.to]} again` : GIVEN[event.to],
    }),
    asReason: (event) => ({ verb: 'be', subject: group, complement: `given ${GIVEN[event.to]}` }),
  },
  shared: {
    weight: 'detail',
    inThrong: 'unsaid',
    act: true,
    tell: (event) => ({ verb: 'share out', subject: actor, object: measured('water', event.amount) }),
  },
  'ran-out': {
    weight: 'turn',
    inThrong: 'apart',
    tell: () => ({ verb: 'run out', subject: group, complements: [{ by: 'of', phrase: WATER }] }),
    asReason: () => ({ verb: 'have', subject: group, object: { noun: 'water', of: 'no' }, complement: 'left' }),
  },
  parched: {
    weight: 'beat',
    inThrong: 'joined',
    tell: () => ({ verb: 'be', subject: actor, complement: 'parched with thirst' }),
  },
  failing: {
    weight: 'turn',
    inThrong: 'joined',
    tell: () => ({
      verb: 'begin',
      subject: actor,
      purpose: { verb: 'fail', subject: actor, manner: 'for want of water' },
    }),
    asReason: () => ({ verb: 'be', subject: actor, complement: 'dying of thirst' }),
  },
  slaked: {
    weight: 'detail',
    inThrong: 'joined',
    tell: () => ({ verb: 'drink', subject: actor, object: { noun: 'fill', of: 'own' } }),
  },
};
