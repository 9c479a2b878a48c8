import { countWords } from '@anchorhold/story';
import type { Entity, Told } from '@anchorhold/story';
import { person, state } from '@anchorhold/engine';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { formatTelling } from '@anchorhold/story';
import { workshop } from './camp.fixture.ts';
import { dayOf, daysOf, endOf, months, ordinalOf } from './journal.fixture.ts';
import type { Month } from './journal.fixture.ts';

// Months are lived first, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 480_000 });

const shop = workshop();
afterAll(() => shop.remove());
let all: Month[] = [];
beforeAll(async () => {
  all = await months(shop, [2, 9], [1, 2, 3]);
});

const nameOf = (name: string): Month => all.find((month) => month.name === name)!;
const partsOf = ({ telling }: Month) => telling.sections.flatMap(({ sentences }) => sentences);
const entriesOf = ({ telling }: Month) =>
  telling.sections.flatMap((section) => {
    const days = daysOf(section);
    return days === null ? [] : [{ ...section, ...days }];
  });
const NUMBERS = new Map(Array.from({ length: 80 }, (_, n) => [countWords(n), n]));

/** Of the teller's people and those whom they keep, on whom the last event of these kinds was of the first. */
function counted({ told, home }: Month, begins: string, ends: readonly string[], until: number): Set<string> {
  const those = new Set<string>();
  const kept = new Set<string>();
  const key = (one: Entity | undefined) => one?.key ?? '';
  for (const { kind, time, roles } of told) {
    if (time > until) break;
    const { actor, target } = roles;
    if (kind === 'captivity/taken' || kind === 'captivity/found') kept.add(key(target));
    if (kind === 'captivity/freed') kept.delete(key(target));
    if (kind === 'wounds/died') for (const set of [those, kept]) set.delete(key(actor));
    if (kind === begins) those.add(key(actor));
    if (ends.includes(kind)) those.delete(key(actor));
  }
  const sides = new Map(told.flatMap(({ roles }) => Object.values(roles).map((one) => [key(one), one.side])));
  return new Set([...those].filter((one) => sides.get(one) === home || kept.has(one)));
}

/** How many a part of a sentence speaks of: a number, or names. */
function numberIn(words: string): number {
  const who = words.replace(/ (?:was|were)(?: still)?$| still$/, '');
  return NUMBERS.get(who.toLowerCase()) ?? who.split(/, | and /).length;
}

