import { choice, nameIn, optionally } from '../../kernel/shape.ts';
import { command, defineSystem, fill } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { courses } from '../conduct/course.ts';
import { askForRounds, pickUp } from './courses.ts';
import { dropped } from './dropping.ts';
import { KINDS, hands, kindOf, thing } from './state.ts';
import { pickedUp, shared } from './taking.ts';
import { words } from './words.ts';

interface Lying {
  readonly weapon: (typeof KINDS)[number];
  readonly of?: string | undefined;
  readonly from: string;
}

/** Row of a weapon that lies in a place, the first that came to lie there; -1 where there is none. */
function thingIn(world: World, { weapon, of, from }: Lying): number {
  const rows = world.of(thing);
  const at = world.cast.mustRow(place, from);
  const whose = of === undefined ? -1 : world.cast.mustRow(person, of) + 1;
  let first = -1;
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.place.raw[row] !== at || kindOf(rows.weapon.raw[row]) !== weapon) continue;
    if (whose >= 0 && rows.of.raw[row] !== whose) continue;
    if (first < 0 || rows.by.raw[row] < rows.by.raw[first]) first = row;
  }
  return first;
}

/** The author's hand moves a weapon that lies about, with the rounds that belong to it. */
const moveThing = command(
  'move thing',
  'intervention',
  {
    weapon: choice(KINDS, 'What is moved: the first of them that came to lie there.'),
    of: optionally(nameIn('people', 'Whose it was.')),
    from: nameIn('places', 'Where it lies.'),
    to: nameIn('places', 'Where to.'),
  },
  (world, value) => {
    const row = thingIn(world, value);
    if (row >= 0) world.of(thing).place.put(row, world.cast.mustRow(place, value.to));
  },
  (world, value) => {
    if (value.from === value.to) return `It lies in ${value.from} already.`;
    if (thingIn(world, value) >= 0) return null;
    return `No ${value.weapon}${value.of === undefined ? '' : ` of ${value.of}`} lies in ${value.from} by then.`;
  },
);

/** Weapons and their rounds as things: they fall from hands, lie about, are taken up by whoever is there, and passed on. */
export const items = defineSystem({
  id: 'items',
  after: ['bodies', 'places', 'wounds'],
  tables: [thing, hands],
  events: { dropped, 'picked-up': pickedUp, shared },
  words,
  commands: [moveThing],
  fills: [fill(courses, pickUp, askForRounds)],
});
