import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { asHtml, asMarkdown, asText, chronicleVoice, entriesAsText, nightEntries, wordsIn } from '../src/index.ts';
import type { Entity, Length, Telling, Told } from '../src/index.ts';
import type { Clause, Weight } from '../src/words.ts';
import { night, nightBegin } from './night.fixture.ts';

const options = { begin: nightBegin, home: 'household' };
const lengths: readonly Length[] = ['line', 'page', 'chapter', 'booklet'];
const words = (telling: Telling) =>
  telling.sections
    .flatMap(({ title, sentences }) => [title, ...sentences.map(({ text }) => text)])
    .join(' ')
    .split(/\s+/).length;
const sentencesOf = (telling: Telling) => telling.sections.flatMap(({ sentences }) => sentences);

describe('a night on a farm', () => {
  it('reads as it did: chronicle', async () => {
    await expect(asText(chronicleVoice(night, { ...options, title: 'The night of the bell' }))).toMatchFileSnapshot(
      'golden/night.txt',
    );
  });
  it('reads as it did: entries', async () => {
    const entries = nightEntries(night, options);
    await expect(`${entriesAsText(entries)}\n`).toMatchFileSnapshot('golden/entries.txt');
  });
  it.each(lengths)('keeps to the length of a %s', (length) => {
    const telling = chronicleVoice(night, { ...options, length });
    expect(words(telling)).toBeLessThanOrEqual(wordsIn[length]);
    expect(sentencesOf(telling).length).toBeGreaterThan(0);
  });
  it('tells every turn where there is room, and each event once as a fact of its own', () => {
    const told = new Set(sentencesOf(chronicleVoice(night, options)).flatMap(({ events }) => events));
    for (const { id, weight, time } of night) if (weight === 'turn' && time >= 0) expect(told).toContain(id);
  });
  it('has no clock digits, and a causal connective at most once in eighty words', () => {
    const text = sentencesOf(chronicleVoice(night, options))
      .map((sentence) => sentence.text)
      .join(' ');
    expect(text).not.toMatch(/\d/);
    const all = text.split(' ');
    const at = all.flatMap((word, index) =>
      /^(?:because|since|so)$/i.test(word) || (word === 'for' && (all[index - 1] ?? '').endsWith(',')) ? [index] : [],
    );
    expect(at.length).toBeGreaterThan(0);
    at.slice(1).forEach((index, n) => expect(index - (at[n] ?? 0)).toBeGreaterThanOrEqual(60));
  });
  it('varies: names do not open most sentences, about half join two facts, lengths differ', () => {
    const sentences = sentencesOf(chronicleVoice(night, options));
    const named = sentences.filter(({ text }) =>
      /^(?:Maud|Joss|Bram|Edda|Pell|Garrick|Wicks|Lorne|He|She|They)\b/.test(text),
    );
    expect(named.length / sentences.length).toBeLessThan(0.55);
    expect(sentences.filter(({ facts }) => facts.length > 1).length / sentences.length).toBeGreaterThan(0.4);
    const sizes = sentences.map(({ text }) => text.split(' ').length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeGreaterThan(15);
  });
  it('words an event by its key: the same each time, other keys otherwise', () => {
    const tell = (told: readonly Told[]) => asText(chronicleVoice(told, options));
    expect(tell(night)).toBe(tell([...night].reverse()));
    expect(tell(night.map((event) => ({ ...event, key: `${event.key}'` })))).not.toBe(tell(night));
  });
  it('gives each entry its clock, in order, and reasons within it', () => {
    const entries = nightEntries(night, options);
    expect(entries.every(({ clock, time }) => (time < 0 ? clock === '' : /^\d\d:\d\d$/.test(clock)))).toBe(true);
    expect(entries.map(({ time }) => time)).toEqual(entries.map(({ time }) => time).sort((a, b) => a - b));
    const text = entries.map((entry) => entry.text).join(' ');
    expect(text).toMatch(/^Two years before, Maud turned Garrick out in the middle of winter\./);
    expect(text.match(/\b(?:since|because|having|when|once|after|for)\b|: /gi)!.length).toBeGreaterThan(3);
  });
  it('gives the past before the beginning as a reason alone', () => {
    const telling = chronicleVoice(night, { begin: nightBegin });
    expect(telling.sections.every(({ title }) => !/-|day/.test(title))).toBe(true);
    expect(sentencesOf(telling)[0]?.text).toContain('two years before');
    expect(nightEntries(night).filter(({ time }) => time < 0)).toHaveLength(1);
  });
  it('says that nothing happened where nothing did', () => {
    expect(asText(chronicleVoice([]))).toContain('Nothing happened');
    expect(nightEntries([])).toEqual([]);
  });
});

/* Any night: random casts and events. */

const role = (name: string) => ({ role: name });
const templates: readonly { readonly kind: string; readonly weight: Weight; readonly clause: Clause; readonly gathers?: true }[] = [
  { kind: 'moved', weight: 'beat', clause: { verb: 'run out', subject: role('actor'), complements: [{ by: 'into', phrase: role('place') }] } },
  { kind: 'cover', weight: 'detail', clause: { verb: 'take cover', subject: role('actor'), complements: [{ by: 'behind', phrase: { noun: 'cart', of: 'the' } }] } },
  { kind: 'fired', weight: 'detail', clause: { verb: 'fire', subject: role('actor'), complements: [{ by: 'at', phrase: role('target') }] }, gathers: true },
  { kind: 'hit', weight: 'turn', clause: { verb: 'hit', subject: role('target'), passive: true, complements: [{ by: 'in', phrase: { noun: 'arm', of: 'the' } }] } },
  { kind: 'saw', weight: 'beat', clause: { verb: 'see', subject: role('actor'), content: { verb: 'climb', subject: role('target'), aspect: 'progressive', object: { noun: 'wall', of: 'the' } } } },
  { kind: 'told', weight: 'beat', clause: { verb: 'tell', subject: role('actor'), object: role('target'), content: { verb: 'be', subject: role('target'), complement: 'hurt', certainty: 'likely' } } },
  { kind: 'ordered', weight: 'beat', clause: { verb: 'order', subject: role('actor'), object: role('target'), purpose: { verb: 'leave', subject: role('target'), object: role('actor') } } },
  { kind: 'bound', weight: 'beat', clause: { verb: 'tie up', subject: role('actor'), object: { role: 'target', possessed: { noun: 'leg' } } } },
  { kind: 'missed', weight: 'beat', clause: { verb: 'answer', subject: role('actor'), negated: true } },
  { kind: 'tired', weight: 'beat', clause: { verb: 'be', subject: role('actor'), complement: 'out of breath' } },
  { kind: 'shot', weight: 'detail', clause: { verb: 'be', subject: { noun: 'shot', count: 3 }, passive: false, complements: [{ by: 'near', phrase: role('actor') }] } },
  { kind: 'died', weight: 'turn', clause: { verb: 'die', subject: role('actor') } },
]; // prettier-ignore

const castOf = (names: readonly string[]): Entity[] => [
  ...names.map((name, at): Entity => {
    const gender = (['she', 'he', 'she', 'he', undefined, 'they'] as const)[at % 6];
    return {
      name,
      key: `p${at}`,
      kind: 'person',
      side: at % 2 ? 'raiders' : 'house',
      ...(gender === undefined ? {} : { gender }),
    };
  }),
  { name: 'raiders', kind: 'group' },
];

const nights = (names: fc.Arbitrary<string>) =>
  fc
    .record({
      names: fc.array(names, { minLength: 2, maxLength: 6 }),
      steps: fc.array(
        fc.record({
          gap: fc.nat(90),
          what: fc.nat(99),
          actor: fc.nat(99),
          target: fc.nat(99),
          cause: fc.nat(5),
          as: fc.constantFrom('reason', 'enabled', 'interrupted'),
          place: fc.nat(2),
        }),
        { minLength: 1, maxLength: 60 },
      ),
    })
    .map(({ names, steps }) => {
      const cast = castOf(names);
      const told: Told[] = [];
      let time = 0;
      steps.forEach((step, at) => {
        const template = templates[step.what % templates.length]!;
        const place: Entity = { name: ['yard', 'barn', 'Ash Cross'][step.place]!, kind: 'place' };
        const actor = cast[step.actor % cast.length]!;
        const target = cast[(step.actor + 1 + (step.target % (cast.length - 1))) % cast.length]!;
        const cause = step.cause > 0 ? told[at - step.cause] : undefined;
        time += step.gap;
        told.push({
          id: at, key: `${template.kind}:${at}`, time, kind: template.kind, weight: template.weight, clause: template.clause, roles: { actor, target, place }, place,
          ...(template.gathers ? { gather: (ids: readonly number[]) => ({ ...template.clause, manner: ids.length === 2 ? 'twice' : 'again and again' }) } : {}),
          because: cause === undefined ? [] : [{ id: cause.id, as: step.as as 'reason', group: 0, clause: cause.clause, roles: cause.roles, time: cause.time, kind: cause.kind }],
        }); // prettier-ignore
      });
      return { told, cast };
    });

const plainNames = fc.constantFrom('Ann', 'Bede', 'Ness', 'Corrin', 'Tam', 'Odile', 'Wat', 'Ylva');
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('<script>alert(1)</script>', '](http://evil.example)', '**bold**', '# head', '- item', '1. one', '`code`', '\u001b[2J', '\u202egnp', '" onload="x', '&lt;', '\n\n# x', '![a](b)', '| a | b |'),
); // prettier-ignore

