import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe, findClaim } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { gotAway } from '../conduct/events.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { aim } from '../shooting/state.ts';
import { isAt } from '../sight/state.ts';
import { doubts } from '../will/state.ts';
import { fell, wounded } from '../wounds/events.ts';
import { laidDown, surrendered, taken } from './events.ts';
import { captive, hasSurrendered } from './state.ts';

const ISLE = 'isle: {like: cellar}\n  cave: {like: cellar}';
/** Bram is in the mill, and what he knows he is made to believe; the others are where nobody sees him, or with him. */
const CORNERED: MillChanges = {
  begin: 'winter, d1 01:00, overcast, thick fog',
  Ada: 'at: isle',
  Cole: 'at: isle',
  Dirk: 'at: cave',
  Bram: 'at: mill, rounds: 0',
  places: ISLE,
};
const stateOf = (world: World, name: string): number => world.of(captive).state.raw[who(world, name)];
const give = (world: World, name: string): number => {
  const actor = who(world, name);
  const theirs = name === 'Bram' || name === 'Dirk';
  return happen(world, surrendered, {
    actor,
    place: world.of(position).at.raw[actor],
    group: band(world, theirs ? 'the band' : 'mill folk'),
  });
};

describe('surrender', () => {
  interface Plight {
    /** Where Bram believes Ada and Cole to be, again and again. */
    readonly ada?: string;
    readonly cole?: string;
    readonly changes?: MillChanges;
  }
  const yields = ({ ada, cole, changes }: Plight): number => {
    let count = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const world = mill(
        { ...CORNERED, ...changes, band: 'wants: salt', more: 'stores: {mill: {salt: 9 kg}}' },
        { seed },
      );
      const source = clash(world, 'the band');
      world.of(position).at.put(who(world, 'Bram'), where(world, 'mill'));
      for (let i = 0; i < 12; i++) {
        for (const [enemy, at] of [
          ['Ada', ada],
          ['Cole', cole],
        ] as const) {
          if (at === undefined) continue;
          const word = { place: where(world, at), confidence: 1, source };
          believe(world, who(world, 'Bram'), isAt, who(world, enemy), word);
        }
        world.of(position).at.put(who(world, 'Bram'), where(world, 'mill'));
        live(world, 5);
      }
      const events = all(world, 'captivity/surrendered');
      if (events.length > 0) expect(events[0].because.length).toBeGreaterThan(0);
      count += events.length;
    }
    return count;
  };
  const wayOut: MillChanges = { Bram: 'at: yard, rounds: 0' };

  test('[S3] is of those who are cornered: enemies beside them, and more in the way out', () => {
    expect(yields({ ada: 'mill', cole: 'yard', changes: wayOut })).toBeGreaterThan(3);
    expect(yields({ ada: 'mill', changes: wayOut })).toBe(0);
    expect(yields({ cole: 'yard', changes: wayOut })).toBe(0);
    expect(yields({})).toBe(0);
  });

  test('[S3] is not of somebody by whom one of their own stands', () => {
    expect(yields({ ada: 'mill', cole: 'yard', changes: { ...wayOut, Dirk: 'at: mill' } })).toBe(0);
  });

  test('ends the fighting for whoever gives up, and the firing of those who see it', () => {
    const world = mill({ Ada: 'at: wood', Bram: 'at: wood', Cole: 'at: isle', Dirk: 'at: isle', places: ISLE });
    clash(world, 'the band');
    const [ada, bram] = [who(world, 'Ada'), who(world, 'Bram')];
    world.of(aim).target.put(ada, bram + 1);
    world.of(aim).target.put(bram, ada + 1);
    const id = give(world, 'Bram');
    expect(stateOf(world, 'Bram')).toBe(1);
    // What they held lies there now.
    const [laid] = all(world, 'items/dropped');
    expect([named(world, laid)['actor'], laid.data['why'], laid.because[0].id]).toEqual(['Bram', 'given up', id]);
    expect(world.of(body).weapon.raw[bram]).toBe(0);
    expect(world.of(aim).target.raw[bram]).toBe(0);
    const knows = findClaim(world, ada, hasSurrendered, bram) >= 0;
    expect(world.of(aim).target.raw[ada]).toBe(knows ? 0 : bram + 1);
    live(world, 60);
    const shots = all(world, 'shooting/opened-fire', id).map((event) => named(world, event));
    expect(shots.filter((each) => each['actor'] === 'Bram')).toEqual([]);
    if (knows) expect(shots.filter((each) => each['target'] === 'Bram')).toEqual([]);
  });

  test('[S3] of a whole band follows from a leader for whom it is over and who believes no way out', () => {
    const down = (closed: boolean): World[] => {
      const worlds: World[] = [];
      for (let seed = 1; seed <= 20; seed++) {
        const changes: MillChanges = {
          ...CORNERED,
          Bram: 'at: yard',
          Dirk: 'at: yard',
          people: 'Eve: {at: isle}\n  Finn: {at: isle}',
          band: 'wants: salt',
          more: 'stores: {mill: {salt: 9 kg}}',
        };
        const world = mill(changes, { seed });
        const source = clash(world, 'the band');
        const of = band(world, 'the band');
        world.of(doubts).gaveUp.put(of, 1);
        world.of(doubts).gaveUpBy.put(of, source);
        const at = (name: string, place: string): void => {
          world.of(position).at.put(who(world, name), where(world, place));
        };
        for (let i = 0; i < 15; i++) {
          at('Bram', 'mill');
          at('Dirk', 'mill');
          for (const enemy of ['Ada', 'Cole', 'Eve', 'Finn']) {
            const place = where(world, closed ? 'yard' : 'mill');
            believe(world, who(world, 'Bram'), isAt, who(world, enemy), { place, confidence: 1, source });
          }
          live(world, 2);
        }
        if (all(world, 'captivity/laid-down').length > 0) worlds.push(world);
      }
      return worlds;
    };
    const [closed, open] = [down(true), down(false)];
    expect(open).toHaveLength(0);
    expect(closed.length).toBeGreaterThan(5);
    for (const world of closed) {
      const [order] = all(world, 'captivity/laid-down');
      expect(order.because.length).toBeGreaterThan(0);
      const followed = all(world, 'captivity/surrendered').filter((event) =>
        event.because.some((cause) => cause.id === order.id),
      );
      expect(followed.map((event) => named(world, event)['actor'])).toContain('Bram');
    }
  });
});

