import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { mill, millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import { readEvent } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { peopleIn } from '../groups/state.ts';
import { doubts } from '../will/state.ts';
import { gaveUp } from '../will/events.ts';
import { amountAt } from '../stores/state.ts';
import { died } from '../wounds/system.ts';
import { STAGES, intent } from './state.ts';

/** The mill folk are elsewhere: a band of four comes for the salt of an empty mill. */
const EMPTY: MillChanges = {
  Ada: 'at: isle',
  Cole: 'at: isle',
  band: 'extras: 2, wants: salt, comes: d1 12:10 to d1 12:30',
  places: 'isle: {like: cellar}',
  more: 'stores: {mill: {salt: 40 kg}}',
};
const NOON = 12 * 3600;
const stageOf = (world: World): string => STAGES[world.of(intent).stage.raw[band(world, 'the band')]];
const orders = (world: World): string[] =>
  all(world, 'orders/ordered').map((event) => `${String(event.data['task'])} ${named(world, event)['squad'] ?? 'all'}`);
const truth = (world: World, pattern: string, names: Record<string, string>): unknown =>
  world.ruleset.conditions.find((each) => each.pattern === pattern)!.truth(world, names);

describe('a raid', () => {
  test('[S1] goes from the approach to the assault, the loading and the way home, each for a reason', () => {
    const world = live(mill(EMPTY), 7200);
    const stages = all(world, 'raid/went-on').map((event) => event.data['stage']);
    expect(stages).toEqual(['storming', 'loading', 'leaving']);
    expect(orders(world)).toEqual([
      'creep up all',
      "storm Bram's people",
      "cover Dirk's people",
      "load Bram's people",
      'leave all',
    ]);
    for (const event of [...all(world, 'raid/went-on'), ...all(world, 'orders/ordered')])
      expect(event.because.length).toBeGreaterThan(0);
    expect(amountAt(world, where(world, 'mill'), 'salt')).toBe(0);
    expect(all(world, 'conduct/got-away')).toHaveLength(4);
    expect(all(world, 'engagement/ended').map((event) => event.data['how'])).toEqual(['left']);
    expect(stageOf(world)).toBe('leaving');
  });

  test('was planned before the first day, because of a want', () => {
    const world = mill(EMPTY);
    const [short] = all(world, 'raid/ran-short');
    const [planned] = all(world, 'raid/planned');
    expect(short.time).toBeLessThan(planned.time);
    expect(planned.time).toBeLessThan(NOON);
    expect(planned.because.map((cause) => cause.id)).toEqual([short.id]);
    expect(named(world, planned)).toMatchObject({ actor: 'Bram', goal: 'mill' });
    expect(stageOf(world)).toBe('away');
  });

  test('comes within its time, in other nights at other moments', () => {
    const moments = [1, 2, 3, 4, 5, 6].map((seed) => {
      const [came] = all(live(mill(EMPTY, { seed }), 3600), 'raid/came');
      expect(came.time).toBeGreaterThanOrEqual(NOON + 600);
      expect(came.time).toBeLessThanOrEqual(NOON + 1800);
      return came.time;
    });
    expect(new Set(moments).size).toBeGreaterThan(3);
  });

  test('[S3] is broken off by a leader who gives up', () => {
    const world = mill(EMPTY);
    while (all(world, 'raid/came').length === 0) live(world, 60);
    const group = band(world, 'the band');
    const id = happen(world, gaveUp, { actor: who(world, 'Bram'), group, place: where(world, 'wood') });
    live(world, 5);
    const [leaving] = all(world, 'raid/went-on').filter((event) => event.data['stage'] === 'leaving');
    expect(leaving.because.map((cause) => cause.id)).toEqual([id]);
    expect(world.of(doubts).gaveUp.raw[group]).toBe(1);
    live(world, 600);
    expect(amountAt(world, where(world, 'mill'), 'salt')).toBe(40_000);
    expect(all(world, 'conduct/got-away').length).toBeGreaterThan(0);
  });

  test('takes what it came for, from where most of it lies, and nothing else', () => {
    const stores = 'stores: {mill: {salt: 5 kg, food: 80 kg}, yard: {salt: 9 kg}}';
    const world = live(mill({ ...EMPTY, more: stores }), 7200);
    expect(named(world, all(world, 'raid/planned')[0])['goal']).toBe('yard');
    expect(amountAt(world, where(world, 'yard'), 'salt')).toBe(0);
    expect(amountAt(world, where(world, 'mill'), 'salt')).toBe(5000);
    expect(amountAt(world, where(world, 'mill'), 'food')).toBe(80_000);
  });

  test('does not come where there is nothing to want, or no time for it', () => {
    expect(all(live(mill({ ...EMPTY, more: '' }), 7200), 'raid/came')).toHaveLength(0);
    expect(all(live(mill({ ...EMPTY, band: 'wants: salt' }), 7200), 'raid/came')).toHaveLength(0);
  });
});

describe('statements about the end', () => {
  test('follow what became of people', () => {
    const world = live(mill(EMPTY), 7200);
    expect(truth(world, '{groups} leave', { groups: 'the band' })).toBe(true);
    expect(truth(world, '{groups} leave', { groups: 'mill folk' })).toBe(false);
    expect(truth(world, '{groups} hold {places}', { groups: 'mill folk', places: 'isle' })).toBe(true);
    expect(truth(world, '{groups} hold {places}', { groups: 'mill folk', places: 'mill' })).toBe(false);
    expect(truth(world, '{people} lives', { people: 'Ada' })).toBe(true);
    expect(truth(world, 'how many of {groups} live', { groups: 'mill folk' })).toBe(2);
    happen(world, died, {
      actor: who(world, 'Ada'),
      place: where(world, 'isle'),
      group: band(world, 'mill folk'),
      of: 'wound',
    });
    expect(truth(world, '{people} lives', { people: 'Ada' })).toBe(false);
    expect(truth(world, 'how many of {groups} live', { groups: 'mill folk' })).toBe(1);
  });
});

describe('the events behind a statement about the end', () => {
  const because = (world: World, pattern: string, names: Record<string, string>): string[] =>
    world.ruleset.conditions.find((each) => each.pattern === pattern)!.because!(world, names).map(
      (id) => readEvent(world, id).kind,
    );

  test('are those by which it came to be so, each once and oldest first', () => {
    const world = live(mill(EMPTY), 7200);
    expect(because(world, '{groups} leave', { groups: 'the band' })).toEqual(
      peopleIn(world, band(world, 'the band')).map(() => 'conduct/got-away'),
    );
    expect(because(world, '{groups} leave', { groups: 'mill folk' })).toEqual([]);
    expect(because(world, '{people} lives', { people: 'Ada' })).toEqual([]);
    expect(because(world, 'most is left in {places}', { places: 'mill' })).toEqual(
      all(world, 'stores/took').map(({ kind }) => kind),
    );
    const death = happen(world, died, {
      actor: who(world, 'Ada'),
      place: where(world, 'isle'),
      group: band(world, 'mill folk'),
      of: 'wound',
    });
    for (const [pattern, names] of [
      ['{people} lives', { people: 'Ada' }],
      ['how many of {groups} live', { groups: 'mill folk' }],
    ] as const) {
      const condition = world.ruleset.conditions.find((each) => each.pattern === pattern)!;
      expect(condition.because!(world, names)).toEqual([death]);
    }
  });

  test('say who keeps a place from those who would hold it, and how they came there', () => {
    const world = mill(EMPTY);
    while (all(world, 'stores/began-loading').length === 0) live(world, 30);
    const kinds = because(world, '{groups} hold {places}', { groups: 'mill folk', places: 'mill' });
    expect([...new Set(kinds)]).toEqual(['places/reached']);
    live(world, 7200);
    expect(because(world, '{groups} hold {places}', { groups: 'mill folk', places: 'isle' })).toEqual([
      'engagement/ended',
    ]);
  });
});

describe('a scenario', () => {
  const codes = (text: string): string[] => {
    const { setup } = readScenario(text, { file: 'test.yaml', parts: ruleset.sections });
    return checkSetup(ruleset, setup!).map((remark) => remark.code);
  };

  test('is warned of bands that can come to nothing', () => {
    const raid = millText({ band: 'wants: salt, comes: d1 12:10', more: 'stores: {mill: {salt: 4 kg}}' });
    expect(codes(raid)).toEqual([]);
    expect(codes(raid.replace('salt: 4 kg', 'food: 4 kg'))).toEqual(['nothing-to-want']);
    expect(codes(raid.replace(', comes: d1 12:10', ''))).toEqual(['never-comes']);
    expect(codes(raid.replace('hostile to: mill folk, ', ''))).toEqual(['nobody-to-rob']);
  });
});
