import { describe, expect, test, vi } from 'vitest';
import { mill, millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who, worldOf } from '../../../test/night.fixture.ts';
import { readScenario } from '@anchorhold/scenario';
import { bubble } from '../../kernel/bubbles.ts';
import { checkSetup } from '../../kernel/create.ts';
import { withhold } from '../../kernel/log.ts';
import { muteOf } from '../../kernel/read.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { body } from '../bodies/state.ts';
import { weariness } from '../bodies/sleep.ts';
import { BLOOD_ML, vitals } from '../wounds/state.ts';
import { died, fell } from '../wounds/system.ts';
import { position } from '../places/state.ts';
import { chanceToDoze } from './keeping.ts';
import { fellAsleep } from './events.ts';
import { roster } from './state.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Eight people at the mill, and nobody who comes; the others are far off in a cellar of their own. */
const PEACE: MillChanges = {
  people: ['Eve', 'Finn', 'Gwen', 'Hal', 'Ike', 'Jo'].map((name) => `${name}: {}`).join('\n  '),
  Bram: 'at: isle',
  Dirk: 'at: isle',
  places: 'isle: {like: cellar}\n  tower: {like: tower, next to: mill}',
};
const FOLK = ['Ada', 'Cole', 'Eve', 'Finn', 'Gwen', 'Hal', 'Ike', 'Jo'];
const peace = (changes: MillChanges = {}, seed = 1): World => mill({ ...PEACE, ...changes }, { seed });
/** Live until an hour of a day. */
const until = (world: World, day: number, hour: number): World =>
  live(world, (day - 1) * DAY + hour * HOUR - world.time);
const actors = (world: World, events: readonly EventRecord[]): string[] =>
  events.map((event) => named(world, event)['actor']);
const isAwake = (world: World, name: string): boolean => world.of(body).awake.raw[who(world, name)] === 1;
const sleepers = (world: World): string[] => FOLK.filter((name) => !isAwake(world, name));
const tire = (world: World, name: string, hours: number): void =>
  world.of(body).owed.add(who(world, name), hours, all(world, 'routine/set-watch').at(-1)?.id ?? 0);
/** Those on watch now. */
const watching = (world: World): string[] => FOLK.filter((name) => world.of(roster).on.raw[who(world, name)] === 1);

/** The whole band falls where it lies. */
function bandDies(world: World): void {
  const [place, group] = [where(world, 'wood'), band(world, 'the band')];
  for (const name of ['Bram', 'Dirk']) happen(world, died, { actor: who(world, name), place, group, of: 'wound' });
}

