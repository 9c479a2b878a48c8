/** Worlds in which what people have been through will not let go of them: in all its ways, and until it does. */
import type { World } from '../src/kernel/world.ts';
import { raised, stoodDown } from '../src/systems/alarms/events.ts';
import { burned, lit } from '../src/systems/fire/events.ts';
import { trauma } from '../src/systems/memory/state.ts';
import { position } from '../src/systems/places/state.ts';
import { shouted } from '../src/systems/voice/events.ts';
import { died, fell, wounded } from '../src/systems/wounds/system.ts';
import { mill } from './mill.fixture.ts';
import { band, happen, live, where, who } from './night.fixture.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const SEEDS = 5;
const NIGHTS = 12;

export function memoryPlayed(): World[] {
  return [...Array.from({ length: SEEDS }, (_, i) => haunted(i + 1)), bereft(), weary()];
}

/** Everybody carries all the trouble there is, on account of an event. */
function trouble(world: World, names: readonly string[], by: number): void {
  for (const name of names) world.of(trauma).harm.add(who(world, name), 1, by);
}

/** A siege long past, a wound, a death, a fire and a vow; then night after night of what is like them. */
function haunted(seed: number): World {
  const world = mill(
    {
      begin: 'summer, d1 20:00',
      Ada: 'at: yard',
      Cole: 'at: yard',
      people: ['Eve', 'Finn', 'Gus', 'Hal', 'Ike', 'Jo'].map((name) => `${name}: {at: yard}`).join('\n  '),
      more: 'siege: {of: mill folk, by: the band, since: 8d}',
      folk: 'routine: {on watch: 1, posts: [yard, mill]}',
    },
    { seed },
  );
  const yard = where(world, 'yard');
  const wound = { actor: -1, place: yard, region: 'arm', flow: 3, takes: 'nothing' } as const;
  const last = happen(world, wounded, { target: who(world, 'Cole'), ...wound });
  happen(world, burned, { actor: who(world, 'Eve'), place: yard });
  const vow = {
    actor: who(world, 'Bram'),
    target: who(world, 'Ada'),
    place: where(world, 'wood'),
    kind: 'vow',
  } as const;
  happen(world, shouted, vow);
  happen(world, died, { actor: who(world, 'Jo'), place: yard, group: band(world, 'mill folk'), of: 'wound' });
  live(world, HOUR);
  const names = ['Ada', 'Cole', 'Eve', 'Finn', 'Gus', 'Hal', 'Ike'];
  trouble(world, names, last);
  for (let night = 0; night < NIGHTS; night++) {
    live(world, DAY - 2 * HOUR);
    const watch = { actor: who(world, 'Finn'), group: band(world, 'mill folk'), place: where(world, 'field') };
    happen(world, raised, { ...watch, target: -1 });
    happen(world, stoodDown, { ...watch, found: 'nothing' });
    live(world, HOUR);
    happen(world, lit, { actor: who(world, 'Finn'), place: yard, how: 'kept' });
    happen(world, shouted, vow);
    live(world, HOUR);
    if (night === NIGHTS - 1) {
      const place = world.of(position).at.raw[who(world, 'Finn')];
      happen(world, fell, { actor: who(world, 'Finn'), place, group: band(world, 'mill folk'), from: 'fever' });
      live(world, HOUR);
    }
    trouble(world, night < NIGHTS / 2 ? names : [], last);
  }
  return live(world, 30 * DAY);
}

/** Somebody loses their wife, and a friend stays by them. */
function bereft(): World {
  const world = mill({
    Cole: 'at: yard, ties: {Eve: wife, Ada: friend}',
    Ada: 'at: yard',
    people: 'Eve: {at: yard}',
  });
  world.of(trauma).frail.raw[who(world, 'Cole')] = 4;
  const roles = { actor: who(world, 'Eve'), place: where(world, 'yard'), group: band(world, 'mill folk') };
  happen(world, died, { ...roles, of: 'wound' });
  return live(world, 24 * DAY);
}

/** Fight after fight, and then none. */
function weary(): World {
  const world = mill({ people: 'Eve: {}\n  Finn: {}' });
  const by = happen(world, lit, { actor: who(world, 'Ada'), place: where(world, 'yard'), how: 'kept' });
  for (const name of ['Ada', 'Cole']) world.of(trauma).toll.add(who(world, name), 0.6, by);
  return live(world, 55 * DAY);
}
