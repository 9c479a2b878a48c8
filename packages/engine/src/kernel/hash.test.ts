import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { finalMix, hashText32, hashText64, hex64, mix, WordHash } from './hash.ts';
import { binomialDeviations, chiSquareDeviations } from './statistics.fixture.ts';

// Many draws: a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const bitsSet = (word: number) => {
  let n = 0;
  for (let w = word >>> 0; w !== 0; w &= w - 1) n++;
  return n;
};

describe('mix', () => {
  it('is a u32 that depends on both words and on their order', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer({ min: 0, max: 31 }), (a, b, bit) => {
        const h = mix(a, b);
        expect(h).toBe(h >>> 0);
        // Both are certain: each argument goes in by a bijection.
        expect(mix(a ^ (1 << bit), b)).not.toBe(h);
        expect(mix(a, b ^ (1 << bit))).not.toBe(h);
      }),
      { seed: 1 },
    );
    expect(mix(1, 2)).not.toBe(mix(2, 1));
    expect(mix(0, 0)).not.toBe(0);
  });

  it('flips 45 to 55 % of its bits for any flipped bit', () => {
    for (let bit = 0; bit < 64; bit++) {
      let flipped = 0;
      for (let i = 0; i < 500; i++) {
        const flip = 1 << (bit & 31);
        flipped += bitsSet(mix(i, i >> 3) ^ (bit < 32 ? mix(i ^ flip, i >> 3) : mix(i, (i >> 3) ^ flip)));
      }
      expect(flipped / (500 * 32)).toBeGreaterThan(0.45);
      expect(flipped / (500 * 32)).toBeLessThan(0.55);
    }
  });
});

describe('finalMix', () => {
  it('gives what MurmurHash3 gives', () => {
    // Vectors: SMHasher's fmix32, also used to check ports of the hash.
    expect(finalMix(0)).toBe(0);
    expect(finalMix(1)).toBe(0x514e28b7);
    expect(finalMix(0xffffffff)).toBe(0x81f16f39);
  });
});

describe('hashText', () => {
  it('stays what it is: names in saved runs depend on it', () => {
    expect(['', 'a', 'Mara', 'shooting/hit', 'Žofie', '東'].map((t) => hex64(...hashText64(t)))).toMatchInlineSnapshot(`
      [
        "bcf518378c03471f",
        "050ed800ab018f7b",
        "dfb1c7a512112a85",
        "08889f0daf11f0b5",
        "98b9a68a8a7ac1aa",
        "682e123e3cceda13",
      ]
    `);
    expect(hashText64('Mara')[0]).toBe(hashText32('Mara'));
  });

  it('tells all of 200,000 similar names apart in 64 bits, and in 32 about as often as chance would', () => {
    const whole = new Set<string>();
    const low = new Set<number>();
    const high = new Set<number>();
    const buckets = new Uint32Array(1024);
    const count = 200_000;
    for (let i = 0; i < count; i++) {
      const [a, b] = hashText64(`raider ${i}`);
      whole.add(hex64(a, b));
      low.add(a);
      high.add(b);
      buckets[a >>> 22]!++;
    }
    expect(whole.size).toBe(count);
    // Expected collisions in 32 bits: count^2 / 2^33 = 4.7; Poisson above 16 has a chance of 1e-5.
    expect(count - low.size).toBeLessThan(17);
    expect(count - high.size).toBeLessThan(17);
    expect(Math.abs(chiSquareDeviations(buckets))).toBeLessThan(4);
  });

  it('tells texts apart that differ by case, order, length or a NUL', () => {
    const texts = ['', '\0', '\0\0', 'ab', 'ba', 'Ab', 'ab\0', 'a', 'b'];
    expect(new Set(texts.map(hashText32)).size).toBe(texts.length);
  });
});

