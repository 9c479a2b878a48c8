import type { FieldsOf } from '../../kernel/events.ts';
import type { WordsFor } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { Clause, Phrase } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { begin } from '../../kernel/cast.ts';
import { peoplePast } from './deeds.ts';
import type { wronged } from './deeds.ts';
import { peoplePromises } from './promises.ts';
import type { Promised, broke, kept, promised } from './promises.ts';

const VERB = {
  abandon: 'abandon',
  betray: 'betray',
  strike: 'strike',
  save: 'save',
  'turn away': 'turn away',
} as const;

/** What was promised, as an act: `to stand by her`. */
function act(that: Promised): Clause<'actor' | 'target'> {
  const subject = { role: 'actor' } as const;
  const them = { role: 'target' } as const;
  const thing = (verb: string, noun: string): Clause<'actor' | 'target'> => ({
    verb,
    subject,
    object: { noun, of: noun === 'medicine' ? 'none' : 'the' },
  });
  switch (that) {
    case 'stand by them':
      return { verb: 'stand', subject, complements: [{ by: 'by', phrase: them }] };
    case 'hold the wall':
      return thing('hold', 'wall');
    case 'keep the gate':
      return thing('keep', 'gate');
    case 'bring medicine':
      return thing('bring', 'medicine');
    case 'share the harvest':
      return thing('share', 'harvest');
    case 'repay':
      return { verb: 'repay', subject, object: them };
    case 'harm nobody':
      return { verb: 'do', subject, object: { noun: 'harm', of: 'no' } };
    default:
      return { verb: that, subject };
  }
}

const subject = { role: 'actor' } as const;
const target: Phrase<'target'> = { role: 'target' };
const word = { noun: 'promise', of: 'own' } as const;
const toTarget = [{ by: 'to', phrase: target }];

/** Why somebody did what they did before the first day, in the words of the scenario. */
function whyDone(world: World, { actor, target: whom, deed }: FieldsOf<typeof wronged>, time: number): string | null {
  const ago = world.recipe.setup.whole(begin)!.time - time;
  const other = whom === undefined || whom < 0 ? undefined : world.keyOf(person, whom);
  const own = world.recipe.setup.entries(peoplePast).get(world.keyOf(person, actor))?.past ?? [];
  return own.find((each) => each.did === deed && each.whom === other && each.ago === ago)?.why ?? null;
}

/** Likewise why a promise was kept or broken. */
function whyEnded(world: World, event: FieldsOf<typeof broke>, time: number): string | null {
  const ago = world.recipe.setup.whole(begin)!.time - time;
  const to = world.keyOf(person, event.target);
  const own = world.recipe.setup.entries(peoplePromises).get(world.keyOf(person, event.actor))?.promises ?? [];
  const found = own.find(
    (each) => each.that === event.that && each.to === to && (each.broken === ago || each.kept === ago),
  );
  return found?.why ?? null;
}

export const words: WordsFor<{
  wronged: typeof wronged;
  promised: typeof promised;
  'kept-promise': typeof kept;
  'broke-promise': typeof broke;
}> = {
  // Told where it was kept or broken.
  promised: {
    weight: 'detail',
    act: true,
    tell: (event) => ({ verb: 'promise', subject, object: target, purpose: act(event.that) }),
  },
  'kept-promise': {
    weight: 'beat',
    act: true,
    tell: (event) => ({ verb: 'keep', subject, object: word, complements: toTarget, purpose: act(event.that) }),
    aside: whyEnded,
  },
  'broke-promise': {
    weight: 'turn',
    act: true,
    tell: (event) => ({ verb: 'break', subject, object: word, complements: toTarget, purpose: act(event.that) }),
    aside: whyEnded,
  },
  wronged: {
    weight: 'turn',
    act: true,
    aside: whyDone,
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      const to = event.target === undefined ? { noun: 'people', of: 'own' as const } : ({ role: 'target' } as const);
      if (event.deed === 'steal') return { verb: 'steal', subject, complements: [{ by: 'from', phrase: to }] };
      if (event.deed === 'kill kin') {
        const kin = event.target === undefined ? to : ({ role: 'target', possessed: { noun: 'kin' } } as const);
        return { verb: 'kill', subject, object: kin };
      }
      if (event.deed === 'break a promise') {
        return {
          verb: 'break',
          subject,
          object: { noun: 'promise', of: 'a' },
          complements: [{ by: 'to', phrase: to }],
        };
      }
      return { verb: VERB[event.deed], subject, object: to };
    },
  },
};
