/** How often a group was called out of bed, and how often for nothing. */
import { readEvent } from '../../kernel/read.ts';
import type { Condition } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { raised } from './events.ts';
import { alarm } from './state.ts';

const groupIn = (world: World, names: Readonly<Record<string, string>>): number =>
  world.cast.mustRow(group, names['groups']);

/** The alarms of a group; the false ones alone, where nobody was there. */
function alarmsOf(world: World, of: number, untrue: boolean): number[] {
  const { index } = world.ruleset.entry(raised);
  const found: number[] = [];
  for (let id = 1; id <= world.chronicle.length; id++) {
    if (world.chronicle.kind(id) !== index) continue;
    const { roles } = readEvent(world, id);
    if (roles['group'] === of && !(untrue && roles['target'] !== undefined)) found.push(id);
  }
  return found;
}

const alarms: Condition = {
  pattern: 'how many alarms of {groups}',
  truth: (world, names) => world.of(alarm).raised.raw[groupIn(world, names)],
  because: (world, names) => alarmsOf(world, groupIn(world, names), false),
};

const falseAlarms: Condition = {
  pattern: 'how many false alarms of {groups}',
  truth: (world, names) => world.of(alarm).untrue.raw[groupIn(world, names)],
  because: (world, names) => alarmsOf(world, groupIn(world, names), true),
};

export const conditions: readonly Condition[] = [alarms, falseAlarms];
