/** What a group runs short of and would have brought from outside, as each system that uses it up reckons it. */
import { slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import type { Good } from './state.ts';

/** What people are sent out for. */
export const SOUGHT = ['food', 'firewood', 'timber', 'dressings', 'rounds'] as const satisfies readonly Good[];
export type Sought = (typeof SOUGHT)[number];

/** How short a group is of something, above 0 (a little) to 1 (there is none), and the events that made it so. */
export interface Shortage {
  readonly short: number;
  readonly because: readonly number[];
}

/** A good that can run short; null where it does not. Reads are tracked. */
export interface Lacking {
  readonly good: Sought;
  readonly of: (world: World, of: number) => Shortage | null;
}

/** All that can run short. */
export const lackings = slot<Lacking>('stores/lackings');

/** So much of what is wanted is there: how short that is; null where it is enough, or nothing made it so. */
export function shortage(there: number, wanted: number, because: readonly number[]): Shortage | null {
  const known = [...new Set(because)].filter((id) => id !== 0);
  return there >= wanted || known.length === 0 ? null : { short: 1 - there / wanted, because: known };
}
