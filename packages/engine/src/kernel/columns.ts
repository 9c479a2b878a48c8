import type { Trace } from './trace.ts';

/**
 * Columns: typed arrays over the world's arena. Rules read with `at`, which notes the cell in the trace of the decision
 * that is being made; `raw` is for drift, which no decision rests on. Only an event's `apply` (and a scenario's build)
 * writes with `put`.
 *
 * One small class per element type keeps each access monomorphic: a shared class would make every read megamorphic.
 */
export type ColumnKind = 'u8' | 'u16' | 'u32' | 'i32' | 'f32' | 'f64' | 'event' | 'ref' | 'tally';

export interface ColumnSpec {
  readonly column: ColumnKind;
  /** Table that a `ref` column points into. */
  readonly to?: { readonly id: string; readonly slot: number };
}

/** 0..255: small counts, flags, states. */
export const u8 = { column: 'u8' } as const;
/** 0..65,535. */
export const u16 = { column: 'u16' } as const;
/** 0..2^32-1. */
export const u32 = { column: 'u32' } as const;
/** Signed 32-bit integers: times in seconds, stocks in base units. */
export const i32 = { column: 'i32' } as const;
/** Single precision; every store rounds to it, the same on every engine. */
export const f32 = { column: 'f32' } as const;
/** Double precision, for sums that must not lose small terms. */
export const f64 = { column: 'f64' } as const;
/** The event that made a fact. Not part of the state hash. */
export const event = { column: 'event' } as const;
/** An accumulator that remembers its largest recent contributors. */
export const tally = { column: 'tally' } as const;
/** A reference to a row that may be removed: reads as -1 once the row is gone. */
export const ref = <const T extends { readonly id: string; readonly slot: number }>(to: T) =>
  ({ column: 'ref', to }) as const;

/** How many of its largest contributors a tally remembers. */
export const TALLY_SLOTS = 6;
/** Bytes a row takes in each kind of column. */
export const BYTES: Readonly<Record<ColumnKind, number>> = {
  u8: 1,
  u16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  f64: 8,
  event: 4,
  ref: 4,
  tally: 4 + 8 * TALLY_SLOTS,
};

/** What a column holds until it is laid over an arena. Shared, since a fork makes some two hundred columns. */
const UNBOUND = {
  uint8: new Uint8Array(0),
  uint16: new Uint16Array(0),
  uint32: new Uint32Array(0),
  int32: new Int32Array(0),
  float32: new Float32Array(0),
  float64: new Float64Array(0),
} as const;

/** What every column shares: where it lies and which cells carry the id of their last writer. */
export abstract class Column {
  abstract readonly kind: ColumnKind;
  /** Id of the node that last wrote each cell; null while hidden edges are not kept. */
  stamp: Uint32Array | null = null;
  protected readonly trace: Trace;

  constructor(trace: Trace) {
    this.trace = trace;
  }

  /** Lay the column over the arena; called when the world is made, forked or grown. */
  abstract bind(arena: ArrayBuffer, offset: number, capacity: number): void;
  /** Set a row to zero: it has been removed, and what its cells held has no past any more. */
  abstract clear(row: number): void;

  /**
   * A cell stays as it is, on account of what is being decided or done: the same value in a new version, which descends from
   * the one before. For what would have been written, had that gone otherwise.
   */
  renew(row: number): void {
    const stamp = this.stamp;
    if (stamp !== null) stamp[row] = this.trace.version(stamp[row]);
  }

  /** A cell stays as it is, on account of what last wrote another one, and of nothing before. */
  renewAfter(row: number, other: Column, otherRow: number): void {
    const stamp = this.stamp;
    if (stamp !== null && other.stamp !== null) stamp[row] = other.stamp[otherRow];
  }

  protected noteRead(row: number): void {
    const stamp = this.stamp;
    if (stamp !== null && this.trace.listening) this.trace.read(stamp[row]);
  }

  protected cutPast(row: number): void {
    if (this.stamp !== null) this.stamp[row] = 0;
  }

  protected noteWrite(row: number): void {
    const stamp = this.stamp;
    if (stamp !== null) stamp[row] = this.trace.writer;
  }
}

export class U8Column extends Column {
  readonly kind = 'u8';
  raw: Uint8Array = UNBOUND.uint8;
  bind(arena: ArrayBuffer, offset: number, capacity: number): void {
    this.raw = new Uint8Array(arena, offset, capacity);
  }
  clear(row: number): void {
    this.raw[row] = 0;
    this.cutPast(row);
  }
  at(row: number): number {
    this.noteRead(row);
    return this.raw[row];
  }
  put(row: number, value: number): void {
    this.raw[row] = value;
    this.noteWrite(row);
  }
}