describe('people sleep', () => {
  test('by night, at home, but for those on watch, and are up by day', () => {
    const world = peace({ Cole: 'at: field' });
    for (const hour of [13, 18, 21]) expect(sleepers(until(world, 1, hour))).toEqual([]);
    until(world, 1, 23);
    expect(sleepers(world)).toHaveLength(FOLK.length - watching(world).length);
    expect(watching(world)).toHaveLength(1);
    for (const name of sleepers(world)) expect(world.of(position).at.raw[who(world, name)]).toBe(where(world, 'mill'));
    expect(sleepers(until(world, 2, 11))).toEqual([]);
  });

  test('[S15] seven to eight hours of every day of two weeks of peace, and nobody is spent', () => {
    for (const seed of [1, 2, 3]) {
      const world = peace({}, seed);
      const hours = new Map(FOLK.map((name) => [name, 0]));
      let most = 0;
      for (let hour = 0; hour < 14 * 24; hour++) {
        live(world, HOUR);
        for (const name of sleepers(world)) hours.set(name, hours.get(name)! + 1);
        for (const name of FOLK) most = Math.max(most, weariness(world, who(world, name)));
      }
      for (const [name, slept] of hours) {
        expect(slept / 14, name).toBeGreaterThanOrEqual(6.9);
        expect(slept / 14, name).toBeLessThanOrEqual(8.2);
      }
      expect(most).toBeLessThan(0.4);
      expect(all(world, 'routine/fell-asleep').length).toBeLessThan(2);
    }
  });

  test('so that their tiredness stays within bounds over thirty days, of a band in the field too', () => {
    const world = peace({ begin: 'winter, d1 07:00' });
    for (let day = 0; day < 30; day++) {
      live(world, DAY);
      for (let row = 0; row < world.of(person).count; row++) expect(weariness(world, row)).toBeLessThan(0.35);
    }
  });

  test('long after two days awake, and no longer than that after one', () => {
    const slept = (awake: number): number => {
      const world = peace({ begin: 'summer, d3 22:00' });
      const ada = who(world, 'Ada');
      world.of(body).wokeAt.put(ada, world.time - awake * HOUR);
      world.of(roster).excused.put(ada, 1);
      let hours = 0;
      for (let hour = 0; hour < 24; hour++) if (!isAwake(live(world, HOUR), 'Ada')) hours++;
      return hours;
    };
    expect(slept(16)).toBeGreaterThanOrEqual(7);
    expect(slept(16)).toBeLessThanOrEqual(9);
    expect(slept(48)).toBeGreaterThanOrEqual(slept(16) + 4);
  });

  test('in after a night of fighting', () => {
    const up = (fought: boolean): number => {
      const world = peace({ begin: 'summer, d1 21:00', Bram: '', Dirk: '' });
      if (fought) {
        // Before they go to bed.
        live(world, HOUR / 2);
        while (world.time < DAY + 3 * HOUR) {
          if (world.of(bubble).liveCount === 0) clash(world, 'the band');
          live(world, 60);
        }
        clash(world, 'the band');
        bandDies(world);
      }
      until(world, 2, 8);
      return sleepers(world).length;
    };
    expect(up(false)).toBeLessThanOrEqual(2);
    expect(up(true)).toBeGreaterThanOrEqual(5);
  });

  test('and hold what they left in peace', () => {
    const held = ruleset.conditions.find(({ pattern }) => pattern === '{groups} hold {places}')!;
    const names = { groups: 'mill folk', places: 'field' };
    const world = until(peace({ Cole: 'at: field' }), 2, 0);
    expect(world.of(position).at.raw[who(world, 'Cole')]).not.toBe(where(world, 'field'));
    expect(held.truth(world, names)).toBe(true);
    expect(held.because!(world, names)).toEqual([all(world, 'routine/turned-in')[0].id]);
    expect(held.truth(world, { ...names, places: 'wood' })).toBe(false);
    clash(world, 'the band');
    expect(held.truth(world, names)).toBe(false);
  });

  test('where they lie, if they cannot get up', () => {
    const world = peace({ Cole: 'at: field' });
    happen(world, fell, {
      actor: who(world, 'Cole'),
      place: where(world, 'field'),
      group: band(world, 'mill folk'),
      from: 'blow',
    });
    // So weak for want of blood that they do not come round for a day or two.
    world.of(vitals).lost.raw[who(world, 'Cole')] = 0.4 * BLOOD_ML;
    until(world, 2, 1);
    const carried = all(world, 'infirmary/brought-in').map((event) => named(world, event)['target']);
    const lies = world.of(position).at.raw[who(world, 'Cole')];
    expect(lies).toBe(where(world, carried.includes('Cole') ? 'mill' : 'field'));
    expect(world.of(body).down.raw[who(world, 'Cole')]).toBe(1);
  });

  test('when they are woken halfway, and owe the rest', () => {
    const world = until(peace(), 2, 0);
    const [taken] = all(world, 'routine/took-watch').filter((event) => event.time === world.time);
    expect(world.of(body).owed.contributors(taken.roles['actor'], 1)).toEqual([taken.id]);
  });
});

