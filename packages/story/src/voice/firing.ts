import { identity } from '../english/names.ts';
import type { Entity, Told } from '../told.ts';
import type { Clause } from '../words.ts';
import { asSide } from './exchange.ts';
import type { Fact } from './fact.ts';
import { factOf, joinRoles } from './fact.ts';

/** Fewer rounds in a phase are not worth saying. */
const fewest = 15;
/** Places from which less than this share of the rounds came are left out, out of so many at most. */
const leastShare = 0.2;
const mostPlaces = 3;
/** One side fires more than so many times as much as the other: then each is told. */
const lopsided = 2.5;
/** Seconds after its beginning at which it is told. */
const WARM = 40;
/** More than so many who fire are told as their side. */
const mostNamed = 1;

/** The places where most of it happened, in order of how much. */
function mainPlaces(events: readonly Told[]): Entity[] {
  const counts = new Map<string, { place: Entity; count: number }>();
  for (const { roles } of events) {
    const place = roles['place'];
    if (place === undefined) continue;
    const known = counts.get(identity(place)) ?? { place, count: 0 };
    counts.set(identity(place), { place, count: known.count + 1 });
  }
  return [...counts.values()]
    .filter(({ count }) => count >= events.length * leastShare)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostPlaces)
    .map(({ place }) => place);
}

/** The firing is told a little after it began: what set it off comes first. */
function since(begin: number, events: readonly Told[]): number {
  const first = Math.max(begin, events[0]?.time ?? begin);
  return first + Math.min(WARM, Math.floor(((events.at(-1)?.time ?? first) - first) / 3));
}

function side(events: readonly Told[], begin: number, met: readonly Told[]): Fact {
  const [first] = events;
  if (first === undefined) throw new RangeError('nobody fired');
  const ids = events.map(({ id }) => id);
  const joint = joinRoles(events);
  const grave = [...events, ...met].some((event) => event.grave === true);
  const replies = met[0]?.id;
  const clause = (replies === undefined ? first.gather : first.reply)?.(ids, grave) ?? first.clause;
  const actor = asSide(joint['actor'] ?? [], mostNamed);
  return {
    ...factOf(first),
    ids,
    time: since(begin, replies === undefined ? events : met),
    until: Math.max(events.at(-1)?.time ?? 0, met.at(-1)?.time ?? 0),
    weight: 'beat',
    clause,
    roles: { ...joint, actor, target: asSide(joint['target'] ?? [], 2), place: mainPlaces(events) },
    actors: actor,
    place: undefined,
    because: [],
    exchange: true,
    ...(replies === undefined ? {} : { replies }),
  };
}

/** What two sides fired at each other, as one. */
function both(one: readonly Told[], other: readonly Told[], begin: number, nth: number): Fact {
  const all = [...one, ...other].sort((a, b) => a.time - b.time || a.id - b.id);
  const [first] = all;
  if (first === undefined) throw new RangeError('nobody fired');
  const places = [...mainPlaces(one).slice(0, 2), ...mainPlaces(other).slice(0, 2)];
  const place = [...new Map(places.map((each) => [identity(each), each])).values()];
  const count = all.length;
  const where = place.length === 0 ? [] : [{ by: place.length === 1 ? 'in' : 'between', phrase: { role: 'place' } }];
  const along = place.length === 0 ? [] : [{ by: 'from', phrase: { role: 'place' } }];
  const rounds = { noun: 'round', count };
  const ways: readonly Clause[] = [
    { verb: 'go', subject: rounds, complement: 'back and forth', complements: where },
    { verb: 'fire', subject: { noun: 'both sides', of: 'none' }, complements: along },
    { verb: 'trade', subject: { noun: 'both sides', of: 'none' }, object: rounds, complements: where },
    { verb: 'go on', subject: { noun: 'firing', of: 'the' }, complements: where },
  ];
  const clause = ways[nth % ways.length] ?? ways[0];
  if (clause === undefined) throw new RangeError('no way to say it');
  return {
    ...factOf(first),
    ids: all.map(({ id }) => id),
    time: since(begin, all),
    until: all.at(-1)?.time ?? first.time,
    weight: 'beat',
    clause,
    roles: { place },
    actors: [],
    place: undefined,
    because: [],
    exchange: true,
  };
}

/** All the firing of a phase, the `nth` of them, in one of several ways of saying it: how many rounds a side fired from where, and how the other side replied. */
export function firingIn(events: readonly Told[], begin: number, nth = 0): Fact[] {
  const sides = new Map<string, Told[]>();
  for (const event of events) {
    const name = event.roles['actor']?.side ?? '';
    sides.set(name, [...(sides.get(name) ?? []), event]);
  }
  const rounds = events.length;
  const [one = [], other = []] = [...sides.values()].sort((a, b) => b.length - a.length);
  if (rounds < fewest) return [];
  if (other.length * lopsided > one.length) return [both(one, other, begin, nth)];
  return other.length === 0 ? [side(one, begin, [])] : [side(one, begin, []), side(other, begin, one)];
}
