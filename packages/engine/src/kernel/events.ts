import type { TableDef } from './tables.ts';
import type { World } from './world.ts';

/** Who or what may stand in a role of an event: a row of a named table. */
export interface RoleSpec<Optional extends boolean = boolean> {
  readonly table: TableDef;
  readonly optional: Optional;
}

/** What an event says beside its roles. Stored as one 32-bit word. */
export type DatumSpec =
  | { readonly datum: 'whole'; readonly unit: string }
  | { readonly datum: 'real'; readonly unit: string }
  | { readonly datum: 'flag' }
  | { readonly datum: 'choice'; readonly of: readonly string[] }
  | { readonly datum: 'event' };

export interface RoleSpecs {
  readonly [role: string]: RoleSpec;
}
export interface DatumSpecs {
  readonly [field: string]: DatumSpec;
}

/** A role that must be filled. */
export const role = (table: TableDef): RoleSpec<false> => ({ table, optional: false });
/** A role that may be empty: absent or -1. */
export const maybe = (table: TableDef): RoleSpec<true> => ({ table, optional: true });
/** An integer with its unit, such as `whole('rounds')`. */
export const whole32 = (unit: string) => ({ datum: 'whole', unit }) as const;
/** A number in single precision with its unit, such as `real('ml/min')`. */
export const real = (unit: string) => ({ datum: 'real', unit }) as const;
export const yesNo = { datum: 'flag' } as const;
export const oneOf = <const C extends readonly string[]>(of: C) => ({ datum: 'choice', of }) as const;
/** Another event that this one speaks of. */
export const aboutEvent = { datum: 'event' } as const;

type DatumValue<D> = D extends { datum: 'choice'; of: readonly (infer C)[] }
  ? C
  : D extends { datum: 'flag' }
    ? boolean
    : number;
type Filled<R> = { [K in keyof R]: R[K] extends RoleSpec<false> ? K : never }[keyof R];
type Open<R> = { [K in keyof R]: R[K] extends RoleSpec<false> ? never : K }[keyof R];

/** The fields of an event as rules write and read them: rows by role, values by field. */
export type FieldsOf<K> =
  K extends EventKind<infer R, infer D>
    ? { readonly [N in Filled<R>]: number } & { readonly [N in Open<R>]?: number } & {
        readonly [N in keyof D]: DatumValue<D[N]>;
      }
    : never;

/** A committed event as its `apply` sees it. */
export type Committed<K> = FieldsOf<K> & { readonly id: number; readonly time: number };

/** How an event can be noticed by those who had no part in it. */
export interface Notice {
  /** How easily it is seen by somebody with a clear view in good light, 0..1. */
  readonly seen: number;
  /** Metres at which it is as likely heard as not, in the open and in quiet. */
  readonly heard: number;
}

export interface EventKind<R extends RoleSpecs = RoleSpecs, D extends DatumSpecs = DatumSpecs> {
  /** Namespaced name, such as `wounds/wounded`: the same for ever. */
  readonly id: string;
  /** Finds the kind in a ruleset; never stored or hashed. */
  readonly slot: number;
  readonly roles: R;
  readonly data: D;
  readonly notice: Notice | null;
  /** Whether it may come without a cause: weather, the scenario's past. */
  readonly uncaused: boolean;
  /**
   * The role by which a turn of fate is the same in a history with other luck: somebody's death, whoever did it. Null: the
   * event's key.
   */
  readonly turnOf: string | null;
  /** Checked again at commit: an event that an earlier one of the same step made impossible does not happen. */
  readonly possible: ((world: World, event: never) => boolean) | null;
  /** What is used up by the attempt itself (time, ammunition, a latch), even where the event is withheld. */
  readonly spend: ((world: World, event: never) => void) | null;
  /** The only writer of discrete state. */
  readonly apply: ((world: World, event: never) => void) | null;
}

/** What is declared of a kind of event, beside its id. */
export interface KindSpec<R extends RoleSpecs, D extends DatumSpecs> {
  readonly roles: R;
  readonly data?: D;
  readonly notice?: Notice;
  readonly uncaused?: boolean;
  readonly turnOf?: keyof R & string;
  readonly possible?: (world: World, event: FieldsOf<EventKind<R, D>>) => boolean;
  readonly spend?: (world: World, event: FieldsOf<EventKind<R, D>>) => void;
  readonly apply?: (world: World, event: Committed<EventKind<R, D>>) => void;
}

// Declarations are numbered while modules load, to find their rows or entries fast; no world keeps or hashes a number.
// oxlint-disable-next-line anchorhold/no-module-state
let slots = 0;

/** The most roles, and the most data, that a kind of event may have. */
const MOST_FIELDS = 8;

/** Declare a kind of event. Throws where it has more than 8 roles or 8 data, or two fields of one name. */
export function eventKind<const R extends RoleSpecs, const D extends DatumSpecs = Record<never, never>>(
  id: `${string}/${string}`,
  spec: KindSpec<R, D>,
): EventKind<R, D> {
  const roles = Object.keys(spec.roles);
  const data = Object.keys(spec.data ?? {});
  if (roles.length > MOST_FIELDS || data.length > MOST_FIELDS) {
    throw new Error(`${id} has ${roles.length} roles and ${data.length} data; ${MOST_FIELDS} of each is the most`);
  }
  for (const name of data) if (roles.includes(name)) throw new Error(`${id}: "${name}" is both a role and a datum`);
  for (const name of ['id', 'time']) {
    if (roles.includes(name) || data.includes(name)) {
      throw new Error(`${id}: a field cannot be called "${name}": every committed event has it already`);
    }
  }
  return {
    id,
    slot: slots++,
    roles: spec.roles,
    data: spec.data ?? ({} as D),
    notice: spec.notice ?? null,
    uncaused: spec.uncaused ?? false,
    turnOf: spec.turnOf ?? null,
    possible: (spec.possible ?? null) as EventKind['possible'],
    spend: (spec.spend ?? null) as EventKind['spend'],
    apply: (spec.apply ?? null) as EventKind['apply'],
  };
}

/** How a cause bears on its effect. */
export type CauseKind = 'reason' | 'enabled' | 'interrupted';
export const CAUSE_KINDS: readonly CauseKind[] = ['reason', 'enabled', 'interrupted'];

/**
 * A stated cause in one word: event id, how it bears, and the group in which it is stated jointly with others (0: alone;
 * 1..7). Ids go up to 2^27 - 1.
 */
export type Cause = number;

function cause(id: number, as: number, together: number): Cause {
  if ((together & 7) !== together) throw new RangeError(`causes are grouped by a number from 0 to 7, not ${together}`);
  return id === 0 ? 0 : ((id << 5) | (together << 2) | as) >>> 0;
}
/** It happened because of `id`. */
export const reason = (id: number, together = 0): Cause => cause(id, 0, together);
/** `id` made it possible. */
export const enabled = (id: number, together = 0): Cause => cause(id, 1, together);
/** `id` cut in. */
export const interrupted = (id: number, together = 0): Cause => cause(id, 2, together);
export const causeEvent = (word: Cause): number => word >>> 5;
export const causeKind = (word: Cause): CauseKind => CAUSE_KINDS[word & 3];
export const causeGroup = (word: Cause): number => (word >>> 2) & 7;

/** State the given events as one joint reason; a single one stands alone. */
export function jointly(ids: readonly number[], together: number): Cause[] {
  const present = ids.filter((id) => id !== 0);
  return present.map((id) => reason(id, present.length > 1 ? together : 0));
}