describe('prisoners', () => {
  const together = (changes: MillChanges = {}): World => {
    const world = mill({
      Ada: 'at: mill',
      Cole: 'at: isle',
      Dirk: 'at: isle',
      Bram: 'at: mill',
      places: ISLE,
      ...changes,
    });
    clash(world, 'the band');
    return world;
  };

  test('are taken by an enemy beside them who knows that they gave up', () => {
    const world = together();
    const id = give(world, 'Bram');
    const source = id;
    believe(world, who(world, 'Ada'), hasSurrendered, who(world, 'Bram'), { confidence: 1, source });
    live(world, 10);
    const [event] = all(world, 'captivity/taken');
    expect(named(world, event)).toMatchObject({ actor: 'Ada', target: 'Bram', place: 'mill' });
    expect(event.because.map((cause) => cause.id)).toEqual([id]);
    expect(said(world, event)).toBe('Ada took Bram prisoner at the mill.');
  });

  test('go where their keeper goes, and out of reach with them', () => {
    const world = together();
    give(world, 'Bram');
    happen(world, taken, { actor: who(world, 'Ada'), target: who(world, 'Bram'), place: where(world, 'mill') });
    world.of(position).at.put(who(world, 'Ada'), where(world, 'yard'));
    live(world, 40);
    expect(world.of(position).at.raw[who(world, 'Bram')]).toBe(where(world, 'yard'));
    const [actor, place, group] = [who(world, 'Ada'), where(world, 'yard'), band(world, 'mill folk')];
    happen(world, gotAway, { actor, place, group });
    live(world, 10);
    expect(all(world, 'captivity/led-away').map((event) => named(world, event)['target'])).toEqual(['Bram']);
    expect(world.of(position).gone.raw[who(world, 'Bram')]).toBe(1);
  });

  test('are free when nobody keeps them any more', () => {
    const world = together();
    give(world, 'Bram');
    happen(world, taken, { actor: who(world, 'Ada'), target: who(world, 'Bram'), place: where(world, 'mill') });
    const [actor, place, group] = [who(world, 'Ada'), where(world, 'mill'), band(world, 'mill folk')];
    const down = happen(world, fell, { actor, place, group, from: 'blow' });
    live(world, 10);
    const [event] = all(world, 'captivity/freed');
    expect(named(world, event)['target']).toBe('Bram');
    expect(event.because[0].id).toBe(down);
    expect(stateOf(world, 'Bram')).toBe(0);
  });

  test('[S3] who all have given up end the fight: it is said how', () => {
    const world = together({ Bram: 'at: wood', Dirk: 'at: wood' });
    const group = band(world, 'the band');
    happen(world, laidDown, { actor: who(world, 'Bram'), group, place: where(world, 'wood') });
    if (stateOf(world, 'Dirk') === 0) give(world, 'Dirk');
    live(world, 10);
    const [end] = all(world, 'engagement/ended');
    expect(end.data['how']).toBe('surrendered');
    expect(said(world, end)).toBe('The band had laid down their arms.');
  });
});

test('[S4] enemies left lying are found by those who hold the field, after the fight', () => {
  const world = mill({ Dirk: 'at: isle', places: ISLE });
  clash(world, 'the band');
  const at = where(world, 'yard');
  const bram = who(world, 'Bram');
  world.of(position).at.put(bram, at);
  happen(world, wounded, { target: bram, actor: -1, place: at, region: 'leg', flow: 1, takes: 'feet' });
  const group = band(world, 'the band');
  happen(world, gotAway, { actor: who(world, 'Dirk'), place: where(world, 'isle'), group });
  live(world, 3600);
  const [event] = all(world, 'captivity/found');
  expect(named(world, event)['target']).toBe('Bram');
  expect(stateOf(world, 'Bram')).toBe(2);
  expect(event.because).toHaveLength(2);
});
