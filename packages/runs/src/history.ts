import { GRAINS, group, person, peopleOf, place, readEvent } from '@anchorhold/engine';
import type { CauseKind, Clause, EventRecord, KindEntry, TableDef, Weight, World } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { sayPlainly, withAside } from '@anchorhold/story';
import type { Entity } from '@anchorhold/story';
import type { RunRecipe } from './recipe.ts';

/** Somebody or something that events speak of. */
export interface Named {
  /** Table of the thing: `person`, `place`, `group`, or a system's own. */
  readonly table: string;
  /** The stable name, by which events refer to it. */
  readonly key: string;
  /** What is shown. */
  readonly name: string;
  readonly pronoun: 'she' | 'he' | 'they' | null;
  /** Key of the group to which the scenario says that a person belongs. */
  readonly group: string | null;
}

/** What events of a kind hold. */
export interface KindNote {
  readonly id: string;
  readonly system: string;
  readonly roles: readonly { readonly name: string; readonly table: string; readonly optional: boolean }[];
  /** `unit` of whole and real numbers; `of`: the choices. */
  readonly data: readonly {
    readonly name: string;
    readonly datum: 'whole' | 'real' | 'flag' | 'choice' | 'event';
    readonly unit?: string;
    readonly of?: readonly string[];
  }[];
}

/** An event as it can be read without the rules that made it. */
export interface RecordedEvent {
  readonly id: number;
  /** 16 hex digits: kind and stable names in roles, the same in every fork. */
  readonly key: string;
  /** Seconds since the beginning; negative for the past. */
  readonly time: number;
  /** The same as day and clock, `d2 04:30`. */
  readonly clock: string;
  readonly kind: string;
  /** How finely time was being lived. */
  readonly grain: (typeof GRAINS)[number];
  readonly weight: Weight;
  /** Stable names by role; empty roles are left out. */
  readonly roles: Readonly<Record<string, string>>;
  /** What is shown of those in the roles. */
  readonly shown: Readonly<Record<string, string>>;
  /** Stable name of where it happened, where a role says so. */
  readonly place: string | null;
  readonly data: Readonly<Record<string, number | string | boolean>>;
  readonly because: readonly { readonly id: number; readonly as: CauseKind; readonly group: number }[];
  /** Whether it has no cause because it came from outside: an order that was given, or the author's hand. */
  readonly outside: boolean;
  /** Who noticed, by stable name; `clarity` is 0..1. */
  readonly witnesses: readonly {
    readonly name: string;
    readonly sense: EventRecord['witnesses'][number]['by'];
    readonly clarity: number;
  }[];
  /** One plain English sentence. */
  readonly text: string;
  /** What the sentence says, as a typed clause; and how the event is put as a reason, where that differs. */
  readonly clause: Clause;
  readonly reason: Clause | null;
}

/** What happened in a run, with everything that listing and telling need. */
export interface History {
  readonly scenario: string;
  readonly seed: number;
  readonly rules: string;
  readonly engine: string;
  /** First moment, in seconds after d1 00:00. */
  readonly begin: number;
  readonly names: readonly Named[];
  readonly kinds: readonly KindNote[];
  readonly events: readonly RecordedEvent[];
}

/** By their ids, which tables of the kernel keep for ever. */
const ENTITY_KINDS = ['person', 'place', 'group'] as const;

/** Everything that a world remembers, by name. */
export function historyOf(world: World, recipe: RunRecipe): History {
  const names = namesOf(world);
  const entities = entitiesByName(names);
  const events: RecordedEvent[] = [];
  for (let id = 1; id <= world.chronicle.length; id++) {
    events.push(recorded(world, readEvent(world, id), recipe.begin, entities));
  }
  return {
    scenario: recipe.scenario,
    seed: recipe.seed,
    rules: recipe.rules,
    engine: recipe.engine,
    begin: recipe.begin,
    names,
    kinds: world.ruleset.kinds.map(kindNote),
    events,
  };
}

