/** A hall and what lies beyond it: a ruined town, a wood, a camp, and others who may hear of those within. */
import type { LivingOptions } from '../src/kernel/create.ts';
import { person } from '../src/kernel/tables.ts';
import type { World } from '../src/kernel/world.ts';
import { outfit } from '../src/systems/bands/state.ts';
import { trip, haul } from '../src/systems/parties/state.ts';
import { cache, cacheRow, site } from '../src/systems/region/state.ts';
import { GOODS, stock, stockRow } from '../src/systems/stores/state.ts';
import type { Good } from '../src/systems/stores/state.ts';
import { hoard } from '../src/systems/theft/state.ts';
import { worldOf } from './night.fixture.ts';

export interface Beyond {
  /** What the hall holds, and what whoever leads it is like. */
  readonly food?: string;
  readonly goods?: string;
  readonly Ada?: string;
  /** How many live there beside Ada. */
  readonly folk?: number;
  /** Further fields of the town, the wanderers and the band; further groups; and the hours. */
  readonly town?: string;
  readonly way?: string;
  /** How many km the band lies from the town, and further sites. */
  readonly near?: number;
  readonly sites?: string;
  readonly wanderers?: string;
  readonly band?: string;
  readonly groups?: string;
  readonly begin?: string;
  readonly more?: string;
}

/** `beyond({})`: there is too little to eat for a fortnight, and nobody out there has heard of it. */
export function beyondText(about: Beyond = {}): string {
  return `
title: "The Hall"
begin: ${about.begin ?? 'late autumn, d1 06:00'}
lasts: 30d
places:
  hall: {like: hall}
  gate: {like: gatehouse, next to: hall}
  lane: {like: lane, next to: gate}
sites:
  home: {gate: lane, routes: {town: {km: 8${about.way ?? ''}}, wood: {km: 3, by: track}, kilns: {km: 9, by: cross-country}}}
  town: {like: ruined town${about.town ?? ''}}
  wood: {like: wood}
  kilns: {like: camp, routes: {town: {km: ${about.near ?? 5}}}}
  ${about.sites ?? ''}
groups:
  hall folk: {home: hall, leader: Ada, extras: ${about.folk ?? 23}}
  wanderers: {out at: wood, extras: 4${about.wanderers ?? ''}}
  the band: {out at: kilns, extras: 9, hostile to: hall folk${about.band ?? ', provisions: 900 kg'}}
  ${about.groups ?? ''}
people:
  Ada: {${about.Ada ?? 'temper: [gentle]'}}
stores:
  hall: {food: ${about.food ?? '90 kg'}, ${about.goods ?? 'salt: 20 kg'}}
${about.more ?? ''}
`;
}

export function beyond(about: Beyond = {}, options: LivingOptions = {}): World {
  return worldOf(beyondText(about), options);
}

export const siteOf = (world: World, name: string): number => world.cast.mustRow(site, name);

/** All of a good that there is anywhere: in stores and hoards, at sites, with parties and with groups out there. */
export function everywhere(world: World, good: Good): number {
  let sum = 0;
  for (let at = 0; at * GOODS.length < world.of(stock).count; at++)
    sum += world.of(stock).amount.raw[stockRow(at, good)];
  for (let at = 0; at < world.of(site).count; at++) sum += world.of(cache).amount.raw[cacheRow(at, good)];
  for (let of = 0; of < world.of(trip).count; of++) {
    sum += world.of(haul).amount.raw[of * GOODS.length + GOODS.indexOf(good)];
    if (good === 'rounds') sum += world.of(outfit).rounds.raw[of];
    if (good === 'food') sum += world.of(trip).food.raw[of] + world.of(outfit).food.raw[of];
  }
  if (good !== 'food') return sum;
  for (let who = 0; who < world.of(person).count; who++) sum += world.of(hoard).grams.raw[who];
  return sum;
}
