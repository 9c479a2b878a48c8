import { claim, findClaim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { jointly } from '../../kernel/events.ts';
import { hashText32 } from '../../kernel/hash.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import type { Course, Option } from '../conduct/course.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { saysHelp, saysHelpOneself, whyNoHelp, whyNotOneself } from './considered.ts';
import { hasFallen, isHurt, vitals } from './state.ts';
import { tended, worstWound } from './care.ts';

/** How much it draws somebody to see to a comrade, and to themselves. [d] */
const HELP = 1.6;
const HELP_SELF = 2.4;
const KEY_HELP = hashText32('wounds/help');

/** To see to a hurt comrade close by. */
export const help: Course = {
  id: 'wounds/help',
  options: (world, who) => {
    const claims = world.of(claim);
    const found: Option[] = [];
    if (world.of(body).dressings.raw[who] === 0) return found;
    for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
      const what = claims.predicate.raw[row];
      const whom = claims.subject.raw[row];
      if ((what !== isHurt.hash && what !== hasFallen.hash) || whom === who) continue;
      if (found.some((each) => each.whom === whom) || !needsHelp(world, who, whom)) continue;
      found.push({ whom, datum: row, key: world.nameLo(person, whom) ^ KEY_HELP, bound: HELP });
    }
    return found;
  },
  weight: (world, who, option) => {
    world.of(claim).place.at(option.datum);
    world.of(vitals).carer.at(option.whom);
    return needsHelp(world, who, option.whom) ? HELP * (0.4 + 0.6 * world.of(body).care.raw[who]) : 0;
  },
  says: saysHelp,
  closed: whyNoHelp,
  act: (world, who, { whom }) => {
    const place = world.of(position).at.at(who);
    world.propose(tended, { actor: who, target: whom, place }, jointly(knownOf(world, who, whom), 1));
  },
};

/** To bind up one's own wound. */
export const helpOneself: Course = {
  id: 'wounds/help-oneself',
  seldom: true,
  options: (world, who) =>
    world.of(vitals).wounds.raw[who] > 0 && world.of(body).dressings.raw[who] > 0 && worstWound(world, who) >= 0
      ? [{ whom: who, datum: -1, key: 2, bound: HELP_SELF }]
      : [],
  weight: (world, who) => (worstWound(world, who) >= 0 ? HELP_SELF : 0),
  says: saysHelpOneself,
  closed: whyNotOneself,
  act: (world, who) => {
    const place = world.of(position).at.at(who);
    world.propose(tended, { actor: who, target: who, place }, jointly([world.of(vitals).worst.raw[who]], 1));
  },
};

/** A hurt comrade close by whose wound nobody has dressed: seen with one's own eyes. */
function needsHelp(world: World, who: number, whom: number): boolean {
  const where = world.of(position);
  if (groupOf(world, whom) !== groupOf(world, who)) return false;
  if (where.at.raw[whom] !== where.at.raw[who] || world.of(body).dressings.raw[who] === 0) return false;
  return world.of(body).alive.raw[whom] === 1 && worstWound(world, whom) >= 0 && !somebodyHelps(world, whom);
}

/** That somebody sees to them already is a reading: else they would be helped. */
function somebodyHelps(world: World, whom: number): boolean {
  const { carer } = world.of(vitals);
  if (carer.raw[whom] === 0) return false;
  carer.at(whom);
  return true;
}

/** All by which somebody knows that another is hurt. */
function knownOf(world: World, who: number, whom: number): number[] {
  const rows = [findClaim(world, who, isHurt, whom), findClaim(world, who, hasFallen, whom)].filter((row) => row >= 0);
  return rows.flatMap((row) => sourcesOf(world, row));
}
