import { person, state } from '@anchorhold/engine';
import type { EventRecord, World } from '@anchorhold/engine';

/**
 * Whether somebody (a row of `person`) who had a part in an event, or noticed it, has it in mind still at a world's moment. What befell
 * nobody in particular is talked about, and known to all who ever knew of it. Reads, and changes nothing.
 */
export function recalls(world: World, who: number, { id, entry, roles }: EventRecord): boolean {
  const isOfPeople = Object.keys(roles).some((role) => entry.kind.roles[role]!.table === person);
  return !isOfPeople || state.remembers(world, who, id);
}
