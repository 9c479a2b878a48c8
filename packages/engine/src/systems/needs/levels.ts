/** What somebody's body lacks has levels: they sink from one to the next, die of it, or get over it. Hunger, thirst and cold alike. */
import { eventKind, role } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { hamper } from '../places/system.ts';
import { died } from '../wounds/events.ts';

/** Where a level is kept for each person, and the event by which they came to it. */
interface Column {
  readonly raw: ArrayLike<number>;
  put(row: number, value: number): void;
}
interface Rungs {
  readonly level: Column;
  readonly levelBy: Column;
}

const roles = { actor: role(person), place: role(place) };
const lives = (world: World, who: number): boolean => world.of(body).alive.raw[who] === 1;

/** The levels of one lack, from wanting for nothing to the worst; how somebody gets on depends on theirs. */
export function ladder<const L extends readonly string[]>(levels: L, rungs: (world: World) => Rungs) {
  type Level = L[number];
  const levelOf = (world: World, who: number): number => rungs(world).level.raw[who];
  /** Put somebody on a level by an event. Only from within an event's `apply`. */
  const step = (world: World, who: number, to: Level, by: number): void =>
    hamper(world, who, () => {
      rungs(world).level.put(who, levels.indexOf(to));
      rungs(world).levelBy.put(who, by);
    });
  /** Whether somebody lives and is worse off than a level. */
  const isBelow = (world: World, who: number, level: Level): boolean =>
    lives(world, who) && levelOf(world, who) > levels.indexOf(level);
  return {
    step,
    isBelow,
    /** Somebody comes down to a level. It is a turn of their fate where it can kill. */
    sinksTo: (id: `${string}/${string}`, to: Level, more: { uncaused?: boolean; turn?: boolean } = {}) =>
      eventKind(id, {
        roles,
        uncaused: more.uncaused ?? false,
        ...(more.turn === true ? { turnOf: 'actor' as const } : {}),
        possible: (world, event) => lives(world, event.actor) && levelOf(world, event.actor) < levels.indexOf(to),
        apply: (world, event) => step(world, event.actor, to, event.id),
      }),
    /** Somebody wants for nothing any more. */
    getsOver: (id: `${string}/${string}`) =>
      eventKind(id, {
        roles,
        possible: (world, event) => isBelow(world, event.actor, levels[0]),
        apply: (world, event) => step(world, event.actor, levels[0], event.id),
      }),
  };
}

/** A level of one of the ladders, as what is proposed. */
export type Rung = ReturnType<ReturnType<typeof ladder>['sinksTo']>;

/** Somebody comes to a level. What it is because of is read while they do. */
export function comesTo(world: World, who: number, level: Rung, why: () => readonly Cause[]): void {
  world.trace.open(who, world.time);
  world.propose(level, { actor: who, place: world.of(position).at.raw[who] }, [...why()]);
  world.trace.close(false);
}

/** What somebody lacks kills them. */
export function diesOf(world: World, who: number, of: 'hunger' | 'thirst' | 'cold', why: () => readonly Cause[]): void {
  world.trace.open(who, world.time);
  const fields = { actor: who, place: world.of(position).at.raw[who], group: groupOf(world, who) };
  world.propose(died, { ...fields, of }, [...why()]);
  world.trace.close(false);
}
