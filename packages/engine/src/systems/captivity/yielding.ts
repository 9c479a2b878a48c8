import { sourcesOf } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { jointly } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, leaderOf, peopleIn, side } from '../groups/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { doubts } from '../will/state.ts';
import { besides, enemiesAsKnown, inTheWay, readAll } from '../will/wayout.ts';
import type { Known } from '../will/wayout.ts';
import { vitals } from '../wounds/state.ts';
import { tellLayingDown, tellYielding } from './considered.ts';
import { laidDown, surrendered } from './events.ts';
import { canAct, harmlessAsKnown, stands } from './state.ts';

/** Everybody may think of giving up once in so many seconds. [d] */
const YIELD_EVERY = 5;
/** Chance a look of giving up, at most: cornered, alone, hurt or without rounds; for those without any nerve. [d] */
const GIVES_UP = 0.16;
/** How much less that is with all the nerve there is, and to those who defend their home. [d] */
const NERVE_HOLDS = 0.6;
const HOME_HOLDS = 0.5;
/** Seconds for which an enemy seen beside oneself is still there. [d] */
const BESIDE = 40;
/** Chance a look that a leader who has given up, and sees no way out, has their people lay down their arms. [d] */
const LAYS_DOWN = 0.1;
/** Metres within which enemies press those who have nowhere to go. [d] */
const PRESSED_METRES = 60;
/** Enemies who press to each of those beside a leader, beyond which they lay down their arms. [d] */
const OUTNUMBERED = 2;
const P_YIELD = purpose('captivity/yield');
const P_LAY_DOWN = purpose('captivity/lay-down');

/** Somebody who is cornered by themselves: whether they put up their hands. Luck first: most looks read nothing. */
export function mayYield(world: World, who: number): void {
  if (!world.isTurn(person, who, YIELD_EVERY) || !canAct(world, who)) return;
  const of = groupOf(world, who);
  if (world.of(campaign).state.raw[of] !== 1) return;
  const home = world.of(side).home.raw[of] > 0 ? HOME_HOLDS : 1;
  const chance = GIVES_UP * (1 - NERVE_HOLDS * world.of(body).nerve.raw[who]) * home;
  const drawn = world.luck(P_YIELD, who);
  const observed = isObserved(world, who);
  if (drawn >= chance && !observed) return;
  const plight = plightOf(world, who);
  if (observed) tellYielding(world, who, plight, chance, drawn);
  if (drawn < chance && plight.holds === null) yieldTo(world, who, of, plight);
}

/** How somebody stands who might put up their hands. */
export interface Plight {
  /** What keeps them from it. */
  readonly holds: 'help beside' | 'nobody beside' | 'fit' | 'way out' | null;
  /** The enemies beside them, and in their way out; and the event of what makes them unfit to fight, see `weakness`. */
  readonly beside: readonly Known[];
  readonly closing: readonly Known[];
  readonly weak: number | null;
}

/** Plain reads. */
function plightOf(world: World, who: number): Plight {
  const found = { beside: [], closing: [], weak: null };
  if (helpBeside(world, who)) return { ...found, holds: 'help beside' };
  const { at } = world.of(position);
  const beside = enemiesAsKnown(world, who, BESIDE).filter((enemy) => enemy.at === at.raw[who]);
  if (beside.length === 0) return { ...found, holds: 'nobody beside' };
  const weak = weakness(world, who);
  if (weak === null && beside.length < 2) return { ...found, beside, holds: 'fit' };
  const closing = inTheWay(world, who);
  return { beside, closing, weak, holds: closing.length === 0 ? 'way out' : null };
}

function yieldTo(world: World, who: number, of: number, { beside, closing, weak }: Plight): void {
  const { at } = world.of(position);
  world.trace.open(who, world.time);
  at.at(who);
  world.of(body).rounds.at(who);
  world.of(nerves).broken.at(who);
  readAll(world, beside);
  readAll(world, closing);
  const rows = [...new Set([...beside, ...closing].map((enemy) => enemy.row))].slice(0, MOST_NAMED);
  const known = [...new Set(rows.flatMap((row) => sourcesOf(world, row)))];
  const because: Cause[] = jointly(weak === null ? known : [...known, weak], 1);
  world.propose(surrendered, { actor: who, place: at.raw[who], group: of }, because);
  world.trace.close(false);
}

