import { expect, test } from 'vitest';
import { Arena } from './arena.ts';
import { i32, u8 } from './columns.ts';
import { namedTable, table } from './tables.ts';
import { Trace } from './trace.ts';

const thing = namedTable('thing', { weight: i32 });
const along = table('mark', { state: u8 }, { along: thing });
const loose = table('scrap', { size: i32 });
const tables = [thing, along, loose];

test('an arena that knows how many rows will come does not move as they do', () => {
  const arena = new Arena(tables, new Trace(false), null, (def) => (def === loose ? 0 : 100));
  const before = arena.buffer;
  for (let i = 0; i < 100; i++) for (const def of [thing, along]) arena.of(def).add();
  expect(arena.buffer).toBe(before);
  for (let i = 0; i < 29; i++) arena.of(thing).add();
  expect(arena.buffer).not.toBe(before);
  expect(arena.of(thing).count).toBe(129);
});

test('a table that grows between two others takes nothing from either, nor from itself', () => {
  const arena = new Arena(tables, new Trace(false), null);
  const rows = tables.map(
    (def) => arena.of(def) as unknown as Record<string, { put(row: number, value: number): void }>,
  );
  const cells = [rows[0]!['weight']!, rows[1]!['state']!, rows[2]!['size']!];
  for (let row = 0; row < 200; row++) {
    for (const [i, def] of tables.entries()) {
      // The middle one runs ahead, so that it grows at other moments than those beside it.
      if (i !== 1 && row % 2 === 1) continue;
      cells[i]!.put(arena.of(def).add(), (row * (i + 3)) % 251);
    }
  }
  const raw = (i: number): number[] => [
    ...(cells[i] as unknown as { raw: Uint8Array }).raw.subarray(0, arena.of(tables[i]!).count),
  ];
  expect(raw(1)).toEqual(Array.from({ length: 200 }, (_, row) => (row * 4) % 251));
  expect(raw(0)).toEqual(Array.from({ length: 100 }, (_, i) => (2 * i * 3) % 251));
  expect(raw(2)).toEqual(Array.from({ length: 100 }, (_, i) => (2 * i * 5) % 251));
});
