/**
 * Words: how an event is put into language, without a language. A system gives each of its event kinds a clause;
 * the realiser in the story package alone turns clauses into English.
 */

import type { World } from './world.ts';

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

/**
 * What a telling gives where an event is the reason of another: the event `itself`, what stands `behind` it (a shot for a
 * wound), only what of the `past` stands behind it, or `nothing`, since it goes without saying.
 */
export type AsCause = 'itself' | 'behind' | 'past' | 'nothing';

/**
 * How an event stands among the causes of another, where these are asked for one by one: `itself`; only what lies `behind` it,
 * since it passes on or carries out what was decided elsewhere; as a `step` on somebody's way, said where nothing else is
 * stated; as what somebody took in by their own senses (`sense`), or was told (`word`); as a report (`relay`) of many things,
 * of which only what bears on the effect is said.
 */
export type InWhy = 'itself' | 'behind' | 'step' | 'sense' | 'word' | 'relay';

/**
 * How it is told of a history with so many people in it that hardly an act can be told for itself: `apart`, with its
 * reasons; together with others like it (`joined`), or only the `first` time; as one of a side's `losses`; `summed` up by its `gather`; `unsaid`.
 */
export type InThrong = 'apart' | 'joined' | 'first' | 'losses' | 'summed' | 'unsaid';

/** Who took up what an event set going: whether its own actor did, and how many others. */
export interface TakenUp {
  readonly self: boolean;
  readonly others: number;
}

/** How an event is told together with those who took it up, as an order with those who went. */
export interface Heeded<E, Role extends string> {
  /** Id of the kind of event in which it is taken up. */
  readonly by: string;
  /** Role of that kind in which those stand who take it up. They stand in the role `those` of the clause. */
  readonly who: string;
  readonly tell: (event: E, taken: TakenUp) => Clause<Role | 'those'>;
}

/** Which of a settlement's affairs something belongs to: what its journal of a day tells together. */
export type Affair = 'wounded' | 'walls' | 'stores' | 'watch' | 'people';

/**
 * What an event begins, changes or ends that goes on from then, over days: short rations, people laid up, mist. A journal does
 * not tell it day by day; it comes back to it now and then, with what it has come to by counting the events.
 */
export interface Lasting<Role extends string> {
  /** What goes on. All events that begin, change or end the same say the same here; `all` ends all of whoever it is about. */
  readonly what: string;
  /** In which role whoever stands for whom it goes on; it is everybody's where left out, as weather is. */
  readonly of?: Role;
  /** How it stands from now on, without a verb: `half rations`, `laid up`. Left out where the event ends it. */
  readonly as?: string;
  /** What follows on that: `food left for` *nine days*. */
  readonly amount?: Noun;
  /**
   * How it is summed up: by its `days` (`half rations for the ninth day`), by the `number` of people (`nine laid up`), as it
   * stands (`itself`), in the headings of days as the `sky`. Needed where it begins.
   */
  readonly by?: 'days' | 'number' | 'itself' | 'sky';
  /** Said only at the end of a telling: how many died. */
  readonly atEnd?: true;
  /** What strangers are called by it: `the prisoner Varga`. */
  readonly called?: string;
  /** What else goes without saying while this lasts: rations, where there is nothing to eat. */
  readonly hides?: string;
}

/** What many events of a kind came to over some days: `eleven kilos of food` *served out*. */
export interface Sum {
  readonly amount: Noun;
  readonly as: string;
}

/** What an event leaves on somebody, and how it came to be there, to be told of later: *the wound* `that Tor had given her`. */
export interface Scar<Role extends string> {
  readonly noun: string;
  readonly that: Clause<Role>;
}

/** The words of one event kind. */
export interface KindWords<E, Role extends string> {
  readonly weight: Weight | ((event: E) => Weight);
  /** Something that its actor does on purpose, and for which there can be credit or blame: an order, a shot, a wound dressed. */
  readonly act?: true | ((event: E) => boolean);
  /** The event as a clause in the simple past. */
  readonly tell: (event: E) => Clause<Role>;
  /** Other ways to say the same, one of which a voice may draw. */
  readonly variants?: (event: E) => readonly Clause<Role>[];
  /** The same as a reason for something else: `because she saw him on the wall`; defaults to `tell`. */
  readonly asReason?: (event: E) => Clause<Role>;
  /** `itself` by default. */
  readonly asCause?: (event: E) => AsCause;
  /**
   * By default `behind` where `asCause` is, else `itself`. It may read the data of the event and which roles are filled, and
   * nothing else of its roles: it is asked of runs that were lived under other rules, too.
   */
  readonly inWhy?: InWhy | ((event: E) => InWhy);
  /**
   * What had been coming on behind it without being an event: blood that ran, hours awake, rounds that grew few. Clauses about
   * whoever they are about, in the roles of the event; of a figure of the model nobody could know. `world` is as it was when
   * the event had happened. Plain reads.
   */
  readonly drift?: (world: World, event: E) => readonly Clause<Role>[];
  /**
   * What sort of thing it is, among many of the kind that add up until something turns: a loss, a surprise. Those of one sort
   * are tried together when the causes of the turn are tested.
   */
  readonly sort?: (event: E) => Noun;
  /**
   * Events of this kind by the same actor that follow each other are told as one: how their sum is said. `hit` says
   * whether anything grave came of them.
   */
  readonly gather?: (events: readonly E[], hit: boolean) => Clause<Role>;
  /** Gathered over all of a side at once; then how the other side's sum is said as a reply. */
  readonly reply?: (events: readonly E[], hit: boolean) => Clause<Role>;
  readonly heeded?: Heeded<E, Role>;
  /**
   * What the scenario says of it in its own words, such as why somebody did it: untrusted text, shown in quotation marks and
   * never as part of a clause. `time` is when it happened.
   */
  readonly aside?: (world: World, event: E, time: number) => string | null;
  /** What a history comes down to: all that is told where there is room for little. */
  readonly sums?: true;
  /** What goes on from then. */
  readonly lasting?: (event: E) => readonly Lasting<Role>[];
  /** What those of some quiet days came to; null where that is not worth saying. */
  readonly sum?: (events: readonly E[]) => Sum | null;
  /** What it leaves behind; null where nobody could say whose doing it was. */
  readonly leaves?: (event: E) => Scar<Role> | null;
  /** Comes out in the end, whoever noticed it at the time. */
  readonly learned?: true;
  /** By default turns are told `apart` and everything else goes `unsaid`. */
  readonly inThrong?: InThrong | ((event: E) => InThrong);
  /** It is the end of what its reasons began, which goes without saying. */
  readonly ends?: true;
  /** Something comes back to somebody: its reason is what comes back, and is said as that: *she saw him again: he had bled to death*. */
  readonly recalls?: true;
  /** Id of a kind: what came of an event of that kind need not be said, since that one is told with those who took it up. */
  readonly unsaidAfter?: string;
}
