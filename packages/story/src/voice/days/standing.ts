import { draw } from '../../draw.ts';
import { finish } from '../../english/clause.ts';
import { identity, shownName } from '../../english/names.ts';
import { list } from '../../english/nouns.ts';
import { countWords, ordinalWords } from '../../english/numbers.ts';
import { sayNoun } from '../../english/phrase.ts';
import { dayOf } from '../../english/times.ts';
import type { Entity, Sentence } from '../../told.ts';
import type { GoingOn } from './ledger.ts';

/** Something that goes on, as it has come to stand at the end of a day. */
interface Matter {
  readonly key: string;
  readonly by: 'days' | 'number' | 'itself';
  readonly as: string;
  readonly all: readonly GoingOn[];
  /** By what it is known to have changed. */
  readonly sign: string;
}

interface Said {
  readonly matter: Matter;
  readonly day: number;
  readonly times: number;
}

/** What a journal has said of what goes on, and when: it comes back to the same ever more seldom. */
export interface Memory {
  readonly said: Map<string, Said>;
  readonly texts: Set<string>;
}

export function newMemory(): Memory {
  return { said: new Map(), texts: new Set() };
}

/** Days until what has not changed is said again: the first time, the second, and so on. */
const AGAIN = [3, 4, 6, 8] as const;
/** Days until what has changed is said again, by its sort. */
const CHANGED = { days: 3, number: 2, itself: 4 } as const;
/** So few people are named. */
const FEWEST_COUNTED = 3;
const RANK = { days: 0, number: 1, itself: 2 } as const;

function isOurs({ of, what, called }: GoingOn, kept: ReadonlySet<string>, home: string | undefined): boolean {
  if (of === null || what === 'all') return false;
  if (home === undefined) return true;
  if (of.kind !== 'person') return of.name === home;
  return called === undefined ? of.side === home || kept.has(identity(of)) : of.side !== home;
}

/** Those of others whom the teller's side keeps. */
export function keptOf(all: readonly GoingOn[], home: string | undefined): ReadonlyMap<string, string> {
  if (home === undefined) return new Map();
  return new Map(
    all.flatMap(({ of, called }) =>
      of !== null && called !== undefined && of.side !== home ? [[identity(of), called] as const] : [],
    ),
  );
}

function mattersOf(all: readonly GoingOn[], home: string | undefined): Matter[] {
  const kept = new Set(keptOf(all, home).keys());
  const ours = all.filter((one) => isOurs(one, kept, home));
  const hidden = new Set(ours.flatMap(({ hides, of }) => (hides === undefined ? [] : [`${hides} ${idOf(of)}`])));
  const matters = new Map<string, GoingOn[]>();
  for (const one of ours) {
    if (hidden.has(`${one.what} ${idOf(one.of)}`)) continue;
    const key = one.by === 'number' ? `${one.what} ${one.as}` : `${one.what} ${idOf(one.of)}`;
    matters.set(key, [...(matters.get(key) ?? []), one]);
  }
  return [...matters].flatMap(([key, those]) => {
    const [first] = those;
    if (first === undefined || first.by === undefined || first.by === 'sky') return [];
    const { by, as } = first;
    const sign = by === 'number' ? those.map(({ of }) => idOf(of)).sort().join('|') : `${as} ${first.amount?.count ?? ''}`; // prettier-ignore
    return [{ key, by, as, all: those, sign }];
  });
}

function idOf(of: Entity | null): string {
  return of === null ? '' : identity(of);
}

function isDue(matter: Matter, said: Said | undefined, day: number, begin: number): boolean {
  const since = Math.min(...matter.all.map((one) => dayOf(begin + one.since)));
  // On its first day the event itself is told.
  if (said === undefined) return since < day;
  if (matter.by === 'days' && said.matter.sign !== matter.sign) return since < day;
  const wait = said.matter.sign === matter.sign ? (AGAIN[said.times - 1] ?? AGAIN[AGAIN.length - 1] ?? 0) : CHANGED[matter.by];
  return day - said.day >= wait;
}

