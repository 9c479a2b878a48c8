/** For how many days what a group has lasts, good by good, as those who keep it reckon. */
import { slot } from '../../kernel/system.ts';
import type { Condition } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Good } from './state.ts';

/** A good that is used up by the day: how many days of it a group has; null where nothing of it is reckoned. Plain reads. */
export interface Lasting {
  readonly good: Good;
  readonly days: (world: World, of: number) => number | null;
  /** The events by which there is as much as there is, and as much is used. */
  readonly because: (world: World, of: number) => readonly number[];
}

/** All that is used up by the day. */
export const lastings = slot<Lasting>('stores/lastings');

/** As many days as stand for more than anybody reckons with. [d] */
const NO_END = 3650;

/** For how many whole days a good lasts a group, as it is used now; Infinity where nothing of it is reckoned. Plain reads. */
export function daysLeft(world: World, of: number, good: Good): number {
  const lasting = world.ruleset.filled(lastings).find((each) => each.good === good);
  return lasting?.days(world, of) ?? Infinity;
}

const daysOf = (good: 'food' | 'water' | 'firewood'): Condition => ({
  pattern: `days of ${good} left to {groups}`,
  truth: (world, names) => Math.min(NO_END, daysLeft(world, world.cast.mustRow(group, names['groups']), good)),
  because: (world, names) => {
    const of = world.cast.mustRow(group, names['groups']);
    const lasting = world.ruleset.filled(lastings).find((each) => each.good === good);
    return (lasting?.because(world, of) ?? []).filter((id) => id !== 0).sort((a, b) => a - b);
  },
});

export const leftFor: readonly Condition[] = [daysOf('food'), daysOf('water'), daysOf('firewood')];
