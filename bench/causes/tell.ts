import type { EventRecord } from '@anchorhold/engine';
import type { History } from './history.ts';

/** An event in short, to find it again: id, kind, and who has which part in it. */
export function nameOf({ end: world }: History, { id, kind, roles, entry }: EventRecord): string {
  const parts = Object.entries(roles).map(
    ([role, row]) => `${role} ${world.keyOf(entry.kind.roles[role]!.table, row)}`,
  );
  return `${id} ${kind} (${parts.join(', ')})`;
}
