/** The evening after a defeat: who is left, how many of the enemy there are, and where those lay of whom nobody had known. */
import { claim, claimsOf, findClaim, sourcesOf } from '../../kernel/beliefs.ts';
import { jointly, reason } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';
import { ambushAt } from '../assault/knowing.ts';
import { outfit } from '../bands/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, hostile, leaderOf, peopleIn, side } from '../groups/state.ts';
import { succeeded } from '../groups/system.ts';
import { homes } from '../region/state.ts';
import { isAt } from '../sight/state.ts';
import { cameOut } from '../will/state.ts';
import { vitals } from '../wounds/state.ts';
import { counted, told } from './events.ts';

/** Whoever led before and is with them leads again; they count who is left, and tell where those lay of whom they had known nothing. */
export function takeStock(world: World, of: number, head: number, people: readonly number[]): void {
  const target = homes(world).find((home) => hostile(world, of, home));
  if (target === undefined) return;
  const at = world.of(outfit).site.raw[of];
  const first = world.of(side).before.raw[of] - 1;
  const by = world.of(outfit).by.raw[of];
  world.trace.open(head, world.time);
  const leader = leaderOf(world, of);
  const actor = people.includes(first) ? first : head;
  if (actor !== leader) world.propose(succeeded, { actor, target: leader, group: of }, [reason(by)]);
  const lost = peopleIn(world, of).length - people.length;
  const hurt = people.filter((who) => world.of(vitals).open.at(who) > 0).length;
  const fields = { actor, group: of, target, site: at, people: people.length, lost, hurt };
  const foes = seenByAny(world, people, target);
  world.propose(counted, { ...fields, foes }, [reason(by), reason(world.of(campaign).endedBy.raw[of])]);
  world.trace.close(false);
  tellOfHidden(world, of, people);
}

/** How many of the enemy all of them together have seen. */
function seenByAny(world: World, people: readonly number[], whom: number): number {
  const claims = world.of(claim);
  const seen = new Set<number>();
  for (const who of people) {
    for (const row of claimsOf(world, who)) {
      if (claims.predicate.raw[row] !== isAt.hash || groupOf(world, claims.subject.raw[row]) !== whom) continue;
      claims.place.at(row);
      seen.add(claims.subject.raw[row]);
    }
  }
  return seen.size;
}

/** Of each place from which somebody came out whom nobody had known of, the first who saw it tells. */
function tellOfHidden(world: World, of: number, people: readonly number[]): void {
  const claims = world.of(claim);
  const places = new Set<number>();
  for (const who of people) {
    for (const row of claimsOf(world, who)) {
      const place = claims.place.raw[row] - 1;
      if (claims.predicate.raw[row] !== cameOut.hash || place < 0 || places.has(place)) continue;
      places.add(place);
      if (findClaim(world, who, ambushAt, place) >= 0) continue;
      world.trace.open(who, world.time);
      claims.place.at(row);
      const fields = { actor: who, group: of, site: world.of(outfit).site.at(of), place };
      world.propose(told, fields, jointly(sourcesOf(world, row), 1));
      world.trace.close(false);
    }
  }
}

/** What a scout has been told of people in hiding, and whoever leads does not know, they tell. */
export function shareWord(world: World, of: number, head: number, people: readonly number[]): boolean {
  const claims = world.of(claim);
  for (const who of people) {
    for (const row of claimsOf(world, who)) {
      const place = claims.place.raw[row] - 1;
      if (claims.predicate.raw[row] !== ambushAt.hash || findClaim(world, head, ambushAt, place) >= 0) continue;
      world.trace.open(who, world.time);
      claims.place.at(row);
      const fields = { actor: who, group: of, site: world.of(outfit).site.at(of), place };
      world.propose(told, fields, jointly(sourcesOf(world, row), 1));
      world.trace.close(false);
      return true;
    }
  }
  return false;
}
