import { describe, expect, test } from 'vitest';
import {
  alarm,
  besiegedWithout,
  falls,
  goalOf,
  holds,
  isIn,
  squadRow,
  takesToBe,
  taskOf,
  wall,
} from '../../../test/fort.fixture.ts';
import type { FortChanges } from '../../../test/fort.fixture.ts';
import { all, band, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { isAttacked } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { squad } from '../squads/state.ts';
import { gaveUp } from '../will/events.ts';
import { defence, isWithin, sortie } from './state.ts';

const BAND = ['Mord', 'Tova', 'Sely', 'Rook'];
const of = (world: World): number => band(world, 'fort folk');

/** The fort has been called to its posts; nothing is to be seen of the band. */
function alarmed(changes: FortChanges = {}, seed = 1): World {
  const world = besiegedWithout('the band', changes, { seed });
  alarm(world, 'Hild');
  live(world, 12);
  return world;
}
const sent = (world: World) => all(world, 'defence/sent-in').map((event) => named(world, event));

describe('those who are attacked at home', () => {
  test('have within their walls what nobody can get to without passing a barrier of theirs', () => {
    const world = besiegedWithout('the band');
    const within = ['hall', 'court', 'east walk', 'west walk', 'east field', 'copse', 'camp'].filter((name) =>
      isWithin(world, of(world), where(world, name)),
    );
    expect(within).toEqual(['hall', 'court', 'east walk', 'west walk']);
  });

  test('[S1] stand to once their leader knows that there is danger, each squad where it belongs', () => {
    const world = besiegedWithout('the band');
    live(world, 12);
    expect(all(world, 'defence/stood-to')).toHaveLength(0);
    alarm(world, 'Hild');
    live(world, 60);
    const [stood] = all(world, 'defence/stood-to');
    expect(stood.because.map((cause) => cause.id)).toEqual([all(world, 'sight/alarmed')[0].id]);
    expect([taskOf(world, 'Edda'), goalOf(world, 'Edda')]).toEqual(['hold', where(world, 'east walk')]);
    expect([taskOf(world, 'Wolf'), goalOf(world, 'Wolf')]).toEqual(['hold', where(world, 'west walk')]);
  });

  test('[S1] send the reserve to a wall that they hold to be hard pressed or under the axe', () => {
    const pressed = alarmed();
    takesToBe(pressed, 'Hild', BAND, 'west field');
    live(pressed, 8);
    expect(sent(pressed)).toMatchObject([{ squad: 'the reserve', place: 'west walk' }]);
    const axed = alarmed();
    holds(axed, 'Hild', isAttacked, wall(axed, 'the east wall'), 'east walk');
    live(axed, 8);
    expect(sent(axed)).toMatchObject([{ squad: 'the reserve', place: 'east walk' }]);
  });

  test('[S1] do so on what they believe alone: those who are really there and unseen change nothing', () => {
    const world = alarmed();
    for (const name of BAND) isIn(world, name, 'camp');
    live(world, 8);
    expect(sent(world)).toEqual([]);
  });

  test('[S2] counterattack where they hold enemies to be within the walls, with the reserve first', () => {
    const world = alarmed();
    takesToBe(world, 'Hild', ['Mord'], 'court');
    live(world, 8);
    expect(sent(world)).toMatchObject([{ squad: 'the reserve', place: 'court' }]);
    expect(all(world, 'defence/sent-in')[0].data['to']).toBe('counterattack');
    live(world, 10);
    expect(taskOf(world, 'Alma')).toBe('counterattack');
  });

  test('[S2] send so many as are enough for those whom they take to be there, and no more', () => {
    for (const [enemies, squads] of [
      [['Mord'], 1],
      [['Mord', 'Tova', 'Sely'], 2],
    ] as const) {
      const world = alarmed();
      for (let minute = 0; minute < 3; minute++) {
        takesToBe(world, 'Hild', enemies, 'court');
        live(world, 50);
      }
      expect(all(world, 'defence/sent-in')).toHaveLength(squads);
    }
  });

  test('[S2] send nobody who lies in wait', () => {
    const world = alarmed({
      more: 'contingencies:\n  the trap: { who: [Alma, Arne], hidden: hall, told by: Hild, when: the band seen in west field }',
    });
    takesToBe(world, 'Hild', ['Mord'], 'court');
    live(world, 8);
    expect(sent(world).map((each) => each['squad'])).not.toContain('the reserve');
  });

  test('[S2] send nobody of whom they know that half have fallen, and those of whom they do not know it', () => {
    for (const known of [true, false]) {
      const world = alarmed();
      for (const name of ['Alma', 'Arne']) falls(world, name, known ? ['Hild'] : []);
      takesToBe(world, 'Hild', ['Mord'], 'court');
      live(world, 8);
      expect(sent(world)[0]['squad'] === 'the reserve').toBe(!known);
    }
  });

  test('[S2] send them back to where they belong when it is quiet again; the reserve is a reserve again', () => {
    const world = alarmed();
    takesToBe(world, 'Hild', ['Mord'], 'court');
    live(world, 8);
    expect(world.of(squad).reserve.raw[squadRow(world, 'the reserve')]).toBe(0);
    live(world, 100);
    expect(all(world, 'defence/manned')).toHaveLength(0);
    live(world, 40);
    const [manned] = all(world, 'defence/manned');
    expect(named(world, manned)).toMatchObject({ squad: 'the reserve', place: 'hall' });
    expect(manned.because.map((cause) => cause.id)).toEqual([all(world, 'defence/sent-in')[0].id]);
    expect(world.of(squad).reserve.raw[squadRow(world, 'the reserve')]).toBe(1);
    expect(world.of(sortie).by.raw[squadRow(world, 'the reserve')]).toBe(0);
    live(world, 20);
    expect([taskOf(world, 'Alma'), goalOf(world, 'Alma')]).toEqual(['hold', where(world, 'hall')]);
  });

  test('[S3] give up the walls where they hold too many to be within, or their leader gives up', () => {
    const many = alarmed();
    for (const name of ['Edda', 'Enno', 'Wanda', 'Wolf', 'Alma']) falls(many, name, ['Hild']);
    takesToBe(many, 'Hild', BAND, 'court');
    live(many, 8);
    expect(all(many, 'defence/fell-back')).toHaveLength(1);
    const whole = alarmed();
    takesToBe(whole, 'Hild', BAND, 'court');
    live(whole, 8);
    expect(all(whole, 'defence/fell-back')).toHaveLength(0);
    const given = alarmed();
    const id = happen(given, gaveUp, { actor: who(given, 'Hild'), group: of(given), place: where(given, 'court') });
    live(given, 30);
    expect(all(given, 'defence/fell-back')[0].because.map((cause) => cause.id)).toEqual([id]);
    expect(taskOf(given, 'Edda')).toBe('fall back');
  });
});

describe('when the enemy draws off', () => {
  /** Some were at the walls some time ago; nobody has fired since. */
  const drawnOff = (nerve: number, seed: number): World => {
    const world = alarmed({ begin: 'summer, d1 12:00' }, seed);
    takesToBe(world, 'Hild', ['Mord', 'Tova'], 'west field');
    world.of(body).nerve.put(who(world, 'Hild'), nerve);
    live(world, 260);
    return world;
  };

  test('[S4] a bold leader goes after them and a timid one lets them go', () => {
    let [bold, timid] = [0, 0];
    for (let seed = 1; seed <= 12; seed++) {
      bold += all(drawnOff(1, seed), 'defence/pursued').length;
      timid += all(drawnOff(0, seed), 'defence/pursued').length;
    }
    expect(bold).toBeGreaterThan(timid);
    expect(timid).toBeLessThan(12);
  });

  test('[S4] who has lost many holds back, and says so', () => {
    const world = alarmed({ begin: 'summer, d1 12:00' });
    const falling = ['Enno', 'Wolf', 'Arne', 'Edda', 'Wanda'].map((name) => falls(world, name, ['Hild']));
    takesToBe(world, 'Hild', ['Mord', 'Tova'], 'west field');
    world.of(body).nerve.put(who(world, 'Hild'), 0.3);
    live(world, 260);
    const [held] = all(world, 'defence/held-back');
    expect(held.because.map((cause) => cause.id)).toEqual(expect.arrayContaining(falling));
  });

  test('[S4] those who went after them are called back, they alone', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const world = drawnOff(1, seed);
      if (all(world, 'defence/pursued').length === 0) continue;
      live(world, 170);
      const [pursued] = all(world, 'defence/pursued');
      const [back] = all(world, 'defence/called-back');
      expect(named(world, back)['squad']).toBe(named(world, pursued)['squad']);
      expect(back.because.map((cause) => cause.id)).toEqual([pursued.id]);
      expect(world.of(defence).chase.raw[of(world)]).toBe(2);
      return;
    }
    throw new Error('nobody went after them in any of twelve worlds');
  });
});
