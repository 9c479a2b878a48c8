/** What has become of the dead. */
import type { Fact } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { grave } from './state.ts';

export const atRest: Fact = {
  about: person,
  stands: (world, who) => {
    const { alive, downBy } = world.of(body);
    if (alive.raw[who] === 1 || world.of(position).gone.raw[who] === 1) return [];
    const { dug, by } = world.of(grave);
    const isBuried = dug.raw[who] === 1;
    const complements = [{ by: 'in', phrase: { role: 'place' } }];
    const clause = isBuried
      ? { verb: 'bury', subject: { role: 'it' }, passive: true, complements }
      : { verb: 'lie', subject: { role: 'it' }, complement: 'unburied', complements };
    const roles = { place: { table: place, row: world.of(position).at.raw[who] } };
    const words = ['bury', 'grave', 'buried', 'unburied', 'burial', 'rest', 'lie'];
    return [{ words, clause, roles, because: [isBuried ? by.raw[who] : downBy.raw[who]] }];
  },
};