describe('the watch', () => {
  test('[S15] is set each evening by whoever is in charge of it, else by the leader', () => {
    const bySeed = (changes: MillChanges): string[] =>
      actors(peace(), all(until(peace(changes), 4, 12), 'routine/set-watch'));
    expect(bySeed({})).toEqual(['Ada', 'Ada', 'Ada']);
    expect(bySeed({ Cole: 'office: watch' })).toEqual(['Cole', 'Cole', 'Cole']);
  });

  test('[S15] is stood without a gap all night, each by one who is relieved by the next', () => {
    const world = until(peace(), 1, 22);
    for (let hour = 22; hour < 30; hour++) {
      expect(watching(world), `at ${hour % 24}`).toHaveLength(1);
      expect(isAwake(world, watching(world)[0])).toBe(true);
      live(world, HOUR);
    }
    expect(watching(world)).toEqual([]);
    const taken = all(world, 'routine/took-watch').map((event) => named(world, event));
    expect(taken.slice(1).map((each) => each['target'])).toEqual(taken.slice(0, -1).map((each) => each['actor']));
  });

  test('is kept from where most is seen, or from where the scenario says', () => {
    const posts = (changes: MillChanges): Set<string> => {
      const world = until(peace(changes), 2, 12);
      return new Set(all(world, 'routine/took-watch').map((event) => named(world, event)['place']));
    };
    expect(posts({})).toEqual(new Set(['yard']));
    const groups = 'mill folk: {home: mill, leader: Ada, routine: {on watch: 2, posts: [tower, field]}}';
    const text = millText({ ...PEACE }).replace('mill folk: {home: mill, leader: Ada}', groups);
    const world = until(lived(text), 2, 12);
    expect(new Set(all(world, 'routine/took-watch').map((event) => named(world, event)['place']))).toEqual(
      new Set(['tower', 'field']),
    );
  });

  test('goes round: who stood longest ago comes first, and over two weeks nobody stands twice as often as another', () => {
    const world = until(peace(), 15, 12);
    const times = new Map<string, number>();
    for (const name of actors(world, all(world, 'routine/took-watch'))) times.set(name, (times.get(name) ?? 0) + 1);
    expect([...times.keys()].sort()).toEqual(FOLK);
    expect(Math.max(...times.values()) - Math.min(...times.values())).toBeLessThanOrEqual(1);
  });

  test('is not for children, the old, the wounded and those who cannot get up', () => {
    const world = peace({ people: `${PEACE.people}\n  Kit: {age: 12}\n  Lou: {age: 81}` });
    happen(world, fell, {
      actor: who(world, 'Cole'),
      place: where(world, 'mill'),
      group: band(world, 'mill folk'),
      from: 'blow',
    });
    until(world, 10, 12);
    const stood = new Set(actors(world, all(world, 'routine/took-watch')));
    expect(['Kit', 'Lou'].filter((name) => stood.has(name))).toEqual([]);
    const [up] = all(world, 'wounds/got-up');
    expect(named(world, up)['actor']).toBe('Cole');
    for (const event of all(world, 'routine/took-watch')) {
      if (named(world, event)['actor'] === 'Cole') expect(event.time).toBeGreaterThan(up.time);
    }
  });

  test('is doubled after a fight, on account of it, and no longer so two weeks later', () => {
    const world = peace({ begin: 'summer, d1 18:00', Bram: '', Dirk: '' });
    clash(world, 'the band');
    bandDies(world);
    until(world, 20, 12);
    const [ended] = all(world, 'engagement/ended');
    const set = all(world, 'routine/set-watch');
    expect(set[0].data).toMatchObject({ posts: 2, for: 'a fight', change: 'first' });
    expect(set[0].because.map(({ id }) => id)).toEqual([ended.id]);
    expect(set[1].data['change']).toBe('as before');
    const last = set.at(-1)!;
    expect([last.data['posts'], last.data['for'], last.because]).toEqual([1, 'the night', []]);
    expect(set.filter((event) => event.data['change'] === 'fewer')).toHaveLength(1);
  });

  test('is kept by those who are awake as it begins, where others sleep', () => {
    const world = peace({
      begin: 'summer, d1 21:00',
      Eve: undefined,
      Ada: 'asleep: true',
      Cole: 'at: field',
    } as MillChanges);
    until(world, 2, 3);
    expect(isAwake(world, 'Cole')).toBe(true);
    expect(world.of(position).at.raw[who(world, 'Cole')]).toBe(where(world, 'field'));
    expect(all(world, 'routine/set-watch')).toEqual([]);
    expect(watching(until(world, 2, 7))).toEqual([]);
  });
});

