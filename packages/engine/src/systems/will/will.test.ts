import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import { writersOf } from '../../kernel/trace.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { leaderOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { hasBroken } from '../resolve/state.ts';
import { isAt, notice } from '../sight/state.ts';
import { fell } from '../wounds/system.ts';
import { hasFallen } from '../wounds/state.ts';
import { aim } from '../shooting/state.ts';
import { doubts, reckoned } from './state.ts';
import { sprung } from '../orders/contingencies.ts';
import { HEARTENS, heartened, shaken, weightOf } from './events.ts';
import { FIRST_DOUBT } from './system.ts';

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
    expect(gaveUpIn('the band', FIRST_DOUBT - 0.01, 600, 10)).toBe(0);
  });

  test('[S3] gives up the sooner, the more there is to doubt, and defenders of a home bear more', () => {
    const [some, more, most] = [0.1, 0.4, 1].map((over) => gaveUpIn('the band', FIRST_DOUBT + over, 30));
    expect(more).toBeGreaterThan(some);
    expect(most).toBeGreaterThan(more);
    expect(gaveUpIn('mill folk', FIRST_DOUBT + 0.4, 30)).toBeLessThan(more);
  });

  test('whom only their heart keeps from it is why all of theirs go on, where that look would have been enough', () => {
    const goesOn = (doubt: number): number[] => {
      const world = mill({}, { seed: 1, trace: true });
      const opened = clash(world, 'the band');
      const of = band(world, 'the band');
      world.of(doubts).doubt.add(of, doubt, opened);
      const actor = who(world, 'Bram');
      const heart = happen(world, heartened, { actor, group: of, place: where(world, 'wood'), by: 'taken' });
      world.of(doubts).heart.add(of, 10, heart);
      live(world, 60);
      expect(all(world, 'will/gave-up')).toHaveLength(0);
      return writersOf(world, world.of(doubts).gaveUp, of).includes(heart) ? [heart] : [];
    };
    expect(goesOn(6)).toHaveLength(1);
    expect(goesOn(FIRST_DOUBT)).toHaveLength(0);
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

/** What shakes Bram, who leads the band: kind, whom it is about, and by what he knows it. */
const shakes = (world: World): unknown[] =>
  all(world, 'will/shaken').map((event) => [event.data['by'], named(world, event)['target']]);

describe('doubt', () => {
  /** Nobody sees anybody: what Bram knows, he is made to believe. The way out is the wood. */
  const BLIND: MillChanges = {
    begin: 'winter, d1 01:00, overcast, thick fog',
    Ada: 'at: isle',
    Cole: 'at: isle',
    places: 'isle: {like: cellar}\n  ford: {like: ditch, next to: [field]}',
    people: 'Eve: {at: isle}',
    band: 'wants: salt, extras: 4',
    more: 'stores: {mill: {salt: 90 kg}}',
  };
  function beyond(at = 'field', changes: MillChanges = {}): { world: World; opened: number } {
    const world = mill({ ...BLIND, ...changes }, { seed: 1 });
    const opened = clash(world, 'the band');
    const bram = who(world, 'Bram');
    world.of(position).at.put(bram, where(world, at));
    world.of(position).since.put(bram, world.time - 60);
    world.of(notice).alarmed.put(bram, 1);
    world.of(notice).alarmedAt.put(bram, world.time - 100);
    return { world, opened };
  }
  const learns = (world: World, enemy: string, at: string, source: number): void => {
    believe(world, who(world, 'Bram'), isAt, who(world, enemy), { place: where(world, at), confidence: 1, source });
  };

  test('[S3] comes of an enemy who is believed to stand in the way back, and not of one in front', () => {
    const { world, opened } = beyond('yard');
    learns(world, 'Cole', 'field', opened);
    live(world, 10);
    expect(shakes(world)).toEqual([['flank', 'Cole']]);
    const front = beyond('yard');
    learns(front.world, 'Cole', 'mill', front.opened);
    front.world.of(notice).alarmedAt.put(who(front.world, 'Bram'), front.world.time);
    live(front.world, 10);
    expect(shakes(front.world)).toEqual([]);
  });

  test('[S3] of several who turn up together where there was nobody, as of one shock', () => {
    const { world, opened } = beyond();
    learns(world, 'Cole', 'yard', opened);
    learns(world, 'Eve', 'yard', opened);
    live(world, 10);
    expect(shakes(world).map((each) => (each as string[])[0])).toEqual(['surprise']);
  });

  test('[S2] of enemies who come out of hiding, if it is known of them', () => {
    const shown = (at: string): unknown[] => {
      const { world } = beyond('field', {
        Cole: 'at: isle',
        more: `stores: {mill: {salt: 90 kg}}
contingencies:
  the trap: {who: Cole, hidden: ${at}, when: the band seen in field, do: storm field, after: 4s}`,
      });
      const [actor, plan, place] = [who(world, 'Cole'), 0, where(world, at)];
      const id = happen(world, sprung, { actor, plan, place });
      live(world, 10);
      const reserve = all(world, 'will/shaken').filter((event) => event.data['by'] === 'reserve');
      for (const event of reserve) expect(event.because.map((cause) => cause.id)).toEqual([id]);
      return reserve;
    };
    expect(shown('field')).toHaveLength(1);
    expect(shown('isle')).toHaveLength(0);
  });

  test('[S3] not of one more where enemies were known to be', () => {
    const { world, opened } = beyond();
    world.of(notice).alarmedAt.put(who(world, 'Bram'), world.time);
    learns(world, 'Cole', 'yard', opened);
    live(world, 90);
    learns(world, 'Cole', 'yard', opened);
    learns(world, 'Eve', 'yard', opened);
    live(world, 10);
    expect(shakes(world)).toEqual([]);
  });

  test('[S3] of a comrade who has lost their nerve, once, whatever becomes of them later', () => {
    const { world, opened } = beyond();
    const held = { place: where(world, 'field'), confidence: 1, source: opened };
    believe(world, who(world, 'Bram'), hasBroken, who(world, 'Dirk'), held);
    live(world, 10);
    believe(world, who(world, 'Bram'), hasFallen, who(world, 'Dirk'), held);
    live(world, 10);
    expect(shakes(world)).toEqual([['neighbour', 'Dirk']]);
  });

  test('[S3] of rounds that run out', () => {
    const low = (rounds: number): unknown[] => {
      const { world, opened } = beyond('field', { Bram: `rounds: ${rounds}` });
      world.of(aim).opened.put(who(world, 'Bram'), opened);
      live(world, 10);
      return shakes(world);
    };
    expect(low(3)).toEqual([['ammunition', undefined]]);
    expect(low(30)).toEqual([]);
  });

  test('[S3] of time in which nothing goes forward, again and again, to those who came and not to those at home', () => {
    const { world } = beyond();
    // Somebody fires now and then, so that it goes on.
    for (let i = 0; i < 20; i++) {
      world.of(notice).flashAt.put(who(world, 'Dirk'), world.time);
      live(world, 100);
    }
    expect(shakes(world)).toEqual([
      ['time', undefined],
      ['time', undefined],
    ]);
    const [event] = all(world, 'will/shaken');
    expect(event.because).toHaveLength(1);
  });

  test('[S3] is less where enemies have been seen to run, and that says by what', () => {
    const { world, opened } = beyond();
    believe(world, who(world, 'Bram'), hasBroken, who(world, 'Ada'), {
      place: where(world, 'yard'),
      confidence: 1,
      source: opened,
    });
    live(world, 10);
    const [event] = all(world, 'will/heartened');
    expect([event.data['by'], named(world, event)['target']]).toEqual(['flight', 'Ada']);
    expect(event.because.map((cause) => cause.id)).toEqual([opened]);
    expect(world.of(doubts).heart.raw[band(world, 'the band')]).toBeCloseTo(HEARTENS.flight / 6, 5);
  });

  test('[S3] makes nobody give up so soon who takes the way out to be closed', () => {
    const given = (closed: boolean): number => {
      let count = 0;
      for (let seed = 1; seed <= 60; seed++) {
        const world = mill(BLIND, { seed });
        const opened = clash(world, 'the band');
        world.of(position).at.put(who(world, 'Bram'), where(world, 'yard'));
        world.of(doubts).doubt.add(band(world, 'the band'), FIRST_DOUBT + 0.7, opened);
        // Known before he came by: no doubt more, only the way back.
        world.of(position).since.put(who(world, 'Bram'), world.time + 1);
        world.of(reckoned).surprise.put(who(world, 'Cole'), 1);
        world.of(reckoned).behind.put(who(world, 'Cole'), 1);
        if (closed) learns(world, 'Cole', 'field', opened);
        live(world, 30);
        count += all(world, 'will/gave-up').length;
      }
      return count;
    };
    const [open, closed] = [given(false), given(true)];
    expect(open).toBeGreaterThan(25);
    expect(closed).toBeLessThan(open * 0.7);
  });

  test('[S3] weighs an enemy in the wrong place the less, the more people one has', () => {
    const few = weightOf(mill(), 0, 'flank');
    // Two dozen: four times a handful.
    const world = mill({ band: 'extras: 22' });
    expect(weightOf(world, band(world, 'the band'), 'flank')).toBeCloseTo(few / 4, 5);
  });

  test('[S3] has as its reasons the fewest that made most of it', () => {
    const { world, opened } = beyond();
    const small = all(world, 'engagement/opened')[0].id;
    const of = band(world, 'the band');
    for (let i = 0; i < 3; i++) world.of(doubts).doubt.add(of, 1, opened);
    world.of(doubts).doubt.add(of, 0.05, Math.max(1, small - 1));
    live(world, 60);
    expect(all(world, 'will/gave-up')[0].because.map((cause) => cause.id)).toEqual([opened]);
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
