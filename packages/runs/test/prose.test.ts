import { fileURLToPath } from 'node:url';
import { chronicleVoice, nightEntries } from '@anchorhold/story';
import type { Sentence, Told } from '@anchorhold/story';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { liveRun, openRun, toldOf } from '@anchorhold/runs';
import { workshop } from './camp.fixture.ts';

// Twenty nights are lived first, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const shop = workshop();
afterAll(() => shop.remove());
const scenarioFile = fileURLToPath(new URL('../../../scenarios/farm-at-night.yaml', import.meta.url));
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

interface Night {
  readonly seed: number;
  readonly told: readonly Told[];
  readonly begin: number;
}
const nights: Night[] = [];
beforeAll(async () => {
  for (const seed of SEEDS) {
    const dir = shop.path(`night-${seed}`);
    await liveRun({ scenarioFile, dir, seed });
    const run = await openRun(dir);
    const history = await run.history();
    nights.push({ seed, told: toldOf(history, run.end()), begin: history.begin });
  }
});

const options = ({ begin }: Night) => ({ begin, home: 'Aldersyke' });
const entriesOf = (night: Night) => nightEntries(night.told, options(night));
const sentencesOf = (night: Night): readonly Sentence[] => [
  ...entriesOf(night).flatMap(({ sentences }) => sentences),
  ...(['line', 'page', 'chapter'] as const).flatMap((length) =>
    chronicleVoice(night.told, { ...options(night), length }).sections.flatMap(({ sentences }) => sentences),
  ),
];

describe('twenty nights at the farm are told', () => {
  it('in sentences that rest on events of the night', () => {
    for (const night of nights) {
      const known = new Set(night.told.map(({ id }) => id));
      for (const { text, events } of sentencesOf(night)) {
        expect(events.length, text).toBeGreaterThan(0);
        for (const id of events) expect(known, text).toContain(id);
      }
    }
  });

  it('with every turn in its entries', () => {
    for (const night of nights) {
      const told = new Set(entriesOf(night).flatMap(({ events }) => events));
      for (const { id, weight, kind } of night.told)
        if (weight === 'turn') expect(told, `${night.seed} ${kind}`).toContain(id);
    }
  });

  it('as a person writes: no word twice, no digits, nothing left open, one cause in many words', () => {
    for (const night of nights) {
      for (const { text } of sentencesOf(night)) {
        expect(text).toMatch(/^\p{Lu}.*\p{L}\.”?$/u);
        expect(text).not.toMatch(/\b(\w+) \1\b/i);
        expect(text).not.toMatch(/\d|undefined|null|NaN|\bthe [\w']+ of the the\b| {2}|,,| ,|,\./);
        expect(text.split(' ').length, text).toBeLessThan(60);
      }
    }
  });

  it('in a length that is read: some seventy lines, and no clock said twice running', () => {
    for (const night of nights) {
      const entries = entriesOf(night);
      const words = entries.reduce((sum, { text }) => sum + text.split(' ').length, 0);
      expect(words, `seed ${night.seed}`).toBeGreaterThan(450);
      expect(words, `seed ${night.seed}`).toBeLessThan(1400);
      for (const { sentences } of entries) expect(sentences.length).toBeLessThanOrEqual(4);
    }
  });

  it('by what the teller knows: raiders alone among themselves are not heard', () => {
    for (const night of nights) {
      const chapter = chronicleVoice(night.told, options(night));
      const byId = new Map(night.told.map((event) => [event.id, event]));
      for (const { events } of chapter.sections.flatMap(({ sentences }) => sentences)) {
        for (const id of events) {
          const { roles, noticed = [], learned } = byId.get(id)!;
          const people = [...Object.values(roles), ...noticed].filter(({ kind }) => kind === 'person');
          expect(learned === true || people.length === 0 || people.some(({ side }) => side === 'Aldersyke')).toBe(true);
        }
      }
    }
  });
});
