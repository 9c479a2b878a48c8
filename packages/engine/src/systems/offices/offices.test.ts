import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { mill, millText } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import { ruleset } from '../../rules.ts';
import { withhold } from '../../kernel/log.ts';
import { muteOf } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { side } from '../groups/state.ts';
import { gotUp } from '../wounds/course.ts';
import { wound } from '../wounds/state.ts';
import { died } from '../wounds/system.ts';
import { hurt } from '../wounds/wounds.fixture.ts';
import { holderOf, holds, officeOf, officesOf, successor } from './state.ts';

describe('offices', () => {
  test('[S1] are what the scenario gives people to be in charge of', () => {
    const world = mill({ Ada: 'office: [kitchen, stores]', Dirk: 'office: watch' });
    expect(officesOf(world, who(world, 'Ada'))).toEqual(['stores', 'kitchen']);
    expect(officeOf(world, who(world, 'Dirk'))).toBe('watch');
    expect(officeOf(world, who(world, 'Cole'))).toBeNull();
    expect(holds(world, who(world, 'Ada'), 'watch')).toBe(false);
    expect(holderOf(world, band(world, 'the band'), 'watch')).toBe(who(world, 'Dirk'));
    expect(holderOf(world, band(world, 'mill folk'), 'watch')).toBe(-1);
  });

  test('[S3] the second comes first, then who is in charge of most, then the first by name', () => {
    const world = mill({
      more: 'squads: {all of them: {leader: Ada, people: [Cole, Eve, Finn, Gus]}}',
      people: 'Eve: {office: kitchen}\n  Finn: {office: second}\n  Gus: {office: [gate, repairs]}',
    });
    const [ada, cole, eve, finn, gus] = ['Ada', 'Cole', 'Eve', 'Finn', 'Gus'].map((name) => who(world, name));
    expect(successor(world, [ada, cole, eve, finn, gus])).toBe(finn);
    expect(successor(world, [ada, cole, eve, gus])).toBe(gus);
    expect(successor(world, [cole, eve])).toBe(eve);
    expect(successor(world, [ada, cole])).toBe(ada);
    expect(successor(world, [])).toBe(-1);
  });

  test('[S3] whoever leads a squad comes before those who are led', () => {
    const world = mill({ more: 'squads: {the loft: {leader: Cole, people: [Ada]}}' });
    expect(successor(world, [who(world, 'Ada'), who(world, 'Cole')])).toBe(who(world, 'Cole'));
  });

  test('[S3] in a fight the second takes over once the leader is seen to fall, and not the first by name', () => {
    const world = mill({ band: 'extras: 3', people: 'Zeb: {group: the band, office: second}' });
    clash(world, 'the band');
    live(world, 5);
    const group = band(world, 'the band');
    happen(world, died, { actor: who(world, 'Bram'), place: where(world, 'wood'), group, of: 'wound' });
    live(world, 30);
    const [event] = all(world, 'groups/succeeded');
    expect(event && named(world, event)['actor']).toBe('Zeb');
  });

  test('two seconds in one group are found', () => {
    const codes = (text: string): string[] =>
      checkSetup(ruleset, readScenario(text, { file: 'test.yaml', parts: ruleset.sections }).setup!).map(
        (remark) => remark.code,
      );
    expect(codes(millText({ Ada: 'office: second', Bram: 'office: second' }))).toEqual([]);
    expect(codes(millText({ Bram: 'office: second', Dirk: 'office: second' }))).toEqual(['two-seconds']);
  });
});

