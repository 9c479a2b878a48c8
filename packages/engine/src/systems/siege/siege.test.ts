import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { eventSayer } from '@anchorhold/story';
import { mill, millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, live, named, where, who } from '../../../test/night.fixture.ts';
import { findClaim } from '../../kernel/beliefs.ts';
import { checkSetup } from '../../kernel/create.ts';
import { eventsOf } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { body } from '../bodies/state.ts';
import { nerves } from '../resolve/state.ts';
import { cameAt } from './events.ts';
import { besiegerOf, investment } from './state.ts';

const DAY = 86_400;
const siege = (more: string): MillChanges => ({
  more: `siege: {of: mill folk, by: the band, since: 8d${more === '' ? '' : `, ${more}`}}`,
});
const tired = (world: World, name: string): number => world.of(body).fatigue.raw[who(world, name)];
const strain = (world: World, name: string): number => world.of(nerves).strain.raw[who(world, name)];

describe('a siege', () => {
  const ASSAULTS = 'assaults: [{ago: 2d, at: mill, lost: 2, cost: 3}, {ago: 5d, at: yard, ended: broken off}]';

  test('[S1] is days of events before the first: shut in, cut off, assaulted, each because they were shut in', () => {
    const world = mill(
      siege(`cut off from: [field, wood], ${ASSAULTS}, used: {food: 120 kg}, sleep: 5, rations: half`),
    );
    const events = [...eventsOf(world)].filter((event) => event.kind.startsWith('siege/'));
    expect(events.map((event) => [event.kind.slice(6), (event.time - world.time) / DAY])).toEqual([
      ['invested', -8],
      ['cut-off', -8],
      ['cut-off', -8],
      ['watched-through', -6],
      ['rationed', -5],
      ['assaulted', -5],
      ['assaulted', -2],
      ['used-up', -1 / 24],
    ]);
    const [first, ...later] = events;
    for (const event of later) expect(event.because.map((cause) => cause.id)).toEqual([first.id]);
    expect(besiegerOf(world, band(world, 'mill folk'))).toBe(band(world, 'the band'));
    expect(besiegerOf(world, band(world, 'the band'))).toBe(-1);
    expect(world.of(investment).began.raw[band(world, 'mill folk')]).toBe(first.id);
    const say = eventSayer(world);
    expect(events.map(say)).toEqual([
      'The band laid siege to the mill folk.',
      'The band cut the mill folk off from the field.',
      'The band cut the mill folk off from the wood.',
      'The mill folk came down to five hours of sleep a night.',
      'The mill folk went over to half rations.',
      'The band broke off an assault on the yard.',
      'The mill folk beat the band off at the mill at the price of two lives.',
      'The mill folk used up a hundred and twenty kilos of food.',
    ]);
  });

  test('[S1] is laid because of what the band lacks, and of what its leader has against the other', () => {
    const world = mill({
      Ada: 'past: [{did: turn away, whom: Bram, ago: 1y}]',
      band: 'wants: salt, comes: d1 13:00',
      more: 'siege: {of: mill folk, by: the band, since: 3d}\nstores: {mill: {salt: 9 kg}}',
    });
    const [event] = all(world, 'siege/invested');
    const causes = event.because.map(({ id }) => [...eventsOf(world)].find((each) => each.id === id)!.kind);
    expect(causes).toEqual(['raid/ran-short', 'past/wronged']);
    expect(named(world, event)).toMatchObject({ group: 'the band', target: 'mill folk' });
  });

  test('[S1] says itself what the band lacks, where it has come for nothing else', () => {
    const world = mill(siege('for: food'));
    const [short] = all(world, 'raid/ran-short');
    const [event] = all(world, 'siege/invested');
    expect([short.data['good'], event.time - short.time]).toEqual(['food', 5 * DAY]);
    expect(event.because.map(({ id }) => id)).toEqual([short.id]);
  });

  test('[S1] is a reason of the band that means to take the place', () => {
    const world = mill({ ...siege('assaults: {ago: 2d, at: yard}'), band: 'takes: mill, comes: d1 13:00' });
    const [planned] = all(world, 'assault/planned');
    const ids = [...all(world, 'siege/invested'), ...all(world, 'siege/assaulted')].map(({ id }) => id);
    expect(planned.because.map(({ id }) => id)).toEqual(ids.slice(0, 1));
  });

  test('[S1] tires those who are shut in, and what tired them is on record', () => {
    const [rested, spent] = [mill(siege('')), mill({ ...siege(`sleep: 4, rations: half, ${ASSAULTS}`) })];
    expect(tired(spent, 'Ada')).toBeGreaterThan(tired(rested, 'Ada') + 0.1);
    expect(tired(spent, 'Bram')).toBe(tired(rested, 'Bram'));
    const kinds = spent
      .of(body)
      .owed.contributors(who(spent, 'Ada'), 1)
      .map((id) => [...eventsOf(spent)].find((event) => event.id === id)!.kind);
    expect(new Set(kinds)).toEqual(new Set(['siege/watched-through', 'siege/assaulted', 'siege/rationed']));
  });

  test('[S1] leaves somebody who slept less than the others more tired, and a night of sleep makes up for some of it', () => {
    const world = mill({ ...siege('sleep: 6'), Ada: 'has slept: 3', Cole: 'asleep: true' });
    const owed = (name: string): number => world.of(body).owed.raw[who(world, name)];
    expect(owed('Ada')).toBeCloseTo(5 * 0.25 * 8);
    expect(owed('Cole')).toBeCloseTo(2 * 0.25 * 8);
    live(world, 9 * 3600);
    expect(owed('Cole')).toBeCloseTo(3, 0);
    expect(owed('Ada')).toBeCloseTo(10);
  });

  test('[S1] [S3] wears nerves: whoever breaks in the night can break because of the days before', () => {
    const calm = mill(siege(''));
    const world = mill(siege(ASSAULTS));
    expect(strain(world, 'Cole')).toBeGreaterThan(strain(calm, 'Cole'));
    expect(strain(world, 'Dirk')).toBeGreaterThan(strain(calm, 'Dirk'));
    expect(strain(world, 'Cole')).toBeGreaterThan(strain(world, 'Dirk'));
    clash(world, 'the band');
    world.of(nerves).strain.add(who(world, 'Cole'), 2, 0);
    live(world, 2);
    const assaults = all(world, 'siege/assaulted').map((event) => event.id);
    const [broke] = all(world, 'resolve/broke');
    expect(broke.because.some(({ id }) => assaults.includes(id))).toBe(true);
  });

  test('[S1] leaders know where it was tried', () => {
    const world = mill(siege(ASSAULTS));
    const knows = (name: string, place: string): boolean =>
      findClaim(world, who(world, name), cameAt, where(world, place)) >= 0;
    expect([knows('Ada', 'mill'), knows('Bram', 'yard'), knows('Cole', 'mill'), knows('Ada', 'wood')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('that cannot be is found: of oneself, by friends, assaults before it began, sleep of those outside', () => {
    const codes = (more: string, changes: MillChanges = {}): string[] => {
      const text = millText({ ...changes, more });
      return checkSetup(ruleset, readScenario(text, { file: 'test.yaml', parts: ruleset.sections }).setup!).map(
        (remark) => remark.code,
      );
    };
    expect(codes('siege: {of: mill folk, by: mill folk, since: 3d}')).toEqual(['own-siege']);
    expect(codes('siege: {of: mill folk, by: others, since: 3d}', { groups: 'others: {extras: 1}' })).toEqual([
      'friendly-siege',
    ]);
    expect(codes('siege: {of: mill folk, by: the band, since: 3d, assaults: {ago: 4d, at: mill}}')).toEqual([
      'before-the-siege',
    ]);
    expect(codes('siege: {of: mill folk, by: the band, since: 3d}', { Bram: 'has slept: 3' })).toEqual([
      'not-besieged',
    ]);
    expect(codes('siege: {of: mill folk, by: the band, since: 3d}')).toEqual([]);
  });
});
