import type { Fact } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import { ERRANDS, errand, tracks } from './state.ts';

/** Whether somebody is out to look at others. */
export const onErrand: Fact = {
  about: person,
  stands: (world, who) => {
    const { stage, at, sent, came } = world.of(errand);
    const far = ERRANDS[stage.raw[who]];
    if (far === 'none') return [];
    const there = far === 'there';
    const clause = {
      verb: there ? 'lie' : 'be',
      subject: { role: 'it' },
      complement: there ? 'hidden' : 'out to look',
      complements: [{ by: there ? 'in' : 'from', phrase: { role: 'place' } }],
    } as const;
    const roles = { place: { table: place, row: at.raw[who] - 1 } };
    const words = ['scout', 'look', 'spy', 'out', 'lie', 'hidden', 'creep'];
    return [{ words, clause, roles, because: [there ? came.raw[who] : sent.raw[who]] }];
  },
};

/** Whether people have lain in a place to look. */
export const hasTracks: Fact = {
  about: place,
  stands: (world, at) => {
    const { by } = world.of(tracks);
    if (by.raw[at] === 0) return [];
    const clause = { verb: 'have', subject: { role: 'it' }, object: { noun: 'tracks', of: 'none' } } as const;
    return [{ words: ['tracks', 'track', 'lain', 'scout'], clause, because: [by.raw[at]] }];
  },
};
