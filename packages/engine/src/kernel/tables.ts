import type { Column, ColumnOf, ColumnSpec } from './columns.ts';
import { LAST_GENERATION, U8Column, U16Column, U32Column, makeColumn, makeHandle } from './columns.ts';
import type { Trace } from './trace.ts';

/** The columns of a table, by name. */
export interface ColumnSpecs {
  readonly [column: string]: ColumnSpec;
}

/**
 * How rows come and go.
 * - `named`: each row has a stable name and stays for ever; only such rows take roles in events.
 * - `along`: one row for each row of a named table: a system's own facts about people, places, groups.
 * - `loose`: rows are added and removed; references to them survive removal by reading as nobody.
 */
export type RowsKind = 'named' | 'along' | 'loose';

/** A table as declared. `slot` finds its rows in a world; it is never stored or hashed. */
export interface TableDef<C extends ColumnSpecs = ColumnSpecs> {
  readonly id: string;
  readonly slot: number;
  readonly rows: RowsKind;
  readonly along: TableDef | null;
  readonly columns: C;
  /** Whether hidden edges are kept cell by cell, for whole rows, or not at all. */
  readonly stamps: 'cell' | 'row' | 'none';
}

let slots = 0;

interface TableOptions {
  readonly along?: TableDef;
  readonly stamps?: 'cell' | 'row' | 'none';
}

/** Declare a table of a system's own facts: along a named table, or loose. */
export function table<const C extends ColumnSpecs>(id: string, columns: C, options: TableOptions = {}): TableDef<C> {
  const along = options.along ?? null;
  return { id, slot: slots++, rows: along ? 'along' : 'loose', along, columns, stamps: options.stamps ?? 'cell' };
}

/** Declare a table of named things, which events can be about. */
export function namedTable<const C extends ColumnSpecs>(id: string, columns: C): TableDef<C> {
  return { id, slot: slots++, rows: 'named', along: null, columns, stamps: 'cell' };
}

/** Where a table keeps its counts in the arena's head: count, capacity, first free row + 1, rows alive. */
export const HEAD_WORDS = 4;

/** The rows of one table in one world. Columns are its properties, by name (see `View`). */
export class Rows {
  readonly def: TableDef;
  readonly columns: readonly Column[];
  /** Stable names of named rows, as two words of a 64-bit hash. */
  readonly nameLo: U32Column | null = null;
  readonly nameHi: U32Column | null = null;
  /** For things made while living: index of the maker's table + 1, the maker's row, and the how-manieth it is. */
  readonly makerTable: U8Column | null = null;
  readonly makerRow: U32Column | null = null;
  readonly ordinal: U16Column | null = null;
  private readonly generation: U16Column | null = null;
  private readonly live: U8Column | null = null;
  private readonly nextFree: U32Column | null = null;
  private head: Int32Array = new Int32Array(HEAD_WORDS);
  private readonly makeRoom: (rows: Rows) => void;

  constructor(def: TableDef, trace: Trace, makeRoom: (rows: Rows) => void, rowsOf: (def: TableDef) => Rows) {
    this.def = def;
    this.makeRoom = makeRoom;
    const columns: Column[] = [];
    if (def.rows === 'named') {
      columns.push((this.nameLo = new U32Column(trace)), (this.nameHi = new U32Column(trace)));
      columns.push((this.makerTable = new U8Column(trace)), (this.makerRow = new U32Column(trace)));
      columns.push((this.ordinal = new U16Column(trace)));
    }
    if (def.rows === 'loose') {
      this.generation = new U16Column(trace);
      this.live = new U8Column(trace);
      this.nextFree = new U32Column(trace);
      columns.push(this.generation, this.live, this.nextFree);
    }
    for (const [name, spec] of Object.entries(def.columns)) {
      const target = spec.to;
      const generationOf = (row: number): number => (target ? rowsOf(target as TableDef).generationOf(row) : 0);
      const column = makeColumn(spec, trace, generationOf);
      columns.push(column);
      Object.defineProperty(this, name, { value: column, enumerable: true });
    }
    this.columns = columns;
  }

  /** Rows ever in use at once; removed ones in between are not live. */
  get count(): number {
    return this.head[0];
  }
  get capacity(): number {
    return this.head[1];
  }
  get alive(): number {
    return this.head[3];
  }

  bindHead(head: Int32Array): void {
    this.head = head;
  }

  generationOf(row: number): number {
    return this.generation === null ? 0 : this.generation.raw[row];
  }
  handleOf(row: number): number {
    return makeHandle(row, this.generationOf(row));
  }
  isLive(row: number): boolean {
    return row >= 0 && row < this.count && (this.live === null || this.live.raw[row] === 1);
  }

  /** A new row, all zero. Reuses removed rows. Only while events are committed or the world is built. */
  add(): number {
    const free = this.head[2];
    let row: number;
    if (free !== 0) {
      row = free - 1;
      this.head[2] = this.nextFree!.raw[row] | 0;
      this.nextFree!.raw[row] = 0;
    } else {
      if (this.head[0] === this.head[1]) this.makeRoom(this);
      row = this.head[0]++;
    }
    this.head[3]++;
    if (this.live !== null) this.live.raw[row] = 1;
    return row;
  }

  /** Remove a loose row: it is zeroed, and every reference to it reads as nobody from now on. */
  remove(row: number): void {
    if (this.live === null || this.generation === null || this.nextFree === null) {
      throw new Error(`${this.def.id}: rows of a table that is named or lies along another are never removed`);
    }
    if (!this.isLive(row)) throw new Error(`${this.def.id}: row ${row} is not there to be removed`);
    const generation = this.generation.raw[row];
    for (const column of this.columns) column.clear(row);
    this.head[3]--;
    if (generation === LAST_GENERATION) {
      this.generation.raw[row] = LAST_GENERATION;
      return;
    }
    this.generation.raw[row] = generation + 1;
    this.nextFree.raw[row] = this.head[2];
    this.head[2] = row + 1;
  }
}

/** The rows of a table with its columns as properties. */
export type View<C extends ColumnSpecs> = Rows & { readonly [K in keyof C]: ColumnOf<C[K]> };

/** The three kinds of things that everything else refers to. Systems add their own facts along them. */
export const person = namedTable('person', {});
export const place = namedTable('place', {});
export const group = namedTable('group', {});
