import { enabled, jointly, reason } from '../../kernel/events.ts';
import { hashText32, mix } from '../../kernel/hash.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import type { Course, Option } from '../conduct/course.ts';
import { member } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { aim } from '../shooting/state.ts';
import { able } from '../wounds/state.ts';
import { saysAsk, saysPickUp, whyNotAsk, whyNotPickUp } from './considered.ts';
import { ONE_HANDED, dropHeld } from './dropping.ts';
import { hands, kindOf, thing } from './state.ts';
import { pickedUp, shared } from './taking.ts';

/** How much it draws somebody to take up what they can fire, when they cannot, and what is better than what they have. [d] */
const TAKE_UP = 3;
const EXCHANGE = 0.8;
/** How much it draws somebody without a round to ask a comrade for some. [d] */
const ASK = 2.5;
/** Nobody exchanges their weapon for one with fewer rounds than this. [d] */
const WORTH_ROUNDS = 6;
/** The most rounds that are handed over at once, never more than half; who has fewer than twice the least keeps them. [d] */
const HANDS_OVER = 10;
const LEAST_OVER = 3;
/** What people prefer to have in their hands, by the order of the weapons. [d] */
const PREFERRED: readonly number[] = [0, 5, 3, 2, 6, 5, 1, 1];
const KEY_PICK_UP = hashText32('items/pick-up');
const KEY_ASK = hashText32('items/ask');

/** To take up a weapon, or rounds, from those that lie where one is. */
export const pickUp: Course = {
  id: 'items/pick-up',
  seldom: true,
  options: (world, who) => {
    const rows = world.of(thing);
    const found: Option[] = [];
    if (rows.liveCount === 0) return found;
    const at = world.of(position).at.raw[who];
    for (let row = 0; row < rows.count; row++) {
      if (!rows.isLive(row) || rows.place.raw[row] !== at || rows.rounds.raw[row] === 0) continue;
      const bound = gain(world, who, row);
      if (bound === 0) continue;
      const key = mix(world.nameLo(person, rows.of.raw[row] - 1) ^ KEY_PICK_UP, rows.weapon.raw[row]);
      if (!found.some((each) => each.key === key)) found.push({ whom: -1, datum: row, key, bound });
    }
    return found;
  },
  weight: (world, who, { datum }) => {
    const rows = world.of(thing);
    const bodies = world.of(body);
    bodies.weapon.at(who);
    bodies.rounds.at(who);
    world.of(aim).emptyBy.at(who);
    rows.rounds.at(datum);
    if (world.of(able).arms.at(who) === 2 && WEAPONS[rows.weapon.at(datum)].name !== ONE_HANDED) return 0;
    return gain(world, who, datum);
  },
  says: saysPickUp,
  closed: whyNotPickUp,
  act: (world, who, { datum }) => {
    const rows = world.of(thing);
    const kind = rows.weapon.at(datum);
    const held = world.of(body).weapon.at(who);
    const lay = rows.by.raw[datum];
    const empty = held !== 0 && world.of(body).rounds.at(who) === 0;
    const lacked = held === 0 ? world.of(hands).lostBy.raw[who] : empty ? world.of(aim).emptyBy.raw[who] : 0;
    const because = [reason(lacked), enabled(lay)];
    if (held !== 0 && held !== kind) {
      dropHeld(world, who, because, 'for another', lay);
      return;
    }
    const from = rows.of.raw[datum] - 1;
    const fields = {
      actor: who,
      place: world.of(position).at.at(who),
      weapon: kindOf(kind),
      only: held === kind,
      lay,
    };
    world.propose(pickedUp, { ...fields, rounds: rows.rounds.at(datum), from }, because);
  },
};

/** Whether somebody has noticed that they have no round left: by wanting to fire, or because they had none from the first. */
function isOut(world: World, who: number): boolean {
  if (world.of(body).rounds.raw[who] > 0) return false;
  const { emptyBy, opened } = world.of(aim);
  return emptyBy.raw[who] !== 0 || opened.raw[who] === 0;
}

/** How much somebody would gain by something that lies there: what they could fire where they cannot, or better than theirs. */
function gain(world: World, who: number, row: number): number {
  const bodies = world.of(body);
  const lies = world.of(thing).weapon.raw[row];
  const held = bodies.weapon.raw[who];
  if (held === 0 || isOut(world, who)) return TAKE_UP;
  return PREFERRED[lies] > PREFERRED[held] && world.of(thing).rounds.raw[row] >= WORTH_ROUNDS ? EXCHANGE : 0;
}

/** To ask a comrade close by for rounds, having none left. They give what they can spare. */
export const askForRounds: Course = {
  id: 'items/ask-for-rounds',
  seldom: true,
  options: (world, who) => {
    const bodies = world.of(body);
    const found: Option[] = [];
    if (WEAPONS[bodies.weapon.raw[who]].capacity === 0 || !isOut(world, who)) return found;
    for (let whom = 0; whom < world.of(person).count; whom++) {
      if (whom === who || !spares(world, who, whom)) continue;
      found.push({ whom, datum: -1, key: world.nameLo(person, whom) ^ KEY_ASK, bound: ASK });
    }
    return found;
  },
  weight: (world, who, { whom }) => {
    const bodies = world.of(body);
    bodies.rounds.at(who);
    world.of(aim).emptyBy.at(who);
    world.of(position).at.at(whom);
    bodies.rounds.at(whom);
    bodies.down.at(whom);
    return world.of(nerves).broken.at(whom) === 1 || world.of(nerves).pinned.at(whom) === 1 ? 0 : ASK;
  },
  says: saysAsk,
  closed: (world, who, option) => whyNotAsk(world, who, option, isOut(world, who)),
  act: (world, who, { whom }) => {
    const rounds = Math.min(HANDS_OVER, Math.floor(world.of(body).rounds.at(whom) / 2));
    const place = world.of(position).at.at(who);
    // Out of rounds, and beside somebody who has some: since whichever of the two came to the other.
    const { by } = world.of(position);
    const because = [world.of(aim).emptyBy.raw[who], Math.max(by.raw[who], by.raw[whom])].filter((id) => id > 0);
    const fields = { actor: whom, target: who, place, rounds, weapon: kindOf(world.of(body).weapon.at(who)) };
    world.propose(shared, fields, jointly(because, 1));
  },
};

/** Whether a comrade is there with rounds of the kind, and more than they need themselves. */
function spares(world: World, who: number, whom: number): boolean {
  const bodies = world.of(body);
  const where = world.of(position);
  const { group } = world.of(member);
  if (where.at.raw[whom] !== where.at.raw[who] || group.raw[whom] !== group.raw[who]) return false;
  if (bodies.weapon.raw[whom] !== bodies.weapon.raw[who] || bodies.rounds.raw[whom] < 2 * LEAST_OVER) return false;
  return bodies.alive.raw[whom] === 1 && bodies.down.raw[whom] === 0 && where.gone.raw[whom] === 0;
}
