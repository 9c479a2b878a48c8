import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { jointly, reason } from '../../kernel/events.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { KNIFE, body } from '../bodies/state.ts';
import { hasSurrendered } from '../captivity/state.ts';
import type { Course, Option } from '../conduct/course.ts';
import { TASKS, duty } from '../orders/state.ts';
import { bond, bondOf } from '../past/state.ts';
import { metresBetween, position, sightBetween } from '../places/state.ts';
import { FRESH, isAt } from '../sight/state.ts';
import { load } from '../stores/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { saysFireAt, speaksOfFire, whyNotAt, whyNotFire } from './considered.ts';
import { aim } from './state.ts';
import { openedFire } from './events.ts';
import { holdsFire, savesRounds } from './holding.ts';

/** How much it draws somebody to fire at an enemy in view. [d] */
const FIRE = 2;
/** How much more an old wrong draws fire, at the worst grudge. [d] */
const GRUDGE_DRAWS = 2.5;
/** How much more somebody stays with the target that they are firing at. [d] */
const STAYS_ON = 30;
/** Metres within which an enemy is the more pressing. [d] */
const CLOSE_METRES = 30;
/** The most targets that somebody weighs. */
const MOST_TARGETS = 30;

/** To fire at an enemy whom one takes to be in view. */
export const fireAt: Course = {
  id: 'shooting/fire-at',
  options: (world, who) => {
    const claims = world.of(claim);
    const bodies = world.of(body);
    const loaded = bodies.rounds.raw[who] > 0 || bodies.weapon.raw[who] === 0;
    const found: Option[] = [];
    if (!loaded) return found;
    const rows = knownOf(world, who);
    // Whether fire is held matters only to those who have somebody to fire at.
    if (rows.inView.length === 0 || holdsFire(world, who)) return found;
    const firedAt = world.of(aim).target.raw[who] - 1;
    for (let i = 0; i < rows.inView.length; i++) {
      const row = rows.inView[i];
      const whom = claims.subject.raw[row];
      if (!stands(world, rows.fallen, whom)) continue;
      found.push({ whom, datum: row, key: world.nameLo(person, whom), bound: mostFire(world, who, whom, firedAt) });
      if (found.length === MOST_TARGETS) break;
    }
    return found;
  },
  weight: (world, who, option) => weigh(world, who, option, true),
  says: saysFireAt,
  speaks: speaksOfFire,
  closed: (world, who, option) => {
    if (option !== null) return whyNotAt(world, who, option);
    const { inView, fallen } = knownOf(world, who);
    const { subject } = world.of(claim);
    const standing = inView.filter((row) => stands(world, fallen, subject.raw[row]));
    return whyNotFire(world, who, inView.length, standing.length);
  },
  act: (world, who, option, choosesAlso) => {
    const aims = world.of(aim);
    world.of(body).rounds.at(who);
    if (aims.target.at(who) === option.whom + 1) return;
    const old = bondOf(world, who, option.whom);
    const wrong = old < 0 ? 0 : world.of(bond).by.raw[old];
    const drawn = wrong !== 0 && !choosesAlso(weigh(world, who, option, false));
    const sources = sourcesOf(world, option.datum);
    world.propose(
      openedFire,
      { actor: who, target: option.whom, place: world.of(position).at.at(who) },
      // An old wrong is a reason where another course would have been chosen without it.
      [...jointly(sources, 1), reason(drawn ? wrong : 0)],
    );
  },
};

/** Rows of the claims of who is in view now, and of who has fallen or given up: in one walk over what somebody knows. */
function knownOf(
  world: World,
  who: number,
): { readonly inView: readonly number[]; readonly fallen: readonly number[] } {
  const { predicate, next, seen } = world.of(claim);
  const inView: number[] = [];
  const fallen: number[] = [];
  const since = world.time - FRESH;
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    const what = predicate.raw[row];
    if (what === isAt.hash) {
      if (seen.raw[row] >= since) inView.push(row);
    } else if (what === hasFallen.hash || what === hasSurrendered.hash) fallen.push(row);
  }
  return { inView, fallen };
}

/** Whether an enemy is taken to be still on their feet. That they are not is a reading that other choices rest on. */
function stands(world: World, fallen: readonly number[], enemy: number): boolean {
  const { subject, polarity } = world.of(claim);
  for (let i = fallen.length - 1; i >= 0; i--) {
    if (subject.raw[fallen[i]] !== enemy) continue;
    polarity.at(fallen[i]);
    return false;
  }
  return true;
}

/** The most that firing at somebody can weigh, so that most candidates need not be looked at closer. */
function mostFire(world: World, who: number, whom: number, firedAt: number): number {
  const on = whom === firedAt ? STAYS_ON : 1;
  return FIRE * 2 * on * (bondOf(world, who, whom) < 0 ? 1 : 1 + GRUDGE_DRAWS);
}

function weigh(world: World, who: number, option: Option, withGrudge: boolean): number {
  const where = world.of(position);
  const at = world.of(claim).place.at(option.datum) - 1;
  if (at < 0 || sightBetween(world, where.at.at(who), at) === 0 || savesRounds(world, who, at)) return 0;
  // A knife reaches nobody who is elsewhere.
  if (world.of(body).weapon.at(who) === KNIFE && at !== where.at.raw[who]) return 0;
  const far = metresBetween(world, where.at.raw[who], at);
  const task = TASKS[world.of(duty).task.at(who)];
  const leaving = task === 'leave' || task === 'carry off' || world.of(load).amount.at(who) > 0 ? 0.15 : 1;
  const on = world.of(aim).target.at(who) === option.whom + 1 ? STAYS_ON : 1;
  const weight = FIRE * on * leaving * (far <= CLOSE_METRES ? 2 : (2 * CLOSE_METRES) / far);
  const row = withGrudge ? bondOf(world, who, option.whom) : -1;
  return weight * (row < 0 ? 1 : 1 + GRUDGE_DRAWS * world.of(bond).grudge.at(row));
}
