/** By daylight those who can be spared gather what lies about and bring it to the stores; who has nothing is given some. */
import { enabled, jointly, reason } from '../../kernel/events.ts';
import { readEvent } from '../../kernel/read.ts';
import { rule } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { enemyAbout } from '../burial/digging.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { isWithin } from '../defence/state.ts';
import { flames } from '../fire/state.ts';
import { groupOf, leaderOf, side } from '../groups/state.ts';
import { fitOf, isSettled, readFit } from '../infirmary/patients.ts';
import { hands, kindOf, thing } from '../items/state.ts';
import { skyLight } from '../light/state.ts';
import { holds, successor } from '../offices/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { aim } from '../shooting/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { able } from '../wounds/state.ts';
import { armed, gathered, issued } from './events.ts';
import { pilesIn } from './pile.ts';
import type { Pile } from './pile.ts';
import { armory, armoryOf, firesRounds, storesOfRounds } from './state.ts';

/** Hours after a fight before anybody gathers what lies about, and the light that it takes. [d] */
const RESTS_HOURS = 4;
const LIGHT_TO_GATHER = 0.3;
/** Metres from home within which it is gathered, and how many go, each to one place in an hour. [d] */
const WITHIN_METRES = 300;
const MOST_GATHERERS = 4;
/** Rounds under which somebody is given more, and up to which, where there are as many. [d] */
const SHORT_OF = 6;
const UP_TO = 20;
/** The most events that are named as what left it lying. */
const MOST_NAMED = 12;

export const gather = rule('salvage/gather', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (skyLight(world) < LIGHT_TO_GATHER) return;
  const among = new Set(beat.members);
  for (let of = 0; of < world.of(group).count; of++) {
    const home = world.of(side).home.raw[of] - 1;
    if (home < 0 || !isSettled(world, of, RESTS_HOURS)) continue;
    const goal = armoryOf(world, of);
    const piles = pilesIn(world, (at) => at !== goal && metresBetween(world, home, at) <= WITHIN_METRES);
    if (piles.size === 0) continue;
    const fit = fitOf(world, of, among).filter((who) => canGather(world, who, of));
    fit.sort((a, b) => Number(holds(world, b, 'arms')) - Number(holds(world, a, 'arms')) || a - b);
    fit.splice(MOST_GATHERERS);
    const near = [...piles].sort(([a], [b]) => metresBetween(world, goal, a) - metresBetween(world, goal, b) || a - b);
    for (const [at, pile] of near) {
      if (fit.length === 0) break;
      const out = !isWithin(world, of, at);
      const who = fit.find((each) => wayMetres(world, each, at, goal) < Infinity && !(out && enemyAbout(world, each)));
      if (who === undefined) continue;
      fit.splice(fit.indexOf(who), 1);
      bringIn(world, who, at, goal, pile);
    }
  }
});

function canGather(world: World, who: number, of: number): boolean {
  const { arms, legs, faint } = world.of(able);
  const whole = arms.raw[who] < 2 && legs.raw[who] === 0 && faint.raw[who] === 0;
  return whole && world.of(side).leader.raw[of] !== who + 1;
}

function bringIn(world: World, actor: number, at: number, goal: number, pile: Pile): void {
  const things = world.of(thing);
  world.trace.open(actor, world.time);
  // Whoever leads does not go; of the others, those who are up and not away.
  leaderOf(world, groupOf(world, actor));
  readFit(world, groupOf(world, actor));
  const left: number[] = [];
  for (const row of pile.things) {
    things.rounds.at(row);
    left.push(things.by.raw[row]);
  }
  for (const who of pile.dead) {
    world.of(body).alive.at(who);
    world.of(flames).bombs.at(who);
    left.push(world.of(body).downBy.raw[who]);
  }
  readWhoLies(world, at);
  const { weapons, rounds, dressings, bombs } = pile;
  const because = jointly([...new Set(left)].sort((a, b) => a - b).slice(0, MOST_NAMED), 1);
  world.propose(gathered, { actor, place: at, goal, weapons, rounds, dressings, bombs }, because);
  world.trace.close(false);
}

/** What there is to gather rests on what was gathered from those who lie there before. Tracked. */
function readWhoLies(world: World, at: number): void {
  const { alive, dressings } = world.of(body);
  for (let who = 0; who < world.of(person).count; who++) {
    if (alive.raw[who] === 0 && world.of(position).at.raw[who] === at) dressings.at(who);
  }
}

