import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Chronicle, SENSES, witnessWord } from './chronicle.ts';
import {
  CAUSE_KINDS,
  causeEvent,
  causeGroup,
  causeKind,
  enabled,
  eventKind,
  interrupted,
  jointly,
  maybe,
  oneOf,
  reason,
  role,
  whole32,
} from './events.ts';
import type { RoleSpec } from './events.ts';
import { person } from './tables.ts';

interface Written {
  readonly time: number;
  readonly kind: number;
  readonly words: readonly number[];
  readonly causes: readonly number[];
  readonly grain: number;
  readonly witnesses: readonly number[];
}

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const anEvent: fc.Arbitrary<Written> = fc.record({
  time: word,
  kind: fc.nat(65_535),
  words: fc.array(word, { maxLength: 16 }),
  causes: fc.array(fc.integer({ min: 1, max: 0xffffffff }), { maxLength: 48 }),
  grain: fc.nat(3),
  witnesses: fc.array(fc.nat(0xffffffff), { maxLength: 5 }),
});

function write(chronicle: Chronicle, each: Written): number {
  const words = Int32Array.from(each.words);
  const id = chronicle.append(each.time, each.kind, words, words.length, each.causes, each.grain);
  for (const witness of each.witnesses) chronicle.addWitness(witness);
  return id;
}

const read = (chronicle: Chronicle, id: number, wordCount: number): Written => ({
  time: chronicle.time(id),
  kind: chronicle.kind(id),
  words: Array.from({ length: wordCount }, (_, n) => chronicle.word(id, n)),
  causes: chronicle.causesOf(id, wordCount),
  grain: chronicle.grain(id),
  witnesses: chronicle.witnessesOf(id),
});

function expectHolds(chronicle: Chronicle, written: readonly Written[]): void {
  expect(chronicle.length).toBe(written.length);
  written.forEach((each, i) => expect(read(chronicle, i + 1, each.words.length)).toEqual(each));
}

/** More than two chunks of events, from a few patterns. */
function many(patterns: readonly Written[], count: number, from = 0): Written[] {
  return Array.from({ length: count }, (_, i) => ({ ...patterns[(from + i) % patterns.length], time: from + i }));
}

