import { expect, test } from 'vitest';
import { sayPlainly } from '@anchorhold/story';
import { eventsOf } from '../src/kernel/read.ts';
import { ruleset } from '../src/rules.ts';
import { known } from '../src/systems/practices/state.ts';
import { heartsPlayed } from './played-hearts.fixture.ts';
import { entitiesOf, farm, night } from './night.fixture.ts';
const SENTENCE = /^[A-Z][^{}[\]<>_|]*(?:[a-z)][.]|[.?!]”)$/;
const BROKEN = /undefined|null|NaN|object|function|\s\s|\s[.,]|\b(the the|a a|of of|in in|to to)\b/;
test('all', { timeout: 300000 }, () => {
  const worlds = heartsPlayed();
  const bad = new Set<string>();
  const counts: Record<string, number> = {};
  for (const w of worlds) for (const e of eventsOf(w)) { counts[e.kind] = (counts[e.kind] ?? 0) + 1; if ((counts[e.kind] ?? 0) > 4) continue; const roles = entitiesOf(w, e); for (const c of [e.entry.words.tell(e.fields as never), ...(e.entry.words.variants?.(e.fields as never) ?? [])]) { const t = sayPlainly(c, roles); if (!SENTENCE.test(t) || BROKEN.test(t)) bad.add(e.kind + ': ' + t); } }
  const ids = ruleset.filled(known).flatMap((p) => [...p.kinds.map((k) => k.id), p.ended.id]);
  console.log('NEVER', ids.filter((id) => !counts[id]));
  const out = new Set<string>();
  for (const id of ids) { const entry = ruleset.entryById(id)!; for (const close of [true, false]) for (const curt of [true, false]) for (const about of [undefined, 3]) for (const degree of [0.05, 0.3, 0.5, 0.95]) for (const told of [true, false]) for (const cut of [true, false]) {
    const f = { actor: 0, target: 1, place: 2, ...(about ? { about } : {}), heart: 0.5, close, curt, degree, told, cut, over: 1 } as never;
    const roles = { actor: { name: 'Ada', kind: 'person', key: 'a', gender: 'she' }, target: { name: 'Bram', kind: 'person', key: 'b', gender: 'he' }, place: { name: 'mill', kind: 'place', key: 'm' }, ...(about ? { about: { name: 'Nan', kind: 'person', key: 'n', gender: 'she' } } : {}) } as never;
    for (const c of [entry.words.tell(f), ...(entry.words.variants?.(f) ?? [])]) { const t = sayPlainly(c, roles); out.add(id + ': ' + t); if (!SENTENCE.test(t) || BROKEN.test(t)) bad.add(id + ': ' + t); } } }
  console.log([...out].join('\n'));
  console.log('BAD', [...bad]);
  expect(night(farm(), { seed: 1 }).chronicle.length).toBeGreaterThan(1);
});
