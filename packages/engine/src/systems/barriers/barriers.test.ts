import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { chroniclesOf, countWords, whyOf } from '@anchorhold/story';
import { mill, millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, said, saidAsReason, where, who } from '../../../test/night.fixture.ts';
import { findClaim } from '../../kernel/beliefs.ts';
import { checkSetup } from '../../kernel/create.ts';
import type { LivingOptions } from '../../kernel/create.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { received } from '../orders/receiving.ts';
import { position, sightBetween } from '../places/state.ts';
import { legSeconds, setOut } from '../places/system.ts';
import { nextFor, wayMetres } from '../places/ways.ts';
import { nerves } from '../resolve/state.ts';
import { fell } from '../wounds/system.ts';
import { breached, began } from './events.ts';
import { barrier, breaking, isAttacked, isBreached } from './state.ts';
import {
  barredBy,
  barrierInLine,
  barrierInto,
  barriersAt,
  coverAcross,
  isBarred,
  outsideOf,
  tierAcross,
} from './ways.ts';

/** The mill folk's yard is fenced off from the field; who is told what is said by the tests. */
function fenced(like: string, changes: MillChanges = {}, options: LivingOptions = {}): World {
  const more = `barriers:
  the fence: { between: [yard, field], like: ${like} }
${changes.more ?? ''}`;
  return mill({ Bram: 'at: field', Dirk: 'at: field', ...changes, more }, options);
}
const wall = (world: World, name = 'the fence'): number => world.cast.mustRow(barrier, name);
const task = (world: World, name: string, what: 'breach' | 'hold' | 'storm', goal = 'yard'): number =>
  happen(world, received, { actor: who(world, name), target: who(world, name), goal: where(world, goal), task: what });
const send = (world: World, name: string, from: string, goal: string): number =>
  happen(world, setOut, {
    actor: who(world, name),
    place: where(world, from),
    goal: where(world, goal),
    pace: 'running',
  });
/** Nobody of the mill sees or hears anything of what the band does. */
const FAR: MillChanges = { Ada: 'at: isle', Cole: 'at: isle', places: 'isle: {like: cellar}' };

