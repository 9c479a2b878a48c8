import { event, i32, u16, u8 } from '../../kernel/columns.ts';
import { group, person, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** What each person has to do with the nights of those they live with. */
export const roster = table(
  'roster',
  {
    /** Where they are to stand watch next, or stand it, as row + 1; 0 while they are not called for. */
    post: u16,
    /** When their turn begins and ends. */
    from: i32,
    until: i32,
    /** 1 while they stand it. */
    on: u8,
    /** The events by which they were called for, took it, and went to sleep last. */
    set: event,
    took: event,
    slept: event,
    /** When they last came off watch; 0 where they never have. */
    stoodAt: i32,
    /** 1 for those too young or too old to be called for. */
    excused: u8,
  },
  { along: person },
);

/**
 * The nights of each group that has a home: the hour at which it gets up; how many it wants on watch on a quiet night, plus 1 (0: as many as seems
 * right), and for how many hours at a time; when the watch was last set, by what event, and how many stood at once.
 */
export const night = table(
  'night',
  { rises: u8, wants: u8, hours: u8, setAt: i32, setBy: event, posts: u8 },
  { along: group },
);

/** Places from which a group keeps watch, where the scenario names them, best first. */
export const lookout = table('lookout', { of: u16, at: u16 }, { stamps: 'none' });

/** Which group's people, as row + 1, last went from a place home or on watch, with nobody driving them; and by what event. */
export const kept = table('kept', { of: u16, by: event }, { along: place });

/** Somebody has been told to stand at a place until then, by an event, and stands there. Only from within its `apply`. */
export function holdPost(world: World, who: number, at: number, until: number, by: number): void {
  const rows = world.of(roster);
  rows.post.put(who, at + 1);
  rows.from.put(who, world.time);
  rows.until.put(who, until);
  rows.on.put(who, 1);
  rows.set.put(who, by);
  rows.took.put(who, by);
}
