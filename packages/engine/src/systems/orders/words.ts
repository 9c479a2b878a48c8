import type { Clause, TakenUp } from '../../kernel/words.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { calledOff, ordered, received, signalled, sprung, unheard } from './system.ts';
import type { Task } from './state.ts';

type PlaceRole = 'goal' | 'group' | 'actor' | 'target' | 'plan';

/** What a task is called as an act in a place. */
const act = (task: Task, who: { readonly role: 'group' | 'actor' }, withPlace: boolean): Clause<PlaceRole> => {
  const place = { role: 'goal' } as const;
  const at = (by: string): Pick<Clause<PlaceRole>, 'complements'> =>
    withPlace ? { complements: [{ by, phrase: place }] } : {};
  const subject = who;
  switch (task) {
    case 'hold':
      return withPlace ? { verb: 'hold', subject, object: place } : { verb: 'hold on', subject };
    case 'creep up':
      return { verb: 'creep up', subject, ...at('to') };
    case 'storm':
      return withPlace ? { verb: 'storm', subject, object: place } : { verb: 'attack', subject };
    case 'breach':
      return { verb: 'break through', subject, ...at('to') };
    case 'cover':
      return { verb: 'give', subject, object: { noun: 'cover', of: 'none' }, ...at('from') };
    case 'load':
      return { verb: 'load', subject, object: { noun: 'sack', of: 'the', count: 2 }, ...at('in') };
    case 'carry off':
      return { verb: 'carry off', subject, object: { noun: 'sack', of: 'the', count: 2 } };
    case 'fall back':
      return { verb: 'fall back', subject, ...at('to') };
    case 'leave':
      return { verb: 'get away', subject };
    default:
      return { verb: 'wait', subject, ...at('in') };
  }
};

/** How whoever gives an order moves with those who take it up, and the word that goes before the place. */
const LED: Partial<Record<Task, readonly [by: string, manner?: string]>> = {
  'creep up': ['up to', 'at a crawl'],
  storm: ['against'],
  hold: ['to'],
  'fall back': ['back to'],
};

/** An order with those who went: `she led Ilka to the granary`, `he set Tor and Lena to give cover from the orchard`. */
const heeded = (task: Task, { self, others }: TakenUp): Clause<'actor' | 'group' | 'goal' | 'those'> => {
  const subject = { role: 'actor' } as const;
  const goal = { role: 'goal' } as const;
  const [by, manner] = LED[task] ?? [];
  if (self && by !== undefined) {
    const complements = [{ by, phrase: goal }];
    if (others === 0) return { verb: task === 'creep up' ? 'crawl' : 'go', subject, complements };
    return {
      verb: 'lead',
      subject,
      object: { role: 'those' },
      complements,
      ...(manner === undefined ? {} : { manner }),
    };
  }
  if (others === 0) return act(task, subject, true) as Clause<'actor' | 'goal'>;
  const verb = task === 'hold' || task === 'cover' || task === 'load' ? 'set' : task === 'storm' ? 'send' : 'tell';
  return {
    verb,
    subject,
    object: { role: 'those' },
    purpose: act(task, { role: 'actor' }, true) as Clause<'actor' | 'goal'>,
  };
};

export const words: WordsFor<{
  ordered: typeof ordered;
  unheard: typeof unheard;
  received: typeof received;
  signalled: typeof signalled;
  sprung: typeof sprung;
  'called-off': typeof calledOff;
}> = {
  ordered: {
    weight: 'turn',
    heeded: { by: 'orders/received', who: 'actor', tell: (event, taken) => heeded(event.task, taken) },
    tell: (event) => ({
      verb: 'order',
      subject: { role: 'actor' },
      object:
        event.squad === 'all'
          ? { role: 'group' }
          : { noun: event.squad === 'first' ? 'some' : 'others', of: event.squad === 'first' ? 'none' : 'the' },
      purpose: act(event.task, { role: 'group' }, true) as Clause<'actor' | 'group' | 'goal'>,
    }),
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
      purpose: act(event.task, { role: 'actor' }, true) as Clause<'actor' | 'target' | 'goal'>,
    }),
    asReason: (event) => ({
      verb: 'tell',
      subject: { role: 'target' },
      object: { role: 'actor' },
      purpose: act(event.task, { role: 'actor' }, true) as Clause<'actor' | 'target' | 'goal'>,
    }),
  },
  signalled: {
    weight: 'turn',
    tell: () => ({
      verb: 'give',
      subject: { role: 'actor' },
      object: { noun: 'signal', of: 'the' },
      complements: [{ by: 'for', phrase: { role: 'plan' } }],
    }),
  },
  sprung: {
    weight: 'turn',
    tell: () => ({
      verb: 'come out',
      subject: { role: 'actor' },
      complements: [
        { by: 'of', phrase: { noun: 'hiding', of: 'none' } },
        { by: 'in', phrase: { role: 'place' } },
      ],
    }),
  },
  'called-off': {
    weight: 'turn',
    tell: () => ({ verb: 'call off', subject: { role: 'actor' }, object: { role: 'plan' } }),
  },
};
