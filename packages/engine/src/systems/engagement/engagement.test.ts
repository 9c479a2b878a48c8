import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { ENGAGEMENT, SCENE, bubble, bubbleOf, membersOf } from '../../kernel/bubbles.ts';
import type { World } from '../../kernel/world.ts';
import { gotAway } from '../conduct/events.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { isAt, notice } from '../sight/state.ts';
import { believe } from '../../kernel/beliefs.ts';
import { died } from '../wounds/system.ts';
import { gaveUp, routed } from '../will/events.ts';
import { campaign, openedBy } from './state.ts';
import { opened } from './system.ts';

/** A band that comes for salt, to people who are out of its reach and sight. */
const RAID: MillChanges = {
  Ada: 'at: isle',
  Cole: 'at: isle',
  band: 'wants: salt, comes: d1 12:10',
  places: 'isle: {like: cellar}',
  more: 'stores: {mill: {salt: 400 kg}}',
};
function arrived(changes: MillChanges = {}): World {
  const world = mill({ ...RAID, ...changes });
  while (all(world, 'engagement/opened').length === 0) live(world, 60);
  return world;
}
const grainOf = (world: World, name: string): number => {
  const inside = bubbleOf(world, who(world, name));
  return inside < 0 ? 0 : world.of(bubble).grain.raw[inside];
};
const falls = (world: World, name: string): number => {
  const theirs = name === 'Bram' || name === 'Dirk';
  const group = band(world, theirs ? 'the band' : 'mill folk');
  return happen(world, died, { actor: who(world, name), place: where(world, 'wood'), group, of: 'wound' });
};
const how = (world: World): unknown[] => all(world, 'engagement/ended').map((event) => event.data['how']);

describe('a clash', () => {
  test('brings both sides, and nobody else, to live by the second', () => {
    const world = mill({ people: 'Eve: {group: others}', groups: 'others: {}' });
    const id = clash(world, 'the band');
    for (const name of ['Ada', 'Cole', 'Bram', 'Dirk']) expect(grainOf(world, name)).toBe(ENGAGEMENT);
    expect(grainOf(world, 'Eve')).toBe(0);
    expect(openedBy(world, who(world, 'Ada'))).toBe(id);
    expect(openedBy(world, who(world, 'Eve'))).toBe(0);
  });

  test('opens once for a group', () => {
    const world = mill();
    clash(world, 'the band');
    expect(happen(world, opened, { group: band(world, 'the band'), place: 0 })).toBe(0);
  });

  test('leaves out who is gone', () => {
    const world = mill();
    happen(world, gotAway, { actor: who(world, 'Dirk'), place: where(world, 'wood'), group: band(world, 'the band') });
    clash(world, 'the band');
    expect(grainOf(world, 'Dirk')).toBe(0);
  });
});

