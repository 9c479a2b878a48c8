import { expect, test } from 'vitest';
import { CURVE, deadBy, fatesOfUntreated } from './wounds.ts';
import { wilson } from './statistics.ts';

test('untreated fatal wounds kill as fast as those of a series of killed in action', { timeout: 60_000 }, () => {
  const fates = fatesOfUntreated(400);
  for (const [minutes, share] of CURVE) {
    const { dead, fatal } = deadBy(fates, minutes);
    const [low, high] = wilson(dead, fatal);
    expect(high, `by ${minutes} min`).toBeGreaterThan(share - 0.05);
    expect(low, `by ${minutes} min`).toBeLessThan(share + 0.05);
  }
  const { fatal } = deadBy(fates, 0);
  expect(fatal / fates.length).toBeGreaterThan(0.2);
  expect(fatal / fates.length).toBeLessThan(0.3);
});
