/** What a social practice is: one file that says who does what to whom, when, and what comes of it. */
import { eventKind } from '../../kernel/events.ts';
import type { FieldsOf } from '../../kernel/events.ts';
import type { Statement } from '../../kernel/deliberation.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import type { System } from '../../kernel/system.ts';
import type { Clause, KindWords, Weight } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { regards } from '../bonds/state.ts';
import type { Regard, RegardChange } from '../bonds/state.ts';
import { moves as moving } from '../feelings/state.ts';
import type { Emotion, Moves } from '../feelings/state.ts';
import { eases } from '../memory/state.ts';
import type { Ease } from '../memory/state.ts';
import { CONSIDERATIONS } from './considerations.ts';
import { ENDED_DATA, MOVE_DATA, ROLES, canBe, endScene, giveUpScene, goOn, tryMove } from './scenes.ts';
import { known } from './state.ts';

/** One move of somebody in a scene, as it is weighed: by whom, towards whom, about whom (-1: nobody), in which scene (-1: it begins one). */
export interface Turn {
  readonly world: World;
  readonly self: number;
  readonly other: number;
  readonly about: number;
  readonly scene: number;
  /** What it is all about, as an event, and how grave it seems to whoever began it, 0..1. */
  readonly over: number;
  readonly seems: number;
}

/** Something that speaks for a move or against it. */
export interface Consideration {
  /** How much there is of it, 0..1. Reads are tracked. */
  readonly of: (turn: Turn) => number;
  /** What it is, for those who ask. */
  readonly says: (turn: Turn) => Statement;
}

/** Something that gives somebody a reason to begin. */
export interface Occasion {
  /** The event behind it; whom it is about, and with whom alone it can be shared, or -1. */
  readonly by: number;
  readonly about: number;
  readonly with: number;
  /** How grave it seems, 0..1. */
  readonly seems: number;
  /** Read what it rests on. Tracked. */
  readonly read: () => void;
}

/** Those who stand in a move: who makes it, and to whom. */
export type Part = 'actor' | 'target';
export type MoveRole = Part | 'about' | 'place';
export type MoveClause = Clause<MoveRole>;

/** What a move says of itself besides who made it. */
export interface Said {
  readonly about?: number;
  /** How wholeheartedly it was made, 0..1; of a move that begins a scene, how grave it looked. */
  readonly heart: number;
  /** Whether whoever makes it is close to the other, and whether they are one of few words. */
  readonly close: boolean;
  readonly curt: boolean;
}

/** What becomes of a feeling: in whoever is named, towards the other where it is towards anybody. */
export interface Feels {
  readonly who: Part | 'audience';
  readonly feels: Emotion;
  /** 0..1. */
  readonly by: number;
  readonly towards?: Part;
}

/** What becomes of what one holds of the other, -1..1; `seen` for those who are there. */
export interface Holds {
  readonly who: Part;
  readonly of: Part | 'about';
  readonly what: Regard;
  readonly by: number;
  readonly seen?: number;
}

/** What it takes from what still troubles somebody: a share of it, 0..1, the more the closer the other is. */
export interface Eases {
  readonly who: Part;
  readonly by: number;
}

/** For scenes that came as far as that, and no farther, 0..1. */
export interface Reach {
  readonly least?: number;
  readonly most?: number;
}

export interface Move<R extends string, N extends string, C extends string> {
  /** Who can make it. */
  readonly by: R;
  /** Whether a scene can begin with it. */
  readonly opens?: true;
  /** How much it draws somebody as it is, and how much each thing to consider adds at its fullest; none of it below 0 in sum. */
  readonly base: number;
  readonly weighs?: { readonly [Name in C]?: number };
  /** What may follow; all by one role. Nothing where it ends the scene. */
  readonly next?: readonly N[];
  /** What follows where the other sleeps, and cannot answer: all by whoever began. */
  readonly unanswered?: readonly N[];
  /** How far it brings what is between them: towards where, and how much of the way, 0..1. */
  readonly brings?: { readonly to: number; readonly by: number };
  /** They go where nobody else can hear. */
  readonly aside?: true;
  /** Something is told that was kept back; the move is about whom that really is. */
  readonly discloses?: (world: World, self: number) => { readonly by: number; readonly about: number };
  readonly feels?: readonly Feels[];
  readonly holds?: readonly Holds[];
  /** What else it does. Only what an event's `apply` may. */
  readonly does?: (world: World, event: Done) => void;
  /** How it is said: one way, and others. */
  readonly says: (said: Said) => readonly [MoveClause, ...MoveClause[]];
  readonly weight?: Weight;
}

