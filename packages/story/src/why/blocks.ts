import { readEvent } from '@anchorhold/engine';
import type { EventRecord, World } from '@anchorhold/engine';
import { cleanText } from '../english/names.ts';
import { engagementWith } from '../forks/spans.ts';
import type { Lived } from '../forks/lived.ts';

/** Events of one sort that add up behind a turn, stated as its causes or not. */
export interface Block {
  /** The sort in the singular, such as `loss`. */
  readonly noun: string;
  readonly ids: readonly number[];
  /** Shown names of those whom it befell, where there are any. */
  readonly whom: readonly string[];
}

/**
 * Behind a large turn stand many things of a few sorts, of which it states the most telling. Here are all of each sort that
 * bore on the same side until the turn, since its fight began: what no single one of them decides, a whole sort may.
 */
export function blocksBehind(lived: Lived, id: number): Block[] {
  const world = lived.end;
  const turn = readEvent(world, id);
  const stated = turn.because.map((cause) => readEvent(world, cause.id)).filter((cause) => sortOf(cause) !== null);
  const first = engagementWith(lived, id)?.first ?? 1;
  const blocks = new Map<string, number[]>();
  for (let at = first; at < id; at++) {
    const event = readEvent(world, at);
    const noun = sortOf(event);
    if (noun === null || !stated.some((cause) => bearsOnSame(cause, event))) continue;
    const block = blocks.get(noun);
    if (block === undefined) blocks.set(noun, [at]);
    else block.push(at);
  }
  return [...blocks].map(([noun, ids]) => ({
    noun,
    ids,
    whom: ids.flatMap((at) => targetOf(world, readEvent(world, at))),
  }));
}

function targetOf(world: World, { entry, roles }: EventRecord): string[] {
  const row = roles['target'];
  return row === undefined ? [] : [cleanText(world.cast.shownName(entry.kind.roles['target']!.table, row))];
}

function sortOf({ entry, fields }: EventRecord): string | null {
  return entry.words.sort?.(fields as never).noun ?? null;
}

/** Whether both are of a kind and about the same side, or where the kind knows no sides the same actor. */
function bearsOnSame(a: EventRecord, b: EventRecord): boolean {
  const role = a.entry.roles.includes('group') ? 'group' : 'actor';
  return a.kind === b.kind && a.roles[role] === b.roles[role];
}