describe('the chronicle', () => {
  test('gives back what was written, over as many chunks as it takes', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { minLength: 1, maxLength: 12 }), fc.nat(2600), (patterns, count) => {
        const written = many(patterns, count);
        const chronicle = new Chronicle();
        written.forEach((each, i) => expect(write(chronicle, each)).toBe(i + 1));
        expectHolds(chronicle, written);
      }),
      { numRuns: 12 },
    );
  });

  test('forks share sealed chunks, and neither changes the other', () => {
    fc.assert(
      fc.property(
        fc.array(anEvent, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 2050, max: 4500 }),
        fc.nat(2500),
        (patterns, count, more) => {
          const trunk = many(patterns, count);
          const first = new Chronicle();
          for (const each of trunk) write(first, each);
          const second = first.fork();
          const sealed = first.parts().slice(0, -1);
          expect(sealed.length).toBeGreaterThan(0);
          sealed.forEach((chunk, i) => expect(second.parts()[i]).toBe(chunk));
          expect(second.parts().at(-1)).not.toBe(first.parts().at(-1));
          const own = many(patterns, more, 10_000);
          const others = many(patterns, more, 20_000);
          for (let i = 0; i < more; i++) {
            write(first, own[i]);
            write(second, others[i]);
          }
          // Witnesses that are added late belong to the open chunk too.
          if (more > 0) second.addWitness(1);
          expectHolds(first, [...trunk, ...own]);
          expect(
            read(second, second.length, others.at(-1)?.words.length ?? trunk.at(-1)!.words.length).witnesses.at(-1),
          ).toBe(more > 0 ? 1 : trunk.at(-1)!.witnesses.at(-1));
          if (more > 0) others[more - 1] = { ...others[more - 1], witnesses: [...others[more - 1].witnesses, 1] };
          expectHolds(second, [...trunk, ...others]);
          expect(first.parts().slice(0, sealed.length)).toEqual(sealed);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('counts 11 bytes an event, and 4 for each role, datum and cause', () => {
    const chronicle = new Chronicle();
    expect(chronicle.bytes).toBe(0);
    write(chronicle, { time: 1, kind: 1, words: [1, 2, 3], causes: [reason(1), reason(2)], grain: 1, witnesses: [] });
    expect(chronicle.bytes).toBe(11 + 5 * 4);
  });

  test('causes that are none are left out', () => {
    const chronicle = new Chronicle();
    write(chronicle, {
      time: 1,
      kind: 1,
      words: [5],
      causes: [reason(0), enabled(4), jointly([0], 1)[0] ?? 0],
      grain: 1,
      witnesses: [],
    });
    expect(chronicle.causesOf(1, 1)).toEqual([enabled(4)]);
  });

  test('an event that does not fit is refused, and nothing of it is kept', () => {
    const chronicle = new Chronicle();
    const words = new Int32Array(64);
    expect(
      chronicle.append(
        0,
        0,
        words,
        16,
        Array.from({ length: 48 }, () => reason(1)),
        0,
      ),
    ).toBe(1);
    expect(() =>
      chronicle.append(
        0,
        0,
        words,
        17,
        Array.from({ length: 48 }, () => reason(1)),
        0,
      ),
    ).toThrow('an event of 17 words with 48 causes: together they may be 64 at most');
    expect([chronicle.length, chronicle.causesOf(1, 16).length]).toEqual([1, 48]);
  });

  test('an id that is none is refused', () => {
    const chronicle = new Chronicle();
    for (const id of [0, 1, -1])
      expect(() => chronicle.time(id)).toThrow(`there is no event ${id}; the chronicle has 0`);
  });

  test('witnesses are packed and read by the same rule', () => {
    const row = 2 ** 22 - 1;
    expect([
      witnessWord(row, 2, 255) >>> 10,
      (witnessWord(row, 2, 255) >>> 8) & 3,
      witnessWord(row, 2, 255) & 255,
    ]).toEqual([row, 2, 255]);
    expect(SENSES[(witnessWord(3, 1, 9) >>> 8) & 3]).toBe('hearing');
  });
});

describe('causes', () => {
  test('a cause holds id, kind and group', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 27 - 1 }), fc.nat(7), (id, group) => {
        [reason, enabled, interrupted].forEach((make, i) => {
          const cause = make(id, group);
          expect([causeEvent(cause), causeKind(cause), causeGroup(cause)]).toEqual([id, CAUSE_KINDS[i], group]);
        });
      }),
    );
  });

  test('a group beyond what a cause can hold is refused', () => {
    for (const group of [8, -1, 1.5]) expect(() => reason(1, group)).toThrow(`from 0 to 7, not ${group}`);
  });

  test('joint reasons share a group, and a single one stands alone', () => {
    expect(jointly([4, 0, 6], 3)).toEqual([reason(4, 3), reason(6, 3)]);
    expect(jointly([0, 6], 3)).toEqual([reason(6)]);
    expect(jointly([], 3)).toEqual([]);
  });
});

describe('kinds of events', () => {
  const nine = (what: string) => Array.from({ length: 9 }, (_, i) => [`${what}${i}`, 0] as const);
  test('more than 8 roles or 8 data are refused', () => {
    const roles = Object.fromEntries(nine('role').map(([name]) => [name, role(person)])) as Record<
      string,
      RoleSpec<false>
    >;
    const data = Object.fromEntries(nine('datum').map(([name]) => [name, whole32('')]));
    expect(() => eventKind('test/crowded', { roles })).toThrow(
      'test/crowded has 9 roles and 0 data; 8 of each is the most',
    );
    expect(() => eventKind('test/wordy', { roles: {}, data })).toThrow('test/wordy has 0 roles and 9 data');
  });

  test('a field must have a name of its own', () => {
    expect(() => eventKind('test/twice', { roles: { who: maybe(person) }, data: { who: oneOf(['a']) } })).toThrow(
      '"who" is both a role and a datum',
    );
    expect(() => eventKind('test/timed', { roles: {}, data: { time: whole32('s') } })).toThrow(
      'a field cannot be called "time"',
    );
    expect(() => eventKind('test/id', { roles: { id: role(person) } })).toThrow('a field cannot be called "id"');
  });
});
