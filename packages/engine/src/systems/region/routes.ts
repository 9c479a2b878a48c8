/** The best ways on foot between all sites, from the routes that the scenario describes. */
import type { Setup } from '../../kernel/shape.ts';
import type { World } from '../../kernel/world.ts';
import { HAZARDS, WAYS } from './kinds.ts';
import { siteSection } from './settings.ts';
import { NO_TRAIL, site, trail, trailRow } from './state.ts';

const SECONDS_A_KM = (kmh: number): number => 3600 / kmh;

/** Fill the table of trails: each route in both directions, then every detour that is faster by day. */
export function layTrails(world: World, setup: Setup): void {
  const rows = world.of(trail);
  const { count } = world.of(site);
  for (let i = 0; i < count * count; i++) rows.metres.put(rows.add(), NO_TRAIL);
  for (const [key, { routes }] of setup.entries(siteSection)) {
    for (const [other, { km, by, hazards }] of routes) {
      const bits = hazards.reduce((sum, each) => sum | (1 << HAZARDS.indexOf(each)), 0);
      const [a, b] = [world.cast.mustRow(site, key), world.cast.mustRow(site, other)];
      const [day, night] = [WAYS[by].day, WAYS[by].night].map((kmh) => SECONDS_A_KM(kmh) * km);
      for (const row of [trailRow(world, a, b), trailRow(world, b, a)]) put(world, row, km * 1000, day, night, bits);
    }
  }
  for (let over = 0; over < count; over++) {
    for (let from = 0; from < count; from++) for (let to = 0; to < count; to++) join(world, from, over, to);
  }
}

function join(world: World, from: number, over: number, to: number): void {
  if (from === to || from === over || over === to) return;
  const { metres, day, night, hazards } = world.of(trail);
  const [first, second] = [trailRow(world, from, over), trailRow(world, over, to)];
  if (metres.raw[first] === NO_TRAIL || metres.raw[second] === NO_TRAIL) return;
  const row = trailRow(world, from, to);
  const sum = (column: { readonly raw: Float32Array }): number => column.raw[first] + column.raw[second];
  const known = metres.raw[row] !== NO_TRAIL;
  if (known && day.raw[row] <= sum(day)) return;
  put(world, row, sum(metres), sum(day), sum(night), hazards.raw[first] | hazards.raw[second]);
}

function put(world: World, row: number, far: number, byDay: number, byNight: number, bits: number): void {
  const { metres, day, night, hazards } = world.of(trail);
  metres.put(row, far);
  day.put(row, byDay);
  night.put(row, byNight);
  hazards.put(row, bits);
}