describe('the end of a clash', () => {
  test('[S3] has them beaten when the last of those who came is down, and says by whose fall', () => {
    const world = arrived();
    falls(world, 'Dirk');
    live(world, 10);
    expect(how(world)).toEqual([]);
    const last = falls(world, 'Bram');
    live(world, 10);
    expect(how(world)).toEqual(['beaten']);
    expect(all(world, 'engagement/ended')[0].because.map((cause) => cause.id)).toEqual([last]);
  });

  test('[S3] has them gone when the last of those who came has got away', () => {
    const world = arrived();
    falls(world, 'Dirk');
    happen(world, gotAway, { actor: who(world, 'Bram'), place: where(world, 'wood'), group: band(world, 'the band') });
    live(world, 10);
    expect(how(world)).toEqual(['left']);
    expect(world.of(campaign).state.raw[band(world, 'the band')]).toBe(2);
    expect(world.of(campaign).state.raw[band(world, 'mill folk')]).toBe(2);
  });

  test('[S3] has them withdrawn where their leader gave up first, routed where they ran first, for both reasons', () => {
    const endings = (first: 'gave up' | 'ran' | 'both'): [unknown, string[]] => {
      const world = arrived();
      const group = band(world, 'the band');
      const ids = new Map<number, string>();
      if (first === 'ran' || first === 'both') {
        ids.set(happen(world, routed, { group, place: where(world, 'wood') }), 'ran');
      }
      if (first === 'gave up' || first === 'both') {
        const [actor, place] = [who(world, 'Bram'), where(world, 'wood')];
        ids.set(happen(world, gaveUp, { actor, group, place }), 'gave up');
      }
      ids.set(falls(world, 'Dirk'), 'down');
      ids.set(happen(world, gotAway, { actor: who(world, 'Bram'), place: where(world, 'wood'), group }), 'away');
      live(world, 10);
      const [end] = all(world, 'engagement/ended');
      expect(end.because.every((cause) => cause.group === 1)).toBe(true);
      return [end.data['how'], end.because.map((cause) => ids.get(cause.id) ?? '?')];
    };
    expect(endings('gave up')).toEqual(['withdrawn', ['gave up', 'away']]);
    expect(endings('ran')).toEqual(['routed', ['ran', 'away']]);
    expect(endings('both')).toEqual(['routed', ['ran', 'away']]);
  });

  test('[S3] has the home overrun where that has been put on record, and says by what', () => {
    const world = arrived();
    const [came] = all(world, 'engagement/opened');
    world.of(campaign).overrunBy.put(band(world, 'mill folk'), came.id);
    live(world, 10);
    expect(how(world)).toEqual(['overrun']);
    expect(all(world, 'engagement/ended')[0].because.map((cause) => cause.id)).toEqual([came.id]);
  });

  test('comes by itself when nobody has fired for a long while', () => {
    // They cannot get to what they came for, and never give up.
    const world = arrived({
      places: 'isle: {like: cellar}\n  vault: {like: cellar}',
      more: 'stores: {vault: {salt: 400 kg}}',
    });
    const [came] = all(world, 'engagement/opened');
    live(world, 30);
    world.of(notice).flashAt.put(who(world, 'Bram'), world.time);
    live(world, 1200);
    expect(how(world)).toEqual(['quiet']);
    expect(all(world, 'engagement/ended')[0].time - came.time).toBeGreaterThan(420);
  });

  test('does not come while there is firing', () => {
    const world = arrived({
      places: 'isle: {like: cellar}\n  vault: {like: cellar}',
      more: 'stores: {vault: {salt: 400 kg}}',
    });
    for (let i = 0; i < 10; i++) {
      world.of(notice).flashAt.put(who(world, 'Bram'), world.time);
      live(world, 120);
    }
    expect(how(world)).toEqual([]);
  });

  test('brings the living together by the minute, and leaves the dead and the gone', () => {
    const world = arrived();
    falls(world, 'Cole');
    falls(world, 'Dirk');
    falls(world, 'Bram');
    live(world, 10);
    expect(grainOf(world, 'Ada')).toBe(SCENE);
    expect(membersOf(world, bubbleOf(world, who(world, 'Ada')))).toEqual([who(world, 'Ada')]);
    expect(named(world, all(world, 'engagement/ended')[0])['group']).toBe('the band');
  });
});

test('[S4] those who drew off are lost from sight in the end: once nobody has known of them for a while', () => {
  const FAR: MillChanges = { ...RAID, places: 'isle: {like: cellar}\n  vault: {like: cellar}' };
  const lost = (drewOff: boolean): ReturnType<typeof all> => {
    const world = arrived({ ...FAR, more: 'stores: {vault: {salt: 400 kg}}' });
    const [came] = all(world, 'engagement/opened');
    const group = band(world, 'the band');
    believe(world, who(world, 'Ada'), isAt, who(world, 'Bram'), {
      place: where(world, 'field'),
      confidence: 1,
      source: came.id,
    });
    // They stay about, but where nobody sees them.
    if (drewOff) happen(world, routed, { group, place: where(world, 'wood') });
    world.of(position).at.put(who(world, 'Bram'), where(world, 'vault'));
    world.of(position).at.put(who(world, 'Dirk'), where(world, 'vault'));
    for (const name of ['Bram', 'Dirk']) world.of(body).awake.put(who(world, name), 0);
    live(world, 400);
    return all(world, 'engagement/lost-contact');
  };
  const [event, ...more] = lost(true);
  expect(more).toEqual([]);
  expect(event.because).toHaveLength(2);
  expect(lost(false)).toEqual([]);
});
