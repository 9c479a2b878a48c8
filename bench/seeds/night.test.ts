import { castOf, person } from '@anchorhold/engine';
import { expect, test } from 'vitest';
import { scenarioText, setupOf } from '../scenario.ts';
import { longFight } from '../speed/fight.ts';
import { isBroken } from './band.ts';
import { liveNight } from './night.ts';
import * as variants from './variants.ts';

const farm = scenarioText('farm-at-night');
const siege = scenarioText('siege-of-the-compound');
const winter = scenarioText('hungry-winter');
const { shortenedEarly, shortenedLate, ...ofNights } = variants;
const { postedAtWalls, moreRifles, fullMoon, overcast, moonless, foggy, betterAim, ...others } = ofNights;

test('every variant of a scenario is a scenario without errors', () => {
  const ofFarm = { moonless, foggy, betterAim, ...others };
  const ofSiege = { postedAtWalls, moreRifles, fullMoon, overcast, ...others };
  for (const [name, variant] of Object.entries(ofFarm)) expect(() => setupOf(variant(farm), name)).not.toThrow();
  for (const [name, variant] of Object.entries(ofSiege)) expect(() => setupOf(variant(siege), name)).not.toThrow();
  for (const variant of [shortenedEarly, shortenedLate]) expect(() => setupOf(variant(winter), 'winter')).not.toThrow();
  expect(setupOf(longFight(40), 'a long fight')).toBeDefined();
});

test('renaming changes what is shown of everybody, and no key', () => {
  const [before, after] = [castOf(setupOf(farm, 'farm')), castOf(setupOf(variants.renamed(farm), 'renamed'))];
  const row = before.mustRow(person, 'Marit');
  expect(after.key(person, row)).toBe('Marit');
  expect(after.shownName(person, row)).toBe('Somebody 1');
});

test('reordering turns the people round and keeps all else', () => {
  const lines = (text: string): string[] =>
    text
      .split('\n')
      .filter((line) => !/^\s*(?:#.*)?$/.test(line))
      .sort();
  const [text, other] = [variants.reordered(farm), variants.reordered(siege)];
  expect(text.indexOf('\n  Sefton:')).toBeLessThan(text.indexOf('\n  Marit:'));
  expect(other.indexOf('\n  Varga:')).toBeLessThan(other.indexOf('\n  Leila:'));
  expect(lines(text)).toEqual(lines(farm));
  expect(lines(other)).toEqual(lines(siege));
});

test('rifles are for those of the defenders who had something less, and everybody has ten rounds more', () => {
  const [before, after] = [siege, moreRifles(siege)].map((text) => text.split('\n'));
  const lines = (text: string[], of: RegExp): string[] => text.filter((line) => of.test(line));
  expect(lines(after!, /^ {4}gear: \[rifle/).length).toBeGreaterThan(5);
  // Corliss and Skelly are the band's.
  expect(lines(after!, /^ {4}gear: \[(?:shotgun|pistol)/)).toHaveLength(2);
  expect(after).toContain('    rounds: 32');
  expect(lines(after!, /^ {4}rounds:/)).toHaveLength(lines(before!, /^ {4}rounds:/).length);
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

test(
  '[S3] a band has broken where it gave up or ran, and nobody of it stands within the walls',
  { timeout: 60_000 },
  () => {
    const { band, aimedHits } = liveNight(setupOf(siege, 'siege'), 1);
    expect(band.group).toBe("Jace's band");
    expect(band.within + band.away).toBeLessThanOrEqual(27);
    expect(Object.keys(aimedHits).sort()).toEqual(["Jace's band", 'the compound']);
    expect([
      isBroken({ ...band, gave: 'ordered', within: 0 }),
      isBroken({ ...band, gave: 'routed', within: 0 }),
      isBroken({ ...band, gave: 'ordered', within: 1 }),
      isBroken({ ...band, gave: 'stood', within: 0 }),
    ]).toEqual([true, true, false, false]);
  },
);
