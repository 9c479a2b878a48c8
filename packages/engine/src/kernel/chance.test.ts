import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Chance, purpose } from './chance.ts';
import { hashText32 } from './hash.ts';
import { binomialDeviations, chiSquareDeviations, normalTail, serialDeviations } from './statistics.fixture.ts';

// Many draws: a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const HIT = purpose('chance.test/hit');
const SPOT = purpose('chance.test/spot');
const chance = new Chance(42, 0);
const mara = hashText32('Mara');
const joss = hashText32('Joss');

/** Draws along one part of the key while the rest stands still: what consecutive seconds, people or seeds look like. */
type Series = readonly [name: string, draw: (i: number) => number];
const series: Series[] = [
  ['consecutive seconds', (i) => chance.bits(HIT, mara, joss, i)],
  ['seconds before the beginning', (i) => chance.bits(HIT, mara, joss, -i)],
  ['hours', (i) => chance.bits(HIT, mara, joss, i * 3600)],
  ['days', (i) => chance.bits(HIT, mara, joss, (i & 0x3fff) * 86400, i >> 14)],
  ['who by name', (i) => chance.bits(HIT, hashText32(`p${i}`), joss, 100)],
  ['whom by name', (i) => chance.bits(HIT, mara, hashText32(`p${i}`), 100)],
  ['who by number', (i) => chance.bits(HIT, i, 0, 0)],
  ['whom by number', (i) => chance.bits(HIT, 0, i, 0)],
  ['who by high bits', (i) => chance.bits(HIT, i << 12, 0, 0)],
  ['whom by high bits', (i) => chance.bits(HIT, 0, i << 12, 0)],
  ['salts', (i) => chance.bits(HIT, mara, joss, 100, i)],
  ['salts by high bits', (i) => chance.bits(HIT, mara, joss, 100, i << 12)],
  ['purposes', (i) => chance.bits(hashText32(`rule/${i}`), mara, joss, 100)],
  ['seeds', (i) => new Chance(i, 0).bits(HIT, mara, joss, 100)],
  ['high halves of seeds', (i) => new Chance(1, i).bits(HIT, mara, joss, 100)],
  ['all keys zero but the second', (i) => new Chance(0, 0).bits(0, 0, 0, i)],
  ['who and second in a grid', (i) => chance.bits(HIT, i & 255, 0, i >> 8)],
  ['who and whom in a grid', (i) => chance.bits(HIT, i & 255, i >> 8, 77)],
];
const LENGTH = 1 << 18;
/** With some 400 measures of two sides each below, one beyond 4.5 deviations has a chance of 1 in 370. */
const SUSPECT = 4.5;

function bytesAndPairs(draw: (i: number) => number): number[] {
  const bytes = [0, 1, 2, 3].map(() => new Uint32Array(256));
  const high = new Uint32Array(4096);
  const low = new Uint32Array(4096);
  let before = draw(LENGTH);
  for (let i = 0; i < LENGTH; i++) {
    const word = draw(i);
    for (let b = 0; b < 4; b++) bytes[b]![(word >>> (8 * b)) & 255]!++;
    high[((before >>> 26) << 6) | (word >>> 26)]!++;
    low[((before & 63) << 6) | (word & 63)]!++;
    before = word;
  }
  return [...bytes, high, low].map((counts) => chiSquareDeviations(counts));
}

function serial(draw: (i: number) => number): number[] {
  const values = Float64Array.from({ length: 1 << 16 }, (_, i) => draw(i) / 2 ** 32);
  return [1, 2, 3, 60, 256].map((lag) => serialDeviations(values, lag));
}

