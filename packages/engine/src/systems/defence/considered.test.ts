import { describe, expect, test } from 'vitest';
import { alarm, besiegedWithout, falls, takesToBe } from '../../../test/fort.fixture.ts';
import type { FortChanges } from '../../../test/fort.fixture.ts';
import { all, happen, live } from '../../../test/night.fixture.ts';
import { band, where, who } from '../../../test/night.fixture.ts';
import { chosenOf, failedOf, optionOf, weighs } from '../../../test/weighing.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { sentIn } from './events.ts';
import { defence } from './state.ts';
import { squadRow } from '../../../test/fort.fixture.ts';

const BAND = ['Mord', 'Tova', 'Sely', 'Rook'];
function alarmed(changes: FortChanges = {}, seed = 1): World {
  const world = besiegedWithout('the band', changes, { seed });
  alarm(world, 'Hild');
  return live(world, 12);
}
const orders = (world: World, seconds = 4): ReturnType<typeof weighs> =>
  weighs(world, 'Hild', 'defence/orders', seconds);

describe('who leads at home is said', () => {
  test('to know of no danger before the alarm, and calls them to arms after it', () => {
    const world = besiegedWithout('the band');
    const before = orders(world);
    expect(failedOf(before, 'defence/stand-to')).toBe('Hild knew of no danger');
    expect(chosenOf(before)).toEqual(['defence/wait']);
    alarm(world, 'Hild');
    expect(chosenOf(orders(world))).toEqual(['defence/stand-to']);
  });

  test('to know of no enemy at the walls, nor within them; where some press a wall the reserve is sent', () => {
    const quiet = orders(alarmed());
    expect(failedOf(quiet, 'defence/help')).toBe('Hild knew of no enemy at the walls');
    expect(failedOf(quiet, 'defence/counterattack')).toBe('Hild knew of no enemy within the walls');
    const few = alarmed();
    takesToBe(few, 'Hild', ['Mord', 'Tova'], 'west field');
    expect(failedOf(orders(few), 'defence/help')).toBe('Hild knew of no wall that was hard pressed');
    const pressed = alarmed();
    takesToBe(pressed, 'Hild', BAND, 'west field');
    const sends = orders(pressed);
    expect(chosenOf(sends)).toEqual(['defence/help']);
    expect(optionOf(sends, 'defence/help').option).toBe('to send the reserve to the west walk');
    expect(all(pressed, 'defence/sent-in')).toHaveLength(1);
  });

  test('to have sent people elsewhere just before, and to have no reserve left', () => {
    const world = alarmed();
    const fields = {
      actor: who(world, 'Hild'),
      group: band(world, 'fort folk'),
      squad: squadRow(world, 'the reserve'),
    };
    happen(world, sentIn, { ...fields, place: where(world, 'east walk'), to: 'help' });
    takesToBe(world, 'Hild', BAND, 'west field');
    expect(failedOf(orders(world), 'defence/help')).toBe('Hild had just sent people elsewhere');
    world.of(defence).sentAt.put(fields.group, world.time - 200);
    expect(failedOf(orders(world), 'defence/help')).toBe('Hild had no reserve left');
  });

  test('to hold the walls against few within them, and to give them up against many, by the measure', () => {
    const few = alarmed();
    takesToBe(few, 'Hild', ['Mord'], 'court');
    const holds = orders(few);
    const fallBack = optionOf(holds, 'defence/fall-back');
    expect(fallBack.failed).toBe('Hild took the enemies within the walls to be too few to take the walls');
    expect(fallBack.score).toBeGreaterThan(0);
    expect(fallBack.score).toBeLessThan(1);
    expect(failedOf(holds, 'defence/help')).toBe('the enemy was within already');
    const many = alarmed();
    for (const name of ['Edda', 'Enno', 'Wanda', 'Wolf', 'Alma']) falls(many, name, ['Hild']);
    takesToBe(many, 'Hild', BAND, 'court');
    expect(chosenOf(orders(many))).toEqual(['defence/fall-back']);
    expect(all(many, 'defence/fell-back')).toHaveLength(1);
  });

  test('to go after those who have drawn off, or to let them go, as the chance has it', { timeout: 60_000 }, () => {
    const did = new Set<string>();
    for (let seed = 1; seed <= 8; seed++) {
      const world = alarmed({}, seed);
      takesToBe(world, 'Hild', BAND, 'west field');
      live(world, 200);
      let weighed = orders(world);
      for (let look = 0; look < 40 && !chosenOf(weighed).some((id) => /pursue|hold-back/.test(id)); look++) {
        weighed = orders(world);
      }
      const [chosen] = chosenOf(weighed);
      const pursue = optionOf(weighed, 'defence/pursue');
      if (pursue.weighed?.by !== 'chance') throw new Error(`no chance was told: ${chosen}`);
      expect(chosen === 'defence/pursue').toBe(pursue.weighed.drawn < pursue.weighed.chance);
      expect(all(world, chosen === 'defence/pursue' ? 'defence/pursued' : 'defence/held-back')).toHaveLength(1);
      did.add(chosen);
    }
    expect(did.size).toBe(2);
  });
});
