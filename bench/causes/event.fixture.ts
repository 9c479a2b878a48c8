import type { EventRecord, KindEntry, StatedCause } from '@anchorhold/engine';
import { eventKind, oneOf, person, place, real, role, aboutEvent } from '@anchorhold/engine';

const hit = eventKind('test/hit', {
  roles: { actor: role(person), place: role(place) },
  data: { depth: real('mm'), where: oneOf(['arm', 'leg']), of: aboutEvent },
});
const entry = { kind: hit, roles: ['actor', 'place'], data: ['depth', 'where', 'of'] } as unknown as KindEntry;

/** An event as it stands in a chronicle, all alike but for what is given. */
export function eventOf(id: number, given: Partial<EventRecord> = {}): EventRecord {
  const roles = { actor: 0, place: 0 };
  const data = { depth: 8, where: 'arm', of: 0 };
  return {
    id,
    key: 'a',
    time: id,
    kind: hit.id,
    entry,
    roles,
    data,
    fields: {},
    because: [],
    outside: false,
    witnesses: [],
    ...given,
  };
}

/** A cause that stands alone, or jointly with others of its group. */
export const because = (id: number, group = 0): StatedCause => ({ id, as: 'reason', group });
