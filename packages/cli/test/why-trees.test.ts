/** Trees of causes of both shipped scenarios, as they are printed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { advance, beginOf, createWorld, lasts, ruleset } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { readScenario } from '@anchorhold/scenario';
import { chroniclesOf, whyOf } from '@anchorhold/story';
import type { Chronicles, Why, WhyCause } from '@anchorhold/story';
import { setWhy } from '../src/why/page.ts';
import './cli.fixture.ts';

const plain = (text: string): string => text;
const HOME: Readonly<Record<string, string>> = {
  'farm-at-night': 'Aldersyke',
  'siege-of-the-compound': 'the compound',
};
const nights = new Map<string, { world: World; past: Chronicles }>();

function nightOf(scenario: string, seed: number): { world: World; past: Chronicles } {
  const known = nights.get(`${scenario} ${seed}`);
  if (known !== undefined) return known;
  const file = fileURLToPath(new URL(`../../../scenarios/${scenario}.yaml`, import.meta.url));
  const { setup } = readScenario(readFileSync(file, 'utf8'), { file, parts: ruleset.sections });
  const world = createWorld(ruleset, setup!, { seed });
  advance(world, beginOf(setup!) + setup!.whole(lasts)!);
  const lived = { world, past: chroniclesOf(world) };
  nights.set(`${scenario} ${seed}`, lived);
  return lived;
}

const ask = (scenario: string, past: Chronicles, id: number): Why => whyOf(past, id, { home: HOME[scenario]! });
const printed = (why: Why, past: Chronicles): string =>
  setWhy(why, { begin: past.begin, width: 80, ids: false, strong: plain, faint: plain });

/** What is asked of each scenario: kinds of events, and which of each. */
const ASKED = {
  'farm-at-night': [
    1,
    ['defence/stood-to', 'orders/ordered', 'shooting/opened-fire', 'wounds/wounded', 'stores/took', 'engagement/ended'],
  ],
  'siege-of-the-compound': [
    7,
    [
      'will/gave-up',
      'wounds/died',
      'barriers/breached',
      'squads/wavered',
      'captivity/surrendered',
      'defence/sent-in',
      'orders/ordered',
      'conduct/got-away',
      'shooting/ceased',
      'siege/invested',
    ],
  ],
} as const;

describe('causes of the shipped scenarios', () => {
  for (const [scenario, [seed, kinds]] of Object.entries(ASKED)) {
    test(`[T11] ${scenario} read as they did`, async () => {
      const { past } = nightOf(scenario, seed);
      const trees = kinds.map((kind) => {
        const event = past.events.find((each) => each.kind === kind);
        return `${kind}\n\n${printed(ask(scenario, past, event!.id), past)}`;
      });
      await expect(trees.join('\n')).toMatchFileSnapshot(`golden/why-${scenario}.txt`);
    });
  }
});

/** Everything that an event descends from by stated causes. */
function ancestors(past: Chronicles, id: number): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const cause of past.events[next - 1]!.because) {
      if (found.has(cause.id)) continue;
      found.add(cause.id);
      open.push(cause.id);
    }
  }
  return found;
}

const all = (causes: readonly WhyCause[]): WhyCause[] => causes.flatMap((cause) => [cause, ...all(cause.because)]);
/** What nobody should have to read: names of kinds, holes in a sentence, figures of the model. */
const RAW = /undefined|NaN|null|\[object|\b[a-z-]+\/[a-z-]+\b|\bsomewhere\b|\d\.\d|\(\)|\b(?:of|in|to|by)\./;
const EVERY = 37;

describe('any event of any night', () => {
  for (const [scenario, seed] of [
    ['farm-at-night', 1],
    ['farm-at-night', 2],
    ['farm-at-night', 4],
    ['siege-of-the-compound', 7],
    ['siege-of-the-compound', 3],
  ] as const) {
    test(`[T11] ${scenario} ${seed}: a dozen lines, real ancestors, each before what it led to, and words alone`, () => {
      const { past } = nightOf(scenario, seed);
      let asked = 0;
      for (const { id, weight } of past.events) {
        if (weight !== 'turn' && id % EVERY !== 0) continue;
        asked++;
        const why = ask(scenario, past, id);
        const text = printed(why, past);
        expect(text.trimEnd().split('\n').length, text).toBeLessThanOrEqual(12);
        expect(text.replaceAll(/\s+/g, ' ')).not.toMatch(RAW);
        const real = ancestors(past, id);
        for (const { ids, told } of all(why.causes)) {
          for (const cause of [...ids, ...told]) expect(real.has(cause), `${cause} as a cause of ${id}`).toBe(true);
        }
        for (const { time, text: line, because } of [{ ...why.event, because: why.causes }, ...all(why.causes)]) {
          for (const behind of because) expect(behind.time, `${behind.text} behind ${line}`).toBeLessThanOrEqual(time);
          const lines = because.filter(({ told, above }) => told.length > 0 && !above).map((each) => each.text);
          expect(new Set(lines).size, lines.join('\n')).toBe(lines.length);
        }
        const first = why.causes.flatMap((cause) => cause.ids);
        const stated = past.events[id - 1]!.because.map((cause) => cause.id);
        for (const cause of first) expect(stated).toContain(cause);
        if (stated.length > 0) expect(first.length).toBeGreaterThan(0);
      }
      expect(asked).toBeGreaterThan(30);
    });
  }
});
