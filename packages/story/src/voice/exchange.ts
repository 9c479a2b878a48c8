import { isPlural, possessive } from '../english/nouns.ts';
import { entitiesOf } from '../english/phrase.ts';
import type { Entity, Told } from '../told.ts';
import type { Fact } from './fact.ts';
import { factOf, joinRoles } from './fact.ts';

/** An exchange ends with a pause so long, or after so long a time, seconds; what happened meanwhile is told then. */
const pauseWithin = 25;
const longest = 50;
/** Fewer acts are no exchange, and are told, if at all, by what came of them. */
const fewest = 4;
/** More than so many of a side are called by its name. */
const mostNamed = 4;
const mostPlaces = 2;

function sideOf(event: Told): string {
  return event.roles['actor']?.side ?? '';
}

/** Many of one side are said as the side. */
export function asSide(people: readonly Entity[], most: number): readonly Entity[] {
  const side = people[0]?.side;
  if (people.length <= most || side === undefined || people.some((one) => one.side !== side)) return people;
  // A side that bears the name of its place acts as its people.
  return [{ name: isPlural(side) || /['’]s /.test(side) ? side : `${possessive(side, false)} people`, kind: 'group' }];
}

function summed(events: readonly Told[], met: readonly Told[] = []): Fact {
  const [first] = events;
  if (first === undefined) throw new RangeError('nothing to sum up');
  const ids = events.map(({ id }) => id);
  const joint = joinRoles(events);
  const places = joint['place'] ?? [];
  const roles = {
    ...joint,
    actor: asSide(joint['actor'] ?? [], mostNamed),
    target: asSide(joint['target'] ?? [], 2),
    place: places.length <= mostPlaces ? places : [],
  };
  const hit = [...events, ...met].some(({ grave }) => grave === true);
  const replies = met[0]?.id;
  const say = replies !== undefined ? first.reply : first.gather;
  const clause = say?.(ids, hit) ?? first.clause;
  return {
    ...factOf(first),
    ids,
    until: events.at(-1)?.time ?? first.time,
    weight: 'beat',
    clause,
    roles,
    actors: entitiesOf(clause.subject, roles),
    place: places.length === 1 ? places[0] : undefined,
    // Each acted for reasons of their own; together they have none.
    because: [],
    exchange: true,
    ...(replies === undefined ? {} : { replies }),
  };
}

function isOver(window: readonly Told[], event: Told): boolean {
  const [first] = window;
  const last = window.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    (event.time - last.time > pauseWithin || event.time - first.time > longest)
  );
}

/** Acts that both sides repeat, such as shots, summed up over everybody: first one side, then how the other replied. */
export function exchangesOf(told: readonly Told[]): {
  readonly apart: readonly Told[];
  readonly exchanges: readonly Fact[];
} {
  const apart: Told[] = [];
  const exchanges: Fact[] = [];
  const open = new Map<string, Told[]>();
  const close = (kind: string) => {
    const window = open.get(kind) ?? [];
    open.delete(kind);
    if (window.length < fewest) return;
    const sides = new Map<string, Told[]>();
    for (const event of window) sides.set(sideOf(event), [...(sides.get(sideOf(event)) ?? []), event]);
    const [one, other, ...more] = [...sides.values()];
    if (one === undefined) return;
    exchanges.push(summed(one));
    if (other !== undefined) exchanges.push({ ...summed(other, one), time: one[0]?.time ?? 0 });
    for (const third of more) exchanges.push(summed(third));
  };
  for (const event of told) {
    if (event.reply === undefined) {
      apart.push(event);
      continue;
    }
    if (isOver(open.get(event.kind) ?? [], event)) close(event.kind);
    open.set(event.kind, [...(open.get(event.kind) ?? []), event]);
  }
  for (const kind of open.keys()) close(kind);
  return { apart, exchanges };
}
