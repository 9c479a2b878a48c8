/** The hours of a home: in the evening the watch is set, at its hour it is relieved, and people go to bed and get up. */
import { within } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { enabled, jointly, reason } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { repay, weariness } from '../bodies/sleep.ts';
import { readQuiet } from '../alarms/state.ts';
import { body } from '../bodies/state.ts';
import { readTrust } from '../bonds/state.ts';
import { captive } from '../captivity/state.ts';
import { debriefing, weakestOf, weakness } from '../debrief/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, peopleIn, side } from '../groups/state.ts';
import { readTroubled, trauma } from '../memory/state.ts';
import { bedside } from '../infirmary/state.ts';
import { isUp, readCharge } from '../offices/state.ts';
import { position } from '../places/state.ts';
import { vitals } from '../wounds/state.ts';
import { standIn, threatTo, watchersFor } from './assigning.ts';
import { goesToBed, homesIn, isRested } from './beds.ts';
import { fellAsleep, foundAsleep, refused, rose, setWatch, steppedIn, swapped, tookWatch, turnedIn } from './events.ts';
import { DAY_HOURS, NIGHT_HOURS, evening, isEvening, isNight } from './hours.ts';
import { canWatch, inCharge, isOver, keepsHours, relievedAt, tiredBy } from './people.ts';
import { night, roster } from './state.ts';

/** How tired somebody is (0..1) from which on they may drop off on watch, and the chance in an hour at the most. [d] */
const DROWSY = 0.3;
const DROPS_OFF = 0.8;
/**
 * How tired somebody is from which on they may say no, and the chance of it at the most, where they trust whoever set the watch as they would
 * anybody; how much less often they do for full trust, or more often for none; whoever stands in is less tired by so much. [d]
 */
const BALKS = 0.5;
const SAYS_NO = 0.4;
const FOR_TRUST = 0.8;
const ANYBODY = 0.5;
const FRESHER = 0.15;
const P_DOZES = purpose('routine/dozes');
const P_BALKS = purpose('routine/balks');

/** In the evening, and after a fight in the night, whoever is in charge sets the watch. */
export const setWatches = rule('routine/set-watches', { phase: 'appraise', at: 'hour' }, (world, beat) => {
  for (const { of } of homesIn(world, beat, isEvening)) {
    if (isSet(world, of)) continue;
    const who = inCharge(world, of);
    if (who < 0) continue;
    world.trace.open(who, world.time);
    const { for: against, by } = threatTo(world, of);
    for (const each of peopleIn(world, of)) {
      world.of(body).down.at(each);
      world.of(vitals).worst.at(each);
      // Who is called for which turn rests on who stood last, and on how tired they are.
      world.of(roster).stoodAt.at(each);
      world.of(body).owed.at(each);
      readTroubled(world, each);
      world.of(trauma).broken.at(each);
      world.of(body).awake.at(each);
      world.of(position).gone.at(each);
    }
    const posts = watchersFor(world, of, against !== 'the night');
    const before = world.of(night).posts.at(of);
    // Which wall is held to be weak may still be under debate.
    world.of(debriefing).stage.at(of);
    for (let wall = 0; wall < world.of(weakness).count; wall++) world.of(weakness).by.at(wall);
    readCharge(world, of, 'watch');
    if (posts > 0) {
      const change = before === 0 ? 'first' : posts > before ? 'more' : posts < before ? 'fewer' : 'as before';
      world.propose(setWatch, { actor: who, group: of, posts, for: against, change }, [reason(by)]);
    }
    world.trace.close(false);
  }
});

/** Whether the watch of this night is set, and no fight has been over since. */
function isSet(world: World, of: number): boolean {
  const { setAt, setBy } = world.of(night);
  if (setAt.raw[of] < evening(world, of)) return false;
  const ended = world.of(campaign).endedBy.raw[of];
  return ended <= setBy.raw[of] || world.chronicle.time(ended) < setAt.raw[of];
}

/** At their hour people go on watch, or have somebody else go. */
export const changeGuard = rule('routine/change-guard', { phase: 'decide', at: 'hour' }, (world, beat) => {
  const rows = world.of(roster);
  for (const { people } of homesIn(world, beat)) {
    const relieved = new Set<number>();
    for (const who of people) {
      if (rows.post.raw[who] === 0 || rows.on.raw[who] === 1) continue;
      if (rows.from.raw[who] > world.time || rows.until.raw[who] <= world.time || !canWatch(world, who)) continue;
      goOn(world, who, relieved);
    }
  }
});

