import { person, readEvent } from '@anchorhold/engine';
import type { Scar, World } from '@anchorhold/engine';
import type { Entity, Told } from '@anchorhold/story';
import { entitiesByName, entityId } from './history.ts';
import type { History, RecordedEvent } from './history.ts';

/**
 * A history made ready for the voices. It needs nothing but what the chronicle holds. With `world` (the run's end, under
 * the rules that it was lived under) acts that were repeated can also be summed up in the words of their system.
 */
export function toldOf(history: History, world: World | null = null): Told[] {
  const entities = entitiesByName(history.names);
  const kinds = new Map(
    history.kinds.map((kind) => [kind.id, new Map(kind.roles.map((role) => [role.name, role.table]))]),
  );
  const entity = (table: string | undefined, key: string): Entity =>
    entities.get(entityId(table ?? '', key)) ?? { name: key, kind: 'thing', key };
  const rolesOf = (event: RecordedEvent): Record<string, Entity> =>
    Object.fromEntries(
      Object.entries(event.roles).map(([role, key]) => [role, entity(kinds.get(event.kind)?.get(role), key)]),
    );
  const byId = new Map(history.events.map((event) => [event.id, event]));
  return history.events.map((event) => ({
    id: event.id,
    key: event.key,
    time: event.time,
    kind: event.kind,
    weight: event.weight,
    clause: event.clause,
    roles: rolesOf(event),
    because: event.because.flatMap(({ id, as, group }) => {
      const cause = byId.get(id);
      if (cause === undefined) return [];
      const { time, kind } = cause;
      const scar = world === null ? null : scarOf(world, cause);
      const clause = cause.reason ?? cause.clause;
      return [{ id, as, group, time, kind, clause, roles: rolesOf(cause), ...(scar === null ? {} : { scar }) }];
    }),
    noticed: event.witnesses.map(({ name }) => entity(person.id, name)),
    ...(event.place === null ? {} : { place: entity('place', event.place) }),
    ...(world === null ? {} : { ...wordsOf(world, event), ...lastingOf(world, event, rolesOf(event)) }),
  }));
}

/** What goes on from an event, and which of a settlement's affairs it belongs to. */
function lastingOf(
  world: World,
  { id, kind }: RecordedEvent,
  roles: Readonly<Record<string, Entity>>,
): Pick<Told, 'lasting' | 'affair'> {
  const entry = world.ruleset.entryById(kind);
  const affair = world.ruleset.systems.find((system) => system.id === entry?.system)?.affair;
  const lasting = entry?.words.lasting?.(readEvent(world, id).fields as never) ?? [];
  const about = lasting.flatMap(({ of, ...rest }) => {
    const who = of === undefined ? null : roles[of];
    return who === undefined ? [] : [{ ...rest, of: who }];
  });
  return { ...(affair === undefined ? {} : { affair }), ...(about.length === 0 ? {} : { lasting: about }) };
}

function scarOf(world: World, { id, kind }: RecordedEvent): Scar<string> | null {
  const leaves = world.ruleset.entryById(kind)?.words.leaves;
  return leaves?.(readEvent(world, id).fields as never) ?? null;
}

/** What the system's words say of the event beyond its clause. */
function wordsOf(
  world: World,
  { id, kind }: RecordedEvent,
): Pick<
  Told,
  | 'gather'
  | 'reply'
  | 'sum'
  | 'heeded'
  | 'variants'
  | 'asCause'
  | 'ends'
  | 'unsaidAfter'
  | 'sums'
  | 'learned'
  | 'recalls'
  | 'inThrong'
> {
  const words = world.ruleset.entryById(kind)?.words;
  if (words === undefined) return {};
  const { gather, reply, sum, heeded, variants, asCause, ends, unsaidAfter, sums, learned, recalls, inThrong } = words;
  const fieldsOf = (one: number) => readEvent(world, one).fields as never;
  const summed =
    (sum: typeof gather) =>
    (ids: readonly number[], hit = true) =>
      sum!(ids.map(fieldsOf) as never, hit);
  return {
    ...(gather === undefined ? {} : { gather: summed(gather) }),
    ...(reply === undefined ? {} : { reply: summed(reply) }),
    ...(sum === undefined ? {} : { sum: (ids: readonly number[]) => sum(ids.map(fieldsOf)) }),
    ...(variants === undefined ? {} : { variants: variants(fieldsOf(id)) }),
    ...(asCause === undefined ? {} : { asCause: asCause(fieldsOf(id)) }),
    ...(sums === undefined ? {} : { sums }),
    ...(learned === undefined ? {} : { learned }),
    ...(recalls === undefined ? {} : { recalls }),
    ...(inThrong === undefined ? {} : { inThrong: typeof inThrong === 'function' ? inThrong(fieldsOf(id)) : inThrong }),
    ...(ends === undefined ? {} : { ends }),
    ...(unsaidAfter === undefined ? {} : { unsaidAfter }),
    ...(heeded === undefined
      ? {}
      : { heeded: { by: heeded.by, who: heeded.who, tell: (taken) => heeded.tell(fieldsOf(id), taken) } }),
  };
}