describe('WordHash', () => {
  const of = (words: readonly number[]) => new WordHash().update(Uint32Array.from(words)).digest();

  it('stays what it is: hashes of saved runs depend on it', () => {
    expect([of([]), of([0]), of([1, 2, 3]), of(Array.from({ length: 100 }, (_, i) => i))]).toMatchInlineSnapshot(`
      [
        "ea0cd96c9410cda0",
        "a9215bccaa4b3734",
        "f6e267fa890079ec",
        "3d59de047509945a",
      ]
    `);
  });

  it('does not care how the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 40 }),
        fc.array(fc.nat(40)),
        (w, at) => {
          const words = Uint32Array.from(w);
          const cuts = [0, ...at.map((a) => Math.min(a, words.length)).toSorted((a, b) => a - b), words.length];
          const pieces = new WordHash();
          for (let i = 1; i < cuts.length; i++) pieces.update(words, cuts[i - 1], cuts[i]);
          const single = new WordHash();
          for (const word of words) single.word(word);
          expect(pieces.digest()).toBe(of(w));
          expect(single.digest()).toBe(of(w));
        },
      ),
      { seed: 2 },
    );
  });

  it('can be read in the middle and starts anew after a reset', () => {
    const hash = new WordHash().word(7);
    const first = hash.digest();
    expect(hash.digest()).toBe(first);
    expect(hash.word(8).digest()).not.toBe(first);
    expect(hash.reset().word(7).digest()).toBe(first);
    expect(hex64(hash.low(), hash.high())).toBe(first);
  });

  it('refuses a range outside the array', () => {
    const words = new Uint32Array(4);
    expect(() => new WordHash().update(words, 0, 5)).toThrow('words 0 to 5 of an array of 4');
    expect(() => new WordHash().update(words, 3, 2)).toThrow(RangeError);
    expect(() => new WordHash().update(words, -1, 2)).toThrow(RangeError);
  });

  it('flips 45 to 55 % of its 64 bits for any flipped bit of any word', () => {
    const words = new Uint32Array(16);
    for (let at = 0; at < 16; at++) {
      for (let bit = 0; bit < 32; bit++) {
        let flipped = 0;
        for (let i = 0; i < 100; i++) {
          for (let k = 0; k < 16; k++) words[k] = i * 16 + k;
          const before = new WordHash().update(words);
          words[at]! ^= 1 << bit;
          const after = new WordHash().update(words);
          flipped += bitsSet(before.low() ^ after.low()) + bitsSet(before.high() ^ after.high());
        }
        expect(flipped / (100 * 64)).toBeGreaterThan(0.45);
        expect(flipped / (100 * 64)).toBeLessThan(0.55);
      }
    }
  });

  it('tells apart all states with one or two changed bits, and zeros of any number', () => {
    const seen = new Set<string>();
    const words = new Uint32Array(8);
    let states = 0;
    const take = (hash: WordHash) => {
      states++;
      seen.add(hash.digest());
    };
    for (let a = 0; a < 256; a++) {
      words[a >> 5]! ^= 1 << (a & 31);
      take(new WordHash().update(words));
      for (let b = a + 1; b < 256; b++) {
        words[b >> 5]! ^= 1 << (b & 31);
        take(new WordHash().update(words));
        words[b >> 5]! ^= 1 << (b & 31);
      }
      words[a >> 5]! ^= 1 << (a & 31);
    }
    const zeros = new WordHash();
    for (let n = 0; n < 1000; n++) {
      take(zeros);
      zeros.word(0);
    }
    // The zeros of length 8 are the unchanged state, which the loops above leave out.
    expect(seen.size).toBe(states);
  });

  it('spreads each of its halves evenly, independently of each other', () => {
    const pairs = new Uint32Array(4096);
    let equal = 0;
    const count = 1 << 17;
    for (let i = 0; i < count; i++) {
      const hash = new WordHash().word(i).word(i & 7);
      pairs[((hash.low() >>> 26) << 6) | (hash.high() >>> 26)]!++;
      if ((hash.low() & 0xff) === (hash.high() & 0xff)) equal++;
    }
    expect(Math.abs(chiSquareDeviations(pairs))).toBeLessThan(4);
    expect(Math.abs(binomialDeviations(equal, count, 1 / 256))).toBeLessThan(4);
  });
});
