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
 * A decree's kind, and its fields as rules would write them; null where an event that it speaks of has not happened, or
 * something that is made while living has not been made. Throws Error where there can be no such event at all.
 */
export function fieldsOf(world: World, { kind, roles, data }: Decree): DecreedFields | null {
  const entry = world.ruleset.entryById(kind);
  if (entry === null) throw new Error(`"${kind}" is no kind of event`);
  const fields: Record<string, unknown> = { ...data };
  for (const [role, name] of Object.entries(roles)) {
    const spec = entry.kind.roles[role];
    if (spec === undefined) throw new Error(`${kind} has no role "${role}"`);
    fields[role] = world.rowOf(spec.table, name);
    if (fields[role] !== -1) continue;
    if (name.includes(`/${spec.table.id} `)) return null;
    throw new Error(`${kind}: there is no ${spec.table.id} "${name}" to be its ${role}`);
  }
  for (const name of entry.data) {
    if (entry.kind.data[name].datum === 'event' && (data[name] as number) > world.chronicle.length) return null;
  }
  mustHold(world, entry, fields);
  return { entry, fields };
}

interface DecreedFields {
  readonly entry: KindEntry;
  readonly fields: Record<string, unknown>;
}
