import { readEvent } from '../../kernel/read.ts';
import type { Condition } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { peopleIn } from '../groups/state.ts';
import { nourishment, workdone } from './state.ts';

const peopleNamed = (world: World, names: Readonly<Record<string, string>>): number[] =>
  peopleIn(world, world.cast.mustRow(group, names['groups']));
const inOrder = (ids: readonly number[]): number[] => [...new Set(ids)].filter((id) => id !== 0).sort((a, b) => a - b);

/** Those of them who live, and have had nothing for a day or are weak from hunger. */
function hungryOf(world: World, names: Readonly<Record<string, string>>): number[] {
  const { hungry, level } = world.of(nourishment);
  const { alive } = world.of(body);
  return peopleNamed(world, names).filter(
    (who) => alive.raw[who] === 1 && (hungry.raw[who] === 1 || level.raw[who] > 0),
  );
}

/** The deaths of those of them who died of hunger. */
function starvedOf(world: World, names: Readonly<Record<string, string>>): number[] {
  const { alive, downBy } = world.of(body);
  return peopleNamed(world, names)
    .filter((who) => alive.raw[who] === 0 && downBy.raw[who] !== 0)
    .map((who) => downBy.raw[who])
    .filter((id) => readEvent(world, id).data['of'] === 'hunger');
}

const goHungry: Condition = {
  pattern: '{groups} go hungry',
  truth: (world, names) => hungryOf(world, names).length > 0,
  because: (world, names) => {
    const { hungryBy, level, levelBy } = world.of(nourishment);
    return inOrder(hungryOf(world, names).map((who) => (level.raw[who] > 0 ? levelBy.raw[who] : hungryBy.raw[who])));
  },
};

const starved: Condition = {
  pattern: 'how many of {groups} die of hunger',
  truth: (world, names) => starvedOf(world, names).length,
  because: (world, names) => inOrder(starvedOf(world, names)),
};

const noneStarved: Condition = {
  pattern: 'nobody of {groups} dies of hunger',
  truth: (world, names) => starvedOf(world, names).length === 0,
  because: (world, names) => inOrder(starvedOf(world, names)),
};

/** What took people's strength, or their lives, is what there is less of it for. */
const work: Condition = {
  pattern: 'work done by {groups}',
  truth: (world, names) => Math.round(world.of(workdone).hours.raw[world.cast.mustRow(group, names['groups'])]),
  because: (world, names) => {
    const { alive, downBy } = world.of(body);
    const { levelBy, shortBy } = world.of(nourishment);
    return inOrder(
      peopleNamed(world, names).flatMap((who) =>
        alive.raw[who] === 0 ? [downBy.raw[who]] : [levelBy.raw[who], shortBy.raw[who]],
      ),
    );
  },
};

export const conditions: readonly Condition[] = [goHungry, starved, noneStarved, work];
