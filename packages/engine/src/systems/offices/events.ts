import { eventKind, oneOf, role } from '../../kernel/events.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { side } from '../groups/state.ts';
import { OFFICES, charge, isUp, seat, seatRow } from './state.ts';
import type { Office } from './state.ts';

/** Whoever is in charge gives an office to somebody, in place of whoever held it (`before`) and can do so no longer. */
export const appointed = eventKind('offices/appointed', {
  roles: { actor: role(person), target: role(person), before: role(person), group: role(group) },
  data: { office: oneOf(OFFICES) },
  possible: (world, event) => isUp(world, event.actor) && isUp(world, event.target),
  apply: (world, event) => {
    const rows = world.of(seat);
    const row = seatRow(event.group, event.office);
    // Whoever had it first has it back, and not whoever stood in for them.
    if (rows.before.raw[row] === 0) rows.before.put(row, event.before + 1);
    rows.vacant.put(row, 0);
    handOver(world, row, event.office, event.target, event.id);
  },
});

/** There is nobody to whom an office could be given. */
export const vacant = eventKind('offices/vacant', {
  roles: { actor: role(person), before: role(person), group: role(group) },
  data: { office: oneOf(OFFICES) },
  possible: (world, event) => world.of(seat).vacant.raw[seatRow(event.group, event.office)] === 0,
  apply: (world, event) => {
    const rows = world.of(seat);
    const row = seatRow(event.group, event.office);
    rows.vacant.put(row, 1);
    rows.by.put(row, event.id);
  },
});

/** Whoever held an office, or led, has it back from whoever stood in for them. */
export const tookBack = eventKind('offices/took-back', {
  roles: { actor: role(person), target: role(person), group: role(group) },
  data: { office: oneOf([...OFFICES, 'leader']) },
  possible: (world, event) => isUp(world, event.actor),
  apply: (world, event) => {
    if (event.office === 'leader') {
      const sides = world.of(side);
      sides.leader.put(event.group, event.actor + 1);
      sides.before.put(event.group, 0);
      sides.ledBy.put(event.group, event.id);
      return;
    }
    const row = seatRow(event.group, event.office);
    world.of(seat).before.put(row, 0);
    handOver(world, row, event.office, event.actor, event.id);
  },
});

/** An office passes from whoever holds it to somebody else. */
function handOver(world: World, row: number, office: Office, to: number, by: number): void {
  const rows = world.of(seat);
  const charges = world.of(charge).of;
  const bit = 1 << OFFICES.indexOf(office);
  const from = rows.holder.raw[row] - 1;
  if (from >= 0) charges.put(from, charges.raw[from] & ~bit);
  charges.put(to, charges.raw[to] | bit);
  rows.holder.put(row, to + 1);
  rows.by.put(row, by);
}
