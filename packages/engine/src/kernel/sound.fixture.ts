import { agenda } from './agenda.ts';
import { claim, mind } from './beliefs.ts';
import { LAST_GENERATION, MOST_ROWS, TALLY_SLOTS, TallyColumn } from './columns.ts';
import type { Column } from './columns.ts';
import { person } from './tables.ts';
import type { Rows, TableDef } from './tables.ts';
import type { World } from './world.ts';

/** What a table keeps to itself, looked at from outside. */
interface Inside {
  readonly headWords: Int32Array;
  readonly generations: { readonly raw: Uint16Array } | null;
  readonly liveCells: { readonly raw: Uint8Array } | null;
  readonly freeList: { readonly raw: Uint32Array } | null;
}
interface TallyInside {
  readonly events: Uint32Array;
  readonly weights: Float32Array;
}
type Raw = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;
const rawOf = (column: Column): Raw => (column as unknown as { raw: Raw }).raw;
const tallyOf = (column: Column): TallyInside => column as unknown as TallyInside;

/**
 * Throws an error that lists all that is not sound in a world: numbers that are none, counts and free lists that
 * contradict each other, references to rows that never were, cells that are not zero where no row is (the hash reads
 * them), ids of events that are not in the chronicle, an agenda out of order, chains of claims that leak.
 */
export function assertSound(world: World): void {
  const faults: string[] = [];
  const words = world.arena.words;
  if (world.logCursor < 0 || world.logCursor > world.recipe.log.length) faults.push(`log cursor ${world.logCursor}`);
  if (words.subarray(4).some((word) => word !== 0)) faults.push('words of the world that nobody uses are not zero');
  for (const def of world.ruleset.tables) {
    const rows = world.arena.of(def);
    const say = (what: string): void => void faults.push(`${def.id}: ${what}`);
    headIsSound(world, def, rows, say);
    if (faults.length > 0) continue;
    freeListIsSound(rows, say);
    for (const column of rows.columns) cellsAreSound(world, rows, column, say);
  }
  if (faults.length === 0) {
    agendaIsSound(world, faults);
    claimsAreSound(world, faults);
  }
  if (faults.length > 0) throw new Error(`the world is not sound:\n${faults.join('\n')}`);
}

function headIsSound(world: World, def: TableDef, rows: Rows, say: (what: string) => void): void {
  const { liveCells } = rows as unknown as Inside;
  if (rows.count > rows.capacity) say(`${rows.count} rows in room for ${rows.capacity}`);
  if (def.along !== null && rows.count !== world.arena.of(def.along).count) {
    say(`${rows.count} rows along the ${world.arena.of(def.along).count} of ${def.along.id}`);
  }
  let live = rows.count;
  if (liveCells !== null) {
    live = 0;
    for (let row = 0; row < rows.count; row++) {
      if (liveCells.raw[row] > 1) say(`row ${row} is live ${liveCells.raw[row]} times`);
      live += liveCells.raw[row];
    }
  }
  if (rows.liveCount !== live) say(`${rows.liveCount} rows are counted as live, ${live} are`);
}

function freeListIsSound(rows: Rows, say: (what: string) => void): void {
  const { headWords, generations, liveCells, freeList } = rows as unknown as Inside;
  if (generations === null || liveCells === null || freeList === null) {
    if (headWords[2] !== 0) say('a table whose rows stay has a free list');
    return;
  }
  const free = new Set<number>();
  for (let next = headWords[2]; next !== 0; next = freeList.raw[next - 1]) {
    const row = next - 1;
    if (row < 0 || row >= rows.count || liveCells.raw[row] === 1) say(`row ${row} is in the free list, but not free`);
    if (free.has(row)) {
      say(`the free list comes back to row ${row}`);
      break;
    }
    free.add(row);
  }
  for (let row = 0; row < rows.count; row++) {
    const generation = generations.raw[row];
    if (generation > LAST_GENERATION + 1) say(`row ${row} is of generation ${generation}`);
    const spent = generation === LAST_GENERATION + 1;
    if (spent && (liveCells.raw[row] === 1 || free.has(row))) say(`row ${row} is spent, yet used`);
    if (!spent && liveCells.raw[row] === 0 && !free.has(row)) say(`row ${row} is lost: neither live nor free`);
    if (!free.has(row) && freeList.raw[row] !== 0) say(`row ${row} is not free, but points to a free row`);
  }
}

