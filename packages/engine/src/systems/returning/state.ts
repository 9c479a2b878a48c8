import { event, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** How far a beaten band has got with coming back: nothing is settled; each stage of what it means to do; and how that ends. */
export const VOW_STAGES = [
  'none',
  'vowed',
  'recovering',
  'recruiting',
  'arming',
  'scouting',
  'planning',
  'marching',
  'come',
  'given up',
  'faded',
  'split',
  'broken up',
] as const;
export type Stage = (typeof VOW_STAGES)[number];
/** Those in which it still means to come. */
export const OPEN: readonly Stage[] = [
  'vowed',
  'recovering',
  'recruiting',
  'arming',
  'scouting',
  'planning',
  'marching',
  'come',
];

/** What becomes of a band's wish to come back, from one defeat to the next. */
export const vow = table(
  'vow',
  {
    /** Row of VOW_STAGES, since when, and by what event. */
    stage: u8,
    since: i32,
    by: event,
    /** Against whom, as row of the group + 1; who stands for it, as row + 1; and the event by which it was taken up. */
    whom: u16,
    holder: u32,
    vowed: event,
    /** After which end of a fight all this is; by which event they counted who is left; and when they last spoke of it. */
    after: event,
    counted: event,
    argued: event,
    /** How many of the enemy they reckon with, by what was told, and the last event by which. */
    foes: u16,
    foesBy: event,
    /** The last event by which somebody came over to them, and by which they found rounds. */
    joined: event,
    armed: event,
    /** When they mean to be there, and how often they have come back. */
    comes: i32,
    returns: u8,
  },
  { along: group },
);

/** The event by which somebody has told their enemies what they know; 0 for nobody else. */
export const turncoat = table('turncoat', { by: event }, { along: person });

export const stageOf = (world: World, of: number): Stage => VOW_STAGES[world.of(vow).stage.raw[of]];
export const isOpen = (stage: Stage): boolean => OPEN.includes(stage);

/** A band goes on to another stage. Only from within an event's `apply`. */
export function turnTo(world: World, of: number, stage: Stage, by: number): void {
  const rows = world.of(vow);
  rows.stage.put(of, VOW_STAGES.indexOf(stage));
  rows.since.put(of, world.time);
  rows.by.put(of, by);
}
