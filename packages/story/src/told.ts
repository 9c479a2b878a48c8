import type { Clause, Weight } from './words.ts';

/**
 * Somebody or something that an event speaks of. `name` is what is shown and comes from a file that anybody may have
 * written: it is cleaned before it is spoken, and escaped by the formats.
 */
export interface Entity {
  readonly name: string;
  readonly kind: 'person' | 'place' | 'group' | 'thing';
  /** What tells two of the same shown name apart; the name itself where absent. */
  readonly key?: string;
  /** Without it no pronoun is used for a person. */
  readonly gender?: 'she' | 'he' | 'they';
  /** Shown name of the side that a person belongs to, such as `raiders`. */
  readonly side?: string;
  /** Whether the name takes "the". By default a name in small letters does, a capitalised one does not. */
  readonly definite?: boolean;
}

/** A cause of a told event, in words of its own. Causes with the same `group` hold only together. */
export interface ToldCause {
  readonly id: number;
  readonly as: 'reason' | 'enabled' | 'interrupted';
  readonly group: number;
  readonly clause: Clause;
  readonly roles: Readonly<Record<string, Entity>>;
  /** Seconds, on the clock of `Told.time`. */
  readonly time: number;
  readonly kind: string;
}

/** One event of the chronicle, made ready for a voice: all that a telling may know of it. */
export interface Told {
  readonly id: number;
  /** The event's identity across runs; wording is drawn by it. */
  readonly key: string;
  /** Whole seconds since the beginning of the scenario; negative for the past. */
  readonly time: number;
  readonly kind: string;
  readonly weight: Weight;
  readonly clause: Clause;
  /** Sums up several events of this kind by the same actor (their ids, oldest first) in one clause. */
  readonly gather?: (ids: readonly number[]) => Clause;
  readonly roles: Readonly<Record<string, Entity>>;
  readonly place?: Entity;
  readonly because: readonly ToldCause[];
}

/** A sentence of a telling: the events it rests on, and each of them stated plainly. */
export interface Sentence {
  readonly text: string;
  readonly events: readonly number[];
  readonly facts: readonly string[];
}

export interface Section {
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

export interface Telling {
  readonly title: string;
  readonly sections: readonly Section[];
}
