import type { Column, TableDef, World } from '@anchorhold/engine';

/** Where two worlds differ: a cell, or a row that only one of them has (then `column` is null). */
export interface CellDifference {
  readonly table: string;
  /** Stable name of the row; `#3` in tables whose rows have none. */
  readonly row: string;
  readonly column: string | null;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** A number; the name of the row that a reference points at, null where it points at none; of a row, whether it is there. */
export type CellValue = number | string | boolean | null;

/** The first cell, in the order of tables, rows and columns, in which a system's state differs; null where none does. */
export function firstCell(a: World, b: World, system: string): CellDifference | null {
  for (const [index, def] of a.ruleset.tables.entries()) {
    if (a.ruleset.owners[index] !== system) continue;
    const found = firstInTable(a, b, def);
    if (found !== null) return found;
  }
  return null;
}

function firstInTable(a: World, b: World, def: TableDef): CellDifference | null {
  const rowsOfB = new Map(rowNames(b, def).map((name, row) => [name, row]));
  const namesOfA = rowNames(a, def);
  for (const [rowA, row] of namesOfA.entries()) {
    const rowB = rowsOfB.get(row);
    rowsOfB.delete(row);
    const found = firstInRow(a, b, def, rowA, rowB);
    if (found !== null) return { table: def.id, row, ...found };
  }
  for (const [row, rowB] of rowsOfB) {
    if (b.of(def).isLive(rowB)) return { table: def.id, row, column: null, before: false, after: true };
  }
  return null;
}

function firstInRow(
  a: World,
  b: World,
  def: TableDef,
  rowA: number,
  rowB: number | undefined,
): Omit<CellDifference, 'table' | 'row'> | null {
  const before = a.of(def).isLive(rowA);
  const after = rowB !== undefined && b.of(def).isLive(rowB);
  if (before !== after) return { column: null, before, after };
  if (rowB === undefined || !before) return null;
  for (const column of Object.keys(def.columns)) {
    // The state does not hang on the numbers of events.
    if (columnOf(a, def, column).kind === 'event') continue;
    const [valueA, valueB] = [valueOf(a, def, column, rowA), valueOf(b, def, column, rowB)];
    if (!Object.is(valueA, valueB)) return { column, before: valueA, after: valueB };
  }
  return null;
}

/** The name of each row of a table. */
function rowNames(world: World, def: TableDef): string[] {
  return Array.from({ length: world.of(def).count }, (_, row) => rowName(world, def, row));
}

function rowName(world: World, def: TableDef, row: number): string {
  const named = def.along ?? def;
  return named.rows === 'named' ? world.keyOf(named, row) : `#${row}`;
}

function columnOf(world: World, def: TableDef, name: string): Column {
  return (world.of(def) as unknown as Record<string, Column>)[name]!;
}

function valueOf(world: World, def: TableDef, name: string, row: number): CellValue {
  const column = columnOf(world, def, name);
  if (column.kind !== 'ref') return (column as unknown as { raw: ArrayLike<number> }).raw[row]!;
  const target = (column as unknown as { at(row: number): number }).at(row);
  if (target < 0) return null;
  const id = def.columns[name]!.to!.id;
  return rowName(
    world,
    world.ruleset.tables.find((each) => each.id === id)!,
    target,
  );
}
