import { dayOf } from '../../english/times.ts';
import type { Told } from '../../told.ts';
import type { Sum } from '../../words.ts';
import type { Days } from './heading.ts';

/** What the events of a kind came to over some days. */
export interface Summed {
  readonly key: string;
  readonly sum: Sum;
  readonly ids: readonly number[];
}

function isOurs({ roles }: Told, home: string | undefined): boolean {
  return home === undefined || Object.values(roles).some(({ name, side }) => name === home || side === home);
}

/** What the days came to, by kinds of events, as their words sum it up. */
export function sumsOf(
  told: readonly Told[],
  { first, last }: Days,
  begin: number,
  home: string | undefined,
): Summed[] {
  const kinds = new Map<string, Told[]>();
  for (const event of told) {
    const day = dayOf(begin + event.time);
    if (event.sum === undefined || day < first || day > last || !isOurs(event, home)) continue;
    kinds.set(event.kind, [...(kinds.get(event.kind) ?? []), event]);
  }
  return [...kinds].flatMap(([key, events]) => {
    const ids = events.map(({ id }) => id);
    const sum = events[0]?.sum?.(ids) ?? null;
    return sum === null ? [] : [{ key: `sum ${key}`, sum, ids }];
  });
}
