import type { Decree } from './log.ts';
import type { KindEntry } from './ruleset.ts';
import type { World } from './world.ts';

/**
 * What the types say of an event's fields, for those who call without them, and what they cannot say: whole numbers, rows
 * that are there. Throws Error with the first field that cannot be held.
 */
export function mustHold(world: World, entry: KindEntry, fields: Readonly<Record<string, unknown>>): void {
  const refuse = (name: string, wanted: string): never => {
    throw new Error(`${entry.kind.id}: the field "${name}" is ${String(fields[name])}; it must be ${wanted}`);
  };
  for (const name of entry.roles) {
    const spec = entry.kind.roles[name];
    const row = (fields[name] as number | undefined) ?? -1;
    if (row === -1 && spec.optional) continue;
    if (!Number.isInteger(row) || !world.arena.of(spec.table).isLive(row)) refuse(name, `a row of ${spec.table.id}`);
  }
  for (const name of entry.data) {
    const spec = entry.kind.data[name];
    const value = fields[name];
    if (spec.datum === 'real') {
      if (typeof value !== 'number' || !Number.isFinite(value)) refuse(name, 'a finite number');
    } else if (spec.datum === 'choice') {
      if (!spec.of.includes(value as string)) refuse(name, `one of ${spec.of.join(', ')}`);
    } else if (spec.datum === 'flag') {
      if (typeof value !== 'boolean') refuse(name, 'true or false');
    } else if (spec.datum === 'event') {
      const known = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= world.chronicle.length;
      if (!known) refuse(name, 'the id of an event, or 0');
    } else if ((Number(value) | 0) !== value) refuse(name, 'a 32-bit integer');
  }
}

/**
 * A decree's kind, and its fields as rules would write them. Throws Error where the kind or somebody in its roles is unknown,
 * or where a field has what it cannot hold.
 */
export function fieldsOf(
  world: World,
  { kind, roles, data }: Decree,
): { entry: KindEntry; fields: Record<string, unknown> } {
  const entry = world.ruleset.entryById(kind);
  if (entry === null) throw new Error(`"${kind}" is no kind of event`);
  const fields: Record<string, unknown> = { ...data };
  for (const [role, name] of Object.entries(roles)) {
    const spec = entry.kind.roles[role];
    if (spec === undefined) throw new Error(`${kind} has no role "${role}"`);
    fields[role] = world.rowOf(spec.table, name);
    if (fields[role] === -1) throw new Error(`${kind}: there is no ${spec.table.id} "${name}" to be its ${role}`);
  }
  mustHold(world, entry, fields);
  return { entry, fields };
}