function cellsAreSound(world: World, rows: Rows, column: Column, say: (what: string) => void): void {
  const inside = rows as unknown as Inside;
  const own = [inside.generations, inside.liveCells, inside.freeList].includes(column as never);
  const name = own
    ? 'its own column'
    : (Object.keys(rows.def.columns).find((each) => rows[each as 'columns'] === (column as never)) ?? 'name');
  const raw = rawOf(column);
  const last = world.chronicle.length;
  for (let row = 0; row < rows.capacity; row++) {
    const value = raw[row];
    if (!Number.isFinite(value)) say(`${name} of row ${row} is ${value}`);
    const gone = !rows.isLive(row);
    const heap = rows.def === agenda && name === 'order';
    if (gone && value !== 0 && !(own && row < rows.count) && !heap)
      say(`row ${row} is not there, but its ${name} is ${value}`);
    if (column.kind === 'event' && value > last) say(`${name} of row ${row} is event ${value} of ${last}`);
    if (column.kind === 'ref' && value !== 0 && !gone) refIsSound(world, rows.def, name, row, value, say);
    if (column instanceof TallyColumn) {
      const { events, weights } = tallyOf(column);
      for (let slot = row * TALLY_SLOTS; slot < (row + 1) * TALLY_SLOTS; slot++) {
        if (!Number.isFinite(weights[slot])) say(`${name} of row ${row} weighs ${weights[slot]}`);
        if (events[slot] > last) say(`${name} of row ${row} was contributed to by event ${events[slot]} of ${last}`);
        if (gone && (events[slot] !== 0 || weights[slot] !== 0))
          say(`row ${row} is not there, but its ${name} is remembered`);
        if (events[slot] === 0 && weights[slot] !== 0) say(`${name} of row ${row}: nobody weighs ${weights[slot]}`);
      }
    }
  }
}

function refIsSound(
  world: World,
  def: TableDef,
  name: string,
  row: number,
  handle: number,
  say: (what: string) => void,
): void {
  const target = world.arena.of(def.columns[name].to as TableDef);
  const to = (handle & MOST_ROWS) - 1;
  const generation = handle >>> 22;
  if (to < 0 || to >= target.count) say(`${name} of row ${row} points at row ${to}, which never was`);
  else if (generation > target.generationOf(to))
    say(`${name} of row ${row} points at a generation that is still to come`);
  else if (generation === target.generationOf(to) && !target.isLive(to))
    say(`${name} of row ${row} would meet a new row`);
}

function agendaIsSound(world: World, faults: string[]): void {
  const rows = world.of(agenda);
  const order = [...rows.order.raw.subarray(0, rows.liveCount)];
  if (new Set(order).size !== order.length || order.some((row) => !rows.isLive(row)))
    faults.push('agenda: not its live rows are in order');
  for (let at = 1; at < order.length; at++) {
    const parent = (at - 1) >>> 1;
    if (rows.time.raw[order[parent]] > rows.time.raw[order[at]])
      faults.push(`agenda: entry ${at} comes before its parent`);
  }
  if (rows.order.raw.subarray(rows.liveCount).some((row) => row !== 0)) faults.push('agenda: order beyond its entries');
}

function claimsAreSound(world: World, faults: string[]): void {
  const claims = world.of(claim);
  const { first } = world.of(mind);
  const met = new Set<number>();
  for (let who = 0; who < world.of(person).count; who++) {
    for (let next = first.raw[who]; next !== 0; next = claims.next.raw[next - 1]) {
      const row = next - 1;
      if (met.has(row)) {
        faults.push(`claim: the chain of person ${who} meets row ${row} again`);
        break;
      }
      met.add(row);
      if (!claims.isLive(row)) faults.push(`claim: person ${who} holds row ${row}, which is gone`);
      else if (claims.holder.raw[row] !== who)
        faults.push(`claim: person ${who} holds a claim of ${claims.holder.raw[row]}`);
    }
  }
  if (met.size !== claims.liveCount)
    faults.push(`claim: ${claims.liveCount} rows, of which ${met.size} are held by somebody`);
}
