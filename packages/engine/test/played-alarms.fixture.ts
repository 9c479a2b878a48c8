/** Worlds in which the watch sees what is there, and what is not. */
import type { World } from '../src/kernel/world.ts';
import { campaign } from '../src/systems/engagement/state.ts';
import { grewAfraid } from '../src/systems/dread/events.ts';
import { beatenOff, dreading, raise, untilHour, watchful } from './alarms.fixture.ts';
import { all, band, happen, live, who } from './night.fixture.ts';

const HOUR = 3600;
const NIGHTS = 20;
const SEEDS = [1, 2];

export function alarmsPlayed(): World[] {
  return [
    watchful({}, {}, 'low'),
    live(watchful({}, {}, 'middling'), 20 * HOUR),
    live(watchful({ Eve: 'dread: high' } as object, {}, 'high'), 20 * 24 * HOUR),
    fought(),
    ...SEEDS.flatMap((seed) => [jumpy(seed), dreading(beatenOff({ seed }), NIGHTS, 0.6)]),
  ];
}

/** Nights in fog and wind with people who start at everything, until nobody gets up any more. */
function jumpy(seed: number): World {
  return dreading(watchful({ begin: 'autumn, d1 18:00, fog, wind' }, { seed }), NIGHTS, 1);
}

/** An alarm that came before a fight. */
function fought(): World {
  const world = untilHour(watchful(), 1);
  raise(world);
  live(world, HOUR / 2);
  const later = happen(world, grewAfraid, { actor: who(world, 'Ada'), level: 'low' });
  if (all(world, 'alarms/turned-out').length === 0) live(world, HOUR / 2);
  world.of(campaign).endedBy.put(band(world, 'mill folk'), later);
  return live(world, 2 * HOUR);
}