describe('bits', () => {
  it.each(series)('are even in bytes and pairs, and uncorrelated, over %s', (_, draw) => {
    for (const deviations of [...bytesAndPairs(draw), ...serial(draw)]) {
      expect(Math.abs(deviations)).toBeLessThan(SUSPECT);
    }
  });

  it('would be found out by these measures if they were a mere multiple of the key', () => {
    const poor = (i: number) => Math.imul(i, 0x9e3779b1) >>> 0;
    expect(Math.max(...bytesAndPairs(poor).map(Math.abs))).toBeGreaterThan(SUSPECT);
    expect(Math.max(...serial(poor).map(Math.abs))).toBeGreaterThan(SUSPECT);
  });

  it('flip 45 to 55 % of their bits for each flipped bit of each part of the key, and each of them does', () => {
    const samples = 4000;
    for (let part = 0; part < 7; part++) {
      for (let bit = 0; bit < 32; bit++) {
        const flips = new Uint32Array(32);
        let all = 0;
        for (let i = 0; i < samples; i++) {
          const key = [42, 0, HIT, mara ^ (i & 7), joss, i, 0];
          const draw = () => new Chance(key[0]!, key[1]!).bits(key[2]!, key[3]!, key[4]!, key[5]!, key[6]!);
          const before = draw();
          key[part]! ^= 1 << bit;
          let changed = before ^ draw();
          for (; changed !== 0; changed &= changed - 1) {
            flips[31 - Math.clz32(changed & -changed)]!++;
            all++;
          }
        }
        expect(all / (samples * 32)).toBeGreaterThan(0.45);
        expect(all / (samples * 32)).toBeLessThan(0.55);
        // Of 7,168 pairs of bits, one beyond 6 deviations has a chance of 1 in 70,000.
        for (const count of flips) expect(Math.abs(binomialDeviations(count, samples, 0.5))).toBeLessThan(6);
      }
    }
  });

  it('fall together for different keys as often as chance has it, no more and no less', () => {
    const count = 1 << 20;
    const values = new Uint32Array(count);
    for (const [name, draw] of series) {
      for (let i = 0; i < count; i++) values[i] = draw(i);
      values.sort();
      let pairs = 0;
      for (let i = 1; i < count; i++) if (values[i] === values[i - 1]) pairs++;
      // Parts made from 32-bit hashes of names fall together once already before they are drawn with.
      const expected = (count * count) / 2 ** 33 / (/by name|purposes/.test(name) ? 0.5 : 1);
      expect(Math.abs(pairs - expected) / Math.sqrt(expected), name).toBeLessThan(SUSPECT);
    }
  });

  it('of two seeds, purposes or people have nothing to do with each other', () => {
    const other = new Chance(43, 0);
    const rivals: ((i: number) => number)[] = [
      (i) => other.bits(HIT, mara, joss, i),
      (i) => chance.bits(SPOT, mara, joss, i),
      (i) => chance.bits(HIT, joss, mara, i),
      (i) => chance.bits(HIT, mara, 0, i),
      (i) => chance.bits(HIT, mara, joss, i, 1),
      (i) => chance.bits(HIT, mara, joss, i + 1),
    ];
    for (const rival of rivals) {
      const pairs = new Uint32Array(4096);
      for (let i = 0; i < LENGTH; i++) pairs[((chance.bits(HIT, mara, joss, i) >>> 26) << 6) | (rival(i) >>> 26)]!++;
      expect(Math.abs(chiSquareDeviations(pairs))).toBeLessThan(SUSPECT);
    }
  });

  it('depend on the key alone: not on what was drawn before, nor on the sign of its words', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 7, maxLength: 7 }), ([low, high, p, who, whom, when, salt]) => {
        const first = new Chance(low!, high!);
        const drawn = first.bits(p!, who!, whom!, when!, salt!);
        expect(drawn).toBe(drawn >>> 0);
        const later = new Chance(low! >>> 0, high! >>> 0);
        for (let i = 0; i < 5; i++) later.bits(i, i, i, i, i);
        expect(later.bits(p! >>> 0, who! >>> 0, whom! >>> 0, when!, salt! >>> 0)).toBe(drawn);
        expect(later.fork().bits(p!, who!, whom!, when!, salt!)).toBe(drawn);
      }),
      { seed: 5 },
    );
  });

  it('stay what they are: every saved run depends on them', () => {
    const draws = [0, 1, -1, 86400].map((when) => new Chance(1, 2).bits(3, 4, 5, when, 6).toString(16));
    expect(draws).toMatchInlineSnapshot(`
      [
        "66d27152",
        "5135ee2f",
        "f06b7d8d",
        "8d2e294a",
      ]
    `);
  });
});

