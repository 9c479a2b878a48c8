import type { Cause } from './events.ts';

/** Events a chunk holds, and 32-bit words for their roles, data and causes. */
const CHUNK_EVENTS = 2048;
const CHUNK_WORDS = CHUNK_EVENTS * 8;
/** The most words one event may take: 8 roles, 8 data, 48 causes. */
export const LONGEST = 64;
/** Stands where the number of causes does: the event has none, since it came from outside. */
const OUTSIDE = 63;

/**
 * A run of events in columns: 11 bytes an event, and its roles, data and causes as words in one pool. Chunks that are
 * full are sealed: they never change again and are shared between forks.
 */
export interface Chunk {
  /** Id of the first event. */
  readonly first: number;
  count: number;
  used: number;
  readonly time: Int32Array;
  readonly kind: Uint16Array;
  /** Number of stated causes or OUTSIDE (low six bits) and the grain of time at which it came (high two). */
  readonly causes: Uint8Array;
  readonly start: Uint32Array;
  readonly pool: Int32Array;
  /** Those who noticed: ids of events that have witnesses, where each one's begin, and the witnesses as words. */
  readonly noticed: number[];
  readonly noticedFrom: number[];
  readonly witnesses: number[];
}

function newChunk(first: number): Chunk {
  return {
    first,
    count: 0,
    used: 0,
    time: new Int32Array(CHUNK_EVENTS),
    kind: new Uint16Array(CHUNK_EVENTS),
    causes: new Uint8Array(CHUNK_EVENTS),
    start: new Uint32Array(CHUNK_EVENTS),
    pool: new Int32Array(CHUNK_WORDS),
    noticed: [],
    noticedFrom: [],
    witnesses: [],
  };
}

function copyChunk(chunk: Chunk): Chunk {
  return {
    first: chunk.first,
    count: chunk.count,
    used: chunk.used,
    time: chunk.time.slice(),
    kind: chunk.kind.slice(),
    causes: chunk.causes.slice(),
    start: chunk.start.slice(),
    pool: chunk.pool.slice(),
    noticed: chunk.noticed.slice(),
    noticedFrom: chunk.noticedFrom.slice(),
    witnesses: chunk.witnesses.slice(),
  };
}

/** The grains of time by the numbers under which events keep theirs; the past is what was so before the first day. */
export const GRAINS = ['past', 'second', 'minute', 'hour'] as const;

/** How somebody noticed an event. */
export type Sense = 'sight' | 'hearing' | 'touch';
export const SENSES: readonly Sense[] = ['sight', 'hearing', 'touch'];
export const BY_SIGHT = 0;
export const BY_HEARING = 1;
export const BY_TOUCH = 2;

/** A witness in one word: row of `person`, sense, and how clearly (0..255). */
export const witnessWord = (person: number, sense: number, clarity: number): number =>
  ((person << 10) | (sense << 8) | clarity) >>> 0;
/** Row of the person, and by which sense, of such a word. */
export const witnessRow = (word: number): number => word >>> 10;
export const witnessSense = (word: number): number => (word >>> 8) & 3;

/**
 * The append-only history of a world. Ids are dense, from 1. What an event's words mean is known from its kind: roles
 * in the order of their declaration, then data, then causes.
 */
export class Chronicle {
  private chunks: Chunk[];
  private open: Chunk;

  /** An empty chronicle, or one that goes on from these chunks, the last of which is still open. */
  constructor(chunks: readonly Chunk[] = [newChunk(1)]) {
    this.chunks = chunks.slice();
    this.open = chunks[chunks.length - 1];
  }

  /** Number of events, which is the id of the last one. */
  get length(): number {
    return this.open.first + this.open.count - 1;
  }

  /** Bytes that the events take: fixed columns and pooled words in use. */
  get bytes(): number {
    let bytes = 0;
    for (const chunk of this.chunks) bytes += chunk.count * 11 + chunk.used * 4;
    return bytes;
  }

