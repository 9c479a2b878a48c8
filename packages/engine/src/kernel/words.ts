/**
 * Words: how an event is put into language, without a language. A system gives each of its event kinds a clause;
 * the realiser in the story package alone turns clauses into English.
 */

/** How sure the teller is of what the clause says. */
export type Certainty = 'sure' | 'likely' | 'guess';

/** A noun phrase: somebody or something in a role of the event, or a thing named by a noun. */
export type Phrase<Role extends string = string> =
  { readonly role: Role; readonly possessed?: Noun } | Noun | { readonly all: readonly Phrase<Role>[] };

/** A common noun in its base form, such as `{ noun: 'round', count: 3 }` or `{ noun: 'left arm', of: 'the' }`. */
export interface Noun {
  readonly noun: string;
  /** How many; an absent count is one. */
  readonly count?: number;
  /** Unit of a measured amount: `{ noun: 'seed grain', count: 40, unit: 'kilo' }`. */
  readonly unit?: string;
  readonly of?: 'a' | 'the' | 'no' | 'none' | 'own' | 'some';
}

/** `in the arm`, `from the loft`, `at Corrin`. */
export interface Complement<Role extends string = string> {
  readonly by: string;
  readonly phrase: Phrase<Role>;
}

/**
 * A typed clause. `verb` is an English base form with its particle, if any (`fall back`), and stands for the concept.
 */
export interface Clause<Role extends string = string> {
  readonly verb: string;
  readonly subject: Phrase<Role>;
  readonly object?: Phrase<Role>;
  /** Predicate after `be`, `stay`, `lie`: `awake`, `out of breath`. */
  readonly complement?: string;
  readonly complements?: readonly Complement<Role>[];
  /** A subordinate act with the same subject: `to fetch the grain`. */
  readonly purpose?: Clause<Role>;
  /** What is said, believed or seen: `that the raiders are in the yard`. */
  readonly content?: Clause<Role>;
  readonly manner?: string;
  readonly negated?: boolean;
  readonly passive?: boolean;
  readonly aspect?: 'simple' | 'progressive' | 'perfect';
  readonly certainty?: Certainty;
}

/** How much of a reader's attention an event of this kind asks for: told always, in gathered form, or only on demand. */
export type Weight = 'turn' | 'beat' | 'detail';

/** The words of one event kind. */
export interface KindWords<E, Role extends string> {
  readonly weight: Weight;
  /** The event as a clause in the simple past. */
  readonly tell: (event: E) => Clause<Role>;
  /** The same as a reason for something else: `because she saw him on the wall`; defaults to `tell`. */
  readonly asReason?: (event: E) => Clause<Role>;
  /** Events of this kind by the same actor that follow each other are told as one: how their sum is said. */
  readonly gather?: (events: readonly E[]) => Clause<Role>;
}
