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
    /** The event by which they last got on their feet again. */
    upBy: event,
    /** 0 fresh .. 1 spent. */
    fatigue: f32,
    /** 0 rested .. 1 out of breath: what running and hard work take, and a minute's rest gives back. */
    winded: f32,
    /** Seconds after d1 00:00 when the present waking began. */
    wokeAt: i32,
    /** When they last fell asleep, the same way; of those who are asleep as it begins, the beginning. */
    sleptAt: i32,
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
    /** Rounds carried for it. */
    rounds: i32,
    /** The other weapon that they carry, as index into WEAPONS + 1, and rounds for that. */
    second: u8,
    secondRounds: i32,
    /** Dressings carried. */
    dressings: i32,
  },
  { along: person },
);

/**
 * Weapons: `reach` is the range in metres at which an aimed round's chance has halved; `pause` the seconds between
 * aimed rounds; `chance` that of one round close by; `capacity` the rounds carried where none are given; `magazine` the
 * rounds until it has to be filled again, which takes `reload` seconds; `burst` the rounds that go into a place in one
 * pause, where nobody is aimed at; `power` the tier of cover that stops half its rounds; `loud` the metres at which it is as
 * likely heard as not, in the open and in quiet; `flash` whether it gives its owner away. See docs/model/bodies.md.
 */
export const WEAPONS = [
  {
    name: 'knife',
    reach: 2,
    pause: 4,
    chance: 0.25,
    capacity: 0,
    magazine: 0,
    reload: 0,
    burst: 0,
    power: 0,
    loud: 4,
    flash: 0,
  },
  {
    name: 'rifle',
    reach: 75,
    pause: 9,
    chance: 0.26,
    capacity: 40,
    magazine: 10,
    reload: 14,
    burst: 3,
    power: 2.5,
    loud: 900,
    flash: 1,
  },
  {
    name: 'shotgun',
    reach: 28,
    pause: 9,
    chance: 0.34,
    capacity: 20,
    magazine: 5,
    reload: 18,
    burst: 2,
    power: 1.3,
    loud: 700,
    flash: 1,
  },
  {
    name: 'pistol',
    reach: 22,
    pause: 6,
    chance: 0.2,
    capacity: 24,
    magazine: 8,
    reload: 8,
    burst: 2,
    power: 1.4,
    loud: 500,
    flash: 1,
  },
  {
    name: 'carbine',
    reach: 65,
    pause: 7,
    chance: 0.24,
    capacity: 90,
    magazine: 30,
    reload: 10,
    burst: 5,
    power: 2.2,
    loud: 800,
    flash: 1,
  },
  {
    name: 'hunting rifle',
    reach: 95,
    pause: 13,
    chance: 0.22,
    capacity: 20,
    magazine: 4,
    reload: 16,
    burst: 2,
    power: 2.7,
    loud: 950,
    flash: 1,
  },
  {
    name: 'crossbow',
    reach: 35,
    pause: 22,
    chance: 0.26,
    capacity: 12,
    magazine: 0,
    reload: 0,
    burst: 1,
    power: 1,
    loud: 14,
    flash: 0,
  },
  {
    name: 'bow',
    reach: 25,
    pause: 9,
    chance: 0.22,
    capacity: 16,
    magazine: 0,
    reload: 0,
    burst: 1,
    power: 0.7,
    loud: 8,
    flash: 0,
  },
] as const;
export const GEAR = ['knife', 'rifle', 'shotgun', 'pistol', 'carbine', 'hunting rifle', 'crossbow', 'bow'] as const;

/** The knife's row: what needs no rounds. */
export const KNIFE = 0;

/** How much a shout close by, an order and a shot in the night add to what a sleeper hears. [d] */
export const ROUSES = { shout: 0.4, order: 1, shot: 0.05 } as const;
