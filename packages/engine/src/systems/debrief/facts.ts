import type { Fact } from '../../kernel/system.ts';
import { barrier } from '../barriers/state.ts';
import { weakness } from './state.ts';

/** Whether a barrier is held to be where the walls are weakest. */
export const heldWeak: Fact = {
  about: barrier,
  stands: (world, row) => {
    const by = world.of(weakness).by.raw[row];
    if (by === 0) return [];
    const clause = { verb: 'hold', subject: { role: 'it' }, passive: true, complement: 'to be the weak place' };
    return [{ words: ['weak', 'weakest', 'watch'], clause, because: [by] }];
  },
};