export class U16Column extends Column {
  readonly kind = 'u16';
  raw: Uint16Array = UNBOUND.uint16;
  bind(arena: ArrayBuffer, offset: number, capacity: number): void {
    this.raw = new Uint16Array(arena, offset, capacity);
  }
  clear(row: number): void {
    this.raw[row] = 0;
    this.cutPast(row);
  }
  at(row: number): number {
    this.noteRead(row);
    return this.raw[row];
  }
  put(row: number, value: number): void {
    this.raw[row] = value;
    this.noteWrite(row);
  }
}

export class U32Column extends Column {
  readonly kind: 'u32' | 'event' = 'u32';
  raw: Uint32Array = UNBOUND.uint32;
  bind(arena: ArrayBuffer, offset: number, capacity: number): void {
    this.raw = new Uint32Array(arena, offset, capacity);
  }
  clear(row: number): void {
    this.raw[row] = 0;
    this.cutPast(row);
  }
  at(row: number): number {
    this.noteRead(row);
    return this.raw[row];
  }
  put(row: number, value: number): void {
    this.raw[row] = value;
    this.noteWrite(row);
  }
}

/** Ids of the events that made the facts beside them. */
export class EventColumn extends U32Column {
  override readonly kind = 'event';
}

export class I32Column extends Column {
  readonly kind = 'i32';
  raw: Int32Array = UNBOUND.int32;
  bind(arena: ArrayBuffer, offset: number, capacity: number): void {
    this.raw = new Int32Array(arena, offset, capacity);
  }
  clear(row: number): void {
    this.raw[row] = 0;
    this.cutPast(row);
  }
  at(row: number): number {
    this.noteRead(row);
    return this.raw[row];
  }
  put(row: number, value: number): void {
    this.raw[row] = value;
    this.noteWrite(row);
  }
}

export class F32Column extends Column {
  readonly kind = 'f32';
  raw: Float32Array = UNBOUND.float32;
  bind(arena: ArrayBuffer, offset: number, capacity: number): void {
    this.raw = new Float32Array(arena, offset, capacity);
  }
  clear(row: number): void {
    this.raw[row] = 0;
    this.cutPast(row);
  }
  at(row: number): number {
    this.noteRead(row);
    return this.raw[row];
  }
  put(row: number, value: number): void {
    this.raw[row] = value;
    this.noteWrite(row);
  }
}

export class F64Column extends Column {
  readonly kind = 'f64';
  raw: Float64Array = UNBOUND.float64;
  bind(arena: ArrayBuffer, offset: number, capacity: number): void {
    this.raw = new Float64Array(arena, offset, capacity);
  }
  clear(row: number): void {
    this.raw[row] = 0;
    this.cutPast(row);
  }
  at(row: number): number {
    this.noteRead(row);
    return this.raw[row];
  }
  put(row: number, value: number): void {
    this.raw[row] = value;
    this.noteWrite(row);
  }
}

/** Rows and generations share the 32 bits of a handle; 0 is nobody. */
const ROW_BITS = 22;
const ROW_MASK = (1 << ROW_BITS) - 1;
/** The most rows a table may have: what a handle can name. */
export const MOST_ROWS = ROW_MASK;
/**
 * A row whose generations are spent is not used again, so that a stale handle can never meet a new row. It is then one
 * generation past this last one, which no handle can name.
 */
export const LAST_GENERATION = (1 << (32 - ROW_BITS)) - 1;

export function makeHandle(row: number, generation: number): number {
  return ((generation << ROW_BITS) | (row + 1)) >>> 0;
}

/** What a reference needs to know of the table that it points into. */
export interface RefTarget {
  handleOf(row: number): number;
  generationOf(row: number): number;
  /** Note in the trace that a row was found to be gone. */
  noteGone(row: number): void;
}

/** A reference to a row: `at` gives the row, or -1 when there is none or it has been removed. */
export class RefColumn extends Column {
  readonly kind = 'ref';
  raw: Uint32Array = UNBOUND.uint32;
  private readonly find: () => RefTarget;
  private found: RefTarget | null = null;
  /** `find` is asked once, at the first use: the table may be made after the column that points into it. */
  constructor(trace: Trace, find: () => RefTarget) {
    super(trace);
    this.find = find;
  }
  bind(arena: ArrayBuffer, offset: number, capacity: number): void {
    this.raw = new Uint32Array(arena, offset, capacity);
  }
  clear(row: number): void {
    this.raw[row] = 0;
    this.cutPast(row);
  }
  at(row: number): number {
    this.noteRead(row);
    const handle = this.raw[row];
    if (handle === 0) return -1;
    const target = (handle & ROW_MASK) - 1;
    const rows = (this.found ??= this.find());
    if (rows.generationOf(target) === handle >>> ROW_BITS) return target;
    rows.noteGone(target);
    return -1;
  }
  /** Point at a row of the other table; -1 points at nothing. Throws where that row is not there. */
  put(row: number, target: number): void {
    this.raw[row] = target < 0 ? 0 : (this.found ??= this.find()).handleOf(target);
    this.noteWrite(row);
  }
}

