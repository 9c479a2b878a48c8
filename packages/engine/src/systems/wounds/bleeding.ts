import { reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { died, fell, weakened } from './events.ts';
import { BLOOD_ML, FAINT_AT, able, vitals, wound } from './state.ts';
import { runUntilNow } from './volume.ts';

/** Blood runs; levels are crossed. Each is reckoned from where they were last, however finely they lived meanwhile. */
export const bleed = rule('wounds/bleed', { phase: 'settle', at: ['second', 'minute', 'hour'] }, (world, beat) => {
  const state = world.of(vitals);
  const bodies = world.of(body);
  if (world.of(wound).liveCount === 0) return;
  for (const who of beat.members) {
    if (state.wounds.raw[who] === 0 || bodies.alive.raw[who] === 0) continue;
    if (state.open.raw[who] === 0 && state.lost.raw[who] === 0 && state.thin.raw[who] === 0) {
      state.reckoned.raw[who] = world.time;
      continue;
    }
    runUntilNow(world, who);
    const share = state.lost.raw[who] / BLOOD_ML;
    if (share < FAINT_AT) continue;
    if (share >= state.deadAt.raw[who]) crossed(world, who, 'died');
    else if (bodies.down.raw[who] === 1) continue;
    else if (share >= state.downAt.raw[who]) crossed(world, who, 'fell');
    else if (world.of(able).faint.raw[who] === 0) crossed(world, who, 'weakened');
  }
});

function crossed(world: World, who: number, what: 'died' | 'fell' | 'weakened'): void {
  const state = world.of(vitals);
  const rows = world.of(wound);
  const place = world.of(position).at.raw[who];
  world.trace.open(who, world.time);
  const bleeding: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.person.raw[row] === who) {
      rows.flow.at(row);
      bleeding.push(row);
    }
  }
  // Those that make up most of the loss; small ones beside a great one are no reason.
  bleeding.sort((a, b) => rows.bled.raw[b] - rows.bled.raw[a] || rows.ordinal.raw[a] - rows.ordinal.raw[b]);
  const most = bleeding.filter((row) => rows.bled.raw[row] >= 0.3 * rows.bled.raw[bleeding[0]]);
  const because = most.map((row) => reason(rows.madeBy.raw[row], most.length > 1 ? 1 : 0));
  state.lost.at(who);
  const fields = { actor: who, place, group: groupOf(world, who) };
  if (what === 'died') world.propose(died, { ...fields, of: 'bleeding' }, because);
  else if (what === 'fell') world.propose(fell, { ...fields, from: 'blood' }, because);
  else world.propose(weakened, { actor: who, place }, because);
  world.trace.close(false);
}
