import type { Condition } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf, side } from '../groups/state.ts';

type Names = Readonly<Record<string, string>>;

const whom = (world: World, names: Names): number => world.cast.mustRow(person, names['people']);

const leads: Condition = {
  pattern: '{people} leads {groups}',
  truth: (world, names) =>
    world.of(side).leader.raw[world.cast.mustRow(group, names['groups'])] === whom(world, names) + 1,
  because: (world, names) => {
    const by = world.of(side).ledBy.raw[groupOf(world, whom(world, names))];
    return by === 0 ? [] : [by];
  },
};

export const conditions: readonly Condition[] = [leads];
