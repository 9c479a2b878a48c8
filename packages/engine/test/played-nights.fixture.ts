/** Worlds in which days and nights go by, and what the watch of a quiet night leaves out is done. */
import type { World } from '../src/kernel/world.ts';
import { body } from '../src/systems/bodies/state.ts';
import { fellAsleep } from '../src/systems/routine/events.ts';
import { position } from '../src/systems/places/state.ts';
import { roster } from '../src/systems/routine/state.ts';
import { died } from '../src/systems/wounds/system.ts';
import { mill } from './mill.fixture.ts';
import type { MillChanges } from './mill.fixture.ts';
import { all, band, clash, happen, live, where, who } from './night.fixture.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const NAMES = ['Ada', 'Cole', 'Eve', 'Finn', 'Gwen', 'Hal', 'Ike', 'Jo', 'Kim', 'Lea'];
const HOMELY: MillChanges = {
  begin: 'summer, d1 18:00',
  people: NAMES.slice(2)
    .map((name) => `${name}: {}`)
    .join('\n  '),
};
/** Seeds in which somebody who is spent has another stand, refuses, or stands all the same. */
const SEEDS = 12;

export function nightsPlayed(): World[] {
  const spent = Array.from({ length: SEEDS }, (_, i) => [spentBut(i + 1, ['Hal']), spentBut(i + 1, [])]);
  return [watchAfterFight(), besieged(), asleepOverWork(), ...spent.flat()];
}

/** A quiet night, a fight by day, and nights until nobody fears that they come again. */
function watchAfterFight(): World {
  const world = live(mill(HOMELY), DAY);
  asleepOnWatch(live(world, 5 * HOUR));
  live(world, 12 * HOUR);
  clash(world, 'the band');
  for (const name of ['Bram', 'Dirk']) {
    const place = where(world, 'wood');
    happen(world, died, { actor: who(world, name), place, group: band(world, 'the band'), of: 'wound' });
  }
  return live(world, 18 * DAY);
}

/** Somebody on watch falls asleep, and is found so. */
function asleepOnWatch(world: World): World {
  const actor = NAMES.map((name) => who(world, name)).find((each) => world.of(roster).on.raw[each] === 1);
  if (actor !== undefined) {
    happen(world, fellAsleep, { actor, place: world.of(position).at.raw[actor], over: 'watch' });
  }
  return world;
}

/** A watch that is set on account of a siege. */
function besieged(): World {
  return live(mill({ ...HOMELY, more: 'siege: {of: mill folk, by: the band, since: 8d}' }), DAY);
}

/** Somebody drops off over somebody whom they see to. */
function asleepOverWork(): World {
  const world = mill(HOMELY);
  happen(world, fellAsleep, { actor: who(world, 'Cole'), place: where(world, 'mill'), over: 'work' });
  return live(world, DAY);
}

/** Everybody but these is spent when the first watch is to be stood. */
function spentBut(seed: number, rested: readonly string[]): World {
  const world = live(mill(HOMELY, { seed }), 2 * HOUR);
  const [set] = all(world, 'routine/set-watch');
  for (const name of NAMES) if (!rested.includes(name)) world.of(body).owed.add(who(world, name), 45, set.id);
  return live(world, DAY);
}
