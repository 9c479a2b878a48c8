import type { Clause, TakenUp } from '../../kernel/words.ts';
import type { WordsFor } from '../../kernel/system.ts';
import { taskAct } from './acts.ts';
import type { calledOff, signalled, sprung, tookSign } from './contingencies.ts';
import type { ordered } from './giving.ts';
import type { receivingEvents } from './receiving.ts';
import type { messageEvents } from './messages.ts';
import type { reportEvents } from './reports.ts';
import type { laidAgain } from './laying.ts';
import type { leftAlone } from './stragglers.ts';
import type { Task } from './state.ts';

/** How whoever gives an order moves with those who take it up, and the word that goes before the place. */
const LED: Partial<Record<Task, readonly [by: string, manner?: string]>> = {
  'creep up': ['up to', 'at a crawl'],
  storm: ['against'],
  counterattack: ['against'],
  hold: ['to'],
  breach: ['against'],
  'fall back': ['back to'],
};

/** What is done with people who are told to do something. */
const SENT: Partial<Record<Task, string>> = {
  hold: 'set',
  cover: 'set',
  load: 'set',
  storm: 'send',
  counterattack: 'send',
  breach: 'send',
  scout: 'send',
  pursue: 'send',
};

/** An order with those who went: `she led the watch to the granary`, `he set Ellie's people to give cover from the orchard`. */
const heeded = (
  event: { task: Task; squad?: number },
  { self, others }: TakenUp,
): Clause<'actor' | 'group' | 'goal' | 'squad' | 'those'> => {
  const subject = { role: 'actor' } as const;
  const goal = { role: 'goal' } as const;
  const whole = event.squad === undefined || event.squad < 0;
  const object = whole && others > 0 ? ({ role: 'those' } as const) : ({ role: whole ? 'group' : 'squad' } as const);
  const [by, manner] = LED[event.task] ?? [];
  if (self && by !== undefined) {
    const complements = [{ by, phrase: goal }];
    return { verb: 'lead', subject, object, complements, ...(manner === undefined ? {} : { manner }) };
  }
  const purpose = taskAct(event.task, { role: 'actor' }, true);
  return { verb: SENT[event.task] ?? 'tell', subject, object, purpose };
};

export const words: WordsFor<
  { ordered: typeof ordered } & typeof receivingEvents &
    typeof messageEvents &
    typeof reportEvents & {
      'left-alone': typeof leftAlone;
      signalled: typeof signalled;
      sprung: typeof sprung;
      'called-off': typeof calledOff;
      'took-sign': typeof tookSign;
      'laid-again': typeof laidAgain;
    }
