/** Whom an event touches, and how much: what dread and the other feelings have in common. */
import { witnessRow } from '../../kernel/chronicle.ts';
import { readEvent } from '../../kernel/read.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf, member } from '../groups/state.ts';

/** A kind of event that does something to those whom it befell, or who saw it, and how much of it. */
export interface Touch {
  /** The kind of event, as `wounds/died`. */
  readonly of: string;
  /** For whoever stands in these roles; of a group, for all of its people. */
  readonly own?: Readonly<Record<string, number>>;
  /** For those who noticed it. */
  readonly seen?: number;
  /** The role of whom it befell: to those who are not of their group it is only a part of that. */
  readonly whose?: string;
  /** For which events of the kind; all of them where it is left out. */
  readonly when?: (data: Readonly<Record<string, number | string | boolean>>) => boolean;
}

/** All that has happened after an event, in order, each with what is declared of its kind. */
export function sinceThen<T extends Touch>(
  world: World,
  upTo: number,
  touches: readonly T[],
  visit: (event: EventRecord, touch: T) => void,
): void {
  const known = new Map<number, T[]>();
  for (const each of touches) {
    const entry = world.ruleset.entryById(each.of);
    if (entry !== null) known.set(entry.index, [...(known.get(entry.index) ?? []), each]);
  }
  for (let id = upTo + 1; id <= world.chronicle.length; id++) {
    const found = known.get(world.chronicle.kind(id));
    if (found === undefined) continue;
    const event = readEvent(world, id);
    for (const touch of found) if (touch.when === undefined || touch.when(event.data)) visit(event, touch);
  }
}

/** Each whom an event touches, with how much, and whether it befell one of theirs. */
export function touchedBy(
  world: World,
  event: EventRecord,
  touch: Touch,
  visit: (who: number, weight: number, near: boolean) => void,
): void {
  const own = touch.own ?? {};
  for (const role of Object.keys(own).sort()) {
    const row = event.roles[role];
    if (row === undefined) continue;
    if (event.entry.kind.roles[role].table !== group) visit(row, own[role], true);
    else {
      const { group: groups } = world.of(member);
      for (let who = 0; who < world.of(person).count; who++) if (groups.raw[who] === row) visit(who, own[role], true);
    }
  }
  if (touch.seen === undefined) return;
  const whose = touch.whose === undefined ? -1 : event.roles[touch.whose];
  for (const word of world.chronicle.witnessesOf(event.id)) {
    const who = witnessRow(word);
    if (who !== whose) visit(who, touch.seen, whose < 0 || groupOf(world, who) === groupOf(world, whose));
  }
}
