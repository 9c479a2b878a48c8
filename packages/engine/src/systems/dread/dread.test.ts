import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { captive } from '../captivity/state.ts';
import { trauma } from '../memory/state.ts';
import { died, wounded } from '../wounds/system.ts';
import { position } from '../places/state.ts';
import { dreads } from './facts.ts';
import { dreadOf, dreadedBy, fear } from './state.ts';

vi.setConfig({ testTimeout: 60_000 });
const HOUR = 3600;
const DAY = 24 * HOUR;
const YARD = {
  Ada: 'at: yard',
  Cole: 'at: yard',
  people: 'Eve: {at: yard}\n  Finn: {at: isle}',
  places: 'isle: {like: cellar}',
};

const dread = (world: World, name: string): number => dreadOf(world, who(world, name));
const hurt = (world: World, name: string): number =>
  happen(world, wounded, {
    target: who(world, name),
    actor: -1,
    place: world.of(position).at.raw[who(world, name)],
    region: 'leg',
    flow: 5,
    takes: 'nothing',
  });

describe('dread', () => {
  test('[S13] comes of what somebody lived through and saw, and not of what they did not', () => {
    const world = mill(YARD);
    const wound = hurt(world, 'Cole');
    const place = where(world, 'yard');
    const death = happen(world, died, {
      actor: who(world, 'Eve'),
      place,
      group: band(world, 'mill folk'),
      of: 'wound',
    });
    live(world, HOUR);
    expect(dread(world, 'Cole')).toBeGreaterThan(dread(world, 'Ada'));
    expect(dread(world, 'Ada')).toBeGreaterThan(0);
    expect(dread(world, 'Finn')).toBe(0);
    expect(dreadedBy(world, who(world, 'Cole'))).toContain(wound);
    expect(dreadedBy(world, who(world, 'Ada'))).toEqual([death]);
  });

  test('[S13] that has grown enough shows, for the sum of what brought it there, and wears off over quiet days', () => {
    const world = mill({ ...YARD, Cole: 'at: yard, dread: middling' });
    // What it leaves in the frail, and what comes back of it, is another matter.
    world.of(trauma).frail.raw.fill(0);
    world.of(trauma).harm.reset(who(world, 'Cole'));
    hurt(live(world, 1), 'Cole');
    hurt(live(world, 1), 'Cole');
    live(world, HOUR);
    const [edge, ...more] = all(world, 'dread/on-edge');
    expect(more).toEqual([]);
    expect(named(world, edge!)['actor']).toBe('Cole');
    expect(said(world, edge!)).toBe('Cole started at shadows.');
    const kinds = edge!.because.map(({ id }) => world.ruleset.kinds[world.chronicle.kind(id)]!.kind.id);
    expect([...new Set(kinds)].sort()).toEqual(['dread/grew-afraid', 'wounds/wounded']);
    expect(dreads.stands(world, who(world, 'Cole'))[0]!.because).toEqual([edge!.id]);
    live(world, 20 * DAY);
    const [calm] = all(world, 'dread/calmed');
    expect(calm!.because.map(({ id }) => id)).toEqual([edge!.id]);
    expect(dread(world, 'Cole')).toBeLessThan(0.1);
    expect(dreads.stands(world, who(world, 'Cole'))).toEqual([]);
  });

  test('wears off more slowly in those who are held, and never goes beyond all there is', () => {
    const world = mill({ ...YARD, Ada: 'dread: high', Cole: 'dread: high' });
    world.of(captive).state.put(who(world, 'Cole'), 2);
    world.of(captive).keeper.put(who(world, 'Cole'), who(world, 'Bram') + 1);
    live(world, 4 * DAY);
    expect(dread(world, 'Cole')).toBeGreaterThan(dread(world, 'Ada'));
    for (let i = 0; i < 12; i++) {
      hurt(world, 'Ada');
      live(world, HOUR);
      for (let row = 0; row < world.of(person).count; row++)
        expect(world.of(fear).dread.raw[row]).toBeLessThanOrEqual(1);
    }
  });
});
