import { exp } from '../../kernel/curves.ts';
import { purpose } from '../../kernel/chance.ts';
import type { World } from '../../kernel/world.ts';
import { REGIONS } from './state.ts';
import type { Region } from './state.ts';

/** Where hits land on people without armour: chest 13 %, head 18, belly 14, arms 22, legs 33. [s: Belmont, unarmoured; the split of the rest d] */
const LANDS: readonly number[] = [0.18, 0.13, 0.14, 0.22, 0.33];
/** A great vessel or a limb artery is opened in so many hits. [d] */
const ARTERY: Readonly<Record<Region, number>> = { head: 0.25, chest: 0.22, belly: 0.15, arm: 0.1, leg: 0.16 };
/** Flow in ml/min from ordinary tissue and from an artery: lowest, highest. [s: SIMEDIS-based figures] */
const SMALL: Readonly<Record<Region, readonly [number, number]>> = {
  head: [20, 90],
  chest: [50, 200],
  belly: [50, 200],
  arm: [10, 30],
  leg: [12, 40],
};
const LARGE: Readonly<Record<Region, readonly [number, number]>> = {
  head: [200, 700],
  chest: [1000, 2500],
  belly: [400, 1500],
  arm: [200, 400],
  leg: [200, 500],
};
/** The chance that a hit kills at once, and that it takes somebody off their feet. [d, after the share of deaths at minute 0] */
const KILLS: Readonly<Record<Region, number>> = { head: 0.5, chest: 0.25, belly: 0.06, arm: 0, leg: 0 };
const FELLS: Readonly<Record<Region, number>> = { head: 0.85, chest: 0.6, belly: 0.5, arm: 0.12, leg: 0.5 };

const P_REGION = purpose('wounds/region');
const P_FLOW = purpose('wounds/flow');
const P_ARTERY = purpose('wounds/artery');
const P_KILLS = purpose('wounds/kills');
const P_FELLS = purpose('wounds/fells');

export interface Injury {
  readonly region: Region;
  /** ml/min while untreated. */
  readonly flow: number;
  /** What it takes from them at once. */
  readonly takes: 'nothing' | 'feet' | 'life';
}

/** What a hit by `shooter` on `target` at this second does. */
export function injure(world: World, shooter: number, target: number): Injury {
  const u = world.luck(P_REGION, shooter, target);
  let sum = 0;
  let index = 0;
  while (index < LANDS.length - 1 && u >= (sum += LANDS[index])) index++;
  const region = REGIONS[index];
  const artery = world.luck(P_ARTERY, shooter, target) < ARTERY[region];
  const [low, high] = (artery ? LARGE : SMALL)[region];
  // Small flows are commoner than large ones: an exponential rise from the lowest to the highest.
  const v = world.luck(P_FLOW, shooter, target);
  const flow = low + (high - low) * ((exp(2 * v) - 1) / (exp(2) - 1));
  const kills = world.luck(P_KILLS, shooter, target) < KILLS[region];
  const fells = world.luck(P_FELLS, shooter, target) < FELLS[region];
  return { region, flow, takes: kills ? 'life' : fells ? 'feet' : 'nothing' };
}
