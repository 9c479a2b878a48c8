/**
 * What people weigh before they act, for those who ask afterwards why they did nothing else. None of it is kept: whoever asks
 * lives the moment again with an observer, to whom the rules tell what one person considered. Nothing rests on an observer:
 * it is no part of the state, is neither saved nor hashed nor forked along, and no rule reads it.
 */
import { advance } from './live.ts';
import { readEvent } from './read.ts';
import { person } from './tables.ts';
import type { TableDef } from './tables.ts';
import type { Clause, Weight } from './words.ts';
import type { World } from './world.ts';

/** Who or what stands in a role: a table and one of its rows, or several. */
export type RoleRows = readonly [table: TableDef, ...rows: readonly number[]];

/** A clause, with those who stand in its roles. */
export interface Statement {
  readonly clause: Clause;
  readonly roles: Readonly<Record<string, RoleRows>>;
}

/** The rows that stand in a role. */
export function rowsOf([, ...rows]: RoleRows): readonly number[] {
  return rows;
}

/** State something; every role that the clause names has to be filled. */
export function stated<R extends string = never>(
  clause: Clause<R>,
  roles: { readonly [Name in NoInfer<R>]: RoleRows },
): Statement {
  return { clause, roles };
}

/** Whoever weighs something, as the subject of what is said about it. */
export const SELF = { role: 'actor' } as const;

/** What an event says where it is a reason. */
export function byEvent(world: World, id: number): Statement {
  const { entry, fields, roles } = readEvent(world, id);
  const clause = (entry.words.asReason ?? entry.words.tell)(fields as never);
  const standing = Object.entries(roles).map(([role, row]) => [role, [entry.kind.roles[role].table, row]]);
  return { clause, roles: Object.fromEntries(standing) as Statement['roles'] };
}

/** Those in the further roles of what is said of somebody: to be given where there are any. */
type Others<R extends string> = [Exclude<R, 'actor'>] extends [never]
  ? []
  : [roles: { readonly [Name in Exclude<R, 'actor'>]: RoleRows }];

/** State something of somebody: they are the subject, in the role `actor`. */
export function oneself<R extends string = 'actor'>(
  who: number,
  predicate: Omit<Clause<R>, 'subject'>,
  ...[roles]: Others<NoInfer<R>>
): Statement {
  return { clause: { ...predicate, subject: SELF }, roles: { ...roles, actor: [person, who] } };
}

/**
 * How an option fared where more than conditions decided. In a race the shortest `time` wins; `share` is how likely it was to.
 * By chance it comes about where less than `chance` is `drawn`. A measure has to reach what is `needed`.
 */
export type Score =
  | { readonly by: 'race'; readonly weight: number; readonly share: number; readonly time: number }
  | { readonly by: 'chance'; readonly chance: number; readonly drawn: number }
  | { readonly by: 'measure'; readonly reached: number; readonly needed: number };

/** Something that somebody could have done, and what became of the thought. */
export interface Considered {
  /** What sort of act it is, such as `shooting/fire-at`. */
  readonly id: string;
  /** As an act: the subject is whoever thought of it. */
  readonly option: Statement;
  /** The condition that kept it from them; null where it was open to them. */
  readonly failed: Statement | null;
  readonly score: Score | null;
  /** What made it dear or cheap, where the score rests on that. */
  readonly speaks?: readonly Statement[];
  readonly chosen: boolean;
}

/** A question that somebody settles for themselves: `whether to give up the fight`. */
export interface Matter {
  readonly id: string;
  readonly ask: 'what' | 'when' | 'where' | 'whether' | 'whom';
  /** How much attention it asks for: a `turn` is told before a `detail`. */
  readonly weight: Weight;
  readonly clause: Clause;
}

/** An option where conditions alone decide, or luck beside them: chosen, or kept from somebody by what failed. */
export function option(
  id: string,
  says: Statement,
  failed: Statement | null,
  more: Partial<Pick<Considered, 'chosen' | 'score' | 'speaks'>> = {},
): Considered {
  return { id, option: says, failed, score: null, chosen: false, ...more };
}

/** Something that was settled, with all that was considered. */
export interface Deliberation {
  readonly who: number;
  /** Seconds after d1 00:00. */
  readonly time: number;
  readonly matter: Matter;
  /** Who and what stands in the roles of the matter. */
  readonly roles: Readonly<Record<string, RoleRows>>;
  readonly considered: readonly Considered[];
}

/** Follows what one person weighs, and keeps of each matter the last time. */
export class Observer {
  readonly who: number;
  private readonly last = new Map<string, Deliberation>();

  constructor(who: number) {
    this.who = who;
  }

  note(deliberation: Deliberation): void {
    const { matter, roles } = deliberation;
    const about = Object.keys(roles).sort();
    const key = `${matter.id} ${about.flatMap((role) => rowsOf(roles[role])).join(' ')}`;
    this.last.delete(key);
    this.last.set(key, deliberation);
  }

  /** What was heard, of each matter the last, in the order of time. */
  heard(): readonly Deliberation[] {
    return [...this.last.values()];
  }
}

/** Whether anybody follows what this person weighs. Asked before anything is put into words: it costs next to nothing. */
export function isObserved(world: World, who: number): boolean {
  return world.observer !== null && world.observer.who === who;
}

/**
 * Tell the observer what somebody has weighed. Only of those of whom `isObserved` is so. What is read for the telling is no
 * part of a decision that may be open.
 */
export function weighed(
  world: World,
  matter: Matter,
  consider: () => readonly Considered[],
  roles: Readonly<Record<string, RoleRows>> = {},
): void {
  const { observer, time, trace } = world;
  const { listening } = trace;
  trace.listening = false;
  observer?.note({ who: observer.who, time, matter, roles, considered: consider() });
  trace.listening = listening;
}

/**
 * Live until a moment, and hear what somebody weighs on the way: of each matter the last time. The world lives as it would
 * unheard; it is whoever calls this who says from when they listen, by the moment that it has come to.
 */
export function overhear(world: World, who: number, until: number): readonly Deliberation[] {
  const observer = new Observer(who);
  world.observer = observer;
  try {
    advance(world, until);
  } finally {
    world.observer = null;
  }
  return observer.heard();
}
