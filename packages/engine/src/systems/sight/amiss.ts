import { bubbleOf } from '../../kernel/bubbles.ts';
import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { enabled, jointly } from '../../kernel/events.ts';
import { Race, MOST_OPTIONS } from '../../kernel/race.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { member } from '../groups/state.ts';
import { fog } from '../light/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { openedBy } from '../engagement/state.ts';
import { spotted } from './events.ts';
import { amongKnown, tells } from './faces.ts';
import { flashes, mostShown, showing } from './looking.ts';
import { isAt, notice } from './state.ts';
import type { View } from './view.ts';

/** In how many of the looks round somebody looks at their own people at all as at strangers, at the most. [d] */
const LOOKS_TWICE = 0.005;
/** How strange one of one's own is: where enemies are taken to be, on the move, and keeping still. [d] */
const WHERE_ENEMIES_ARE = 3;
const ON_THE_MOVE = 0.4;
const KEEPING_STILL = 0.06;
/** How much more strange to somebody under fire and frightened, at most. [d] */
const FRIGHT_ADDS = 1.5;
/** Seconds for which an enemy is taken to be about where one was seen. [d] */
const ABOUT = 120;

/** That it is one of them is settled by then: whom one takes them for need be like them only so much, as a share. [d] */
const SETTLED = 0.1;

const P_TWICE = purpose('sight/looks-twice');
const P_AMISS = purpose('sight/amiss');
const P_ENEMY = purpose('sight/takes-for-enemy');
const P_KNOWS = purpose('sight/knows-own');

// Scratch of the choice among one's own people in view; it holds nothing between two decisions.
const race = new Race();

/**
 * Now and then one of one's own comes out of the dark where nobody of one's own should be, and is taken for an enemy. One
 * draw for a whole look round comes first, so that looking at comrades costs nearly nothing.
 */
export function lookAmiss(world: World, view: View, members: readonly number[]): void {
  const { who } = view;
  const seen = world.of(notice);
  if (seen.alarmed.raw[who] === 0 || world.luck(P_TWICE, who) >= LOOKS_TWICE) return;
  const where = world.of(position);
  const bodies = world.of(body);
  const groups = world.of(member).group.raw;
  const from = where.at.raw[who];
  const offered: number[] = [];
  race.open(world.chance, P_AMISS, world.nameLo(person, who), 0, world.time);
  // What stands against it: that nobody is taken amiss.
  race.offer(0, 1);
  for (const other of members) {
    const at = where.at.raw[other];
    if (groups[other] !== groups[who] || at === from || where.gone.raw[other] === 1) continue;
    if (bodies.down.raw[other] === 1 || bodies.alive.raw[other] === 0 || view.heldOf(other) >= 0) continue;
    const most = view.most(at, flashes(world, other));
    if (most === 0 || offered.length === MOST_OPTIONS - 1) continue;
    race.offer(world.nameLo(person, other), most * mostShown(1) * WHERE_ENEMIES_ARE * (1 + FRIGHT_ADDS));
    offered.push(other);
  }
  if (offered.length === 0) return;
  world.trace.open(who, world.time);
  bubbleOf(world, who);
  fog(world);
  seen.alarmed.at(who);
  bodies.awake.at(who);
  where.at.at(who);
  const chosen = race.pickLazily((i) => (i === 0 ? 1 : strangeness(world, view, offered[i - 1])), null);
  if (chosen > 0) takeForEnemy(world, view, offered[chosen - 1]);
  world.trace.close(false);
}

/** How much one of one's own looks like somebody who should not be there. Reads are tracked. */
function strangeness(world: World, view: View, other: number): number {
  const where = world.of(position);
  const at = where.at.at(other);
  const flash = flashes(world, other);
  const unclear = 1 - view.clear(at, flash);
  // Where one can half make out who it is, one looks again before anything comes of it.
  const dim = unclear * unclear;
  const held = enemyTakenToBe(world, view.who, at);
  if (held >= 0) world.of(claim).place.at(held);
  const odd = held >= 0 ? WHERE_ENEMIES_ARE : where.bound.at(other) > 0 ? ON_THE_MOVE : KEEPING_STILL;
  const rows = world.of(nerves);
  const fright = 1 + FRIGHT_ADDS * Math.min(1, rows.suppression.at(view.who) + rows.strain.at(view.who));
  return view.most(at, flash) * Math.min(mostShown(1), showing(world, other, flash)) * dim * dim * odd * fright;
}

/** Row of the observer's claim that some enemy is in a place, or -1. */
function enemyTakenToBe(world: World, who: number, at: number): number {
  const { predicate, place, seen, next } = world.of(claim);
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    if (predicate.raw[row] === isAt.hash && place.raw[row] === at + 1 && world.time - seen.raw[row] <= ABOUT)
      return row;
  }
  return -1;
}

function takeForEnemy(world: World, view: View, other: number): void {
  const { who } = view;
  const where = world.of(position);
  const at = where.at.at(other);
  const clear = view.clear(at, flashes(world, other));
  // A second look at somebody of one's own is one at a face that one knows.
  if (tells(world, who, other, clear, world.luck(P_KNOWS, who, other))) return;
  const taken = amongKnown(world, who, other, -1, at, clear, SETTLED * world.luck(P_ENEMY, who, other));
  if (taken < 0) return;
  const last = Math.max(where.by.raw[who], where.by.raw[other]);
  const known = sourcesAbout(world, who, taken);
  const because = [enabled(last !== 0 ? last : openedBy(world, who)), ...jointly(known, 1)];
  world.propose(spotted, { actor: who, target: other, taken, place: at, sure: false }, because);
}

/** By what somebody knows that an enemy is about: it is what makes them see one. */
function sourcesAbout(world: World, who: number, enemy: number): number[] {
  const { predicate, subject, next } = world.of(claim);
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    if (predicate.raw[row] === isAt.hash && subject.raw[row] === enemy) return sourcesOf(world, row);
  }
  return [];
}
