import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import { writersOf } from '../../kernel/trace.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { isAt, notice } from '../sight/state.ts';
import { died, fell } from '../wounds/system.ts';
import { TASKS, contingency, duty } from './state.ts';
import { ordered } from './giving.ts';
import { unheard } from './receiving.ts';
import { squad, squadPeople } from '../squads/state.ts';

function order(world: World, to = -1, task: (typeof TASKS)[number] = 'hold'): number {
  return happen(world, ordered, {
    actor: who(world, 'Bram'),
    group: band(world, 'the band'),
    goal: where(world, 'field'),
    task,
    squad: to,
  });
}
const taskOf = (world: World, name: string): string => TASKS[world.of(duty).task.raw[who(world, name)]];

describe('an order', () => {
  test('takes a moment to be understood, then it is everybody’s duty', () => {
    const world = mill({}, { seed: 4 });
    clash(world, 'the band');
    const id = order(world);
    live(world, 1);
    expect([taskOf(world, 'Bram'), taskOf(world, 'Dirk')]).toEqual(['hold', 'none']);
    live(world, 3);
    expect(taskOf(world, 'Dirk')).toBe('hold');
    expect(world.of(duty).place.raw[who(world, 'Dirk')] - 1).toBe(where(world, 'field'));
    const [, toDirk] = all(world, 'orders/received');
    expect(toDirk.because).toEqual([{ id, as: 'reason', group: 0 }]);
    live(world, 60);
    expect(world.of(position).at.raw[who(world, 'Dirk')]).toBe(where(world, 'field'));
  });

  test('that follows another in the same second is heard or missed by itself', () => {
    // A key of luck that is drawn twice would throw here.
    const world = mill({ people: 'Eve: {group: the band}' }, { seed: 4, debug: true });
    clash(world, 'the band');
    for (const task of ['scout', 'hold', 'hold'] as const) order(world, -1, task);
    live(world, 8);
    expect(all(world, 'orders/ordered')).toHaveLength(3);
    expect(all(world, 'orders/received').length).toBeGreaterThan(3);
    let apart = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const other = mill({ Dirk: 'at: yard', people: 'Eve: {group: the band, at: field}' }, { seed, debug: true });
      clash(other, 'the band');
      for (const task of ['scout', 'hold'] as const) order(other, -1, task);
      live(other, 2);
      const missed = all(other, 'orders/unheard').filter(({ roles }) => roles['actor'] === who(other, 'Dirk'));
      if (missed.length === 1) apart++;
    }
    expect(apart).toBeGreaterThan(0);
  });

  test('that is not heard is behind what people go on doing, and those whom they lead', () => {
    const world = mill({}, { seed: 4, trace: true });
    clash(world, 'the band');
    const { task } = world.of(duty);
    const [bram, dirk, ada] = ['Bram', 'Dirk', 'Ada'].map((name) => who(world, name));
    order(world);
    live(world, 4);
    const [toBram, toDirk] = all(world, 'orders/received').map((event) => event.id);
    const missed = happen(world, unheard, { actor: bram, target: ada, task: 'storm' });
    expect(writersOf(world, task, bram)).toEqual([toBram, missed]);
    expect(writersOf(world, task, dirk)).toEqual([toDirk, missed]);
    const again = happen(world, unheard, { actor: dirk, target: bram, task: 'storm' });
    expect(writersOf(world, task, dirk)).toEqual([toDirk, missed, again]);
    expect(writersOf(world, task, bram)).not.toContain(again);
  });

  test('[S2] comes later to those farther off, and to some not at all', () => {
    let unheard = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const world = mill({ Dirk: 'at: field' }, { seed });
      clash(world, 'the band');
      order(world);
      live(world, 20);
      const { id } = all(world, 'orders/received')[0];
      const lost = all(world, 'orders/unheard').filter((event) => named(world, event)['actor'] === 'Dirk');
      const heard = all(world, 'orders/received').filter((event) => named(world, event)['actor'] === 'Dirk');
      expect(lost.length + heard.length).toBe(1);
      unheard += lost.length;
      if (heard.length > 0)
        expect(heard[0].time - all(world, 'orders/ordered')[0].time).toBe(1 + 2 + Math.floor(90 / 40));
      else expect(taskOf(world, 'Dirk')).toBe('none');
      for (const event of lost) expect(event.because.map((cause) => cause.id)).toEqual([id]);
    }
    expect(unheard).toBeGreaterThan(10);
    expect(unheard).toBeLessThan(50);
  });

  test('to one squad goes to its leader and to its people who stand by, and leaves the other where it is', () => {
    const world = mill({ band: 'extras: 4' });
    clash(world, 'the band');
    const own = world.cast.mustRow(squad, "Bram's people");
    const second = squadPeople(world, world.cast.mustRow(squad, "Dirk's people"));
    const id = order(world, own);
    live(world, 8);
    for (const each of second) expect(world.of(duty).task.raw[each]).toBe(0);
    for (const each of squadPeople(world, own)) expect(TASKS[world.of(duty).task.raw[each]]).toBe('hold');
    for (const event of all(world, 'orders/received')) expect(event.because).toEqual([{ id, as: 'reason', group: 0 }]);
  });

  test('cannot be given by the fallen and the dead, nor reach them', () => {
    const world = mill();
    clash(world, 'the band');
    const [place, group] = [where(world, 'wood'), band(world, 'the band')];
    happen(world, died, { actor: who(world, 'Dirk'), place, group, of: 'wound' });
    order(world);
    live(world, 5);
    expect(all(world, 'orders/received').map((event) => named(world, event)['actor'])).toEqual(['Bram']);
    happen(world, fell, { actor: who(world, 'Bram'), place, group, from: 'blow' });
    expect(order(world)).toBe(0);
  });

  test('wakes those who sleep through it', () => {
    const world = mill({ Dirk: 'asleep: true' }, { seed: 4 });
    clash(world, 'the band');
    order(world);
    live(world, 10);
    expect(world.of(body).awake.raw[who(world, 'Dirk')]).toBe(1);
  });

  test('can be given by a player in the leader’s place, and is refused to the dead', () => {
    const value = { by: 'Bram', do: 'storm', to: 'mill', squad: 'all' };
    const world = mill({}, { log: [{ at: 12 * 3600 + 10, command: 'order', value }] });
    clash(world, 'the band');
    live(world, 15);
    expect(taskOf(world, 'Bram')).toBe('storm');
    const command = world.ruleset.commands.find((each) => each.id === 'order')!;
    expect(command.refuse!(world, value as never)).toBeNull();
    happen(world, died, {
      actor: who(world, 'Bram'),
      place: where(world, 'wood'),
      group: band(world, 'the band'),
      of: 'wound',
    });
    expect(command.refuse!(world, value as never)).toMatch(/Bram is dead/);
  });
});

