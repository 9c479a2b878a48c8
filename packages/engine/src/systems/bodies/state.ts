import { event, f32, i32, tally, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';

/** What each person is able to do. */
export const body = table(
  'body',
  {
    alive: u8,
    awake: u8,
    /** 1 while too badly hurt to act. */
    down: u8,
    /** The event by which they went down, or died. */
    downBy: event,
    /** 0 fresh .. 1 spent. */
    fatigue: f32,
    /** Seconds after d1 00:00 when the present waking began. */
    wokeAt: i32,
    /** Sleep that nights before this one have cost them, as hours awake. */
    owed: tally,
    /** Noise that comes through to a sleeper; at 1 they wake. */
    roused: tally,
    /** 0..1: how well each craft is known. */
    aim: f32,
    stealth: f32,
    care: f32,
    /** 0..1: how much it takes to break somebody. */
    nerve: f32,
    /** Kind of weapon in hand: index into WEAPONS. */
    weapon: u8,
    /** Rounds carried. */
    rounds: i32,
    /** Dressings carried. */
    dressings: i32,
  },
  { along: person },
);

/**
 * Weapons: `reach` is the range in metres at which an aimed round's chance has halved; `pause` the seconds between
 * aimed rounds; `chance` that of one round close by; `capacity` the rounds carried where none are given. See docs/model/shooting.md.
 */
export const WEAPONS = [
  { name: 'knife', reach: 2, pause: 4, chance: 0.25, capacity: 0 },
  { name: 'rifle', reach: 75, pause: 9, chance: 0.26, capacity: 40 },
  { name: 'shotgun', reach: 28, pause: 9, chance: 0.34, capacity: 20 },
  { name: 'pistol', reach: 22, pause: 6, chance: 0.2, capacity: 24 },
] as const;
export const GEAR = ['knife', 'rifle', 'shotgun', 'pistol'] as const;

/** How much a shout close by, an order and a shot in the night add to what a sleeper hears. [d] */
export const ROUSES = { shout: 0.4, order: 1, shot: 0.05 } as const;
