/** Worlds in which barriers and fires do what few nights show. */
import { fell } from '../src/systems/wounds/events.ts';
import { breached, cracked } from '../src/systems/barriers/events.ts';
import { barrier } from '../src/systems/barriers/state.ts';
import { lit } from '../src/systems/fire/events.ts';
import { received } from '../src/systems/orders/receiving.ts';
import { position } from '../src/systems/places/state.ts';
import { setOut } from '../src/systems/places/system.ts';
import { nerves } from '../src/systems/resolve/state.ts';
import { believe } from '../src/kernel/beliefs.ts';
import { body } from '../src/systems/bodies/state.ts';
import { isAt } from '../src/systems/sight/state.ts';
import type { World } from '../src/kernel/world.ts';
import { mill } from './mill.fixture.ts';
import type { MillChanges } from './mill.fixture.ts';
import { band, clash, happen, live, where, who } from './night.fixture.ts';

const APART = 'isle: {like: cellar}\n  rock: {like: cellar}\n  shed: {like: shed, next to: [yard, mill]}';

export function wallsPlayed(): World[] {
  return [
    ...atTheFence(),
    climbs(),
    undone(),
    ...[1, 2, 3, 4].map((seed) => ablaze(seed)),
    ...[1, 2, 3, 4, 5, 6].map((seed) => thrown(seed)),
    mendedAfter((world) => breach(world, 'broken')),
    mendedAfter((world) => breach(world, 'broken'), 'stores: { mill: { timber: 400 kg } }'),
    mendedAfter((world) => breach(world, 'opened')),
    mendedAfter((world) => happen(world, cracked, { barrier: fence(world), place: where(world, 'yard') })),
  ];
}

function fenced(like: string, changes: MillChanges = {}): World {
  const more = `barriers:\n  the fence: { between: [yard, field], like: ${like} }`;
  const world = mill({ Ada: 'at: isle', Cole: 'at: isle', Bram: 'at: field', places: APART, ...changes, more });
  clash(world, 'the band');
  return world;
}
const tell = (world: World, name: string, task: 'breach' | 'hold' | 'storm', goal: string): number =>
  happen(world, received, { actor: who(world, name), target: who(world, name), goal: where(world, goal), task });

/** Bram works at the fence until something stops him, or nothing does. */
function atTheFence(): World[] {
  const stops: ((world: World, bram: number) => void)[] = [
    () => {},
    (world, bram) => {
      const place = where(world, 'field');
      happen(world, fell, { actor: bram, place, group: band(world, 'the band'), from: 'blow' });
    },
    (world, bram) => world.of(nerves).suppression.add(bram, 40, 1),
    (world, bram) => world.of(nerves).strain.add(bram, 40, 1),
    (world) => tell(world, 'Bram', 'hold', 'field'),
    (world, bram) => {
      const word = { place: where(world, 'field'), confidence: 1, source: 1 };
      world.of(position).at.put(who(world, 'Ada'), where(world, 'field'));
      believe(world, bram, isAt, who(world, 'Ada'), word);
    },
  ];
  return stops.map((stop) => {
    const world = fenced('palisade', { Dirk: 'at: rock' });
    tell(world, 'Bram', 'breach', 'yard');
    live(world, 40);
    stop(world, who(world, 'Bram'));
    return live(world, 450);
  });
}

function climbs(): World {
  const world = fenced('wagon barricade');
  tell(world, 'Bram', 'storm', 'yard');
  return live(world, 90);
}

function undone(): World {
  const world = fenced('barred door', { Bram: 'at: yard' });
  happen(world, setOut, {
    actor: who(world, 'Bram'),
    place: where(world, 'yard'),
    goal: where(world, 'field'),
    pace: 'running',
  });
  return live(world, 60);
}

/** The shed burns: people of the mill see it, smell it, fight it; somebody lies in it; it goes over to the mill. */
function ablaze(seed: number): World {
  const changes = {
    Ada: 'at: yard',
    Cole: `at: shed, asleep: ${seed % 2 === 0}`,
    Bram: 'at: rock',
    Dirk: 'at: rock',
    places: APART.replace('rock: {like: cellar}', 'rock: {like: cellar, burning: watch fire}'),
    more: 'barriers:\n  the door: { between: [mill, shed], like: barricaded door }',
    people: 'Eve: {at: mill, asleep: true}',
    lasts: '6h',
  };
  const world = mill(changes, { seed });
  clash(world, 'the band');
  if (seed > 2) world.of(body).down.put(who(world, 'Cole'), 1);
  happen(world, lit, { place: where(world, 'shed'), how: 'set' });
  if (seed === 2) happen(world, breached, { actor: -1, barrier: 0, place: where(world, 'mill'), how: 'burnt' });
  live(world, 60);
  if (seed === 1) tell(world, 'Ada', 'hold', 'field');
  // Nobody is left to fight it.
  if (seed > 3) world.of(position).at.put(who(world, 'Ada'), where(world, 'isle'));
  return live(world, 5 * 3600);
}

function thrown(seed: number): World {
  const changes = { Ada: 'at: mill', Cole: 'at: isle', Bram: 'at: yard, firebombs: 3, rounds: 0', places: APART };
  const world = mill({ ...changes, Dirk: 'at: rock' }, { seed });
  const source = clash(world, 'the band');
  tell(world, 'Bram', 'storm', 'yard');
  believe(world, who(world, 'Bram'), isAt, who(world, 'Ada'), { place: where(world, 'mill'), confidence: 1, source });
  return live(world, 300);
}

const fence = (world: World): number => world.cast.mustRow(barrier, 'the fence');
const breach = (world: World, how: 'broken' | 'opened'): number =>
  happen(world, breached, { actor: who(world, 'Bram'), barrier: fence(world), place: where(world, 'yard'), how });

/** What is broken while the band is elsewhere is mended by the next day. */
function mendedAfter(breaks: (world: World) => number, stores = ''): World {
  const more = `barriers:\n  the fence: { between: [yard, field], like: barred gate }\n${stores}`;
  const world = mill({ more });
  breaks(world);
  return live(world, 30 * 3600);
}
