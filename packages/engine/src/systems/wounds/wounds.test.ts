import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import { all, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { believe, findClaim } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { setOut } from '../places/system.ts';
import { nerves } from '../resolve/state.ts';
import { hitChance } from '../shooting/hitting.ts';
import { isAt } from '../sight/state.ts';
import { injure } from './injury.ts';
import { BLOOD_ML, REGIONS, able, hasFallen, isHurt } from './state.ts';
import type { Region, Takes } from './state.ts';
import { weakened } from './system.ts';
import { quietClash, hurt, lost, flows, BARE } from './wounds.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('blood', () => {
  test('runs by the flow, less as less is left, and nothing of it gets lost', () => {
    const world = quietClash(BARE);
    hurt(world, 'Ada', 240);
    let expected = 0;
    for (let second = 0; second < 180; second++) {
      expected += (240 / 60) * (1 - expected / BLOOD_ML);
      live(world, 1);
      expect(lost(world, 'Ada')).toBeCloseTo(expected, 0);
    }
    expect(lost(world, 'Cole')).toBe(0);
  });

  test('of several wounds adds up', () => {
    const world = quietClash(BARE);
    hurt(world, 'Ada', 60);
    live(world, 1);
    hurt(world, 'Ada', 90, 'leg');
    live(world, 60);
    expect(lost(world, 'Ada')).toBeGreaterThan(147);
    expect(lost(world, 'Ada')).toBeLessThan(151);
  });

  test('that is lost brings down and kills when it should: the sooner, the faster it runs', () => {
    // Seconds to lose a share s of the blood at a flow f that falls with what is left: -ln(1 - s) * volume / f.
    const seconds = (share: number, flow: number): number => (-Math.log(1 - share) * BLOOD_ML * 60) / flow;
    for (const flow of [150, 300, 600, 1500]) {
      for (const seed of [1, 2, 3]) {
        const world = quietClash(BARE, seed);
        const start = world.time;
        hurt(world, 'Ada', flow);
        live(world, 3000);
        const fell = all(world, 'wounds/fell').find((event) => named(world, event)['actor'] === 'Ada')!;
        const died = all(world, 'wounds/died').find((event) => named(world, event)['actor'] === 'Ada')!;
        expect([fell.data['from'], died.data['of']]).toEqual(['blood', 'bleeding']);
        expect(fell.time - start).toBeGreaterThan(seconds(0.35, flow) - 2);
        expect(fell.time - start).toBeLessThan(seconds(0.4, flow) + 2);
        expect(died.time - start).toBeGreaterThan(seconds(0.45, flow) - 2);
        expect(died.time - start).toBeLessThan(seconds(0.5, flow) + 2);
      }
    }
  });

  test('from a small wound clots: half the flow every twelve minutes, and nobody dies of it', () => {
    const world = quietClash(BARE);
    hurt(world, 'Ada', 20, 'arm');
    live(world, 12 * 60);
    expect(flows(world)[0]).toBeGreaterThan(9);
    expect(flows(world)[0]).toBeLessThan(11);
    live(world, 3600);
    expect(world.of(body).alive.raw[who(world, 'Ada')]).toBe(1);
    const slow = quietClash(BARE);
    hurt(slow, 'Ada', 60, 'arm');
    live(slow, 12 * 60);
    expect(flows(slow)[0]).toBe(60);
  });

  test('runs and clots the same, however finely the hours are lived, and whatever others live through', () => {
    const after = (prepare: (world: World) => void): number => {
      const others = {
        people: 'Eve: {group: others}\n  Finn: {group: foes, at: wood}',
        groups: 'others: {}\n  foes: {hostile to: others}',
      };
      const world = mill({ ...BARE, ...others });
      hurt(world, 'Ada', 20, 'arm');
      prepare(world);
      live(world, 2 * 3600);
      return lost(world, 'Ada');
    };
    const byTheHour = after(() => {});
    // All of a flow that halves every twelve minutes, a little less for what is lost meanwhile.
    expect(byTheHour).toBeGreaterThan(300);
    expect(byTheHour).toBeLessThan((20 * 12) / Math.LN2 + 60);
    expect(after((world) => clash(world, 'the band'))).toBeCloseTo(byTheHour, -2);
    expect(after((world) => clash(world, 'foes'))).toBeCloseTo(byTheHour, 0);
  });
});

