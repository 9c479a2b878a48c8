import { describe, expect, test } from 'vitest';
import { alarm, besiegedWithout, holds, isIn, takesToBe, wall } from '../../../test/fort.fixture.ts';
import type { FortChanges } from '../../../test/fort.fixture.ts';
import { all, band, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { chosenOf, failedOf, optionOf, weighs } from '../../../test/weighing.fixture.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { isBreached } from '../barriers/state.ts';
import { peopleIn } from '../groups/state.ts';
import { came, chose, wentOn } from './events.ts';
import { assault } from './state.ts';

const of = (world: World): number => band(world, 'the band');
const fields = (world: World, at: string) => ({ actor: who(world, 'Rook'), group: of(world), place: where(world, at) });
function gathered(changes: FortChanges = {}, seed = 1): World {
  const world = besiegedWithout('fort folk', changes, { seed });
  world.of(assault).stage.put(of(world), 1);
  happen(world, came, fields(world, 'camp'));
  live(world, 1);
  for (const each of peopleIn(world, of(world))) isIn(world, world.keyOf(person, each), 'copse');
  return world;
}
function settled(seed = 1): World {
  const world = gathered({}, seed);
  happen(world, chose, {
    ...fields(world, 'west field'),
    barrier: wall(world, 'the east wall'),
    goal: where(world, 'east walk'),
  });
  return live(world, 1);
}
const next = (world: World, seconds = 4): ReturnType<typeof weighs> => weighs(world, 'Rook', 'assault/next', seconds);

describe('the commander of an assault is said to wait', () => {
  test('for stragglers while they gather, and to send scouts once they are together', () => {
    const world = gathered();
    const waits = next(world);
    expect(failedOf(waits, 'assault/scout')).toBe('Rook was waiting for stragglers');
    expect(chosenOf(waits)).toEqual(['assault/wait']);
    live(world, 39);
    const sends = next(world, 8);
    expect([chosenOf(sends), failedOf(sends, 'assault/scout')]).toEqual([['assault/scout'], null]);
    expect(all(world, 'assault/scouted')).toHaveLength(1);
  });

  test('until they are where they mean to gather', () => {
    const world = gathered();
    isIn(world, 'Rook', 'camp');
    expect(failedOf(next(world), 'assault/scout')).toBe('Rook was not yet in the copse');
  });

  test('for word of the scouts', () => {
    const world = gathered();
    live(world, 60);
    expect(failedOf(next(world), 'assault/settle')).toBe('Rook had no word yet from the scouts');
  });

  test('for the show of force, and goes in once a way is known to be open', () => {
    const world = settled();
    expect(failedOf(next(world), 'assault/break-in')).toBe('the show of force had not gone on for long enough');
    happen(world, wentOn, { ...fields(world, 'east walk'), stage: 'breaching' });
    const shut = next(world);
    expect(failedOf(shut, 'assault/go-in')).toBe('Rook knew of no wall or door that had given way');
    expect(failedOf(shut, 'assault/settle')).toBe('Rook had not given up on the east wall');
    holds(world, 'Rook', isBreached, wall(world, 'the east wall'), 'east walk');
    expect(chosenOf(next(world))).toEqual(['assault/go-in']);
  });
});

describe('the way in', () => {
  const wayIn = (world: World): ReturnType<typeof weighs> => {
    alarm(world, 'Rook');
    return weighs(world, 'Rook', 'assault/way-in', 6);
  };

  test('is the one whose time was shortest, and the one that the band then goes for', () => {
    const chosen = new Set<string>();
    for (let seed = 1; seed <= 12; seed++) {
      const world = gathered({}, seed);
      const weighed = wayIn(world)!;
      const times = weighed.options.map(({ weighed: score }) => (score?.by === 'race' ? score.time : NaN));
      expect(times[0]).toBe(Math.min(...times));
      expect(weighed.options[0].chosen).toBe(true);
      const event = named(world, all(world, 'assault/chose')[0]);
      expect(weighed.options[0].option).toBe(`to break in by ${event['barrier']}`);
      chosen.add(event['barrier']);
    }
    expect(chosen.size).toBe(2);
  });

  test('draws less, the more enemies are thought to be in sight of it, and says so', () => {
    const world = gathered();
    takesToBe(world, 'Rook', ['Edda', 'Enno', 'Alma', 'Arne'], 'east walk');
    const weighed = wayIn(world)!;
    const [east, west] = ['east', 'west'].map((side) =>
      weighed.options.find(({ option }) => option === `to break in by the ${side} wall`)!,
    );
    expect(east.score!).toBeLessThan(west.score!);
    expect(east.speaks).toContain('Rook took four enemies to be in sight of it');
    expect(west.speaks.join()).not.toContain('in sight');
  });

  test('comes with a side for the show of force, each place once', () => {
    const world = gathered();
    wayIn(world);
    const shown = gathered();
    alarm(shown, 'Rook');
    const sides = weighs(shown, 'Rook', 'assault/show', 6)!;
    const places = sides.options.map(({ option }) => option);
    expect(new Set(places).size).toBe(places.length);
    expect(chosenOf(sides)).toHaveLength(1);
    expect(optionOf(sides, 'assault/show').option).toMatch(/^to make a show of force from the (?:east|west) field$/);
  });
});