describe('uniform', () => {
  it('lies in [0, 1) and falls below any probability as often as it says', () => {
    const tries = 400_000;
    for (const p of [0.5, 0.1, 0.01, 0.001, 0.9]) {
      let hits = 0;
      for (let i = 0; i < tries; i++) {
        const u = chance.uniform(SPOT, mara, joss, i);
        if (!(u >= 0 && u < 1)) expect.fail(`${u} lies outside [0, 1)`);
        if (u < p) hits++;
      }
      expect(Math.abs(binomialDeviations(hits, tries, p))).toBeLessThan(SUSPECT);
    }
  });
});

describe('integer', () => {
  it.each([2, 3, 6, 7, 10, 52, 1000])('gives each of %i numbers its share', (n) => {
    const counts = new Uint32Array(n);
    for (let i = 0; i < 200_000; i++) counts[chance.integer(HIT, mara, n, i, n)]!++;
    expect(Math.abs(chiSquareDeviations(counts))).toBeLessThan(SUSPECT);
    expect(counts.every((count) => count > 0)).toBe(true);
  });

  it('has no bias where the remainder of a division would show one, and stays below n', () => {
    // 3 * 2^30: by remainder, the lowest third would come up twice as often.
    const n = 3 * 2 ** 30;
    const thirds = [0, 0, 0];
    for (let i = 0; i < 100_000; i++) thirds[Math.floor(chance.integer(HIT, joss, 0, i, n) / 2 ** 30)]!++;
    expect(thirds).toHaveLength(3);
    expect(Math.abs(chiSquareDeviations(thirds))).toBeLessThan(SUSPECT);
    expect(chance.integer(HIT, joss, 0, 1, 1)).toBe(0);
    const widest = chance.integer(HIT, joss, 0, 1, 2 ** 32);
    expect(widest).toBe(chance.bits(HIT, joss, 0, 1));
  });

  it('takes its salt after the count', () => {
    const salted = Array.from({ length: 20 }, (_, salt) => chance.integer(HIT, mara, joss, 5, 100, salt));
    expect(new Set(salted).size).toBeGreaterThan(10);
  });

  it.each([0, -1, 1.5, NaN, 2 ** 33])('refuses %d as a count', (n) => {
    expect(() => chance.integer(HIT, mara, joss, 1, n)).toThrow('must be an integer from 1 to 4294967296');
  });
});

describe('normal', () => {
  const count = 1 << 20;
  const values = Float64Array.from({ length: count }, (_, i) => chance.normal(HIT, mara, joss, i));

  it('has the moments of a normal', () => {
    const moment = (k: number) => values.reduce((sum, x) => sum + x ** k, 0) / count;
    // Deviations of the sample moments of a standard normal: 1, sqrt 2, sqrt 15, sqrt 96 over the root of the count.
    expect(Math.abs(moment(1)) * 1024).toBeLessThan(4);
    expect((Math.abs(moment(2) - 1) * 1024) / Math.sqrt(2)).toBeLessThan(4);
    expect((Math.abs(moment(3)) * 1024) / Math.sqrt(15)).toBeLessThan(4);
    expect((Math.abs(moment(4) - 3) * 1024) / Math.sqrt(96)).toBeLessThan(4);
  });

  it('has its tails', () => {
    for (const x of [-0.5, -1, -2, -3, -4, -4.5]) {
      let below = 0;
      let above = 0;
      for (const value of values) {
        if (value < x) below++;
        if (value > -x) above++;
      }
      // The rarest has 3.6 expected of a million: deviations are rough there, but 4 still means under 12.
      expect(Math.abs(binomialDeviations(below, count, normalTail(x)))).toBeLessThan(4);
      expect(Math.abs(binomialDeviations(above, count, normalTail(x)))).toBeLessThan(4);
    }
  });

  it('is uncorrelated from second to second', () => {
    for (const lag of [1, 2, 60]) expect(Math.abs(serialDeviations(values, lag))).toBeLessThan(4);
  });
});

