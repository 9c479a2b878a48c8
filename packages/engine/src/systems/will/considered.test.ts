import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, named, where, who } from '../../../test/night.fixture.ts';
import { chosenOf, failedOf, optionOf, weighs } from '../../../test/weighing.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { position } from '../places/state.ts';
import { isAt } from '../sight/state.ts';
import { fell } from '../wounds/events.ts';
import { hasFallen } from '../wounds/state.ts';
import { happen } from '../../../test/night.fixture.ts';
import { doubts } from './state.ts';
import { FIRST_DOUBT } from './system.ts';

// Many small worlds are lived here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const BLIND: MillChanges = {
  begin: 'winter, d1 01:00, overcast, thick fog',
  Ada: 'at: isle',
  Cole: 'at: isle',
  places: 'isle: {like: cellar}',
  band: 'wants: salt',
  more: 'stores: {mill: {salt: 90 kg}}',
};
function doubting(doubt: number, seed = 1): { world: World; opened: number } {
  const world = mill(BLIND, { seed });
  const opened = clash(world, 'the band');
  if (doubt > 0) world.of(doubts).doubt.add(band(world, 'the band'), doubt, opened);
  return { world, opened };
}
const weighsIt = (world: World): ReturnType<typeof weighs> => weighs(world, 'Bram', 'will/give-up', 5);

describe('a leader who might give up', () => {
  test('is said to have nothing, or too little, that speaks for it below the first doubt, with the part that there is', () => {
    const none = weighsIt(doubting(0).world);
    expect([failedOf(none, 'will/give-up'), chosenOf(none)]).toEqual(['nothing spoke for it', ['will/fight-on']]);
    const some = weighsIt(doubting(FIRST_DOUBT / 2).world);
    expect(optionOf(some, 'will/give-up')).toMatchObject({ failed: 'too little spoke for it', chosen: false });
    expect(optionOf(some, 'will/give-up').score).toBeCloseTo(0.5, 2);
    expect(optionOf(some, 'will/give-up').why).toBe('too little spoke for it, half of what it takes');
  });

  test('above it is held by luck alone, and gives up exactly where less is drawn than the chance', () => {
    const outcomes = new Set<boolean>();
    for (let seed = 1; seed <= 40; seed++) {
      const { world } = doubting(FIRST_DOUBT + 0.9, seed);
      const weighed = weighsIt(world);
      const giveUp = optionOf(weighed, 'will/give-up');
      expect(giveUp.failed).toBeNull();
      if (giveUp.weighed?.by !== 'chance') throw new Error('no chance was told');
      const gives = giveUp.weighed.drawn < giveUp.weighed.chance;
      expect([giveUp.chosen, all(world, 'will/gave-up').length === 1]).toEqual([gives, gives]);
      outcomes.add(gives);
    }
    expect(outcomes.size).toBe(2);
  });

  test('is kept from it by those whom they take to stand in the way out, and gives up where it is taken to be open', () => {
    const closed: string[] = [];
    for (let seed = 1; seed <= 40; seed++) {
      const { world, opened } = doubting(FIRST_DOUBT + 0.9, seed);
      world.of(position).at.put(who(world, 'Bram'), where(world, 'mill'));
      for (const [enemy, at] of [
        ['Ada', 'yard'],
        ['Cole', 'field'],
      ] as const) {
        const word = { place: where(world, at), confidence: 1, source: opened };
        believe(world, who(world, 'Bram'), isAt, who(world, enemy), word);
      }
      const giveUp = optionOf(weighsIt(world), 'will/give-up');
      if (giveUp.failed !== null) closed.push(giveUp.failed);
      expect(giveUp.chosen).toBe(all(world, 'will/gave-up').length === 1);
    }
    expect(new Set(closed)).toEqual(new Set(['Bram took Cole and Ada to stand in the way out']));
  });
});

describe('those who might take over from a leader', () => {
  const fallen = (known: readonly string[]): World => {
    const world = mill({ ...BLIND, people: 'Eve: {group: the band}' });
    clash(world, 'the band');
    const actor = who(world, 'Bram');
    const place = where(world, 'isle');
    world.of(position).at.put(actor, place);
    const id = happen(world, fell, { actor, place, group: band(world, 'the band'), from: 'blow' });
    for (const name of known) {
      believe(world, who(world, name), hasFallen, actor, { place, confidence: 1, source: id });
    }
    return world;
  };

  test('do not where they do not know of it, or leave it to another', () => {
    const unknowing = fallen(['Dirk']);
    expect(failedOf(weighs(unknowing, 'Eve', 'will/take-over', 5), 'will/take-over')).toBe(
      'Eve did not know that Bram was out of it',
    );
    const both = weighs(fallen(['Dirk', 'Eve']), 'Eve', 'will/take-over', 5);
    expect(failedOf(both, 'will/take-over')).toBe('Eve left it to Dirk');
  });

  test('do where it falls to them', () => {
    const world = fallen(['Dirk', 'Eve']);
    const weighed = weighs(world, 'Dirk', 'will/take-over', 5);
    expect(chosenOf(weighed)).toEqual(['will/take-over']);
    expect(named(world, all(world, 'groups/succeeded')[0])['actor']).toBe('Dirk');
  });
});
