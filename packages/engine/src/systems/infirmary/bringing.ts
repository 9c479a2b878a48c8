/** After a fight: who cannot walk is carried to where the wounded lie, and enemies who were left lying are come upon. */
import { claim, findClaim, sourcesOf } from '../../kernel/beliefs.ts';
import { jointly, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { found } from '../captivity/events.ts';
import { groupOf, hostile, side } from '../groups/state.ts';
import { skyLight } from '../light/state.ts';
import { position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { able, hasFallen } from '../wounds/state.ts';
import { broughtIn } from './events.ts';
import { fitOf, isSettled, patientsOf, wardOf } from './patients.ts';

/** From so much light on the ground about a place is gone over, and whoever lies there is come upon. [d] */
const LIGHT_TO_SEARCH = 0.3;
/** Metres from home within which it is. [d] */
const SEARCH_METRES = 300;

export const bringIn = rule('infirmary/bring-in', { phase: 'decide', at: 'hour' }, (world, beat) => {
  const among = new Set(beat.members);
  for (let of = 0; of < world.of(group).count; of++) {
    const bed = wardOf(world, of);
    if (bed < 0 || !isSettled(world, of)) continue;
    const lying = patientsOf(world, of, among).filter(
      (who) => world.of(body).down.raw[who] === 1 && world.of(position).at.raw[who] !== bed,
    );
    const enemies = leftLying(world, of, among);
    if (lying.length === 0 && enemies.length === 0) continue;
    const fit = fitOf(world, of, among).filter((who) => canCarry(world, who));
    for (const who of lying) carryIn(world, fit, who, bed);
    for (const who of enemies) comeUpon(world, fit, who, bed);
  }
});

function canCarry(world: World, who: number): boolean {
  const { arms, legs, faint } = world.of(able);
  return arms.raw[who] < 2 && legs.raw[who] === 0 && faint.raw[who] === 0;
}

/** Whoever is beside them carries them, or who knows where they lie; by day the ground is gone over, and anybody comes upon them. */
function carryIn(world: World, fit: number[], who: number, bed: number): void {
  const place = world.of(position).at.raw[who];
  const can = (each: number): boolean => wayMetres(world, each, place, bed) < Infinity;
  const knows = (each: number): boolean => {
    const row = findClaim(world, each, hasFallen, who);
    return row >= 0 && world.of(claim).polarity.raw[row] === 1;
  };
  const beside = fit.find((each) => world.of(position).at.raw[each] === place && can(each));
  const carrier =
    beside ?? fit.find((each) => knows(each) && can(each)) ?? (isLight(world) ? fit.find(can) : undefined);
  if (carrier === undefined) return;
  // One trip an hour.
  fit.splice(fit.indexOf(carrier), 1);
  world.trace.open(carrier, world.time);
  const row = findClaim(world, carrier, hasFallen, who);
  const { down, downBy } = world.of(body);
  down.at(who);
  world.of(position).at.at(who);
  const told = row < 0 || beside !== undefined ? [] : sourcesOf(world, row);
  const because = told.length > 0 ? jointly(told, 1) : [reason(downBy.raw[who])];
  world.propose(broughtIn, { actor: carrier, target: who, place, goal: bed }, because);
  world.trace.close(false);
}

const isLight = (world: World): boolean => skyLight(world) >= LIGHT_TO_SEARCH;

/** Enemies who lie near a group's home too badly hurt to get away, and whom nobody has found. */
function leftLying(world: World, of: number, among: ReadonlySet<number>): number[] {
  const home = world.of(side).home.raw[of] - 1;
  if (home < 0 || !isLight(world)) return [];
  const { alive, down } = world.of(body);
  const { gone } = world.of(position);
  const lying: number[] = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (!among.has(who) || alive.raw[who] === 0 || down.raw[who] === 0 || gone.raw[who] === 1) continue;
    if (world.of(captive).state.raw[who] === 0 && hostile(world, of, groupOf(world, who))) lying.push(who);
  }
  return lying;
}

function comeUpon(world: World, fit: number[], who: number, bed: number): void {
  const place = world.of(position).at.raw[who];
  const finder = fit.find((each) => wayMetres(world, each, bed, place) <= SEARCH_METRES);
  if (finder === undefined) return;
  fit.splice(fit.indexOf(finder), 1);
  world.trace.open(finder, world.time);
  world.of(body).down.at(who);
  const because = [reason(world.of(body).downBy.raw[who])];
  world.propose(found, { actor: finder, target: who, place }, because);
  world.trace.close(false);
}