describe('exponential', () => {
  const count = 1 << 20;
  const values = Float64Array.from({ length: count }, (_, i) => chance.exponential(SPOT, joss, mara, i));

  it('has mean 1, variance 1, and is never 0', () => {
    const mean = values.reduce((sum, x) => sum + x, 0) / count;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count;
    expect(Math.abs(mean - 1) * 1024).toBeLessThan(4);
    expect((Math.abs(variance - 1) * 1024) / Math.sqrt(8)).toBeLessThan(4);
    expect(values.every((x) => x > 0 && x < 23)).toBe(true);
  });

  it('has its tail', () => {
    for (const t of [0.01, 0.5, 1, 2, 5, 10, 12]) {
      let beyond = 0;
      for (const value of values) if (value > t) beyond++;
      expect(Math.abs(binomialDeviations(beyond, count, Math.exp(-t)))).toBeLessThan(4);
    }
  });
});

describe('purpose', () => {
  it('is the hash of its name, and may be asked for again', () => {
    expect(purpose('chance.test/hit')).toBe(hashText32('chance.test/hit'));
    expect(HIT).not.toBe(SPOT);
  });

  it('refuses a name whose hash another purpose has', () => {
    const seen = new Map<number, string>();
    let clash: [string, string] | null = null;
    for (let i = 0; clash === null; i++) {
      const name = `clash/${i}`;
      const hash = hashText32(name);
      const known = seen.get(hash);
      if (known !== undefined) clash = [known, name];
      seen.set(hash, name);
    }
    purpose(clash[0]);
    expect(() => purpose(clash[1])).toThrow(`purposes '${clash[0]}' and '${clash[1]}' have the same hash`);
  });
});

describe('the debug check', () => {
  it('refuses a key that was drawn before, by whatever draw, and says which', () => {
    const watched = new Chance(1, 0, { debug: true });
    watched.uniform(HIT, mara, joss, 100);
    watched.uniform(HIT, mara, joss, 101);
    watched.uniform(HIT, mara, joss, 100, 1);
    watched.uniform(HIT, joss, mara, 100);
    watched.uniform(SPOT, mara, joss, 100);
    expect(() => watched.normal(HIT, mara, joss, 100)).toThrow(
      /'chance\.test\/hit' was drawn twice .* second 100, salt/,
    );
    expect(() => watched.exponential(HIT, joss | 0, mara | 0, 100)).toThrow('drawn twice');
    expect(() => watched.integer(SPOT, mara, joss, 100, 6)).toThrow('drawn twice');
  });

  it('remembers more draws than a second has, and not all of a long life', () => {
    const watched = new Chance(1, 0, { debug: true });
    watched.bits(HIT, 0, 0, -1);
    for (let i = 0; i < 200_000; i++) watched.bits(HIT, 0, 0, i);
    expect(() => watched.bits(HIT, 0, 0, -1)).toThrow('drawn twice');
    for (let i = 200_000; i < 400_000; i++) watched.bits(HIT, 0, 0, i);
    expect(() => watched.bits(HIT, 0, 0, -1)).not.toThrow();
    expect(() => watched.bits(HIT, 0, 0, 350_000)).toThrow('drawn twice');
  });

  it('lets a fork live the same second again, but not twice', () => {
    const watched = new Chance(1, 0, { debug: true });
    watched.bits(HIT, mara, 0, 5);
    const fork = watched.fork();
    expect(() => fork.bits(HIT, mara, 0, 5)).not.toThrow();
    expect(() => fork.bits(HIT, mara, 0, 5)).toThrow('drawn twice');
  });

  it('refuses parts of a key that are no 32-bit integers', () => {
    const watched = new Chance(1, 0, { debug: true });
    expect(() => watched.bits(HIT, mara, joss, 1.5)).toThrow("part 'when' of a key of luck is 1.5");
    expect(() => watched.bits(HIT, 2 ** 32, joss, 1)).toThrow("part 'who'");
    expect(() => watched.bits(HIT, mara, NaN, 1)).toThrow("part 'whom'");
    expect(() => watched.bits(HIT, mara, joss, 2 ** 31)).toThrow("part 'when'");
  });

  it('is off by default and changes no draw', () => {
    const plain = new Chance(9, 9);
    const watched = new Chance(9, 9, { debug: true });
    expect(plain.bits(HIT, mara, joss, 1)).toBe(watched.bits(HIT, mara, joss, 1));
    expect(() => plain.bits(HIT, mara, joss, 1)).not.toThrow();
  });
});
