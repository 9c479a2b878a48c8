import type { Phrase } from '../../kernel/words.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { armed, gathered, issued } from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
const ALL_OVER = { noun: 'all over the ground', of: 'none' } as const;

type Haul = Readonly<Record<'weapons' | 'rounds' | 'dressings' | 'bombs', number>>;

/** From more places than this it came from all over. */
const MOST_PLACES = 2;

/** What was gathered, each as a count of its own. */
function haul(event: Haul): Phrase<never> {
  const all = [
    { noun: 'weapon', count: event.weapons },
    { noun: 'round', count: event.rounds },
    { noun: 'dressing', count: event.dressings },
    { noun: 'firebomb', count: event.bombs },
  ].filter(({ count }) => count > 0);
  if (all.length === 0) return { noun: 'weapon', of: 'no', count: 2 };
  return all.length === 1 ? all[0] : { all };
}

export const words: WordsFor<{ gathered: typeof gathered; issued: typeof issued; armed: typeof armed }> = {
  gathered: {
    inThrong: 'summed',
    weight: 'beat',
    act: true,
    ends: true,
    tell: (event) => ({
      verb: 'bring in',
      subject: actor,
      object: haul(event),
      complements: [{ by: 'from', phrase: { role: 'place' } }],
    }),
    gather: (events) => {
      const sum = (of: keyof Haul) => events.reduce((all, event) => all + event[of], 0);
      const all = { weapons: sum('weapons'), rounds: sum('rounds'), dressings: sum('dressings'), bombs: sum('bombs') };
      const places = new Set(events.map(({ place }) => place)).size;
      return {
        verb: 'bring in',
        subject: actor,
        object: haul(all),
        complements: [{ by: 'from', phrase: places > MOST_PLACES ? ALL_OVER : { role: 'place' } }],
      };
    },
    asReason: () => ({
      verb: 'gather',
      subject: actor,
      object: { noun: 'weapon', of: 'the', count: 2 },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
  issued: {
    inThrong: 'unsaid',
    weight: 'detail',
    act: true,
    tell: (event) => ({
      verb: 'give out',
      subject: actor,
      object: { noun: 'round', count: event.rounds },
      complements: [{ by: 'to', phrase: target }],
    }),
  },
  armed: {
    inThrong: 'unsaid',
    weight: 'beat',
    act: true,
    tell: (event) => ({
      verb: 'hand',
      subject: actor,
      object: { noun: event.weapon, of: 'a' },
      complements: [{ by: 'to', phrase: target }],
    }),
  },
};
