import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, clash, live, where, who } from '../../../test/night.fixture.ts';
import { chosenOf, failedOf, weighs } from '../../../test/weighing.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { isAt } from '../sight/state.ts';

const PLAN: MillChanges = {
  Ada: 'at: isle',
  places: 'isle: {like: cellar}\n  den: {like: cellar, in: field}',
  more: `contingencies:
  the trap: {who: Cole, hidden: den, told by: Ada, when: the band seen in wood, unless: the band seen in yard, do: storm field, after: 6s}`,
};
function waiting(): World {
  const world = mill(PLAN);
  clash(world, 'the band');
  return world;
}
const believes = (world: World, name: string, at: string): void => {
  const source = all(world, 'engagement/opened')[0].id;
  believe(world, who(world, 'Ada'), isAt, who(world, name), { place: where(world, at), confidence: 1, source });
};
const signal = (world: World, seconds = 3): ReturnType<typeof weighs> => weighs(world, 'Ada', 'orders/signal', seconds);

describe('whoever gives the signal for a plan', () => {
  test('is said to know of nobody there, then to let them come in, then to give it', () => {
    const world = waiting();
    const none = signal(world);
    expect(failedOf(none, 'orders/signal')).toBe('Ada knew of nobody of the band in the wood');
    expect(chosenOf(none)).toEqual(['orders/wait']);
    believes(world, 'Bram', 'wood');
    expect(failedOf(signal(world), 'orders/signal')).toBe('Ada let the band come in first');
    const gives = signal(world, 9);
    expect(chosenOf(gives)).toEqual(['orders/signal']);
    expect(all(world, 'orders/signalled')).toHaveLength(1);
  });

  test('is said to go through with it where nothing speaks against it, and else to call it off', () => {
    const through = waiting();
    believes(through, 'Bram', 'wood');
    const goes = weighs(through, 'Ada', 'orders/call-off', 30);
    expect(failedOf(goes, 'orders/call-off')).toBe('Ada knew of nobody of the band in the yard');
    expect(chosenOf(goes)).toEqual(['orders/go-through']);
    const off = waiting();
    believes(off, 'Bram', 'wood');
    live(off, 9);
    believes(off, 'Dirk', 'yard');
    expect(chosenOf(weighs(off, 'Ada', 'orders/call-off', 30))).toEqual(['orders/call-off']);
    expect(all(off, 'orders/called-off')).toHaveLength(1);
  });

  test('keeps those in hiding from all else until then', () => {
    const hidden = weighs(waiting(), 'Cole', 'conduct/choice', 5);
    expect(failedOf(hidden, 'wounds/help')).toMatch(
      /^Cole (?:lay hidden until the signal for the trap|knew of nobody)/,
    );
    expect(failedOf(hidden, 'shooting/fire-at')).toMatch(
      /^Cole (?:lay hidden until the signal for the trap|knew of no)/,
    );
  });
});
