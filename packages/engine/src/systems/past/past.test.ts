import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { mill, millText } from '../../../test/mill.fixture.ts';
import { all, farm, named, night, who } from '../../../test/night.fixture.ts';
import { findClaim } from '../../kernel/beliefs.ts';
import { checkSetup } from '../../kernel/create.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { onceDid } from './memory.ts';
import { TIES, bond, bondOf } from './state.ts';

const DAY = 86_400;
const grudge = (world: World, from: string, to: string): number => {
  const row = bondOf(world, who(world, from), who(world, to));
  return row < 0 ? 0 : world.of(bond).grudge.raw[row];
};
const tie = (world: World, from: string, to: string): string | undefined => {
  const row = bondOf(world, who(world, from), who(world, to));
  return row < 0 ? undefined : TIES[world.of(bond).kind.raw[row]];
};

describe('the past', () => {
  test('is a chronicle of its own: events before the first day, oldest first', () => {
    const world = mill({
      Ada: 'past: [{did: abandon, whom: Bram, ago: 3d}]',
      Bram: 'past: [{did: steal, whom: Ada, ago: 9d, seen by: [Cole]}, {did: save, ago: 1d}]',
    });
    const events = all(world, 'past/wronged');
    expect(events.map((event) => [named(world, event)['actor'], event.data['deed'], world.time - event.time])).toEqual([
      ['Bram', 'steal', 9 * DAY],
      ['Ada', 'abandon', 3 * DAY],
      ['Bram', 'save', DAY],
    ]);
  });

  test('is known to who did it, to whom it was done, and to who saw it', () => {
    const world = mill({ Bram: 'past: [{did: steal, whom: Ada, ago: 9d, seen by: [Cole]}]' });
    const know = ['Ada', 'Cole', 'Bram', 'Dirk'].filter(
      (name) => findClaim(world, who(world, name), onceDid, who(world, 'Bram')) >= 0,
    );
    expect(know).toEqual(['Ada', 'Cole', 'Bram']);
  });

  test('leaves a grudge by the deed, in the one who was wronged alone', () => {
    const world = mill({
      Bram: 'past: [{did: betray, whom: Ada, ago: 2y}, {did: steal, whom: Cole, ago: 2y}, {did: save, whom: Dirk, ago: 1y}]',
    });
    expect(grudge(world, 'Ada', 'Bram')).toBeCloseTo(0.9);
    expect(grudge(world, 'Cole', 'Bram')).toBeCloseTo(0.4);
    expect(grudge(world, 'Dirk', 'Bram')).toBe(0);
    expect(grudge(world, 'Bram', 'Ada')).toBe(0);
    const row = bondOf(world, who(world, 'Ada'), who(world, 'Bram'));
    expect(world.of(bond).by.raw[row]).toBe(
      all(world, 'past/wronged').find((event) => event.data['deed'] === 'betray')!.id,
    );
  });

  test('an old wrong draws fire: with it some shots are told because of it', { timeout: 60_000 }, () => {
    let cited = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const world = night(farm(), { seed });
      const wrongs = new Map(all(world, 'past/wronged').map((event) => [event.id, event]));
      for (const event of all(world, 'shooting/opened-fire')) {
        for (const { id } of event.because) {
          const wrong = wrongs.get(id);
          if (wrong === undefined) continue;
          cited++;
          expect([wrong.roles['actor'], wrong.roles['target']]).toEqual([event.roles['target'], event.roles['actor']]);
        }
      }
    }
    expect(cited).toBeGreaterThan(0);
  });
});

describe('ties', () => {
  test('are returned where they are mutual, and have their counterpart', () => {
    const world = mill({ Ada: 'ties: {Cole: sister, Bram: {was: husband, grudge: high}, Dirk: fears}' });
    expect([tie(world, 'Ada', 'Cole'), tie(world, 'Cole', 'Ada')]).toEqual(['sister', 'sister']);
    expect([tie(world, 'Ada', 'Bram'), tie(world, 'Bram', 'Ada')]).toEqual(['husband', 'wife']);
    expect(grudge(world, 'Ada', 'Bram')).toBe(1);
    expect(tie(world, 'Dirk', 'Ada')).toBeUndefined();
    expect(tie(world, 'Ada', 'Dirk')).toBe('fears');
  });

  test('and deeds bind nobody to themselves', () => {
    const codes = (text: string): string[] => {
      const { setup } = readScenario(text, { file: 'test.yaml', parts: ruleset.sections });
      return checkSetup(ruleset, setup!).map((remark) => remark.code);
    };
    expect(codes(millText({ Ada: 'ties: {Ada: friend}' }))).toEqual(['own-tie']);
    expect(codes(millText({ Ada: 'past: [{did: strike, whom: Ada, ago: 1d}]' }))).toEqual(['own-victim']);
  });
});
