/** Where it has fallen quiet with neither side gone, those who came draw off before it is light. */
import { enabled, eventKind, reason, role, whole32 } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { hostile, leaderOf, peopleIn, side } from '../groups/state.ts';
import { isUp, successor } from '../offices/state.ts';
import { position } from '../places/state.ts';

/** Hours after the last of the fighting at which they go. [d] */
const GO_AFTER = 3;

/** Whoever of them can walk is gone, with whoever leads them. */
export const drewOff = eventKind('returning/drew-off', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { people: whole32('people') },
  possible: (world, event) => isUp(world, event.actor),
  apply: (world, event) => {
    const where = world.of(position);
    for (const who of peopleIn(world, event.group)) {
      if (!isUp(world, who)) continue;
      where.gone.put(who, 1);
      where.goneBy.put(who, event.id);
      where.bound.put(who, 0);
    }
  },
});

export const drawOff = rule('returning/draw-off', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const { state, endedBy } = world.of(campaign);
  for (let of = 0; of < world.of(group).count; of++) {
    const ended = endedBy.raw[of];
    if (state.raw[of] !== 2 || ended === 0 || world.of(side).home.raw[of] !== 0) continue;
    if (world.time - world.chronicle.time(ended) < GO_AFTER * SECONDS.hour || hasTheirHome(world, of)) continue;
    const left = peopleIn(world, of).filter((who) => isUp(world, who));
    if (left.length === 0) continue;
    const leader = leaderOf(world, of);
    const actor = left.includes(leader) ? leader : successor(world, left);
    world.trace.open(actor, world.time);
    for (const who of left) world.of(position).gone.at(who);
    const up = world.of(body).upBy.raw[actor];
    const fields = { actor, group: of, place: world.of(position).at.at(actor), people: left.length };
    world.propose(drewOff, fields, [reason(ended), ...(up > ended ? [enabled(up)] : [])]);
    world.trace.close(false);
  }
});

/** Whether they stand in the home of those whom they came for: then they have it. */
function hasTheirHome(world: World, of: number): boolean {
  const { overrunBy } = world.of(campaign);
  for (let other = 0; other < world.of(group).count; other++)
    if (overrunBy.raw[other] !== 0 && hostile(world, of, other)) return true;
  return false;
}
