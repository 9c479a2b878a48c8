import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { GEAR, body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { flames } from '../fire/state.ts';
import { dropHeld } from '../items/dropping.ts';
import { thing } from '../items/state.ts';
import { position } from '../places/state.ts';
import { isAt } from '../sight/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { died, wounded } from '../wounds/system.ts';

vi.setConfig({ testTimeout: 60_000 });
const HOUR = 3600;

/** An hour at which everybody is up, and too soon after the fight to gather anything. */
const EVENING = 'summer, d1 19:00';

/** Dawn at the mill, hours after a fight in which both of the band were killed in the yard; Cole keeps the arms. */
const DAWN: MillChanges = {
  begin: 'summer, d1 02:00',
  Ada: 'rounds: 12',
  Cole: 'office: arms, rounds: 30',
  Bram: 'gear: [rifle, pistol], rounds: 9, dressings: 2, firebombs: 1',
  Dirk: 'gear: [bow], rounds: 5, dressings: 0',
  people: 'Eve: {rounds: 1}',
  more: 'stores: {mill: {rounds: 4}}',
};
function dawn(changes: MillChanges = {}): World {
  const world = mill({ ...DAWN, ...changes });
  const deaths = ['Bram', 'Dirk'].map((name) => {
    world.of(position).at.put(who(world, name), where(world, 'yard'));
    const roles = { actor: who(world, name), place: where(world, 'yard'), group: band(world, 'the band') };
    return happen(world, died, { ...roles, of: 'wound' });
  });
  for (const name of ['mill folk', 'the band']) {
    world.of(campaign).state.put(band(world, name), 2);
    world.of(campaign).endedBy.put(band(world, name), deaths[1]!);
  }
  return world;
}
const inStore = (world: World, good: 'rounds' | 'dressings'): number =>
  world.of(stock).amount.raw[stockRow(where(world, 'mill'), good)];
const rounds = (world: World, name: string): number => world.of(body).rounds.raw[who(world, name)];
/** All rounds in the world: held, lying, stored. */
function allRounds(world: World): number {
  const { rounds: held, secondRounds } = world.of(body);
  const things = world.of(thing);
  let sum = 0;
  for (let row = 0; row < world.of(person).count; row++) sum += held.raw[row] + secondRounds.raw[row];
  for (let row = 0; row < things.count; row++) if (things.isLive(row)) sum += things.rounds.raw[row];
  for (let at = 0; at < world.of(place).count; at++) sum += world.of(stock).amount.raw[stockRow(at, 'rounds')];
  return sum;
}

describe('what a fight has left lying', () => {
  test('[S10] is gathered by daylight, off the ground and off the dead, and brought to where the rounds are', () => {
    const world = dawn({ people: '' });
    const before = allRounds(world);
    live(world, 12 * HOUR);
    const [brought, ...more] = all(world, 'salvage/gathered');
    expect(more).toEqual([]);
    expect(named(world, brought!)).toEqual({ actor: 'Cole', place: 'yard', goal: 'mill' });
    expect(brought!.data).toEqual({ weapons: 2, rounds: 9 + 24, dressings: 2, bombs: 1 });
    const left = all(world, 'items/dropped').map(({ id }) => id);
    expect(brought!.because.map(({ id }) => id)).toEqual(expect.arrayContaining(left));
    expect(brought!.time / HOUR).toBeGreaterThanOrEqual(6);
    expect(said(world, brought!)).toBe(
      'Cole brought in two weapons, thirty-three rounds, two dressings and one firebomb from the yard.',
    );
    expect([inStore(world, 'rounds'), inStore(world, 'dressings')]).toEqual([4 + 33, 2]);
    expect(world.of(flames).bombs.raw[who(world, 'Cole')]).toBe(1);
    expect(allRounds(world)).toBe(before);
    // Arrows stay with the bow.
    const things = world.of(thing);
    const bow = [0, 1].find((row) => GEAR[things.weapon.raw[row]] === 'bow')!;
    expect([things.rounds.raw[bow], things.place.raw[bow]]).toEqual([5, where(world, 'mill')]);
  });

  test('is left outside the walls while somebody knows an enemy to be about, and while it is dark', () => {
    const world = dawn({ people: 'Finn: {group: the band}' });
    for (let hour = 0; hour < 10; hour++) {
      for (const name of ['Ada', 'Cole']) {
        believe(world, who(world, name), isAt, who(world, 'Finn'), {
          place: where(world, 'wood'),
          confidence: 1,
          source: 1,
        });
      }
      live(world, HOUR);
    }
    expect(all(world, 'salvage/gathered')).toEqual([]);
    expect(all(live(dawn({ begin: 'winter, d1 18:00' }), 10 * HOUR), 'salvage/gathered')).toEqual([]);
  });

  test('[S10] is given out to whoever is short of rounds, from what there is, as many to each', () => {
    const people = 'Eve: {rounds: 1}\n  Finn: {rounds: 0}\n  Gus: {gear: [knife]}';
    const world = dawn({ begin: EVENING, people });
    const before = allRounds(world);
    live(world, HOUR);
    expect(all(world, 'salvage/issued').map((event) => [named(world, event)['target'], event.data['rounds']])).toEqual([
      ['Eve', 2],
      ['Finn', 2],
    ]);
    live(world, 17 * HOUR);
    expect([rounds(world, 'Eve'), rounds(world, 'Finn')].every((each) => each >= 16)).toBe(true);
    expect([rounds(world, 'Ada'), rounds(world, 'Gus')]).toEqual([12, 0]);
    expect(inStore(world, 'rounds')).toBeGreaterThanOrEqual(0);
    expect(allRounds(world)).toBe(before);
    const last = all(world, 'salvage/issued').at(-1)!;
    expect(last.because.map(({ id }) => id)).toContain(all(world, 'salvage/gathered')[0]!.id);
  });

  test('arms whoever lost their weapon and can hold one, with their own where it is there', () => {
    const world = dawn({ begin: EVENING, people: 'Eve: {rounds: 11}' });
    const before = allRounds(world);
    const roles = { target: who(world, 'Ada'), actor: -1, place: where(world, 'mill') };
    happen(world, wounded, { ...roles, region: 'arm', flow: 5, takes: 'grip' });
    dropHeld(world, who(world, 'Eve'), [], 'given up');
    world.commit();
    live(world, 12 * HOUR);
    const [given, ...more] = all(world, 'salvage/armed');
    expect(more).toEqual([]);
    expect(named(world, given!)).toMatchObject({ actor: 'Cole', target: 'Eve', from: 'Eve', place: 'mill' });
    expect(said(world, given!)).toBe('Cole handed a rifle to Eve.');
    expect([world.of(body).weapon.raw[who(world, 'Eve')], rounds(world, 'Eve')]).toEqual([GEAR.indexOf('rifle'), 11]);
    expect(world.of(body).weapon.raw[who(world, 'Ada')]).toBe(0);
    expect(allRounds(world)).toBe(before);
  });
});
