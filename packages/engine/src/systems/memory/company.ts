/** Whom people have by them: somebody close who is near takes the edge off what they fear, and lets them sleep. */
import { SECONDS, rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { repay } from '../bodies/sleep.ts';
import { body } from '../bodies/state.ts';
import { acquaintance } from '../bonds/state.ts';
import { grownClose } from '../feelings/appraising.ts';
import { position } from '../places/state.ts';
import { bedOf } from '../quarters/state.ts';
import { trauma } from './state.ts';

/** How close somebody has to be, 0..1, that their being there is any help. [d] */
const LEAST_CLOSE = 0.3;
/** How much more of what somebody owes in sleep a night makes up for beside the closest there is, as a share. [d, after m: sleep of those who are not alone] */
const RESTS = 0.5;

/** Of each hour, who is near to whom they are close: in the same place, or lodged there where both sleep. It is drift. */
export const keepCompany = rule('memory/keep-company', { phase: 'sense', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const { near, nearest } = world.of(trauma);
  const { alive, awake } = world.of(body);
  for (const who of beat.members) near.raw[who] = nearest.raw[who] = 0;
  const known = world.of(acquaintance);
  for (let row = 0; row < known.count; row++) {
    if (!known.isLive(row)) continue;
    const [who, whom] = [known.from.raw[row], known.to.raw[row]];
    if (alive.raw[who] === 0 || alive.raw[whom] === 0 || !isBeside(world, who, whom)) continue;
    const close = grownClose(world, row);
    if (close < LEAST_CLOSE || close <= near.raw[who]) continue;
    near.raw[who] = close;
    nearest.raw[who] = whom + 1;
  }
  for (const who of beat.members) {
    if (near.raw[who] > 0 && awake.raw[who] === 0) repay(world, who, beat.seconds * RESTS * near.raw[who]);
  }
});

function isBeside(world: World, who: number, whom: number): boolean {
  const { at, gone } = world.of(position);
  if (gone.raw[who] === 1 || gone.raw[whom] === 1) return false;
  const { awake } = world.of(body);
  if (awake.raw[who] === 0 && awake.raw[whom] === 0) return bedOf(world, who) === bedOf(world, whom);
  return at.raw[who] === at.raw[whom];
}

/** Seconds of a day. */
export const DAY = 24 * SECONDS.hour;
