import type { WordsFor } from '../../kernel/system.ts';
import type { begun, buried, buriedTogether, done } from './events.ts';

const actor = { role: 'actor' } as const;
const at = [{ by: 'in', phrase: { role: 'place' } }] as const;

export const words: WordsFor<{
  begun: typeof begun;
  buried: typeof buried;
  'buried-together': typeof buriedTogether;
  done: typeof done;
}> = {
  begun: {
    weight: 'beat',
    asCause: () => 'nothing',
    inWhy: 'itself',
    act: true,
    tell: (event) => ({
      verb: 'have',
      subject: actor,
      object: {
        noun: event.own + event.others === 1 ? 'grave' : 'graves',
        of: event.own + event.others === 1 ? 'a' : 'none',
      },
      complement: 'dug',
      complements: at,
    }),
    asReason: () => ({ verb: 'have', subject: actor, object: { noun: 'dead', of: 'the' }, complement: 'buried' }),
  },
  buried: {
    // Who dug for whom does not matter to a day on which many are buried.
    inThrong: 'summed',
    weight: 'turn',
    act: true,
    gather: () => ({ verb: 'bury', subject: actor, object: { role: 'target' }, complements: at }),
    tell: () => ({ verb: 'bury', subject: actor, object: { role: 'target' }, complements: at }),
    asReason: () => ({ verb: 'bury', subject: { role: 'target' }, passive: true, complements: at }),
  },
  'buried-together': {
    inThrong: 'joined',
    weight: 'turn',
    act: true,
    tell: (event) => ({
      verb: 'bury',
      subject: actor,
      object: event.dead === 1 ? { noun: 'one', of: 'none' } : { noun: 'dead', of: 'the' },
      complements: [{ by: 'of', phrase: { role: 'group' } }, ...at],
      ...(event.dead === 1 ? {} : { manner: 'in one grave' }),
    }),
  },
  done: {
    inThrong: 'unsaid',
    weight: 'detail',
    tell: () => ({ verb: 'be', subject: { noun: 'last of the dead', of: 'the' }, complement: 'in the earth' }),
  },
};
