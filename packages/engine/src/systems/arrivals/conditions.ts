import type { Condition } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf } from '../groups/state.ts';
import { newcomer } from './state.ts';

type Names = Readonly<Record<string, string>>;

/** Those who came in to a group from elsewhere; from one group alone, where it is given. */
function joined(world: World, names: Names): number[] {
  const of = world.cast.mustRow(group, names['groups']);
  const other = names['others'] === undefined ? null : world.cast.mustRow(group, names['others']);
  const { by, from } = world.of(newcomer);
  const found = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (by.raw[who] === 0 || groupOf(world, who) !== of) continue;
    if (other === null || from.raw[who] === other + 1) found.push(who);
  }
  return found;
}

const because = (world: World, names: Names): number[] =>
  [...new Set(joined(world, names).map((who) => world.of(newcomer).by.raw[who]))].sort((a, b) => a - b);

export const conditions: readonly Condition[] = [
  { pattern: 'how many join {groups}', truth: (world, names) => joined(world, names).length, because },
  {
    pattern: '{groups} take in {others:groups}',
    truth: (world, names) => joined(world, names).length > 0,
    because,
  },
];
