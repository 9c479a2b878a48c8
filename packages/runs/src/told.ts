import { readEvent } from '@anchorhold/engine';
import type { Clause, World } from '@anchorhold/engine';
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
  return history.events.map((event) => {
    const gather = world === null ? null : gatherer(world, event);
    return {
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
        return [{ id, as, group, time, kind, clause: cause.reason ?? cause.clause, roles: rolesOf(cause) }];
      }),
      ...(event.place === null ? {} : { place: entity('place', event.place) }),
      ...(gather === null ? {} : { gather }),
    };
  });
}

/** How several events of this one's kind are said as one; null where its system has no words for that. */
function gatherer(world: World, { kind }: RecordedEvent): ((ids: readonly number[]) => Clause) | null {
  const gather = world.ruleset.entryById(kind)?.words.gather;
  if (gather === undefined) return null;
  return (ids) => gather(ids.map((id) => readEvent(world, id).fields) as never);
}
