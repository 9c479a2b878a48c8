import { beginOf, group, peopleOf, person, place, readEvent } from '@anchorhold/engine';
import type { CauseKind, Clause, InWhy, KindWords, Ruleset, World } from '@anchorhold/engine';
import { eventSayer } from '../said.ts';
import type { Entity } from '../told.ts';
import type { Weight } from '../words.ts';

/** A stated cause, as the chronicle holds it. Causes of one event with the same `group` above 0 hold only together. */
export interface StatedCause {
  readonly id: number;
  readonly as: CauseKind;
  readonly group: number;
}

/** An event of a chronicle, with all that a question about it needs. */
export interface Chronicled {
  /** From 1, in the order in which things happened. */
  readonly id: number;
  readonly key: string;
  /** Whole seconds on the clock of the chronicle. */
  readonly time: number;
  readonly kind: string;
  readonly weight: Weight;
  /** One plain sentence. */
  readonly text: string;
  readonly clause: Clause;
  /** How it is put as a reason, where that differs. */
  readonly reason: Clause | null;
  /** Stable names by role. */
  readonly roles: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, number | string | boolean>>;
  readonly because: readonly StatedCause[];
}

/** A chronicle that can be asked why. It needs no world, and so may come of a run lived under other rules. */
export interface Chronicles {
  /** All events; the one of id `n` stands at `n - 1`. */
  readonly events: readonly Chronicled[];
  /** Seconds after midnight of the first day at which time 0 lies. */
  readonly begin: number;
  /** Who stands in a role of an event. */
  readonly entity: (event: Chronicled, role: string) => Entity;
  /** Somebody or something by table and stable name; null where there is none of that name. */
  readonly named: (table: string, key: string) => Entity | null;
  /** How events of a kind stand among causes, as far as the rules at hand know the kind. */
  readonly standing: (event: Chronicled) => InWhy | null;
}

/** Asks the words of the rules at hand how an event stands among causes; null where they do not know its kind. */
export function standingUnder(rules: Ruleset): Chronicles['standing'] {
  return ({ kind, roles, data }) => {
    const words = rules.entryById(kind)?.words;
    return words === undefined ? null : standingOf(words, { ...roles, ...data });
  };
}

function standingOf(words: KindWords<never, string>, fields: object): InWhy {
  const { inWhy, asCause } = words;
  if (inWhy !== undefined) return typeof inWhy === 'function' ? inWhy(fields as never) : inWhy;
  return asCause?.(fields as never) === 'behind' ? 'behind' : 'itself';
}

const KINDS = [
  [person, 'person'],
  [place, 'place'],
  [group, 'group'],
] as const;

/** The chronicle of a world, to be asked why. Times are seconds since the beginning of its scenario. */
export function chroniclesOf(world: World): Chronicles {
  const entities = entitiesIn(world);
  const sayer = eventSayer(world);
  const begin = beginOf(world.recipe.setup);
  const entity: Chronicles['entity'] = ({ kind, roles }, role) => {
    const table = world.ruleset.entryById(kind)?.kind.roles[role]?.table;
    const key = roles[role] ?? '';
    return entities.get(`${table?.id ?? ''} ${key}`) ?? { name: key, kind: 'thing', key };
  };
  const events = Array.from({ length: world.chronicle.length }, (_, at) => chronicled(world, at + 1, begin, sayer));
  const named: Chronicles['named'] = (table, key) => entities.get(`${table} ${key}`) ?? null;
  return { events, begin, entity, named, standing: standingUnder(world.ruleset) };
}

function chronicled(world: World, id: number, begin: number, sayer: ReturnType<typeof eventSayer>): Chronicled {
  const event = readEvent(world, id);
  const { entry, fields } = event;
  const { words } = entry;
  const roles = Object.fromEntries(
    Object.entries(event.roles).map(([role, row]) => [role, world.keyOf(entry.kind.roles[role]!.table, row)]),
  );
  return {
    id,
    key: event.key,
    time: event.time - begin,
    kind: event.kind,
    weight: typeof words.weight === 'function' ? words.weight(fields as never) : words.weight,
    text: sayer(event),
    clause: words.tell(fields as never),
    reason: words.asReason?.(fields as never) ?? null,
    roles,
    data: event.data,
    because: event.because,
  };
}

/** Everybody and everything that has a name, by table and key. */
function entitiesIn(world: World): ReadonlyMap<string, Entity> {
  const people = new Map(peopleOf(world.recipe.setup).map((each) => [each.key, each]));
  const found = new Map<string, Entity>();
  for (const def of world.ruleset.tables) {
    if (def.rows !== 'named') continue;
    for (let row = 0; row < world.of(def).count; row++) {
      const key = world.keyOf(def, row);
      const described = def === person ? people.get(key) : undefined;
      const pronoun = described?.pronoun ?? null;
      const side = described === undefined || described.group === '' ? -1 : world.cast.row(group, described.group);
      found.set(`${def.id} ${key}`, {
        name: world.cast.shownName(def, row) || def.id,
        kind: KINDS.find(([table]) => table === def)?.[1] ?? 'thing',
        key,
        ...(pronoun === null ? {} : { gender: pronoun }),
        ...(side < 0 ? {} : { side: world.cast.shownName(group, side) }),
      });
    }
  }
  return found;
}
