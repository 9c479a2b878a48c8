import type { Affair, AsCause, Clause, Heeded, InThrong, Lasting, Scar, Sum, TakenUp, Weight } from './words.ts';

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
  /** What it left on somebody, to be told of where that is named. */
  readonly scar?: Scar<string>;
  /** When it was, as a journal says it; by default how long before. */
  readonly when?: string;
  /** Where several causes are said as one: who stands in a role, and the ids of all. */
  readonly several?: Readonly<Record<string, readonly Entity[]>>;
  readonly ids?: readonly number[];
}

/** Something that goes on from an event, with whoever it goes on for; null for everybody. */
export interface ToldLasting extends Omit<Lasting<string>, 'of'> {
  readonly of: Entity | null;
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
  /** Other ways to say the clause. */
  readonly variants?: readonly Clause[];
  /** What is given where this is the reason of another event; `itself` by default. */
  readonly asCause?: AsCause;
  /**
   * Sums up several events of this kind by the same actor (their ids, oldest first) in one clause. `hit`: whether
   * anything grave came of them.
   */
  readonly gather?: (ids: readonly number[], hit?: boolean) => Clause;
  /** What those of some quiet days, by their ids, came to. */
  readonly sum?: (ids: readonly number[]) => Sum | null;
  /** With it, events of the kind are summed up over all of a side; then how the other side's sum is said as a reply. */
  readonly reply?: (ids: readonly number[], hit?: boolean) => Clause;
  /** How it is told together with those who took it up: they stand in the role `those`. */
  readonly heeded?: Pick<Heeded<never, string>, 'by' | 'who'> & { readonly tell: (taken: TakenUp) => Clause };
  /** What came of an event of this kind need not be said. */
  readonly unsaidAfter?: string;
  /** It is the end of what its reasons began, which goes without saying. */
  readonly ends?: true;
  /** Its reason is what comes back to somebody. */
  readonly recalls?: true;
  readonly inThrong?: InThrong;
  /** What goes on from then. */
  readonly lasting?: readonly ToldLasting[];
  /** Which of a settlement's affairs it belongs to. */
  readonly affair?: Affair;
  /** What a history comes down to. */
  readonly sums?: true;
  /** Comes out in the end: everybody knows of it. */
  readonly learned?: true;
  /** Who noticed it, beside those in its roles. Absent: it is known to everybody. */
  readonly noticed?: readonly Entity[];
  readonly roles: Readonly<Record<string, Entity>>;
  /** Roles in which several stand. */
  readonly several?: Readonly<Record<string, readonly Entity[]>>;
  /** Events that are told along with it: their ids. */
  readonly with?: readonly number[];
  /** Ends what an order set going, where it was to end. */
  readonly arrives?: true;
  /** Whether a turn came of it. */
  readonly grave?: boolean;
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
