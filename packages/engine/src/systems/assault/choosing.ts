import { claim, findClaim, sourcesOf } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { jointly } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { Race } from '../../kernel/race.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isBreached, kindOf } from '../barriers/state.ts';
import { behindOf, outsideOf } from '../barriers/ways.ts';
import { isWithin } from '../defence/state.ts';
import { hostile } from '../groups/state.ts';
import { between, ground, metresBetween, pairRow, sightBetween } from '../places/state.ts';
import { squadsIn } from '../squads/state.ts';
import { enemiesAsKnown } from '../will/wayout.ts';
import { tellSides, tellWaysIn } from './considered-ways.ts';
import type { WayCost } from './considered-ways.ts';
import type { Step } from './considered.ts';
import { chose } from './events.ts';
import { ambushesBeside } from './knowing.ts';
import { PARTS, assault, part } from './state.ts';

const P_WAY_IN = purpose('assault/way-in');
const P_SHOW = purpose('assault/show');
const P_SCOUT = purpose('assault/scout');
/** What makes a way in dear: each minute of work at it, each enemy thought to be in sight of it, each 100 m of the way. [d] */
const MINUTE_COSTS = 0.35;
const ENEMY_COSTS = 0.6;
const HUNDRED_METRES_COST = 0.2;
/** What each place beside it costs from which enemies are known to come out. [d] */
const AMBUSH_COSTS = 1.2;
/** How many can work at one barrier at once, for reckoning how long it takes. [d] */
const HANDS = 4;
/** How much sharper than its cost a commander prefers the cheaper way: the weight falls with the square. [d] */
const LEAST_COST = 0.5;
/** The most reasons that a choice states. */
const MOST_REASONS = 6;
/** Seconds for which what is known of the enemy counts for the choice. [d] */
const KNOWN_FOR = 600;

/** What it counts against a place to gather in that one has to pass under the walls to get there. [d] */
const SEEN_ON_THE_WAY = 1.5;

const race = new Race();

interface WayIn {
  readonly row: number;
  readonly outside: number;
  readonly inside: number;
}

/**
 * Every barrier of the enemy that stands, as far as the commander knows (`leader`; -1 before anything has happened): with the
 * place before it and the one behind. Where barriers are and how the ground lies everybody who has lain before a place knows.
 */
function waysIn(world: World, of: number, leader: number): WayIn[] {
  const rows = world.of(barrier);
  const target = world.of(assault).target.raw[of] - 1;
  const ways: WayIn[] = [];
  for (let row = 0; row < rows.count; row++) {
    const keeper = rows.keeper.raw[row] - 1;
    if (keeper < 0 || !hostile(world, of, keeper)) continue;
    if (leader >= 0 && findClaim(world, leader, isBreached, row) >= 0) continue;
    const outside = rows.outside.raw[row];
    if (metresBetween(world, world.of(assault).meet.raw[of] - 1, outside) === Infinity) continue;
    const inside = behindOf(world, row, target);
    if (inside === outside || isWithin(world, keeper, outside)) continue;
    ways.push({ row, outside: outsideOf(world, row, inside), inside });
  }
  return ways;
}

