import { claim, findClaim, mind } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { mix } from '../../kernel/hash.ts';
import { Race, MOST_OPTIONS } from '../../kernel/race.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf, hostile, member } from '../groups/state.ts';
import { likeness } from '../looks/state.ts';
import { bond, bondOf } from '../past/state.ts';
import { onceDid } from '../past/memory.ts';
import { position } from '../places/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { FRESH, isAt } from './state.ts';
import type { View } from './view.ts';

/** How well somebody is known by sight: through a tie or an old wrong, as one of one's own, by a deed, from tonight. [d] */
const BY_TIE = 1;
const AS_OWN = 0.85;
const BY_DEED = 0.3;
const FROM_TONIGHT = 0.1;
/** Seconds for which somebody must have been known of to be known again. [d] */
const SEEN_BEFORE = 60;
/** The most that a stranger can be taken for another enemy, and for one of one's own. [d] */
const MOST_MISTAKEN = 0.5;
const MOST_AS_OWN = 0.05;
/** How much of that knowing somebody well takes away. [d] */
const KNOWING_HELPS = 0.85;
/** How much more likely one takes people for whom one knows to be just there. [d] */
const EXPECTED = 3;
/** How likely a look puts a mistake right, where one can tell people apart: with a stranger, and how much more with somebody one knows. [d] */
const RIGHTS = 0.2;
const RIGHTS_KNOWN = 0.8;
/** How clear it must be for somebody well known to be told for sure as often as not. [d] */
const TELLS_AT = 0.1;

const P_TAKES = purpose('sight/takes-for');
const P_WHOM = purpose('sight/whom');
const P_RIGHT = purpose('sight/puts-right');

// Scratch of the choice among those whom somebody could be; it holds nothing between two decisions.
const race = new Race();

/** How well one person knows another by sight, 0..1. Reads are plain: what made them known is the past. */
export function familiarity(world: World, who: number, whom: number): number {
  if (bondOf(world, who, whom) >= 0) return BY_TIE;
  if (groupOf(world, who) === groupOf(world, whom)) return AS_OWN;
  const { predicate, subject, next, first } = world.of(claim);
  let known = 0;
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    if (subject.raw[row] !== whom) continue;
    if (predicate.raw[row] === onceDid.hash) return BY_DEED;
    if (predicate.raw[row] === isAt.hash && world.time - first.raw[row] >= SEEN_BEFORE) known = FROM_TONIGHT;
  }
  return known;
}

/** Whom an observer takes somebody for, -1 where they are right, and whether they can tell who it is. */
export interface Told {
  readonly taken: number;
  readonly sure: boolean;
}

/**
 * Whom an observer takes an enemy for whom they have just seen. Luck is drawn first: most looks are right whatever anybody
 * looks like, and show no more than that there is an enemy.
 */
export function tell(world: World, view: View, target: number, at: number, flash: boolean): Told {
  const { who } = view;
  const u = world.luck(P_TAKES, who, target);
  const clear = view.clear(at, flash);
  const taken = u < MOST_AS_OWN + MOST_MISTAKEN ? takenFor(world, who, target, at, clear, flash, u) : -1;
  return { taken, sure: taken < 0 && tells(world, who, target, clear, 1 - u) };
}

/** Whether somebody is told for sure: the likelier, the better one knows them and the clearer they are seen. */
export function tells(world: World, who: number, target: number, clear: number, luck: number): boolean {
  const most = clear / (clear + TELLS_AT);
  return luck < most && luck < most * familiarity(world, who, target);
}

function takenFor(
  world: World,
  who: number,
  target: number,
  at: number,
  clear: number,
  flash: boolean,
  u: number,
): number {
  const dim = (1 - clear) * (1 - clear);
  // Nobody takes a muzzle flash for a friend's.
  const own = flash ? 0 : MOST_AS_OWN * dim;
  const share = u < own ? u / own : (u - own) / (MOST_MISTAKEN * dim);
  if (u >= own && share >= FROM_TONIGHT * EXPECTED && (share >= BY_TIE || !hasTies(world, who))) return -1;
  if (share >= 1 - KNOWING_HELPS * familiarity(world, who, target)) return -1;
  return u < own
    ? amongOwn(world, who, target, clear, share)
    : amongKnown(world, who, target, groupOf(world, target), at, clear, share);
}

/** Whether somebody has ties or old wrongs of their own: those come to mind sooner than anybody met tonight. */
function hasTies(world: World, who: number): boolean {
  const bonds = world.of(bond);
  for (let row = 0; row < bonds.count; row++) if (bonds.isLive(row) && bonds.from.raw[row] === who) return true;
  return false;
}

/** Whether a look at somebody who was taken for another puts that right. */
export function seesBetter(world: World, who: number, target: number, clear: number): boolean {
  const u = world.luck(P_RIGHT, who, target);
  const most = clear / (clear + TELLS_AT);
  return u < most && u < most * (RIGHTS + RIGHTS_KNOWN * familiarity(world, who, target));
}