/** The most enemies whose presence is stated as a reason. */
const MOST_NAMED = 4;

/** Whether one of their own stands by them. */
function helpBeside(world: World, who: number): boolean {
  const { at } = world.of(position);
  return peopleIn(world, groupOf(world, who)).some(
    (other) => other !== who && at.raw[other] === at.raw[who] && stands(world, other),
  );
}

/** What makes somebody unfit to fight on: the event of their wound, of their fright, or (0) empty pockets; null if nothing does. */
function weakness(world: World, who: number): number | null {
  if (world.of(nerves).broken.raw[who] === 1) return world.of(nerves).brokenBy.raw[who];
  if (world.of(vitals).wounds.raw[who] > 0) return world.of(vitals).worst.raw[who];
  if (world.of(nerves).pinned.raw[who] === 1) return world.of(nerves).pinnedBy.raw[who];
  const bodies = world.of(body);
  return WEAPONS[bodies.weapon.raw[who]].capacity > 0 && bodies.rounds.raw[who] === 0 ? 0 : null;
}

/** A leader for whom it is over and who believes that no way out is open: whether all lay down their arms. */
export function mayLayDown(world: World, of: number, members: readonly number[]): void {
  const leader = leaderOf(world, of);
  if (leader < 0 || world.of(doubts).gaveUp.raw[of] === 0 || world.of(campaign).state.raw[of] !== 1) return;
  if (!world.isTurn(person, leader, YIELD_EVERY, 2) || !canAct(world, leader)) return;
  if (!members.includes(leader)) return;
  const drawn = world.luck(P_LAY_DOWN, leader);
  const observed = isObserved(world, leader);
  if (drawn >= LAYS_DOWN && !observed) return;
  const straits = straitsOf(world, of, leader);
  if (observed) tellLayingDown(world, of, leader, straits.holds, LAYS_DOWN, drawn);
  if (drawn >= LAYS_DOWN || straits.holds !== null) return;
  const { closing, pressing } = straits;
  const { at } = world.of(position);
  const own = at.raw[leader];
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  world.of(doubts).gaveUp.at(of);
  at.at(leader);
  readAll(world, closing);
  readAll(world, pressing);
  const gave = world.of(doubts).gaveUpBy.raw[of];
  const known = closing.slice(0, MOST_NAMED).flatMap(({ row }) => sourcesOf(world, row));
  world.propose(laidDown, { actor: leader, group: of, place: own }, jointly([gave, ...new Set(known)], 1));
  world.trace.close(false);
}

/** How a side stands whose leader might have all lay down their arms. */
export interface Straits {
  readonly holds: 'way out' | 'numbers' | 'not pressed' | null;
  readonly closing: readonly Known[];
  readonly pressing: readonly Known[];
}

/** Plain reads. */
function straitsOf(world: World, of: number, leader: number): Straits {
  const beside = besides(world, leader);
  const closing = inTheWay(world, leader);
  if (closing.length < beside) return { holds: 'way out', closing, pressing: [] };
  const own = world.of(position).at.raw[leader];
  const enemies = enemiesAsKnown(world, leader);
  // A leader speaks for all: not while more of their own are left, as far as they know, than there are enemies.
  const left = peopleIn(world, of).filter((who) => who === leader || harmlessAsKnown(world, leader, who) < 0);
  if (enemies.length < left.length) return { holds: 'numbers', closing, pressing: [] };
  const pressing = enemies.filter((enemy) => metresBetween(world, own, enemy.at) <= PRESSED_METRES);
  return { holds: pressing.length < beside * OUTNUMBERED ? 'not pressed' : null, closing, pressing };
}
