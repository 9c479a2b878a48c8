/** How much blood somebody has: what runs out, and what comes back. Drift, and no event until a level is crossed. */
import { decay } from '../../kernel/curves.ts';
import type { World } from '../../kernel/world.ts';
import { BLOOD_ML, CLOTS_BELOW, vitals, wound } from './state.ts';

/** The half-life in seconds of the flow of a wound that clots. [d] */
const CLOT_HALF_LIFE_SECONDS = 720;

/**
 * Somebody who has lost so much that they go down is in shock: their body fails even where the bleeding is stopped. What that
 * comes to in the end, as ml of blood, and the half-life in seconds of what is yet to come of it. [d, after s: 4-10 % of those who
 * are treated only in shock live]
 */
const SHOCK_COSTS_ML = 455;
const SHOCK_HALF_LIFE_SECONDS = 3600;

/** What bleeds less than so many ml/min, and what a body has yet to lose below so many ml, is over. [d] */
const DRY_BELOW = 0.001;
const SPENT_BELOW_ML = 20;
/** Half-lives in seconds of what is missing: its volume is made up within a day or two, the rest takes weeks. [s: model; d] */
const VOLUME_HALF_LIFE_SECONDS = 43_200;
const BLOOD_HALF_LIFE_SECONDS = 1_209_600;

/** By the minute while blood runs: within an hour a wound clots, and the flow falls. What comes back comes at one go. */
export function runUntilNow(world: World, who: number): void {
  const { reckoned, lost, thin } = world.of(vitals);
  let rest = world.time - reckoned.raw[who];
  for (; rest > 0 && !isOver(world, who); rest -= 60) {
    const seconds = Math.min(60, rest);
    const bled = bleedFor(world, who, seconds);
    lost.raw[who] = lost.raw[who] + bled + failFor(world, who, seconds);
    thin.raw[who] = Math.min(BLOOD_ML, thin.raw[who] + bled);
  }
  if (rest > 0) comeBack(world, who, rest);
  reckoned.raw[who] = world.time;
}

/** Whether nothing of somebody runs any more, and their body has lost what it had to lose. Plain reads. */
function isOver(world: World, who: number): boolean {
  if (world.of(vitals).failing.raw[who] >= SPENT_BELOW_ML) return false;
  const rows = world.of(wound);
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.person.raw[row] === who && rows.flow.raw[row] > 0) return false;
  }
  return true;
}

/** The body makes up for what it has lost. */
function comeBack(world: World, who: number, seconds: number): void {
  const { lost, thin, failing, downAt } = world.of(vitals);
  const missing = lost.raw[who] * decay(seconds, VOLUME_HALF_LIFE_SECONDS);
  const wanting = thin.raw[who] * decay(seconds, BLOOD_HALF_LIFE_SECONDS);
  lost.raw[who] = missing < 1 ? 0 : missing;
  thin.raw[who] = wanting < 1 ? 0 : wanting;
  // Whoever has come so far can fail again only by losing more.
  if (missing < downAt.raw[who] * BLOOD_ML) failing.raw[who] = 0;
}

/** What somebody's wounds bleed in so many seconds, in ml; small ones clot as the time passes. */
function bleedFor(world: World, who: number, seconds: number): number {
  const rows = world.of(wound);
  // Pressure falls with volume, and flow with pressure.
  const left = Math.max(0, 1 - world.of(vitals).lost.raw[who] / BLOOD_ML);
  let sum = 0;
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.person.raw[row] !== who) continue;
    const flow = rows.flow.raw[row];
    const bled = ((flow * seconds) / 60) * left;
    rows.bled.raw[row] = rows.bled.raw[row] + bled;
    sum += bled;
    if (flow < DRY_BELOW) rows.flow.raw[row] = 0;
    else if (flow < CLOTS_BELOW) rows.flow.raw[row] = flow * decay(seconds, CLOT_HALF_LIFE_SECONDS);
  }
  return sum;
}

/** What the body of somebody in shock loses beside, in ml. */
function failFor(world: World, who: number, seconds: number): number {
  const { lost, downAt, failing } = world.of(vitals);
  if (failing.raw[who] === 0) {
    if (lost.raw[who] < downAt.raw[who] * BLOOD_ML) return 0;
    failing.raw[who] = SHOCK_COSTS_ML;
  }
  const left = failing.raw[who] * decay(seconds, SHOCK_HALF_LIFE_SECONDS);
  const fails = failing.raw[who] - left;
  failing.raw[who] = left;
  return fails;
}
