import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { believe, findClaim } from '../../kernel/beliefs.ts';
import { bubble, bubbleOf } from '../../kernel/bubbles.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { amountAt } from '../stores/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { died, fell, wounded } from '../wounds/system.ts';

const RAID: MillChanges = {
  Ada: 'at: isle',
  Cole: 'at: isle',
  people: 'Eve: {at: isle}',
  lasts: '12h',
  band: 'wants: salt, comes: d1 12:10',
  places: 'isle: {like: cellar}',
  more: 'stores: {mill: {salt: 90 kg}}',
};
/** The moment after a fight whose attackers have all fallen. */
function afterwards(changes: MillChanges = {}): World {
  const world = mill({ ...RAID, ...changes });
  while (all(world, 'engagement/opened').length === 0) live(world, 60);
  for (const name of ['Bram', 'Dirk']) ends(world, name);
  while (all(world, 'engagement/ended').length === 0) live(world, 1);
  return world;
}
const groupOfName = (name: string): string => (name === 'Bram' || name === 'Dirk' ? 'the band' : 'mill folk');
const ends = (world: World, name: string): number =>
  happen(world, died, {
    actor: who(world, name),
    place: where(world, 'wood'),
    group: band(world, groupOfName(name)),
    of: 'wound',
  });
const drops = (world: World, name: string): number =>
  happen(world, fell, {
    actor: who(world, name),
    place: where(world, 'isle'),
    group: band(world, groupOfName(name)),
    from: 'blow',
  });
const minutesAfter = (world: World, kind: string): number[] => {
  const [end] = all(world, 'engagement/ended');
  return all(world, kind).map((event) => Math.floor((event.time - end.time) / 60));
};

describe('after a fight', () => {
  test('[S10] the leader calls everybody together, has the stores counted, and sends them to rest', () => {
    const world = live(afterwards(), 3600);
    expect(minutesAfter(world, 'muster/called-together')).toEqual([4]);
    expect(minutesAfter(world, 'stores/counted')).toEqual([10]);
    expect(minutesAfter(world, 'muster/stood-down')).toEqual([35]);
    expect(named(world, all(world, 'muster/called-together')[0])['actor']).toBe('Ada');
    expect(bubbleOf(world, who(world, 'Ada'))).toBe(-1);
    expect(world.of(bubble).liveCount).toBe(0);
  });

  test('[S10] what was fought for is counted as it lies there', () => {
    const world = live(afterwards(), 3600);
    const [count] = all(world, 'stores/counted');
    expect([named(world, count)['place'], count.data['good']]).toEqual(['mill', 'salt']);
    expect(count.data['amount']).toBe(amountAt(world, where(world, 'mill'), 'salt'));
  });

  test('[S10] who saw somebody fall tells the leader who did not', () => {
    const world = afterwards({ people: 'Eve: {at: cave}', places: 'isle: {like: cellar}\n  cave: {like: cellar}' });
    const id = ends(world, 'Eve');
    for (const name of ['Ada', 'Cole'])
      expect(findClaim(world, who(world, name), hasFallen, who(world, 'Eve'))).toBe(-1);
    believe(world, who(world, 'Cole'), hasFallen, who(world, 'Eve'), {
      confidence: 1,
      source: id,
      truth: id,
      place: where(world, 'isle'),
    });
    live(world, 1200);
    const [event, ...more] = all(world, 'muster/reported');
    expect(more).toEqual([]);
    expect(named(world, event)).toMatchObject({ actor: 'Cole', target: 'Ada', about: 'Eve' });
    expect(event.because.map((cause) => cause.id)).toEqual([id]);
    expect(findClaim(world, who(world, 'Ada'), hasFallen, who(world, 'Eve'))).toBeGreaterThanOrEqual(0);
    expect(event.time).toBeGreaterThanOrEqual(all(world, 'muster/called-together')[0].time);
  });

  test('[S10] the wounded are seen to, the worst first', () => {
    const world = afterwards({
      Ada: 'at: isle, dressings: 0',
      Cole: 'at: isle, dressings: 4',
      people: 'Eve: {at: isle, dressings: 0}',
    });
    const wounds: [string, number][] = [
      ['Eve', 20],
      ['Ada', 60],
    ];
    for (const [name, flow] of wounds) {
      happen(world, wounded, {
        target: who(world, name),
        actor: -1,
        place: where(world, 'isle'),
        region: 'leg',
        flow,
        takes: 'nothing',
      });
    }
    live(world, 1200);
    const dressed = all(world, 'wounds/dressed').map((event) => [
      named(world, event)['actor'],
      named(world, event)['target'],
    ]);
    expect(dressed).toEqual([
      ['Cole', 'Ada'],
      ['Cole', 'Eve'],
    ]);
    expect(world.of(body).dressings.raw[who(world, 'Cole')]).toBe(2);
  });

  test('another takes over from a leader who is down', () => {
    const world = afterwards();
    const id = drops(world, 'Ada');
    live(world, 3600);
    const [taken] = all(world, 'groups/succeeded');
    expect(named(world, taken)).toMatchObject({ actor: 'Cole', target: 'Ada' });
    expect(taken.because.map((cause) => cause.id)).toEqual([id]);
    expect(named(world, all(world, 'muster/stood-down')[0])['actor']).toBe('Cole');
  });

  test('with nobody on their feet, there is no gathering, and the night goes on', () => {
    const world = afterwards();
    for (const name of ['Ada', 'Cole', 'Eve']) drops(world, name);
    live(world, 3 * 3600);
    expect(all(world, 'muster/called-together')).toHaveLength(0);
    expect(world.of(bubble).liveCount).toBe(0);
  });
});
