import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, clash, happen, named, where, who } from '../../../test/night.fixture.ts';
import { chosenOf, failedOf, optionOf, weighs } from '../../../test/weighing.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { received } from '../orders/receiving.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { aim } from '../shooting/state.ts';
import { isAt, notice } from '../sight/state.ts';
import { wounded } from '../wounds/system.ts';

// Many small worlds are lived here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const ISLE = 'isle: {like: cellar}';
const ALONE: MillChanges = { Ada: 'at: yard', Cole: 'at: isle', Bram: 'at: isle', Dirk: 'at: isle', places: ISLE };

/** Ada in the yard, alarmed for a minute; where it is said so, she takes Bram to be in the field. */
function yard(changes: MillChanges = {}, knows = true, seed = 1, alarmedFor = 60): World {
  const world = mill({ ...ALONE, ...changes }, { seed });
  const source = clash(world, 'the band');
  const ada = who(world, 'Ada');
  world.of(notice).alarmed.put(ada, 1);
  world.of(notice).alarmedAt.put(ada, world.time - alarmedFor);
  if (knows) believe(world, ada, isAt, who(world, 'Bram'), { place: where(world, 'field'), confidence: 1, source });
  return world;
}
const choice = (world: World): ReturnType<typeof weighs> => weighs(world, 'Ada', 'conduct/choice');
const FIRE = 'shooting/fire-at';