describe('a month is told as a settlement’s journal', () => {
  it('reads as it did: after a siege, and a hungry one', async () => {
    await expect(formatTelling(nameOf('Siege 2').telling, 'text', 80)).toMatchFileSnapshot(
      'golden/journal-siege-2.txt',
    );
    await expect(formatTelling(nameOf('Lean 1').telling, 'text', 80)).toMatchFileSnapshot('golden/journal-lean-1.txt');
  });

  it('under headings of days that follow each other without a gap to the last', () => {
    for (const month of all) {
      const entries = entriesOf(month);
      expect(entries.length, month.name).toBeGreaterThan(5);
      entries.slice(1).forEach(({ first }, at) => expect(first, month.name).toBe(entries[at]!.last + 1));
      expect(entries.at(-1)!.last).toBe(dayOf(Math.max(...month.told.map(({ time }) => time)), month.begin));
    }
  });

  it('with nothing under a heading that had not happened by the end of its days', () => {
    for (const month of all) {
      const times = new Map(month.told.map(({ id, time }) => [id, time]));
      for (const { first, last, sentences } of entriesOf(month)) {
        for (const { text, events } of sentences) {
          const days = events.map((id) => dayOf(times.get(id) ?? Infinity, month.begin));
          expect(days.length, text).toBeGreaterThan(0);
          expect(Math.max(...days), text).toBeLessThanOrEqual(last);
        }
        // What happened in those days of most weight is there.
        const turns = month.told.filter(
          (event) => isDeath(event) && isOurs(event, month) && isBetween(event, first, last, month),
        );
        const said = new Set(sentences.flatMap(({ events }) => events));
        for (const { id } of turns) expect(said, `${month.name} ${first}`).toContain(id);
      }
    }
  });

  it('with every death of its own people and of those whom it keeps', () => {
    for (const month of all) {
      const said = new Set(partsOf(month).flatMap(({ events }) => events));
      const deaths = month.told.filter((event) => event.time >= 0 && isDeath(event) && isOurs(event, month));
      for (const { id, roles } of deaths) expect(said, `${month.name}: ${roles['actor']?.name}`).toContain(id);
    }
    expect(all.some(({ told }) => told.some(isDeath))).toBe(true);
  });

  it('counting those who are laid up, feverish and weak as their events do', () => {
    let checked = 0;
    const kinds = [
      ['laid up', 'wounds/fell', ['wounds/got-up']],
      ['in a fever', 'wounds/fevered', ['wounds/fever-broke']],
      ['weak from hunger', 'needs/weakened', ['needs/recovered', 'needs/starving']],
    ] as const;
    // "Nine were still laid up, two of them prisoners", or few by their names: "still laid up: Noor and Brigid".
    const whoIs = (as: string, part: string): string | undefined =>
      new RegExp(`^(?:still )?${as}: (.+)$`, 'i').exec(part)?.[1] ??
      new RegExp(`^(.+?) (?:were )?(?:still )?${as}\\b`).exec(part)?.[1];
    for (const month of all) {
      for (const { last, sentences } of entriesOf(month)) {
        for (const part of sentences.flatMap(({ facts }) => facts)) {
          for (const [as, begins, ends] of kinds) {
            const who = whoIs(as, part);
            if (who === undefined || /grew|nobody/i.test(who)) continue;
            const until = endOf(last, month.begin) - 1;
            expect(numberIn(who), `${month.name}, day ${last}: ${part}`).toBe(counted(month, begins, ends, until).size);
            checked++;
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(8);
  });

  it('and as the world has it in the end', () => {
    for (const month of all) {
      const world = month.run.end();
      const { down, alive } = world.of(state.body);
      const fallen = counted(month, 'wounds/fell', ['wounds/got-up'], Infinity);
      for (const { key } of month.people.filter((one) => one.group === month.home)) {
        const row = world.rowOf(person, key);
        expect(fallen.has(key), key).toBe(alive.raw[row] === 1 && down.raw[row] === 1);
      }
    }
  });

  it('with days of a ration that are counted from when it was set', () => {
    let checked = 0;
    for (const month of all) {
      for (const { last, sentences } of entriesOf(month)) {
        for (const part of sentences.flatMap(({ facts }) => facts)) {
          const [, a, , b] = /rations for the ([a-z-]+) day|(^The )([a-z-]+) day of [a-z-]+ rations/i.exec(part) ?? [];
          const nth = a ?? b;
          if (nth === undefined) continue;
          // Where there was nothing for a while, they are counted from when there was something again.
          const set = month.told.findLast(
            ({ kind, time, clause }) =>
              (/^(?:rations\/set|siege\/rationed)$/.test(kind) ||
                (kind === 'rations/served' && clause.manner === 'without any')) &&
              dayOf(time, month.begin) <= last,
          )!;
          expect(ordinalOf(nth), `${month.name}, day ${last}: ${part}`).toBe(last - dayOf(set.time, month.begin) + 1);
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(10);
  });

  it('never thrice in the same words, and without anything but words', () => {
    for (const month of all) {
      const texts = partsOf(month).map(({ text }) => text);
      for (const text of texts) {
        expect(texts.filter((other) => other === text).length, `${month.name}: ${text}`).toBeLessThan(3);
        expect(text).toMatch(/^\p{Lu}.*[\p{L}”]\.”?$/u);
        expect(text).not.toMatch(/\d|undefined|null|NaN|\[object|\brole\b| {2}|,,| ,|,\.|\b(\w+) \1\b/i);
        expect(text.split(' ').length, text).toBeLessThan(70);
      }
    }
  });

  it('in lines enough to be read as a month, and short where it is asked for', () => {
    const lines = formatTelling(nameOf('Siege 2').telling, 'text', 80).split('\n').length;
    expect(lines).toBeGreaterThan(110);
    expect(lines).toBeLessThan(210);
  });

  it('names whoever is kept as a prisoner, and not by their band', () => {
    const text = entriesOf(nameOf('Siege 2')).flatMap(({ sentences }) => sentences).map((one) => one.text).join(' '); // prettier-ignore
    expect(text).toMatch(/the prisoner [A-Z]/i);
    expect(text).not.toMatch(/prisoner \p{L}+ of Jace's band/u);
  });
});

function isDeath({ kind }: Told): boolean {
  return kind === 'wounds/died';
}

function isOurs({ roles, id }: Told, month: Month): boolean {
  const { actor } = roles;
  if (actor?.side === month.home) return true;
  const own = month.told.filter((event) => event.id < id && event.roles['target']?.key === actor?.key);
  return own.findLast(({ kind }) => kind.startsWith('captivity/'))?.kind === 'captivity/found';
}

function isBetween({ time }: Told, first: number, last: number, { begin }: Month): boolean {
  // Before people get up, the night of the fight is told with it.
  return time > 86_400 && dayOf(time, begin) >= first && dayOf(time, begin) <= last;
}
