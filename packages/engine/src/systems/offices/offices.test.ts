import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { mill, millText } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import { ruleset } from '../../rules.ts';
import { died } from '../wounds/system.ts';
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
