import { peopleOf } from '../../kernel/cast.ts';
import { purpose } from '../../kernel/chance.ts';
import { hashText32 } from '../../kernel/hash.ts';
import { choice, entries, list, optionally, record } from '../../kernel/shape.ts';
import type { Infer } from '../../kernel/shape.ts';
import { defineSystem } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import { BUILDS, CARRIES, COATS, GAITS, HAIR, HEIGHTS, LENGTHS, appearance } from './state.ts';

const P_LOOKS = purpose('looks/drawn');
/** How many of a group go about in the coat that most of them wear. [d] */
const DRESSED_ALIKE = 0.35;
/** How many walk like most people, and have their hands free. [d] */
const WALK_PLAINLY = 0.8;
const HANDS_FREE = 0.65;

const shape = record(
  {
    build: optionally(choice(BUILDS)),
    height: optionally(choice(HEIGHTS)),
    hair: optionally(list(choice([...HAIR, ...LENGTHS]), 'Its colour, and how it is worn: `[grey, long]`.')),
    wears: optionally(choice(COATS)),
    gait: optionally(choice(GAITS)),
    carries: optionally(choice(CARRIES)),
  },
  'What they look like: by it they are recognised, and mistaken. What is left out is drawn.',
);
export const peopleLooks = entries('people', { looks: optionally(shape) });

export const looks = defineSystem({
  id: 'looks',
  after: ['bodies', 'groups'],
  tables: [appearance],
  events: {},
  words: {},
  scenario: [peopleLooks],
  build: (world, setup) => {
    const rows = world.of(appearance);
    const described = setup.entries(peopleLooks);
    /** An index into a list for somebody, by luck that is theirs alone. */
    const drawn = (who: number, what: string, from: number, among: number): number => {
      const name = world.nameHash(person, who);
      return from + world.chance.integer(P_LOOKS, name.lo, name.hi, 0, among - from, hashText32(what));
    };
    const likely = (who: number, what: string, chance: number): boolean => {
      const name = world.nameHash(person, who);
      return world.chance.uniform(P_LOOKS, name.lo, name.hi, 0, hashText32(`${what}, or not`)) < chance;
    };
    peopleOf(setup).forEach((each, who) => {
      const told: Infer<typeof shape> | undefined = described.get(each.key)?.looks;
      const hair = told?.hair ?? [];
      const pick = (told: number, otherwise: () => number): number => (told >= 0 ? told : otherwise());
      const of = <T>(among: readonly T[], word: T | undefined): number =>
        word === undefined ? -1 : among.indexOf(word);
      const inHair = (among: readonly string[]): number =>
        among.findIndex((word) => hair.some((said) => said === word));
      rows.build.put(
        who,
        pick(of(BUILDS, told?.build), () => drawn(who, 'build', 0, BUILDS.length)),
      );
      rows.height.put(
        who,
        pick(of(HEIGHTS, told?.height), () => drawn(who, 'height', 0, HEIGHTS.length)),
      );
      rows.hair.put(
        who,
        pick(inHair(HAIR), () => drawn(who, 'hair', 0, HAIR.length)),
      );
      rows.hairLength.put(
        who,
        pick(inHair(LENGTHS), () => drawn(who, 'length', 0, LENGTHS.length)),
      );
      const common = world.nameLo(group, world.cast.mustRow(group, each.group)) % COATS.length;
      rows.coat.put(
        who,
        pick(of(COATS, told?.wears), () =>
          likely(who, 'dressed alike', DRESSED_ALIKE) ? common : drawn(who, 'coat', 0, COATS.length),
        ),
      );
      rows.gait.put(
        who,
        pick(of(GAITS, told?.gait), () =>
          likely(who, 'walks', WALK_PLAINLY) ? 0 : drawn(who, 'gait', 1, GAITS.length),
        ),
      );
      rows.carries.put(
        who,
        pick(of(CARRIES, told?.carries), () =>
          likely(who, 'carries', HANDS_FREE) ? 0 : drawn(who, 'load', 1, CARRIES.length),
        ),
      );
    });
  },
});
