import { castOf, person } from '@anchorhold/engine';
import { expect, test } from 'vitest';
import { scenarioText, setupOf } from '../scenario.ts';
import { longFight } from '../speed/fight.ts';
import { liveNight } from './night.ts';
import * as variants from './variants.ts';

const farm = scenarioText('farm-at-night');

test('every variant of the farm is a scenario without errors', () => {
  for (const [name, variant] of Object.entries(variants)) expect(() => setupOf(variant(farm), name)).not.toThrow();
  expect(setupOf(longFight(40), 'a long fight')).toBeDefined();
});

test('renaming changes what is shown of everybody, and no key', () => {
  const [before, after] = [castOf(setupOf(farm, 'farm')), castOf(setupOf(variants.renamed(farm), 'renamed'))];
  const row = before.mustRow(person, 'Marit');
  expect(after.key(person, row)).toBe('Marit');
  expect(after.shownName(person, row)).toBe('Somebody 1');
});

test('reordering turns the people round and keeps all else', () => {
  const text = variants.reordered(farm);
  expect(text.indexOf('\n  Sefton:')).toBeLessThan(text.indexOf('\n  Marit:'));
  expect(
    text
      .split('\n')
      .filter((line) => line !== '')
      .sort(),
  ).toEqual(
    farm
      .split('\n')
      .filter((line) => line !== '')
      .sort(),
  );
});

test('a variant of a text that has nothing to vary is refused', () => {
  for (const variant of Object.values(variants))
    expect(() => variant('title: An empty house\n')).toThrow("scenario's text");
});

test('what is counted of a night is what its chronicle holds', () => {
  const setup = setupOf(farm, 'farm');
  const night = liveNight(setup, 1);
  expect(night.hits).toBeLessThanOrEqual(night.shots);
  expect(night.wounded).toBeLessThanOrEqual(night.hits);
  expect(Object.keys(night.outcome)).toContain('the grain is kept');
  expect(liveNight(setup, 1)).toEqual(night);
  expect(liveNight(setup, 2).chronicle).not.toBe(night.chronicle);
});
