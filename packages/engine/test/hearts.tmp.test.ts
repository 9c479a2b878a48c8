import { expect, test } from 'vitest';
import { eventsOf } from '../src/kernel/read.ts';
import { ruleset } from '../src/rules.ts';
import { known } from '../src/systems/practices/state.ts';
import { heartsPlayed } from './played-hearts.fixture.ts';
test('all', { timeout: 300000 }, () => {
  const t = Date.now();
  const worlds = heartsPlayed();
  console.log('ms', Date.now() - t);
  const counts: Record<string, number> = {};
  for (const w of worlds) for (const e of eventsOf(w)) counts[e.kind] = (counts[e.kind] ?? 0) + 1;
  const ids = ruleset.filled(known).flatMap((p) => [...p.kinds.map((k) => k.id), p.ended.id]);
  console.log(ids.map((id) => `${id} ${counts[id] ?? 0}`).join('\n'));
  console.log('NEVER', ids.filter((id) => !counts[id]));
  expect(1).toBe(1);
});
