import { describe, expect, test } from 'vitest';
import { besiegedWithout, falls, squadRow } from '../../../test/fort.fixture.ts';
import { all, live, who } from '../../../test/night.fixture.ts';
import { chosenOf, failedOf, optionOf, weighs } from '../../../test/weighing.fixture.ts';
import { person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { squadPeople } from './state.ts';

describe('who leads a squad is said', () => {
  test('to have nothing, or too little, that shakes it, and to give ground once there is enough', () => {
    const world = besiegedWithout('fort folk');
    const hold = (): ReturnType<typeof weighs> => weighs(world, 'Mord', 'squads/hold', 5);
    expect(failedOf(hold(), 'squads/give-ground')).toBe('nothing had shaken the axes');
    const others = squadPeople(world, squadRow(world, 'the axes'))
      .map((row) => world.keyOf(person, row))
      .filter((name) => name !== 'Mord');
    falls(world, others[0], ['Mord']);
    live(world, 5);
    const little = optionOf(hold(), 'squads/give-ground');
    expect(little.failed).toBe('too little had shaken the axes');
    expect(little.score).toBeGreaterThan(0);
    falls(world, others[1], ['Mord']);
    falls(world, others[2], ['Mord']);
    let chosen: string[] = [];
    for (let look = 0; look < 4 && chosen[0] !== 'squads/give-ground'; look++) chosen = chosenOf(hold());
    expect(chosen).toEqual(['squads/give-ground']);
    expect(all(world, 'squads/wavered')).toHaveLength(1);
  });

  test('to have more nerve than who would have taken over else, of those who know', () => {
    const world = besiegedWithout('fort folk');
    const [first, second] = squadPeople(world, squadRow(world, 'the axes'))
      .map((row) => world.keyOf(person, row))
      .filter((name) => name !== 'Mord');
    world.of(body).nerve.put(who(world, second), 0.99);
    const copy = world.fork();
    falls(world, 'Mord', [first, second]);
    const weighed = weighs(world, first, 'squads/take-over', 5);
    expect(failedOf(weighed, 'squads/take-over')).toBe(
      `${world.cast.shownName(person, who(world, second))} had more nerve`,
    );
    falls(copy, 'Mord', [second]);
    expect(failedOf(weighs(copy, first, 'squads/take-over', 5), 'squads/take-over')).toBe(
      'he did not know that Mord was out of it',
    );
  });
});