describe('an office passes on', () => {
  const HOUR = 3600;
  const folk = (changes: Parameters<typeof mill>[0] = {}): World =>
    mill({
      Cole: 'office: [watch, infirmary]',
      Bram: 'at: isle',
      Dirk: 'at: isle',
      places: 'isle: {like: cellar}',
      people: 'Eve: {skills: {care: fine, aim: poor}}\n  Finn: {skills: {aim: fine, care: poor}}\n  Gus: {age: 9}',
      ...changes,
    });
  const falls = (world: World, name: string): number => {
    const fields = { actor: who(world, name), place: where(world, 'mill'), group: band(world, 'mill folk') };
    return happen(world, died, { ...fields, of: 'wound' });
  };
  /** They lie with a wound that stays clean, for as long as that can take. */
  const lies = (world: World, name: string): void => {
    hurt(world, name, 1, 'belly', 'feet');
    world.of(wound).foulLuck.put(world.of(wound).count - 1, 1);
    world.of(wound).lieLuck.put(world.of(wound).count - 1, 1);
  };
  const rises = (world: World, name: string): number =>
    happen(world, gotUp, { actor: who(world, name), place: where(world, 'mill'), group: 0, away: false });

  test('[S10] when its holder dies, by whoever leads, to whoever is best at it, because of the death', () => {
    const world = folk();
    const id = falls(world, 'Cole');
    live(world, 2 * HOUR);
    const passed = all(world, 'offices/appointed');
    expect(passed.map((event) => [event.data['office'], named(world, event)['target']])).toEqual([
      ['watch', 'Finn'],
      ['infirmary', 'Eve'],
    ]);
    for (const event of passed) {
      expect(named(world, event)).toMatchObject({ actor: 'Ada', before: 'Cole' });
      expect(event.because.map((cause) => cause.id)).toEqual([id]);
    }
    expect(holderOf(world, band(world, 'mill folk'), 'infirmary')).toBe(who(world, 'Eve'));
    expect(officesOf(world, who(world, 'Cole'))).toEqual([]);
  });

  test('and stays where it is where the death is withheld', () => {
    const world = folk();
    const id = falls(world, 'Cole');
    const fork = folk().fork({ log: [withhold(muteOf(world, id))] });
    falls(fork, 'Cole');
    live(fork, 2 * HOUR);
    expect(all(fork, 'offices/appointed')).toEqual([]);
  });

  test('not for an hour in bed; after half a day it does, and comes back to whoever gets up', () => {
    const world = folk({ begin: 'summer, d1 09:00' });
    lies(world, 'Cole');
    lies(world, 'Ada');
    live(world, 4 * HOUR);
    expect(all(world, 'offices/appointed')).toEqual([]);
    expect(holderOf(world, band(world, 'mill folk'), 'watch')).toBe(-1);
    live(world, 22 * HOUR);
    expect(all(world, 'offices/appointed')).toHaveLength(2);
    const leader = (): number => world.of(side).leader.raw[band(world, 'mill folk')] - 1;
    expect(leader()).not.toBe(who(world, 'Ada'));
    const up = [rises(world, 'Cole'), rises(world, 'Ada')];
    live(world, 24 * HOUR);
    const back = all(world, 'offices/took-back');
    expect(back.map((event) => event.data['office']).sort()).toEqual(['infirmary', 'leader', 'watch']);
    for (const event of back) expect(up).toContain(event.because[0]!.id);
    expect(leader()).toBe(who(world, 'Ada'));
    expect(officesOf(world, who(world, 'Cole'))).toEqual(['watch', 'infirmary']);
  });

  test('to nobody where there is nobody, and the leader sees to it', () => {
    const world = folk({ people: 'Gus: {age: 9}' });
    falls(world, 'Cole');
    live(world, 24 * HOUR);
    expect(all(world, 'offices/appointed')).toEqual([]);
    expect(all(world, 'offices/vacant').map((event) => event.data['office'])).toEqual(['watch', 'infirmary']);
  });

  test('as the lead does when a leader dies in bed, long after any fight', () => {
    const world = folk();
    const id = falls(world, 'Ada');
    live(world, 2 * HOUR);
    const [event] = all(world, 'groups/succeeded');
    expect(named(world, event!)).toMatchObject({ actor: 'Cole', target: 'Ada' });
    expect(event!.because.map((cause) => cause.id)).toEqual([id]);
  });
});
