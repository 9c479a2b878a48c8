import { fileURLToPath } from 'node:url';
import { group, person, state } from '@anchorhold/engine';
import { openRun } from '@anchorhold/runs';
import { beliefsOf, reportsOf } from '@anchorhold/story';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorhold, workshop } from './cli.fixture.ts';

/** Histories of days, and how long each is lived. */
const LIVED = [
  { name: 'siege-1', scenario: 'siege-of-the-compound', seed: 1, for: '30d' },
  { name: 'siege-5', scenario: 'siege-of-the-compound', seed: 5, for: '30d' },
  { name: 'winter-1', scenario: 'hungry-winter', seed: 1, for: '110d' },
  { name: 'year-1', scenario: 'a-good-year', seed: 1, for: '30d' },
] as const;
const LENGTHS = ['page', 'chapter', 'booklet'] as const;

interface Sentence {
  readonly text: string;
  readonly events: readonly number[];
  readonly facts: readonly string[];
}
interface Section {
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

const shop = workshop();
afterAll(shop.clear);
/** The days of every telling, by run and length; nights that are told by scenes are left out. */
const told = new Map<string, readonly Section[]>();
const names = new Map<string, ReadonlySet<string>>();

beforeAll(async () => {
  for (const { name, scenario, seed, for: span } of LIVED) {
    const file = fileURLToPath(new URL(`../../../scenarios/${scenario}.yaml`, import.meta.url));
    const dir = shop.path(name);
    const { code, err } = await anchorhold(['run', file, '--seed', String(seed), '--for', span, '--out', dir, '--json']); // prettier-ignore
    expect([code, err]).toEqual([0, '']);
    const { names: all } = await (await openRun(dir)).history();
    names.set(
      name,
      new Set(all.filter(({ table }) => table === person.id || table === group.id).map((one) => one.name)),
    );
    for (const length of LENGTHS) {
      const { out } = await anchorhold(['tell', dir, '--length', length, '--json']);
      const { sections } = JSON.parse(out) as { sections: Section[] };
      told.set(`${name} ${length}`, sections.filter(({ title }) => /^The [\w -]+ day(?:, (?!midnight)|$)/.test(title) && !/midnight/.test(title))); // prettier-ignore
    }
  }
}, 300_000);

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const eachTelling = (check: (sections: readonly Section[], of: string) => void): void => {
  for (const [of, sections] of told) {
    expect(sections.length, of).toBeGreaterThan(2);
    check(sections, of);
  }
};

describe('the journals of days', () => {
  test('never speak of no days, of the model, or of nothing where there is something', () => {
    eachTelling((sections, of) => {
      for (const { text } of sections.flatMap(({ sentences }) => sentences)) {
        expect(text, of).not.toMatch(/\bno days\b|undefined|null|NaN|\[object|for the first day\b|had found food left/);
        expect(text, of).toMatch(/^\p{Lu}.*[.”]$/u);
      }
    });
  });

  test('tell nothing twice within a week in the same words', () => {
    eachTelling((sections, of) => {
      const last = new Map<string, number>();
      sections.forEach(({ sentences }, at) => {
        for (const { text, facts } of sentences) {
          // `Leila turned her away` may be said of two: what is meant is in its facts.
          const said = `${text} ${facts.join(' ')}`;
          const before = last.get(said);
          if (before !== undefined) expect(at - before, `${of}: ${text}`).toBeGreaterThan(3);
          last.set(said, at);
        }
      });
    });
  });

  test('have no section whose only line is who stands watch', () => {
    eachTelling((sections, of) => {
      for (const { title, sentences } of sections) {
        const other = sentences.filter(({ text }) => !/\bwatch of\b/.test(text));
        expect(other.length, `${of}: ${title}`).toBeGreaterThan(0);
      }
    });
  });

  test('join quiet days: a single day tells of something that happened on it', async () => {
    for (const { name } of LIVED) {
      const { events } = await (await openRun(shop.path(name))).history();
      // What lies before the first day is on none.
      const dayOf = (id: number): number => Number(/^d(\d+) /.exec(events[id - 1]!.clock)?.[1] ?? 0);
      for (const length of LENGTHS) {
        const sections = told.get(`${name} ${length}`)!;
        // The last day sums up.
        for (const { title, sentences } of sections.slice(0, -1)) {
          const nth =
            ORDINALS.findIndex((word) => title === `The ${word} day` || title.startsWith(`The ${word} day,`)) + 1;
          if (nth === 0) continue;
          const days = sentences.flatMap((sentence) => sentence.events.map(dayOf));
          expect(days, `${name} ${length}: ${title}`).toContain(nth);
        }
      }
    }
  });

  test('begin at most two sentences in five with a name, and no long day more than every other', () => {
    for (const { name } of LIVED) {
      const known = [...names.get(name)!];
      const isNamed = ({ text }: Sentence): boolean => known.some((one) => text.startsWith(one) && !/^[\w’']/.test(text.slice(one.length)) ); // prettier-ignore
      for (const length of LENGTHS) {
        const sections = told.get(`${name} ${length}`)!;
        const all = sections.flatMap(({ sentences }) => sentences);
        expect(all.filter(isNamed).length / all.length, `${name} ${length}`).toBeLessThanOrEqual(0.4);
        for (const { title, sentences } of sections.filter((section) => section.sentences.length >= 6)) {
          expect(
            sentences.filter(isNamed).length / sentences.length,
            `${name} ${length}: ${title}`,
          ).toBeLessThanOrEqual(0.5);
        }
      }
    }
  });

  test('say the mist where it is news, and not in two headings in a row', () => {
    eachTelling((sections, of) => {
      sections.slice(1).forEach(({ title }, at) => {
        const before = sections[at]!.title;
        // A heading of many days says what they were like.
        if (/all day| to the /.test(title + before)) return;
        expect(/, mist/.test(title) && /, mist/.test(before), `${of}: ${before} / ${title}`).toBe(false);
      });
    });
  });

  test('gather what is brought in and buried on a day, whoever did it', () => {
    for (const name of ['siege-1', 'siege-5']) {
      for (const { title, sentences } of told.get(`${name} booklet`)!) {
        for (const act of [/ brought in /, / buried (?!one of|the dead)/]) {
          const said = sentences.filter(({ text }) => act.test(text)).length;
          expect(said, `${name}: ${title}`).toBeLessThanOrEqual(/ to the /.test(title) ? 3 : 1);
        }
      }
    }
  });
});

describe('after thirty days', () => {
  test('what everybody believes has words', async () => {
    const world = (await openRun(shop.path('siege-5'))).end();
    let thieves = 0;
    for (let who = 0; who < world.of(person).count; who++) {
      for (const { claim, true: so, says } of beliefsOf(world, who)) {
        if (says !== state.isThief.id) continue;
        expect([claim.endsWith(' is a thief'), typeof so]).toEqual([true, 'boolean']);
        thieves++;
      }
    }
    expect(thieves).toBeGreaterThan(0);
  });

  test('knows shows what a group has heard, from whom and how reliable', async () => {
    const dir = shop.path('siege-5');
    const world = (await openRun(dir)).end();
    let shown = 0;
    for (let of = 0; of < world.of(group).count; of++) {
      const reports = reportsOf(world, of);
      const key = `group:${world.keyOf(group, of)}`;
      const { out, code } = await anchorhold(['knows', dir, key, '--json']);
      expect(code).toBe(reports.length > 0 ? 0 : 1);
      const lines = out.trim() === '' ? [] : (JSON.parse(out) as unknown[]);
      expect(lines).toEqual(reports);
      for (const { says, site, grade, source } of reports) {
        const row = state.reportRow(world, of, world.cast.mustRow(state.site, site), says);
        const { heard, by, grade: graded } = world.of(state.report);
        expect([heard.raw[row], by.raw[row], state.GRADES[graded.raw[row]!]]).toEqual([1, source, grade]);
        shown++;
      }
      const page = await anchorhold(['knows', dir, key, '--all']);
      for (const { claim, grade } of reports) {
        const words = page.out.replace(/\s+/g, ' ');
        expect(words).toContain(claim);
        expect(words).toContain(`, grade ${grade}`);
      }
    }
    expect(shown).toBeGreaterThan(4);
    const leader = await anchorhold(['knows', dir, 'Leila', '--about', 'Saltmarsh']);
    expect(leader.out.replace(/\s+/g, ' ')).toMatch(/Word .* Saltmarsh: \d+ days ago, from \w+, grade A/);
    const nobody = await anchorhold(['knows', dir, 'Leila', '--about', 'Jace']);
    expect(nobody.out).not.toMatch(/^ {2}Word/m);
  });
});
