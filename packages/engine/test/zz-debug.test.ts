import { test, vi } from 'vitest';
import { all, live, named } from './night.fixture.ts';
import { GRUDGE, beaten } from './returning.fixture.ts';
import { eventsOf } from '../src/kernel/read.ts';
vi.setConfig({ testTimeout: 120_000 });
test('x', () => {
  const world = live(beaten({ Rook: GRUDGE, food: 150, groups: 'strangers: { out at: kilns, extras: 3, provisions: 3 kg }' }), 3 * 86400);
  for (const e of eventsOf(world)) if (/^(arrivals|region|bands|returning|engagement|assault|scouting|groups|voice)/.test(e.kind)) console.log('d' + (e.time / 86400 + 1).toFixed(2), e.id, e.kind, JSON.stringify(named(world, e)), JSON.stringify(e.data), e.because.map((b) => b.id).join(','));
});
