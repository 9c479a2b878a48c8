import { describe, expect, test, vi } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { mill, millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import { withhold } from '../../kernel/log.ts';
import { muteOf } from '../../kernel/read.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { breached } from '../barriers/events.ts';
import { barrier } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { broken, made } from '../promises/events.ts';
import { mending } from '../repairs/state.ts';
import { roster } from '../routine/state.ts';
import { died } from '../wounds/system.ts';
import { doingOf } from './hands.ts';
import { DRILL, labour } from './state.ts';
import { chanceToBalk } from './working.ts';

vi.setConfig({ testTimeout: 60_000 });
const HOUR = 3600;
const DAY = 24 * HOUR;
const NAMES = ['Eve', 'Finn', 'Gwen', 'Hal', 'Ike', 'Jo', 'Kit', 'Liv'];

/** Ten people at the mill behind a palisade; the band is far off in a cellar of its own. */
function yard(changes: MillChanges = {}, seed = 1): World {
  const own: MillChanges = {
    begin: 'summer, d1 05:00',
    Bram: 'at: isle',
    Dirk: 'at: isle',
    places: 'isle: {like: cellar}',
    people: NAMES.map((name) => `${name}: {}`).join('\n  '),
    more: 'barriers: {the palisade: {between: [yard, field]}}',
  };
  return mill({ ...own, ...changes }, { seed });
}
const breaks = (world: World): number =>
  happen(world, breached, {
    actor: who(world, 'Bram'),
    barrier: world.cast.mustRow(barrier, 'the palisade'),
    place: where(world, 'yard'),
    how: 'broken',
  });
const dies = (world: World, name: string): number =>
  happen(world, died, { actor: who(world, name), place: where(world, 'yard'), group: 0, of: 'wound' });
const folk = (world: World): number[] => peopleIn(world, band(world, 'mill folk'));
const at = (world: World, work: string): number =>
  folk(world).filter((each) => doingOf(world, each)?.work === work).length;
const drilled = (world: World): number =>
  folk(world).filter((each) => world.of(labour).doing.raw[each] === DRILL).length;
const done = (world: World): number => world.of(mending).done.raw[world.cast.mustRow(barrier, 'the palisade')] / HOUR;

describe('what people are set to', () => {
  test('[S10] follows need: a breach takes hands from drill, and says so', () => {
    const quiet = live(yard(), 3 * HOUR + 1);
    const busy = yard();
    breaks(busy);
    live(busy, 3 * HOUR + 1);
    expect(at(quiet, 'mend')).toBe(0);
    expect(at(busy, 'mend')).toBeGreaterThan(1);
    expect(drilled(busy)).toBeLessThan(drilled(quiet));
    const [assigned] = all(busy, 'work/assigned');
    expect(assigned!.because.map(({ id }) => id)).toEqual([all(busy, 'repairs/found')[0]!.id]);
    expect(said(busy, assigned!)).toBe('Ada set four people to mending.');
    expect(all(quiet, 'work/assigned')).toEqual([]);
  });

  test('and nobody is set to mend where the finding of the breach is withheld', () => {
    const world = yard();
    breaks(world);
    live(world, 3 * HOUR);
    const log = [withhold(muteOf(world, all(world, 'repairs/found')[0]!.id))];
    const other = yard();
    breaks(other);
    const fork = live(other.fork({ log }), 3 * HOUR);
    expect(all(fork, 'work/assigned')).toEqual([]);
  });

  test('follows standing orders: what comes first, and what nobody does', () => {
    const counts = (orders: string): [number, number] => {
      const world = yard({ folk: `standing orders: ${orders}`, people: 'Eve: {}' });
      breaks(world);
      dies(world, 'Cole');
      live(world, 7 * HOUR + 1);
      return [at(world, 'mend'), at(world, 'dig')];
    };
    expect(counts('{first: mend}')).toEqual([1, 0]);
    expect(counts('{first: dig}')).toEqual([0, 1]);
    expect(counts('{never: [mend, dig]}')).toEqual([0, 0]);
  });

  test('follows what they know, how strong they are, and whom they lead', () => {
    const world = yard({
      people: `Eve: {age: 12}\n  Finn: {work: mend}\n  Gwen: {age: 70}\n  Hal: {age: 8}\n  Ike: {}`,
    });
    breaks(world);
    live(world, 3 * HOUR);
    const menders = folk(world).filter((each) => doingOf(world, each)?.work === 'mend');
    const names = menders.map((each) => world.keyOf(person, each));
    expect(names).toContain('Finn');
    for (const name of ['Ada', 'Eve', 'Gwen', 'Hal']) expect(names).not.toContain(name);
  });

  test('is dealt out anew when somebody at it falls, because they fell', () => {
    const world = yard({ people: 'Eve: {}' });
    breaks(world);
    live(world, 3 * HOUR);
    const mender = folk(world).find((each) => doingOf(world, each)?.work === 'mend')!;
    const id = dies(world, world.keyOf(person, mender));
    live(world, 2 * HOUR);
    const [, again] = all(world, 'work/assigned');
    expect(again!.because.map((cause) => cause.id)).toContain(id);
    expect(at(world, 'mend')).toBe(1);
  });

  test('changes hardly ever while nothing happens', () => {
    const world = yard({ more: 'stores: {mill: {food: 900 kg}}' });
    live(world, 14 * DAY);
    expect(all(world, 'work/assigned').length).toBeLessThanOrEqual(2);
  });
});

describe('the working day', () => {
  test('[S15] is shorter by the light of winter than of summer, so that less is mended in it', () => {
    const hours = (season: string): number => {
      const world = yard({ begin: `${season}, d1 05:00`, folk: 'standing orders: {hours: 16}', people: 'Eve: {}' });
      breaks(world);
      let most = 0;
      for (let hour = 0; hour < 19; hour++) most += live(world, HOUR) && at(world, 'mend') > 0 ? 1 : 0;
      return most;
    };
    expect(hours('winter')).toBeGreaterThan(3);
    expect(hours('summer')).toBeGreaterThan(hours('winter') + 3);
  });

  test('of whoever stood watch by night begins when they have slept, and nobody ever does two things at once', () => {
    const world = yard({ folk: 'routine: {on watch: 2, watch hours: 8}' });
    breaks(world);
    for (const name of ['Jo', 'Kit']) dies(world, name);
    let slept = 0;
    for (let hour = 0; hour < 7 * 24; hour++) {
      live(world, HOUR);
      for (const each of folk(world)) {
        const busy = world.of(labour).doing.raw[each] !== 0;
        const watches = world.of(roster).on.raw[each] === 1;
        const sleeps = world.of(body).awake.raw[each] === 0;
        expect(Number(busy) + Number(watches && !sleeps) + Number(sleeps)).toBeLessThanOrEqual(1);
        const day = Math.floor(world.time / HOUR) % 24;
        if (sleeps && day >= 8 && day < 14) slept++;
      }
    }
    expect(slept).toBeGreaterThan(0);
  });

  test('gets less out of those who are spent', () => {
    const mended = (owed: number): number => {
      const world = yard({ people: 'Eve: {}' });
      const by = breaks(world);
      for (const each of folk(world)) if (owed > 0) world.of(body).owed.add(each, owed, by);
      live(world, 5 * HOUR);
      return done(world);
    };
    expect(mended(0)).toBeGreaterThan(0);
    expect(mended(12)).toBeLessThan(mended(0));
  });

  test('makes better shots of those who are drilled', () => {
    const aim = (drill: number): number => {
      const world = yard({ folk: `standing orders: {drill: ${drill}}` });
      live(world, 10 * DAY);
      return world.of(body).aim.raw[who(world, 'Eve')] + world.of(body).stealth.raw[who(world, 'Eve')];
    };
    expect(aim(4)).toBeGreaterThan(aim(0) + 0.02);
  });
});

describe('people refuse', () => {
  test('the more tired they are, the hungrier, and the less they think of whoever says so; never while all is well', () => {
    const chance = (owed: number, ill = 0, fields = ''): number => {
      const world = yard({ people: `Eve: {${fields}}` });
      if (owed > 0) world.of(body).owed.add(who(world, 'Eve'), owed, 1);
      return chanceToBalk(world, who(world, 'Eve'), ill);
    };
    expect(chance(0)).toBe(0);
    const rising = [chance(20), chance(30), chance(30, 0.3), chance(30, 0.3, 'temper: bitter')];
    expect([...rising].sort((a, b) => a - b)).toEqual(rising);
    expect(new Set(rising).size).toBe(rising.length);
    expect(chance(30, 0, 'temper: loyal')).toBeLessThan(chance(30));
  });

  test('or have another do it, or are let off, on account of what tired them', () => {
    const outcomes = { refused: 0, swapped: 0, 'let-off': 0 };
    const people = NAMES.map((name, i) => `${name}: {${i < 4 ? 'work: mend' : ''}}`).join('\n  ');
    for (let seed = 1; seed <= 24; seed++) {
      const world = yard({ people }, seed);
      const by = breaks(world);
      // All are tired, or those who know how to mend, or all are spent.
      const [menders, others] = [
        [32, 32],
        [32, 8],
        [44, 44],
      ][seed % 3]!;
      const know = NAMES.slice(0, 4).map((name) => who(world, name));
      for (const each of folk(world)) world.of(body).owed.add(each, know.includes(each) ? menders! : others!, by);
      live(world, 5 * HOUR);
      for (const kind of ['refused', 'swapped', 'let-off'] as const) {
        for (const event of all(world, `work/${kind}`)) {
          outcomes[kind]++;
          expect(event.because.map(({ id }) => id)).toContain(by);
          expect(groupOf(world, event.roles['actor']!)).toBe(band(world, 'mill folk'));
        }
      }
    }
    for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(0);
  });

  test('more often where whoever sets them to it has broken their word to them, and on account of that', () => {
    const people = NAMES.map((name) => `${name}: {}`).join('\n  ');
    const balked = (breaksWord: boolean): { count: number; blamed: number } => {
      let [count, blamed] = [0, 0];
      for (let seed = 1; seed <= 16; seed++) {
        const world = yard({ people }, seed);
        const by = breaks(world);
        const lies = new Set<number>();
        for (const each of folk(world)) {
          world.of(body).owed.add(each, 26, by);
          if (!breaksWord || each === who(world, 'Ada')) continue;
          const roles = { actor: who(world, 'Ada'), target: each, that: 'repay' } as const;
          happen(world, made, { ...roles, within: 0 });
          lies.add(happen(world, broken, roles));
        }
        live(world, 5 * HOUR);
        for (const event of [...all(world, 'work/refused'), ...all(world, 'work/swapped')]) {
          count++;
          if (event.because.some(({ id }) => lies.has(id))) blamed++;
        }
      }
      return { count, blamed };
    };
    const [lied, kept] = [balked(true), balked(false)];
    expect(lied.count).toBeGreaterThan(kept.count);
    expect(lied.blamed).toBeGreaterThan(0);
    expect(kept.blamed).toBe(0);
  });

  test('and whoever did does nothing that day', () => {
    const world = yard();
    breaks(world);
    live(world, 3 * HOUR);
    const mender = folk(world).find((each) => doingOf(world, each)?.work === 'mend')!;
    world.of(labour).off.put(mender, 0);
    live(world, 2 * HOUR);
    expect(doingOf(world, mender)).toBeNull();
    expect(named(world, all(world, 'repairs/begun')[0]!)['actor']).toBe('Ada');
  });
});

describe('a scenario', () => {
  const codes = (folk: string, band = ''): string[] => {
    const { setup } = readScenario(millText({ folk, band }), { file: 'test.yaml', parts: ruleset.sections });
    return checkSetup(ruleset, setup!).map(({ code }) => code);
  };
  test('is told of standing orders that nobody follows, or can', () => {
    expect(codes('standing orders: {first: [dig, mend], drill: 2}')).toEqual([]);
    expect(codes('standing orders: {first: dig, never: dig}')).toContain('first-and-never');
    expect(codes('standing orders: {hours: 2, drill: 3}')).toContain('more-drill-than-day');
    expect(codes('', 'standing orders: {drill: 1}')).toContain('no-home-to-work-for');
  });
});
