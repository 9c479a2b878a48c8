import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { jointly, reason } from '../../kernel/events.ts';
import { hashText32 } from '../../kernel/hash.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import type { Course, Option } from '../conduct/course.ts';
import { groupOf, member, refugeOf } from '../groups/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { TIES, bond, bondOf } from '../past/state.ts';
import { position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { nerves } from '../resolve/state.ts';
import { able, hasFallen } from '../wounds/state.ts';
import { saysTakeUp, whyNotTakeUp } from './considered.ts';
import { tookUp } from './events.ts';
import { burden } from './state.ts';

/** How much it draws somebody to take up a fallen comrade when they are to leave, and when they might stay. [d] */
const WHEN_LEAVING = 4;
const WHILE_STAYING = 0.15;
/** How much more for kin and friends, and how little for whom they bear a grudge. [d] */
const KIN = 2.5;
const GRUDGED = 0.25;
/** How much of it is left to somebody of no nerve; with all there is, it is all left. [d] */
const OF_NO_NERVE = 0.3;
const NEAR: readonly (string | undefined)[] = [
  'sister',
  'brother',
  'mother',
  'father',
  'daughter',
  'son',
  'wife',
  'husband',
  'friend',
];
const KEY_TAKE_UP = hashText32('carrying/take-up');

/** To take up a fallen comrade who lies where one is, and bring them away. */
export const takeUp: Course = {
  id: 'carrying/take-up',
  options: (world, who) => {
    const claims = world.of(claim);
    const found: Option[] = [];
    if (!isFit(world, who)) return found;
    const goal = bringsTo(world, who);
    if (goal < 0) return found;
    const here = world.of(position).at.raw[who];
    const bound = (isLeaving(world, who) ? WHEN_LEAVING : WHILE_STAYING) * KIN;
    for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
      if (claims.predicate.raw[row] !== hasFallen.hash || claims.polarity.raw[row] === 0) continue;
      const whom = claims.subject.raw[row];
      if (!liesIn(world, here, who, whom)) continue;
      found.push({ whom, datum: row, key: world.nameLo(person, whom) ^ KEY_TAKE_UP, bound });
    }
    return found;
  },
  weight: (world, who, option) => weigh(world, who, option, true, true),
  says: (world, who, option) => saysTakeUp(who, option, bringsTo(world, who)),
  closed: (world, who, option) => whyNotTakeUp(world, who, option, bringsTo(world, who)),
  act: (world, who, option, stands) => {
    const told = !stands(weigh(world, who, option, false, true));
    const tie = bondOf(world, who, option.whom);
    const bound = tie >= 0 && !stands(weigh(world, who, option, true, false));
    const because = [
      ...jointly(sourcesOf(world, option.datum), 1),
      reason(told && isLeaving(world, who) ? world.of(duty).by.raw[who] : 0),
      reason(bound ? world.of(bond).by.raw[tie] : 0),
    ];
    const place = world.of(position).at.at(who);
    world.propose(tookUp, { actor: who, target: option.whom, place, goal: bringsTo(world, who) }, because);
  },
};

/** Whether somebody has been told to be gone from where they are. */
export function isLeaving(world: World, who: number): boolean {
  const duties = world.of(duty);
  const task = TASKS[duties.task.raw[who]];
  if (task !== 'leave' && task !== 'fall back') return false;
  return duties.place.raw[who] - 1 !== world.of(position).at.raw[who];
}

/** Where somebody would bring a fallen comrade: where they are to go themselves, else where their people are safe; -1 for nowhere. */
function bringsTo(world: World, who: number): number {
  const here = world.of(position).at.raw[who];
  const goal = isLeaving(world, who) ? world.of(duty).place.raw[who] - 1 : refugeOf(world, groupOf(world, who));
  return goal < 0 || goal === here || wayMetres(world, who, here, goal) === Infinity ? -1 : goal;
}

/** Whether somebody has the arms, the legs and the wits to carry another. */
function isFit(world: World, who: number): boolean {
  const { arms, legs, faint } = world.of(able);
  return world.of(burden).bears.raw[who] === 0 && arms.raw[who] < 2 && legs.raw[who] === 0 && faint.raw[who] === 0;
}

/** Whether a comrade lies in a place, alive, and nobody has taken them up: seen with one's own eyes. */
export function liesIn(world: World, at: number, who: number, whom: number): boolean {
  const where = world.of(position);
  const bodies = world.of(body);
  const { group } = world.of(member);
  if (whom === who || where.at.raw[whom] !== at || group.raw[whom] !== group.raw[who]) return false;
  if (bodies.alive.raw[whom] === 0 || bodies.down.raw[whom] === 0 || where.gone.raw[whom] === 1) return false;
  const { carrier } = world.of(burden);
  if (carrier.raw[whom] === 0) return true;
  // That another has them already is a reading: else they would be taken up, or left.
  carrier.at(whom);
  return false;
}

/** Without the order to leave, or without what they are to each other, where that is asked. Reads are tracked. */
function weigh(world: World, who: number, { whom, datum }: Option, withOrder: boolean, withTie: boolean): number {
  world.of(claim).place.at(datum);
  world.of(position).at.at(whom);
  world.of(body).alive.at(whom);
  world.of(burden).carrier.at(whom);
  if (!liesIn(world, world.of(position).at.raw[who], who, whom)) return 0;
  world.of(duty).task.at(who);
  const drawn = withOrder && isLeaving(world, who) ? WHEN_LEAVING : WHILE_STAYING;
  const courage = OF_NO_NERVE + (1 - OF_NO_NERVE) * world.of(body).nerve.raw[who];
  const calm = 1 / (1 + world.of(nerves).suppression.at(who));
  return drawn * courage * calm * (withTie ? tieOf(world, who, whom) : 1);
}

function tieOf(world: World, who: number, whom: number): number {
  const row = bondOf(world, who, whom);
  if (row < 0) return 1;
  const rows = world.of(bond);
  if (rows.grudge.at(row) > 0) return GRUDGED;
  return NEAR.includes(TIES[rows.kind.at(row)]) ? KIN : 1;
}