/** How names are found: by table and key. */
export const entityId = (table: string, key: string): string => `${table} ${key}`;

/** Those who can stand in a sentence, by `entityId`. */
export function entitiesByName(names: readonly Named[]): ReadonlyMap<string, Entity> {
  const groups = new Map(names.filter((each) => each.table === group.id).map((each) => [each.key, each.name]));
  return new Map(
    names.map((each) => {
      const side = each.group === null ? undefined : groups.get(each.group);
      const entity: Entity = {
        name: each.name,
        kind: ENTITY_KINDS.find((kind) => kind === each.table) ?? 'thing',
        key: each.key,
        ...(each.pronoun === null ? {} : { gender: each.pronoun }),
        ...(side === undefined ? {} : { side }),
      };
      return [entityId(each.table, each.key), entity];
    }),
  );
}

/** All named things, in the order of tables and rows. */
function namesOf(world: World): Named[] {
  const people = new Map(peopleOf(world.recipe.setup).map((each) => [each.key, each]));
  const names: Named[] = [];
  for (const def of world.ruleset.tables) {
    if (def.rows !== 'named') continue;
    const { count } = world.of(def);
    for (let row = 0; row < count; row++) {
      const key = world.keyOf(def, row);
      const described = def === person ? people.get(key) : undefined;
      names.push({
        table: def.id,
        key,
        // A thing made while living has no name of its own.
        name: world.cast.shownName(def, row) || (def === person || def === place ? key : def.id),
        pronoun: described?.pronoun ?? null,
        group: described === undefined || described.group === '' ? null : described.group,
      });
    }
  }
  return names;
}

function kindNote(entry: KindEntry): KindNote {
  return {
    id: entry.kind.id,
    system: entry.system,
    roles: entry.roles.map((name) => {
      const { table, optional } = entry.kind.roles[name]!;
      return { name, table: table.id, optional };
    }),
    data: entry.data.map((name) => ({ name, ...entry.kind.data[name]! })),
  };
}

/** An event by the names of those in it. */
export function recorded(
  world: World,
  event: EventRecord,
  begin: number,
  entities: ReadonlyMap<string, Entity>,
): RecordedEvent {
  const { entry, fields } = event;
  const roles: Record<string, string> = {};
  const inRoles: Record<string, Entity> = {};
  for (const [role, row] of Object.entries(event.roles)) {
    const { table } = entry.kind.roles[role]!;
    roles[role] = world.keyOf(table, row);
    const entity = entities.get(entityId(table.id, roles[role]));
    if (entity !== undefined) inRoles[role] = entity;
  }
  const clause: Clause = entry.words.tell(fields as never);
  const asReason: Clause | undefined = entry.words.asReason?.(fields as never);
  return {
    id: event.id,
    key: event.key,
    time: event.time - begin,
    clock: formatClock(event.time),
    kind: event.kind,
    grain: GRAINS[world.chronicle.grain(event.id)]!,
    weight: weightOf(entry, fields),
    roles,
    shown: Object.fromEntries(Object.entries(inRoles).map(([role, entity]) => [role, entity.name])),
    place: placeIn(entry, roles, place),
    data: event.data,
    because: event.because,
    outside: event.outside,
    witnesses: event.witnesses.map(({ who, by, clarity }) => ({ name: world.keyOf(person, who), sense: by, clarity })),
    text: withAside(sayPlainly(clause, inRoles), entry.words.aside?.(world, fields as never, event.time)),
    clause,
    reason: asReason ?? null,
  };
}

function weightOf({ words: { weight } }: KindEntry, fields: EventRecord['fields']): Weight {
  return typeof weight === 'function' ? weight(fields as never) : weight;
}

/** The role called `place`, else the first that a place stands in. */
function placeIn(entry: KindEntry, roles: Readonly<Record<string, string>>, places: TableDef): string | null {
  const at = entry.roles.filter((role) => entry.kind.roles[role]!.table === places && role in roles);
  const role = at.includes('place') ? 'place' : at[0];
  return role === undefined ? null : roles[role]!;
}
