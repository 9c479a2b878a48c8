import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { readEvent } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { raised, stoodDown } from '../alarms/events.ts';
import { criterion } from '../alarms/senses.ts';
import { body } from '../bodies/state.ts';
import { regard } from '../bonds/state.ts';
import { dreadOf, fear } from '../dread/state.ts';
import { feeling, feelingRow } from '../feelings/state.ts';
import { position } from '../places/state.ts';
import { canWatch } from '../routine/people.ts';
import { gradeOf } from '../work/hands.ts';
import { died, wounded } from '../wounds/system.ts';
import { shuns } from './avoiding.ts';
import { mindOf } from './facts.ts';
import { retention } from './forgetting.ts';
import { frailtyBy } from './harming.ts';
import { stayedBy, wokeFrom } from './events.ts';
import { memoriesOf, memoryOf, engram, remembers, strengthNow, trauma, troubled } from './state.ts';

vi.setConfig({ testTimeout: 60_000 });
const HOUR = 3600;
const DAY = 24 * HOUR;
const YARD: MillChanges = {
  Ada: 'at: yard',
  Cole: 'at: yard',
  people: 'Eve: {at: yard}\n  Finn: {at: isle}',
  places: 'isle: {like: cellar}',
};

const hurt = (world: World, name: string, by = -1): number =>
  happen(world, wounded, {
    target: who(world, name),
    actor: by,
    place: world.of(position).at.raw[who(world, name)],
    region: 'leg',
    flow: 5,
    takes: 'nothing',
  });
const dies = (world: World, name: string): number =>
  happen(world, died, {
    actor: who(world, name),
    place: world.of(position).at.raw[who(world, name)],
    group: band(world, 'mill folk'),
    of: 'wound',
  });
/** Everybody is as frail as each other. */
function even(world: World, frail = 1): World {
  world.of(trauma).frail.raw.fill(frail);
  return world;
}
/** Somebody is in so much trouble, on account of an event. */
function trouble(world: World, name: string, weight: number, by: number): void {
  world.of(trauma).harm.add(who(world, name), weight, by);
}

describe('what is remembered', () => {
  test('[S7] fades fast at first and then ever more slowly', () => {
    const left = [0, HOUR, DAY, 31 * DAY].map(retention);
    expect(left[0]).toBe(1);
    expect([...left].sort((a, b) => b - a)).toEqual(left);
    // Ebbinghaus: of what was left after a day, about three in five were left after a month.
    expect(left[3]! / left[2]!).toBeGreaterThan(0.55);
    expect(left[3]! / left[2]!).toBeLessThan(0.7);
  });

  test('is what touched somebody: a wound for good, what was nothing to them for days', () => {
    const world = even(mill(YARD));
    const wound = hurt(world, 'Cole');
    live(world, HOUR);
    const cole = who(world, 'Cole');
    const finn = who(world, 'Finn');
    expect(memoryOf(world, cole, wound)).toBeGreaterThanOrEqual(0);
    expect(memoryOf(world, finn, wound)).toBe(-1);
    // What is not long ago is still known by whoever heard of it.
    expect([remembers(world, cole, wound), remembers(world, finn, wound)]).toEqual([true, true]);
    live(world, 20 * DAY);
    expect(remembers(world, cole, wound)).toBe(true);
    expect(world.of(engram).kept.raw[memoryOf(world, cole, wound)]).toBe(1);
    expect(remembers(world, finn, wound)).toBe(false);
  });

  test('comes of the past as well, and that is kept from the start', () => {
    const world = mill({
      ...YARD,
      Bram: 'past: [{did: betray, whom: Ada, ago: 400d, seen by: [Cole]}]',
    });
    const [deed] = all(world, 'past/wronged');
    for (const name of ['Ada', 'Bram', 'Cole']) {
      const row = memoryOf(world, who(world, name), deed!.id);
      expect(world.of(engram).kept.raw[row], name).toBe(1);
      expect(strengthNow(world, row), name).toBeGreaterThan(0.05);
    }
    expect(remembers(world, who(world, 'Eve'), deed!.id)).toBe(false);
  });

  test('is no more than a few things, and the strongest of them', () => {
    const world = even(mill(YARD));
    const grave = hurt(world, 'Cole');
    for (let i = 0; i < 30; i++) {
      live(world, HOUR);
      hurt(world, 'Cole');
    }
    live(world, 2 * DAY);
    const rows = memoriesOf(world, who(world, 'Cole'));
    expect(rows.length).toBeLessThanOrEqual(20);
    // Once more of the same is less than the first time.
    expect(memoryOf(world, who(world, 'Cole'), grave)).toBeGreaterThanOrEqual(0);
    const strongest = Math.max(...rows.map((row) => world.of(engram).mark.raw[row]));
    expect(world.of(engram).mark.raw[memoryOf(world, who(world, 'Cole'), grave)]).toBe(strongest);
  });
});

