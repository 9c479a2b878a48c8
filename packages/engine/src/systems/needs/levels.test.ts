import { expect, test } from 'vitest';
import { leanYard } from '../../../test/lean-yard.fixture.ts';
import { all, happen, where, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { chill } from '../warmth/state.ts';
import { chilled, froze, warmed } from '../warmth/events.ts';
import { thirst } from '../water/state.ts';
import { failing, parched, slaked } from '../water/events.ts';
import { starving, weakened } from './events.ts';
import { nourishment } from './state.ts';

const LADDERS = [
  { down: [weakened, starving], over: null, of: nourishment },
  { down: [parched, failing], over: slaked, of: thirst },
  { down: [chilled, froze], over: warmed, of: chill },
] as const;
/** The columns that all of the tables have. */
const rungs = (world: World, of: (typeof LADDERS)[number]['of']) => world.of(of as typeof thirst);
const level = (world: World, of: (typeof LADDERS)[number]['of']): number =>
  rungs(world, of).level.raw[who(world, 'Ada')];

test.each(LADDERS)(
  'a ladder is gone down a rung at a time, never up by sinking, and got over once ($of.name)',
  (each) => {
    const world = leanYard();
    const fields = { actor: who(world, 'Ada'), place: where(world, 'hall') };
    const [first, worst] = each.down;
    happen(world, worst, fields);
    expect(level(world, each.of)).toBe(2);
    happen(world, first, fields);
    expect(level(world, each.of)).toBe(2);
    expect(all(world, first.id)).toEqual([]);
    const by = all(world, worst.id).map(({ id }) => id);
    expect([rungs(world, each.of).levelBy.raw[fields.actor]]).toEqual(by);
    if (each.over === null) return;
    happen(world, each.over, fields);
    happen(world, each.over, fields);
    expect(all(world, each.over.id)).toHaveLength(1);
    expect(level(world, each.of)).toBe(0);
  },
);

test.each(LADDERS)('the dead are on no ladder ($of.name)', (each) => {
  const world = leanYard();
  world.of(body).alive.put(who(world, 'Ada'), 0);
  happen(world, each.down[0], { actor: who(world, 'Ada'), place: where(world, 'hall') });
  expect(level(world, each.of)).toBe(0);
});
