/** To have been betrayed throws another light on what was done before: what was taken for goodwill, and for keeping faith, is so no more. */
import type { World } from '../../kernel/world.ts';
import { acquaintanceOf, strand, strandRow } from './state.ts';
import type { Regard } from './state.ts';

/** The share of earlier good turns that is left when they are seen in that light. [d] */
const LEFT = 0.4;
/** What is seen otherwise: not what somebody can do. [d] */
const REREAD: readonly Regard[] = ['goodwill', 'integrity', 'affection'];

/** What earlier good turns had made of a bond is taken back for the greater part, on account of the betrayal. Only from an event's `apply`. */
export function reread(world: World, who: number, whom: number, by: number): void {
  const row = acquaintanceOf(world, who, whom);
  const { value, moved0, moved1, moved2, by0, by1, by2 } = world.of(strand);
  for (const what of REREAD) {
    const at = strandRow(row, what);
    let taken = 0;
    for (const moved of [moved0, moved1, moved2]) {
      if (moved.raw[at] <= 0) continue;
      taken += (1 - LEFT) * moved.raw[at];
      moved.raw[at] *= LEFT;
    }
    if (taken === 0) continue;
    value.raw[at] = Math.max(-1, value.raw[at] - taken);
    value.renew(at);
    // The betrayal itself stands in the place of the least of them.
    const moved = [moved0, moved1, moved2];
    const least = moved.reduce(
      (best, each, i) => (Math.abs(each.raw[at]) < Math.abs(moved[best].raw[at]) ? i : best),
      0,
    );
    if (Math.abs(moved[least].raw[at]) >= taken) continue;
    moved[least].raw[at] = -taken;
    [by0, by1, by2][least].raw[at] = by;
  }
}
