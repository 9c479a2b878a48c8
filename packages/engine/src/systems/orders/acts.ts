import type { Clause } from '../../kernel/words.ts';
import type { Task } from './state.ts';

/** What a task is called as an act in a place. */
export const taskAct = <R extends string>(
  task: Task,
  who: { readonly role: R },
  withPlace: boolean,
): Clause<R | 'goal'> => {
  const place = { role: 'goal' } as const;
  const at = (by: string): Pick<Clause<R | 'goal'>, 'complements'> =>
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
    case 'scout':
      return { verb: 'scout', subject, ...at('out') };
    case 'counterattack':
      return { verb: 'clear', subject, object: place };
    case 'pursue':
      return { verb: 'go after', subject, object: { noun: 'enemy', of: 'the' } };
    default:
      return { verb: 'wait', subject, ...at('in') };
  }
};
