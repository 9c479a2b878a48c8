/** Water comes into the stores as hands carry it: where it has to be gone for, that is work, and somebody is set to it. */
import { enabled, jointly } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { enemyAbout } from '../burial/digging.ts';
import { campaign } from '../engagement/state.ts';
import { isWithin } from '../defence/state.ts';
import { side } from '../groups/state.ts';
import { whoSeesTo } from '../offices/state.ts';
import { ableOf, dayOf, hourOf } from '../rations/state.ts';
import { effortOf, gradeOf, handsAt, readHands } from '../work/hands.ts';
import { LIGHT, labour } from '../work/state.ts';
import { hands, task } from '../work/tasks.ts';
import { fetched } from './events.ts';
import { dayOn, waterOf } from './sharing.ts';
import { carriedFrom, drawable, mlAnHour, sourcesOf } from './sources.ts';
import { ALLOWANCES, SOURCES, source, supply } from './state.ts';

/** The hours from which on water is fetched, and until which. [d] */
const FETCHED_FROM = 7;
const FETCHED_UNTIL = 20;
/** The hour from which on those who have nothing to drink go themselves. [d] */
const NOON = 12;
/** Days of plenty that there are vessels for. [d] */
const VESSELS_DAYS = 2;
/** Hours of a day that whoever is set to it is reckoned to go for water, beside what else there is to carry. [d] */
const GOES_HOURS = 4;
/** How urgent it is, 0..1: where there is not enough to drink for the day, and else. [d] */
const DRY = 0.95;
const AS_USUAL = 0.65;
/** However weak people are, so much of the work of somebody hale is reckoned with, as a share. [d] */
const LEAST_EFFORT = 0.1;
/** What somebody carries who is old, very young or hurt, as a share. [d] */
const CARRIES_LESS = 0.5;

/** Millilitres that would still go into the vessels. Tracked. */
function wantedOf(world: World, of: number): number {
  return Math.max(0, dayOn(world, of, ALLOWANCES.indexOf('plenty')) * VESSELS_DAYS - waterOf(world, of));
}

/** The same, once today's water has been shared out: what whoever is in charge of the work looks ahead to. Tracked. */
function wantedToday(world: World, of: number): number {
  const { sharedOn, allowance } = world.of(supply);
  const due = sharedOn.raw[of] === dayOf(world.time) ? 0 : dayOn(world, of, allowance.raw[of]);
  return wantedOf(world, of) + Math.min(due, waterOf(world, of));
}

/** Whether there is less than all have to drink in a day. Tracked. */
const isDry = (world: World, of: number): boolean => waterOf(world, of) < dayOn(world, of, ALLOWANCES.indexOf('drink'));

/** Whether a source lies where the water is kept: it is drawn in passing. */
const isAtHand = (world: World, of: number, at: number): boolean => world.of(supply).seat.raw[of] - 1 === at;

/** Whether nobody is set to anything, and each goes for water as they can: in a camp, and in a fight. */
const isEachForAll = (world: World, of: number): boolean =>
  world.of(side).home.raw[of] === 0 || world.of(campaign).state.raw[of] === 1;

/** The nearest source out of hand that gives; -1 for none. Tracked. */
function goesTo(world: World, of: number): number {
  return sourcesOf(world, of).find((at) => !isAtHand(world, of, at) && drawable(world, of, at) > 0) ?? -1;
}

/** Millilitres that one of those who are able brings in an hour, as fed and rested as they are: the weaker, the more go. Plain reads. */
function usualHour(world: World, of: number, at: number): number {
  const able = ableOf(world, of).filter((who) => gradeOf(world, who) > 0);
  const effort = able.reduce((sum, who) => sum + effortOf(world, who, 'fetch') * shareOf(world, who), 0);
  return mlAnHour(world, of, at) * Math.max(LEAST_EFFORT, effort / Math.max(1, able.length));
}