> = {
  ordered: {
    inThrong: ({ task }) => (task === 'storm' || task === 'breach' ? 'joined' : 'unsaid'),
    weight: 'turn',
    act: true,
    heeded: { by: 'orders/received', who: 'actor', tell: heeded },
    tell: (event) => ({
      verb: SENT[event.task] === undefined ? 'order' : SENT[event.task]!,
      subject: { role: 'actor' },
      object: event.squad === undefined || event.squad < 0 ? { role: 'group' } : { role: 'squad' },
      purpose: taskAct(event.task, { role: 'actor' }, true),
    }),
  },
  repeated: {
    weight: 'detail',
    asCause: () => 'behind',
    tell: () => ({ verb: 'repeat', subject: { role: 'actor' }, object: { noun: 'order', of: 'the' } }),
  },
  sent: {
    inWhy: 'behind',
    weight: 'beat',
    act: true,
    tell: (event) => ({
      verb: 'send',
      subject: { role: 'actor' },
      object: { role: 'target' },
      purpose: {
        verb: 'tell',
        subject: { role: 'target' },
        object: { role: 'squad' },
        purpose: taskAct(event.task, { role: 'squad' } as never, false),
      },
    }),
  },
  'handed-over': {
    weight: 'detail',
    act: true,
    asCause: () => 'behind',
    tell: () => ({
      verb: 'bring',
      subject: { role: 'actor' },
      object: { role: 'target' },
      complements: [
        { by: '', phrase: { noun: 'order', of: 'the' } },
        { by: 'at', phrase: { role: 'place' } },
      ],
    }),
  },
  'sent-word': {
    inWhy: 'relay',
    weight: 'detail',
    act: true,
    tell: () => ({
      verb: 'send',
      subject: { role: 'actor' },
      object: { role: 'target' },
      complements: [{ by: 'back with', phrase: { noun: 'word', of: 'none' } }],
    }),
  },
  'brought-word': {
    inWhy: 'relay',
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'bring',
      subject: { role: 'actor' },
      object: { noun: 'word', of: 'none' },
      complements: [
        { by: 'from', phrase: { role: 'squad' } },
        { by: 'to', phrase: { role: 'target' } },
      ],
    }),
  },
  reported: {
    inWhy: 'relay',
    weight: 'detail',
    act: true,
    asCause: () => 'nothing',
    tell: () => ({
      verb: 'call over',
      subject: { role: 'actor' },
      complements: [
        { by: 'to', phrase: { role: 'target' } },
        { by: 'how it stood with', phrase: { role: 'squad' } },
      ],
    }),
  },
  followed: {
    inWhy: 'behind',
    weight: 'detail',
    tell: () => ({
      verb: 'follow',
      subject: { role: 'actor' },
      object: { role: 'squad' },
      complements: [
        { by: 'from', phrase: { role: 'place' } },
        { by: 'to', phrase: { role: 'goal' } },
      ],
    }),
  },
  'looked-enough': {
    weight: 'beat',
    tell: () => ({
      verb: 'lead',
      subject: { role: 'actor' },
      object: { role: 'squad' },
      complements: [{ by: 'back from', phrase: { role: 'place' } }],
    }),
  },
  lost: {
    weight: 'beat',
    tell: (event) =>
      event.why === 'found nobody'
        ? {
            verb: 'find',
            subject: { role: 'actor' },
            object: { noun: 'one', of: 'no' },
            complements: [
              { by: 'of', phrase: { role: 'squad' } },
              { by: 'at', phrase: { role: 'place' } },
            ],
          }
        : {
            verb: 'get',
            subject: { role: 'actor' },
            negated: true,
            complements: [{ by: 'through to', phrase: { role: 'squad' } }],
          },
  },
  unheard: {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: () => ({ verb: 'hear', subject: { role: 'actor' }, negated: true, object: { role: 'target' } }),
  },
  received: {
    weight: 'detail',
    asCause: () => 'behind',
    tell: (event) => ({
      verb: 'hear',
      subject: { role: 'actor' },
      object: { noun: 'order', of: 'the' },
      purpose: taskAct(event.task, { role: 'actor' }, true),
    }),
    asReason: (event) => ({
      verb: 'tell',
      subject: { role: 'target' },
      object: { role: 'actor' },
      purpose: taskAct(event.task, { role: 'actor' }, true),
    }),
  },
  'left-alone': {
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'find',
      subject: { role: 'actor' },
      object: { noun: 'rest', of: 'the' },
      complement: 'gone',
      complements: [{ by: 'from', phrase: { role: 'place' } }],
    }),
  },
  signalled: {
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'give',
      subject: { role: 'actor' },
      object: { noun: 'signal', of: 'the' },
      complements: [{ by: 'for', phrase: { role: 'plan' } }],
    }),
  },
  'laid-again': {
    weight: 'turn',
    act: true,
    tell: ({ people }) => ({
      verb: 'send',
      subject: { role: 'actor' },
      object: { noun: 'person', count: people },
      complements: [{ by: 'back into hiding in', phrase: { role: 'place' } }],
    }),
  },
  sprung: {
    inThrong: 'joined',
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'come out',
      subject: { role: 'actor' },
      complements: [
        { by: 'of', phrase: { noun: 'hiding', of: 'none' } },
        { by: 'in', phrase: { role: 'place' } },
      ],
    }),
  },
  'took-sign': {
    weight: 'beat',
    tell: () => ({
      verb: 'take over',
      subject: { role: 'actor' },
      object: { role: 'plan' },
      complements: [{ by: 'from', phrase: { role: 'target' } }],
    }),
  },
  'called-off': {
    weight: 'turn',
    act: true,
    tell: () => ({ verb: 'call off', subject: { role: 'actor' }, object: { role: 'plan' } }),
  },
};
