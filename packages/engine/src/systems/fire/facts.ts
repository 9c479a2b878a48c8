import type { Fact } from '../../kernel/system.ts';
import { place } from '../../kernel/tables.ts';
import { BURNT_OUT, NO_FIRE, WILD, burning } from './state.ts';

const it = { role: 'it' } as const;

/** Whether a place burns, or has burnt. */
export const fireThere: Fact = {
  about: place,
  stands: (world, where) => {
    const { stage, by } = world.of(burning);
    const words = ['fire', 'burn', 'alight', 'flame'];
    const because = [by.raw[where]];
    if (stage.raw[where] === NO_FIRE) return [];
    if (stage.raw[where] === WILD)
      return [{ words, clause: { verb: 'be', subject: it, complement: 'on fire' }, because }];
    if (stage.raw[where] === BURNT_OUT)
      return [{ words, clause: { verb: 'be', subject: it, complement: 'burnt out' }, because }];
    const clause = {
      verb: 'burn',
      subject: { noun: 'fire', of: 'a' },
      complements: [{ by: 'in', phrase: it }],
      aspect: 'progressive',
    } as const;
    return [{ words, clause, because }];
  },
};
