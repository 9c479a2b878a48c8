import { ln } from '../../kernel/curves.ts';
import { purpose } from '../../kernel/chance.ts';
import type { World } from '../../kernel/world.ts';
import { BLOOD_ML, DEAD_AT, DIFFERS, REGIONS } from './state.ts';
import type { Region, Takes } from './state.ts';

/** Where hits land on people without armour. [s: Belmont, unarmoured, for chest and head with neck; the split of the rest d] */
const LANDS: Readonly<Record<Region, number>> = {
  head: 0.18,
  chest: 0.12,
  belly: 0.13,
  arm: 0.2,
  leg: 0.3,
  neck: 0.03,
  groin: 0.04,
};
/** The chance that a hit kills at once. [d, after the share of deaths at minute 0] */
const KILLS: Readonly<Record<Region, number>> = {
  head: 0.49,
  chest: 0.32,
  belly: 0.05,
  arm: 0,
  leg: 0,
  neck: 0.25,
  groin: 0,
};
/** The chance that a hit which does not kill at once bleeds until it does, if nobody sees to it. [d, after Eastridge: torso 48, limb 31, junction 21 %] */
const BLEEDS_OUT: Readonly<Record<Region, number>> = {
  head: 0,
  chest: 0.3,
  belly: 0.2,
  arm: 0.045,
  leg: 0.087,
  neck: 0.34,
  groin: 0.375,
};
/**
 * Shares of those who bleed to death, and the minutes by which they have. Limb arteries are narrow and the great vessels
 * of the chest are not. Flows follow from it. [d, after the UK series: 10 min 68 %, 60 min 91, 120 min 99 of all dead]
 */
const TORSO = [0, 1.3, 0.25, 10, 0.79, 60, 0.945, 112, 1, 152] as const;
const LIMB = [0, 6.4, 0.2, 10, 0.75, 60, 0.935, 112, 1, 152] as const;
const JUNCTION = [0, 1.3, 0.4, 10, 0.9, 60, 1, 110] as const;
/** Flow in ml/min of what clots by itself, lowest and highest. [s: small limb 10-30, figures after SIMEDIS; d] */
const TISSUE = [8, 20] as const;
/** What a hit that leaves somebody alive takes from them at once, as chances: their feet, and the use of a limb. [d] */
const FELLS: Readonly<Record<Region, number>> = {
  head: 0.85,
  chest: 0.55,
  belly: 0.45,
  arm: 0.06,
  leg: 0.2,
  neck: 0.6,
  groin: 0.35,
};
const UNARMS = 0.4;
const LAMES = 0.3;
const SLOWS = 0.35;

const P_REGION = purpose('wounds/region');
const P_FLOW = purpose('wounds/flow');
const P_BLEEDS = purpose('wounds/bleeds');
const P_KILLS = purpose('wounds/kills');
const P_FELLS = purpose('wounds/fells');

export interface Injury {
  readonly region: Region;
  /** ml/min while untreated. */
  readonly flow: number;
  readonly takes: Takes;
}

/** What a hit by `shooter` on `target` at this second does. */
export function injure(world: World, shooter: number, target: number): Injury {
  const u = world.luck(P_REGION, shooter, target);
  let sum = 0;
  let index = 0;
  while (index < REGIONS.length - 1 && u >= (sum += LANDS[REGIONS[index]])) index++;
  const region = REGIONS[index];
  const v = world.luck(P_FLOW, shooter, target);
  const deadly = world.luck(P_BLEEDS, shooter, target) < BLEEDS_OUT[region];
  const flow = deadly ? flowThatKillsIn(minutesAt(curveOf(region), v)) : TISSUE[0] + (TISSUE[1] - TISSUE[0]) * v;
  const kills = world.luck(P_KILLS, shooter, target) < KILLS[region];
  return { region, flow, takes: kills ? 'life' : takenFrom(region, world.luck(P_FELLS, shooter, target)) };
}

/** By when those who are hit there and bleed to death have. */
function curveOf(region: Region): readonly number[] {
  if (region === 'arm' || region === 'leg') return LIMB;
  return region === 'neck' || region === 'groin' ? JUNCTION : TORSO;
}

/** Between the points of a curve, a straight line. */
function minutesAt(curve: readonly number[], share: number): number {
  let i = 2;
  while (i < curve.length - 2 && share > curve[i]) i += 2;
  const part = (share - curve[i - 2]) / (curve[i] - curve[i - 2]);
  return curve[i - 1] + (curve[i + 1] - curve[i - 1]) * part;
}

/** ml/min at which somebody of middling constitution is dead after so many minutes: flow falls as volume falls. */
function flowThatKillsIn(minutes: number): number {
  return (BLOOD_ML * -ln(1 - (DEAD_AT + DIFFERS / 2))) / minutes;
}

function takenFrom(region: Region, u: number): Takes {
  const rest = u - FELLS[region];
  if (rest < 0) return 'feet';
  if (region === 'arm') return rest < UNARMS ? 'grip' : 'nothing';
  if (region !== 'leg' && region !== 'groin') return 'nothing';
  return rest < LAMES ? 'legs' : rest < LAMES + SLOWS ? 'stride' : 'nothing';
}
