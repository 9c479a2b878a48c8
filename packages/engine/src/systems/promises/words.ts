import { begin } from '../../kernel/cast.ts';
import type { FieldsOf } from '../../kernel/events.ts';
import type { WordsFor } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { Clause, Complement, Phrase } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { peoplePromises } from './before.ts';
import { LIGHT } from './events.ts';
import type { broken, kept, made, released } from './events.ts';
import { lineOf } from './refrain.ts';
import type { saidAgain } from './refrain.ts';
import { actOf } from './said.ts';
import { isVow } from './state.ts';

type Roles = 'actor' | 'target' | 'group' | 'about' | 'place';
const actor = { role: 'actor' } as const;
const word = { noun: 'promise', of: 'own' } as const;
/** To whom it was given: one, or all of a group. */
const whom = (event: { readonly target?: number }): Phrase<Roles> =>
  event.target === undefined || event.target < 0 ? { role: 'group' } : { role: 'target' };
const to = (event: { readonly target?: number }): Complement<Roles>[] => [{ by: 'to', phrase: whom(event) }];

/** Why a promise of before the first day was kept or broken, in the words of the scenario. */
function whyEnded(world: World, event: FieldsOf<typeof broken>, time: number): string | null {
  if (event.target === undefined || event.target < 0) return null;
  const ago = world.recipe.setup.whole(begin)!.time - time;
  const other = world.keyOf(person, event.target);
  const own = world.recipe.setup.entries(peoplePromises).get(world.keyOf(person, event.actor))?.promises ?? [];
  const found = own.find(
    (each) => each.that === event.that && each.to === other && (each.broken === ago || each.kept === ago),
  );
  return found?.why ?? null;
}

/** What was sworn over whom: `swore over Dov's grave to make Jace pay`. */
const sworn = (event: FieldsOf<typeof made>): Clause<Roles> => ({
  verb: 'swear',
  subject: actor,
  ...(event.about === undefined || event.about < 0
    ? {}
    : { complements: [{ by: 'for', phrase: { role: 'about', possessed: { noun: 'sake' } } }] as const }),
  purpose: actOf(event.that, 'actor'),
});

/** Why nothing is owed any more, as far as whoever gave their word is concerned. */
function owedNoMore(event: FieldsOf<typeof released>): Clause<Roles> {
  const keep = { verb: 'keep', subject: actor, object: word, complements: to(event) } as const;
  switch (event.why) {
    case 'died':
      return {
        verb: 'take',
        subject: actor,
        object: word,
        complements: [...to(event), { by: 'to', phrase: { noun: 'grave', of: 'the' } }],
      };
    case 'taken':
      return { verb: 'be', subject: actor, complement: 'in no position', purpose: keep };
    case 'outlived':
      return {
        verb: 'be',
        subject: actor,
        complement: 'left',
        complements: [
          { by: 'with', phrase: { noun: isVow(event.that) ? 'vow' : 'promise', of: 'a' } },
          { by: isVow(event.that) ? 'against' : 'to', phrase: whom(event) },
        ],
      };
    case 'spared':
      return {
        verb: 'be',
        subject: actor,
        complement: 'glad',
        purpose: { verb: 'owe', subject: actor, object: whom(event), complement: 'nothing' },
      };
    case 'fight':
      return {
        verb: 'have',
        subject: actor,
        purpose: { verb: 'leave', subject: actor, object: whom(event) },
        complements: [{ by: 'for', phrase: { noun: 'fight', of: 'the' } }],
      };
    default:
      return { verb: 'owe', subject: actor, object: whom(event), complement: 'nothing', manner: 'any more' };
  }
}

export const words: WordsFor<{
  made: typeof made;
  kept: typeof kept;
  broken: typeof broken;
  released: typeof released;
  'said-again': typeof saidAgain;
}> = {
  made: {
    weight: (event) => (event.that === 'come back for them' || event.that === 'take their watch' ? 'detail' : 'beat'),
    // What was shouted, or sworn over a map, tells itself.
    asCause: (event) => (event.that === 'come back for them' ? 'behind' : 'itself'),
    act: true,
    inThrong: (event) => (event.that === 'make them pay' ? 'apart' : 'unsaid'),
    tell: (event) =>
      isVow(event.that)
        ? sworn(event)
        : { verb: 'promise', subject: actor, object: whom(event), purpose: actOf(event.that, 'actor') },
    variants: (event) =>
      isVow(event.that)
        ? []
        : [
            {
              verb: 'give',
              subject: actor,
              object: whom(event),
              complements: [{ by: '', phrase: { noun: 'word', of: 'own' } }],
              purpose: actOf(event.that, 'actor'),
            },
          ],
  },
  kept: {
    weight: (event) => (event.that === 'take their watch' ? 'detail' : 'beat'),
    act: true,
    inThrong: (event) => (LIGHT.includes(event.that) ? 'unsaid' : 'apart'),
    tell: (event) =>
      isVow(event.that)
        ? { verb: 'have', subject: actor, object: { noun: 'what was sworn', of: 'none' } }
        : { verb: 'keep', subject: actor, object: word, complements: to(event), purpose: actOf(event.that, 'actor') },
    aside: whyEnded,
  },
  broken: {
    weight: (event) => (event.that === 'take their watch' || event.that === 'be back by dark' ? 'beat' : 'turn'),
    act: true,
    inThrong: (event) => (LIGHT.includes(event.that) ? 'unsaid' : 'apart'),
    tell: (event) => ({
      verb: 'break',
      subject: actor,
      object: word,
      complements: to(event),
      purpose: actOf(event.that, 'actor'),
    }),
    aside: whyEnded,
  },
  released: {
    weight: 'detail',
    asCause: () => 'nothing',
    inWhy: 'itself',
    inThrong: 'unsaid',
    tell: owedNoMore,
  },
  'said-again': {
    weight: 'beat',
    inThrong: 'apart',
    tell: () => ({ verb: 'say', subject: actor, object: { noun: 'it', of: 'none' }, manner: 'again' }),
    aside: (world, event) => lineOf(world, event.actor),
  },
};
