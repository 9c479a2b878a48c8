import { describe, expect, test, vi } from 'vitest';
import { FOLK, beatenOff, raise, untilHour, watchful } from '../../../test/alarms.fixture.ts';
import { all, band, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { dreadOf, fear } from '../dread/state.ts';
import { isAway } from '../infirmary/patients.ts';
import { position } from '../places/state.ts';
import { crept } from '../scouting/events.ts';
import { errand } from '../scouting/state.ts';

vi.setConfig({ testTimeout: 60_000 });
const HOUR = 3600;
const DAY = 24 * HOUR;

describe('a patrol', () => {
  test('[S13] goes round in the morning after an alarm, does no other work, and is home at noon', () => {
    const world = untilHour(watchful(), 1);
    const id = raise(world);
    untilHour(world, 11);
    const [sent] = all(world, 'patrols/sent');
    expect(sent!.because.map((cause) => cause.id)).toEqual([id]);
    const those = [sent!.roles['target']!, sent!.roles['other']!];
    for (const each of those) {
      expect(isAway(world, each)).toBe(true);
      expect(world.of(position).at.raw[each]).toBe(where(world, 'wood'));
    }
    untilHour(world, 14);
    for (const each of those) {
      expect(isAway(world, each)).toBe(false);
      expect(world.of(position).at.raw[each]).toBe(where(world, 'mill'));
    }
    expect(all(world, 'patrols/returned')[0]!.data['empty']).toBe(true);
  });

  test('is sent by nobody where nothing has been amiss', () => {
    expect(all(live(watchful(), 3 * DAY), 'patrols/sent').filter(({ because }) => because.length === 0)).toEqual([]);
  });

  test('[S13] that finds nobody lets people breathe again; one that finds tracks does not', () => {
    const change = (tracked: boolean): { readonly dread: number; readonly found: number } => {
      const world = untilHour(beatenOff({ seed: 3 }), 9);
      if (tracked) {
        const scout = who(world, 'Dirk');
        world.of(errand).stage.put(scout, 1);
        world.of(errand).of.put(scout, band(world, 'mill folk') + 1);
        world.of(errand).at.put(scout, where(world, 'field') + 1);
        world.of(errand).until.put(scout, world.time);
        happen(world, crept, { actor: scout, group: band(world, 'mill folk'), place: where(world, 'field') });
      }
      for (const name of FOLK) world.of(fear).dread.raw[who(world, name)] = 0.5;
      untilHour(world, 14);
      const home = FOLK.filter((name) => !Object.values(named(world, all(world, 'patrols/sent')[0]!)).includes(name));
      return { dread: dreadOf(world, who(world, home[0]!)), found: all(world, 'patrols/found').length };
    };
    const [quiet, tracks] = [change(false), change(true)];
    expect([quiet.found, tracks.found]).toEqual([0, 1]);
    expect(quiet.dread).toBeLessThan(0.48);
    expect(tracks.dread).toBeGreaterThan(0.5);
  });
});