/** A move that was made. */
export type Done = Said & {
  readonly actor: number;
  readonly target: number;
  readonly place: number;
  readonly id: number;
};

/** How a scene ended. */
export interface Ended {
  readonly about?: number;
  readonly degree: number;
  readonly told: boolean;
  readonly cut: boolean;
}

/** A practice as it is declared: `R` its two roles, `N` its moves, `O` what it alone considers. */
export interface PracticeSpec<Id extends string, R extends string, N extends string, O extends string> {
  readonly id: Id;
  /** Whoever begins, and whom they begin with. */
  readonly roles: readonly [opener: R, other: R];
  /** In which hours of the day it is begun: from, until (over midnight where that is less). */
  readonly hours?: readonly [from: number, until: number];
  /** Hours before the same two begin it again. */
  readonly rests: number;
  /** Minutes from one move to the next, at least and at most. */
  readonly pause: readonly [least: number, most: number];
  /** Whether the other has to be up and about (`up`, by default), lies in bed (`laid up`), or either. */
  readonly other?: 'up' | 'laid up' | 'any';
  /** Whether whoever begins stays up for it. */
  readonly vigil?: true;
  readonly occasions: readonly {
    /** Whose it is. */
    readonly of: NoInfer<R>;
    /** What there is in somebody, as `seenBy` takes it. Plain reads. */
    readonly finds: (world: World, who: number, seenBy: number) => readonly Occasion[];
  }[];
  readonly considers?: { readonly [Name in O]: Consideration };
  readonly moves: { readonly [Name in N]: Move<NoInfer<R>, NoInfer<N>, keyof typeof CONSIDERATIONS | NoInfer<O>> };
  readonly ends: {
    readonly says: (ended: Ended) => readonly [MoveClause, ...MoveClause[]];
    /** Whether it is worth a line in the story of the days. */
    readonly notable: (ended: Ended) => boolean;
    readonly feels?: readonly (Feels & Reach)[];
    readonly holds?: readonly (Holds & Reach)[];
    readonly eases?: readonly (Eases & Reach)[];
  };
}

/** A practice as the scenes go by it. */
export interface Practice {
  readonly id: string;
  readonly spec: PracticeSpec<string, string, string, string>;
  readonly considers: Readonly<Record<string, Consideration>>;
  readonly names: readonly string[];
  readonly kinds: readonly MoveKind[];
  readonly ended: EndedKind;
}
export type MoveKind = ReturnType<typeof moveKind>;
export type EndedKind = ReturnType<typeof endedKind>;

const moveKind = (id: `${string}/${string}`, practice: string, name: string) =>
  eventKind(id, {
    roles: ROLES,
    data: MOVE_DATA,
    possible: canBe,
    spend: (world, event) => tryMove(world, practice, name, event),
    apply: (world, event) => goOn(world, practice, name, event),
  });
const endedKind = (id: `${string}/${string}`, practice: string) =>
  eventKind(id, {
    roles: ROLES,
    data: ENDED_DATA,
    spend: giveUpScene,
    apply: (world, event) => endScene(world, practice, event),
  });

/** The most moves a practice can have: those tried are bits of one word. */
const MOST_MOVES = 31;

/** Declare a practice. It is a system: its moves are events, what they do stands beside them. */
export function definePractice<
  const Id extends string,
  const R extends string,
  const N extends string,
  const O extends string = never,