describe('sleep on watch', () => {
  test('comes with tiredness: never to the rested, steeply to the spent', () => {
    expect(chanceToDoze(0.25)).toBe(0);
    expect(chanceToDoze(0.5)).toBeGreaterThan(3 * chanceToDoze(0.4));
    expect(chanceToDoze(1)).toBeLessThan(1);
    const dozed = (hours: number): number => {
      let count = 0;
      for (let seed = 1; seed <= 20; seed++) {
        const world = until(peace({}, seed), 1, 22);
        for (const name of watching(world)) tire(world, name, hours);
        count += all(until(world, 2, 0), 'routine/fell-asleep').length;
      }
      return count;
    };
    expect(dozed(0)).toBeLessThanOrEqual(1);
    expect(dozed(40)).toBeGreaterThanOrEqual(8);
  });

  test('is found by whoever relieves them, who knows of it, and states what kept them awake', () => {
    const world = until(peace(), 1, 22);
    const [name] = watching(world);
    happen(world, fellAsleep, { actor: who(world, name), place: where(world, 'yard'), over: 'watch' });
    expect(isAwake(world, name)).toBe(false);
    until(world, 2, 1);
    const [found] = all(world, 'routine/found-asleep');
    expect(named(world, found)['target']).toBe(name);
    expect(found.because.map(({ id }) => id)).toEqual([all(world, 'routine/fell-asleep')[0].id]);
    const [next] = all(world, 'routine/took-watch', found.id);
    expect(named(world, next)).toMatchObject({ actor: named(world, found)['actor'], target: name });
  });

  test('lasts until morning where nobody relieves them', () => {
    const world = until(peace(), 2, 5);
    const [name] = watching(world);
    happen(world, fellAsleep, { actor: who(world, name), place: where(world, 'yard'), over: 'watch' });
    until(world, 2, 6);
    expect(named(world, all(world, 'routine/found-asleep')[0])['target']).toBe(name);
    expect(watching(world)).toEqual([]);
  });

  test('is stated with what they are short of', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const world = until(peace({}, seed), 1, 22);
      const id = all(world, 'routine/set-watch')[0].id;
      for (const name of watching(world)) tire(world, name, 50);
      const [event] = all(until(world, 2, 1), 'routine/fell-asleep');
      if (event === undefined) continue;
      expect(event.because.map((cause) => cause.id)).toEqual([id, all(world, 'routine/took-watch')[0].id]);
      return;
    }
    expect.unreachable('nobody fell asleep');
  });
});

describe('whoever is spent when their turn comes', () => {
  /** Worlds in which everybody but those named is spent on the first evening. */
  const spent = (seed: number, rested: readonly string[]): World => {
    const world = until(peace({}, seed), 1, 20);
    for (const name of FOLK) if (!rested.includes(name)) tire(world, name, 45);
    return until(world, 2, 12);
  };
  const worlds = (rested: readonly string[]): World[] => Array.from({ length: 24 }, (_, i) => spent(i + 1, rested));

  test('may have somebody stand for them who is less tired, and who then does', () => {
    const found = worlds(['Ike', 'Jo']).flatMap((world) =>
      all(world, 'routine/swapped').map((event) => ({ world, event })),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { world, event } of found) {
      const { actor, target } = named(world, event);
      expect(['Ike', 'Jo']).toContain(target);
      expect(actor).not.toBe(target);
      const [taken] = all(world, 'routine/took-watch', event.id);
      expect(named(world, taken)['actor']).toBe(target);
      expect(taken.because.map(({ id }) => id)).toEqual([event.id]);
    }
  });

  test('may refuse where all are as tired; most stand it all the same', () => {
    const all24 = worlds([]);
    const refused = all24.flatMap((world) => all(world, 'routine/refused'));
    const taken = all24.flatMap((world) => all(world, 'routine/took-watch'));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(taken.length);
    for (const event of refused) expect(event.because.length).toBeGreaterThan(0);
  });

  test('and nobody refuses who is not', () => {
    const world = until(peace(), 30, 12);
    expect([...all(world, 'routine/refused'), ...all(world, 'routine/swapped')]).toEqual([]);
  });
});

