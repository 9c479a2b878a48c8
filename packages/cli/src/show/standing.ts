import { person, state } from '@anchorhold/engine';
import { clockOf, groupName, groupOf, personName } from './look.ts';
import type { Look } from './look.ts';

/** Somebody who has given up, or is kept. Names are keys. */
export interface CaptivityShown {
  readonly keeper: string | null;
  readonly because: number;
}

/** The squad that somebody belongs to, by key. */
export function squadOf(look: Look, who: number): string | null {
  const row = look.world.of(state.inSquad).squad.raw[who]! - 1;
  return row < 0 ? null : look.key(state.squad, row);
}

export function captivityOf(look: Look, who: number): CaptivityShown | null {
  const rows = look.world.of(state.captive);
  const held = rows.state.raw[who]!;
  if (held === 0) return null;
  return held === 1
    ? { keeper: null, because: rows.yielded.raw[who]! }
    : { keeper: look.key(person, rows.keeper.raw[who]! - 1), because: rows.taken.raw[who]! };
}

export function captivityLines(look: Look, who: number): string[] {
  const shown = captivityOf(look, who);
  if (shown === null) return [];
  const { because, keeper } = shown;
  const when = because === 0 ? '' : ` at ${clockOf(look, look.world.chronicle.time(because))} (event ${because})`;
  if (keeper === null) return [`Has given up${when}, and stands with empty hands.`];
  const by = look.world.cast.row(person, keeper);
  return [`Taken by ${personName(look, by)} of ${groupName(look, groupOf(look.world, by))}${when}.`];
}
