import { bubbleOf } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { reason } from '../../kernel/events.ts';
import { MOST_OPTIONS, Race } from '../../kernel/race.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { groupOf, refugeOf } from '../groups/state.ts';
import { nerves } from '../resolve/state.ts';
import { aim } from '../shooting/state.ts';
import { notice } from '../sight/state.ts';
import { doubts } from '../will/state.ts';
import { able, vitals, wound } from '../wounds/state.ts';
import { tellChoice } from './considered.ts';
import { busy, courses } from './course.ts';
import type { Course, Option } from './course.ts';
import { go } from './going.ts';

/** Everybody decides once in so many seconds, each at seconds of their own. [d] */
const EVERY = 5;
const P_CHOICE = purpose('conduct/choice');

const race = new Race();

/** One person's decision, if it is their second for one. */
export function decideInFight(world: World, who: number): void {
  if (!world.isTurn(person, who, EVERY)) return;
  const bodies = world.of(body);
  const state = world.of(vitals);
  if (bodies.alive.raw[who] === 0 || bodies.down.raw[who] === 1 || bodies.awake.raw[who] === 0) return;
  if (world.of(captive).state.raw[who] !== 0) return;
  world.trace.open(who, world.time);
  bubbleOf(world, who);
  bodies.down.at(who);
  bodies.awake.at(who);
  world.of(captive).state.at(who);
  // That they have not all been told to leave.
  world.of(doubts).gaveUp.at(groupOf(world, who));
  world.of(aim).target.at(who);
  bodies.weapon.at(who);
  if (bodies.rounds.raw[who] === 0) bodies.rounds.at(who);
  readOwnWounds(world, who);
  let made: Choosing | null = null;
  if (state.tending.at(who) === 0) {
    if (world.of(nerves).broken.at(who) === 1) run(world, who);
    else if (world.of(nerves).pinned.at(who) === 0) made = choose(world, who);
  }
  world.trace.close();
  if (isObserved(world, who)) tell(world, who, made);
}

/** That somebody still stands rests on what their wounds did not take from them, and on who bound them up. */
function readOwnWounds(world: World, who: number): void {
  if (world.of(vitals).wounds.at(who) === 0) return;
  const rows = world.of(wound);
  for (let row = 0; row < rows.count; row++) if (rows.isLive(row) && rows.person.raw[row] === who) rows.flow.at(row);
  const { arms, legs, faint } = world.of(able);
  arms.at(who);
  legs.at(who);
  faint.at(who);
}

/** The broken get away as fast as they can. */
function run(world: World, who: number): void {
  const goal = refugeOf(world, groupOf(world, who));
  if (goal >= 0) go(world, who, goal, 'running', [reason(world.of(nerves).brokenBy.raw[who])]);
}

/** What somebody chooses among: the options, and the course that each belongs to. */
interface Choosing {
  readonly world: World;
  readonly who: number;
  readonly of: readonly Course[];
  readonly offered: readonly Option[];
}

function choose(world: World, who: number): Choosing {
  const hidden = world.of(notice).hidden.at(who) === 1;
  const only = leftTo(world, who);
  const of: Course[] = [];
  const offered: Option[] = [];
  race.open(world.chance, P_CHOICE, world.nameLo(person, who), 0, world.time);
  for (const course of world.ruleset.filled(courses)) {
    if ((hidden && course.whileHidden !== true) || only?.includes(course.id) === false) continue;
    for (const option of course.options(world, who)) {
      if (offered.length === MOST_OPTIONS) break;
      race.offer(option.key, option.bound);
      of.push(course);
      offered.push(option);
    }
  }
  const choosing = { world, who, of, offered };
  const chosen = race.pickLazily(weightOf, choosing);
  if (chosen < 0) return choosing;
  of[chosen].act(world, who, offered[chosen], (weight) => race.standsWith(chosen, weight, weightOf, choosing));
  return choosing;
}

/** Tell whoever asks what was weighed; of the options that the race did without, the weights as well. */
function tell(world: World, who: number, made: Choosing | null): void {
  if (made !== null) race.weighRest(weightOf, made);
  tellChoice(world, who, made === null ? null : { of: made.of, offered: made.offered, race });
}

/** The only courses that are left to somebody whose hands are full, or null for all. */
function leftTo(world: World, who: number): readonly string[] | null {
  let only: readonly string[] | null = null;
  for (const fills of world.ruleset.filled(busy)) {
    const ids = fills.leaves(world, who);
    if (ids !== null) only = only === null ? ids : only.filter((id) => ids.includes(id));
  }
  return only;
}

/** How much a course draws somebody, never above its bound. Reads are tracked: only what is weighed counts. */
function weightOf(index: number, { world, who, of, offered }: Choosing): number {
  return of[index].weight(world, who, offered[index]);
}
