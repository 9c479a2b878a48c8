import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { mill, millText } from '../../../test/mill.fixture.ts';
import { all, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { gotAway } from '../conduct/events.ts';
import { died, fell } from '../wounds/system.ts';
import { body } from '../bodies/state.ts';
import { between, metresBetween, pairRow, position, sightBetween } from './state.ts';
import { setOut } from './system.ts';

const metres = (world: World, a: string, b: string): number => metresBetween(world, where(world, a), where(world, b));
const sight = (world: World, a: string, b: string): number => sightBetween(world, where(world, a), where(world, b));
const at = (world: World, name: string): string => {
  const { at: rows } = world.of(position);
  return ['mill', 'yard', 'field', 'wood', 'shed'].find((each) => where(world, each) === rows.raw[who(world, name)])!;
};
const SHED = 'shed: {like: shed, next to: field}';

describe('the lie of the land', () => {
  test('the way is the shortest one, and the same both ways', () => {
    const world = mill({ places: SHED });
    expect(metres(world, 'mill', 'yard')).toBe(21);
    expect(metres(world, 'mill', 'wood')).toBe(21 + 55 + 90);
    expect(metres(world, 'wood', 'mill')).toBe(21 + 55 + 90);
    expect(metres(world, 'mill', 'shed')).toBe(21 + 55 + 43);
    expect(metres(world, 'field', 'field')).toBe(40);
  });

  test('a shorter way is taken as soon as there is one', () => {
    const world = mill({
      places:
        'lane: {like: lane, next to: [mill, wood], metres: {mill: 10, wood: 20}}\n  shed: {like: shed, next to: field}',
    });
    expect(metres(world, 'mill', 'wood')).toBe(30);
    expect(world.of(between).next.raw[pairRow(world, where(world, 'mill'), where(world, 'wood'))]).toBe(
      where(world, 'lane'),
    );
  });

  test('what has no way to it is infinitely far and out of sight', () => {
    const world = mill({ places: 'isle: {like: field}\n  shed: {like: shed, next to: field}' });
    expect(metres(world, 'mill', 'isle')).toBe(Infinity);
    expect(sight(world, 'mill', 'isle')).toBe(0);
  });

  test('one sees into the next place and across an open one, but not through a house', () => {
    const world = mill({ places: 'garden: {like: open yard, next to: mill}' });
    expect(sight(world, 'mill', 'yard')).toBeCloseTo(0.8);
    expect(sight(world, 'mill', 'field')).toBeCloseTo(0.8 * 1 * 0.7);
    expect(sight(world, 'mill', 'wood')).toBe(0);
    expect(sight(world, 'yard', 'garden')).toBe(0);
  });
});

describe('going', () => {
  test('comes through every place on the way, each after its metres', () => {
    const world = mill({ places: SHED, Bram: 'rounds: 0', Dirk: 'rounds: 0' });
    fight(world);
    happen(world, setOut, {
      actor: who(world, 'Ada'),
      place: where(world, 'mill'),
      goal: where(world, 'wood'),
      pace: 'walking',
    });
    live(world, 135);
    const steps = all(world, 'places/reached').map((event) => [named(world, event)['place'], event.time - 12 * 3600]);
    const legs = [21, 55, 90].map((far) => Math.ceil(far / 1.3));
    expect(steps).toEqual([
      ['yard', legs[0]],
      ['field', legs[0] + legs[1]],
      ['wood', legs[0] + legs[1] + legs[2]],
    ]);
    expect(at(world, 'Ada')).toBe('wood');
    expect(world.of(position).bound.raw[who(world, 'Ada')]).toBe(0);
  });

  test('[S4] is slower the longer somebody has run', () => {
    const seconds = [0, 0.5, 1].map((winded) => {
      const world = mill();
      fight(world);
      const ada = who(world, 'Ada');
      world.of(body).winded.put(ada, winded);
      happen(world, setOut, { actor: ada, place: where(world, 'mill'), goal: where(world, 'wood'), pace: 'running' });
      live(world, 150);
      return all(world, 'places/reached').find((event) => named(world, event)['place'] === 'wood')!.time - 12 * 3600;
    });
    expect(seconds[1]).toBeGreaterThan(seconds[0]);
    expect(seconds[2]).toBeGreaterThan(seconds[1]);
  });

  test('takes longer at a walk than at a run, and longest creeping', () => {
    const seconds = (['running', 'walking', 'creeping'] as const).map((pace) => {
      const world = mill();
      fight(world);
      happen(world, setOut, {
        actor: who(world, 'Ada'),
        place: where(world, 'mill'),
        goal: where(world, 'yard'),
        pace,
      });
      live(world, 60);
      return all(world, 'places/reached')[0].time - 12 * 3600;
    });
    expect(seconds).toEqual([Math.ceil(21 / 3.2), Math.ceil(21 / 1.3), Math.ceil(21 / 0.7)]);
  });

  test('to where no way leads takes nobody anywhere', () => {
    const world = mill({ places: 'isle: {like: field}\n  shed: {like: shed, next to: field}' });
    fight(world);
    const ada = who(world, 'Ada');
    happen(world, setOut, { actor: ada, place: where(world, 'mill'), goal: where(world, 'isle'), pace: 'running' });
    live(world, 600);
    expect(at(world, 'Ada')).toBe('mill');
  });

  test('a change of mind on the way holds from the next place on', () => {
    const world = mill();
    fight(world);
    const ada = who(world, 'Ada');
    happen(world, setOut, { actor: ada, place: where(world, 'mill'), goal: where(world, 'wood'), pace: 'running' });
    live(world, 10);
    expect(at(world, 'Ada')).toBe('yard');
    happen(world, setOut, { actor: ada, place: where(world, 'yard'), goal: where(world, 'mill'), pace: 'running' });
    live(world, 10);
    expect(at(world, 'Ada')).toBe('mill');
  });

  test('is not for the dead and the gone, and ends where somebody falls', () => {
    const world = mill();
    fight(world);
    const [ada, cole, bram] = ['Ada', 'Cole', 'Bram'].map((name) => who(world, name));
    const [house, yard, wood, ours, theirs] = [where(world, 'mill'), where(world, 'yard'), where(world, 'wood'), 0, 1];
    happen(world, died, { actor: ada, place: house, group: ours, of: 'wound' });
    expect(happen(world, setOut, { actor: ada, place: house, goal: yard, pace: 'running' })).toBe(0);
    happen(world, gotAway, { actor: bram, place: wood, group: theirs });
    expect(happen(world, setOut, { actor: bram, place: wood, goal: yard, pace: 'running' })).toBe(0);
    happen(world, setOut, { actor: cole, place: house, goal: wood, pace: 'running' });
    live(world, 10);
    happen(world, fell, { actor: cole, place: yard, group: ours, from: 'blow' });
    live(world, 200);
    expect(at(world, 'Cole')).toBe('yard');
  });

  test('the author can move somebody by hand', () => {
    const world = mill({}, { log: [{ at: 12 * 3600 + 5, command: 'move', value: { who: 'Ada', to: 'wood' } }] });
    live(world, 10);
    expect(at(world, 'Ada')).toBe('wood');
  });
});

describe('where people are as it begins', () => {
  test('their own word goes before that of their group, and that before its home', () => {
    const world = mill({
      Cole: 'at: field',
      people: 'Eve: {group: others}\n  Finn: {group: waifs}',
      groups: 'others: {home: yard, at: wood}\n  waifs: {}',
    });
    expect(['Ada', 'Cole', 'Bram', 'Eve', 'Finn'].map((name) => at(world, name))).toEqual([
      'mill',
      'field',
      'wood',
      'wood',
      'mill',
    ]);
  });
});

describe('a scenario', () => {
  const codes = (text: string): string[] => {
    const { setup } = readScenario(text, { file: 'test.yaml', parts: ruleset.sections });
    return checkSetup(ruleset, setup!).map((remark) => remark.code);
  };

  test('is warned of places that nobody can get to', () => {
    expect(codes(millText())).not.toContain('out-of-reach');
    expect(codes(millText({ places: 'isle: {like: field}' }))).toContain('out-of-reach');
  });

  test('cannot put a place next to itself, nor do without any', () => {
    expect(codes(millText({ places: 'pond: {like: field, next to: [pond, yard]}' }))).toContain('beside-itself');
    expect(codes('title: Nowhere\npeople: {Ada: {}}\ngroups: {folk: {}}\n')).toContain('no-place');
  });
});

function fight(world: World): void {
  // Nobody sees anybody from mill to wood, so nothing happens but what the test brings about.
  clash(world, 'the band');
}