describe('[S1] a barrier', () => {
  test('bars everybody but its keepers', () => {
    const world = fenced('barred door');
    const [yard, field] = [where(world, 'yard'), where(world, 'field')];
    expect(isBarred(world, who(world, 'Bram'), field, yard)).toBe(true);
    expect(isBarred(world, who(world, 'Ada'), field, yard)).toBe(false);
    expect(nextFor(world, who(world, 'Bram'), field, yard)).toBe(-1);
    expect(nextFor(world, who(world, 'Ada'), field, yard)).toBe(yard);
    expect(send(world, 'Bram', 'field', 'mill')).toBe(0);
    expect(barriersAt(world, yard)).toEqual([wall(world)]);
  });

  test('can be undone from within', () => {
    const world = fenced('barred door', { Bram: 'at: yard' });
    expect(barredBy(world, who(world, 'Bram'), where(world, 'yard'), where(world, 'field'))).toBe(-1);
    clash(world, 'the band');
    send(world, 'Bram', 'yard', 'field');
    live(world, 30);
    const [opened] = all(world, 'barriers/breached');
    expect(opened.data['how']).toBe('opened');
    expect(said(world, opened)).toBe('Bram opened the fence from the inside.');
    const broken = world.ruleset.conditions.find((each) => each.pattern === '{barriers} broken')!;
    expect(broken.because!(world, { barriers: 'the fence' })).toEqual([opened.id]);
    expect(isBarred(world, who(world, 'Dirk'), where(world, 'field'), where(world, 'yard'))).toBe(false);
  });

  test('costs those who climb it seconds, and a long way round is better', () => {
    const open = mill({ Bram: 'at: field' });
    const world = fenced('wagon barricade');
    const bram = who(world, 'Bram');
    const [yard, field] = [where(world, 'yard'), where(world, 'field')];
    expect(legSeconds(world, bram, field, yard, 2)).toBe(legSeconds(open, bram, field, yard, 2) + 14);
    expect(wayMetres(world, bram, field, yard)).toBe(55 + 14 * 5);
    clash(world, 'the band');
    send(world, 'Bram', 'field', 'yard');
    live(world, 60);
    expect(world.of(position).at.raw[bram]).toBe(yard);
    const [over] = all(world, 'barriers/climbed');
    expect(named(world, over)).toMatchObject({ actor: 'Bram', barrier: 'the fence', place: 'yard' });
    expect(said(world, over)).toMatch(/Bram (climbed|got) over the fence\./);

    const lane = fenced('wagon barricade', {
      places: 'lane: {like: lane, next to: [field, yard], metres: {field: 60, yard: 60}}',
    });
    expect(nextFor(lane, who(lane, 'Bram'), where(lane, 'field'), where(lane, 'yard'))).toBe(where(lane, 'lane'));
  });

  test('can be got over from within where it cannot from without', () => {
    const world = fenced('palisade', { ...FAR, Bram: 'at: yard' });
    const [bram, dirk] = [who(world, 'Bram'), who(world, 'Dirk')];
    const [yard, field] = [where(world, 'yard'), where(world, 'field')];
    expect(nextFor(world, bram, yard, field)).toBe(field);
    expect(nextFor(world, dirk, field, yard)).toBe(-1);
    clash(world, 'the band');
    send(world, 'Bram', 'yard', 'field');
    live(world, 60);
    expect(all(world, 'barriers/climbed')).toHaveLength(1);
    expect(world.of(barrier).breached.raw[wall(world)]).toBe(0);
  });

  test('is taken to stand by those who have not heard that it is broken', () => {
    const more = '  the door: { between: [mill, yard], like: barricaded door }';
    const world = fenced(
      'palisade',
      { ...FAR, Bram: 'at: field', Dirk: 'at: rock', places: 'isle: {like: cellar}\n  rock: {like: cellar}', more },
      { seed: 2 },
    );
    clash(world, 'the band');
    happen(world, breached, { actor: -1, barrier: wall(world, 'the door'), place: where(world, 'yard'), how: 'burnt' });
    happen(world, breached, { actor: -1, barrier: wall(world), place: where(world, 'field'), how: 'burnt' });
    const dirk = who(world, 'Dirk');
    world.of(position).at.put(dirk, where(world, 'wood'));
    task(world, 'Dirk', 'storm', 'mill');
    live(world, 200);
    // He goes to the palisade to break it, finds it broken, then goes to the door, and finds it broken too.
    expect(
      all(world, 'places/set-out')
        .map((event) => named(world, event)['goal'])
        .slice(0, 2),
    ).toEqual(['field', 'yard']);
    expect(all(world, 'barriers/began')).toHaveLength(0);
    expect(world.of(position).at.raw[dirk]).toBe(where(world, 'mill'));
  });

  test('keeps the view off, and stops rounds for those within', () => {
    const open = mill();
    const world = fenced('palisade');
    const [yard, field] = [where(world, 'yard'), where(world, 'field')];
    expect(sightBetween(world, yard, field)).toBeCloseTo(0.9 * sightBetween(open, yard, field));
    const past = sightBetween(world, where(world, 'mill'), field);
    expect(past).toBeLessThan(0.15 * sightBetween(open, where(open, 'mill'), field));
    expect(coverAcross(world, field, yard)).toBeCloseTo(0.4);
    expect(coverAcross(world, where(world, 'wood'), yard)).toBeCloseTo(0.4);
    expect(coverAcross(world, yard, field)).toBe(0);
    expect(tierAcross(world, field, yard)).toBe(2);
    expect(barrierInLine(world, where(world, 'mill'), yard)).toBe(-1);
  });

  test('is found by those who want to get past it', () => {
    const more = '  the door: { between: [mill, yard], like: barricaded door }';
    const world = fenced('palisade', { more, Dirk: 'at: isle', places: 'isle: {like: cellar}' });
    const [mills, yard, field, wood] = ['mill', 'yard', 'field', 'wood'].map((name) => where(world, name));
    expect(barrierInto(world, yard, wood)).toBe(wall(world));
    expect(barrierInto(world, mills, wood)).toBe(wall(world));
    expect(barrierInto(world, mills, yard)).toBe(wall(world, 'the door'));
    expect(barrierInto(world, field, wood)).toBe(-1);
    expect(outsideOf(world, wall(world), yard)).toBe(field);
    expect(outsideOf(world, wall(world), mills)).toBe(field);
    happen(world, breached, { actor: -1, barrier: wall(world), place: field, how: 'broken' });
    expect(barrierInto(world, mills, wood)).toBe(wall(world, 'the door'));
    // Whoever has not heard of the breach still takes it for whole.
    expect(barrierInto(world, mills, wood, who(world, 'Dirk'))).toBe(wall(world));
    expect(barrierInto(world, mills, wood, who(world, 'Ada'))).toBe(-1);
  });
});

