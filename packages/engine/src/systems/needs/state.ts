import { event, f32, f64, i32, tally, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** How far hunger has gone with somebody. */
export const LEVELS = ['fed', 'weak', 'starving'] as const;

/** What each person has eaten and used up, and what of their body it has cost them. */
export const nourishment = table(
  'nourishment',
  {
    /** Weight in kg while they want for nothing. */
    frame: f32,
    /** The share of that weight which they have lost to hunger, by what; and what has not been put down to anything yet. */
    lost: tally,
    lately: f32,
    /** What they have eaten and not used yet, in kcal. */
    inHand: f32,
    /** What they have been eating, in kcal a day. */
    intake: f32,
    /** The second until which all of this is reckoned. */
    reckoned: i32,
    /** When they last ate and by which event, and the event on whose account it was less than they need (0: it was not). */
    fedAt: i32,
    fedBy: event,
    shortBy: event,
    /** 1 while what they eat is no part of this world: see docs/model/needs.md. */
    provided: u8,
    /** 1 once they have gone without for a day, and the event by which. */
    hungry: u8,
    hungryBy: event,
    /** Row of LEVELS, and the event by which they came to it. */
    level: u8,
    levelBy: event,
    /** The share of their weight with which they die. */
    deadAt: f32,
  },
  { along: person },
);

/** What each group has got done by day, in hours of work of somebody rested and well fed. */
export const workdone = table('workdone', { hours: f64 }, { along: group });

/** The share of their weight that somebody has lost to hunger. */
export function lostShare(world: World, who: number): number {
  const { lost, lately } = world.of(nourishment);
  return lost.raw[who] + lately.raw[who];
}
