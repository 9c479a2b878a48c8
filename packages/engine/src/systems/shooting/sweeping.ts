import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import type { Course, Option } from '../conduct/course.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { noiseAt } from '../hearing/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { metresBetween, position, sightBetween } from '../places/state.ts';
import { FRESH, isAt } from '../sight/state.ts';
import { beganSweeping, letUp, swept } from './events.ts';
import { saysKeepDown, whyHolds, whyNotInto, whyNotIntoPlace } from './considered.ts';
import { holdsFire } from './holding.ts';
import { aim } from './state.ts';

/** How much it draws somebody who was told to give cover to fire into a place, and somebody whom nobody told. [d] */
const KEEP_DOWN = 3.2;
const UNBIDDEN = 0.12;
/** How much more somebody stays with the place that they are firing into. [d] */
const STAYS_WITH = 10;
/** Seconds for which people go by where an enemy was last seen: those who were told to give cover, and others. [d] */
const BELIEVED = 300;
const BELIEVED_UNBIDDEN = 75;
/** Seconds after which somebody whom nobody told stops of their own accord. [d] */
const TIRES_OF_IT = 25;
/** Times the reach of a weapon within which its rounds into a place are worth it. [d] */
const WORTH_IT = 3;
/** Share of the rounds carried at the outset that is kept for aimed fire: by those who give cover, and by others. [d] */
const KEEPS_BACK = 0.3;
const KEEPS_BACK_UNBIDDEN = 0.6;
/** The most that is stated as one reason. */
const MOST_REASONS = 16;

/** To fire into a place where one takes enemies to be whom one cannot see, so that they keep their heads down. */
export const keepDown: Course = {
  id: 'shooting/keep-down',
  // Whether fire is held matters only to those who would have somewhere to fire.
  options: (world, who) => {
    const found = placesFor(world, who);
    return found.length > 0 && holdsFire(world, who) ? [] : found;
  },
  weight: (world, who, option) => weigh(world, who, option, isTold(world.of(duty).task.at(who))),
  says: saysKeepDown,
  closed: (world, who, option) => {
    if (option !== null) return whyNotIntoPlace(world, who, option, comradeIn(world, who, placeOf(world, option)));
    if (placesFor(world, who).length > 0) return whyHolds(world, who);
    const told = isTold(world.of(duty).task.raw[who]);
    const { capacity } = WEAPONS[world.of(body).weapon.raw[who]];
    return whyNotInto(world, who, keptBack(told) * capacity, told);
  },
  act: (world, who, option, stands) => {
    const at = world.of(claim).place.at(option.datum) - 1;
    if (world.of(aim).sweeps.at(who) === at + 1) return;
    const told = world.of(duty).by.raw[who];
    const asTold = isTold(world.of(duty).task.raw[who]) && !stands(weigh(world, who, option, false));
    const because: Cause[] = jointly(sourcesAbout(world, who, at, told), 1);
    if (asTold) because.push(reason(told));
    world.propose(beganSweeping, { actor: who, goal: at, place: world.of(position).at.at(who) }, because);
  },
};

const placeOf = (world: World, option: Option): number => world.of(claim).place.raw[option.datum] - 1;

/** Every place into which somebody could fire, as far as they know. */
function placesFor(world: World, who: number): Option[] {
  const found: Option[] = [];
  const bodies = world.of(body);
  const weapon = WEAPONS[bodies.weapon.raw[who]];
  const told = isTold(world.of(duty).task.raw[who]);
  // Whoever has somebody in their sights does not turn from them to a place, unless told to.
  if (!told && world.of(aim).target.raw[who] !== 0) return found;
  if (bodies.rounds.raw[who] <= keptBack(told) * weapon.capacity) return found;
  const { place: where, predicate, polarity, seen, next } = world.of(claim);
  const here = world.of(position).at.raw[who];
  const since = world.time - (told ? BELIEVED : BELIEVED_UNBIDDEN);
  const until = world.time - FRESH;
  const bound = told ? KEEP_DOWN : UNBIDDEN;
  const current = world.of(aim).sweeps.raw[who] - 1;
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    if (seen.raw[row] < since || !speaksOf(predicate.raw[row], seen.raw[row] >= until, told)) continue;
    const at = where.raw[row] - 1;
    if (at < 0 || at === here || polarity.raw[row] === 0 || found.some((each) => where.raw[each.datum] === at + 1))
      continue;
    if (sightBetween(world, here, at) === 0 || metresBetween(world, here, at) > WORTH_IT * weapon.reach) continue;
    const key = world.nameLo(place, at) ^ 0x7feb352d;
    found.push({ whom: -1, datum: row, key: key >>> 0, bound: at === current ? STAYS_WITH * bound : bound });
  }
  return found;
}

