/** Settlements on whose watch it tells: people who dread, animals that go about, and a band that sends somebody to look. */
import type { LivingOptions } from '../src/kernel/create.ts';
import { group, person } from '../src/kernel/tables.ts';
import type { World } from '../src/kernel/world.ts';
import { raised } from '../src/systems/alarms/events.ts';
import { fear } from '../src/systems/dread/state.ts';
import { campaign } from '../src/systems/engagement/state.ts';
import { side } from '../src/systems/groups/state.ts';
import { position } from '../src/systems/places/state.ts';
import { broke } from '../src/systems/resolve/system.ts';
import { roster } from '../src/systems/routine/state.ts';
import { mill } from './mill.fixture.ts';
import type { MillChanges } from './mill.fixture.ts';
import { all, band, happen, live, where, who } from './night.fixture.ts';

const HOUR = 3600;
export const FOLK = ['Ada', 'Cole', 'Eve', 'Finn', 'Gwen', 'Hal', 'Ike', 'Jo', 'Kim', 'Lea'];

/** Ten people at the mill with two on watch in the yard, in autumn; `dread` is what all but Ada begin with. */
export function watchful(changes: MillChanges = {}, options: LivingOptions = {}, dread = ''): World {
  const fields = dread === '' ? '{}' : `{dread: ${dread}}`;
  const people = FOLK.slice(2).map((name) => `${name}: ${fields}`);
  return mill(
    {
      begin: 'autumn, d1 18:00, overcast',
      people: [...people, changes.people ?? ''].join('\n  '),
      folk: 'routine: {on watch: 2, posts: [yard]}',
      ...(dread === '' ? {} : { Cole: `dread: ${dread}` }),
      ...without(changes),
    },
    options,
  );
}

function without(changes: MillChanges): MillChanges {
  const rest: Record<string, string> = {};
  for (const [name, value] of Object.entries(changes)) if (name !== 'people') rest[name] = value as string;
  return rest;
}

/** Live so many days with everybody's dread held where it is wanted, by the hour. */
export function dreading(world: World, days: number, dread: number): World {
  for (let hour = 0; hour < days * 24; hour++) {
    for (let row = 0; row < world.of(person).count; row++) world.of(fear).dread.raw[row] = dread;
    live(world, HOUR);
  }
  return world;
}

/** Live until an hour of the day, at least one hour on. */
export function untilHour(world: World, hour: number): World {
  do live(world, HOUR - (world.time % HOUR));
  while (Math.floor(world.time / HOUR) % 24 !== hour);
  return world;
}

/** Somebody on watch raises the alarm; `target` is who is really there. Returns the event's id. */
export function raise(world: World, target = -1, place = where(world, 'wood')): number {
  const actor = FOLK.map((name) => who(world, name)).find((each) => world.of(roster).on.raw[each] === 1);
  if (actor === undefined) throw new Error('nobody stands watch');
  return happen(world, raised, { actor, target, group: band(world, 'mill folk'), place });
}

/** One alarm at one in the morning of each of so many nights; how many turned out for each. */
export function alarmsInARow(world: World, nights: number): number[] {
  const out: number[] = [];
  for (let night = 0; night < nights; night++) {
    untilHour(world, 1);
    const id = raise(world);
    live(world, 2 * HOUR);
    out.push((all(world, 'alarms/turned-out', id)[0]?.data['people'] as number | undefined) ?? 0);
  }
  return out;
}

/** A band of eight was beaten off and has drawn off out of reach; its leader, Bram, bears Ada a grudge. */
export function beatenOff(options: LivingOptions = {}, changes: MillChanges = {}): World {
  const past = 'past: [{did: betray, whom: Bram, ago: 300d}]';
  const world = watchful({ Ada: past, band: 'extras: 6', ...changes }, options);
  const of = band(world, 'the band');
  const place = where(world, 'wood');
  const id = happen(world, broke, { actor: who(world, 'Dirk'), place, group: of });
  for (let each = 0; each < world.of(group).count; each++) {
    world.of(campaign).state.put(each, 2);
    world.of(campaign).endedBy.put(each, id);
  }
  for (let row = 0; row < world.of(person).count; row++) {
    if (world.of(side).home.raw[of] === 0 && !FOLK.includes(world.keyOf(person, row)))
      world.of(position).gone.put(row, 1);
  }
  return world;
}