describe('[S1] breaking through', () => {
  test('takes the work of one for so long, of two for half of it', () => {
    const seconds = (people: readonly string[]): number => {
      const alone = people.length === 1 ? { ...FAR, Dirk: 'at: isle', Ada: 'at: mill', Cole: 'at: mill' } : FAR;
      const world = fenced('barricaded door', alone, { seed: 3 });
      clash(world, 'the band');
      for (const name of people) task(world, name, 'breach');
      live(world, 400);
      return all(world, 'barriers/breached')[0].time - all(world, 'barriers/began')[0].time;
    };
    const [one, two] = [seconds(['Bram']), seconds(['Bram', 'Dirk'])];
    expect(one).toBeGreaterThan(115);
    expect(one).toBeLessThan(170);
    expect(two).toBeLessThan(one * 0.65);
  });

  test('is told with how many worked at it, and for how long', () => {
    const world = fenced('palisade', FAR);
    clash(world, 'the band');
    for (const name of ['Dirk', 'Bram']) task(world, name, 'breach');
    while (all(world, 'barriers/breached').length === 0) live(world, 10);
    const [broken] = all(world, 'barriers/breached');
    const why = whyOf(chroniclesOf(world), broken.id, { worldAt: () => world });
    const minutes = Math.round((world.time - all(world, 'barriers/began')[0].time) / 60);
    expect(minutes).toBeGreaterThan(1);
    expect(why.drift).toEqual([`Two people had worked at the fence for ${countWords(minutes)} minutes.`]);
  });

  test('is owed to those who did most of it, and makes a way for all', () => {
    const world = fenced('barricaded door', FAR, { seed: 3 });
    clash(world, 'the band');
    const told = ['Bram', 'Dirk'].map((name) => task(world, name, 'breach'));
    live(world, 300);
    const starts = all(world, 'barriers/began');
    expect(starts.map((event) => event.because[0].id).sort()).toEqual(told.sort());
    const [through] = all(world, 'barriers/breached');
    expect(through.because.map((cause) => cause.id).sort()).toEqual(starts.map((event) => event.id).sort());
    expect(said(world, through)).toMatch(/(Bram|Dirk) broke through the fence\./);
    expect(saidAsReason(world, starts[0])).toMatch(/(Bram|Dirk) was working at the fence\./);
    // They go in by it, and getting in rests on it.
    const into = all(world, 'places/reached').find((event) => named(world, event)['place'] === 'yard')!;
    expect(into.because.map((cause) => cause.id)).toContain(through.id);
    expect(world.of(breaking).worksAt.raw[who(world, 'Bram')]).toBe(0);
  });

  test('is seen and heard, and known to those who were told by a shout', () => {
    const world = fenced('barricaded door', { Ada: 'at: yard', Cole: 'at: isle', places: 'isle: {like: cellar}' });
    clash(world, 'the band');
    const [bram, dirk, ada, cole] = ['Bram', 'Dirk', 'Ada', 'Cole'].map((name) => who(world, name));
    happen(world, began, { actor: bram, barrier: wall(world), place: where(world, 'field') });
    happen(world, breached, { actor: bram, barrier: wall(world), place: where(world, 'field'), how: 'broken' });
    for (const each of [bram, dirk, ada])
      expect(findClaim(world, each, isBreached, wall(world))).toBeGreaterThanOrEqual(0);
    expect(findClaim(world, cole, isBreached, wall(world))).toBe(-1);
    expect(findClaim(world, ada, isAttacked, wall(world))).toBeGreaterThanOrEqual(0);
  });

  test('is left off by the fallen, the pinned and those told otherwise; what is done stays done', () => {
    const leaves = (change: (world: World) => void): string => {
      const world = fenced('palisade', FAR, { seed: 3 });
      clash(world, 'the band');
      task(world, 'Bram', 'breach');
      live(world, 40);
      const done = world.of(barrier).work.raw[wall(world)];
      expect(done).toBeGreaterThan(10);
      change(world);
      live(world, 6);
      expect(world.of(barrier).work.raw[wall(world)]).toBeGreaterThanOrEqual(done);
      return String(all(world, 'barriers/left-off')[0]?.data['why']);
    };
    const bramOf = (world: World): { actor: number; place: number; group: number } => ({
      actor: who(world, 'Bram'),
      place: where(world, 'field'),
      group: band(world, 'the band'),
    });
    expect(leaves((world) => happen(world, fell, { ...bramOf(world), from: 'blow' }))).toBe('fallen');
    expect(leaves((world) => task(world, 'Bram', 'hold', 'field'))).toBe('called away');
    expect(leaves((world) => world.of(nerves).suppression.add(who(world, 'Bram'), 40, 1))).toBe('under fire');
  });

  test('is what those do who are told to storm what nobody can climb', () => {
    const world = fenced('barricaded door', FAR, { seed: 5 });
    clash(world, 'the band');
    task(world, 'Bram', 'storm', 'yard');
    live(world, 300);
    expect(all(world, 'barriers/breached')).toHaveLength(1);
    expect(world.of(position).at.raw[who(world, 'Bram')]).toBe(where(world, 'yard'));
  });
});

test('a scenario is told of barriers that stand nowhere', () => {
  const codes = (lines: string): string[] => {
    const { setup } = readScenario(millText({ more: `barriers:\n${lines}` }), {
      file: 'test.yaml',
      parts: ruleset.sections,
    });
    return checkSetup(ruleset, setup!).map((remark) => remark.code);
  };
  expect(codes('  the gate: { between: [mill, yard] }')).toEqual([]);
  expect(codes('  the gate: { between: [mill] }')).toContain('barrier-ends');
  expect(codes('  the gate: { between: [mill, wood] }')).toContain('barrier-apart');
  expect(codes('  a: { between: [mill, yard] }\n  b: { between: [yard, mill] }')).toContain('barrier-twice');
});
