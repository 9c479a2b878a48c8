import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { mill, millText } from '../../../test/mill.fixture.ts';
import { band, happen, where, who } from '../../../test/night.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import { ruleset } from '../../rules.ts';
import { died } from '../wounds/system.ts';
import { groupOf, hostile, leaderOf, peopleIn } from './state.ts';
import { succeeded } from './system.ts';

describe('groups', () => {
  test('whoever names no group belongs to the first, and extras to theirs', () => {
    const world = mill({ band: 'extras: 3' });
    expect(groupOf(world, who(world, 'Ada'))).toBe(band(world, 'mill folk'));
    expect(peopleIn(world, band(world, 'the band'))).toHaveLength(5);
  });

  test('enmity is returned, and reaches nobody else', () => {
    const world = mill({ people: 'Eve: {group: others}', groups: 'others: {}' });
    const [mine, theirs, others] = ['mill folk', 'the band', 'others'].map((name) => band(world, name));
    expect(hostile(world, theirs, mine)).toBe(true);
    expect(hostile(world, mine, theirs)).toBe(true);
    expect(hostile(world, mine, others)).toBe(false);
    expect(hostile(world, mine, mine)).toBe(false);
  });

  test('are led by whom they name, else by the first by name', () => {
    const world = mill({ people: 'Zoe: {group: others}\n  Eve: {group: others}', groups: 'others: {}' });
    expect(leaderOf(world, band(world, 'the band'))).toBe(who(world, 'Bram'));
    expect(leaderOf(world, band(world, 'others'))).toBe(who(world, 'Eve'));
  });

  test('the lead passes to one who lives', () => {
    const world = mill();
    const group = band(world, 'mill folk');
    const [ada, cole] = [who(world, 'Ada'), who(world, 'Cole')];
    expect(happen(world, succeeded, { actor: cole, target: ada, group })).toBeGreaterThan(0);
    expect(leaderOf(world, group)).toBe(cole);
    happen(world, died, { actor: ada, place: where(world, 'mill'), group, of: 'wound' });
    expect(happen(world, succeeded, { actor: ada, target: cole, group })).toBe(0);
  });

  test('a scenario is told of leaders from elsewhere, empty groups and enemies of themselves', () => {
    const codes = (text: string): string[] => {
      const { setup } = readScenario(text, { file: 'test.yaml', parts: ruleset.sections });
      return checkSetup(ruleset, setup!).map((remark) => remark.code);
    };
    expect(codes(millText())).toEqual([]);
    expect(codes(millText({ groups: 'nobody: {}' }))).toContain('empty-group');
    expect(codes(millText({ groups: 'others: {leader: Ada, extras: 1}' }))).toContain('foreign-leader');
    expect(codes(millText({ groups: 'others: {extras: 1, hostile to: others}' }))).toContain('own-enemy');
    const many = Array.from({ length: 40 }, (_, i) => `g${i}: {extras: 1}`).join('\n  ');
    expect(codes(millText({ groups: many }))).toContain('too-many-groups');
  });
});