  /**
   * Record an event. `words` holds `wordCount` words (roles as rows, -1 for nobody; then data), `because` its stated
   * causes, `grain` the grain of time that was being lived (0 the past, 1 second, 2 minute, 3 hour), `outside` whether it
   * came by the log and not of itself. Returns its id.
   */
  append(
    time: number,
    kind: number,
    words: Int32Array,
    wordCount: number,
    because: readonly Cause[],
    grain: number,
    outside = false,
  ): number {
    if (wordCount + because.length > LONGEST) {
      throw new RangeError(
        `an event of ${wordCount} words with ${because.length} causes: together they may be ${LONGEST} at most`,
      );
    }
    let chunk = this.open;
    if (chunk.count === CHUNK_EVENTS || chunk.used + LONGEST > CHUNK_WORDS) chunk = this.seal();
    const at = chunk.count++;
    let used = chunk.used;
    const pool = chunk.pool;
    chunk.time[at] = time;
    chunk.kind[at] = kind;
    chunk.start[at] = used;
    for (let i = 0; i < wordCount; i++) pool[used++] = words[i];
    let causes = 0;
    for (let i = 0; i < because.length; i++) {
      const word = because[i];
      if (word === 0) continue;
      pool[used++] = word;
      causes++;
    }
    chunk.causes[at] = (outside && causes === 0 ? OUTSIDE : causes) | (grain << 6);
    chunk.used = used;
    return chunk.first + at;
  }

  /** Say who noticed the event recorded last. Words as made by `witnessWord`. */
  addWitness(word: number): void {
    const chunk = this.open;
    const event = this.length;
    if (chunk.noticed[chunk.noticed.length - 1] !== event) {
      chunk.noticed.push(event);
      chunk.noticedFrom.push(chunk.witnesses.length);
    }
    chunk.witnesses.push(word);
  }

  time(id: number): number {
    const chunk = this.chunkOf(id);
    return chunk.time[id - chunk.first];
  }
  kind(id: number): number {
    const chunk = this.chunkOf(id);
    return chunk.kind[id - chunk.first];
  }
  grain(id: number): number {
    const chunk = this.chunkOf(id);
    return chunk.causes[id - chunk.first] >>> 6;
  }
  /** Whether it came from outside, by the log, and not because of anything. */
  isOutside(id: number): boolean {
    const chunk = this.chunkOf(id);
    return (chunk.causes[id - chunk.first] & 63) === OUTSIDE;
  }
  /** The event's n-th word: a role's row or a datum. */
  word(id: number, n: number): number {
    const chunk = this.chunkOf(id);
    return chunk.pool[chunk.start[id - chunk.first] + n];
  }
  /** The stated causes of an event whose kind has `wordCount` words before them. */
  causesOf(id: number, wordCount: number): Cause[] {
    const chunk = this.chunkOf(id);
    const at = id - chunk.first;
    const from = chunk.start[at] + wordCount;
    const causes: Cause[] = [];
    const count = chunk.causes[at] & 63;
    if (count === OUTSIDE) return causes;
    for (let i = 0; i < count; i++) causes.push(chunk.pool[from + i] >>> 0);
    return causes;
  }
  /** Words of those who noticed it. */
  witnessesOf(id: number): number[] {
    const chunk = this.chunkOf(id);
    const at = chunk.noticed.indexOf(id);
    if (at < 0) return [];
    return chunk.witnesses.slice(chunk.noticedFrom[at], chunk.noticedFrom[at + 1] ?? chunk.witnesses.length);
  }

  /** A copy that shares all sealed chunks. */
  fork(): Chronicle {
    return new Chronicle([...this.chunks.slice(0, -1), copyChunk(this.open)]);
  }

  /** The chunks, oldest first, for saving. */
  parts(): readonly Chunk[] {
    return this.chunks;
  }

  private seal(): Chunk {
    const chunk = newChunk(this.open.first + this.open.count);
    this.chunks.push(chunk);
    this.open = chunk;
    return chunk;
  }

  private chunkOf(id: number): Chunk {
    if (id < 1 || id > this.length) throw new RangeError(`there is no event ${id}; the chronicle has ${this.length}`);
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.chunks[middle].first <= id) low = middle;
      else high = middle - 1;
    }
    return this.chunks[low];
  }
}
