/** Somebody within who has a friend among those outside, and has been wronged at home, may talk to a scout. */
import { believe } from '../../kernel/beliefs.ts';
import { eventKind, jointly, reason, role } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ambushAt } from '../assault/knowing.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { feltBy, strengthOf } from '../feelings/state.ts';
import { groupOf, hostile, leaderOf, peopleIn } from '../groups/state.ts';
import { contingency, duty } from '../orders/state.ts';
import { NO_TIE, TIES, bond, bondOf } from '../past/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { roster } from '../routine/state.ts';
import { ERRANDS, errand } from '../scouting/state.ts';
import { turncoat } from './state.ts';

/** Metres within which whoever stands watch alone and a scout can talk unheard. [d] */
const TALK_METRES = 70;
/** What has to be held against one's own leader, or resented, for it. [d] */
const WRONGED = 0.35;
const RESENTS = 0.5;

/** Somebody on watch tells a scout of the enemy what they know of people in hiding, and says nothing at home. */
export const turned = eventKind('returning/turned', {
  roles: { actor: role(person), target: role(person), group: role(group), place: role(place) },
  possible: (world, event) =>
    canAct(world, event.actor) &&
    world.of(body).alive.raw[event.target] === 1 &&
    world.of(turncoat).by.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(turncoat).by.put(event.actor, event.id);
    for (const at of hidingPlacesKnown(world, event.actor)) {
      const word = { place: at, confidence: 0.9, source: event.id, truth: event.id, from: event.actor, hops: 1 };
      believe(world, event.target, ambushAt, at, word);
    }
  },
});

/** Where those lie of whose hiding somebody knows: their own, and those to whom they give the sign. */
function hidingPlacesKnown(world: World, who: number): number[] {
  const plans = world.of(contingency);
  const own = world.of(duty).of.raw[who] - 1;
  const found = [];
  for (let plan = 0; plan < plans.count; plan++)
    if (plan === own || plans.commander.raw[plan] === who) found.push(plans.hidden.raw[plan]);
  return found;
}

export const turn = rule('returning/turn', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const rows = world.of(errand);
  for (const scout of beat.members) {
    if (ERRANDS[rows.stage.raw[scout]] !== 'there' || rows.of.raw[scout] === 0) continue;
    const of = rows.of.raw[scout] - 1;
    if (!hostile(world, of, groupOf(world, scout))) continue;
    for (const who of peopleIn(world, of)) if (mayTalk(world, who, rows.at.raw[scout] - 1)) consider(world, who, scout);
  }
});

/** Whether somebody stands watch near where a scout lies, and has not talked before. Plain reads. */
function mayTalk(world: World, who: number, at: number): boolean {
  if (world.of(roster).on.raw[who] === 0 || !canAct(world, who) || world.of(turncoat).by.raw[who] !== 0) return false;
  return metresBetween(world, world.of(position).at.raw[who], at) <= TALK_METRES;
}

/** They talk if they have a friend out there and have been wronged at home: both. */
function consider(world: World, who: number, scout: number): void {
  const friend = friendIn(world, who, groupOf(world, scout));
  if (friend < 0) return;
  world.trace.open(who, world.time);
  const wrong = wrongedBy(world, who);
  const crept = world.of(errand).came.at(scout);
  if (wrong.length > 0) {
    const tie = world.of(bond).by.at(friend);
    const fields = { actor: who, target: scout, group: groupOf(world, scout), place: world.of(position).at.at(who) };
    world.propose(turned, fields, [...jointly([tie, ...wrong], 1), reason(crept)]);
  }
  world.trace.close(false);
}

/** Row of the bond of friendship or kinship with somebody of a group, or -1. */
function friendIn(world: World, who: number, of: number): number {
  const rows = world.of(bond);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.from.raw[row] !== who || groupOf(world, rows.to.raw[row]) !== of) continue;
    const kind = rows.kind.raw[row];
    if (kind < NO_TIE && TIES[kind] !== 'rival' && TIES[kind] !== 'fears') return row;
  }
  return -1;
}

/** What somebody holds against whoever leads them, or resents. Tracked. */
function wrongedBy(world: World, who: number): number[] {
  const row = bondOf(world, who, leaderOf(world, groupOf(world, who)));
  if (row >= 0 && world.of(bond).grudge.at(row) >= WRONGED && world.of(bond).by.raw[row] !== 0)
    return [world.of(bond).by.raw[row]];
  return strengthOf(world, who, 'resentment') >= RESENTS ? feltBy(world, who, 'resentment') : [];
}
