import { claim, mind } from '../../kernel/beliefs.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { outAsKnown } from '../captivity/state.ts';
import { groupOf, hostile, leaderOf, peopleIn, refugeOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { isAt, notice } from '../sight/state.ts';
import { GOODS, load, stock, stockRow } from '../stores/state.ts';
import { doubts } from '../will/state.ts';
import { tellStage } from './considered.ts';
import type { WaitsFor } from './considered.ts';
import { STAGES, intent } from './state.ts';
import { wentOn } from './events.ts';

/** A leader thinks about the whole once in so many seconds. [d] */
const EVERY = 4;
/** Seconds to wait for stragglers before an assault, and after which loading is broken off. [d] */
const GATHER_SECONDS = 25;
const LOADING_SECONDS = 240;
/** Seconds for which word of an enemy in a place keeps a leader from taking it for clear. [d] */
const CLEAR_AFTER = 20;

function thinks(world: World, who: number, bubble: number): boolean {
  const bodies = world.of(body);
  if (who < 0 || bubbleOf(world, who) !== bubble) return false;
  if (!world.isTurn(person, who, EVERY)) return false;
  return bodies.alive.raw[who] === 1 && bodies.down.raw[who] === 0 && bodies.awake.raw[who] === 1;
}

/** Leaders of bands that have come for something. */
export const lead = rule('raid/lead', { phase: 'decide', at: 'second' }, (world, beat) => {
  const rows = world.of(intent);
  for (let of = 0; of < world.of(group).count; of++) {
    const leader = leaderOf(world, of);
    if (rows.stage.raw[of] < 2 || !thinks(world, leader, beat.bubble)) continue;
    world.trace.open(leader, world.time);
    // Read again, now that the decision is open: that it is theirs to make rests on who leads.
    leaderOf(world, of);
    const stage = STAGES[rows.stage.at(of)];
    let waits: WaitsFor | null = null;
    if (stage !== 'leaving' && world.of(doubts).gaveUp.at(of) === 1)
      leave(world, of, leader, [reason(world.of(doubts).gaveUpBy.raw[of])]);
    else if (stage === 'creeping up') waits = creepUp(world, of, leader);
    else if (stage === 'storming') waits = storm(world, of, leader);
    else if (stage === 'loading') waits = loading(world, of, leader);
    world.trace.close();
    const gaveUp = world.of(doubts).gaveUp.raw[of] === 1;
    if (!gaveUp && isObserved(world, leader)) tellStage(world, of, leader, waits);
  }
});

function leave(world: World, of: number, leader: number, because: readonly Cause[]): void {
  world.propose(wentOn, { actor: leader, group: of, place: refugeOf(world, of), stage: 'leaving' }, because);
}

/** First the approach; then, gathered or found out, the assault: one half storms, the other gives cover. */
function creepUp(world: World, of: number, leader: number): WaitsFor | null {
  const rows = world.of(intent);
  const where = world.of(position);
  const [staging, target] = [rows.staging.raw[of], rows.target.raw[of]];
  const seen = world.of(notice);
  const found = seen.alarmed.at(leader) === 1;
  const there = where.at.at(leader) === staging;
  if (!found && !there) return 'way there';
  if (!found && world.time - where.since.raw[leader] < GATHER_SECONDS) return 'stragglers';
  const because = [reason(found ? seen.alarmedBy.raw[leader] : where.by.raw[leader])];
  world.propose(wentOn, { actor: leader, group: of, place: target, stage: 'storming' }, because);
  return null;
}

/** Once the leader is inside and knows of no enemy there, the sacks are filled. */
function storm(world: World, of: number, leader: number): WaitsFor | null {
  const rows = world.of(intent);
  const target = rows.target.raw[of];
  const where = world.of(position);
  if (where.at.at(leader) !== target) return 'way in';
  if (enemyAt(world, leader, target)) return 'enemy there';
  const because = [reason(where.by.raw[leader])];
  world.propose(wentOn, { actor: leader, group: of, place: target, stage: 'loading' }, because);
  return null;
}

/** Enough is taken, or it takes too long: away. */
function loading(world: World, of: number, leader: number): WaitsFor | null {
  const rows = world.of(intent);
  const target = rows.target.raw[of];
  const loads = world.of(load);
  const good = GOODS[rows.wants.raw[of]];
  const left = world.of(stock).amount.at(stockRow(target, good));
  const laden: number[] = [];
  let waiting = 0;
  for (const who of peopleIn(world, of)) {
    if (world.of(body).down.raw[who] === 1 || world.of(position).at.raw[who] !== target) continue;
    if (loads.amount.at(who) > 0) laden.push(loads.by.raw[who]);
    else waiting++;
  }
  const long = world.time - rows.since.raw[of] > LOADING_SECONDS;
  if (left > 0 && !long && (waiting > 0 || laden.length === 0)) return 'sacks';
  leave(world, of, leader, laden.length > 0 ? jointly(laden, 1) : [reason(rows.stageBy.raw[of])]);
  return null;
}

/** Whether a leader takes an enemy to be on their feet in a place. */
function enemyAt(world: World, holder: number, at: number): boolean {
  const claims = world.of(claim);
  for (let row = world.of(mind).first.raw[holder] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] !== isAt.hash || claims.place.raw[row] !== at + 1) continue;
    if (world.time - claims.seen.raw[row] > CLEAR_AFTER) continue;
    const enemy = claims.subject.raw[row];
    if (!hostile(world, groupOf(world, holder), groupOf(world, enemy))) continue;
    const fallen = outAsKnown(world, holder, enemy);
    if (fallen >= 0) {
      claims.polarity.at(fallen);
      continue;
    }
    claims.place.at(row);
    return true;
  }
  return false;
}