/** Those whom somebody could be, with how soon each comes to mind; scratch of one choice. */
class Candidates {
  readonly whom: number[] = [];
  readonly weight: number[] = [];
  readonly claim: number[] = [];

  clear(): void {
    this.whom.length = 0;
    this.weight.length = 0;
    this.claim.length = 0;
  }
  /** Only those count whom this luck would let pass: how alike they look bounds how soon they come to mind. */
  offer(whom: number, weight: number, alike: number, luck: number, row: number): void {
    if (luck >= Math.min(1, weight) * alike * alike) return;
    // Somebody known in two ways comes to mind the better way.
    const known = this.whom.indexOf(whom);
    if (known >= 0) this.weight[known] = Math.max(this.weight[known], weight * alike * alike);
    else if (this.whom.length < MOST_OPTIONS) {
      this.whom.push(whom);
      this.weight.push(weight * alike * alike);
      this.claim.push(row);
    }
  }
  ruleOut(whom: number): void {
    for (let i = 0; i < this.whom.length; i++) if (this.whom[i] === whom) this.weight[i] = 0;
  }
}
const candidates = new Candidates();

/**
 * An enemy whom the observer knows about and whom a person in that place could be taken for: by luck among all of them, by
 * how alike they look and whether they are expected there. -1 where nobody comes to mind who is alike enough. `of` is a
 * group, or -1 for all that are hostile.
 */
export function amongKnown(
  world: World,
  who: number,
  target: number,
  of: number,
  at: number,
  clear: number,
  luck: number,
): number {
  const claims = world.of(claim);
  const groups = world.of(member).group.raw;
  const own = groups[who];
  const fits = (whom: number): boolean =>
    whom !== target && (of >= 0 ? groups[whom] === of : hostile(world, own, groups[whom]));
  candidates.clear();
  const bonds = world.of(bond);
  for (let row = 0; row < bonds.count; row++) {
    if (!bonds.isLive(row) || bonds.from.raw[row] !== who) continue;
    const whom = bonds.to.raw[row];
    if (fits(whom)) candidates.offer(whom, BY_TIE, likeness(world, target, whom, clear), luck, -1);
  }
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    const whom = claims.subject.raw[row];
    const what = claims.predicate.raw[row];
    const deed = what === onceDid.hash;
    if (!deed && (what !== isAt.hash || world.time - claims.first.raw[row] < SEEN_BEFORE)) continue;
    const weight = deed ? BY_DEED : claims.place.raw[row] === at + 1 ? FROM_TONIGHT * EXPECTED : FROM_TONIGHT;
    if (luck < weight && fits(whom)) candidates.offer(whom, weight, likeness(world, target, whom, clear), luck, row);
  }
  if (candidates.whom.length === 0) return -1;
  ruleOut(world, who);
  const chosen = comesToMind(world, who, target);
  if (chosen < 0) return -1;
  if (candidates.claim[chosen] >= 0) claims.place.at(candidates.claim[chosen]);
  return candidates.whom[chosen];
}

/** Nobody is taken for somebody who fell, nor for somebody who is in view elsewhere: nobody is in two places. */
function ruleOut(world: World, who: number): void {
  const { predicate, subject, next, from, seen } = world.of(claim);
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    const inView = predicate.raw[row] === isAt.hash && from.raw[row] === 0 && world.time - seen.raw[row] <= FRESH;
    if (inView || predicate.raw[row] === hasFallen.hash) candidates.ruleOut(subject.raw[row]);
  }
}

/**
 * One of the observer's own whom an enemy could be taken for: whoever comes to mind first, by luck. Those beside the
 * observer are not looked for elsewhere.
 */
function amongOwn(world: World, who: number, target: number, clear: number, luck: number): number {
  const groups = world.of(member).group.raw;
  const at = world.of(position).at.raw;
  const names = world.of(person).nameLo!.raw;
  const draw = world.chance.bits(P_WHOM, names[who], names[target], world.time);
  const { count } = world.of(person);
  let first = -1;
  let least = 0;
  for (let other = 0; other < count; other++) {
    if (groups[other] !== groups[who] || at[other] === at[who]) continue;
    // The smallest of keyed numbers, one for each: whoever is not there leaves the order of the others as it was.
    const turn = mix(draw, names[other]) >>> 0;
    if (first >= 0 && turn >= least) continue;
    first = other;
    least = turn;
  }
  if (first < 0 || findClaim(world, who, hasFallen, first) >= 0) return -1;
  const alike = likeness(world, target, first, clear);
  return luck < alike * alike ? first : -1;
}

/** Index of the candidate who comes to mind, or -1. */
function comesToMind(world: World, who: number, target: number): number {
  race.open(world.chance, P_WHOM, world.nameLo(person, who), world.nameLo(person, target), world.time);
  candidates.whom.forEach((whom, i) => race.offer(world.nameLo(person, whom), candidates.weight[i]));
  return race.pick();
}