describe('a contingency', () => {
  const PLAN: MillChanges = {
    Ada: 'at: isle',
    Cole: 'dressings: 1',
    places: 'isle: {like: cellar}\n  den: {like: cellar, in: field}',
    more: `contingencies:
  the trap: {who: Cole, hidden: den, told by: Ada, when: the band seen in wood, do: storm field, after: 6s}`,
  };
  const believes = (world: World): void => {
    const source = all(world, 'engagement/opened')[0].id;
    believe(world, who(world, 'Ada'), isAt, who(world, 'Bram'), { place: where(world, 'wood'), confidence: 1, source });
  };

  test('[S2] waits hidden, and its people heed no other order', () => {
    const world = mill(PLAN);
    clash(world, 'the band');
    expect(world.of(position).at.raw[who(world, 'Cole')]).toBe(where(world, 'den'));
    expect(world.of(notice).hidden.raw[who(world, 'Cole')]).toBe(1);
    happen(world, ordered, {
      actor: who(world, 'Ada'),
      group: band(world, 'mill folk'),
      goal: where(world, 'isle'),
      task: 'hold',
      squad: -1,
    });
    live(world, 60);
    expect(taskOf(world, 'Cole')).toBe('none');
    expect(all(world, 'orders/signalled')).toHaveLength(0);
  });

  test('[S2] springs on what its commander believes: signal, delay, then they come out and storm', () => {
    const world = mill(PLAN);
    clash(world, 'the band');
    believes(world);
    const start = world.time;
    live(world, 40);
    const [signal] = all(world, 'orders/signalled');
    const [sprung] = all(world, 'orders/sprung');
    expect(named(world, signal)).toMatchObject({ actor: 'Ada', plan: 'the trap' });
    // They let them come in for a while first.
    expect(signal.time - start).toBeGreaterThanOrEqual(9);
    expect(signal.time - start).toBeLessThanOrEqual(12);
    expect(signal.because.map((cause) => cause.id)).toEqual([all(world, 'engagement/opened')[0].id]);
    expect(sprung.time - signal.time).toBe(6);
    expect(named(world, sprung)).toMatchObject({ actor: 'Cole', place: 'den' });
    expect(sprung.because).toEqual([{ id: signal.id, as: 'reason', group: 0 }]);
    expect(world.of(notice).hidden.raw[who(world, 'Cole')]).toBe(0);
    expect(world.of(position).at.raw[who(world, 'Cole')]).toBe(where(world, 'field'));
  });

  test('[S2] is called off where its commander believes what speaks against it when the time comes', () => {
    const more = PLAN.more!.replace('after: 6s', 'unless: the band seen in yard, after: 6s');
    const world = mill({ ...PLAN, more });
    clash(world, 'the band');
    believes(world);
    live(world, 9);
    const source = all(world, 'engagement/opened')[0].id;
    believe(world, who(world, 'Ada'), isAt, who(world, 'Dirk'), { place: where(world, 'yard'), confidence: 1, source });
    live(world, 60);
    expect(all(world, 'orders/signalled')).toHaveLength(1);
    const [off] = all(world, 'orders/called-off');
    expect(named(world, off)).toMatchObject({ actor: 'Ada', plan: 'the trap', place: 'yard' });
    expect(off.because.map((cause) => cause.id)).toEqual([source]);
    expect(all(world, 'orders/sprung')).toHaveLength(0);
    expect(world.of(notice).hidden.raw[who(world, 'Cole')]).toBe(1);
  });

  test('springs once', () => {
    const world = mill(PLAN);
    clash(world, 'the band');
    believes(world);
    live(world, 200);
    believes(world);
    live(world, 200);
    expect(all(world, 'orders/signalled')).toHaveLength(1);
    expect(world.of(contingency).state.raw[0]).toBe(2);
  });

  test('does not spring on old news', () => {
    const stale = mill(PLAN);
    clash(stale, 'the band');
    happen(stale, fell, {
      actor: who(stale, 'Ada'),
      place: where(stale, 'isle'),
      group: band(stale, 'mill folk'),
      from: 'blow',
    });
    believes(stale);
    live(stale, 90);
    stale.of(body).down.put(who(stale, 'Ada'), 0);
    live(stale, 60);
    expect(all(stale, 'orders/signalled')).toHaveLength(0);
  });

  test('waits for ever where its commander has fallen', () => {
    const world = mill(PLAN);
    clash(world, 'the band');
    happen(world, died, {
      actor: who(world, 'Ada'),
      place: where(world, 'isle'),
      group: band(world, 'mill folk'),
      of: 'wound',
    });
    believes(world);
    live(world, 120);
    expect(all(world, 'orders/signalled')).toHaveLength(0);
  });

  test('of those who are to open fire keeps them where they lie', () => {
    const world = mill({ ...PLAN, more: PLAN.more!.replace('do: storm field', 'do: open fire') });
    clash(world, 'the band');
    believes(world);
    live(world, 40);
    expect(taskOf(world, 'Cole')).toBe('ambush');
    expect(world.of(position).at.raw[who(world, 'Cole')]).toBe(where(world, 'den'));
  });
});
