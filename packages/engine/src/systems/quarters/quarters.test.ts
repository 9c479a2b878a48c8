import { describe, expect, test, vi } from 'vitest';
import { formatRemark, readScenario } from '@anchorhold/scenario';
import { mill, millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { captive } from '../captivity/state.ts';
import { BURNT_OUT, burning } from '../fire/state.ts';
import { position } from '../places/state.ts';
import { died } from '../wounds/system.ts';
import { bedOf, lodging } from './state.ts';

vi.setConfig({ testTimeout: 60_000 });
const HOUR = 3600;
const HOUSES = 'isle: {like: cellar}\n  barn: {like: barn, next to: mill}\n  shed: {like: shed, next to: mill}';
/** Six at a mill with two beds, a barn and a shed; the band is far off. */
const houses = (changes: MillChanges = {}): World =>
  mill({
    Bram: 'at: isle',
    Dirk: 'at: isle',
    places: HOUSES,
    people: 'Eve: {ties: {Finn: brother}}\n  Finn: {ties: {Gwen: sister}}\n  Gwen: {}\n  Hal: {}',
    ...changes,
  });
const bed = (world: World, name: string): string => world.keyOf(place, bedOf(world, who(world, name)));

describe('people sleep', () => {
  test('where the scenario says, else at home as long as there are beds, families together', () => {
    const world = houses({ places: HOUSES.replace('isle:', 'loft: {like: loft, sleeps: 3, next to: mill}\n  isle:') });
    expect(new Set(['Ada', 'Cole', 'Hal', 'Eve'].map((name) => bed(world, name)))).toEqual(new Set(['mill']));
    const two = houses({ Cole: 'quarters: barn' });
    expect(bed(two, 'Cole')).toBe('barn');
    const full = mill({
      Bram: 'at: isle',
      Dirk: 'at: isle',
      places: HOUSES,
      folk: 'extras: 19',
      people: 'Eve: {ties: {Finn: brother}}\n  Finn: {}',
    });
    expect(bed(full, 'Eve')).toBe(bed(full, 'Finn'));
    const beds = full.of(lodging).at.raw.filter((at) => at === where(full, 'mill') + 1).length;
    expect(beds).toBe(20);
  });

  test('and go there at night', () => {
    const world = live(houses({ Cole: 'quarters: barn', folk: 'routine: {on watch: 0}' }), 12 * HOUR);
    expect(world.keyOf(place, world.of(position).at.raw[who(world, 'Cole')])).toBe('barn');
  });
});

describe('beds are given out anew', () => {
  test('when a house has burnt, on account of that, in the evening', () => {
    const world = houses();
    const id = happen(world, died, { actor: who(world, 'Hal'), place: where(world, 'mill'), group: 0, of: 'wound' });
    world.of(burning).stage.put(where(world, 'mill'), BURNT_OUT);
    world.of(burning).by.put(where(world, 'mill'), id);
    live(world, 9 * HOUR);
    const [allotted, ...more] = all(world, 'quarters/allotted');
    expect(more).toEqual([]);
    expect([allotted!.data['people'], allotted!.data['short']]).toEqual([5, 0]);
    expect(allotted!.because.map((cause) => cause.id)).toEqual([id]);
    expect(bed(world, 'Eve')).not.toBe('mill');
    expect(bed(world, 'Eve')).toBe(bed(world, 'Gwen'));
    expect(said(world, allotted!)).toMatch(/^Ada found five beds in the (shed|barn)\.$/);
  });

  test('and once only where there are none', () => {
    const world = houses({ places: 'isle: {like: cellar}' });
    world.of(burning).stage.put(where(world, 'mill'), BURNT_OUT);
    world.of(burning).by.put(where(world, 'mill'), 1);
    live(world, 72 * HOUR);
    expect(all(world, 'quarters/allotted').map(({ data }) => [data['people'], data['short']])).toEqual([[0, 6]]);
  });

  test('but nobody moves where nothing has happened', () => {
    expect(all(live(houses(), 96 * HOUR), 'quarters/allotted')).toEqual([]);
  });
});

test('a prisoner is shut up apart from those who hold them', () => {
  const world = houses();
  const id = happen(world, died, { actor: who(world, 'Dirk'), place: where(world, 'isle'), group: 1, of: 'wound' });
  const rows = world.of(captive);
  rows.state.put(who(world, 'Bram'), 2);
  rows.keeper.put(who(world, 'Bram'), who(world, 'Eve') + 1);
  rows.taken.put(who(world, 'Bram'), id);
  world.of(position).at.put(who(world, 'Bram'), where(world, 'mill'));
  live(world, 9 * HOUR);
  const [shut, ...more] = all(world, 'quarters/shut-up');
  expect(more).toEqual([]);
  expect(named(world, shut!)).toEqual({ actor: 'Ada', target: 'Bram', place: 'shed' });
  expect(shut!.because.map((cause) => cause.id)).toEqual([id]);
});

test('a scenario is told of beds that there are not', () => {
  const codes = (text: string): string[] => {
    const { setup } = readScenario(text, { file: 'test.yaml', parts: ruleset.sections });
    return checkSetup(ruleset, setup!).map(({ code }) => code);
  };
  expect(codes(millText({ Ada: 'quarters: mill' }))).toEqual([]);
  expect(codes(millText({ Ada: 'quarters: yard' }))).toContain('no-beds');
  const loft = 'loft: {like: loft, sleeps: 1, next to: mill}';
  expect(codes(millText({ Ada: 'quarters: loft', Cole: 'quarters: loft', places: loft }))).toContain('too-few-beds');
  // Those who are not said to sleep anywhere are lodged at home and beside it: twenty at the mill.
  const many = (extras: number, places = ''): string[] => codes(millText({ folk: `extras: ${extras}`, places }));
  expect(many(18)).toEqual([]);
  expect(many(19)).toEqual(['too-few-beds']);
  expect(many(19, 'barn: {like: barn, next to: mill}')).toEqual([]);
  expect(codes(millText({ folk: 'extras: 18', Bram: 'quarters: mill' }))).toContain('too-few-beds');
});

test('a scenario is told where it wants more beds, a watch of nobody, or a store that nobody gets to, and what else to write', () => {
  const said = (text: string): string[] => {
    const { setup, remarks, locate } = readScenario(text, { file: 'mill.yaml', parts: ruleset.sections });
    return [...remarks, ...locate(checkSetup(ruleset, setup!))].map(formatRemark);
  };
  const line = (text: string, part: string): string => {
    const lines = text.split('\n');
    const at = lines.findIndex((each) => each.includes(part));
    return `mill.yaml:${at + 1}:${lines[at]!.indexOf(part) + 1} `;
  };
  const full = millText({ folk: 'extras: 30' });
  expect(said(full)).toEqual([
    `${line(full, 'mill, leader')}warning: 32 of mill folk have no quarters of their own, and in mill and about it there is room for 20 to sleep. ` +
      'Write "sleeps:" at mill, or give it a roofed place "next to: mill".',
  ]);
  const empty = millText({
    groups: 'the dead: {home: wood, routine: {on watch: 2}}',
    places: 'hut: {like: shed, next to: wood}',
  });
  expect(said(empty)).toContain(
    `${line(empty, '2}}')}error: 2 of the dead are to stand watch at once, and it has nobody from 16 to 69 years old. ` +
      'Leave it out, or give it people who can.',
  );
  const far = millText({ places: 'isle: {like: cellar}', more: 'stores:\n  isle: {salt: 9 kg}' });
  expect(said(far).filter((each) => each.includes('what lies in isle'))).toEqual([
    `${line(far, '{salt')}warning: Nobody can get to what lies in isle: no way leads there from where anybody lives. ` +
      'Give it "next to:", such as "next to: mill".',
  ]);
});
