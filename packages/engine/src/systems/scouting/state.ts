import { event, i32, u16, u8 } from '../../kernel/columns.ts';
import { group, person, place, table } from '../../kernel/tables.ts';

/** How far somebody has got who was sent to look. */
export const ERRANDS = ['none', 'on the way', 'there', 'on the way back'] as const;

/**
 * Those who are sent to look at somebody's home: how far they have got, whom they are to look at, as row + 1, from where, as row + 1,
 * from when until when they lie there, who goes with them, as row + 1, the events by which they were sent, came and saw what there was, and how many on watch. To everybody else they are as far away as the rest of
 * their band: they are seen by whoever notices them, and leave tracks.
 */
export const errand = table(
  'errand',
  {
    stage: u8,
    of: u16,
    at: u16,
    mate: u16,
    from: i32,
    until: i32,
    sent: event,
    came: event,
    looked: event,
    watchers: u16,
  },
  { along: person },
);

/** When each group last sent somebody to look, and the event by which those were last driven off, or told what they had seen. */
export const spying = table('spying', { last: i32, drivenOff: event, told: event }, { along: group });

/** Where people have lain to look, by what event and when they came; and since what event those who live there know of it. */
export const tracks = table('tracks', { by: event, since: i32, foundBy: event }, { along: place });