describe('what wounds the mind', () => {
  test('hurts the frail more, heals in weeks, and leaves a scar where it went deep', () => {
    const world = even(mill(YARD));
    world.of(trauma).frail.raw[who(world, 'Eve')] = 3;
    for (const name of ['Cole', 'Eve']) hurt(world, name);
    live(world, HOUR);
    const [hale, frail] = [troubled(world, who(world, 'Cole')), troubled(world, who(world, 'Eve'))];
    expect(hale).toBeGreaterThan(0.1);
    expect(frail).toBeGreaterThan(2 * hale);
    expect(troubled(world, who(world, 'Finn'))).toBe(0);
    for (let i = 0; i < 4; i++) hurt(live(world, HOUR), 'Eve');
    live(world, HOUR);
    expect(world.of(trauma).scar.raw[who(world, 'Eve')]).toBeGreaterThan(0.1);
    live(world, 60 * DAY);
    expect(troubled(world, who(world, 'Cole'))).toBeLessThan(0.05);
    expect(troubled(world, who(world, 'Eve'))).toBeGreaterThan(0.2);
  });

  test('finds most people hardly frail, and some very much so', () => {
    const drawn = Array.from({ length: 1000 }, (_, i) => frailtyBy((i + 0.5) / 1000));
    expect(drawn[500]).toBeCloseTo(1, 1);
    const share = drawn.filter((each) => each > 2).length / 1000;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.3);
  });

  test('is worse to see in somebody close than in anybody else', () => {
    const world = even(mill({ ...YARD, Ada: 'at: yard, ties: {Eve: sister}' }));
    dies(world, 'Eve');
    live(world, HOUR);
    expect(troubled(world, who(world, 'Ada'))).toBeGreaterThan(1.5 * troubled(world, who(world, 'Cole')));
    expect(troubled(world, who(world, 'Cole'))).toBeGreaterThan(0);
  });

  test('has hold of somebody once it is more than the fright, and lets go', () => {
    const world = even(mill(YARD));
    const wound = hurt(world, 'Cole');
    trouble(live(world, HOUR), 'Cole', 0.5, wound);
    live(world, DAY);
    expect(all(world, 'memory/haunted')).toEqual([]);
    live(world, 3 * DAY);
    const [haunted, ...more] = all(world, 'memory/haunted');
    expect(more).toEqual([]);
    expect(haunted!.because.map(({ id }) => id)).toContain(wound);
    expect(mindOf.stands(world, who(world, 'Cole')).map(({ clause }) => clause.complement)).toContain('haunted');
    live(world, 30 * DAY);
    const [through] = all(world, 'memory/slept-through-at-last');
    expect(through!.because.map(({ id }) => id)).toContain(haunted!.id);
  });

  test('makes what frightens more frightening, and starts at less', () => {
    const world = even(mill(YARD));
    const wound = hurt(world, 'Eve');
    live(world, 8 * HOUR);
    trouble(world, 'Cole', 0.8, wound);
    world.of(fear).dread.reset(who(world, 'Cole'));
    world.of(fear).dread.reset(who(world, 'Ada'));
    const fields = { actor: who(world, 'Eve'), group: band(world, 'mill folk'), place: where(world, 'field') };
    happen(world, raised, { ...fields, target: -1 });
    live(world, HOUR);
    expect(dreadOf(world, who(world, 'Cole'))).toBeGreaterThan(1.5 * dreadOf(world, who(world, 'Ada')));
    expect(dreadOf(world, who(world, 'Ada'))).toBeGreaterThan(0);
    const calm = { dread: 0, tired: 0, doubt: 0, troubled: 0, wary: false };
    expect(criterion({ ...calm, troubled: 1 })).toBeLessThan(criterion(calm));
  });
});

