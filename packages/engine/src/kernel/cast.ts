import { EXTRA_NAMES } from './extra-names.ts';
import { hashText32 } from './hash.ts';
import {
  beginning,
  choice,
  duration,
  either,
  entries,
  integer,
  list,
  moment,
  nameIn,
  optionally,
  phrase,
  record,
  text,
  whole,
  withDefault,
} from './shape.ts';
import type { SectionPart, Setup } from './shape.ts';
import type { TableDef } from './tables.ts';

/** The most people that a group can have beside those described. What they cost grows no faster than their number. [d] */
const MOST_EXTRAS = 5000;

/** Fields that every scenario has, whatever its systems. */
export const title = whole('title', optionally(text('What the history is called.')));
export const begin = whole(
  'begin',
  withDefault(beginning('Season, first moment and weather: `late autumn, d1 16:30, river fog`.'), {
    season: 'autumn',
    part: 'mid',
    time: 6 * 3600,
    weather: [],
  }),
);
export const lasts = whole('lasts', withDefault(duration('How long it is lived by default.'), 12 * 3600));
export const teller = whole('teller', optionally(nameIn('people', 'From whose point of view it is told by default.')));
export const placeNames = entries('places', { name: optionally(text('What is shown, where it is not the key.', 60)) });
export const groupNames = entries('groups', {
  name: optionally(text('What is shown, where it is not the key.', 60)),
  extras: withDefault(
    either(
      [
        integer(0, MOST_EXTRAS),
        record({
          count: integer(0, MOST_EXTRAS, 'How many.'),
          names: withDefault(list(text('What one of them is called.', 60), 'What they are called, in turn.'), []),
        }),
      ],
      'How many further people it has beside those described; `{count: 9, names: [...]}` to name some of them.',
    ),
    0,
  ),
  leader: optionally(nameIn('people', 'Who leads it.')),
});
export const peopleNames = entries('people', {
  name: optionally(text('What is shown, where it is not the key.', 60)),
  group: optionally(nameIn('groups', 'The group that they belong to; the first one where it is left out.')),
  pronoun: optionally(choice(['she', 'he', 'they'], 'How they are spoken of.')),
});

/** Parts of the scenario file that the kernel itself declares. `patterns` are the conditions that systems know. */
export function sections(patterns: readonly string[]): readonly SectionPart[] {
  return [title, begin, lasts, teller, placeNames, groupNames, peopleNames, outcomesWith(patterns)];
}

/** `outcomes:` names conditions over the world; they are looked at when the run ends, or at a set moment. */
export function outcomesWith(patterns: readonly string[]) {
  return entries('outcomes', {
    that: list(phrase(patterns.length > 0 ? patterns : ['nothing can be said here'], 'What must be so, all of it.')),
    at: optionally(moment('When it is looked at; the end, where it is left out.')),
  });
}

/** Names of what a world holds: the key is the identity, the shown name is only shown. Never changes while living. */
export class Cast {
  private readonly keys = new Map<number, string[]>();
  private readonly shown = new Map<number, string[]>();
  private readonly rows = new Map<number, Map<string, number>>();

  /** Called in order of rows. Throws where the key is taken. */
  add(def: TableDef, key: string, shown: string): number {
    const keys = upsert(this.keys, def.slot, () => []);
    const rows = upsert(this.rows, def.slot, () => new Map<string, number>());
    if (rows.has(key)) throw new Error(`there are two rows of ${def.id} called "${key}"`);
    rows.set(key, keys.length);
    keys.push(key);
    upsert(this.shown, def.slot, () => []).push(shown);
    return keys.length - 1;
  }
  /** How many rows are named in a table. */
  count(def: TableDef): number {
    return this.keys.get(def.slot)?.length ?? 0;
  }
  /** Row of a key, or -1. */
  row(def: TableDef, key: string): number {
    return this.rows.get(def.slot)?.get(key) ?? -1;
  }
  /** Row of a key that must be there. */
  mustRow(def: TableDef, key: string): number {
    const row = this.row(def, key);
    if (row < 0) throw new Error(`${def.id}: nobody is called "${key}"`);
    return row;
  }
  key(def: TableDef, row: number): string {
    return this.keys.get(def.slot)?.[row] ?? '';
  }
  shownName(def: TableDef, row: number): string {
    return this.shown.get(def.slot)?.[row] ?? '';
  }
}

function upsert<K, V>(all: Map<K, V>, key: K, make: () => V): V {
  let value = all.get(key);
  if (value === undefined) all.set(key, (value = make()));
  return value;
}

/** Somebody of a scenario: described in it, or one of those whom a group only counts. */
export interface Person {
  readonly key: string;
  readonly shown: string;
  readonly group: string;
  readonly pronoun: 'she' | 'he' | 'they' | null;
  /** Which of the group's extras it is, from 0; absent for those described. */
  readonly extra?: number;
}

/** The people of a scenario in the order of their rows: those described and the groups' extras, by key in byte order. */
export function peopleOf(setup: Setup): Person[] {
  const people: Person[] = [];
  for (const [key, fields] of setup.entries(peopleNames)) {
    const group = fields.group ?? setup.first('groups') ?? '';
    people.push({ key, shown: fields.name ?? key, group, pronoun: fields.pronoun ?? null });
  }
  const taken = new Set(people.map((each) => each.shown));
  for (const [group, { extras }] of setup.entries(groupNames)) {
    const { count, names } = typeof extras === 'number' ? { count: extras, names: [] } : extras;
    for (let i = 0; i < count; i++) {
      const key = `${group} ${i + 1}`;
      const given = names[i];
      const { name, pronoun } = given === undefined || taken.has(given) ? freeName(key, taken) : ownName(given);
      taken.add(name);
      people.push({ key, shown: name, group, pronoun, extra: i });
    }
  }
  return people.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A name that the scenario gives; how its bearer is spoken of follows from the list, where it is on it. */
function ownName(name: string): { name: string; pronoun: 'she' | 'he' | null } {
  return { name, pronoun: EXTRA_NAMES.find((each) => each.name === name)?.pronoun ?? null };
}

/** A name for somebody whom the scenario only counts: from the list, by key, none twice; the key once all are taken. */
function freeName(key: string, taken: ReadonlySet<string>): { name: string; pronoun: 'she' | 'he' | null } {
  const first = hashText32(key) % EXTRA_NAMES.length;
  for (let i = 0; i < EXTRA_NAMES.length; i++) {
    const free = EXTRA_NAMES[(first + i) % EXTRA_NAMES.length];
    if (!taken.has(free.name)) return free;
  }
  return { name: key, pronoun: null };
}
