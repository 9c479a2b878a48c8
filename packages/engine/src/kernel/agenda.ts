import { event, i32, u16, u32, u8 } from './columns.ts';
import { table } from './tables.ts';
import type { World } from './world.ts';

/** Something that will happen to somebody at a set time: an arrival, a shift's end, a message delivered. */
export interface AgendaAct {
  readonly id: string;
  readonly slot: number;
  readonly run: (world: World, subject: number, datum: number, cause: number) => void;
}

// Declarations are numbered while modules load, to find their rows or entries fast; no world keeps or hashes a number.
// oxlint-disable-next-line anchorhold/no-module-state
let slots = 0;

/** Declare what can be put on the agenda. `subject` is a row of whatever table the act is about, `datum` one word more, `cause` the event that
 * put it there (0: none). */
export function agendaAct(
  id: `${string}/${string}`,
  run: (world: World, subject: number, datum: number, cause: number) => void,
): AgendaAct {
  return { id, slot: slots++, run };
}

/** Entries are a binary heap: `order` lists rows, soonest first. */
export const agenda = table(
  'agenda',
  { time: i32, priority: u8, nameLo: u32, nameHi: u32, act: u16, subject: i32, datum: i32, cause: event, order: u32 },
  { stamps: 'row', perPerson: 1 },
);

/** Whether entry `a` comes before entry `b`: by time, then priority (low first), then stable name, act, datum, subject. */
function before(world: World, a: number, b: number): boolean {
  const rows = world.of(agenda);
  if (rows.time.raw[a] !== rows.time.raw[b]) return rows.time.raw[a] < rows.time.raw[b];
  if (rows.priority.raw[a] !== rows.priority.raw[b]) return rows.priority.raw[a] < rows.priority.raw[b];
  if (rows.nameHi.raw[a] !== rows.nameHi.raw[b]) return rows.nameHi.raw[a] < rows.nameHi.raw[b];
  if (rows.nameLo.raw[a] !== rows.nameLo.raw[b]) return rows.nameLo.raw[a] < rows.nameLo.raw[b];
  if (rows.act.raw[a] !== rows.act.raw[b]) return rows.act.raw[a] < rows.act.raw[b];
  if (rows.datum.raw[a] !== rows.datum.raw[b]) return rows.datum.raw[a] < rows.datum.raw[b];
  return rows.subject.raw[a] < rows.subject.raw[b];
}

/** Put an entry on the agenda. `name` is the stable name (two words) of what it is about. */
export function schedule(
  world: World,
  act: AgendaAct,
  time: number,
  name: { readonly lo: number; readonly hi: number },
  subject: number,
  datum = 0,
  priority = 8,
  cause = 0,
): void {
  const rows = world.of(agenda);
  const row = rows.add();
  rows.time.put(row, time);
  rows.priority.put(row, priority);
  rows.nameLo.put(row, name.lo);
  rows.nameHi.put(row, name.hi);
  rows.act.put(row, world.ruleset.actIndex(act));
  rows.subject.put(row, subject);
  rows.datum.put(row, datum);
  rows.cause.put(row, cause);
  const order = rows.order;
  let at = rows.liveCount - 1;
  while (at > 0) {
    const parent = (at - 1) >>> 1;
    if (!before(world, row, order.raw[parent])) break;
    order.raw[at] = order.raw[parent];
    at = parent;
  }
  order.raw[at] = row;
}

/** Time of the soonest entry, or Infinity. */
export function nextAgendaTime(world: World): number {
  const rows = world.of(agenda);
  return rows.liveCount === 0 ? Infinity : rows.time.raw[rows.order.raw[0]];
}

/** Take the soonest entry off and run it. What it proposes descends from whatever put it on the agenda. */
export function runNextEntry(world: World): void {
  const rows = world.of(agenda);
  const order = rows.order;
  const row = order.raw[0];
  const act = world.ruleset.acts[rows.act.raw[row]];
  const subject = rows.subject.raw[row];
  const datum = rows.datum.raw[row];
  const cause = rows.cause.raw[row];
  const scheduledBy = rows.time.stamp?.[row] ?? 0;
  const last = order.raw[rows.liveCount - 1];
  const left = rows.liveCount - 1;
  removeKeepingOrder(world, row);
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= left) break;
    if (child + 1 < left && before(world, order.raw[child + 1], order.raw[child])) child++;
    if (!before(world, order.raw[child], last)) break;
    order.raw[at] = order.raw[child];
    at = child;
  }
  if (left > 0) order.raw[at] = last;
  order.raw[left] = 0;
  world.trace.writer = scheduledBy;
  act.run(world, subject, datum, cause);
  world.trace.writer = 0;
}

/** `order` is a heap over all rows, not a fact about this row: removal must leave it alone. */
function removeKeepingOrder(world: World, row: number): void {
  const rows = world.of(agenda);
  const kept = rows.order.raw[row];
  rows.remove(row);
  rows.order.raw[row] = kept;
}