/** An alarm in the yard some days after Cole was hurt there, in so much trouble. */
function alarmAfter(seed: number, weight: number, withMemory = true): World {
  const world = even(mill(YARD, { seed }));
  const wound = withMemory ? hurt(world, 'Cole') : dies(world, 'Finn');
  live(world, 8 * HOUR);
  trouble(world, 'Cole', weight, wound);
  const fields = { actor: who(world, 'Ada'), group: band(world, 'mill folk'), place: where(world, 'yard') };
  happen(world, raised, { ...fields, target: -1 });
  happen(world, stoodDown, { ...fields, found: 'nothing' });
  return live(world, HOUR);
}

describe('what comes back', () => {
  const SEEDS = 40;
  const relivedIn = (worlds: readonly World[]) => worlds.flatMap((world) => all(world, 'memory/relived').map((event) => ({ world, event }))); // prettier-ignore

  test('[S5] comes by what is like it, for that and for what is remembered', () => {
    const found = relivedIn(Array.from({ length: SEEDS }, (_, i) => alarmAfter(i + 1, 0.8)));
    expect(found.length).toBeGreaterThan(5);
    for (const { world, event } of found) {
      expect(named(world, event)['actor']).toBe('Cole');
      if (event.data['by'] === 'nothing') continue;
      const kinds = event.because.map(({ id }) => readEvent(world, id).kind);
      expect(kinds).toEqual(['wounds/wounded', 'alarms/raised']);
      expect(event.data['of']).toBe(event.because[0]!.id);
      expect(said(world, event)).toBe('Cole felt the wound as if it were new.');
    }
  });

  test('comes seldom to those whom it hardly troubles, and not to those who have nothing of the kind', () => {
    const count = (weight: number, withMemory: boolean): number =>
      relivedIn(Array.from({ length: SEEDS }, (_, i) => alarmAfter(i + 1, weight, withMemory))).length;
    expect(count(0, true)).toBeLessThan(count(0.8, true) / 2);
    expect(count(0.8, false)).toBe(0);
  });

  test('leaves dread, and is remembered the better', () => {
    const [found] = relivedIn(Array.from({ length: SEEDS }, (_, i) => alarmAfter(i + 1, 0.8)));
    const { world } = found!;
    const cole = who(world, 'Cole');
    const row = memoryOf(world, cole, Number(found!.event.data['of']));
    const before = strengthNow(world, row);
    expect(world.of(engram).relived.raw[row]).toBe(1);
    live(world, HOUR);
    expect(world.of(fear).dread.weightOf(cole, found!.event.id)).toBeGreaterThan(0);
    expect(before).toBeGreaterThan(world.of(engram).mark.raw[row] * 0.99);
  });

  test('wakes a sleeper, who has slept the worse for it', () => {
    const world = even(mill({ ...YARD, begin: 'summer, d1 12:00' }));
    const wound = hurt(world, 'Cole');
    live(world, 14 * HOUR);
    const cole = who(world, 'Cole');
    expect(world.of(body).awake.raw[cole]).toBe(0);
    const owed = world.of(body).owed.raw[cole];
    const place = where(world, 'mill');
    const fields = { actor: cole, target: -1, where: place, place, of: wound, how: 'felt', again: false } as const;
    const id = happen(world, wokeFrom, fields);
    expect(world.of(body).awake.raw[cole]).toBe(1);
    expect(world.of(body).owed.raw[cole]).toBeGreaterThan(owed);
    expect(world.of(body).owed.contributors(cole, 1)).toContain(id);
  });

  test('by night is a dream, where it troubles enough', () => {
    let dreams = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const world = even(mill(YARD, { seed }));
      const wound = hurt(world, 'Cole');
      live(world, HOUR);
      trouble(world, 'Cole', 0.8, wound);
      live(world, 3 * DAY);
      const found = all(world, 'memory/woke-from');
      dreams += found.length;
      for (const each of found) expect(named(world, each)['actor']).toBe('Cole');
    }
    expect(dreams).toBeGreaterThan(3);
  });

  test('is shunned: nobody is posted where they cannot bear to be', () => {
    const world = even(mill(YARD));
    const wound = hurt(world, 'Cole');
    live(world, HOUR);
    const yard = where(world, 'yard');
    expect(shuns(world, who(world, 'Cole'), yard)).toBe(0);
    trouble(world, 'Cole', 0.8, wound);
    expect(shuns(world, who(world, 'Cole'), yard)).toBe(wound);
    expect(shuns(world, who(world, 'Cole'), where(world, 'field'))).toBe(0);
    expect(shuns(world, who(world, 'Ada'), yard)).toBe(0);
  });
});

