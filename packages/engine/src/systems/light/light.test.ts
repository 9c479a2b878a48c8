import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import { all, happen, live } from '../../../test/night.fixture.ts';
import { fog, skyLight } from './state.ts';
import { misted } from './system.ts';

const HOUR = 3600;

/** Light of the sky as a scenario begins. */
const lightOf = (begin: string): number => skyLight(mill({ begin }));
describe('light', () => {
  test('is full by day, little under a half moon, and least under stars', () => {
    expect(lightOf('summer, d1 12:00')).toBe(1);
    const [full, half, none] = ['full moon', 'half moon', 'new moon'].map((moon) =>
      lightOf(`summer, d1 01:00, ${moon}`),
    );
    expect(half).toBeCloseTo(0.16);
    expect(none).toBeCloseTo(0.06);
    expect(full).toBeGreaterThan(half);
    expect(full).toBeLessThan(0.5);
  });

  test('grows through the dawn and falls through the dusk without a jump', () => {
    const world = mill({ begin: 'autumn, d1 00:00' });
    const byTenMinutes = [skyLight(world)];
    while (byTenMinutes.length < 144) byTenMinutes.push(skyLight(live(world, 600)));
    const steps = byTenMinutes.slice(1).map((light, i) => light - byTenMinutes[i]);
    for (const step of steps.slice(0, 72)) expect(step).toBeGreaterThanOrEqual(0);
    for (const step of steps.slice(72)) expect(step).toBeLessThanOrEqual(0);
    for (const step of steps) expect(Math.abs(step)).toBeLessThan(0.35);
    expect(steps.filter((step) => step !== 0).length).toBeGreaterThan(6);
  });

  test('comes earlier in summer than in winter, and is the same each day', () => {
    expect(lightOf('summer, d1 06:00')).toBe(1);
    expect(lightOf('winter, d1 06:00')).toBeCloseTo(0.16);
    expect(lightOf('spring, d5 06:24')).toBe(lightOf('spring, d1 06:24'));
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

  test('brings mist by night alone, which the next day takes off again', () => {
    let lifted = 0;
    for (const seed of [1, 2, 3]) {
      const world = live(mill({}, { seed }), 20 * 86_400);
      for (const event of all(world, 'light/misted')) {
        const hour = (event.time % 86_400) / HOUR;
        // In summer the sun is up from before five to about eight in the evening.
        if (event.data['mist'] === 'came down') expect(hour <= 6 || hour >= 18, `seed ${seed}, ${hour}`).toBe(true);
        else if (hour >= 6 && hour <= 18) lifted++;
      }
    }
    expect(lifted).toBeGreaterThan(10);
  });
});