describe('any night', () => {
  it('is told in whole sentences that cite their events and fit their length', () => {
    fc.assert(
      fc.property(nights(plainNames), fc.constantFrom(...lengths), ({ told }, length) => {
        const telling = chronicleVoice(told, { length, home: 'house' });
        expect(words(telling)).toBeLessThanOrEqual(wordsIn[length]);
        for (const { text, events, facts } of sentencesOf(telling)) {
          expect(text).toMatch(/^\p{Lu}[^.]*\.$/u);
          expect(text).not.toMatch(/ {2}| ,|,,|undefined|null|NaN|\{|\[object|\brole\b|\bthe the\b|, \./);
          expect(text).not.toMatch(/\b(\w+) \1\b/i);
          expect(facts.length).toBeGreaterThan(0);
          for (const id of events) expect(told.some((event) => event.id === id)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
  it('opens a sentence with a pronoun only for the one person whom it can mean', () => {
    let pronouns = 0;
    fc.assert(
      fc.property(nights(plainNames), ({ told, cast }) => {
        const names = new Map(cast.map((one) => [one.name, one.gender]));
        fc.pre(names.size === cast.length);
        for (const { sentences } of chronicleVoice(told).sections) {
          sentences.forEach(({ text, facts }, at) => {
            const gender = /^(She|He) /.exec(text)?.[1]?.toLowerCase();
            if (gender === undefined) return;
            pronouns++;
            const before = (sentences[at - 1]?.facts ?? []).join(' ');
            const meant = [...names].filter(
              ([name, of]) =>
                new RegExp(`\\b${name}\\b`).test(before) && (of === gender || (of === undefined && name !== 'raiders')),
            );
            expect(meant.map(([name]) => name)).toHaveLength(1);
            expect(facts[0]).toContain(meant[0]![0]);
          });
        }
      }),
      { numRuns: 900 },
    );
    expect(pronouns).toBeGreaterThan(50);
  });
  it('puts every event worth telling that is a turn into an entry of at most four sentences', () => {
    fc.assert(
      fc.property(nights(plainNames), ({ told }) => {
        const entries = nightEntries(told, { atLeast: 10 });
        const shown = new Set(entries.flatMap(({ events }) => events));
        for (const { id, weight } of told) if (weight === 'turn') expect(shown).toContain(id);
        for (const { text } of entries) expect((text.match(/\./g) ?? []).length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 200 },
    );
  });
});

describe('hostile names', () => {
  const tags =
    /<\/?(?:!doctype html|html(?: lang="en")?|head|meta charset="utf-8"|meta name="viewport" content="width=device-width, initial-scale=1"|title|style|body|main|h1|h2|section|p|span(?: data-events="[\d ]*")?)>/g;
  it('break neither HTML nor Markdown nor the terminal', () => {
    fc.assert(
      fc.property(nights(hostile), hostile, ({ told }, title) => {
        const telling = chronicleVoice(told, { title, home: 'house' });
        const html = asHtml(telling)
          .replace(/<style>[^<]*<\/style>/, '')
          .replace(tags, '');
        expect(html).not.toMatch(/[<>"']/);
        expect(html.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
        const markdown = asMarkdown(telling);
        expect(markdown.replace(/\\[^A-Za-z0-9\s]/g, '').replace(/^#{1,2} /gm, '')).not.toMatch(
          /[`*_[\]<>~|#&]|:\/\/|^\s*(?:[-+=]|\d+[.)])/m,
        );
        expect(markdown.split('\n').length).toBe(asMarkdown({ ...telling, title: 'x' }).split('\n').length);
        for (const text of [asText(telling), entriesAsText(nightEntries(told))]) {
          expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        }
      }),
      { numRuns: 200 },
    );
  });
  it('wraps text at the width', () => {
    for (const width of [40, 100]) {
      const lines = asText(chronicleVoice(night, options), width).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });
});