describe('what heals', () => {
  test('[T17] is somebody close by: dread wears off faster, and less sleep is owed', () => {
    const world = even(mill({ ...YARD, Ada: 'at: yard, ties: {Eve: sister}' }));
    const wound = hurt(world, 'Cole');
    live(world, 2 * HOUR);
    for (const name of ['Ada', 'Cole']) {
      world.of(fear).dread.reset(who(world, name));
      world.of(fear).dread.add(who(world, name), 0.5, wound);
      world.of(body).owed.add(who(world, name), 20, wound);
    }
    live(world, 3 * DAY);
    expect(world.of(trauma).near.raw[who(world, 'Ada')]).toBeGreaterThan(0.5);
    expect(world.of(trauma).near.raw[who(world, 'Cole')]).toBe(0);
    expect(dreadOf(world, who(world, 'Ada'))).toBeLessThan(0.95 * dreadOf(world, who(world, 'Cole')));
    expect(world.of(body).owed.raw[who(world, 'Ada')]).toBeLessThan(0.95 * world.of(body).owed.raw[who(world, 'Cole')]);
  });

  test('is being stayed by: it takes of the trouble, by how close they are, and is not forgotten', () => {
    const after = (company: boolean): World => {
      const world = even(mill({ ...YARD, Cole: 'at: yard, ties: {Ada: sister}' }));
      trouble(live(world, HOUR), 'Cole', 0.6, hurt(world, 'Eve'));
      const actor = who(world, 'Ada');
      if (company) happen(world, stayedBy, { actor, target: who(world, 'Cole'), place: where(world, 'yard') });
      return live(world, HOUR);
    };
    const [alone, eased] = [after(false), after(true)];
    const cole = who(alone, 'Cole');
    expect(troubled(eased, cole)).toBeLessThan(0.93 * troubled(alone, cole));
    const fond = (world: World): number => regard(world, cole, who(world, 'Ada'), 'affection');
    expect(fond(eased)).toBeGreaterThan(fond(alone));
  });
});

describe('the loss of the closest', () => {
  const bereft = (frail: number): World => {
    const world = even(
      mill({ ...YARD, Cole: 'at: yard, ties: {Eve: wife}', people: 'Eve: {at: yard}\n  Gil: {}\n  Hal: {}' }),
      frail,
    );
    dies(world, 'Eve');
    const row = feelingRow(who(world, 'Cole'), 'grief');
    live(world, HOUR);
    expect(world.of(feeling).about.raw[row] - 1).toBe(who(world, 'Eve'));
    return live(world, DAY);
  };

  test('[S16] breaks some: they do no work and stand no watch, and go on after days', () => {
    const world = bereft(1.5);
    const cole = who(world, 'Cole');
    const [broke, ...more] = all(world, 'memory/broken-down');
    expect(more).toEqual([]);
    expect(named(world, broke!)).toMatchObject({ actor: 'Cole', target: 'Eve' });
    expect(broke!.because.map(({ id }) => readEvent(world, id).kind)).toContain('wounds/died');
    expect([canWatch(world, cole), gradeOf(world, cole)]).toEqual([false, 0]);
    live(world, 14 * DAY);
    const [again] = all(world, 'memory/took-up-again');
    expect(again!.because[0]!.id).toBe(broke!.id);
    expect([canWatch(world, cole), gradeOf(world, cole) > 0]).toEqual([true, true]);
  });

  test('does not break others', () => {
    expect(all(bereft(0.3), 'memory/broken-down')).toEqual([]);
  });
});