/** Where somebody falls, or is lost, in their turn, the least tired who has none takes their post. */
export const standOn = rule('routine/stand-on', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const rows = world.of(roster);
  // The dead are no members of any beat.
  for (let who = 0; who < world.of(person).count; who++) {
    const on = rows.on.raw[who] === 1 && rows.until.raw[who] > world.time;
    if (!on || isUp(world, who) || world.of(campaign).state.raw[groupOf(world, who)] === 1) continue;
    const other = standIn(world, who, Infinity);
    if (other < 0) continue;
    const { alive, down, downBy } = world.of(body);
    const { state, taken } = world.of(captive);
    world.trace.open(other, world.time);
    rows.on.at(who);
    const by = alive.at(who) === 0 || down.at(who) === 1 ? downBy.raw[who] : state.at(who) !== 0 ? taken.raw[who] : 0;
    const because = [reason(by), enabled(rows.took.raw[who])];
    world.propose(steppedIn, { actor: other, target: who, place: rows.post.raw[who] - 1 }, because);
    world.trace.close(false);
  }
});

function goOn(world: World, who: number, relieved: Set<number>): void {
  const rows = world.of(roster);
  const at = rows.post.raw[who] - 1;
  const u = world.luck(P_BALKS, who);
  const tired = weariness(world, who);
  const set = rows.set.raw[who];
  if (tired > BALKS && u < ((SAYS_NO * (tired - BALKS)) / (1 - BALKS)) * unwilling(world, who)) {
    balk(world, who, at, tired);
    return;
  }
  world.trace.open(who, world.time);
  rows.post.at(who);
  const target = relievedAt(world, who, at, relieved);
  if (target >= 0) relieved.add(target);
  // Whose turn is over there bears on whom this relieves.
  for (let each = 0; each < rows.count; each++) if (rows.post.raw[each] === at + 1) rows.on.at(each);
  if (target >= 0 && world.of(body).awake.at(target) === 0) {
    world.propose(foundAsleep, { actor: who, target, place: at }, [reason(rows.slept.raw[target])]);
  }
  world.propose(tookWatch, { actor: who, target, place: at }, [reason(set), enabled(heldWeak(world, who, at))]);
  world.trace.close(false);
}

/** How much more often somebody says no, as a multiple, by how far they trust whoever set the watch. Tracked. */
function unwilling(world: World, who: number): number {
  const orderer = inCharge(world, groupOf(world, who));
  return orderer < 0 || orderer === who ? 1 : 1 + (FOR_TRUST * (ANYBODY - readTrust(world, who, orderer))) / ANYBODY;
}

/** The finding that the wall before a post is weak, where there is one; else 0. */
function heldWeak(world: World, who: number, at: number): number {
  const weak = weakestOf(world, groupOf(world, who));
  return weak >= 0 && world.of(barrier).inside.raw[weak] === at ? world.of(weakness).by.at(weak) : 0;
}

/** Somebody who is spent has another stand for them, or will not stand. */
function balk(world: World, who: number, at: number, tired: number): void {
  const rows = world.of(roster);
  world.trace.open(who, world.time);
  const because = jointly([...tiredBy(world, who), rows.set.at(who)], 1);
  unwilling(world, who);
  const other = standIn(world, who, tired - FRESHER);
  const orderer = inCharge(world, groupOf(world, who));
  if (other >= 0) world.propose(swapped, { actor: who, target: other, place: at }, because);
  else if (orderer >= 0 && orderer !== who) world.propose(refused, { actor: who, target: orderer, place: at }, because);
  else world.propose(tookWatch, { actor: who, place: at }, [reason(rows.set.raw[who])]);
  world.trace.close(false);
}

/** Whoever stays up too long falls asleep over it. */
export const nodOff = rule('routine/nod-off', { phase: 'act', at: 'hour' }, (world, beat) => {
  for (const { people } of homesIn(world, beat)) {
    for (const who of people) {
      const watches = world.of(roster).on.raw[who] === 1;
      const sits = isSitting(world, who);
      if (world.of(body).awake.raw[who] === 0 || (!watches && !sits && world.of(vitals).tending.raw[who] === 0))
        continue;
      const u = world.luck(P_DOZES, who);
      if (u >= chanceToDoze(weariness(world, who))) continue;
      world.trace.open(who, world.time);
      world.of(body).owed.at(who);
      const took = watches
        ? world.of(roster).took.at(who)
        : sits
          ? satDownBy(world, who)
          : world.of(vitals).tendedBy.raw[who];
      const fields = { actor: who, place: world.of(position).at.at(who), over: watches ? 'watch' : 'work' } as const;
      world.propose(fellAsleep, fields, jointly([...new Set([...tiredBy(world, who), took])], 1));
      world.trace.close(false);
    }
  }
});

/** Whether somebody sits by a bed this night. Plain reads. */
function isSitting(world: World, who: number): boolean {
  const { sits, until } = world.of(bedside);
  return sits.raw[who] !== 0 && until.raw[who] > world.time;
}
/** By which event they sat down there. Tracked. */
function satDownBy(world: World, who: number): number {
  return world.of(bedside).by.at(world.of(bedside).sits.at(who) - 1);
}

