/** How a wound turns septic, and how the fever ends. */
import type { World } from '../../kernel/world.ts';
import { care } from '../infirmary/state.ts';
import { BLOOD_ML, REGIONS, fever, vitals, wound } from './state.ts';
import type { Region } from './state.ts';

/** The chance that a grave wound which nobody dresses turns septic. [d, so that 25 to 40 % of them do] */
const FOULS: Readonly<Record<Region, number>> = {
  head: 0.26,
  chest: 0.34,
  belly: 0.52,
  arm: 0.27,
  leg: 0.33,
  neck: 0.3,
  groin: 0.42,
};
/** The same for flesh. [d] */
const FLESH_FOULS = 0.07;
/** What a dressing by somebody who knows nothing of it, put on at once, leaves of that chance; and what the best one leaves. [d] */
const DRESSED_LEAVES = [0.26, 0.1] as const;
/** Hours after which a dressing comes too late to keep a wound clean, and hours after which it is foul itself. [d] */
const TOO_LATE_HOURS = 30;
const STALE_HOURS = 96;
/** How much more likely a wound under a stale dressing is to turn. [d] */
const STALE_FOULS = 1.4;
/** Days after the wound at which it shows, soonest and latest. [d, m: two days to a week] */
const SHOWS = [1.5, 5.5] as const;

/** Days from the onset of a fever until it turns, least and most. [d] */
const TURNS = [3, 9] as const;
/** The chance that somebody whom nobody nurses dies of it, after a grave wound and after one of flesh. [d, so that a third to a half die] */
const KILLS_GRAVE = 0.4;
const KILLS_FLESH = 0.22;
/** How much more for those whose blood is thin, wholly so. [d] */
const THIN_KILLS = 0.25;
/** What is left of it under the best care from the first day on. [d] */
const NURSED_LEAVES = 0.4;
/** The share of the time to its turn after which a fever from a grave wound keeps people in bed. [d] */
const BEDS_AFTER = 0.35;

/** When a wound shows whether it has turned, in seconds after d1 00:00. */
export function showsAt(world: World, row: number): number {
  const { madeBy, closeLuck } = world.of(wound);
  const days = SHOWS[0] + (SHOWS[1] - SHOWS[0]) * closeLuck.raw[row];
  return world.chronicle.time(madeBy.raw[row]) + Math.round(days * 86_400);
}

/** The chance that a wound turns septic, as it was seen to until now. Reads are tracked. */
export function chanceOfFoul(world: World, row: number): number {
  const rows = world.of(wound);
  const bare = rows.grave.raw[row] === 1 ? FOULS[REGIONS[rows.region.raw[row]]] : FLESH_FOULS;
  if (rows.dressed.at(row) === 0) return bare;
  const clean = DRESSED_LEAVES[0] + (DRESSED_LEAVES[1] - DRESSED_LEAVES[0]) * rows.dressedWell.at(row);
  const late = Math.min(1, rows.bareFor.at(row) / (TOO_LATE_HOURS * 3600));
  const stale = world.time - rows.dressedAt.at(row) > STALE_HOURS * 3600 ? STALE_FOULS : 1;
  return Math.min(bare, bare * (clean + (1 - clean) * late) * stale);
}

/** When a fever that begins now turns to good or ill, for luck 0..1. */
export function turnsAt(world: World, luck: number): number {
  return world.time + Math.round((TURNS[0] + (TURNS[1] - TURNS[0]) * luck) * 86_400);
}

/** Whether somebody's fever has come so far that they can stand no longer. */
export function takesToBed(world: World, who: number): boolean {
  const rows = world.of(fever);
  const { since, turnsAt: turns } = rows;
  return rows.grave.raw[who] === 1 && world.time >= since.raw[who] + BEDS_AFTER * (turns.raw[who] - since.raw[who]);
}

/** The chance that somebody dies of their fever: nursed as they were, and as if nobody had nursed them. Reads are tracked. */
export function chanceOfDeath(world: World, who: number): { nursed: number; alone: number } {
  const rows = world.of(fever);
  const bare = rows.grave.at(who) === 1 ? KILLS_GRAVE : KILLS_FLESH;
  const alone = Math.min(1, bare + THIN_KILLS * (world.of(vitals).thin.at(who) / BLOOD_ML));
  const days = (rows.turnsAt.at(who) - rows.since.at(who)) / 86_400;
  const share = Math.min(1, world.of(care).had.at(who) / Math.max(1, days - 1));
  return { nursed: alone * (1 - (1 - NURSED_LEAVES) * share), alone };
}
