import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { mill, millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import type { LogEntry } from '../../kernel/log.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { body } from '../bodies/state.ts';
import { surrendered, taken } from '../captivity/events.ts';
import { liveDays } from '../needs/hunger.fixture.ts';
import { nourishment } from '../needs/state.ts';
import { position } from '../places/state.ts';
import { took } from '../stores/events.ts';
import { amountAt } from '../stores/state.ts';
import { fell } from '../wounds/events.ts';
import { fare } from './facts.ts';
import { fullGrams } from './shares.ts';
import { kitchen, larder } from './state.ts';

const DAY = 86_400;
const MORNING = 'summer, d1 06:00';
/** Everybody is up by breakfast. */
const NO_WATCH = 'routine: {on watch: 0}';
const stocked = (food: string, changes: MillChanges = {}, more = ''): World =>
  mill({ begin: MORNING, folk: NO_WATCH, ...changes, more: `stores: {mill: {${food}}}\n${more}` });
const food = (world: World): number => amountAt(world, where(world, 'mill'), 'food');
const sets = (world: World): [number, unknown][] =>
  all(world, 'rations/set').map(({ time, data }) => [Math.floor(time / DAY) + 1, data['to']]);
const ate = (world: World, name: string): number => world.of(nourishment).fedAt.raw[who(world, name)];

describe('a day of meals', () => {
  test('[S11] is two of them, and takes out of the stores to the gram what people eat', () => {
    const world = live(stocked('food: 100 kg'), DAY);
    const meals = all(world, 'rations/served');
    expect(meals.map(({ time }) => (time % DAY) / 3600)).toEqual([8, 18]);
    expect(meals.map(({ data }) => [data['amount'], data['mouths']])).toEqual([
      [600, 2],
      [600, 2],
    ]);
    expect(food(world)).toBe(100_000 - 1200);
    expect(named(world, meals[0])).toEqual({ actor: 'Cole', group: 'mill folk', place: 'mill' });
  });

  test('[S11] over thirty days nothing is eaten that did not come out of the stores', () => {
    const world = stocked('food: 30 kg, seed grain: 4 kg', { people: 'Eve: {}\n  Finn: {age: 9}' });
    liveDays(world, 30);
    const eaten = all(world, 'rations/served').reduce((sum, { data }) => sum + Number(data['amount']), 0);
    const seed = amountAt(world, where(world, 'mill'), 'seed grain');
    expect(eaten).toBe(34_000 - food(world) - seed);
    expect(eaten).toBeGreaterThan(20_000);
    expect(food(world)).toBeGreaterThanOrEqual(0);
  });

  test('[S11] is cooked by whoever is in charge of it, else by those who are set to it, else of those who are fit', () => {
    const cook = (changes: MillChanges): string => {
      const world = live(stocked('food: 9 kg', changes), 4 * 3600);
      return all(world, 'rations/served').map((event) => named(world, event)['actor'])[0];
    };
    expect(cook({ Cole: 'office: kitchen' })).toBe('Cole');
    expect(cook({ Cole: 'office: kitchen, asleep: true' })).toBe('Ada');
    expect(cook({ people: 'Eve: {work: cook}' })).toBe('Eve');
    expect(cook({ Ada: 'asleep: true', Cole: 'asleep: true' })).toBeUndefined();
  });

  test('[S11] who is asleep or away gets theirs at the next, once they are there', () => {
    const world = stocked('food: 90 kg', { Cole: 'asleep: true' });
    live(world, 4 * 3600);
    expect(all(world, 'rations/served')[0].data).toMatchObject({ amount: 300, mouths: 1 });
    world.of(body).awake.raw[who(world, 'Cole')] = 1;
    live(world, 10 * 3600);
    expect(all(world, 'rations/served')[1].data).toMatchObject({ amount: 900, mouths: 2 });
    expect(ate(world, 'Cole')).toBe(18 * 3600);
  });

  test('[S11] those who cannot stand are fed, and prisoners by those who hold them', () => {
    const world = stocked('food: 9 kg', { Dirk: 'at: yard' });
    const [cole, dirk] = [who(world, 'Cole'), who(world, 'Dirk')];
    happen(world, fell, { actor: cole, place: where(world, 'mill'), group: band(world, 'mill folk'), from: 'blow' });
    happen(world, surrendered, { actor: dirk, place: where(world, 'yard'), group: band(world, 'the band') });
    happen(world, taken, { actor: who(world, 'Ada'), target: dirk, place: where(world, 'yard') });
    live(world, 4 * 3600);
    expect(all(world, 'rations/served')[0].data['mouths']).toBe(3);
    expect([ate(world, 'Cole'), ate(world, 'Dirk')]).toEqual([8 * 3600, 8 * 3600]);
  });

  test('what lies near another group is theirs, and a band eats of what lies in its camp', () => {
    const world = mill({ begin: MORNING, more: 'stores: {mill: {food: 90 kg}, wood: {food: 50 kg}}' });
    const owner = (place: string): number => world.of(larder).of.raw[where(world, place)] - 1;
    expect(['mill', 'yard', 'wood'].map(owner)).toEqual(
      ['mill folk', 'mill folk', 'the band'].map((name) => band(world, name)),
    );
    live(world, 4 * 3600);
    expect(amountAt(world, where(world, 'wood'), 'food')).toBe(49_400);
    expect(food(world)).toBe(89_400);
  });
});

describe('rations', () => {
  test('[S11] are set by what a count has found: the fullest on which it lasts', () => {
    const world = stocked('food: 40 kg', { Cole: 'office: stores' }, 'rations: {mill folk: {cover: 30d}}');
    liveDays(world, 40);
    expect(sets(world).map(([, to]) => to)).toEqual(['three quarters', 'half', 'a quarter']);
    for (const event of all(world, 'rations/set')) {
      const [cause] = event.because;
      const count = all(world, 'rations/reckoned').find(({ id }) => id === cause.id)!;
      expect([named(world, count)['actor'], named(world, event)['actor']]).toEqual(['Cole', 'Ada']);
      expect(count.time).toBe(event.time);
      expect(Number(event.data['days'])).toBeGreaterThanOrEqual(29);
    }
    expect(said(world, all(world, 'rations/set')[1])).toBe('Ada put the mill folk on half rations.');
  });

  test('[S11] are what everybody is given from then on, and a reason of each meal', () => {
    const world = liveDays(stocked('food: 9 kg'), 1);
    const [change] = all(world, 'rations/set');
    expect(change.data['to']).toBe('half');
    const [first, ...later] = all(world, 'rations/served');
    expect([first.time < change.time, first.data['amount']]).toEqual([true, 600]);
    expect(later).toHaveLength(1);
    for (const meal of later) {
      expect([meal.data['amount'], meal.because.map(({ id }) => id)]).toEqual([300, [change.id, change.because[0].id]]);
    }
  });

  test('[S11] are raised again only where there is plenty', () => {
    const raised = (to: number, temper: string): unknown[] => {
      const value = { in: 'mill', good: 'food', to };
      const log: LogEntry[] = [{ at: DAY + 3600, command: 'set stock', value }];
      const more = 'stores: {mill: {food: 9 kg}}';
      const world = liveDays(mill({ begin: MORNING, more, Ada: `temper: [${temper}]` }, { log }), 3);
      return sets(world).map(([, ration]) => ration);
    };
    // Ada, who promises nobody anything.
    const CLOSE = 'cold, wary, bitter, proud';
    expect(raised(18_000, CLOSE)).toEqual(['half']);
    expect(raised(200_000, CLOSE)).toEqual(['half', 'full']);
    // One who has promised more raises them as soon as it will do.
    expect(raised(18_000, 'gentle, loyal, rash')).toEqual(['half', 'full']);
  });

  test('[S11] are set lower because of what was carried off, where that made the difference', () => {
    const stolen = (grams: number): World => {
      const world = live(stocked('food: 40 kg'), 4 * 3600);
      const place = where(world, 'mill');
      if (grams > 0) happen(world, took, { actor: who(world, 'Bram'), place, good: 'food', amount: grams });
      return liveDays(world, 2);
    };
    expect(sets(stolen(0))).toEqual([]);
    const world = stolen(30_000);
    const [theft] = all(world, 'stores/took');
    const [change] = all(world, 'rations/set');
    const count = all(world, 'rations/reckoned').find(({ id }) => id === change.because[0].id)!;
    expect(change.because.map(({ id }) => id)).toEqual([count.id, theft.id]);
    expect(count.because.map(({ id }) => id)).toContain(theft.id);
  });

  test('[S11] are what a siege before the first day left people on, and it has cost them', () => {
    const world = stocked('food: 12 kg', {}, 'siege: {of: mill folk, by: the band, since: 9d, rations: half}');
    const [before] = all(world, 'siege/rationed');
    expect(world.of(kitchen).setBy.raw[band(world, 'mill folk')]).toBe(before.id);
    const { lost } = world.of(nourishment);
    expect(lost.contributors(who(world, 'Ada'), 1)).toEqual([before.id]);
    expect(lost.raw[who(world, 'Ada')]).toBeGreaterThan(0.01);
    expect(lost.raw[who(world, 'Bram')]).toBe(0);
    live(world, 3 * 3600);
    expect(all(world, 'rations/served')[0].because.map(({ id }) => id)).toEqual([before.id]);
  });

  test('[S11] are shared out as the scenario says: equally, by need, by work', () => {
    const shares = (policy: string): number[] => {
      const world = stocked('food: 9 kg', { people: 'Tilly: {age: 6}' }, `rations: {mill folk: {policy: ${policy}}}`);
      const cole = who(world, 'Cole');
      happen(world, fell, { actor: cole, place: where(world, 'mill'), group: band(world, 'mill folk'), from: 'blow' });
      return ['Ada', 'Cole', 'Tilly'].map((name) => fullGrams(world, band(world, 'mill folk'), who(world, name)));
    };
    expect(shares('equal')).toEqual([600, 600, 600]);
    const [ada, , tilly] = shares('by need');
    expect(tilly).toBeLessThan(0.75 * ada);
    const [works, lies, child] = shares('by work');
    expect([works, lies, child]).toEqual([600, 420, 420]);
  });

  test('[S11] are set by the keeper where the scenario says so', () => {
    const more = 'rations: {mill folk: {decided by: keeper}}';
    const world = liveDays(stocked('food: 9 kg', { Cole: 'office: stores' }, more), 1);
    expect(named(world, all(world, 'rations/set')[0])['actor']).toBe('Cole');
  });

  test('[S11] are not set while nobody is there who could count', () => {
    const world = stocked('food: 9 kg', { Ada: 'at: isle', Cole: 'at: isle', places: 'isle: {like: cellar}' });
    world.of(position).at.raw.fill(where(world, 'wood'), 0, 2);
    // Until evening: then they would come home to sleep.
    live(world, 12 * 3600);
    expect(all(world, 'rations/reckoned')).toEqual([]);
    expect(sets(world)).toEqual([]);
    expect(food(world)).toBe(9000);
  });
});

describe('when the stores are empty', () => {
  const scarce = (seed: string): World =>
    liveDays(stocked('food: 2 kg, seed grain: 3 kg', {}, `rations: {mill folk: {seed grain: ${seed}}}`), 20);

  test('[S11] it is told once, and after days without food the seed grain is eaten', () => {
    const world = scarce('at last');
    const [first, second, ...more] = all(world, 'rations/ran-out');
    expect(more).toEqual([]);
    const [broke] = all(world, 'rations/broke-into');
    expect(broke.time - first.time).toBe(2 * DAY);
    expect(broke.because.map(({ id }) => id)).toEqual([first.id]);
    const [meal] = all(world, 'rations/served', broke.id);
    expect([meal.data['without'], meal.because.some(({ id }) => id === broke.id)]).toEqual([2, true]);
    expect(amountAt(world, where(world, 'mill'), 'seed grain')).toBe(0);
    expect(second.time).toBeGreaterThan(broke.time);
    expect(said(world, first)).toBe('The mill folk ran out of food.');
  });

  test('[S11] the seed grain is kept where that has been settled, and people starve beside it', () => {
    const world = scarce('never');
    expect(all(world, 'rations/broke-into')).toEqual([]);
    expect(amountAt(world, where(world, 'mill'), 'seed grain')).toBe(3000);
    expect(all(world, 'needs/weakened')).toHaveLength(2);
  });

  test('[S11] the last of it is shared by all, and they are short because of that meal', () => {
    const world = live(stocked('food: 200 g'), 4 * 3600);
    const [last, ...more] = all(world, 'rations/served');
    expect(more).toEqual([]);
    expect(last.data).toMatchObject({ amount: 200, mouths: 2 });
    expect(world.of(nourishment).shortBy.raw[who(world, 'Ada')]).toBe(last.id);
    expect(food(world)).toBe(0);
  });
});

test('what a group is given is what stands about it', () => {
  const world = liveDays(stocked('food: 9 kg'), 1);
  const [standing] = fare.stands(world, band(world, 'mill folk'));
  expect(standing.because).toEqual([all(world, 'rations/set')[0].id]);
  expect(fare.stands(world, band(world, 'the band'))).toEqual([]);
  liveDays(world, 60);
  expect(fare.stands(world, band(world, 'mill folk'))[0].clause.complement).toBe('out of food');
});

test('odd ways to deal with food are found: without any, for no time, by a keeper who is not there', () => {
  const codes = (more: string, changes: MillChanges = {}): string[] => {
    const text = millText({ ...changes, more });
    const { setup, remarks } = readScenario(text, { file: 'test.yaml', parts: ruleset.sections });
    return [...remarks, ...(setup === null ? [] : checkSetup(ruleset, setup))].map((remark) => remark.code);
  };
  const stores = 'stores: {mill: {food: 9 kg}}';
  expect(codes(`${stores}\nrations: {mill folk: {policy: by need}}`)).toEqual([]);
  expect(codes('rations: {mill folk: {policy: by need}}')).toEqual(['no-food']);
  expect(codes(`${stores}\nrations: {mill folk: {cover: 5h}}`)).toEqual(['odd-cover']);
  expect(codes(`${stores}\nrations: {mill folk: {decided by: keeper}}`)).toEqual(['no-keeper']);
  expect(codes(`${stores}\nrations: {mill folk: {decided by: keeper}}`, { Cole: 'office: stores' })).toEqual([]);
  expect(codes(`${stores}\nrations: {mil folk: {policy: by need}}`)).toHaveLength(1);
  expect(codes(`${stores}\nrations: {mill folk: {policy: by neeed}}`)).toHaveLength(1);
});