function whoOf({ all }: Matter): string {
  if (all.length > FEWEST_COUNTED) return countWords(all.length);
  return list(all.flatMap(({ of }) => (of === null ? [] : [shownName(of)])));
}

/** How many of those are called something, as prisoners are, where it is some and not all. */
function amongThem({ all }: Matter, kept: ReadonlyMap<string, string>): string {
  const called = all.flatMap(({ of }) => kept.get(idOf(of)) ?? []);
  const [name] = called;
  if (all.length <= FEWEST_COUNTED || name === undefined || called.length === all.length) return '';
  return called.length === 1 ? `, one of them a ${name}` : `, ${countWords(called.length)} of them ${name}s`;
}

/** A matter without a verb: `half rations for the ninth day`, `nine still laid up`, `food for nine days`. */
function fragmentOf(
  matter: Matter,
  said: Said | undefined,
  day: number,
  begin: number,
  kept: ReadonlyMap<string, string>,
): string {
  const { by, as, all } = matter;
  const [first] = all;
  if (first === undefined) return '';
  if (by === 'itself') return first.amount === undefined ? as : `${as} ${sayNoun(first.amount, '')}`;
  if (by === 'days') return `${as} for the ${ordinalWords(day - dayOf(begin + first.since) + 1)} day`;
  const before = said?.matter.sign.split('|') ?? [];
  const now = matter.sign.split('|');
  const still = said !== undefined && said.matter.sign === matter.sign ? 'still ' : '';
  const fewer = said !== undefined && now.length < before.length && now.every((one) => before.includes(one));
  const nobody = fewer && all.length > FEWEST_COUNTED && draw(String(day), 'nobody new') % 2 === 0 ? ', nobody new' : '';
  return `${whoOf(matter)} ${still}${as}${amongThem(matter, kept)}${nobody}`;
}

export interface Reckoning {
  readonly all: readonly GoingOn[];
  readonly day: number;
  readonly begin: number;
  readonly home: string | undefined;
  /** So much at most is said. */
  readonly most: number;
  /** Everything is said once more: it is the end. */
  readonly whole: boolean;
}

/**
 * What goes on at the end of a day as far as it is worth saying again, as one sentence; null where nothing is. `lead` goes
 * before it.
 */
export function sayStanding(asked: Reckoning, memory: Memory, lead: string): Sentence | null {
  const { all, day, begin, home, most, whole } = asked;
  const kept = keptOf(all, home);
  const matters = mattersOf(all, home);
  const due = matters
    .filter((matter) => whole || isDue(matter, memory.said.get(matter.key), day, begin))
    .sort((a, b) => RANK[a.by] - RANK[b.by])
    .slice(0, most);
  const over = [...memory.said].filter(
    ([key, { matter }]) => matter.by === 'number' && matter.all.length > 1 && !matters.some((one) => one.key === key),
  );
  const parts = due.map((matter) => fragmentOf(matter, memory.said.get(matter.key), day, begin, kept));
  const gone = over.slice(0, Math.max(0, most - parts.length));
  parts.push(...gone.map(([, { matter }]) => `nobody ${matter.as} any more`));
  if (parts.length === 0) return null;
  const text = finish(lead === '' ? parts.join('; ') : `${lead}: ${parts.join('; ')}`);
  if (memory.texts.has(text)) return null;
  memory.texts.add(text);
  for (const matter of due) {
    const before = memory.said.get(matter.key);
    const times = before?.matter.sign === matter.sign || matter.by === 'days' ? (before?.times ?? 0) + 1 : 1;
    memory.said.set(matter.key, { matter, day, times });
  }
  for (const [key] of gone) memory.said.delete(key);
  const rests = [...due, ...gone.map(([, { matter }]) => matter)].flatMap((matter) => matter.all.map(({ id }) => id));
  return { text, events: [...new Set(rests)], facts: parts.map(finish) };
}
