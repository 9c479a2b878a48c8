/** What a group out there does by the day: it eats, looks for more, runs short, loses people. */
import { purpose } from '../../kernel/chance.ts';
import { reason } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { leaderOf, side } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { heard } from '../region/events.ts';
import { cache, cacheRow, gather, heardBy, site } from '../region/state.ts';
import { died } from '../wounds/events.ts';
import { atHand, fellApart, left, ranShort, regrouped, settled } from './events.ts';
import { STATES, dayFor, headOf, isOut, outfit, peopleOut } from './state.ts';

/** The hour at which a group out there has done with a day, and that at which those who got away have come together. [d] */
const LIVES_AT = 6;
const REGROUPS_AT = 9;
/** Grams that one person finds and brings home in a day among what others have left behind. [d] */
const SCAVENGES = 1200;
/** A group runs short where its food lasts for fewer days than this, and is so no more where it lasts for so many. [d] */
const SHORT_DAYS = 3;
const ENOUGH_DAYS = 7;
/** Days' food missed from which on people leave, and the chance a day that one does. [d] */
const LEAVES_AFTER = 4;
const LEAVES = 0.3;
/** The same for death. [d, after s: 45 to 61 days without any] */
const DIES_AFTER = 40;
const DIES = 0.5;
/** What a day of enough makes good, in days' food missed. [d] */
const MAKES_GOOD = 0.5;
/** A band of fewer is none. [d] */
const A_BAND = 2;
const P_LEAVES = purpose('bands/leaves');
const P_DIES = purpose('bands/dies');

const hourOf = (world: World): number => Math.floor(world.time / SECONDS.hour) % 24;

/** Once a day, each group that is out at a site lives a day. */
export const liveOn = rule('bands/live-on', { phase: 'settle', at: 'hour' }, (world) => {
  if (world.of(site).count === 0 || hourOf(world) !== LIVES_AT) return;
  const people = peopleOut(world);
  for (let of = 0; of < people.length; of++) if (isOut(world, of)) liveDay(world, of, people[of]);
});

function liveDay(world: World, of: number, people: readonly number[]): void {
  const rows = world.of(outfit);
  if (people.length === 0 || (people.length < A_BAND && rows.settled.raw[of] === 0)) {
    disband(world, of);
    return;
  }
  const wanted = dayFor(people.length);
  const eaten = Math.min(wanted, rows.food.raw[of]);
  const missed = 1 - eaten / wanted;
  rows.eaten.raw[of] += eaten;
  rows.food.raw[of] += lookRound(world, of, people.length) - eaten;
  rows.hunger.raw[of] = missed > 0 ? rows.hunger.raw[of] + missed : Math.max(0, rows.hunger.raw[of] - MAKES_GOOD);
  const days = Math.floor(rows.food.raw[of] / wanted);
  if (rows.short.raw[of] === 0 && days < SHORT_DAYS) runShort(world, of, days);
  else if (rows.short.raw[of] === 1 && days >= ENOUGH_DAYS) rows.short.raw[of] = 0;
  if (rows.short.raw[of] === 1) loseSomebody(world, of, people);
}

/** What they find where they are in a day, grown or left behind by others, in grams. */
function lookRound(world: World, of: number, people: number): number {
  const at = world.of(outfit).site.raw[of];
  const { amount } = world.of(cache);
  const row = cacheRow(at, 'food');
  const found = Math.min(amount.raw[row], SCAVENGES * people);
  amount.raw[row] -= found;
  if (found > 0 && amount.raw[row] === 0) noticeEmpty(world, of, at);
  const grams = found + gather(world, at, people, 1);
  world.of(outfit).gathered.raw[of] += grams;
  return grams;
}

function noticeEmpty(world: World, of: number, at: number): void {
  const by = world.of(outfit).by.raw[of];
  const fields = { group: of, site: at, says: 'nothing left', how: 'seen', grade: 'A', days: 0 } as const;
  world.trace.open(-1, world.time);
  world.of(outfit).site.at(of);
  // When it is empty rests on what others took from there.
  world.of(cache).amount.at(cacheRow(at, 'food'));
  world.propose(heard, fields, by === 0 ? [] : [reason(by)]);
  world.trace.close(false);
}

