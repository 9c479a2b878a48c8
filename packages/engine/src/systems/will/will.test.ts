import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { leaderOf } from '../groups/state.ts';
import { isAt, notice } from '../sight/state.ts';
import { fell } from '../wounds/system.ts';
import { hasFallen } from '../wounds/state.ts';
import { doubts } from './state.ts';
import { shaken } from './events.ts';

/** In a clash in which nobody sees an enemy. */
function quietClash(changes: MillChanges = {}, seed = 1): { world: World; opened: number } {
  const world = mill(changes, { seed });
  return { world, opened: clash(world, 'the band') };
}
const doubtOf = (world: World, group: string): number => world.of(doubts).doubt.raw[band(world, group)];
const gaveUpIn = (group: string, doubt: number, seconds: number, worlds = 60): number => {
  let count = 0;
  for (let seed = 1; seed <= worlds; seed++) {
    const { world, opened } = quietClash({}, seed);
    world.of(doubts).doubt.add(band(world, group), doubt, opened);
    live(world, seconds);
    count += all(world, 'will/gave-up').length;
  }
  return count;
};
const seesFall = (world: World, holder: string, fallen: string, source: number): void => {
  believe(world, who(world, holder), hasFallen, who(world, fallen), {
    confidence: 1,
    source,
    place: where(world, 'wood'),
  });
};

describe('a leader', () => {
  test('[S3] without a doubt never gives up', () => {
    expect(gaveUpIn('the band', 0, 600, 10)).toBe(0);
    expect(gaveUpIn('the band', 0.29, 600, 10)).toBe(0);
  });

  test('[S3] gives up the sooner, the more there is to doubt, and defenders of a home bear more', () => {
    const [some, more, most] = [0.6, 0.9, 1.5].map((doubt) => gaveUpIn('the band', doubt, 30));
    expect(more).toBeGreaterThan(some);
    expect(most).toBeGreaterThan(more);
    expect(gaveUpIn('mill folk', 0.9, 30)).toBeLessThan(more);
  });

  test('says what it was that made them give up, and does it once', () => {
    const { world, opened } = quietClash();
    world.of(doubts).doubt.add(band(world, 'the band'), 3, opened);
    live(world, 120);
    const events = all(world, 'will/gave-up');
    expect(events).toHaveLength(1);
    expect(named(world, events[0])['actor']).toBe('Bram');
    expect(events[0].because.map((cause) => cause.id)).toEqual([opened]);
  });

  test('counts each of their own who falls once, as far as they know of it', () => {
    const { world, opened } = quietClash({ band: 'extras: 4' });
    seesFall(world, 'Bram', 'Dirk', opened);
    live(world, 60);
    const events = all(world, 'will/shaken');
    expect(events.map((event) => [named(world, event)['target'], event.data['by']])).toEqual([['Dirk', 'loss']]);
    expect(events[0].because.map((cause) => cause.id)).toEqual([opened]);
    // A sixth of the band weighs a sixth of what all of them weigh.
    expect(doubtOf(world, 'the band')).toBeCloseTo(2.1 / 6, 5);
  });

  test('does not mind the enemy’s losses', () => {
    const { world, opened } = quietClash();
    seesFall(world, 'Bram', 'Ada', opened);
    live(world, 60);
    expect(all(world, 'will/shaken')).toHaveLength(0);
  });

  test('is taken aback by enemies who turn up late, and not by those known from the first', () => {
    const surprises = (wait: number): number => {
      const { world, opened } = quietClash();
      world.of(notice).alarmed.put(who(world, 'Bram'), 1);
      world.of(notice).alarmedAt.put(who(world, 'Bram'), world.time);
      live(world, wait);
      believe(world, who(world, 'Bram'), isAt, who(world, 'Cole'), {
        place: where(world, 'wood'),
        confidence: 1,
        source: opened,
      });
      live(world, 30);
      return all(world, 'will/shaken').filter((event) => event.data['by'] === 'surprise').length;
    };
    expect(surprises(5)).toBe(0);
    expect(surprises(60)).toBe(1);
  });
});

describe('a fallen leader', () => {
  const falls = (world: World): void => {
    const [actor, place, group] = [who(world, 'Bram'), where(world, 'isle'), band(world, 'the band')];
    happen(world, fell, { actor, place, group, from: 'blow' });
  };
  const APART: MillChanges = { Bram: 'at: isle', band: 'extras: 1', places: 'isle: {like: cellar}' };

  test('[S3] is followed by one who knows of it, and by nobody before', () => {
    const { world, opened } = quietClash(APART);
    falls(world);
    live(world, 60);
    expect(all(world, 'groups/succeeded')).toHaveLength(0);
    seesFall(world, 'Dirk', 'Bram', opened);
    live(world, 10);
    const [event] = all(world, 'groups/succeeded');
    expect(named(world, event)).toMatchObject({ actor: 'Dirk', target: 'Bram' });
    expect(leaderOf(world, band(world, 'the band'))).toBe(who(world, 'Dirk'));
  });

  test('takes no more in: only who leads can be shaken', () => {
    const { world } = quietClash();
    const [actor, target, group] = [who(world, 'Dirk'), who(world, 'Bram'), band(world, 'the band')];
    expect(happen(world, shaken, { actor, target, group, by: 'loss' })).toBe(0);
  });
});
