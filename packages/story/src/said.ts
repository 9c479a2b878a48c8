import { group, peopleOf, person, place } from '@anchorhold/engine';
import type { EventRecord, TableDef, World } from '@anchorhold/engine';
import type { Entity } from './told.ts';
import { sayPlainly, withAside } from './voice/plain.ts';

const KINDS = [
  [person, 'person'],
  [place, 'place'],
  [group, 'group'],
] as const;

/** For reading a living world: a function that gives a row as somebody or something that sentences can speak of. */
export function entitiesIn(world: World): (table: TableDef, row: number) => Entity {
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

/**
 * For reading a living world: a function that says its events, each as one plain English sentence with names throughout.
 * The voices tell a history; this only says what is asked for.
 */
export function eventSayer(world: World): (event: EventRecord) => string {
  const entityOf = entitiesIn(world);
  return ({ entry, roles, fields, time }) => {
    const entities: Record<string, Entity> = {};
    for (const [role, row] of Object.entries(roles)) entities[role] = entityOf(entry.kind.roles[role]!.table, row);
    const aside = entry.words.aside?.(world, fields as never, time);
    return withAside(sayPlainly(entry.words.tell(fields as never), entities), aside);
  };
}
