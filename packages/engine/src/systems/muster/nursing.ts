/** When it is over, whoever can sees to whoever bleeds most, each to one at a time. */
import { reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, side } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { vitals, wound } from '../wounds/state.ts';
import { tended, worstWound } from '../wounds/system.ts';

export const nurse = rule('muster/nurse', { phase: 'decide', at: 'minute' }, (world, beat) => {
  const state = world.of(vitals);
  const bodies = world.of(body);
  const taken = new Set<number>(
    beat.members.filter((who) => state.tending.raw[who] > 0).map((who) => state.tending.raw[who] - 1),
  );
  for (const who of beat.members) {
    if (
      bodies.down.raw[who] === 1 ||
      bodies.alive.raw[who] === 0 ||
      bodies.dressings.raw[who] === 0 ||
      state.tending.raw[who] > 0
    )
      continue;
    if (world.of(side).home.raw[groupOf(world, who)] === 0) continue;
    world.trace.open(who, world.time);
    const patient = neediest(world, who, beat.members, taken);
    if (patient >= 0) {
      taken.add(patient);
      const worst = worstWound(world, patient);
      world.of(wound).flow.at(worst);
      world.propose(tended, { actor: who, target: patient, place: world.of(position).at.raw[patient] }, [
        reason(world.of(wound).madeBy.raw[worst]),
      ]);
    }
    world.trace.close(false);
  }
});

/** The one of their own who bleeds most and whom nobody sees to yet. */
function neediest(world: World, carer: number, members: readonly number[], taken: ReadonlySet<number>): number {
  const flows = world.of(wound).flow;
  let best = -1;
  let most = 1;
  for (const who of members) {
    if (taken.has(who) || groupOf(world, who) !== groupOf(world, carer) || world.of(body).alive.raw[who] === 0)
      continue;
    const row = worstWound(world, who);
    if (row >= 0 && flows.raw[row] > most) {
      best = who;
      most = flows.raw[row];
    }
  }
  return best;
}