/** The chance that somebody drops off within an hour: none while they are fresh, and rising steeply. */
export function chanceToDoze(tired: number): number {
  const drowsy = Math.max(0, (tired - DROWSY) / (1 - DROWSY));
  return DROPS_OFF * drowsy * drowsy;
}

/** People go to bed, and get up; who is found asleep at their post in the morning is woken there. */
export const goToBed = rule('routine/go-to-bed', { phase: 'act', at: 'hour' }, (world, beat) => {
  for (const { of, people } of homesIn(world, beat)) {
    const tired = people.filter((who) => goesToBed(world, who));
    if (tired.length > 0) sendToBed(world, of, people, tired);
    if (!isNight(world, of)) findSleepers(world, of, people);
    const rested = people.filter((who) => isRested(world, who));
    const over = isNight(world, of) ? [] : people.filter((who) => isOver(world, who));
    if (rested.length > 0 || over.length > 0) getUp(world, of, people, rested, over);
  }
});

/** The most events that are stated for going to bed and getting up: those by which most do. [d] */
const MOST_STATED = 4;
function commonest(ids: readonly number[]): number[] {
  const times = new Map<number, number>();
  for (const id of ids) if (id !== 0) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times]
    .sort(([a, of], [b, other]) => other - of || a - b)
    .slice(0, MOST_STATED)
    .map(([id]) => id);
}

/** That it is night is no event; what keeps people up until the day is. */
function sendToBed(world: World, of: number, people: readonly number[], tired: readonly number[]): void {
  const { took } = world.of(roster);
  const { awake, wokeAt } = world.of(body);
  const place = world.of(side).home.raw[of] - 1;
  const stood = (who: number): boolean => took.at(who) !== 0 && world.chronicle.time(took.raw[who]) >= wokeAt.raw[who];
  world.trace.open(-1, world.time);
  for (const who of tired) world.of(within).bubble.at(who);
  readQuiet(world, of);
  // How many go to bed rests on who of all is there and up, and on who stands watch.
  for (const who of people) {
    world.of(position).gone.at(who);
    awake.at(who);
    world.of(roster).on.at(who);
  }
  const kept = isNight(world, of) ? [] : tired.filter(stood).map((who) => took.raw[who]);
  world.propose(turnedIn, { group: of, place, people: tired.length }, jointly(commonest(kept), 1));
  world.trace.close(false);
}

/** Whoever gets up had gone to bed; where nobody does, the watch that is over had been taken. */
function getUp(
  world: World,
  of: number,
  people: readonly number[],
  rested: readonly number[],
  over: readonly number[],
): void {
  const { slept, took } = world.of(roster);
  const place = world.of(side).home.raw[of] - 1;
  world.trace.open(-1, world.time);
  for (const who of [...rested, ...over]) world.of(within).bubble.at(who);
  // How many get up rests on who of all had been woken before.
  readQuiet(world, of);
  for (const who of people) {
    world.of(body).awake.at(who);
    world.of(position).gone.at(who);
  }
  for (const who of over) took.at(who);
  const before = rested.length > 0 ? rested.map((who) => slept.raw[who]) : over.map((who) => took.raw[who]);
  world.propose(rose, { group: of, place, people: rested.length }, jointly(commonest(before), 1));
  world.trace.close(false);
}

/** Whoever sees to it in the morning finds those who slept at their post. */
function findSleepers(world: World, of: number, people: readonly number[]): void {
  const rows = world.of(roster);
  const sleepers = people.filter((who) => rows.on.raw[who] === 1 && world.of(body).awake.raw[who] === 0);
  if (sleepers.length === 0) return;
  const charge = inCharge(world, of);
  const finder = sleepers.includes(charge) ? people.find((who) => !sleepers.includes(who)) : charge;
  if (finder === undefined || finder < 0) return;
  for (const target of sleepers) {
    world.trace.open(finder, world.time);
    rows.post.at(target);
    const because = [reason(rows.slept.raw[target])];
    world.propose(foundAsleep, { actor: finder, target, place: world.of(position).at.at(target) }, because);
    world.trace.close(false);
  }
}

/** The hour at which those without a home of their own are up again: they sleep by turns, wherever they are. [d] */
const AFIELD_UP = 6;

/** Bands in the field, prisoners, and those who cannot get up rest as well as they can; nobody's hours are kept there. It is drift and no event. */
export const restAfield = rule('routine/rest-afield', { phase: 'settle', at: 'hour' }, (world, beat) => {
  if (Math.floor(world.time / SECONDS.hour) % DAY_HOURS !== AFIELD_UP) return;
  const rows = world.of(body);
  for (const who of beat.members) {
    if (rows.alive.raw[who] === 0 || rows.awake.raw[who] === 0 || keepsHours(world, who)) continue;
    rows.wokeAt.raw[who] = world.time;
    repay(world, who, NIGHT_HOURS * SECONDS.hour);
  }
});
