import type { ComesOtherwise, Comparison, SaidEvent } from '@anchorhold/story';
import { andList } from '../text.ts';
import { bare } from './changes.ts';
import type { Clock } from './changes.ts';

/** Something that is told on a line. */
interface Told {
  readonly event: SaidEvent;
  readonly line: string;
}

/** What fell away, what came instead, what came otherwise: the lines of each, no more than there is room for. */
export interface Lists {
  readonly fell: readonly string[];
  readonly instead: readonly string[];
  readonly otherwise: readonly string[];
}

/** Fewer lines than these say nothing of a list. */
const LEAST = 4;

export function listsOf(comparison: Comparison, room: number, clock: Clock): Lists {
  const alone = (event: SaidEvent): Told => ({ event, line: `${clock(event.time)} ${event.text}` });
  const lists = [
    comparison.vanished.map(alone),
    comparison.appeared.map(alone),
    [
      ...comparison.moved.map((pair) => beside(pair, [], clock)),
      ...comparison.changed.map((pair) => beside(pair, pair.fields, clock)),
    ],
  ];
  const rooms = shared(
    lists.map((list) => (room === Infinity ? list : list.filter(({ event }) => event.weight !== 'detail')).length),
    room,
  );
  const [fell, instead, otherwise] = lists.map((list, i) => chosen(list, rooms[i]!));
  return { fell: fell!, instead: instead!, otherwise: otherwise! };
}

/** `22:31, not 22:29: Ines carried Esra away.` */
function beside({ before, after }: ComesOtherwise, fields: readonly string[], clock: Clock): Told {
  const others = fields.filter((field) => field !== 'time');
  // What only moved says so; what came otherwise, where it moved by more than counts as the same.
  const moved = fields.length === others.length && fields.length > 0 ? '' : `, not ${clock(before.time)}:`;
  const text =
    before.text !== after.text
      ? `${after.text} Before: ${before.text}`
      : others.length === 0
        ? after.text
        : `${bare(after.text)} (another ${andList(others)}).`;
  return { event: after, line: `${clock(after.time)}${moved} ${text}` };
}

/** How many lines each list gets of `room`, by how many it could use: as evenly as that goes. */
function shared(wanted: readonly number[], room: number): number[] {
  const got = wanted.map(() => 0);
  for (let left = room; left > 0; left--) {
    const open = wanted.flatMap((count, i) => (got[i]! < count ? [i] : []));
    if (open.length === 0) break;
    const next = open.reduce((a, b) => (got[b]! < got[a]! ? b : a));
    got[next]!++;
  }
  return got.map((lines, i) => Math.max(lines, Math.min(LEAST, wanted[i]!)));
}

const WEIGHTS: readonly SaidEvent['weight'][] = ['turn', 'beat', 'detail'];

/** The weightiest, in order of time, and how many are left untold. */
function chosen(list: readonly Told[], lines: number): string[] {
  const byWeight = weightiestFirst(list);
  // The last line says how many more there are.
  const shown = byWeight.slice(0, lines >= byWeight.length ? byWeight.length : Math.max(0, lines - 1));
  const left = byWeight.slice(shown.length);
  const told = [...shown]
    .sort((a, b) => a.event.time - b.event.time || a.event.id - b.event.id)
    .map(({ line }) => line);
  return left.length === 0 ? told : [...told, leftWords(left, shown.length > 0)];
}

/** Fates before other turns, turns before beats; of one weight the first of each kind before its second. */
function weightiestFirst(list: readonly Told[]): Told[] {
  const seen = new Map<string, number>();
  const ranked = [...list]
    .sort((a, b) => a.event.time - b.event.time || a.event.id - b.event.id)
    .map((told) => {
      const { kind, weight, fate } = told.event;
      const nth = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, nth);
      return { told, rank: fate && weight === 'turn' ? -1 : WEIGHTS.indexOf(weight), nth };
    });
  return ranked.sort((a, b) => a.rank - b.rank || a.nth - b.nth).map(({ told }) => told);
}

function leftWords(left: readonly Told[], after: boolean): string {
  const small = left.filter(({ event }) => event.weight === 'detail').length;
  const large = left.length - small;
  const start = after ? 'And ' : '';
  const smaller = `${small} smaller thing${small === 1 ? '' : 's'}`;
  if (large === 0) return `${start}${smaller}.`;
  return `${start}${large}${after ? ' more' : ''}${small === 0 ? '' : `, and ${smaller}`}.`;
}
