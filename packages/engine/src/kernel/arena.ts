import { BYTES } from './columns.ts';
import type { Column } from './columns.ts';
import type { WordHash } from './hash.ts';
import { HEAD_WORDS, Rows } from './tables.ts';
import type { TableDef } from './tables.ts';
import type { Trace } from './trace.ts';

/** Words at the start of every arena that belong to the world itself: its clock and counters. */
export const WORLD_WORDS = 16;
const FIRST_CAPACITY = 8;

/**
 * All state that can change, in one buffer: the world's own words, each table's head, then the columns one after
 * another. Forking copies the buffer; saving writes it; hashing reads the rows that are in use.
 */
export class Arena {
  buffer: ArrayBuffer;
  /** The world's own words. */
  words: Int32Array;
  private readonly defs: readonly TableDef[];
  private readonly rows: readonly Rows[];
  private readonly bySlot: Rows[] = [];
  private readonly trace: Trace;
  /** Where each table's columns begin in the buffer, and after the last where they all end. */
  private starts: number[] = [];

  /**
   * An empty arena for these tables, or one laid over a copy of another arena's bytes. `expected` says how many rows a
   * table will have at least, so that filling an empty one need not move everything again and again.
   */
  constructor(
    defs: readonly TableDef[],
    trace: Trace,
    copy: ArrayBuffer | null,
    expected: (def: TableDef) => number = () => 0,
  ) {
    this.defs = defs;
    this.trace = trace;
    const grow = (rows: Rows): void => this.grow(rows);
    const find = (def: TableDef): Rows => this.of(def);
    this.rows = defs.map((def) => {
      const rows = new Rows(def, trace, grow, find);
      this.bySlot[def.slot] = rows;
      return rows;
    });
    if (copy === null) {
      const capacities = defs.map((def) => roomFor(expected(def)));
      this.buffer = new ArrayBuffer(this.bytesFor(capacities));
      this.words = new Int32Array(this.buffer, 0, WORLD_WORDS);
      const heads = new Int32Array(this.buffer, WORLD_WORDS * 4, defs.length * HEAD_WORDS);
      for (let i = 0; i < defs.length; i++) heads[i * HEAD_WORDS + 1] = capacities[i];
    } else {
      const heads = new Int32Array(copy, WORLD_WORDS * 4, defs.length * HEAD_WORDS);
      const capacities = defs.map((_, i) => heads[i * HEAD_WORDS + 1]);
      if (copy.byteLength !== this.bytesFor(capacities)) throw new RangeError('an arena of another size was copied');
      this.buffer = copy;
      this.words = new Int32Array(this.buffer, 0, WORLD_WORDS);
    }
    this.bind();
  }

  of(def: TableDef): Rows {
    const rows = this.bySlot[def.slot];
    if (rows === undefined) throw new Error(`table ${def.id} belongs to no system of this ruleset`);
    return rows;
  }

  /** Add the state of each table in use to the hash of its system. Ids of events are left out. */
  hashInto(hashes: readonly WordHash[], whole: WordHash): void {
    whole.update(new Uint32Array(this.buffer, 0, WORLD_WORDS), 0, WORLD_WORDS);
    for (let i = 0; i < this.rows.length; i++) {
      const rows = this.rows[i];
      const hash = hashes[i];
      hash.word(rows.count);
      whole.word(rows.count);
      for (const column of rows.columns) {
        if (column.kind === 'event') continue;
        const size = column.kind === 'tally' ? 4 : BYTES[column.kind];
        const words = Math.ceil((rows.count * size) / 4);
        if (words === 0) continue;
        const raw = (column as unknown as { raw: { byteOffset: number } }).raw;
        const view = new Uint32Array(this.buffer, raw.byteOffset, words);
        hash.update(view, 0, words);
        whole.update(view, 0, words);
      }
    }
  }

  private capacities(): number[] {
    return this.defs.map((_, i) => this.headOf(i)[1]);
  }

