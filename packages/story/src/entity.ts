import { group, peopleOf, person, place, state } from '@anchorhold/engine';
import type { TableDef, World } from '@anchorhold/engine';
import type { Entity } from './told.ts';

const KINDS = [
  [person, 'person'],
  [place, 'place'],
  [group, 'group'],
] as const;

/** For reading a living world: a function that makes of a row of a table what sentences speak of. */
export function entityNamer(world: World): (table: TableDef, row: number) => Entity {
  const pronouns = new Map(peopleOf(world.recipe.setup).map(({ key, pronoun }) => [key, pronoun]));
  return (table, row) => {
    const key = world.keyOf(table, row);
    const pronoun = (table === person ? pronouns.get(key) : null) ?? null;
    return {
      // A thing made while living has no name of its own, and is called what it is.
      name: world.cast.shownName(table, row) || table.id,
      kind: KINDS.find(([def]) => def === table)?.[1] ?? 'thing',
      key,
      ...(pronoun === null ? {} : { gender: pronoun }),
    };
  };
}

/** The shown name of somebody's side. */
export function sideName(world: World, who: number): string {
  return world.cast.shownName(group, world.of(state.member).group.raw[who] ?? -1);
}
