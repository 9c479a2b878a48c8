import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe, findClaim } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { isAt } from '../sight/state.ts';
import { gaveUp } from '../will/events.ts';
import { shouted } from './events.ts';
import { hasSaid } from './state.ts';

const WRONG = 'past: [{ did: betray, whom: Bram, ago: 1y }]';
/** Bram has given up; he knows of Ada in the field, or does not. Nobody sees anybody. */
function leaving(seed: number, changes: MillChanges, knows: boolean): World {
  const world = mill(
    {
      begin: 'winter, d1 01:00, overcast, thick fog',
      Ada: `at: isle, ${WRONG}`,
      Cole: 'at: isle',
      places: 'isle: {like: cellar}',
      ...changes,
    },
    { seed },
  );
  const source = clash(world, 'the band');
  if (knows) {
    const word = { place: where(world, 'field'), confidence: 1, source };
    believe(world, who(world, 'Bram'), isAt, who(world, 'Ada'), word);
  }
  happen(world, gaveUp, { actor: who(world, 'Bram'), group: band(world, 'the band'), place: where(world, 'wood') });
  live(world, 90);
  return world;
}
const worlds = (changes: MillChanges, knows: boolean): World[] =>
  Array.from({ length: 20 }, (_, i) => leaving(i + 1, changes, knows));
const words = (world: World): ReturnType<typeof all> => all(world, 'voice/shouted');

describe('parting words', () => {
  test('[S5] are for the one against whom most is held, because of giving up and of the old wrong', () => {
    const spoke = worlds({}, true).filter((world) => words(world).length > 0);
    expect(spoke.length).toBeGreaterThan(12);
    for (const world of spoke) {
      expect(words(world)).toHaveLength(1);
      const [event] = words(world);
      expect(named(world, event)).toMatchObject({ actor: 'Bram', target: 'Ada' });
      expect(event.data['kind']).toBe('vow');
      const because = event.because.map((cause) => cause.id);
      expect(because).toContain(all(world, 'will/gave-up')[0].id);
      expect(because).toContain(all(world, 'past/wronged')[0].id);
      expect(said(world, event)).toBe('Bram shouted to Ada, “I will come back for you.”');
    }
  });

  test('[S5] are not said where nobody is believed to hear them, nor to somebody against whom nothing is held', () => {
    expect(worlds({}, false).filter((world) => words(world).length > 0)).toEqual([]);
    expect(worlds({ Ada: 'at: isle' }, true).filter((world) => words(world).length > 0)).toEqual([]);
  });
});

describe('words', () => {
  const shouts = (world: World, kind: 'threat' | 'rally'): number => {
    const [actor, target, place] = [who(world, 'Bram'), who(world, 'Ada'), where(world, 'wood')];
    return happen(world, shouted, { actor, target: kind === 'rally' ? -1 : target, place, kind });
  };

  test('[S5] reach whoever is in earshot, friend or enemy, and stay with them as a claim of who said them', () => {
    const world = mill({ Ada: 'at: wood', Cole: 'at: isle', places: 'isle: {like: cellar}' });
    clash(world, 'the band');
    const id = shouts(world, 'threat');
    const event = all(world, 'voice/shouted')[0];
    const heard = event.witnesses.filter((each) => each.by === 'hearing').map((each) => each.who);
    expect(heard).toContain(who(world, 'Ada'));
    expect(heard).toContain(who(world, 'Dirk'));
    expect(heard).not.toContain(who(world, 'Cole'));
    for (const name of ['Ada', 'Dirk'])
      expect(findClaim(world, who(world, name), hasSaid, who(world, 'Bram'))).toBeGreaterThanOrEqual(0);
    expect(findClaim(world, who(world, 'Cole'), hasSaid, who(world, 'Bram'))).toBe(-1);
    expect(id).toBe(event.id);
  });

  test('[S3] take strain off the leader’s own, and off nobody else', () => {
    const world = mill({ Ada: 'at: wood' });
    const source = clash(world, 'the band');
    const strain = world.of(nerves).strain;
    for (const name of ['Ada', 'Dirk']) strain.add(who(world, name), 0.4, source);
    shouts(world, 'rally');
    expect(strain.raw[who(world, 'Dirk')]).toBeCloseTo(0.3, 5);
    expect(strain.raw[who(world, 'Ada')]).toBeCloseTo(0.4, 5);
    // It descends from what was there before; the word is not a source of strain.
    expect(strain.contributors(who(world, 'Dirk'), 1)).toEqual([source]);
  });

  test('[S3] to one’s own are called where those beside one lie on the ground, and only then', () => {
    const rallies = (pinned: boolean): number => {
      let count = 0;
      for (let seed = 1; seed <= 20; seed++) {
        const world = mill(
          { Ada: 'at: isle', Cole: 'at: isle', places: 'isle: {like: cellar}', band: 'extras: 2' },
          { seed },
        );
        const source = clash(world, 'the band');
        for (let i = 0; i < 12; i++) {
          for (let each = 0; each < world.of(nerves).count && pinned; each++) {
            if (world.of(position).at.raw[each] !== where(world, 'wood') || each === who(world, 'Bram')) continue;
            world.of(nerves).suppression.add(each, 2, source);
          }
          live(world, 5);
        }
        count += words(world).filter((event) => event.data['kind'] === 'rally').length;
      }
      return count;
    };
    expect(rallies(true)).toBeGreaterThan(8);
    expect(rallies(false)).toBe(0);
  });
});