/**
 * An accumulator with a version: what was added, and by which events. Each change makes a new version that descends
 * from the version before and from the contributing event; when it falls to nothing, so does its past.
 */
export class TallyColumn extends Column {
  readonly kind = 'tally';
  raw: Float32Array = UNBOUND.float32;
  private events: Uint32Array = UNBOUND.uint32;
  private weights: Float32Array = UNBOUND.float32;

  bind(arena: ArrayBuffer, offset: number, capacity: number): void {
    this.raw = new Float32Array(arena, offset, capacity);
    this.events = new Uint32Array(arena, offset + 4 * capacity, capacity * TALLY_SLOTS);
    this.weights = new Float32Array(arena, offset + (4 + 4 * TALLY_SLOTS) * capacity, capacity * TALLY_SLOTS);
  }
  clear(row: number): void {
    this.reset(row);
    this.cutPast(row);
  }
  at(row: number): number {
    this.noteRead(row);
    return this.raw[row];
  }
  /** Add `delta` on account of `event`. */
  add(row: number, delta: number, eventId: number): void {
    this.raw[row] += delta;
    const first = row * TALLY_SLOTS;
    let slot = first;
    for (let i = first; i < first + TALLY_SLOTS; i++) {
      if (this.events[i] === eventId) {
        slot = i;
        break;
      }
      if (this.weights[i] < this.weights[slot]) slot = i;
    }
    // What no event brought about (0) is in the value, but takes no contributor's place.
    if (eventId !== 0) {
      if (this.events[slot] === eventId) this.weights[slot] += delta;
      else if (delta > this.weights[slot]) {
        this.events[slot] = eventId;
        this.weights[slot] = delta;
      }
    }
    this.renew(row);
  }
  /** Let it fade: the value and each contribution shrink alike; below `floor` it is gone, and so is its past. */
  fade(row: number, factor: number, floor: number): void {
    const value = this.raw[row];
    if (value === 0) return;
    if (value * factor < floor) {
      this.reset(row);
      this.cutPast(row);
      return;
    }
    this.raw[row] = value * factor;
    const first = row * TALLY_SLOTS;
    for (let i = first; i < first + TALLY_SLOTS; i++) this.weights[i] *= factor;
  }
  reset(row: number): void {
    this.raw[row] = 0;
    this.events.fill(0, row * TALLY_SLOTS, (row + 1) * TALLY_SLOTS);
    this.weights.fill(0, row * TALLY_SLOTS, (row + 1) * TALLY_SLOTS);
  }
  /**
   * The fewest of its largest contributors that together make up `share` (0..1) of what the remembered ones weigh,
   * largest first; ties by older event.
   */
  contributors(row: number, share: number): number[] {
    const first = row * TALLY_SLOTS;
    const slots = [];
    let total = 0;
    for (let i = first; i < first + TALLY_SLOTS; i++) {
      if (this.events[i] === 0) continue;
      slots.push(i);
      total += this.weights[i];
    }
    slots.sort((a, b) => this.weights[b] - this.weights[a] || this.events[a] - this.events[b]);
    const chosen: number[] = [];
    let sum = 0;
    for (const slot of slots) {
      if (sum >= total * share) break;
      chosen.push(this.events[slot]);
      sum += this.weights[slot];
    }
    return chosen;
  }
  /** How much `eventId` weighs now; 0 when it is not remembered. */
  weightOf(row: number, eventId: number): number {
    const first = row * TALLY_SLOTS;
    for (let i = first; i < first + TALLY_SLOTS; i++) if (this.events[i] === eventId) return this.weights[i];
    return 0;
  }
}

/** The class that carries a column of this specification. */
export type ColumnOf<S extends ColumnSpec> = S extends { column: 'u8' }
  ? U8Column
  : S extends { column: 'u16' }
    ? U16Column
    : S extends { column: 'u32' }
      ? U32Column
      : S extends { column: 'i32' }
        ? I32Column
        : S extends { column: 'f32' }
          ? F32Column
          : S extends { column: 'f64' }
            ? F64Column
            : S extends { column: 'event' }
              ? EventColumn
              : S extends { column: 'ref' }
                ? RefColumn
                : S extends { column: 'tally' }
                  ? TallyColumn
                  : never;

export function makeColumn(spec: ColumnSpec, trace: Trace, find: () => RefTarget): Column {
  switch (spec.column) {
    case 'u8':
      return new U8Column(trace);
    case 'u16':
      return new U16Column(trace);
    case 'u32':
      return new U32Column(trace);
    case 'i32':
      return new I32Column(trace);
    case 'f32':
      return new F32Column(trace);
    case 'f64':
      return new F64Column(trace);
    case 'event':
      return new EventColumn(trace);
    case 'ref':
      return new RefColumn(trace, find);
    case 'tally':
      return new TallyColumn(trace);
  }
}
