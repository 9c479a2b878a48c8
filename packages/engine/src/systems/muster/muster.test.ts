import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { believe, findClaim } from '../../kernel/beliefs.ts';
import { bubble, bubbleOf } from '../../kernel/bubbles.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isBreached } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { defence } from '../defence/state.ts';
import { position } from '../places/state.ts';
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

  test('[S10] a second fight has a gathering of its own, and people are sent to rest after it as well', () => {
    const world = live(afterwards(), 3600);
    expect(world.of(defence).stoodTo.raw[band(world, 'mill folk')]).toBe(0);
    clash(world, 'the band');
    live(world, 2 * 3600);
    expect(all(world, 'engagement/ended')).toHaveLength(2);
    expect(all(world, 'muster/called-together')).toHaveLength(2);
    expect(all(world, 'muster/stood-down')).toHaveLength(2);
    expect(all(world, 'muster/called-together')[1]!.because.map(({ id }) => id)).toEqual([
      all(world, 'engagement/ended')[1]!.id,
    ]);
    expect(world.of(bubble).liveCount).toBe(0);
  });

  test('[S10] who does not answer, and whom nobody saw fall, is missed, looked for and found', () => {
    const world = afterwards({
      people: 'Eve: {at: isle}\n  Finn: {at: isle}',
      places: 'isle: {like: cellar}\n  loft: {like: loft, in: mill}',
    });
    for (const name of ['Ada', 'Cole', 'Eve']) world.of(position).at.put(who(world, name), where(world, 'mill'));
    world.of(position).at.put(who(world, 'Finn'), where(world, 'loft'));
    world.of(body).down.put(who(world, 'Finn'), 1);
    live(world, 3600);
    expect(all(world, 'muster/counted-heads')[0]!.data).toEqual({ present: 3, missing: 1 });
    const [missed, ...more] = all(world, 'muster/missed');
    expect(more).toEqual([]);
    expect([named(world, missed!)['actor'], named(world, missed!)['target']]).toEqual(['Ada', 'Finn']);
    const [found] = all(world, 'muster/found');
    expect(named(world, found!)).toMatchObject({ target: 'Finn', place: 'loft' });
    expect(found!.data['as']).toBe('alive');
    expect(found!.because.map(({ id }) => id)).toContain(missed!.id);
    expect(findClaim(world, who(world, 'Ada'), hasFallen, who(world, 'Finn'))).toBeGreaterThanOrEqual(0);
  });

  test('nobody is missed of whom the leader knows what became of them', () => {
    const world = afterwards({ people: 'Eve: {at: isle}\n  Finn: {at: isle}' });
    const id = drops(world, 'Finn');
    const word = { confidence: 1, source: id, truth: id, place: where(world, 'isle') };
    believe(world, who(world, 'Ada'), hasFallen, who(world, 'Finn'), word);
    live(world, 3600);
    expect(all(world, 'muster/counted-heads')[0]!.data['missing']).toBe(0);
    expect(all(world, 'muster/missed')).toEqual([]);
  });

  test('[S10] where the leader takes the walls to be open, whoever is nearest is set to stand', () => {
    const posts = (known: boolean): string[] => {
      const world = afterwards({ more: `${RAID.more}\nbarriers: {the fence: {between: [yard, field]}}` });
      const [fence, source] = [world.cast.mustRow(barrier, 'the fence'), all(world, 'engagement/opened')[0]!.id];
      const word = { confidence: 1, source, place: where(world, 'yard') };
      if (known) believe(world, who(world, 'Ada'), isBreached, fence, word);
      else world.of(barrier).breached.put(fence, 1);
      live(world, 600);
      const stands = all(world, 'muster/posted').map((event) => named(world, event)['target']!);
      for (const name of stands) expect(world.of(position).at.raw[who(world, name)]).toBe(where(world, 'yard'));
      return stands;
    };
    expect(posts(true)).toHaveLength(1);
    // What the leader does not know of is not manned.
    expect(posts(false)).toEqual([]);
  });

  test('[S6] those who are left are glad where few have fallen, as far as the leader knows, and grieve where many have', () => {
    const mood = (known: number, truly = known): unknown => {
      const names = Array.from({ length: 8 }, (_, i) => `P${i}`);
      const world = afterwards({ people: names.map((name) => `${name}: {at: isle}`).join('\n  ') });
      for (let i = 0; i < truly; i++) {
        const id = drops(world, `P${i}`);
        const word = { confidence: 1, source: id, truth: id, place: where(world, 'isle') };
        if (i < known) believe(world, who(world, 'Ada'), hasFallen, who(world, `P${i}`), word);
      }
      live(world, 1200);
      const [event] = all(world, 'muster/took-it-in');
      const fell = event!.because.filter(({ id }) => id !== all(world, 'engagement/ended')[0]!.id).length;
      expect(fell).toBe(known);
      return event!.data['mood'];
    };
    expect([mood(0), mood(1), mood(4)]).toEqual(['relief', 'both', 'grief']);
  });

  test('with nobody on their feet, there is no gathering, and the night goes on', () => {
    const world = afterwards();
    for (const name of ['Ada', 'Cole', 'Eve']) drops(world, name);
    live(world, 3 * 3600);
    expect(all(world, 'muster/called-together')).toHaveLength(0);
    expect(world.of(bubble).liveCount).toBe(0);
  });
});