describe('what somebody weighs in a fight', () => {
  test('has exactly one winner, and it is the option whose time was shortest', () => {
    let races = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const weighed = choice(yard({}, true, seed));
      expect(chosenOf(weighed)).toHaveLength(1);
      const times = weighed!.options.flatMap(({ weighed: score, chosen }) =>
        score?.by === 'race' ? [{ time: score.time, chosen }] : [],
      );
      expect(times.length).toBeGreaterThan(1);
      expect(times.reduce((a, b) => (b.time < a.time ? b : a)).chosen).toBe(true);
      races++;
    }
    expect(races).toBe(20);
  });

  test('gives each option the share of all weights that luck decides by', () => {
    const weighed = choice(yard());
    const races = weighed!.options.flatMap(({ weighed: score }) => (score?.by === 'race' ? [score] : []));
    const total = races.reduce((sum, { weight }) => sum + weight, 0);
    for (const { weight, share } of races) expect(share).toBeCloseTo(weight / total, 12);
    expect(races.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('is what they then do', () => {
    let fired = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const world = yard({}, true, seed);
      const weighed = choice(world);
      const opened = all(world, 'shooting/opened-fire').filter((event) => named(world, event)['actor'] === 'Ada');
      expect(chosenOf(weighed)).toEqual([opened.length > 0 ? FIRE : 'conduct/stay']);
      if (opened.length === 0) continue;
      fired++;
      expect(optionOf(weighed, FIRE).option).toBe('to fire at Bram in the field');
      expect(opened[0].time).toBe(weighed!.time);
    }
    expect(fired).toBeGreaterThan(5);
    expect(fired).toBeLessThan(20);
  });

  test('names why there is nobody to fire at, and with that changed there is', () => {
    expect(failedOf(choice(yard()), FIRE)).toBeNull();
    expect(failedOf(choice(yard({}, false)), FIRE)).toBe('Ada knew of no enemy in view');
    expect(failedOf(choice(yard({ Ada: 'at: yard, rounds: 0' })), FIRE)).toBe('Ada had no rounds left');
    expect(failedOf(choice(yard({}, true, 1, 2)), FIRE)).toBe('Ada held their fire so soon after the alarm');
    expect(failedOf(choice(yard({ Ada: 'at: yard, gear: [knife]' })), FIRE)).toBe('Ada only had a knife');
  });

  test('says that somebody lies hidden, is pinned, or has lost their nerve, and what they do instead', () => {
    const hidden = yard();
    hidden.of(notice).hidden.put(who(hidden, 'Ada'), 1);
    expect(failedOf(choice(hidden), FIRE)).toBe('Ada lay hidden');
    const pinned = yard();
    pinned.of(nerves).suppression.add(who(pinned, 'Ada'), 40, 1);
    pinned.of(nerves).pinned.put(who(pinned, 'Ada'), 1);
    const down = choice(pinned);
    expect([failedOf(down, FIRE), chosenOf(down)]).toEqual(['Ada was kept down by fire', ['conduct/keep-down']]);
    const broken = yard();
    broken.of(nerves).broken.put(who(broken, 'Ada'), 1);
    broken.of(nerves).brokenBy.put(who(broken, 'Ada'), 1);
    const runs = choice(broken);
    expect([failedOf(runs, FIRE), optionOf(runs, 'conduct/run').option]).toEqual([
      'Ada had lost their nerve',
      'to run for the mill',
    ]);
  });

  test('says what keeps somebody from helping: nobody hurt near, no dressings, or another who sees to them', () => {
    const hurt = (changes: MillChanges, prepare: (world: World) => void = () => {}): string | null => {
      const world = mill({ ...ALONE, Ada: 'at: isle', ...changes });
      clash(world, 'the band');
      const [target, place] = [who(world, 'Cole'), where(world, 'isle')];
      happen(world, wounded, { target, actor: -1, place, region: 'leg', flow: 80, takes: 'feet' });
      world.of(body).dressings.put(target, 0);
      prepare(world);
      return failedOf(weighs(world, 'Ada', 'conduct/choice', 5), 'wounds/help');
    };
    expect(hurt({})).toBeNull();
    expect(hurt({ Ada: 'at: isle, dressings: 0' })).toBe('Ada had no dressings left');
    expect(hurt({ Cole: 'at: mill' }, (world) => world.of(body).dressings.put(who(world, 'Ada'), 2))).toBe(
      'Ada knew of nobody near whose wound was open',
    );
  });

  test('says what they were told, and that they were told nothing', () => {
    const world = yard({ Dirk: 'at: wood' });
    const dirks = (): ReturnType<typeof weighs> => weighs(world, 'Dirk', 'conduct/choice', 5);
    expect(failedOf(dirks(), 'conduct/obey')).toBe('Dirk had been told nothing');
    const dirk = who(world, 'Dirk');
    happen(world, received, { actor: dirk, target: dirk, goal: where(world, 'field'), task: 'storm' });
    const weighed = dirks();
    expect(failedOf(weighed, 'conduct/obey')).toBeNull();
    expect(optionOf(weighed, 'conduct/obey').option).toBe('to storm the field as told');
    world.of(position).at.put(dirk, where(world, 'field'));
    world.of(position).bound.put(dirk, 0);
    expect(optionOf(dirks(), 'conduct/obey').speaks).toEqual(['Dirk was already there']);
  });

  test('puts a weaker pull beside the chosen one in words, and says when luck was against a stronger', () => {
    const said = new Set<string>();
    for (let seed = 1; seed <= 30; seed++) {
      const weighed = choice(yard({}, true, seed))!;
      const [chosen, other] = weighed.options;
      if (chosen.weighed?.by !== 'race' || other.weighed?.by !== 'race') continue;
      const stronger = other.weighed.weight > chosen.weighed.weight;
      expect(other.why?.includes('luck was against it')).toBe(stronger);
      said.add(other.why!);
    }
    expect(said.size).toBeGreaterThan(1);
  });

  test('goes on with a target in other words than it takes one up', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const world = yard({}, true, seed);
      if (chosenOf(choice(world))[0] !== FIRE) continue;
      if (world.of(aim).target.raw[who(world, 'Ada')] === 0) continue;
      const again = weighs(world, 'Ada', 'conduct/choice', 5);
      expect(optionOf(again, FIRE).option).toMatch(/^to go on firing at Bram/);
      return;
    }
    throw new Error('Ada never fired');
  });
});
