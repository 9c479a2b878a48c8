import { identity } from '../../english/names.ts';
import type { Entity, Told } from '../../told.ts';
import type { GoingOn } from './ledger.ts';
import { ledgerOf } from './ledger.ts';

/** Something that goes on, for one or for many, as it stands at a moment. */
export interface Matter {
  readonly key: string;
  readonly by: 'days' | 'number' | 'itself';
  readonly as: string;
  readonly all: readonly GoingOn[];
  /** By what it is known to have changed. */
  readonly sign: string;
  readonly atEnd: boolean;
}

function idOf(of: Entity | null): string {
  return of === null ? '' : identity(of);
}

/** Those of others whom the teller's side keeps, and what they are called. */
export function keptOf(all: readonly GoingOn[], home: string | undefined): ReadonlyMap<string, string> {
  if (home === undefined) return new Map();
  return new Map(
    all.flatMap(({ of, called }) =>
      of !== null && called !== undefined && of.side !== home ? [[identity(of), called] as const] : [],
    ),
  );
}

/** What is known of a history, and of its `days` what goes on with those whom the teller's side keeps: they are in its house. */
export function withKept(known: readonly Told[], days: readonly Told[], home: string | undefined): readonly Told[] {
  if (home === undefined) return known;
  const ledger = ledgerOf(known);
  const ids = new Set(known.map(({ id }) => id));
  const isKept = ({ time, lasting = [] }: Told): boolean => {
    const about = lasting.flatMap(({ of }) => (of === null ? [] : [identity(of)]));
    if (about.length === 0) return false;
    const kept = keptOf(ledger.at(time), home);
    return about.some((one) => kept.has(one));
  };
  const more = days.filter((event) => !ids.has(event.id) && isKept(event));
  return [...known, ...more].sort((a, b) => a.time - b.time || a.id - b.id);
}

function isOurs({ of, called }: GoingOn, kept: ReadonlyMap<string, string>, home: string | undefined): boolean {
  if (of === null) return false;
  if (home === undefined) return true;
  if (of.kind !== 'person') return of.name === home;
  return called === undefined ? of.side === home || kept.has(identity(of)) : of.side !== home;
}

function matterOf(key: string, those: readonly GoingOn[]): Matter[] {
  const [first] = those;
  if (first?.by === undefined || first.by === 'sky') return [];
  const { by, as, amount, atEnd = false } = first;
  const people = those.map(({ of }) => idOf(of)).sort();
  return [
    { key, by, as, all: those, atEnd, sign: by === 'number' ? people.join('|') : `${as} ${amount?.count ?? ''}` },
  ];
}

/** What goes on among the teller's people and those whom they keep; what is hidden by something worse is left out. */
export function mattersOf(all: readonly GoingOn[], home: string | undefined): Matter[] {
  const kept = keptOf(all, home);
  const ours = all.filter((one) => isOurs(one, kept, home));
  const hidden = new Set(ours.flatMap(({ hides, of }) => (hides === undefined ? [] : [`${hides} ${idOf(of)}`])));
  const matters = new Map<string, GoingOn[]>();
  for (const one of ours) {
    const own = `${one.what} ${idOf(one.of)}`;
    if (hidden.has(own)) continue;
    const key = one.by === 'number' ? `${one.what} ${one.as}` : own;
    matters.set(key, [...(matters.get(key) ?? []), one]);
  }
  return [...matters].flatMap(([key, those]) => matterOf(key, those));
}
