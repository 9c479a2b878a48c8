/** How a wound closes, and gives back what it took or does not. */
import type { World } from '../../kernel/world.ts';
import { care } from '../infirmary/state.ts';
import { BLOOD_ML, REGIONS, fever, vitals, wound } from './state.ts';
import type { Region } from './state.ts';

/** Days in which a wound closes, soonest and latest: flesh, and what is grave. [d, within s: a wound heals over weeks] */
const FLESH_CLOSES = [8, 16] as const;
const CLOSES: Readonly<Record<Region, readonly [number, number]>> = {
  head: [14, 28],
  chest: [24, 45],
  belly: [28, 50],
  arm: [18, 35],
  leg: [20, 40],
  neck: [18, 32],
  groin: [22, 42],
};
/** How much longer it takes where nobody dressed it, and where it turned septic. [d] */
const UNDRESSED_TAKES = 1.4;
const FOUL_TAKES = 1.6;

/**
 * Hours for which whoever a grave wound felled lies, least and most; most come round early in that span. After a fever, and
 * what is left of it under somebody's care. [d]
 */
const LIES: Readonly<Record<Region, readonly [number, number]>> = {
  head: [4, 120],
  chest: [36, 240],
  belly: [60, 288],
  arm: [2, 30],
  leg: [8, 96],
  neck: [24, 144],
  groin: [24, 144],
};
const FLESH_LIES = [2, 12] as const;
const FEVER_LIES_HOURS = 40;
const CARED_LIES = 0.8;
/** Share of blood that somebody may lack and yet stand up, and walk straight; and of thin blood with which they are faint. [d, within s: ATLS] */
const RISES_BELOW = 0.25;
const STEADY_BELOW = 0.15;
const STRONG_BELOW = 0.25;

/** When a wound closes, as it stands, in seconds after d1 00:00. */
export function closesAt(world: World, row: number): number {
  const rows = world.of(wound);
  const [least, most] = rows.grave.raw[row] === 1 ? CLOSES[REGIONS[rows.region.raw[row]]] : FLESH_CLOSES;
  let days = least + (most - least) * rows.closeLuck.raw[row];
  if (rows.dressed.at(row) === 0) days *= UNDRESSED_TAKES;
  if (rows.foul.raw[row] === 2) days *= FOUL_TAKES;
  return world.chronicle.time(rows.madeBy.raw[row]) + Math.round(days * 86_400);
}

/** Until when somebody who is down lies, with what share of that as they are cared for, in seconds after d1 00:00. Plain reads. */
function liesUntil(world: World, who: number, share: number): number {
  const rows = world.of(wound);
  const { brokeAt, brokeBy } = world.of(fever);
  let until = brokeBy.raw[who] === 0 ? -Infinity : brokeAt.raw[who] + FEVER_LIES_HOURS * 3600 * share;
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.person.raw[row] !== who || rows.closed.raw[row] === 1) continue;
    const [least, most] = rows.grave.raw[row] === 1 ? LIES[REGIONS[rows.region.raw[row]]] : FLESH_LIES;
    const luck = rows.lieLuck.raw[row];
    const hours = (least + (most - least) * luck * luck) * share;
    until = Math.max(until, world.chronicle.time(rows.madeBy.raw[row]) + hours * 3600);
  }
  return until;
}

/** Whether somebody who is down can get up by now: at all, and only because they were cared for. Reads are tracked. */
export function canRise(world: World, who: number): { up: boolean; cared: boolean } {
  const { lost } = world.of(vitals);
  if (world.of(fever).state.at(who) !== 0) return { up: false, cared: false };
  if (lost.at(who) >= RISES_BELOW * BLOOD_ML) return { up: false, cared: false };
  if (world.time >= liesUntil(world, who, 1)) return { up: true, cared: false };
  const cared = world.of(care).carer.at(who) !== 0 && world.time >= liesUntil(world, who, CARED_LIES);
  return { up: cared, cared };
}

/** Whether somebody who was faint has blood enough again. */
export function isSteady(world: World, who: number): boolean {
  const { lost, thin } = world.of(vitals);
  return lost.raw[who] < STEADY_BELOW * BLOOD_ML && thin.raw[who] < STRONG_BELOW * BLOOD_ML;
}
