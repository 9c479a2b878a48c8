import { identity } from '../../english/names.ts';
import type { Entity, Told, ToldLasting } from '../../told.ts';

/** Something that goes on at a moment, for whom, and the event since which it has. */
export interface GoingOn extends ToldLasting {
  readonly as: string;
  readonly since: number;
  readonly id: number;
}

/** What goes on through a history, by its events. */
export interface Ledger {
  /** All that goes on at a moment, in the order in which it began. */
  readonly at: (time: number) => readonly GoingOn[];
}

const keyOf = (what: string, of: Entity | null): string => `${what} ${of === null ? '' : identity(of)}`;

function isSame(known: GoingOn, next: ToldLasting): boolean {
  return known.as === next.as && known.amount?.count === next.amount?.count;
}

function change(state: Map<string, GoingOn>, event: Told, lasting: ToldLasting): void {
  const { what, of, as } = lasting;
  if (what === 'all') {
    for (const [key, known] of state) {
      if (of !== null && known.of !== null && identity(known.of) === identity(of)) state.delete(key);
    }
    return;
  }
  const key = keyOf(what, of);
  const known = state.get(key);
  if (known !== undefined && isSame(known, lasting)) return;
  // What changes begins anew, and is the last to have begun; so does what it hid.
  state.delete(key);
  if (known?.hides !== undefined) {
    const hidden = state.get(keyOf(known.hides, of));
    if (hidden !== undefined) state.set(keyOf(known.hides, of), { ...hidden, since: event.time });
  }
  if (as !== undefined) state.set(key, { ...lasting, as, since: event.time, id: event.id });
}

/** Reads the events once; `at` is asked of any moment, and each answer kept. */
export function ledgerOf(told: readonly Told[]): Ledger {
  const events = told.filter(({ lasting }) => lasting !== undefined).sort((a, b) => a.time - b.time || a.id - b.id);
  const asked = new Map<number, readonly GoingOn[]>();
  const at = (time: number): readonly GoingOn[] => {
    const known = asked.get(time);
    if (known !== undefined) return known;
    const state = new Map<string, GoingOn>();
    for (const event of events) {
      if (event.time > time) break;
      for (const lasting of event.lasting ?? []) change(state, event, lasting);
    }
    const all = [...state.values()];
    asked.set(time, all);
    return all;
  };
  return { at };
}

/** Whether an event ends or changes what another began: that other is no reason worth giving for it. */
export function ends(event: Told, begun: Told): boolean {
  return (event.lasting ?? []).some(({ what, of }) =>
    (begun.lasting ?? []).some(
      (known) =>
        known.as !== undefined && (known.what === what || what === 'all') && keyOf('', known.of) === keyOf('', of),
    ),
  );
}
