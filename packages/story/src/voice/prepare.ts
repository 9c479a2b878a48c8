import { identity } from '../english/names.ts';
import { pick } from '../draw.ts';
import type { Entity, Told, ToldCause } from '../told.ts';

/** A reason older than this belongs to the past, seconds. */
export const longPast = 43_200;
const deepest = 6;

function isOld(cause: ToldCause, of: Told): boolean {
  return of.time - cause.time > longPast;
}

function sameActor(a: Told, b: Told): boolean {
  const [one, other] = [a.roles['actor'], b.roles['actor']];
  return one !== undefined && other !== undefined && identity(one) === identity(other);
}

/** The reasons worth giving: what merely passed them on is replaced by what stands behind it. */
function reasonsBehind(event: Told, byId: ReadonlyMap<number, Told>): ToldCause[] {
  const found = new Map<number, ToldCause>();
  const walk = (
    causes: readonly ToldCause[],
    group: number | null,
    pastOnly: boolean,
    depth: number,
    through: Told,
  ) => {
    for (const cause of causes) {
      const of = byId.get(cause.id);
      const old = isOld(cause, event);
      const as = of?.asCause ?? 'itself';
      // An old wrong is a reason of its own for what somebody does, not for what others do because of that.
      if (old && depth > 0 && !sameActor(through, event)) continue;
      const kept = { ...cause, as: old ? 'reason' : cause.as, group: old ? -cause.id : (group ?? cause.group) };
      if (old || (as === 'itself' && !pastOnly)) {
        if (!found.has(cause.id)) found.set(cause.id, kept);
      } else if (of !== undefined && depth < deepest && (as === 'behind' || as === 'past')) {
        walk(of.because, group ?? cause.group, pastOnly || as === 'past', depth + 1, of);
      }
    }
  };
  walk(event.because, null, event.asCause === 'past', 0, event);
  return [...found.values()];
}

/** What an event is told with: nothing where it ends what its reasons began; what comes back to somebody, and not what brought it back. */
function reasonsFor(event: Told, byId: ReadonlyMap<number, Told>): ToldCause[] {
  if (event.ends === true) return [];
  return event.recalls === true ? event.because.slice(0, 1) : reasonsBehind(event, byId);
}

function apart(entities: readonly Entity[]): Entity[] {
  return [...new Map(entities.map((one) => [identity(one), one])).values()];
}

/** The event with those who took it up, who stand in the role `those`. */
function withHeeders(event: Told, cameOf: readonly Told[]): Told {
  const { heeded } = event;
  if (heeded === undefined) return event;
  const taken = cameOf.filter(({ kind }) => kind === heeded.by);
  const all = apart(taken.flatMap(({ roles }) => roles[heeded.who] ?? []));
  if (all.length === 0) return event;
  const { actor } = event.roles;
  const those = all.filter((one) => actor === undefined || identity(one) !== identity(actor));
  return {
    ...event,
    clause: heeded.tell({ self: those.length < all.length, others: those.length }),
    several: { those },
    with: taken.map(({ id }) => id),
  };
}

/** Whether it is the arrival at the goal of an order that set it going. */
function arrives(event: Told, byId: ReadonlyMap<number, Told>): boolean {
  const { place } = event.roles;
  if (event.weight !== 'detail' || event.place === undefined || place === undefined) return false;
  let edge: readonly ToldCause[] = event.because;
  for (let depth = 0; depth < 3; depth++) {
    const found = edge.flatMap(({ id }) => byId.get(id) ?? []);
    const goal = found.find(({ heeded }) => heeded !== undefined)?.roles['goal'];
    if (goal !== undefined) return identity(goal) === identity(place);
    edge = found.flatMap(({ because }) => because);
  }
  return false;
}

/** The events as a voice tells them: reasons seen through, orders with those who followed, one of several wordings drawn. */
export function prepared(told: readonly Told[]): Told[] {
  const byId = new Map(told.map((event) => [event.id, event]));
  const cameOf = new Map<number, Told[]>();
  for (const event of told) {
    for (const { id } of event.because) cameOf.set(id, [...(cameOf.get(id) ?? []), event]);
  }
  return told
    .filter(
      ({ because, unsaidAfter }) => unsaidAfter === undefined || !because.some(({ kind }) => kind === unsaidAfter),
    )
    .map((event) => {
      const { variants = [], clause, key } = event;
      const worded = {
        ...event,
        clause: pick([clause, ...variants], key, 'wording'),
        ...(arrives(event, byId) ? { weight: 'beat' as const, arrives: true as const } : {}),
      };
      const came = cameOf.get(event.id) ?? [];
      const grave = came.some(({ weight }) => weight === 'turn');
      return withHeeders({ ...worded, grave, because: reasonsFor(event, byId) }, came);
    });
}
