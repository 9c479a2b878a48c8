import type { WordsFor } from '../../kernel/system.ts';
import type { Phrase } from '../../kernel/words.ts';
import { measured } from '../stores/measured.ts';
import type { came, gave, keptWaiting, letIn, setOut, traded, turnedAway } from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
const withOthers = <Role extends string>(role: Role, people: number): Phrase<Role> =>
  people > 1 ? { all: [{ role }, { noun: 'other', count: people - 1 }] } : { role };

export const words: WordsFor<{
  'set-out': typeof setOut;
  came: typeof came;
  'kept-waiting': typeof keptWaiting;
  'let-in': typeof letIn;
  gave: typeof gave;
  'turned-away': typeof turnedAway;
  traded: typeof traded;
}> = {
  'set-out': {
    weight: 'detail',
    act: true,
    inThrong: 'unsaid',
    learned: true,
    tell: (event) => ({
      verb: 'set out',
      subject: withOthers('actor', event.people),
      complements: [{ by: 'for', phrase: { role: 'site' } }],
      purpose: {
        verb: event.for === 'trade' ? 'trade' : 'ask',
        subject: actor,
        ...(event.for === 'trade' ? {} : { manner: 'to be let in' }),
      },
    }),
  },
  came: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    sums: true,
    tell: (event) => ({
      verb: 'come',
      subject: withOthers('actor', event.people),
      complements: [{ by: 'to the gate of', phrase: target }],
      purpose: {
        verb: event.for === 'trade' ? 'trade' : 'ask',
        subject: actor,
        ...(event.for === 'trade' ? {} : { manner: 'to be let in' }),
      },
    }),
  },
  'kept-waiting': {
    weight: 'beat',
    act: true,
    inThrong: 'unsaid',
    tell: () => ({
      verb: 'keep',
      subject: actor,
      object: target,
      complements: [{ by: 'outside until', phrase: { noun: 'morning', of: 'none' } }],
    }),
  },
  'let-in': {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    sums: true,
    tell: (event) => ({ verb: 'let', subject: actor, object: withOthers('target', event.people), manner: 'in' }),
    asReason: (event) => ({ verb: 'let', subject: actor, object: withOthers('target', event.people), manner: 'in' }),
  },
  gave: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    tell: (event) => ({
      verb: 'send off',
      subject: actor,
      object: target,
      complements: [{ by: 'with', phrase: measured('food', event.amount) }],
    }),
  },
  'turned-away': {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    sums: true,
    tell: () => ({ verb: 'turn away', subject: actor, object: target }),
    asReason: () => ({ verb: 'turn away', subject: actor, object: target }),
  },
  traded: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    tell: (event) => ({
      verb: 'give',
      subject: actor,
      object: measured(event.good, event.amount),
      complements: [
        { by: 'to', phrase: target },
        { by: 'for', phrase: measured('food', event.food) },
      ],
    }),
  },
};
