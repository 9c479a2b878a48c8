/**
 * Luck is a function, not a stream: a draw is computed from the seed, what it is for, who draws, towards whom, and the
 * absolute second. How many draws came before plays no part, so adding a rule, muting an event or forking a world
 * leaves all unrelated luck as it was.
 */
import { ln, normalQuantile } from './curves.ts';
import { PRIME_1, PRIME_2, PRIME_3, PRIME_4, PRIME_5, finalMix, hashText32, mix } from './hash.ts';

const TO_UNIT = 1 / 4294967296;
const GOLDEN_RATIO = 0x9e3779b9;

/** Names of purposes by their hash. Filled while modules load, for messages, the check below and luck that is drawn apart. */
const purposeNames = new Map<number, string>();

/**
 * The u32 that stands for a purpose such as `shooting/hit`, to be kept in a constant of the rule that draws.
 * Throws Error where another purpose has the same hash, since the two would share their luck.
 */
export function purpose(name: string): number {
  const hash = hashText32(name);
  const known = purposeNames.get(hash);
  if (known !== undefined && known !== name) {
    throw new Error(`purposes '${known}' and '${name}' have the same hash and would share their luck: rename one`);
  }
  purposeNames.set(hash, name);
  return hash;
}

/** The names of all purposes, in byte order. */
export function purposes(): string[] {
  return [...purposeNames.values()].sort();
}

/**
 * The purposes that a name stands for, as `purpose` numbers them: one, such as `shooting/hit`, or all of a system, such as
 * `shooting`. Throws RangeError where no luck is drawn for anything of that name.
 */
export function purposesOf(what: string): ReadonlySet<number> {
  const found = new Set(
    [...purposeNames].filter(([, name]) => name === what || name.startsWith(`${what}/`)).map(([hash]) => hash),
  );
  if (found.size === 0) throw new RangeError(`no luck is drawn for "${what}"`);
  return found;
}

/** Draws that have a luck of their own: those of somebody (null: of everybody) for some purposes (null: for all). */
export interface Apart {
  /** The first word of their name as a signed number. */
  readonly who: number | null;
  readonly purposes: ReadonlySet<number> | null;
  readonly chance: Chance;
}

export interface ChanceOptions {
  /** Throw where a key is drawn twice, or where a part of it is no integer. Costs some 300 ns a draw. */
  readonly debug?: boolean;
  /** What is drawn by a luck of its own; of several that a draw falls under, the last. */
  readonly apart?: readonly Apart[];
}

/**
 * The luck of one world. All draws take the same key: `purposeHash` from `purpose()`, `who` and `whom` as hashes of
 * stable names (0 for nobody), `when` as the absolute second (i32), and a `salt` where one purpose needs several draws
 * between the same two in the same second. Compare probabilities as `uniform(...) < p`.
 */
export class Chance {
  readonly seedLow: number;
  readonly seedHigh: number;
  private readonly startA: number;
  private readonly startB: number;
  private readonly used: UsedKeys | null;
  private readonly apart: readonly Apart[] | null;

  constructor(seedLow: number, seedHigh: number, options: ChanceOptions = {}) {
    this.seedLow = seedLow >>> 0;
    this.seedHigh = seedHigh >>> 0;
    this.startA = mix(mix(PRIME_1, seedLow), seedHigh) | 0;
    this.startB = mix(mix(PRIME_2, seedHigh), seedLow) | 0;
    this.used = options.debug === true ? new UsedKeys() : null;
    this.apart = options.apart === undefined || options.apart.length === 0 ? null : options.apart;
  }

  /** The same luck for a forked or reloaded world, which may live the same seconds again. */
  fork(): Chance {
    return new Chance(this.seedLow, this.seedHigh, { debug: this.used !== null, apart: this.apart ?? [] });
  }

  /**
   * 32 random bits as a u32, the ground of all other draws.
   *
   * The key runs through a 64-bit state of two lanes. Each step is a bijection of the state, so two keys that differ
   * in one word cannot fall together before the last line; that line folds the state to 32 bits.
   */
  bits(purposeHash: number, who: number, whom: number, when: number, salt = 0): number {
    return this.word(purposeHash, who, whom, when, salt) >>> 0;
  }

  /** Uniform in [0, 1), in steps of 2^-32. */
  uniform(purposeHash: number, who: number, whom: number, when: number, salt = 0): number {
    return (this.word(purposeHash, who, whom, when, salt) >>> 0) * TO_UNIT;
  }