  private headOf(index: number): Int32Array {
    return new Int32Array(this.buffer, (WORLD_WORDS + index * HEAD_WORDS) * 4, HEAD_WORDS);
  }

  private firstColumn(): number {
    return align((WORLD_WORDS + this.defs.length * HEAD_WORDS) * 4);
  }

  private bytesFor(capacities: readonly number[]): number {
    let bytes = this.firstColumn();
    for (let i = 0; i < this.rows.length; i++) {
      for (const column of this.rows[i].columns) bytes = align(bytes + BYTES[column.kind] * capacities[i]);
    }
    return bytes;
  }

  /** Lay every column over the buffer. */
  private bind(): void {
    let offset = this.firstColumn();
    this.starts = [];
    for (let i = 0; i < this.rows.length; i++) {
      this.starts.push(offset);
      const head = this.headOf(i);
      const rows = this.rows[i];
      rows.bindHead(head);
      for (const column of rows.columns) {
        column.bind(this.buffer, offset, head[1]);
        offset = align(offset + BYTES[column.kind] * head[1]);
      }
      if (this.trace.on) this.bindStamps(rows, head[1]);
    }
    this.starts.push(offset);
  }

  private bindStamps(rows: Rows, capacity: number): void {
    if (rows.def.stamps === 'none') return;
    const widen = (old: Uint32Array | null): Uint32Array => {
      if (old !== null && old.length === capacity) return old;
      const wider = new Uint32Array(capacity);
      if (old !== null) wider.set(old);
      return wider;
    };
    let shared: Uint32Array | null = null;
    for (const column of rows.columns) {
      // A tally's versions are a chain of their own, which fading cuts: it shares its stamps with no other column.
      if (rows.def.stamps === 'row' && column.kind !== 'tally') column.stamp = shared ??= widen(column.stamp);
      else column.stamp = widen(column.stamp);
    }
  }

  /** Double a table's room. Everything moves into a new buffer; columns stay the same objects. */
  private grow(full: Rows): void {
    const capacities = this.capacities();
    const index = this.rows.indexOf(full);
    const old = full.columns.map((column) => bytesOf(column, full.capacity));
    capacities[index] *= 2;
    const before = new Uint8Array(this.buffer);
    const after = new Uint8Array(this.bytesFor(capacities));
    // The other tables keep their form: those in front lie as before, those behind move on by what this one gains.
    after.set(before.subarray(0, this.starts[index]));
    after.set(before.subarray(this.starts[index + 1]), this.starts[index + 1] + after.length - before.length);
    this.buffer = after.buffer;
    this.words = new Int32Array(this.buffer, 0, WORLD_WORDS);
    this.headOf(index)[1] = capacities[index];
    this.bind();
    for (let c = 0; c < old.length; c++) copyColumn(full.columns[c], old[c], capacities[index], this.buffer);
  }
}

/** Room for at least so many rows: a power of two, as growing by doubling would give. */
function roomFor(rows: number): number {
  let room = FIRST_CAPACITY;
  while (room < rows) room *= 2;
  return room;
}

function align(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function rawOf(column: Column): Uint8Array {
  return (column as unknown as { raw: Uint8Array }).raw;
}

function bytesOf(column: Column, capacity: number): Uint8Array {
  const raw = rawOf(column);
  return new Uint8Array(raw.buffer, raw.byteOffset, BYTES[column.kind] * capacity);
}

/** Copy a column's bytes into its new place; a tally has three parts, each as long as the table's room. */
function copyColumn(column: Column, old: Uint8Array, capacity: number, buffer: ArrayBuffer): void {
  const at = rawOf(column).byteOffset;
  const size = BYTES[column.kind];
  const oldCapacity = old.length / size;
  const parts = column.kind === 'tally' ? [4, (size - 4) / 2, (size - 4) / 2] : [size];
  let from = 0;
  let to = at;
  for (const part of parts) {
    new Uint8Array(buffer, to, part * oldCapacity).set(old.subarray(from, from + part * oldCapacity));
    from += part * oldCapacity;
    to += part * capacity;
  }
}
