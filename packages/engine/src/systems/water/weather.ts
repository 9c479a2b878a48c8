/** Rain fills, springs refill, frost and drought close: once a day. */
import { begin } from '../../kernel/cast.ts';
import { purpose } from '../../kernel/chance.ts';
import { reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { hourOf } from '../rations/state.ts';
import { SPELLS, coldness } from '../warmth/state.ts';
import { failed, rained, returned } from './events.ts';
import { FAILING, FAILS, SOURCES, source } from './state.ts';

/** The hours at which it rains, and at which sources fill and fail. [d] */
const RAINS_AT = 3;
const FILLS_AT = 5;
/** How likely it rains in a day, by season; the least and the most of it, in mm. [d, after m] */
const RAINS: Readonly<Record<string, number>> = { spring: 0.35, summer: 0.22, autumn: 0.4, winter: 0.35 };
const LEAST_MM = 1;
const MOST_MM = 14;
/** How likely a well or a spring runs dry in a day, in summer and otherwise, and gives again on its own. [d] */
const DRIES_IN_SUMMER = 0.012;
const DRIES = 0.001;
const COMES_BACK = 0.06;
/** How likely open water freezes over in a day of bitter frost. [d] */
const FREEZES = 0.5;
const P_RAIN = purpose('water/rain');
const P_MM = purpose('water/mm');
const P_DRIES = purpose('water/dries');

export const rain = rule('water/rain', { phase: 'sense', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== RAINS_AT || !isCaught(world)) return;
  const { season } = world.recipe.setup.whole(begin)!;
  // What falls in frost is snow, and runs into nothing.
  if (world.of(coldness).spell.raw[0] > SPELLS.indexOf('cold')) return;
  if (world.chance.uniform(P_RAIN, 0, 0, world.time) >= RAINS[season]) return;
  const u = world.chance.uniform(P_MM, 0, 0, world.time);
  world.propose(rained, { amount: Math.round(LEAST_MM + (MOST_MM - LEAST_MM) * u * u) });
});

/** Whether any rain runs into anything here. */
function isCaught(world: World): boolean {
  const { catches } = world.of(source);
  for (let at = 0; at < world.of(place).count; at++) if (catches.raw[at] > 0) return true;
  return false;
}

export const fillUp = rule('water/fill-up', { phase: 'sense', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== FILLS_AT) return;
  const rows = world.of(source);
  for (let at = 0; at < world.of(place).count; at++) {
    if (rows.kind.raw[at] === 0) continue;
    // What rises in the ground is drift.
    if (rows.yields.raw[at] > 0)
      rows.has.raw[at] = Math.min(rows.holds.raw[at], rows.has.raw[at] + rows.yields.raw[at]);
    turn(world, at);
  }
});

function turn(world: World, at: number): void {
  const rows = world.of(source);
  const from = failingAt(world, at);
  if (from === undefined) return;
  const u = world.chance.uniform(P_DRIES, world.nameLo(place, at), 0, world.time);
  const bitter = world.of(coldness).spell.raw[0] === SPELLS.indexOf('bitter');
  const frost = world.of(coldness).by.raw[0];
  const fails = rows.fails.raw[at] - 1;
  const freezes = from === 'rain butts' || from === 'spring' || from === 'river';
  if (fails < 0 && bitter && freezes && u < FREEZES) fail(world, at, 'froze', frost);
  else if (fails < 0 && (from === 'well' || from === 'spring') && 1 - u < driesUp(world)) fail(world, at, 'ran dry', 0);
  else if (fails === FAILS.indexOf('froze') && !bitter) giveAgain(world, at, frost);
  else if (fails === FAILS.indexOf('ran dry') && u < COMES_BACK) giveAgain(world, at, rows.failsBy.raw[at]);
}

/** What kind of source is in a place, where it is one that can fail. */
function failingAt(world: World, at: number): (typeof FAILING)[number] | undefined {
  const name = SOURCES[world.of(source).kind.raw[at] - 1];
  return FAILING.find((each) => each === name);
}

const driesUp = (world: World): number =>
  world.recipe.setup.whole(begin)!.season === 'summer' ? DRIES_IN_SUMMER : DRIES;

function fail(world: World, at: number, how: (typeof FAILS)[number], by: number): void {
  world.trace.open(0, world.time);
  world.of(coldness).spell.at(0);
  world.of(source).kind.at(at);
  world.propose(failed, { place: at, from: failingAt(world, at)!, how }, by === 0 ? [] : [reason(by)]);
  world.trace.close(false);
}

function giveAgain(world: World, at: number, by: number): void {
  world.trace.open(0, world.time);
  world.of(coldness).spell.at(0);
  const how = FAILS[world.of(source).fails.at(at) - 1];
  world.propose(returned, { place: at, from: failingAt(world, at)!, how }, [reason(by)]);
  world.trace.close(false);
}
