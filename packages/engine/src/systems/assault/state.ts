import { event, i32, u32, u8 } from '../../kernel/columns.ts';
import { group, table } from '../../kernel/tables.ts';
import { squad } from '../squads/state.ts';

/** How far a band has got that means to take a place: each stage follows from what its commander believes. */
export const ASSAULT_STAGES = [
  'none',
  'away',
  'gathering',
  'scouting',
  'probing',
  'breaching',
  'exploiting',
  'withdrawing',
] as const;
export type AssaultStage = (typeof ASSAULT_STAGES)[number];

/** A band's plan. Places, squads and barriers as row + 1. */
export const assault = table(
  'assault',
  {
    stage: u8,
    since: i32,
    stageBy: event,
    /** What it means to hold, and where it gathers first. */
    target: u32,
    meet: u32,
    /** The barrier by which it means to get in, from where it makes a show of force, and where it goes next. */
    axis: u32,
    show: u32,
    objective: u32,
    pressedAt: i32,
    planned: event,
    chosen: event,
    /** How many ways in it has tried. */
    tried: u8,
    /** The squad that covers the others as they go, and since when that one. */
    rearguard: u32,
    coversSince: i32,
    overran: u8,
  },
  { along: group },
);

export const PARTS = ['none', 'main', 'show', 'reserve', 'scouts'] as const;
export type Part = (typeof PARTS)[number];

/** The part that a squad has in its band's plan: index into PARTS. */
export const part = table('part', { part: u8 }, { along: squad });
