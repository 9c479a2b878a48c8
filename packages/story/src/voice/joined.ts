import { rolesOf } from '../english/clause.ts';
import { identity } from '../english/names.ts';
import type { Roles } from '../english/phrase.ts';
import { entitiesOf } from '../english/phrase.ts';
import type { Entity, Told } from '../told.ts';
import type { Fact } from './fact.ts';
import { factOf, joinCauses, rolesIn } from './fact.ts';

/** Events that say the same but for who or what stands in one role. */
interface Joint {
  readonly events: Told[];
  role: string | null;
}

function filledOf(event: Told): Roles {
  return { ...rolesOf(event.roles), ...event.several };
}

function same(a: readonly Entity[] = [], b: readonly Entity[] = []): boolean {
  return a.length === b.length && a.every((one, at) => identity(one) === identity(b[at] ?? one));
}

function sideOf(event: Told): string {
  return event.roles['actor']?.side ?? '';
}

/** The one role in which the event says another thing than the joint does; null where it cannot be joined. */
function roleToJoin(joint: Joint, event: Told): string | null {
  const [first] = joint.events;
  if (first === undefined || first.kind !== event.kind || first.sums === true) return null;
  if (JSON.stringify(first.clause) !== JSON.stringify(event.clause) || sideOf(first) !== sideOf(event)) return null;
  const [one, other] = [filledOf(first), filledOf(event)];
  const differing = rolesIn(first.clause).filter((role) => !same(one[role], other[role]));
  const [role, ...more] = differing;
  if (role === undefined) return joint.role ?? '';
  return more.length === 0 && (joint.role === null || joint.role === '' || joint.role === role) ? role : null;
}

function apart(entities: readonly Entity[]): Entity[] {
  return [...new Map(entities.map((one) => [identity(one), one])).values()];
}

function factFrom({ events, role }: Joint): Fact {
  const [first] = events;
  if (first === undefined) throw new RangeError('nothing to join');
  const fact = factOf(first);
  if (events.length === 1 || role === null) return fact;
  const ids = events.flatMap(({ id, with: along = [] }) => [id, ...along]);
  const roles =
    role === '' ? fact.roles : { ...fact.roles, [role]: apart(events.flatMap((event) => filledOf(event)[role] ?? [])) };
  const { object, subject } = fact.clause;
  // An amount is that of every one.
  const each = role !== '' && 'role' in subject && subject.role === role && object !== undefined && 'noun' in object && object.unit !== undefined; // prettier-ignore
  return {
    ...fact,
    ...(each ? { clause: { ...fact.clause, manner: 'each' } } : {}),
    ids,
    until: events.at(-1)?.time ?? first.time,
    roles,
    actors: entitiesOf(fact.clause.subject, roles),
    // Each of several acted for reasons of their own.
    because:
      'role' in fact.clause.subject && fact.clause.subject.role === role ? [] : joinCauses(events.slice(0, 1), ids),
  };
}

/** Tells as one what several did in the same way, or one did to several: `Jace sent the rifles and the scouts to storm the barn`. */
export function joinedFacts(
  events: readonly Told[],
  mayJoin: (first: Told, event: Told) => boolean = () => true,
): Fact[] {
  const joints: Joint[] = [];
  for (const event of events) {
    const at = joints.findIndex(
      (joint) => roleToJoin(joint, event) !== null && joint.events.slice(0, 1).every((first) => mayJoin(first, event)),
    );
    const known = joints[at];
    if (known === undefined) joints.push({ events: [event], role: null });
    else {
      known.role = roleToJoin(known, event);
      known.events.push(event);
    }
  }
  return joints.map(factFrom);
}

/** What is told of a throng is told as it is, wherever there is room. */
export function alone(fact: Fact): Fact {
  return { ...fact, always: true, weight: fact.weight === 'detail' ? 'beat' : fact.weight };
}