describe('those who come by night', () => {
  /** Seconds from their coming until one of the mill folk gives the alarm; Infinity where nobody does. */
  const alarmAfter = (seed: number, watch: number): number => {
    const text = millText({
      ...PEACE,
      begin: 'summer, d1 20:00, half moon',
      Bram: '',
      Dirk: '',
      band: 'extras: 4, wants: salt, comes: d2 02:10 to d2 02:11',
      more: 'stores: {mill: {salt: 300 kg}}',
    }).replace('leader: Ada}', `leader: Ada, routine: {on watch: ${watch}}}`);
    const world = until(worldOf(text, { seed, debug: false }), 2, 2);
    expect(sleepers(world).length).toBe(FOLK.length - watch);
    live(world, 2 * HOUR);
    const came = all(world, 'raid/came')[0].time;
    const alarm = all(world, 'sight/alarmed').find((event) => FOLK.includes(named(world, event)['actor']));
    return alarm === undefined ? Infinity : alarm.time - came;
  };

  test('find sleepers and a watch, and are noticed the earlier for it', () => {
    let earlier = 0;
    let later = 0;
    for (let seed = 1; seed <= 16; seed++) {
      const [watched, slept] = [alarmAfter(seed, 1), alarmAfter(seed, 0)];
      if (watched < slept) earlier++;
      if (watched > slept) later++;
    }
    expect(earlier).toBeGreaterThanOrEqual(12);
    expect(later).toBeLessThanOrEqual(2);
  });
});

describe('a scenario', () => {
  test('says when people get up, and how long a turn is', () => {
    const text = millText(PEACE).replace('leader: Ada}', 'leader: Ada, routine: {gets up: 8, watch hours: 4}}');
    const world = until(lived(text), 1, 23);
    expect(sleepers(world)).toEqual([]);
    until(world, 2, 9);
    expect(sleepers(world).length).toBeLessThan(4);
    expect(all(world, 'routine/took-watch').map((event) => event.time / HOUR)).toEqual([24, 28]);
  });

  test('that wants more on watch than there are people, or a watch of children, is refused; hours of those without a home are odd', () => {
    const remarks = (own: string, changes: MillChanges = {}): string[] => {
      const text = millText(changes).replace('leader: Ada}', `leader: Ada, ${own}}`);
      const { setup } = readScenario(text, { file: 'test.yaml', parts: ruleset.sections });
      return checkSetup(ruleset, setup!).map((remark) => `${remark.severity} ${remark.code}`);
    };
    expect(remarks('routine: {on watch: 2}')).toEqual([]);
    expect(remarks('routine: {on watch: 3}')).toEqual(['error too-many-on-watch']);
    expect(remarks('routine: {on watch: 1}', { Ada: 'age: 9', Cole: 'age: 88' })).toEqual(['error nobody-to-watch']);
    expect(remarks('', { band: 'routine: {gets up: 7}' })).toEqual(['warning no-home-to-keep']);
  });
});

function lived(text: string, seed = 1): World {
  return worldOf(text, { seed });
}

describe('what goes without saying has a cause where it does not', () => {
  test('[S15] whoever falls on watch is stood in for, because they fell', () => {
    const world = live(until(peace(), 1, 22), HOUR / 2);
    const [name] = watching(world);
    const place = world.of(position).at.raw[who(world, name!)];
    const id = happen(world, died, { actor: who(world, name!), place, group: 0, of: 'wound' });
    live(world, HOUR);
    const [event] = all(world, 'routine/stepped-in');
    expect(named(world, event!)['target']).toBe(name);
    expect(event!.because[0]!.id).toBe(id);
    expect(watching(world)).toEqual([named(world, event!)['actor']]);
  });

  test('people get up because they went to bed, and not where that is withheld', () => {
    const world = until(peace(), 2, 12);
    const [toBed] = all(world, 'routine/turned-in');
    const first = all(world, 'routine/rose').find(({ because }) => because.some(({ id }) => id === toBed!.id));
    expect(first).toBeDefined();
    const fork = until(peace().fork({ log: [withhold(muteOf(world, toBed!.id))] }), 2, 12);
    const people = (which: World): unknown[] => all(which, 'routine/rose').map(({ data }) => data['people']);
    expect(people(fork)).not.toEqual(people(world));
  });

  test('whoever lies down by day does so because they stood watch', () => {
    const world = until(peace({ folk: 'routine: {on watch: 2, watch hours: 8}' }), 3, 12);
    const byDay = all(world, 'routine/turned-in').filter(({ time }) => time % DAY > 6 * HOUR && time % DAY < 12 * HOUR);
    expect(byDay.length).toBeGreaterThan(0);
    for (const event of byDay) {
      const kinds = event.because.map(({ id }) => all(world, 'routine/took-watch').some((took) => took.id === id));
      expect(kinds.length).toBeGreaterThan(0);
      expect(kinds.every(Boolean)).toBe(true);
    }
  });
});
