/** Days at a mill where all are afraid, whoever leads them too. */
import type { World } from '../src/kernel/world.ts';
import { dreading, watchful } from './alarms.fixture.ts';
import { live } from './night.fixture.ts';

const SEEDS = [1, 2, 3];
const AFRAID_DAYS = 6;
const QUIET_DAYS = 6;

export function leadingPlayed(): World[] {
  return SEEDS.map((seed) =>
    live(dreading(watchful({ Ada: 'dread: high' }, { seed }, 'high'), AFRAID_DAYS, 0.8), QUIET_DAYS * 86_400),
  );
}
