/** Whoever out there may send somebody to look: who says so, at whom they look, and how far it is. Plain reads, but for what is heard. */
import { SECONDS } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { STATES, headOf, isOut, isOutThere, outWith, outfit, peopleOut, stray } from '../bands/state.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { hostile, leaderOf, peopleIn, side } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { arrivesAt, canReach, hasHeard, heardBy, homeSite } from '../region/state.ts';

/** Days after a fight before a band that was beaten off sends anybody. [d] */
const AFTER_DAYS = 2;
/** Hours that the way takes where no region says so, and beyond which nobody is sent: they mean to be there while it is dark. [d] */
const WAY_HOURS = 3;
const REACH_HOURS = 8;
/** By either of these a group knows that there are people to look at, in the order in which it goes by them. */
const SIGNS = ['food', 'smoke'] as const;
export const DAY = 86_400;

/** Whether somebody lives, is at large, and is with those who are out of reach. */
export function isWithBand(world: World, who: number): boolean {
  const { alive, down } = world.of(body);
  if (alive.raw[who] === 0 || down.raw[who] === 1 || world.of(position).gone.raw[who] === 0) return false;
  if (world.of(stray).alone.raw[who] === 1 || world.of(outWith).party.raw[who] !== 0) return false;
  return world.of(captive).state.raw[who] === 0;
}

/** Who sends scouts, and whom they tell: the leader; of a group that lives out there, whoever speaks for it. -1 for nobody. */
export function whoSends(world: World, of: number): number {
  const leader = leaderOf(world, of);
  const who = isOut(world, of) ? headOf(world, of, peopleOut(world)[of]) : leader;
  return who >= 0 && isWithBand(world, who) ? who : -1;
}

/** Whether a group is where it could send somebody from: it lives out there, or was beaten off long enough ago. */
export function isPlaced(world: World, of: number): boolean {
  if (world.of(side).home.raw[of] !== 0) return false;
  if (isOut(world, of)) return wayFrom(world, of) <= REACH_HOURS * SECONDS.hour && !isFresh(world, of);
  return STATES[world.of(outfit).state.raw[of]] === 'not out' && wasBeaten(world, of) && !isFresh(world, of);
}

const wasBeaten = (world: World, of: number): boolean =>
  world.of(campaign).state.raw[of] === 2 && world.of(campaign).endedBy.raw[of] !== 0;

/** Whether its last fight is so short a time ago that nobody is sent. */
function isFresh(world: World, of: number): boolean {
  return (
    wasBeaten(world, of) && world.time - world.chronicle.time(world.of(campaign).endedBy.raw[of]) < AFTER_DAYS * DAY
  );
}

/** Seconds from where a group is to the map, as somebody walks who sets out now; Infinity where no way leads. */
export function wayFrom(world: World, of: number): number {
  const home = homeSite(world);
  if (!isOut(world, of) || home < 0) return WAY_HOURS * SECONDS.hour;
  const from = world.of(outfit).site.raw[of];
  return canReach(world, from, home) ? arrivesAt(world, from, home, world.time) - world.time : Infinity;
}

/** Somebody to look at, and the word by which it is known that they are there (0: by having been there). */
export interface Looked {
  readonly whom: number;
  readonly word: number;
}

/** At whom a group would have somebody look: enemies that it has fought, else whoever it has heard of. Reads are tracked. */
export function whomToLookAt(world: World, of: number): Looked | null {
  const lived = homesWithPeople(world);
  const enemy = wasBeaten(world, of) ? lived.find((home) => hostile(world, of, home)) : undefined;
  if (enemy !== undefined) return { whom: enemy, word: 0 };
  const at = homeSite(world);
  if (at < 0 || lived.length === 0) return null;
  const sign = SIGNS.find((says) => hasHeard(world, of, at, says));
  return sign === undefined ? null : { whom: lived[0], word: heardBy(world, of, at, sign) };
}

/** Groups that have a home on the map, with anybody left in it. */
function homesWithPeople(world: World): number[] {
  const found: number[] = [];
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0) continue;
    if (peopleIn(world, of).some((who) => world.of(body).alive.raw[who] === 1 && !isOutThere(world, who)))
      found.push(of);
  }
  return found;
}