describe('a wound', () => {
  test('that takes life kills at once, one that takes the feet fells; each is the reason', () => {
    const world = quietClash();
    const first = hurt(world, 'Ada', 100, 'head', 'life');
    const second = hurt(world, 'Cole', 20, 'leg', 'feet');
    const died = all(world, 'wounds/died')[0];
    const fell = all(world, 'wounds/fell')[0];
    expect([named(world, died)['actor'], died.data['of'], died.because[0].id]).toEqual(['Ada', 'wound', first]);
    expect([named(world, fell)['actor'], fell.data['from'], fell.because[0].id]).toEqual(['Cole', 'blow', second]);
    expect(hurt(world, 'Ada', 100)).toBe(0);
  });

  test('is seen by nearly all beside it, told to none beyond sight, and weighs on comrades who see a fall', () => {
    let seen = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const world = quietClash(
        { people: 'Eve: {group: others, at: mill}', groups: 'others: {}', Dirk: 'at: wood' },
        seed,
      );
      hurt(world, 'Ada', 20, 'leg', 'feet');
      const knows = (name: string): boolean => findClaim(world, who(world, name), hasFallen, who(world, 'Ada')) >= 0;
      if (knows('Cole')) {
        seen++;
        expect(world.of(nerves).strain.raw[who(world, 'Cole')]).toBeGreaterThan(0);
      }
      expect(knows('Dirk')).toBe(false);
      expect(world.of(nerves).strain.raw[who(world, 'Eve')]).toBe(0);
      expect(findClaim(world, who(world, 'Eve'), isHurt, who(world, 'Ada'))).toBe(-1);
    }
    expect(seen).toBeGreaterThan(50);
  });

  test('lands on limbs more often than on the head, bleeds within its bounds, and limbs do not kill at once', () => {
    const world = mill();
    const count = new Map<Region, number>(REGIONS.map((region) => [region, 0]));
    const [least, most] = [new Map<Region, number>(), new Map<Region, number>()];
    for (let i = 0; i < 4000; i++) {
      world.time += 1;
      const { region, flow, takes } = injure(world, 0, 1);
      count.set(region, count.get(region)! + 1);
      least.set(region, Math.min(least.get(region) ?? Infinity, flow));
      most.set(region, Math.max(most.get(region) ?? 0, flow));
      if (region === 'arm' || region === 'leg') expect(takes).not.toBe('life');
    }
    const share = (region: Region): number => count.get(region)! / 4000;
    expect(share('head')).toBeGreaterThan(0.15);
    expect(share('head')).toBeLessThan(0.21);
    expect(share('arm') + share('leg') + share('groin')).toBeGreaterThan(0.51);
    expect(share('arm') + share('leg') + share('groin')).toBeLessThan(0.58);
    for (const region of REGIONS) expect(least.get(region)).toBeGreaterThanOrEqual(8);
    expect(most.get('chest')).toBeGreaterThan(1500);
    expect(most.get('chest')).toBeLessThanOrEqual(2500);
    expect(most.get('arm')).toBeLessThanOrEqual(500);
  });
});

describe('what a wound takes', () => {
  const aimOf = (prepare: (world: World) => void): number => {
    const world = mill({ Ada: 'at: yard', Bram: 'at: field' });
    prepare(world);
    believe(world, who(world, 'Ada'), isAt, who(world, 'Bram'), {
      place: where(world, 'field'),
      confidence: 1,
      source: 1,
    });
    return hitChance(world, who(world, 'Ada'), who(world, 'Bram'));
  };

  test('[S1] from the arm spoils the aim, more where its use is lost, and so does loss of blood', () => {
    const whole = aimOf(() => {});
    const arm = aimOf((world) => hurt(world, 'Ada', 20, 'arm'));
    const useless = aimOf((world) => hurt(world, 'Ada', 20, 'arm', 'grip'));
    const leg = aimOf((world) => hurt(world, 'Ada', 20, 'leg', 'stride'));
    const faint = aimOf((world) => happen(world, weakened, { actor: who(world, 'Ada'), place: where(world, 'yard') }));
    expect(arm).toBeLessThan(whole);
    expect(useless).toBeLessThan(arm);
    expect(leg).toBe(whole);
    expect(faint).toBeLessThan(whole);
  });

  test('[S4] from the legs slows: who limps takes longer, who crawls far longer, also who is under way already', () => {
    const secondsTo = (takes: Takes, before: boolean): number => {
      const world = mill({ Ada: 'at: field', Bram: 'at: mill', Dirk: 'at: mill' });
      clash(world, 'the band');
      if (before) hurt(world, 'Ada', 10, 'leg', takes);
      happen(world, setOut, {
        actor: who(world, 'Ada'),
        place: where(world, 'field'),
        goal: where(world, 'wood'),
        pace: 'running',
      });
      if (!before) hurt(world, 'Ada', 10, 'leg', takes);
      const start = world.time;
      while (all(world, 'places/reached').length === 0 && world.time < start + 600) live(world, 1);
      return world.time - start;
    };
    for (const before of [true, false]) {
      const [runs, limps, crawls] = [
        secondsTo('nothing', before),
        secondsTo('stride', before),
        secondsTo('legs', before),
      ];
      expect(limps).toBeGreaterThan(2 * runs);
      expect(crawls).toBeGreaterThan(6 * runs);
    }
  });

  test('is lost for good, is said once, and nobody loses what they have lost', () => {
    const world = quietClash(BARE);
    const first = hurt(world, 'Ada', 20, 'leg', 'legs');
    live(world, 1);
    hurt(world, 'Ada', 20, 'leg', 'stride');
    const lamed = all(world, 'wounds/disabled');
    expect(lamed.map((event) => [event.data['what'], event.because[0].id])).toEqual([['legs', first]]);
    expect(world.of(able).legs.raw[who(world, 'Ada')]).toBe(2);
    expect(world.of(able).legsBy.raw[who(world, 'Ada')]).toBe(lamed[0].id);
  });

  test('with the blood: they grow faint, then go down, then die', () => {
    const world = quietClash(BARE);
    const source = hurt(world, 'Ada', 200, 'belly');
    live(world, 1800);
    const [faint] = all(world, 'wounds/weakened');
    expect(faint.because.map(({ id }) => id)).toEqual([source]);
    expect(faint.time).toBeLessThan(all(world, 'wounds/fell')[0].time);
    expect(all(world, 'wounds/fell')[0].time).toBeLessThan(all(world, 'wounds/died')[0].time);
  });
});