  /** The bits as a signed number, which engines hand on without making an object of it. */
  private word(purposeHash: number, who: number, whom: number, when: number, salt: number): number {
    if (this.used !== null) this.used.note(purposeHash, who, whom, when, salt);
    if (this.apart !== null) {
      const other = this.luckFor(this.apart, purposeHash, who);
      if (other !== this) return other.word(purposeHash, who, whom, when, salt);
    }
    let a = Math.imul(this.startA ^ purposeHash, PRIME_1);
    let b = Math.imul(this.startB ^ who, PRIME_2);
    a = (a + ((b << 13) | (b >>> 19))) | 0;
    b ^= (a << 17) | (a >>> 15);
    a = Math.imul(a ^ whom, PRIME_3);
    b = Math.imul(b ^ when, PRIME_1);
    a = (a + ((b << 15) | (b >>> 17))) | 0;
    b ^= (a << 12) | (a >>> 20);
    a = Math.imul(a ^ (a >>> 16) ^ salt, PRIME_5);
    b = Math.imul((b ^ (b >>> 15)) + ((salt << 16) | (salt >>> 16)), PRIME_4);
    a = (a + ((b << 16) | (b >>> 16))) | 0;
    b ^= (a << 11) | (a >>> 21);
    return finalMix(a ^ Math.imul(b, GOLDEN_RATIO)) | 0;
  }

  /**
   * An integer from 0 to n - 1, each as likely as the next to within n / 2^32 of its share.
   * Throws RangeError unless `n` is an integer from 1 to 2^32.
   */
  integer(purposeHash: number, who: number, whom: number, when: number, n: number, salt = 0): number {
    if (!(n >= 1 && n <= 4294967296) || Math.floor(n) !== n) {
      throw new RangeError(`a draw among ${n} integers: the count must be an integer from 1 to 4294967296`);
    }
    return Math.floor(this.bits(purposeHash, who, whom, when, salt) * TO_UNIT * n);
  }

  /** Standard normal: mean 0, deviation 1, tails right to 6.3 deviations, the farthest that 32 bits reach. */
  normal(purposeHash: number, who: number, whom: number, when: number, salt = 0): number {
    return normalQuantile((this.bits(purposeHash, who, whom, when, salt) + 0.5) * TO_UNIT);
  }

  /** Exponential with mean 1, from 1.2e-10 to 22.9; never 0. */
  exponential(purposeHash: number, who: number, whom: number, when: number, salt = 0): number {
    return -ln((this.bits(purposeHash, who, whom, when, salt) + 0.5) * TO_UNIT);
  }

  private luckFor(apart: readonly Apart[], purposeHash: number, who: number): Chance {
    for (let i = apart.length - 1; i >= 0; i--) {
      const each = apart[i];
      if (each.who !== null && each.who !== (who | 0)) continue;
      if (each.purposes === null || each.purposes.has(purposeHash >>> 0)) return each.chance;
    }
    return this;
  }
}

/** How many keys a generation of the debug check holds: more than any second of the largest scenario draws. */
const GENERATION = 131072;

/** The keys drawn lately, for the debug check. Two generations bound the memory without being told of time passing. */
class UsedKeys {
  private young = new Set<string>();
  private old = new Set<string>();

  note(purposeHash: number, who: number, whom: number, when: number, salt: number): void {
    for (const [part, value] of Object.entries({ purpose: purposeHash, who, whom, salt })) {
      if (value >>> 0 !== value && (value | 0) !== value) throw notAWord(part, value);
    }
    if ((when | 0) !== when) throw notAWord('when', when);
    const key = `${purposeHash >>> 0} ${who >>> 0} ${whom >>> 0} ${when} ${salt >>> 0}`;
    if (this.young.has(key) || this.old.has(key)) {
      const name = purposeNames.get(purposeHash >>> 0) ?? hex(purposeHash);
      throw new Error(
        `luck for '${name}' was drawn twice with one key (who ${hex(who)}, whom ${hex(whom)}, second ${when}, salt ` +
          `${hex(salt)}): both draws are the same number; keep the first, or tell them apart by purpose or salt`,
      );
    }
    if (this.young.size >= GENERATION) {
      this.old = this.young;
      this.young = new Set();
    }
    this.young.add(key);
  }
}

function notAWord(part: string, value: number): RangeError {
  return new RangeError(`the part '${part}' of a key of luck is ${value}: it must be a 32-bit integer`);
}

function hex(word: number): string {
  return '0x' + (word >>> 0).toString(16).padStart(8, '0');
}
