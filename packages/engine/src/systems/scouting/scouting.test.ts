import { describe, expect, test, vi } from 'vitest';
import { FOLK, beatenOff, dreading, raise, untilHour, watchful } from '../../../test/alarms.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { claimsOf, claim } from '../../kernel/beliefs.ts';
import { readEvent } from '../../kernel/read.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { isAt } from '../sight/state.ts';
import { died } from '../wounds/system.ts';
import { lyingAbout } from './creeping.ts';
import { errand } from './state.ts';

vi.setConfig({ testTimeout: 120_000 });
const HOUR = 3600;
const DAY = 24 * HOUR;
const sees = (world: World, name: string): number =>
  claimsOf(world, who(world, name)).filter((row) => world.of(claim).predicate.raw[row] === isAt.hash).length;

describe('a band that was beaten off', () => {
  test('[S17] sends somebody to look while its leader has a reason, and states it', () => {
    const world = live(beatenOff(), 30 * DAY);
    const [first] = all(world, 'scouting/sent');
    expect(first!.time).toBeGreaterThanOrEqual(2 * DAY);
    expect(named(world, first!)['actor']).toBe('Bram');
    expect(first!.because.map(({ id }) => readEvent(world, id).kind)).toEqual(['past/wronged']);
    const [crept] = all(world, 'scouting/crept');
    expect(crept!.because.map(({ id }) => id)).toEqual([first!.id]);
    const [told] = all(world, 'scouting/reported');
    const counted = ['nobody', 'one person', 'two people', 'three people', 'four people'][
      told!.data['watchers'] as number
    ];
    expect(told!.data['watchers']).toBe(all(world, 'scouting/looked')[0]!.data['watchers']);
    expect(said(world, told!)).toMatch(new RegExp(` told Bram that the mill folk had ${counted!} on watch\\.$`));
  });

  test('[S17] sends nobody without a reason, nor without a leader', () => {
    expect(all(live(beatenOff({}, { Ada: '' }), 15 * DAY), 'scouting/sent')).toEqual([]);
    const world = beatenOff();
    const group = band(world, 'the band');
    happen(world, died, { actor: who(world, 'Bram'), place: where(world, 'wood'), group, of: 'wound' });
    expect(all(live(world, 15 * DAY), 'scouting/sent')).toEqual([]);
  });

  test('[S17] knows by them where those on watch stand, and by nothing else', () => {
    const world = beatenOff();
    while (all(world, 'scouting/reported').length === 0 && world.time < 40 * DAY) {
      expect(sees(world, 'Bram')).toBe(0);
      live(world, HOUR);
    }
    expect(sees(world, 'Bram')).toBe(all(world, 'scouting/reported')[0]!.data['watchers']);
  });
});

describe('a group that lives out there', () => {
  const HEARD = 'has heard: {of: home, that: food, grade: B}';
  type Sent = { readonly kinds: readonly string[]; readonly of: string };
  /** Six people at kilns, so many km off, who are as they are said to be: the first whom they send in a fortnight, and what that goes back to. */
  const firstSent = (fields: string, km = 9, seed = 1): Sent | null => {
    const sites = `sites: {home: {gate: field, routes: {kilns: {km: ${km}}}}, kilns: {like: camp}}`;
    const drifters = `drifters: {out at: kilns, extras: 6, ${fields}}`;
    const more = `${sites}\nstores: {mill: {food: 4000 kg}}`;
    const world = live(watchful({ groups: drifters, more, Ada: 'temper: [cold]' }, { seed }), 14 * DAY);
    const [first] = all(world, 'scouting/sent');
    if (first === undefined) return null;
    const kinds = first.because.map(({ id }) => readEvent(world, id).kind).sort();
    return { kinds, of: world.keyOf(group, groupOf(world, first.roles['actor']!)) };
  };

  test('[S17] sends somebody to look for its need and on what it has heard, and states both', () => {
    expect(firstSent(HEARD)).toEqual({ kinds: ['bands/ran-short', 'region/heard'], of: 'drifters' });
  });

  test('[S17] sends nobody while it has enough, nor where it has heard of nobody, nor from too far off', () => {
    expect(firstSent(`${HEARD}, provisions: 2000 kg`)).toBeNull();
    expect(firstSent('', 15)).toBeNull();
    expect(firstSent(HEARD, 40)).toBeNull();
  });

  test('[S17] sends on account of what it has sworn, too, where it is an enemy', () => {
    const sent = [1, 2, 3].map((seed) => firstSent(`${HEARD}, hostile to: mill folk`, 9, seed)!.kinds);
    expect(sent.filter((kinds) => kinds.includes('bands/swore')).length).toBeGreaterThan(0);
  });
});

describe('whoever lies there to look', () => {
  test('[S13] moves as they come and as they go, and lies still between', () => {
    const world = lying(1);
    const came = world.time;
    const moved: boolean[] = [];
    for (let hour = 1; hour <= 3; hour++) {
      world.time = came + hour * HOUR;
      moved.push(lyingAbout(world, band(world, 'mill folk'))[0]!.moves);
    }
    expect(world.of(errand).until.raw[lyingAbout(world, band(world, 'mill folk'))[0]!.who]).toBe(world.time);
    expect(moved).toEqual([true, false, true]);
  });

  test('is on no errand any more once they have been taken in', () => {
    const world = lying(1);
    const { who: scout } = lyingAbout(world, band(world, 'mill folk'))[0]!;
    world.of(position).gone.put(scout, 0);
    live(world, HOUR);
    expect(world.of(errand).stage.raw[scout]).toBe(0);
  });

  /** Somebody lies there, and those on watch are as they are. */
  function lying(seed: number): World {
    const world = beatenOff({ seed });
    while (lyingAbout(world, band(world, 'mill folk')).length === 0) {
      live(world, HOUR);
      if (world.time > 30 * DAY) throw new Error('nobody comes');
    }
    return world;
  }

  test('[S13] is noticed now and then, more by those who dread, and is gone when the alarm is raised', () => {
    const caught = (dread: number): number => {
      let fled = 0;
      for (let seed = 1; seed <= 6; seed++)
        fled += all(dreading(beatenOff({ seed }), 20, dread), 'scouting/fled').length;
      return fled;
    };
    expect(caught(0.9)).toBeGreaterThan(caught(0));
    const world = lying(1);
    const { who: scout, at } = lyingAbout(world, band(world, 'mill folk'))[0]!;
    const id = raise(world, scout, at);
    live(world, HOUR);
    const [fled] = all(world, 'scouting/fled');
    expect(fled!.because.map((cause) => cause.id)).toEqual([id]);
    expect(world.of(errand).stage.raw[scout]).toBe(0);
  });

  test('[S13] leaves tracks that a patrol finds, which frightens those who live there', () => {
    let found = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const world = live(beatenOff({ seed }), 15 * DAY);
      for (const event of all(world, 'patrols/found')) {
        found++;
        expect(event.because.map(({ id }) => readEvent(world, id).kind)).toEqual(['scouting/crept', 'patrols/sent']);
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  test('wakes nobody as long as nobody notices', () => {
    const world = lying(2);
    const up = (): number => FOLK.filter((name) => world.of(body).awake.raw[who(world, name)] === 1).length;
    expect(all(world, 'alarms/raised')).toEqual([]);
    expect(up()).toBeLessThan(FOLK.length);
    untilHour(world, 12);
  });
});
