/**
 * Hashing in 32-bit integer arithmetic: the same digits on every engine. Good mixing, no secrecy: nobody is kept from
 * making two inputs that collide on purpose.
 *
 * Constants: FMIX_* and TEXT_B are MurmurHash3's (Austin Appleby, public domain), PRIME_* are xxHash32's (Yann Collet,
 * BSD); the way they are put together is our own, and its quality is what the tests beside this file measure.
 */

const FMIX_1 = 0x85ebca6b;
const FMIX_2 = 0xc2b2ae35;
const TEXT_B = 0xcc9e2d51;
export const PRIME_1 = 0x9e3779b1;
export const PRIME_2 = 0x85ebca77;
export const PRIME_3 = 0xc2b2ae3d;
export const PRIME_4 = 0x27d4eb2f;
export const PRIME_5 = 0x165667b1;

/** Spreads every bit of a word over all 32: MurmurHash3's finalizer, a bijection. Returns a u32. */
export function finalMix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), FMIX_1);
  h = Math.imul(h ^ (h >>> 13), FMIX_2);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One u32 out of two words; `mix(a, b)` and `mix(b, a)` differ. Chains: `mix(mix(a, b), c)`. */
export function mix(a: number, b: number): number {
  const h = Math.imul(a ^ PRIME_5, PRIME_1);
  return finalMix(Math.imul(((h << 13) | (h >>> 19)) ^ b, PRIME_3));
}

/** One 32-bit lane over the UTF-16 code units of a text. Each step is a bijection of the state, so no unit is lost. */
function textLane(text: string, start: number, multiplier: number): number {
  let h = start;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), multiplier);
    h ^= h >>> 15;
  }
  return finalMix(h ^ text.length);
}

/** The hash of a name as a u32: what stands for people, places and purposes in a draw. Case and form matter. */
export function hashText32(text: string): number {
  return textLane(text, PRIME_4, PRIME_1);
}

/** The hash of a text as two u32 lanes, `[low, high]`; the low lane is `hashText32`. */
export function hashText64(text: string): [low: number, high: number] {
  return [hashText32(text), textLane(text, PRIME_5, TEXT_B)];
}

/** 64 bits as 16 hex digits, high word first. */
export function hex64(low: number, high: number): string {
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}

/**
 * A 64-bit hash of a stream of 32-bit words, about a nanosecond each. How the stream is cut into updates makes no
 * difference. One changed word always changes the state.
 *
 * Even and odd words feed separate accumulators, because a multiplication waits for the one before it: two chains run
 * in the time of one. Each chain has two lanes that absorb differently (xor and addition, other rotations), so that
 * words whose changes cancel in one lane do not cancel in the other.
 */
export class WordHash {
  private evenA = 0;
  private evenB = 0;
  private oddA = 0;
  private oddB = 0;
  private words = 0;

  constructor() {
    this.reset();
  }

  /** Back to the empty stream. */
  reset(): this {
    this.evenA = PRIME_1 | 0;
    this.evenB = PRIME_2 | 0;
    this.oddA = PRIME_3 | 0;
    this.oddB = PRIME_4 | 0;
    this.words = 0;
    return this;
  }

  /** Takes in one word; of a number, its low 32 bits. */
  word(value: number): this {
    if ((this.words & 1) === 0) {
      const a = Math.imul(this.evenA ^ value, PRIME_1);
      const b = Math.imul(this.evenB + value, PRIME_3);
      this.evenA = (a << 15) | (a >>> 17);
      this.evenB = (b << 19) | (b >>> 13);
    } else {
      const a = Math.imul(this.oddA ^ value, PRIME_2);
      const b = Math.imul(this.oddB + value, PRIME_1);
      this.oddA = (a << 15) | (a >>> 17);
      this.oddB = (b << 19) | (b >>> 13);
    }
    this.words = (this.words + 1) | 0;
    return this;
  }

  /** Takes in `words[from]` up to, but without, `words[to]`. Throws RangeError where these lie outside the array. */
  update(words: Uint32Array, from = 0, to = words.length): this {
    if (!(from >= 0 && from <= to && to <= words.length)) {
      throw new RangeError(`words ${from} to ${to} of an array of ${words.length}: the range must lie inside it`);
    }
    let i = from;
    if (i < to && (this.words & 1) === 1) this.word(words[i++]);
    let { evenA, evenB, oddA, oddB } = this;
    const pairsEnd = i + ((to - i) & ~1);
    this.words = (this.words + (pairsEnd - i)) | 0;
    for (; i < pairsEnd; i += 2) {
      const even = words[i];
      const odd = words[i + 1];
      evenA = Math.imul(evenA ^ even, PRIME_1);
      evenB = Math.imul(evenB + even, PRIME_3);
      oddA = Math.imul(oddA ^ odd, PRIME_2);
      oddB = Math.imul(oddB + odd, PRIME_1);
      evenA = (evenA << 15) | (evenA >>> 17);
      evenB = (evenB << 19) | (evenB >>> 13);
      oddA = (oddA << 15) | (oddA >>> 17);
      oddB = (oddB << 19) | (oddB >>> 13);
    }
    this.evenA = evenA;
    this.evenB = evenB;
    this.oddA = oddA;
    this.oddB = oddB;
    if (i < to) this.word(words[i]);
    return this;
  }

  /** The low u32 of the hash of what came so far; the stream can go on. */
  low(): number {
    return mix(mix(this.evenA, this.oddA), mix(this.evenB, this.oddB) ^ this.words);
  }

  /** The high u32 of the hash of what came so far. */
  high(): number {
    return mix(mix(this.oddB, this.evenB), mix(this.oddA, this.evenA) + this.words);
  }

  /** The hash of what came so far as 16 hex digits. */
  digest(): string {
    return hex64(this.low(), this.high());
  }
}