>(spec: PracticeSpec<Id, R, N, O>): System {
  const { id } = spec;
  const names = Object.keys(spec.moves).sort() as N[];
  if (names.length > MOST_MOVES) throw new Error(`${id} has ${names.length} moves; ${MOST_MOVES} is the most`);
  for (const name of names) {
    const sides = new Set((spec.moves[name].next ?? []).map((next) => spec.moves[next].by));
    if (sides.size > 1) throw new Error(`${id}: what follows on "${name}" is up to both; it has to be up to one`);
  }
  const kinds = names.map((name) => moveKind(`${id}/${name}`, id, name));
  const ended = endedKind(`${id}/ended`, id);
  const practice: Practice = {
    id,
    spec: spec as unknown as Practice['spec'],
    considers: { ...CONSIDERATIONS, ...spec.considers },
    names,
    kinds,
    ended,
  };
  const events = { ...Object.fromEntries(names.map((name, i) => [name, kinds[i]])), ended };
  const words: Record<string, unknown> = { ended: endWords(spec) };
  for (const name of names) words[name] = moveWords(spec.moves[name]);
  return defineSystem({
    id,
    after: ['practices'],
    events,
    words: words as never,
    affair: 'people',
    fills: [
      fill(known, practice),
      fill(moving, ...feelingsOf(spec)),
      fill(regards, ...regardsOf(spec)),
      fill(eases, ...easesOf(spec)),
    ],
  });
}

function moveWords(move: Move<string, string, string>): KindWords<FieldsOf<MoveKind>, MoveRole> {
  return {
    weight: move.weight ?? 'detail',
    inThrong: 'unsaid',
    act: true,
    asCause: () => 'behind',
    inWhy: 'itself',
    tell: (event) => move.says(event)[0],
    variants: (event) => move.says(event).slice(1),
  };
}

function endWords({
  ends,
}: Pick<PracticeSpec<string, never, never, never>, 'ends'>): KindWords<FieldsOf<EndedKind>, MoveRole> {
  return {
    // What somebody does again and again is no news.
    weight: (event) => (event.again ? 'detail' : ends.notable(event) ? 'turn' : 'beat'),
    inThrong: (event) => (ends.notable(event) ? 'joined' : 'unsaid'),
    tell: (event) => ends.says(event)[0],
    variants: (event) => ends.says(event).slice(1),
  };
}

const reached =
  ({ least = 0, most = 1 }: Reach) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    Number(data['degree']) >= least && Number(data['degree']) <= most;

type AnySpec = Pick<PracticeSpec<string, never, never, never>, 'id' | 'ends'> & {
  readonly moves: Readonly<Record<string, Pick<Move<string, string, string>, 'feels' | 'holds'>>>;
};

const names = (moves: AnySpec['moves']): string[] => Object.keys(moves).sort();

function feelingsOf({ id, moves, ends }: AnySpec): Moves[] {
  const entry = (of: string, { who, feels, by, towards }: Feels, more: Partial<Moves> = {}): Moves => ({
    of: `${id}/${of}`,
    feels,
    ...(who === 'audience' ? { seen: by } : { own: { [who]: by } }),
    ...(towards === undefined ? {} : { about: towards }),
    ...more,
  });
  return [
    ...names(moves).flatMap((name) => (moves[name].feels ?? []).map((each) => entry(name, each))),
    ...(ends.feels ?? []).map((each) => entry('ended', each, { when: reached(each) })),
  ];
}

function regardsOf({ id, moves, ends }: AnySpec): RegardChange[] {
  const entry = (name: string, { who, of, what, by, seen }: Holds): RegardChange => ({
    of: `${id}/${name}`,
    from: who,
    to: of,
    what,
    by,
    ...(seen === undefined ? {} : { seen }),
  });
  return [
    ...names(moves).flatMap((name) => (moves[name].holds ?? []).map((each) => entry(name, each))),
    ...(ends.holds ?? []).map((each) => ({ ...entry('ended', each), when: reached(each) })),
  ];
}

function easesOf({ id, ends }: AnySpec): Ease[] {
  return (ends.eases ?? []).map((each) => ({
    of: `${id}/ended`,
    own: { [each.who]: each.by },
    company: each.who === 'actor' ? 'target' : 'actor',
    when: reached(each),
  }));
}
