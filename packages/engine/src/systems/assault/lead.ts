import { claim, findClaim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { jointly, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isBreached } from '../barriers/state.ts';
import { behindOf } from '../barriers/ways.ts';
import { body } from '../bodies/state.ts';
import { hostile, leaderOf, refugeOf, side } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { inSquad, squad, squadsIn } from '../squads/state.ts';
import { enemiesAsKnown } from '../will/wayout.ts';
import { doubts } from '../will/state.ts';
import { chooseWayIn, scoutFrom } from './choosing.ts';
import { tellStep } from './considered.ts';
import type { Step } from './considered.ts';
import { broughtOff, overran, pressedOn, scouted, stageOf, wentOn } from './events.ts';
import { PARTS, assault, part } from './state.ts';

/** A commander thinks about the whole once in so many seconds. [d] */
const EVERY = 4;
/** Seconds to wait for stragglers, for scouts, for those who creep up, at a barrier, and for the rearguard. [d] */
const GATHER_SECONDS = 45;
const SCOUT_SECONDS = 420;
const PROBE_SECONDS = 240;
const PROBE_FOUND_SECONDS = 75;
const BREACH_SECONDS = 660;
const REARGUARD_SECONDS = 70;
/** How many ways in a band tries. [d] */
const MOST_TRIED = 3;
/** Seconds for which word of an enemy keeps a commander from taking a place for clear; and for which the whole must be quiet. [d] */
const CLEAR_AFTER = 20;
const QUIET_AFTER = 30;
/** Seconds for which they must have stood in the last of it for it to be theirs. [d] */
const HELD_SECONDS = 40;

export const lead = rule('assault/lead', { phase: 'decide', at: 'second' }, (world, beat) => {
  const rows = world.of(assault);
  const bodies = world.of(body);
  for (let of = 0; of < world.of(group).count; of++) {
    if (rows.stage.raw[of] < 2) continue;
    const leader = leaderOf(world, of);
    if (leader < 0 || !world.isTurn(person, leader, EVERY)) continue;
    if (bubbleOf(world, leader) !== beat.bubble) continue;
    if (bodies.down.raw[leader] === 1 || bodies.awake.raw[leader] === 0) continue;
    // Who has lost their nerve leads nobody.
    if (world.of(nerves).broken.raw[leader] === 1) continue;
    world.trace.open(leader, world.time);
    // Read again, now that the decision is open: that it is theirs to make rests on who leads.
    leaderOf(world, of);
    rows.stage.at(of);
    const step = think(world, of, leader);
    world.trace.close();
    if (isObserved(world, leader)) tellStep(world, of, leader, step);
  }
});

function think(world: World, of: number, leader: number): Step {
  const stage = stageOf(world, of);
  const rows = world.of(doubts);
  if (stage === 'withdrawing') return bringOff(world, of, leader);
  if (rows.gaveUp.at(of) === 1) {
    const place = refugeOf(world, of);
    world.propose(wentOn, { actor: leader, group: of, place, stage: 'withdrawing' }, [reason(rows.gaveUpBy.raw[of])]);
    return 'calls off';
  }
  if (stage === 'gathering') return gather(world, of, leader);
  if (stage === 'scouting') return scouting(world, of, leader);
  if (stage === 'probing') return probing(world, of, leader);
  return stage === 'breaching' ? breaching(world, of, leader) : exploiting(world, of, leader);
}

/** Once they are together, or found out, some go ahead to look. */
function gather(world: World, of: number, leader: number): Step {
  const where = world.of(position);
  const rows = world.of(assault);
  const meet = rows.meet.raw[of] - 1;
  const seen = world.of(notice);
  const found = seen.alarmed.at(leader) === 1;
  const since = Math.max(where.since.raw[leader], rows.since.raw[of]);
  const there = where.at.at(leader) === meet;
  if (!found && !there) return 'way there';
  if (!found && world.time - since < GATHER_SECONDS) return 'stragglers';
  const because = [reason((found ? seen.alarmedBy.raw[leader] : where.by.raw[leader]) || rows.stageBy.raw[of])];
  const at = scoutFrom(world, of, leader);
  if (found || at < 0) return chooseWayIn(world, of, leader, because);
  world.propose(scouted, { actor: leader, group: of, place: at }, because);
  return 'scouts';
}

/** Until the scouts have told what they saw, or have been found out, or it takes too long. */
function scouting(world: World, of: number, leader: number): Step {
  const rows = world.of(assault);
  const seen = world.of(notice);
  const told = wordOfScouts(world, of, leader);
  const found = seen.alarmed.at(leader) === 1;
  const long = world.time - rows.since.raw[of] > SCOUT_SECONDS;
  const back = told >= 0 ? 0 : scoutsBack(world, of, leader);
  if (told >= 0) return chooseWayIn(world, of, leader, jointly(sourcesOf(world, told), 1));
  if (found) return chooseWayIn(world, of, leader, [reason(seen.alarmedBy.raw[leader])]);
  if (back > 0) return chooseWayIn(world, of, leader, [reason(back)]);
  return long ? chooseWayIn(world, of, leader, [reason(rows.stageBy.raw[of])]) : 'word of scouts';
}

/** The event by which the leader of those who were sent ahead has come back to the commander, or 0. */
function scoutsBack(world: World, of: number, leader: number): number {
  const where = world.of(position);
  const sent = world.of(assault).since.raw[of];
  for (const row of squadsIn(world, of)) {
    const scout = world.of(squad).leader.raw[row] - 1;
    if (PARTS[world.of(part).part.raw[row]] !== 'scouts' || scout < 0) continue;
    if (where.at.raw[scout] !== where.at.raw[leader] || where.since.raw[scout] <= sent) continue;
    where.at.at(scout);
    return where.by.raw[scout];
  }
  return 0;
}

/** The newest thing that the commander has been told by somebody who was sent ahead, since they were sent; -1 for nothing. */
function wordOfScouts(world: World, of: number, leader: number): number {
  const claims = world.of(claim);
  const squads = world.of(inSquad).squad.raw;
  const since = world.of(assault).since.raw[of];
  for (let row = world.of(mind).first.raw[leader] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    const from = claims.from.raw[row] - 1;
    if (from < 0 || claims.changed.raw[row] < since || squads[from] === 0) continue;
    if (PARTS[world.of(part).part.raw[squads[from] - 1]] !== 'scouts') continue;
    claims.from.at(row);
    return row;
  }
  return -1;
}

/** A show of force here, and those who are to break in creep up there: then they go in. */
function probing(world: World, of: number, leader: number): Step {
  const rows = world.of(assault);
  const seen = world.of(notice);
  const waited = world.time - rows.since.raw[of];
  const found = seen.alarmed.at(leader) === 1;
  if (waited < (found ? PROBE_FOUND_SECONDS : PROBE_SECONDS)) return 'show of force';
  const axis = rows.axis.raw[of] - 1;
  const goal = behindOf(world, axis, rows.target.raw[of] - 1);
  const because = [reason(rows.chosen.raw[of])];
  if (knowsBreached(world, leader, axis)) return through(world, of, leader, axis);
  world.propose(wentOn, { actor: leader, group: of, place: goal, stage: 'breaching' }, because);
  return 'breaks in';
}

/** Through, or another way; or on and on at the same one. */
function breaching(world: World, of: number, leader: number): Step {
  const rows = world.of(assault);
  const standing = world.of(barrier);
  const { keeper } = standing;
  const axis = rows.axis.raw[of] - 1;
  // Any way in will do that one knows of; the one that was chosen first.
  for (let each = 0; each < standing.count; each++) {
    const row = each === 0 ? axis : each <= axis ? each - 1 : each;
    if (keeper.raw[row] > 0 && hostile(world, of, keeper.raw[row] - 1) && knowsBreached(world, leader, row)) {
      return through(world, of, leader, row);
    }
  }
  if (world.time - rows.since.raw[of] < BREACH_SECONDS) return 'way in';
  if (rows.tried.at(of) >= MOST_TRIED) return 'last way in';
  return chooseWayIn(world, of, leader, [reason(rows.stageBy.raw[of])]);
}

function knowsBreached(world: World, leader: number, row: number): boolean {
  const held = findClaim(world, leader, isBreached, row);
  if (held >= 0) world.of(claim).polarity.at(held);
  return held >= 0;
}

function through(world: World, of: number, leader: number, row: number): Step {
  const held = findClaim(world, leader, isBreached, row);
  const place = behindOf(world, row, world.of(assault).target.raw[of] - 1);
  const because = jointly(sourcesOf(world, held), 1);
  world.propose(wentOn, { actor: leader, group: of, place, stage: 'exploiting' }, because);
  return 'goes in';
}

/** From place to place, first to what they have come for, then wherever they know of somebody who still fights. */
function exploiting(world: World, of: number, leader: number): Step {
  const rows = world.of(assault);
  const where = world.of(position);
  const at = where.at.at(leader);
  const objective = rows.objective.at(of) - 1;
  if (at !== objective || world.time - rows.pressedAt.raw[of] < EVERY) return 'way on';
  const enemies = enemiesAsKnown(world, leader, QUIET_AFTER);
  const here = enemies.find(
    (enemy) => enemy.at === at && world.time - world.of(claim).seen.raw[enemy.row] <= CLEAR_AFTER,
  );
  if (here !== undefined) {
    world.of(claim).place.at(here.row);
    return 'enemy there';
  }
  const because = [reason(where.by.raw[leader] || rows.stageBy.raw[of])];
  const next = nextObjective(world, of, at, enemies);
  if (next >= 0) {
    world.propose(pressedOn, { actor: leader, group: of, place: next }, because);
    return 'presses on';
  }
  if (rows.overran.at(of) === 1 || world.time - rows.pressedAt.raw[of] < HELD_SECONDS) return 'nobody left';
  world.propose(overran, { actor: leader, group: of, place: at }, because);
  return 'has it';
}

/** Where to go next from a place that is taken: the target, then a home of the enemy, then where enemies are thought to be; -1 for nowhere. */
function nextObjective(
  world: World,
  of: number,
  at: number,
  enemies: readonly { readonly at: number; readonly row: number }[],
): number {
  const rows = world.of(assault);
  const target = rows.target.raw[of] - 1;
  const homes: number[] = [];
  for (let other = 0; other < world.of(group).count; other++) {
    if (hostile(world, of, other) && world.of(side).home.raw[other] > 0) homes.push(world.of(side).home.raw[other] - 1);
  }
  // The way goes inwards: through what they came for into the enemy's home.
  const order = [target, ...homes.filter((home) => home !== target)];
  const step = order.indexOf(at);
  if (step < 0) return order[0];
  if (step + 1 < order.length) return order[step + 1];
  // Both are theirs: what is left is to clear wherever somebody within the walls is thought to hold out.
  const enemy = enemies.find((each) => each.at !== at && order.includes(each.at));
  if (enemy === undefined) return -1;
  world.of(claim).place.at(enemy.row);
  return enemy.at;
}

/** When the others have had time to get clear, those who cover follow: the one squad, and then the other. */
function bringOff(world: World, of: number, leader: number): Step {
  const rows = world.of(assault);
  const rearguard = rows.rearguard.at(of) - 1;
  if (rearguard < 0) return 'nobody covers';
  if (world.time - rows.coversSince.raw[of] < REARGUARD_SECONDS) return 'others gone';
  const place = refugeOf(world, of);
  world.propose(broughtOff, { actor: leader, group: of, squad: rearguard, place }, [reason(rows.stageBy.raw[of])]);
  return 'brings off';
}
