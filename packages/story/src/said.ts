import type { EventRecord, World } from '@anchorhold/engine';
import { entityNamer } from './entity.ts';
import { sayPlainly, withAside } from './voice/plain.ts';

/**
 * For reading a living world: a function that says its events, each as one plain English sentence with names throughout.
 * The voices tell a history; this only says what is asked for.
 */
export function eventSayer(world: World): (event: EventRecord) => string {
  const entity = entityNamer(world);
  return ({ entry, roles, fields, time }) => {
    const entities = Object.fromEntries(
      Object.entries(roles).map(([role, row]) => [role, entity(entry.kind.roles[role]!.table, row)]),
    );
    const aside = entry.words.aside?.(world, fields as never, time);
    return withAside(sayPlainly(entry.words.tell(fields as never), entities), aside);
  };
}