/** Settle on the way in that seems cheapest, with luck; and on a side for the show of force. Within an open decision. */
export function chooseWayIn(world: World, of: number, leader: number, because: readonly Cause[]): Step {
  const ways = waysIn(world, of, leader);
  if (ways.length === 0) return 'no way in';
  const rows = world.of(assault);
  const from = rows.meet.raw[of] - 1;
  const last = rows.axis.at(of) - 1;
  const enemies = enemiesAsKnown(world, leader, KNOWN_FOR);
  const name = world.nameLo(person, leader);
  race.open(world.chance, P_WAY_IN, name, 0, world.time);
  const costs: WayCost[] = [];
  const lain: number[] = [];
  const beside = ways.map((way) => ambushesBeside(world, leader, way.inside));
  // What lies in wait beside every way in speaks against none of them.
  const everywhere = Math.min(...beside.map((ambushes) => ambushes.length));
  for (const [i, way] of ways.entries()) {
    const before = enemies.filter((enemy) => sightBetween(world, enemy.at, way.outside) > 0).length;
    const minutes = kindOf(world, way.row).work / HANDS / 60;
    const metres = metresBetween(world, from, way.outside);
    const ambushes = beside[i];
    const cost =
      LEAST_COST +
      MINUTE_COSTS * minutes +
      ENEMY_COSTS * before +
      AMBUSH_COSTS * (ambushes.length - everywhere) +
      (HUNDRED_METRES_COST * metres) / 100;
    lain.push(...ambushes);
    // Where it has failed once they try again last.
    race.offer(world.nameLo(barrier, way.row), (way.row === last ? 0.1 : 1) / (cost * cost));
    costs.push({
      row: way.row,
      minutes,
      before,
      metres,
      ambushes: ambushes.length - everywhere,
      failed: way.row === last,
    });
  }
  const pick = race.pick();
  const chosen = ways[pick];
  if (isObserved(world, leader)) tellWaysIn(world, leader, costs, race, pick);
  const sources: number[] = [];
  for (const row of [...lain, ...enemies.map((enemy) => enemy.row)]) {
    world.of(claim).place.at(row);
    for (const id of sourcesOf(world, row)) {
      if (sources.length < MOST_REASONS && !sources.includes(id)) sources.push(id);
    }
  }
  const show = chooseShow(world, ways, chosen, leader);
  world.propose(chose, { actor: leader, group: of, barrier: chosen.row, place: show, goal: chosen.inside }, [
    ...because,
    ...jointly(sources, 2),
  ]);
  return 'settles';
}

/** From where to draw the enemy's eyes: another side than the one where it is meant. */
function chooseShow(world: World, ways: readonly WayIn[], chosen: WayIn, leader: number): number {
  const others = ways.filter((way) => way.outside !== chosen.outside);
  if (others.length === 0) return chosen.outside;
  race.open(world.chance, P_SHOW, world.nameLo(person, leader), 0, world.time);
  for (const way of others) {
    race.offer(world.nameLo(barrier, way.row), 0.2 + world.of(ground).concealment.raw[way.outside]);
  }
  const pick = race.pick();
  if (isObserved(world, leader)) tellSides(world, leader, 'assault/show', others, race, pick);
  return others[pick].outside;
}

/** From where scouts look: before one of the enemy's barriers, the more likely the better it hides them; -1 without scouts. */
export function scoutFrom(world: World, of: number, leader: number): number {
  const ways = waysIn(world, of, leader);
  const scouts = squadsIn(world, of).some((row) => PARTS[world.of(part).part.raw[row]] === 'scouts');
  if (ways.length === 0 || !scouts) return -1;
  race.open(world.chance, P_SCOUT, world.nameLo(person, leader), 0, world.time);
  for (const way of ways)
    race.offer(world.nameLo(barrier, way.row), 0.1 + world.of(ground).concealment.raw[way.outside]);
  const pick = race.pick();
  if (isObserved(world, leader)) tellSides(world, leader, 'assault/scout', ways, race, pick);
  return ways[pick].outside;
}

/** Where a band gathers: out of sight of the walls, under cover, not too far. Worked out once, as the world is built. */
export function meetingPlace(world: World, of: number, from: number, target: number): number {
  const lands = world.of(ground);
  const outsides = new Set(waysIn(world, of, -1).map((way) => way.outside));
  let best = from;
  let bestScore = -Infinity;
  for (let at = 0; at < world.of(place).count; at++) {
    if (outsides.has(at) || isEnemyGround(world, of, at) || metresBetween(world, from, at) === Infinity) continue;
    const score =
      lands.concealment.raw[at] -
      metresBetween(world, from, at) / 1500 -
      metresBetween(world, at, target) / 600 -
      (leadsPast(world, from, at, outsides) ? SEEN_ON_THE_WAY : 0);
    if (score > bestScore) {
      best = at;
      bestScore = score;
    }
  }
  return best;
}

/** Whether the way from one place to another goes by any of some places. */
function leadsPast(world: World, from: number, to: number, places: ReadonlySet<number>): boolean {
  const { next } = world.of(between);
  for (let at = from, steps = 0; at !== to && steps < world.of(place).count; steps++) {
    at = next.raw[pairRow(world, at, to)];
    if (places.has(at)) return true;
  }
  return false;
}

/** Whether a place lies within the walls of somebody hostile. */
function isEnemyGround(world: World, of: number, at: number): boolean {
  for (let other = 0; other < world.of(group).count; other++) {
    if (hostile(world, of, other) && isWithin(world, other, at)) return true;
  }
  return false;
}