function runShort(world: World, of: number, days: number): void {
  const rows = world.of(outfit);
  world.trace.open(-1, world.time);
  const at = rows.site.at(of);
  rows.food.at(of);
  // What was there is gone, or was taken from them; else it is that they have come here at all.
  const by = Math.max(heardBy(world, of, at, 'nothing left'), rows.lossBy.raw[of]) || rows.by.raw[of];
  world.propose(ranShort, { group: of, site: at, good: 'food', days }, by === 0 ? [] : [reason(by)]);
  world.trace.close(false);
}

/** Where there is nothing to eat, people leave; in the end they die. */
function loseSomebody(world: World, of: number, people: readonly number[]): void {
  const rows = world.of(outfit);
  const hunger = rows.hunger.raw[of];
  const head = headOf(world, of, people);
  const [kind, chance] = hunger >= DIES_AFTER ? [P_DIES, DIES] : [P_LEAVES, LEAVES];
  if (hunger < LEAVES_AFTER || (kind === P_LEAVES && rows.settled.raw[of] === 1)) return;
  const drawn = people.map((who) => ({ who, u: world.luck(kind, who) }));
  const first = drawn.reduce((least, each) => (each.u < least.u ? each : least));
  // The least of so many draws is below this as often as one draw is below `chance`.
  if (first.u * people.length >= chance || (kind === P_LEAVES && first.who === head)) return;
  world.trace.open(first.who, world.time);
  rows.short.at(of);
  const because = [reason(rows.shortBy.raw[of])];
  const actor = first.who;
  if (kind === P_LEAVES) world.propose(left, { actor, group: of, site: rows.site.at(of) }, because);
  else world.propose(died, { actor, place: world.of(position).at.raw[actor], group: of, of: 'hunger' }, because);
  world.trace.close(false);
}

function disband(world: World, of: number): void {
  const rows = world.of(outfit);
  const by = rows.lossBy.raw[of] || rows.shortBy.raw[of] || rows.by.raw[of];
  world.trace.open(-1, world.time);
  const at = rows.site.at(of);
  if (by !== 0) world.propose(fellApart, { group: of, site: at }, [reason(by)]);
  else rows.state.raw[of] = STATES.indexOf('fallen apart');
  world.trace.close(false);
}

/** By day, those of a band that has gone from the map come together where it camps; those under way arrive. */
export const comeTogether = rule('bands/come-together', { phase: 'act', at: 'hour' }, (world) => {
  if (world.of(site).count === 0) return;
  const rows = world.of(outfit);
  for (let of = 0; of < world.of(group).count; of++) {
    const state = STATES[rows.state.raw[of]];
    if (state === 'under way' && rows.due.raw[of] <= world.time) arrive(world, of);
    else if (state === 'not out' && rows.camp.raw[of] !== 0 && hourOf(world) === REGROUPS_AT) regroup(world, of);
  }
});

function arrive(world: World, of: number): void {
  const rows = world.of(outfit);
  world.trace.open(leaderOf(world, of), world.time);
  rows.due.at(of);
  world.propose(settled, { group: of, site: rows.goal.at(of) }, [reason(rows.setOut.raw[of])]);
  world.trace.close(false);
}

function regroup(world: World, of: number): void {
  if (world.of(campaign).state.raw[of] !== 2 || world.of(side).home.raw[of] !== 0) return;
  const people = peopleOut(world)[of];
  const actor = headOf(world, of, people);
  if (actor < 0) return;
  world.trace.open(actor, world.time);
  world.of(body).alive.at(actor);
  const ended = world.of(campaign).endedBy.raw[of];
  const { goneBy } = world.of(position);
  const last = people.reduce((latest, who) => Math.max(latest, goneBy.raw[who]), 0);
  const because = [last, ended].filter((id) => id !== 0).map((id) => reason(id));
  const fields = { actor, group: of, site: world.of(outfit).camp.raw[of] - 1 };
  world.propose(regrouped, { ...fields, people: people.length, ...atHand(world, of) }, because);
  world.trace.close(false);
}
