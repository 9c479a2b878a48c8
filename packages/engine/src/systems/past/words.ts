import type { FieldsOf } from '../../kernel/events.ts';
import type { WordsFor } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { begin } from '../../kernel/cast.ts';
import { peoplePast } from './deeds.ts';
import type { wronged } from './deeds.ts';

const VERB = {
  abandon: 'abandon',
  betray: 'betray',
  strike: 'strike',
  save: 'save',
  'turn away': 'turn away',
} as const;

/** Why somebody did what they did before the first day, in the words of the scenario. */
function whyDone(world: World, { actor, target: whom, deed }: FieldsOf<typeof wronged>, time: number): string | null {
  const ago = world.recipe.setup.whole(begin)!.time - time;
  const other = whom === undefined || whom < 0 ? undefined : world.keyOf(person, whom);
  const own = world.recipe.setup.entries(peoplePast).get(world.keyOf(person, actor))?.past ?? [];
  return own.find((each) => each.did === deed && each.whom === other && each.ago === ago)?.why ?? null;
}

export const words: WordsFor<{
  wronged: typeof wronged;
}> = {
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
