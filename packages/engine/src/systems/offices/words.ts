import type { Clause, Noun } from '../../kernel/words.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { appointed, tookBack, vacant } from './events.ts';
import type { Office } from './state.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
const before = { role: 'before' } as const;

/** What whoever holds an office has charge of. */
const CHARGE_OF: Readonly<Record<Exclude<Office, 'second'>, Noun>> = {
  watch: { noun: 'watch', of: 'the' },
  gate: { noun: 'gate', of: 'the' },
  arms: { noun: 'arms', of: 'the' },
  stores: { noun: 'stores', of: 'the' },
  infirmary: { noun: 'infirmary', of: 'the' },
  kitchen: { noun: 'kitchen', of: 'the' },
  repairs: { noun: 'repairs', of: 'none' },
};

/** `Ada put Cole in charge of the stores`, `Ada made Cole second in command`. */
function giving(office: Office): Clause<'actor' | 'target' | 'before'> {
  const instead = { by: 'in place of', phrase: before } as const;
  if (office === 'second') {
    return { verb: 'make', subject: actor, object: target, complement: 'second in command', complements: [instead] };
  }
  const charge = { by: 'in charge of', phrase: CHARGE_OF[office] } as const;
  return { verb: 'put', subject: actor, object: target, complements: [charge, instead] };
}

/** What somebody has back: `the lead`, `the kitchen`. */
function regained(office: Office | 'leader'): Noun {
  if (office === 'leader') return { noun: 'lead', of: 'the' };
  return office === 'second' ? { noun: 'place as second', of: 'own' } : CHARGE_OF[office];
}

export const words: WordsFor<{
  appointed: typeof appointed;
  vacant: typeof vacant;
  'took-back': typeof tookBack;
}> = {
  appointed: {
    weight: 'beat',
    inThrong: 'apart',
    act: true,
    tell: ({ office }) => giving(office),
  },
  vacant: {
    weight: 'beat',
    tell: ({ office }) =>
      office === 'second'
        ? { verb: 'be', subject: actor, complement: 'without a second' }
        : { verb: 'see', subject: actor, complements: [{ by: 'to', phrase: CHARGE_OF[office] }], manner: 'alone' },
  },
  'took-back': {
    weight: ({ office }) => (office === 'leader' ? 'turn' : 'beat'),
    act: true,
    tell: ({ office }) => ({
      verb: 'take',
      subject: actor,
      object: regained(office),
      complement: 'back',
      complements: [{ by: 'from', phrase: target }],
    }),
  },
};
