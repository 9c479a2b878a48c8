import { claim, findClaim, predicate } from '../../kernel/beliefs.ts';
import { event, f32, i32, tally, u16, u32, u8 } from '../../kernel/columns.ts';
import { person, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { position, sightBetween } from '../places/state.ts';

/** Whether a place burns: not at all, a fire that is kept (a hearth, a watch fire), one that nobody keeps, burnt out. */
export const STAGES = ['none', 'kept', 'wild', 'burnt out'] as const;
export const NO_FIRE = 0;
export const KEPT = 1;
export const WILD = 2;
export const BURNT_OUT = 3;

/**
 * What burns where. How hard it burns, what is left to burn, smoke and firelight are drift; they are reckoned on once in
 * each step of time while anything burns or smokes (`blaze.any`).
 */
export const burning = table(
  'burning',
  {
    stage: u8,
    /** The event by which it came to burn, or to burn no more. */
    by: event,
    /** 0..1. */
    intensity: f32,
    /** Seconds for which it could burn at its fiercest. */
    left: f32,
    /** Water and earth thrown on it: seconds of work. */
    doused: tally,
    /** Smoke that hangs there and firelight that falls there, 0..1, and from where most of each comes, as row + 1. */
    smoke: f32,
    glow: f32,
    smokeFrom: u16,
    glowFrom: u16,
    /** How much of the smoke from beside it comes this way, 0..1: the wind. */
    lee: f32,
  },
  { along: place },
);

/** One row: whether anything burns or smokes, the second until which that is reckoned, and whether anything ever burnt that nobody keeps. */
export const blaze = table('blaze', { any: u8, reckoned: i32, wild: u8 });

/** Firebombs carried; where somebody fights a fire, as row + 1, and since what event; burns taken, and the last of them. */
export const flames = table(
  'flames',
  { bombs: i32, fights: u32, began: event, burns: u8, burntBy: event },
  { along: person },
);

/** The claim that a place burns as it should not. */
export const isBurning = predicate('fire/burning', place);

/** How brightly a place is lit by fire, 0..1. Untracked; what rests on it reads `readFire`. */
export function fireLight(world: World, at: number): number {
  return world.of(burning).glow.raw[at];
}
/** How thick the smoke is in a place, 0..1. Untracked; what rests on it reads `readFire`. */
export function smokeAt(world: World, at: number): number {
  return world.of(burning).smoke.raw[at];
}
/** Whether fire or smoke changes anything anywhere. */
export function anyFire(world: World): boolean {
  return world.of(blaze).any.raw[0] === 1;
}
/** The event by which that burns by whose light most of a place is lit; 0 for none. Tracked. */
export function fireFrom(world: World, at: number): number {
  const rows = world.of(burning);
  const from = rows.glowFrom.raw[at] - 1;
  if (from < 0) return 0;
  rows.stage.at(from);
  return rows.by.raw[from];
}
/** Whether anything ever burnt as it should not: before that nobody can know of it. */
export function anyWild(world: World): boolean {
  return world.of(blaze).wild.raw[0] === 1;
}
/** Read, for what rests on it, whence a place has its firelight and its smoke. Reads are tracked. */
export function readFire(world: World, at: number): void {
  if (!anyFire(world)) return;
  const rows = world.of(burning);
  const [light, smoke] = [rows.glowFrom.raw[at] - 1, rows.smokeFrom.raw[at] - 1];
  if (light >= 0) rows.stage.at(light);
  if (smoke >= 0 && smoke !== light) rows.stage.at(smoke);
}

/**
 * Row of the claim that a place burns, where somebody holds that it does; -1 otherwise, or where they see that it is out.
 * Tracked where there is one.
 */
export function knowsBurning(world: World, who: number, at: number): number {
  if (!anyWild(world)) return -1;
  const row = findClaim(world, who, isBurning, at);
  if (row < 0 || world.of(claim).polarity.at(row) === 0) return -1;
  const seen = sightBetween(world, world.of(position).at.raw[who], at) > 0;
  return seen && world.of(burning).stage.at(at) !== WILD ? -1 : row;
}
