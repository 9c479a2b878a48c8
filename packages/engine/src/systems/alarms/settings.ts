/** What a scenario says of what goes about at night, and what is odd about its watch. */
import { begin, groupNames, peopleOf } from '../../kernel/cast.ts';
import { choice, entries, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { peopleBodies } from '../bodies/system.ts';
import { groupBonds } from '../groups/system.ts';
import { groupRoutine, isGrown } from '../routine/settings.ts';
import { wild } from './state.ts';

/** How many animals each word stands for, as a multiple of what is usual. [d] */
const GAME = { none: 0, few: 0.4, some: 1, many: 2.2 } as const;

export const placeGame = entries('places', {
  animals: withDefault(choice(['none', 'few', 'some', 'many'], 'How many go about there at night.'), 'some'),
});

export function layGame(world: World, setup: Setup): void {
  for (const [key, { animals }] of setup.entries(placeGame)) {
    world.of(wild).animals.put(world.cast.mustRow(place, key), GAME[animals]);
  }
}

/** The hours of the night in which somebody ought to be up. */
const NIGHT_FROM = 22;
const NIGHT_UNTIL = 5;

/** A home with people of whom nobody could stand watch, or where all who could are asleep as a night begins. */
export function oddWatches(setup: Setup): Remark[] {
  const bodies = setup.entries(peopleBodies);
  const bonds = setup.entries(groupBonds);
  const routines = setup.entries(groupRoutine);
  const hour = Math.floor(setup.whole(begin)!.time / 3600) % 24;
  const atNight = hour >= NIGHT_FROM || hour < NIGHT_UNTIL;
  return [...setup.entries(groupNames).keys()].flatMap((key): Remark[] => {
    const people = peopleOf(setup).filter((each) => each.group === key);
    if (people.length === 0 || bonds.get(key)?.home === undefined) return [];
    const grown = people.filter((each) => isGrown(bodies.get(each.key)?.age));
    const path = ['groups', key];
    // Where the scenario says how many are to stand, that nobody can is an error already.
    if (grown.length === 0 && (routines.get(key)?.routine?.['on watch'] ?? 0) > 0) return [];
    if (grown.length === 0) {
      const message = `All of ${key} are too young or too old to stand watch: nobody ever will.`;
      const hint = `Give ${key} somebody from 16 to 69 years old.`;
      return [{ severity: 'warning', code: 'nobody-to-stand-watch', path, message, hint }];
    }
    if (!atNight || grown.some((each) => bodies.get(each.key)?.asleep !== true)) return [];
    const message = `All of ${key} who could stand watch are asleep as it begins: nobody sees anything this night.`;
    const hint = `Leave "asleep" out at one of them, ${grown[0].key} for instance.`;
    return [{ severity: 'warning', code: 'all-asleep', path, message, hint }];
  });
}
