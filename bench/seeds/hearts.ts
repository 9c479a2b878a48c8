import { eventsOf, state } from '@anchorhold/engine';
import type { EventRecord, World } from '@anchorhold/engine';

/** What came of what people promised each other, and of what they hold of each other. */
export interface Hearts {
  /** Promises made while they lived that were kept, and broken. */
  readonly kept: number;
  readonly broken: number;
  /** Changes of what is thought of somebody's word that are put down to such a promise; those of them with the wrong sign, or in somebody who did not learn of it. */
  readonly changes: number;
  readonly wrong: number;
  /** Strands of bonds that hold anything, and those of them with no event behind them. */
  readonly strands: number;
  readonly unexplained: number;
}

/** Look at the bonds of a world, and at the promises that were made in it from `begin` on. */
export function heartsOf(world: World, begin: number): Hearts {
  let [kept, broken, changes, wrong] = [0, 0, 0, 0];
  const ended = new Map<number, EventRecord>();
  const given = new Set<number>();
  for (const event of eventsOf(world)) {
    if (event.kind === 'promises/made' && event.time >= begin) given.add(event.id);
    if (event.kind !== 'promises/kept' && event.kind !== 'promises/broken') continue;
    if (!event.because.some(({ id }) => given.has(id))) continue;
    if (event.kind === 'promises/kept') kept++;
    else broken++;
    ended.set(event.id, event);
  }
  const { acquaintance, strand, strandRow, movedBy, REGARDS } = state;
  const rows = world.of(acquaintance);
  const { value, by0, by1, by2 } = world.of(strand);
  let [strands, unexplained] = [0, 0];
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row)) continue;
    for (const what of REGARDS) {
      const at = strandRow(row, what);
      if (value.raw[at] === 0) continue;
      strands++;
      if (by0.raw[at] === 0 && by1.raw[at] === 0 && by2.raw[at] === 0) unexplained++;
    }
    const at = strandRow(row, 'integrity');
    for (const id of [by0.raw[at]!, by1.raw[at]!, by2.raw[at]!]) {
      const event = ended.get(id);
      if (event === undefined) continue;
      changes++;
      const sign = event.kind === 'promises/kept' ? 1 : -1;
      const right = Math.sign(movedBy(world, at, id)) === sign && event.roles['actor'] === rows.to.raw[row];
      if (!right || !learned(world, event, rows.from.raw[row]!)) wrong++;
    }
  }
  return { kept, broken, changes, wrong, strands, unexplained };
}

/** Whether somebody could know what came of a promise: it was given to them, or to all of theirs, or they noticed it. */
function learned(world: World, event: EventRecord, who: number): boolean {
  const { target, group: of } = event.roles;
  const own = of !== undefined && world.of(state.member).group.raw[who] === of;
  return target === who || own || event.witnesses.some((each) => each.who === who);
}
