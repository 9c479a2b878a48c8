import type { AgendaAct } from './agenda.ts';
import type { EventKind, FieldsOf } from './events.ts';
import type { Fields, InferFields, Remark, SectionPart, Setup } from './shape.ts';
import type { TableDef } from './tables.ts';
import type { Affair, Clause, KindWords } from './words.ts';
import type { World } from './world.ts';

/** What a step does in turn. Decisions read the state as it is when `decide` begins; `act` and `settle` change it. */
export type Phase = 'sense' | 'appraise' | 'decide' | 'act' | 'settle';
export const PHASES: readonly Phase[] = ['sense', 'appraise', 'decide', 'act', 'settle'];

/** How finely time is lived: a second of an engagement, a minute of a scene, an hour of the settlement's life. */
export type Grain = 'second' | 'minute' | 'hour';
export const SECONDS: Readonly<Record<Grain, number>> = { second: 1, minute: 60, hour: 3600 };

/** One step of one bubble, or of everybody outside any bubble. */
export interface Beat {
  readonly grain: Grain;
  /** Length of the step in seconds. */
  readonly seconds: number;
  /** Row of the bubble; -1 for life outside any. */
  readonly bubble: number;
  /** Rows of `person`, in the order of stable names. */
  readonly members: readonly number[];
}

export interface Rule {
  readonly id: string;
  readonly phase: Phase;
  readonly grains: readonly Grain[];
  readonly run: (world: World, beat: Beat) => void;
}

/** Declare a rule: what one system does in one phase, at one grain of time or several. */
export function rule(
  id: `${string}/${string}`,
  when: { readonly phase: Phase; readonly at: Grain | readonly Grain[] },
  run: (world: World, beat: Beat) => void,
): Rule {
  return { id, phase: when.phase, grains: typeof when.at === 'string' ? [when.at] : when.at, run };
}

/** A statement about the world that outcomes and contingencies can be made of, such as `{groups} hold {places}`. */
export interface Condition {
  readonly pattern: string;
  /** Whether it is so now, or a measure of it. Names are keys of the scenario file. */
  readonly truth: (world: World, names: Readonly<Record<string, string>>) => boolean | number;
  /**
   * The events behind its being as it is now, in order of their ids: those that made it so, or by which it is not so; of a
   * measure, those that changed it. Empty where nothing that happened has a part in it.
   */
  readonly because?: (world: World, names: Readonly<Record<string, string>>) => readonly number[];
}

/**
 * What stands about things of one kind, each with the events that made it so: what can be asked of a state. Declared by the
 * system that keeps it.
 */
export interface Fact {
  /** A named table: people, places, groups, or a system's own. */
  readonly about: TableDef;
  /** What stands of this row now; empty where nothing does that is worth saying. Plain reads. */
  readonly stands: (world: World, row: number) => readonly Standing[];
}

/** One thing that stands about somebody or something. */
export interface Standing {
  /** Verbs in base form, and other words, by which a question may ask for just this: `die`, `dead`. */
  readonly words: readonly string[];
  /** In the simple past. Whom it is about stands in the role `it`. */
  readonly clause: Clause;
  /** Who stands in the other roles of the clause. */
  readonly roles?: Readonly<Record<string, { readonly table: TableDef; readonly row: number }>>;
  /** The events that made it so; 0 is none. */
  readonly because: readonly number[];
}

/** A kind of entry in the log of orders and interventions, with the shape in which people write it. */
export interface Command {
  readonly id: string;
  readonly fields: Fields;
  /** An order is given inside the fiction; an intervention is the author's hand. */
  readonly hand: 'order' | 'intervention';
  readonly run: (world: World, value: never) => void;
  /** Why it cannot be given as it stands, or null. */
  readonly refuse: ((world: World, value: never) => string | null) | null;
}

/** Declare a command. `run` gets the value that the log holds, already validated. */
export function command<const F extends Fields>(
  id: string,
  hand: Command['hand'],
  fields: F,
  run: (world: World, value: InferFields<F>) => void,
  refuse?: (world: World, value: InferFields<F>) => string | null,
): Command {
  return { id, fields, hand, run: run as Command['run'], refuse: (refuse ?? null) as Command['refuse'] };
}

/**
 * A place in one system that others add to, so that it need not know them: what people can do in a fight, say. Declared by
 * the system that reads it, filled by any.
 */
export interface Slot<T> {
  readonly id: string;
  /** Never set: it lets the compiler tell what the slot takes. */
  readonly takes?: T;
}
/** What a system puts into a slot. */
export interface Filling {
  readonly slot: string;
  readonly items: readonly unknown[];
}
/** Declare a slot: `slot<Course>('conduct/courses')`. */
export function slot<T>(id: `${string}/${string}`): Slot<T> {
  return { id };
}
/** Put things into another system's slot, for a system's `fills`. */
export function fill<T>(into: Slot<T>, ...items: readonly T[]): Filling {
  return { slot: into.id, items };
}

/** The event kinds of a system, by name. */
export interface EventKinds {
  readonly [name: string]: EventKind;
}

/** Words for every event kind of a system: one that is missing does not compile. */
export type WordsFor<E> = {
  readonly [K in keyof E]: E[K] extends EventKind<infer R> ? KindWords<FieldsOf<E[K]>, keyof R & string> : never;
};

export interface SystemSpec<E extends EventKinds = EventKinds> {
  readonly id: string;
  /** Systems whose rules come first within a phase. It orders; it grants nothing. */
  readonly after?: readonly string[];
  readonly tables?: readonly TableDef[];
  /** Event kinds; the id of each is `<system>/<name>`. */
  readonly events: E;
  readonly words: WordsFor<E>;
  /** Which of a settlement's affairs its events belong to; `people` where left out. */
  readonly affair?: Affair;
  readonly rules?: readonly Rule[];
  readonly agenda?: readonly AgendaAct[];
  readonly commands?: readonly Command[];
  readonly conditions?: readonly Condition[];
  readonly facts?: readonly Fact[];
  /** What it adds to other systems. */
  readonly fills?: readonly Filling[];
  /** What the system adds to the scenario file. */
  readonly scenario?: readonly SectionPart[];
  /** What is wrong or odd about a scenario beyond the form of its fields. */
  readonly check?: (setup: Setup) => Remark[];
  /** Make the rows that the scenario describes. Names of people, places and groups are already there. */
  readonly build?: (world: World, setup: Setup) => void;
  /** After all systems have built: set the world going (agenda, first claims). */
  readonly start?: (world: World, setup: Setup) => void;
  /** Called for each committed event whose kind can be noticed (`notice`), so that a system can say who noticed it and what they make of it. */
  readonly notice?: (world: World, kind: EventKind, event: Readonly<Record<string, unknown>>, id: number) => void;
}

/** A system as rulesets hold it: words by the name of the event kind. */
export interface System extends Omit<SystemSpec, 'words'> {
  readonly words: Readonly<Record<string, KindWords<never, string>>>;
}

/** Declare a system. Everything about it stands in its own folder. */
export function defineSystem<const E extends EventKinds>(spec: SystemSpec<E>): System {
  for (const [name, kind] of Object.entries(spec.events)) {
    if (kind.id !== `${spec.id}/${name}`) {
      throw new Error(`system ${spec.id}: the event kind listed as "${name}" calls itself ${kind.id}`);
    }
  }
  return spec as unknown as System;
}