/** Whoever keeps the arms gives out what there is to those who have nothing to fire, or nothing to fire it with. */
export const issue = rule('salvage/issue', { phase: 'act', at: 'hour' }, (world, beat) => {
  const among = new Set(beat.members);
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0 || world.of(campaign).endedBy.raw[of] === 0) continue;
    if (world.of(campaign).state.raw[of] === 1) continue;
    const from = armoryOf(world, of);
    const fit = fitOf(world, of, among);
    const keeper = keeperOf(world, of, fit);
    if (keeper < 0) continue;
    giveWeapons(world, keeper, from, fit);
    giveRounds(world, of, keeper, fit);
  }
});

function keeperOf(world: World, of: number, fit: readonly number[]): number {
  const keeper = fit.find((who) => holds(world, who, 'arms')) ?? fit.find((who) => holds(world, who, 'stores'));
  if (keeper !== undefined) return keeper;
  const leader = leaderOf(world, of);
  return fit.includes(leader) ? leader : successor(world, fit);
}

/** Whoever lost what they had in their hands is given what was brought in. */
function giveWeapons(world: World, keeper: number, from: number, fit: readonly number[]): void {
  const { weapon } = world.of(body);
  const { lostBy } = world.of(hands);
  const things = world.of(thing);
  const free: number[] = [];
  for (let row = 0; row < things.count; row++) if (things.isLive(row) && things.place.raw[row] === from) free.push(row);
  free.sort((a, b) => things.by.raw[a] - things.by.raw[b]);
  for (const target of fit) {
    if (free.length === 0) return;
    if (weapon.raw[target] !== 0 || lostBy.raw[target] === 0 || world.of(able).arms.raw[target] !== 0) continue;
    const own = free.find((row) => things.of.raw[row] === target + 1);
    const row = own ?? free[0];
    free.splice(free.indexOf(row), 1);
    world.trace.open(keeper, world.time);
    weapon.at(target);
    readFit(world, groupOf(world, keeper));
    const rounds = things.rounds.at(row);
    const lay = things.by.raw[row];
    const roles = { actor: keeper, target, place: from, from: things.of.raw[row] - 1 };
    const because = [reason(lostBy.raw[target]), enabled(lay)];
    world.propose(armed, { ...roles, weapon: kindOf(things.weapon.at(row)), rounds, lay }, because);
    world.trace.close(false);
  }
}

/** Rounds that were brought in last: without them there may not be enough. */
function broughtIn(world: World, of: number): number {
  const last = world.of(armory).by.raw[of];
  return last === 0 ? 0 : Number(readEvent(world, last).data['rounds']);
}

/** Where there are not enough for all, each of those who are short is given as many. */
function giveRounds(world: World, of: number, keeper: number, fit: readonly number[]): void {
  const { weapon, rounds } = world.of(body);
  const { amount } = world.of(stock);
  const left = new Map(storesOfRounds(world, of).map((at) => [at, amount.raw[stockRow(at, 'rounds')]]));
  const there = [...left.values()].reduce((sum, each) => sum + each, 0);
  if (there === 0) return;
  const short = fit.filter((who) => firesRounds(weapon.raw[who]) && rounds.raw[who] < SHORT_OF);
  const each = Math.floor(there / Math.max(1, short.length));
  for (const target of short) {
    const wants = Math.min(each, Math.min(UP_TO, WEAPONS[weapon.raw[target]].capacity) - rounds.raw[target]);
    const [from, most] = [...left].reduce((best, store) => (store[1] > best[1] ? store : best));
    const given = Math.min(wants, most);
    if (given <= 0) continue;
    left.set(from, most - given);
    world.trace.open(keeper, world.time);
    weapon.at(target);
    // How many each is given rests on how many are short, and on how many are up.
    for (const other of fit) rounds.at(other);
    readFit(world, of);
    for (const store of left.keys()) amount.at(stockRow(store, 'rounds'));
    const why = world.of(aim).emptyBy.raw[target] || world.of(campaign).endedBy.raw[of];
    const because = [
      reason(why),
      enabled(short.length * given > there - broughtIn(world, of) ? world.of(armory).by.raw[of] : 0),
    ];
    world.propose(issued, { actor: keeper, target, place: from, rounds: given }, because);
    world.trace.close(false);
  }
}