export const fetching = task('water/fetching', 'fetch', {
  from: FETCHED_FROM,
  until: FETCHED_UNTIL,
  want: (world, of) => {
    if (world.of(supply).seat.raw[of] === 0 || isEachForAll(world, of)) return null;
    const wanted = wantedToday(world, of);
    if (wanted === 0 || sourcesOf(world, of).some((at) => isAtHand(world, of, at) && drawable(world, of, at) >= wanted))
      return null;
    const at = goesTo(world, of);
    if (at < 0) return null;
    const most = Math.ceil(Math.min(wanted, drawable(world, of, at)) / (usualHour(world, of, at) * GOES_HOURS));
    const { sharedBy, outBy } = world.of(supply);
    const because = [sharedBy.raw[of], outBy.raw[of], world.of(source).failsBy.at(at)].filter((id) => id !== 0);
    return hands(most, isDry(world, of) ? DRY : AS_USUAL, because);
  },
});

export const fetch = rule('water/fetch', { phase: 'act', at: 'hour' }, (world, beat) => {
  const hour = hourOf(world.time);
  if (beat.bubble >= 0 || hour < FETCHED_FROM || hour > FETCHED_UNTIL) return;
  const { seat, fetchedOn } = world.of(supply);
  for (let of = 0; of < world.of(supply).count; of++) {
    if (seat.raw[of] === 0) continue;
    const carriers = isEachForAll(world, of) ? [] : handsAt(world, of, fetching, beat.members);
    // Where nobody has gone by noon and there is nothing to drink, nobody waits to be told.
    const thirsts = carriers.length === 0 && hour >= NOON && isDry(world, of);
    if (thirsts || fetchedOn.raw[of] !== dayOf(world.time))
      drawInPassing(world, of, thirsts || isEachForAll(world, of));
    carry(world, of, carriers);
  }
});

/** Once a day, as long as hands have time for it: from what is at hand, and from the nearest source that gives where each goes for all. */
function drawInPassing(world: World, of: number, all: boolean): void {
  const who = whoSeesTo(world, of, 'kitchen', ableOf(world, of));
  if (who < 0) return;
  const from = sourcesOf(world, of).filter((at) => all || isAtHand(world, of, at));
  if (from.length === 0) return;
  world.trace.open(who, world.time);
  let wanted = wantedOf(world, of);
  let time = 1;
  for (const at of from) {
    const most = carriedFrom(world, of, at);
    const amount = Math.min(wanted, drawable(world, of, at), Math.floor(most * time));
    if (amount <= 0) continue;
    bring(world, of, who, at, amount, 1);
    wanted -= amount;
    time -= amount / most;
  }
  world.trace.close(false);
}

/** Those who are set to it carry what they can in an hour. Nobody goes out to it past an enemy whom they know of. */
function carry(world: World, of: number, carriers: readonly number[]): void {
  if (carriers.length === 0) return;
  const at = goesTo(world, of);
  if (at < 0) return;
  const going = isWithin(world, of, at) ? carriers : carriers.filter((who) => !enemyAbout(world, who));
  if (going.length === 0) return;
  const effort = going.reduce((sum, who) => sum + effortOf(world, who, 'fetch') * shareOf(world, who), 0);
  world.trace.open(going[0], world.time);
  readHands(world, of);
  const most = Math.floor(effort * mlAnHour(world, of, at));
  const amount = Math.min(most, wantedOf(world, of), drawable(world, of, at));
  if (amount > 0) bring(world, of, going[0], at, amount, going.length);
  world.trace.close(false);
}

const shareOf = (world: World, who: number): number => (gradeOf(world, who) === LIGHT ? CARRIES_LESS : 1);

/** What was set or shared out last made it needful; that a source gives again made it possible. */
function bring(world: World, of: number, actor: number, at: number, amount: number, people: number): void {
  const { seat, sharedBy } = world.of(supply);
  const set = people > 1 || !isAtHand(world, of, at) ? world.of(labour).by.raw[actor] : 0;
  const because = [...jointly([sharedBy.raw[of], set], 1), enabled(world.of(source).failsBy.raw[at])];
  const from = SOURCES[world.of(source).kind.raw[at] - 1];
  world.propose(
    fetched,
    { actor, group: of, place: at, goal: seat.raw[of] - 1, from, amount, people },
    because.filter((each) => each !== 0),
  );
}
