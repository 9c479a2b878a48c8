import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import { all, happen, live } from '../../../test/night.fixture.ts';
import { fog, skyLight } from './state.ts';
import { lightAt, misted } from './system.ts';

const HOUR = 3600;

describe('light', () => {
  test('is full by day, little under a half moon, and least under stars', () => {
    expect(lightAt('summer', false, 12 * HOUR)).toBe(1);
    expect(lightAt('summer', false, 1 * HOUR)).toBeCloseTo(0.16);
    expect(lightAt('summer', true, 1 * HOUR)).toBeCloseTo(0.06);
  });

  test('grows through the dawn and falls through the dusk without a jump', () => {
    const at = (hour: number): number => lightAt('autumn', false, hour * HOUR);
    for (let hour = 6.5; hour < 8; hour += 0.05) expect(at(hour + 0.05)).toBeGreaterThanOrEqual(at(hour));
    for (let hour = 16.5; hour < 18; hour += 0.05) expect(at(hour + 0.05)).toBeLessThanOrEqual(at(hour));
    for (let hour = 0; hour < 24; hour += 0.05) expect(Math.abs(at(hour + 0.05) - at(hour))).toBeLessThan(0.12);
  });

  test('comes earlier in summer than in winter, and is the same each day', () => {
    expect(lightAt('summer', false, 6 * HOUR)).toBe(1);
    expect(lightAt('winter', false, 6 * HOUR)).toBeCloseTo(0.16);
    expect(lightAt('spring', false, 5 * 86_400 + 6.4 * HOUR)).toBe(lightAt('spring', false, 6.4 * HOUR));
  });

  test('[S15] a day has its night, dawn, day and dusk, each at its hour', () => {
    const world = live(mill({ begin: 'autumn, d1 00:00' }), 86_400);
    const turns = all(world, 'light/turned').map((event) => [event.data['part'], event.time / HOUR]);
    expect(turns.map(([part]) => part)).toEqual(['dawn', 'day', 'dusk', 'night']);
    const hours = turns.map(([, hour]) => Number(hour));
    expect(hours[0]).toBeCloseTo(6.8, 0);
    expect(hours[3]).toBeCloseTo(17.7, 0);
    expect(skyLight(world)).toBeCloseTo(0.16);
  });
});

describe('weather', () => {
  test('clouds hide the moon', () => {
    expect(skyLight(mill({ begin: 'd1 01:00, half moon' }))).toBeCloseTo(0.16);
    expect(skyLight(mill({ begin: 'd1 01:00, overcast' }))).toBeCloseTo(0.06);
    expect(skyLight(mill({ begin: 'd1 12:00, overcast' }))).toBe(1);
  });

  test('fog is thicker than mist, and mist than a clear sky', () => {
    const thickness = (weather: string): number => fog(mill({ begin: `d1 01:00, ${weather}` }));
    expect(thickness('half moon')).toBeCloseTo(0.05);
    expect(thickness('ground mist')).toBeGreaterThan(thickness('haze'));
    expect(thickness('river fog')).toBeGreaterThan(thickness('ground mist'));
  });

  test('mist comes down by degrees and lifts at once', () => {
    const world = mill();
    happen(world, misted, { mist: 'came down' });
    expect(fog(world)).toBeCloseTo(0.35);
    happen(world, misted, { mist: 'came down' });
    expect(fog(world)).toBeCloseTo(0.6);
    happen(world, misted, { mist: 'lifted' });
    expect(fog(world)).toBeCloseTo(0.05);
  });

  test('turns at even hours alone, now and then, in other nights otherwise', () => {
    const turns = [1, 2, 3, 4, 5, 6].map((seed) => {
      const world = live(mill({}, { seed }), 86_400);
      const times = all(world, 'light/misted').map((event) => event.time);
      for (const time of times) expect(time % (2 * HOUR)).toBe(0);
      return times;
    });
    const count = turns.flat().length;
    expect(count).toBeGreaterThan(6);
    expect(count).toBeLessThan(40);
    expect(new Set(turns.map(String)).size).toBeGreaterThan(3);
  });
});