/** All by which somebody takes enemies to be in a place: each of them would be enough. */
function sourcesAbout(world: World, who: number, at: number, told: number): number[] {
  const { place: where, predicate, polarity, seen, next } = world.of(claim);
  const asked = isTold(world.of(duty).task.raw[who]);
  const since = world.time - (asked ? BELIEVED : BELIEVED_UNBIDDEN);
  const sources: number[] = [];
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    if (where.raw[row] !== at + 1 || polarity.raw[row] === 0 || seen.raw[row] < since) continue;
    if (!speaksOf(predicate.raw[row], seen.raw[row] >= world.time - FRESH, asked)) continue;
    for (const id of sourcesOf(world, row)) {
      if (sources.length < MOST_REASONS && id !== told && !sources.includes(id)) sources.push(id);
    }
  }
  return sources;
}

/** Whether a claim says that enemies are somewhere unseen: one was seen there a while ago, or, for those on the watch, there was a noise. */
function speaksOf(what: number, fresh: boolean, told: boolean): boolean {
  return what === isAt.hash ? !fresh : told && what === noiseAt.hash;
}

function isTold(task: number): boolean {
  return TASKS[task] === 'cover';
}

function keptBack(told: boolean): number {
  return told ? KEEPS_BACK : KEEPS_BACK_UNBIDDEN;
}

function weigh(world: World, who: number, option: Option, told: boolean): number {
  const at = world.of(claim).place.at(option.datum) - 1;
  if (at < 0 || sightBetween(world, world.of(position).at.at(who), at) === 0) return 0;
  if (comradeIn(world, who, at) >= 0) return 0;
  const on = world.of(aim).sweeps.at(who) === at + 1 ? STAYS_WITH : 1;
  return on * (told ? KEEP_DOWN : UNBIDDEN);
}

/** Somebody of one's own in a place, whom nobody would fire upon; -1 for nobody. Where one's own have gone is known. */
function comradeIn(world: World, who: number, at: number): number {
  const where = world.of(position);
  for (const other of peopleIn(world, groupOf(world, who))) {
    if (where.at.raw[other] !== at || where.gone.raw[other] === 1 || world.of(body).down.raw[other] === 1) continue;
    where.at.at(other);
    return other;
  }
  return -1;
}

/** The next burst of somebody who fires into a place, or why there is none. Within a decision. */
export function goOnSweeping(world: World, who: number): void {
  const aims = world.of(aim);
  const bodies = world.of(body);
  const goal = aims.sweeps.at(who) - 1;
  const opened = aims.opened.raw[who];
  const here = world.of(position).at.at(who);
  if (sightBetween(world, here, goal) === 0) return;
  const weapon = WEAPONS[bodies.weapon.at(who)];
  const told = isTold(world.of(duty).task.at(who));
  const rounds = bodies.rounds.at(who);
  const comrade = comradeIn(world, who, goal);
  const stop = (why: 'over' | 'sparing' | 'friends', by = opened): void => {
    world.propose(letUp, { actor: who, goal, why }, [reason(by)]);
  };
  if (rounds <= keptBack(told) * weapon.capacity) stop('sparing');
  else if (comrade >= 0) stop('friends', world.of(position).by.raw[comrade] || opened);
  else if (isOver(world, who, goal, told)) stop('over');
  else {
    const into = Math.min(rounds, weapon.burst);
    world.propose(swept, { actor: who, goal, place: here, rounds: into }, [reason(opened)]);
  }
}

/** Whether nothing keeps somebody firing into a place: nobody has been seen there for long, or they have done their part. */
function isOver(world: World, who: number, goal: number, told: boolean): boolean {
  if (!told && world.time - world.chronicle.time(world.of(aim).opened.raw[who]) > TIRES_OF_IT) return true;
  const claims = world.of(claim);
  const since = world.time - BELIEVED;
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    const what = claims.predicate.raw[row];
    if ((what !== isAt.hash && what !== noiseAt.hash) || claims.place.raw[row] !== goal + 1) continue;
    if (claims.seen.at(row) >= since) return false;
  }
  return true;
}
