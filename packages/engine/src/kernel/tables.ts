import type { Column, ColumnOf, ColumnSpec } from './columns.ts';
import { LAST_GENERATION, MOST_ROWS, U8Column, U16Column, U32Column, makeColumn, makeHandle } from './columns.ts';
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
  /** Rows for each person that a loose table has room for at the outset. */
  readonly perPerson: number;
}

// Declarations are numbered while modules load, to find their rows or entries fast; no world keeps or hashes a number.
// oxlint-disable-next-line anchorhold/no-module-state
let slots = 0;

/** What is declared of a table, beside its columns. */
export interface TableOptions {
  readonly along?: TableDef;
  readonly stamps?: 'cell' | 'row' | 'none';
  /** About how many rows of a loose table each person will come to have: growing in a fight moves the whole world. */
  readonly perPerson?: number;
}

/** What every table has cannot be the name of a column, or the column would hide it. */
type NotColumns = {
  readonly [
    name in Exclude<keyof Rows, 'nameLo' | 'nameHi'> | 'generations' | 'liveCells' | 'freeList' | 'headWords'
  ]?: never;
};

/** Declare a table of a system's own facts: along a named table, or loose. */
export function table<const C extends ColumnSpecs & NotColumns>(
  id: string,
  columns: C,
  options: TableOptions = {},
): TableDef<C> {
  const along = options.along ?? null;
  const { stamps = 'cell', perPerson = 0 } = options;
  return { id, slot: slots++, rows: along ? 'along' : 'loose', along, columns, stamps, perPerson };
}

/** Declare a table of named things, which events can be about. */
export function namedTable<const C extends ColumnSpecs & NotColumns>(id: string, columns: C): TableDef<C> {
  return { id, slot: slots++, rows: 'named', along: null, columns, stamps: 'cell', perPerson: 0 };
}

/** Where a table keeps its counts in the arena's head: count, capacity, first free row + 1, rows alive. */
export const HEAD_WORDS = 4;

/** Names of tables' own columns that other tables may use for columns of theirs. */
const MAY_BE_COLUMNS: readonly string[] = ['nameLo', 'nameHi'];

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
  readonly makerOrdinal: U16Column | null = null;
  private readonly generations: U16Column | null = null;
  private readonly liveCells: U8Column | null = null;
  private readonly freeList: U32Column | null = null;
  private headWords: Int32Array = new Int32Array(HEAD_WORDS);
  private readonly makeRoom: (rows: Rows) => void;

  constructor(def: TableDef, trace: Trace, makeRoom: (rows: Rows) => void, rowsOf: (def: TableDef) => Rows) {
    this.def = def;
    this.makeRoom = makeRoom;
    const columns: Column[] = [];
    this.columns = columns;
    if (def.rows === 'named') {
      columns.push((this.nameLo = new U32Column(trace)), (this.nameHi = new U32Column(trace)));
      columns.push((this.makerTable = new U8Column(trace)), (this.makerRow = new U32Column(trace)));
      columns.push((this.makerOrdinal = new U16Column(trace)));
    }
    if (def.rows === 'loose') {
      this.generations = new U16Column(trace);
      this.liveCells = new U8Column(trace);
      this.freeList = new U32Column(trace);
      columns.push(this.generations, this.liveCells, this.freeList);
    }
    for (const [name, spec] of Object.entries(def.columns)) {
      if (name in this && (def.rows === 'named' || !MAY_BE_COLUMNS.includes(name))) {
        throw new Error(`${def.id}: a column cannot be called "${name}": every table has something of that name`);
      }
      const column = makeColumn(spec, trace, () => rowsOf(spec.to as TableDef));
      columns.push(column);
      (this as unknown as Record<string, Column>)[name] = column;
    }
  }

  /** Rows ever in use at once; removed ones in between are not live. */
  get count(): number {
    return this.headWords[0];
  }
  get capacity(): number {
    return this.headWords[1];
  }
  /** Rows that are there now. */
  get liveCount(): number {
    return this.headWords[3];
  }

  bindHead(head: Int32Array): void {
    this.headWords = head;
  }

  generationOf(row: number): number {
    return this.generations === null ? 0 : this.generations.raw[row];
  }
  /** What a reference to this row holds. Throws where the row is not there. */
  handleOf(row: number): number {
    if (!this.isLive(row)) throw new Error(`${this.def.id}: row ${row} is not there to be referred to`);
    return makeHandle(row, this.generationOf(row));
  }
  /** Note in the trace that a row was found to be gone: whoever finds it so was reached by what removed it. */
  noteGone(row: number): void {
    if (this.generations !== null) this.generations.at(row);
  }
  isLive(row: number): boolean {
    return row >= 0 && row < this.count && (this.liveCells === null || this.liveCells.raw[row] === 1);
  }

  /** A new row, all zero. Reuses removed rows. Only while events are committed or the world is built. */
  add(): number {
    const free = this.headWords[2];
    let row: number;
    if (free !== 0) {
      row = free - 1;
      this.headWords[2] = this.freeList!.raw[row] | 0;
      this.freeList!.raw[row] = 0;
    } else {
      if (this.headWords[0] === MOST_ROWS)
        throw new RangeError(`${this.def.id}: a table has at most ${MOST_ROWS} rows`);
      if (this.headWords[0] === this.headWords[1]) this.makeRoom(this);
      row = this.headWords[0]++;
    }
    this.headWords[3]++;
    if (this.liveCells !== null) this.liveCells.raw[row] = 1;
    return row;
  }

  /** Remove a loose row: it is zeroed, and every reference to it reads as nobody from now on. */
  remove(row: number): void {
    if (this.liveCells === null || this.generations === null || this.freeList === null) {
      throw new Error(`${this.def.id}: rows of a table that is named or lies along another are never removed`);
    }
    if (!this.isLive(row)) throw new Error(`${this.def.id}: row ${row} is not there to be removed`);
    const generation = this.generations.raw[row];
    for (const column of this.columns) column.clear(row);
    this.headWords[3]--;
    this.generations.put(row, generation + 1);
    if (generation === LAST_GENERATION) return;
    this.freeList.raw[row] = this.headWords[2];
    this.headWords[2] = row + 1;
  }
}

/** The rows of a table with its columns as properties. */
export type View<C extends ColumnSpecs> = Rows & { readonly [K in keyof C]: ColumnOf<C[K]> };

/** The three kinds of things that everything else refers to. Systems add their own facts along them. */
export const person = namedTable('person', {});
export const place = namedTable('place', {});
export const group = namedTable('group', {});
