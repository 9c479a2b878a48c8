import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe, findClaim } from '../../kernel/beliefs.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { campaign } from '../engagement/state.ts';
import { position } from '../places/state.ts';
import { isAt } from '../sight/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { died } from '../wounds/system.ts';

vi.setConfig({ testTimeout: 60_000 });
const HOUR = 3600;
const DAY = 24 * HOUR;

const PEOPLE: MillChanges = { people: 'Eve: {ties: {Finn: brother}}\n  Finn: {}\n  Gus: {}\n  Hal: {}' };
const folk = ['Ada', 'Cole', 'Eve', 'Finn', 'Gus', 'Hal'];
const dies = (world: World, name: string, at = 'yard'): number => {
  world.of(position).at.put(who(world, name), where(world, at));
  const group = band(world, folk.includes(name) ? 'mill folk' : 'the band');
  return happen(world, died, { actor: who(world, name), place: where(world, at), group, of: 'wound' });
};
const at = (world: World, name: string): string => world.keyOf(place, world.of(position).at.raw[who(world, name)]);
const hourOf = (time: number): number => Math.floor(time / HOUR) % 24;

describe('the dead', () => {
  test('[S10] [S16] lie where they fell until, by day, those who live there bury them: their own by name, the others together', () => {
    const world = mill(PEOPLE);
    const ids = ['Finn', 'Bram', 'Dirk'].map((name) => dies(world, name, name === 'Finn' ? 'yard' : 'field'));
    live(world, 3 * DAY);
    const [begun, ...again] = all(world, 'burial/begun');
    expect(again).toEqual([]);
    expect(named(world, begun!)['actor']).toBe('Ada');
    expect([begun!.data['own'], begun!.data['others']]).toEqual([1, 2]);
    expect(begun!.because.map(({ id }) => id)).toEqual(ids.slice(0, 1));
    const [buried, ...more] = all(world, 'burial/buried');
    expect(more).toEqual([]);
    // His sister laid him in the earth.
    expect(named(world, buried!)).toMatchObject({ actor: 'Eve', target: 'Finn', place: 'yard' });
    expect(buried!.because.map(({ id }) => id)).toEqual([ids[0], begun!.id]);
    const [together, ...others] = all(world, 'burial/buried-together');
    expect(others).toEqual([]);
    expect(together!.data['dead']).toBe(2);
    expect(['Finn', 'Bram', 'Dirk'].map((name) => at(world, name))).toEqual(['yard', 'yard', 'yard']);
    for (const event of [begun!, buried!, together!]) {
      expect(hourOf(event.time)).toBeGreaterThanOrEqual(9);
      expect(hourOf(event.time)).toBeLessThan(16);
    }
    expect(said(world, buried!)).toBe('Eve buried Finn in the yard.');
    expect(all(world, 'burial/done')).toHaveLength(1);
  });

  test('[S16] are buried with those by them to whom they were somebody', () => {
    const world = mill({
      people: 'Eve: {ties: {Finn: brother}}\n  Finn: {}\n  Gus: {ties: {Finn: friend}}\n  Hal: {}',
    });
    dies(world, 'Finn');
    live(world, 2 * DAY);
    const [buried] = all(world, 'burial/buried');
    const there = buried!.witnesses.map((each) => world.keyOf(person, each.who));
    expect(there).toEqual(expect.arrayContaining(['Eve', 'Gus']));
    expect(there).not.toContain('Hal');
    for (const name of ['Eve', 'Gus']) {
      expect(findClaim(world, who(world, name), hasFallen, who(world, 'Finn'))).toBeGreaterThanOrEqual(0);
    }
  });

  test('go on lying there while an enemy is about, as the leader believes, and while nobody can dig', () => {
    const world = mill(PEOPLE);
    dies(world, 'Finn');
    const watch = (): void => {
      const word = { place: where(world, 'wood'), confidence: 1, source: 1 };
      believe(world, who(world, 'Ada'), isAt, who(world, 'Bram'), word);
    };
    for (let hour = 0; hour < 48; hour++) {
      watch();
      live(world, HOUR);
    }
    expect(all(world, 'burial/begun')).toEqual([]);
    expect(at(world, 'Finn')).toBe('yard');
    live(world, DAY);
    expect(all(world, 'burial/buried')).toHaveLength(1);
    const alone = mill({ Cole: 'group: the band' });
    dies(alone, 'Ada');
    live(alone, 4 * DAY);
    expect(all(alone, 'burial/begun')).toEqual([]);
  });

  test('are not thought of before the fight has been over for a while', () => {
    const world = mill({ ...PEOPLE, begin: 'summer, d1 09:00' });
    const id = dies(world, 'Finn');
    world.of(campaign).state.put(band(world, 'mill folk'), 2);
    world.of(campaign).endedBy.put(band(world, 'mill folk'), id);
    live(world, 5 * HOUR);
    expect(all(world, 'burial/begun')).toEqual([]);
    live(world, 2 * HOUR);
    expect(all(world, 'burial/begun')).toHaveLength(1);
  });

  test('take hours to bury, by how many dig, and more than one day where they are many', () => {
    const extras = (count: number): MillChanges => ({ folk: `extras: ${count}` });
    const hours = (count: number): number => {
      const world = mill({ ...PEOPLE, ...extras(count), begin: 'summer, d1 05:00' });
      for (const name of ['Finn', 'Gus', 'Hal']) dies(world, name);
      live(world, 5 * DAY);
      const buried = all(world, 'burial/buried');
      expect(buried).toHaveLength(3);
      return (buried[2]!.time - all(world, 'burial/begun')[0]!.time) / HOUR;
    };
    expect(hours(0)).toBeGreaterThanOrEqual(12);
    expect(hours(20)).toBeLessThan(4);
  });

  test('lie where the scenario has its graves', () => {
    const world = mill({ ...PEOPLE, folk: 'graves: field' });
    dies(world, 'Finn');
    live(world, 2 * DAY);
    expect(at(world, 'Finn')).toBe('field');
  });
});
