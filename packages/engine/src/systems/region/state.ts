import { begin } from '../../kernel/cast.ts';
import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { group, namedTable, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { side } from '../groups/state.ts';
import { GOODS } from '../stores/state.ts';
import type { Good } from '../stores/state.ts';
import { HAZARDS, SITES, SITE_NAMES } from './kinds.ts';
import type { Hazard, SiteKind } from './kinds.ts';

/** Places beyond the map. */
export const site = namedTable('site', {
  /** Row of SITE_NAMES. */
  kind: u8,
  /** Where its routes come onto the map, as the place's row + 1: this site is the map. 0 for all others. */
  gate: u32,
  /** Grams that people have gathered there in all, and on which day how many. */
  borne: i32,
  today: i32,
  day: i32,
});

/** What lies at each site: row `site * GOODS.length + good`, in grams or pieces. */
export const cache = table('cache', { amount: i32 });

/** The best way between two sites, row `from * count + to`: metres, seconds on foot by day and by night, bits of HAZARDS. */
export const trail = table('trail', { metres: f32, day: f32, night: f32, hazards: u8 }, { stamps: 'none' });

/** Stands where no way leads. */
export const NO_TRAIL = -1;

/** What a report can say of a site: food is to be had there, smoke goes up there, armed people are there, all is gone. */
export const SAYS = ['food', 'smoke', 'people', 'nothing left'] as const;
export type Says = (typeof SAYS)[number];
/** How reliable whoever it comes from is, best first. [s: Admiralty code] */
export const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/**
 * What each group has heard of each site, row `(group * sites + site) * SAYS.length + says`: by which event (0: nothing of
 * the kind), when it was so, from which group (row + 1; 0: by their own eyes, or nobody knows), and the row of GRADES.
 */
export const report = table('report', { by: event, when: i32, from: u16, grade: u8, heard: u8 });

export const DAY = 86_400;
/** Days after which a report of what can move is worth nothing, and by which another has to be newer to be news. [d] */
const STALE_DAYS = 6;
const NEWER_DAYS = 2;

export const kindOf = (world: World, at: number): SiteKind => SITES[SITE_NAMES[world.of(site).kind.raw[at]]];
export const cacheRow = (at: number, good: Good): number => at * GOODS.length + GOODS.indexOf(good);
export const trailRow = (world: World, from: number, to: number): number => from * world.of(site).count + to;

export function reportRow(world: World, of: number, at: number, says: Says): number {
  return (of * world.of(site).count + at) * SAYS.length + SAYS.indexOf(says);
}
/** Whether a group has heard this of a site. Tracked. */
export function hasHeard(world: World, of: number, at: number, says: Says): boolean {
  return world.of(report).heard.at(reportRow(world, of, at, says)) === 1;
}
/** The same, of what can have moved on since: old word does not count. Tracked. */
export function hasFreshWord(world: World, of: number, at: number, says: Says): boolean {
  return hasHeard(world, of, at, says) && world.time - whenHeard(world, of, at, says) <= STALE_DAYS * DAY;
}
const whenHeard = (world: World, of: number, at: number, says: Says): number =>
  world.of(report).when.raw[reportRow(world, of, at, says)];

/** Whether it would be news to a group that this was so of a site at a moment: it has heard nothing of it, or only long before. Plain reads. */
export function isNews(world: World, of: number, at: number, says: Says, when: number): boolean {
  const known = world.of(report).heard.raw[reportRow(world, of, at, says)] === 1;
  return !known || when - whenHeard(world, of, at, says) >= NEWER_DAYS * DAY;
}
/** How many whole days old a group's report is. */
export function daysOld(world: World, of: number, at: number, says: Says): number {
  return Math.max(0, Math.floor((world.time - whenHeard(world, of, at, says)) / DAY));
}
/** The event by which a group heard it; 0 where it has not. */
export function heardBy(world: World, of: number, at: number, says: Says): number {
  const row = reportRow(world, of, at, says);
  return world.of(report).heard.raw[row] === 1 ? world.of(report).by.raw[row] : 0;
}

/** The site that is the map; -1 where the scenario has no region. */
export function homeSite(world: World): number {
  const { gate } = world.of(site);
  for (let at = 0; at < world.of(site).count; at++) if (gate.raw[at] !== 0) return at;
  return -1;
}
/** Where people come onto the map from elsewhere, or -1. */
export function gateOf(world: World): number {
  const home = homeSite(world);
  return home < 0 ? -1 : world.of(site).gate.raw[home] - 1;
}
/** Groups that live on the map, in the order of their rows. */
export function homes(world: World): number[] {
  const found = [];
  for (let of = 0; of < world.of(group).count; of++) if (world.of(side).home.raw[of] !== 0) found.push(of);
  return found;
}
export function canReach(world: World, from: number, to: number): boolean {
  return from === to || world.of(trail).metres.raw[trailRow(world, from, to)] !== NO_TRAIL;
}
export function metresTo(world: World, from: number, to: number): number {
  return from === to ? 0 : world.of(trail).metres.raw[trailRow(world, from, to)];
}
export function hazardsOn(world: World, from: number, to: number): Hazard[] {
  const bits = from === to ? 0 : world.of(trail).hazards.raw[trailRow(world, from, to)];
  return HAZARDS.filter((_, i) => (bits & (1 << i)) !== 0);
}

/** Seconds of a day between which it is light enough to walk as by day. [d] */
const LIGHT = [7 * 3600, 18 * 3600] as const;

/** When somebody who leaves one site at a moment is at another, a share of the way on: slower by night. */
export function arrivesAt(world: World, from: number, to: number, leaves: number, share = 1): number {
  if (from === to) return leaves;
  const { day, night } = world.of(trail);
  const row = trailRow(world, from, to);
  let [rest, time] = [share, leaves];
  while (rest > 0) {
    const second = time % DAY;
    const isLight = second >= LIGHT[0] && second < LIGHT[1];
    const turns = isLight ? LIGHT[1] : second < LIGHT[0] ? LIGHT[0] : LIGHT[0] + DAY;
    const whole = isLight ? day.raw[row] : night.raw[row];
    const seconds = Math.min(rest * whole, turns - second);
    rest = seconds >= rest * whole ? 0 : rest - seconds / whole;
    time += Math.max(1, Math.ceil(seconds));
  }
  return time;
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

/** What one person finds to eat in a day at a site, in grams: late in a season half way to the next. */
export function forageAt(world: World, at: number): number {
  const { season, part } = world.recipe.setup.whole(begin)!;
  const { forage } = kindOf(world, at);
  const now = SEASONS.indexOf(season);
  const next = (now + 1) % SEASONS.length;
  return part === 'late' ? (forage[now] + forage[next]) / 2 : forage[now];
}

/** So many people gather for a share of a day what grows or runs at a site. Returns grams; what it bears in a day is an end. */
export function gather(world: World, at: number, people: number, share: number): number {
  const rows = world.of(site);
  const day = Math.floor(world.time / DAY);
  if (rows.day.raw[at] !== day) [rows.day.raw[at], rows.today.raw[at]] = [day, 0];
  const left = Math.max(0, kindOf(world, at).bears - rows.today.raw[at]);
  const grams = Math.min(left, Math.floor(forageAt(world, at) * people * share));
  rows.today.raw[at] += grams;
  rows.borne.raw[at] += grams;
  return grams;
}
