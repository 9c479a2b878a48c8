import { test } from 'vitest';
import { dayOf, lostOn, liveDays } from './hunger.fixture.ts';
import { mill } from '../../../test/mill.fixture.ts';
import { all } from '../../../test/night.fixture.ts';
test('x', () => {
  console.log('1570', lostOn(1570, 168, dayOf(8)), '2100', lostOn(2100, 365, dayOf(0)), '1050', lostOn(1050, 60, dayOf(0)));
  const world = mill({ more: 'stores: {mill: {food: 0 kg}}', groups: 'x: {home: mill}', people: Array.from({length: 20}, (_, i) => `P${i}: {group: mill folk}`).join('\n  ') });
  const start = world.time;
  liveDays(world, 70);
  console.log(all(world, 'wounds/died').map((e) => ((e.time - start) / 86400).toFixed(1)).join(' '));
  console.log(all(world, 'needs/weakened').map((e) => ((e.time - start) / 86400).toFixed(1)).join(' '));
  console.log(all(world, 'needs/starving').map((e) => ((e.time - start) / 86400).toFixed(1)).join(' '));
});
