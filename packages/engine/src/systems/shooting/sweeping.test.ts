import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { believe, claim, findClaim } from '../../kernel/beliefs.ts';
import type { EventRecord } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { noiseAt } from '../hearing/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { isAt } from '../sight/state.ts';
import { swept } from './events.ts';
import { DUEL } from './duel.fixture.ts';

describe('fire into a place', () => {
  /** Ada has orders to give cover, and old news that Bram is in the field; a wall of mist keeps anybody from seeing. */
  const covering = (changes: MillChanges = {}, seed = 1): World => {
    const world = mill(
      { ...DUEL, begin: 'summer, d1 01:00, moonless, thick fog', Bram: 'at: wood', ...changes },
      { seed },
    );
    clash(world, 'the band');
    hearsay(world);
    return world;
  };
  /** Live on; whatever else her leader thinks of meanwhile, she is to give cover. */
  const cover = (world: World, seconds: number): World => {
    for (let i = 0; i < seconds; i++) {
      world.of(duty).task.put(who(world, 'Ada'), TASKS.indexOf('cover'));
      world.of(duty).place.put(who(world, 'Ada'), where(world, 'yard') + 1);
      live(world, 1);
    }
    return world;
  };
  const hearsay = (world: World): void => {
    const word = { place: where(world, 'field'), confidence: 1, source: 1, seen: world.time - 60 };
    believe(world, who(world, 'Ada'), isAt, who(world, 'Bram'), word);
  };
  const bursts = (world: World): EventRecord[] => all(world, 'shooting/swept');

  test('[S1] is what those do who give cover, on what they believe: one event a burst, which spends its rounds', () => {
    const world = cover(covering(), 60);
    const [began] = all(world, 'shooting/began-sweeping');
    expect(named(world, began)).toMatchObject({ actor: 'Ada', goal: 'field', place: 'yard' });
    expect(bursts(world).length).toBeGreaterThan(2);
    expect(bursts(world)[0].because.map(({ id }) => id)).toEqual([began.id]);
    const spent = bursts(world).reduce((sum, { data }) => sum + Number(data['rounds']), 0);
    expect(world.of(body).rounds.raw[who(world, 'Ada')]).toBe(40 - spent);
    expect(all(world, 'shooting/shot').filter(({ roles }) => roles['actor'] === who(world, 'Ada'))).toHaveLength(0);
  });

  test('[S1] needs a belief: nobody fires into a place of which they know nothing, or that is long past', () => {
    for (const ago of [20, 400]) {
      const world = covering();
      const claims = world.of(claim);
      claims.seen.put(findClaim(world, who(world, 'Ada'), isAt, who(world, 'Bram')), world.time - ago - 60);
      cover(world, ago === 20 ? 1 : 60);
      expect(bursts(world)).toHaveLength(0);
    }
  });

  test('[S15] goes by what was heard as well, for those who give cover', () => {
    const world = covering();
    world.of(claim).seen.put(findClaim(world, who(world, 'Ada'), isAt, who(world, 'Bram')), world.time - 500);
    const field = where(world, 'field');
    believe(world, who(world, 'Ada'), noiseAt, field, { place: field, confidence: 1, source: 1 });
    cover(world, 40);
    expect(bursts(world).length).toBeGreaterThan(0);
  });

  test("stops where one's own people are, and while rounds are left for aimed fire", () => {
    const friends = covering();
    cover(friends, 40);
    friends.of(position).at.put(who(friends, 'Cole'), where(friends, 'field'));
    cover(friends, 20);
    expect(all(friends, 'shooting/let-up').map(({ data }) => data['why'])).toEqual(['friends']);
    const long = covering({ Ada: 'at: yard, rounds: 30' });
    for (let i = 0; i < 12; i++) {
      hearsay(long);
      cover(long, 20);
    }
    expect(all(long, 'shooting/let-up').map(({ data }) => data['why'])).toContain('sparing');
    expect(long.of(body).rounds.raw[who(long, 'Ada')]).toBeGreaterThanOrEqual(9);
  });

  test('[S3] presses on everybody there and hits few, twice as many where there are twice as many', () => {
    const caught = (crowd: number): { hits: number; pressed: number } => {
      const people = Array.from({ length: crowd }, (_, i) => `E${i}: {group: the band, at: field}`).join('\n  ');
      let [hits, pressed] = [0, 0];
      for (let seed = 1; seed <= 150; seed++) {
        const world = mill({ ...DUEL, Bram: 'at: wood', people }, { seed });
        for (let i = 0; i < 6; i++) {
          const [actor, goal, place] = [who(world, 'Ada'), where(world, 'field'), where(world, 'yard')];
          happen(world, swept, { actor, goal, place, rounds: 3 });
          world.time += 10;
        }
        hits += all(world, 'wounds/wounded').length;
        pressed += world.of(nerves).suppression.raw[who(world, 'E0')];
      }
      return { hits, pressed };
    };
    const [few, many] = [caught(8), caught(16)];
    // 150 worlds, 18 rounds each, at 8 people: about one hit in ten worlds.
    expect(few.hits).toBeGreaterThan(2);
    expect(many.hits).toBeGreaterThan(1.2 * few.hits);
    expect(many.hits).toBeLessThan(3.5 * few.hits);
    expect(few.pressed).toBeGreaterThan(100);
    expect(Math.abs(few.pressed / many.pressed - 1)).toBeLessThan(0.1);
  });
});
