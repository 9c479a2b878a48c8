import { findClaim } from '../../kernel/beliefs.ts';
import { claim } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { enabled, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import type { Beat } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { go } from '../conduct/going.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, hostile, side } from '../groups/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { found, freed, ledAway, taken } from './events.ts';
import { canAct, captive, hasSurrendered, stands } from './state.ts';

/** Captives are seen to once in so many seconds. [d] */
const SEE_EVERY = 3;
/** Seconds after giving up in which nobody takes up arms again, whoever comes to their help. [d] */
const TAKES_HEART = 45;
/** Chance a minute that somebody of those who hold the field comes upon one who was left behind, and metres that they search. [d] */
const FINDS = 0.12;
const SEARCH_METRES = 120;
const P_FINDS = purpose('captivity/finds');

/** What becomes of those who have given up: somebody takes them, leads them along, or they are free again. */
export function seeToCaptives(world: World, beat: Beat): void {
  if (beat.grain === 'second' && world.time % SEE_EVERY !== 0) return;
  const rows = world.of(captive);
  for (const who of beat.members) {
    if (rows.state.raw[who] === 0 || world.of(body).alive.raw[who] === 0) continue;
    world.trace.open(-1, world.time);
    if (rows.state.at(who) === 1) seeToYielded(world, beat, who);
    else seeToKept(world, beat, who);
    world.trace.close(false);
  }
}

/** An enemy beside them who has seen the hands up takes them; where no enemy comes and their own do, they are free. */
function seeToYielded(world: World, beat: Beat, who: number): void {
  const { at } = world.of(position);
  const place = at.at(who);
  const keeper = enemyBeside(world, beat, who, true);
  if (keeper >= 0) {
    const held = findClaim(world, keeper, hasSurrendered, who);
    world.of(claim).polarity.at(held);
    at.at(keeper);
    world.propose(taken, { actor: keeper, target: who, place }, [reason(world.of(captive).yielded.raw[who])]);
  } else free(world, beat, who, reason(world.of(captive).yielded.raw[who]));
}

function seeToKept(world: World, beat: Beat, who: number): void {
  const rows = world.of(captive);
  const where = world.of(position);
  const keeper = rows.keeper.at(who) - 1;
  const place = where.at.at(who);
  if (where.gone.at(keeper) === 1) {
    if (where.at.at(keeper) === place && world.of(body).down.at(who) === 0) {
      const because = jointly([where.goneBy.raw[keeper], rows.taken.raw[who]], 1);
      world.propose(ledAway, { actor: keeper, target: who, place }, because);
    } else free(world, beat, who, reason(where.goneBy.raw[keeper]));
    return;
  }
  if (stands(world, keeper)) {
    const to = where.at.at(keeper);
    if (to !== place && world.of(body).down.at(who) === 0 && beat.grain === 'second') {
      go(world, who, to, 'walking', jointly([rows.taken.raw[who], where.by.raw[keeper]], 1));
    }
    return;
  }
  const next = enemyBeside(world, beat, who, false);
  const out = outBy(world, keeper);
  // Whoever only sleeps has them still, behind a door.
  if (out === 0) return;
  if (next >= 0) world.propose(taken, { actor: next, target: who, place }, jointly([out, rows.taken.raw[who]], 1));
  else free(world, beat, who, reason(out));
}

/** What took somebody out of it. */
function outBy(world: World, who: number): number {
  const bodies = world.of(body);
  if (bodies.down.at(who) === 1) return bodies.downBy.raw[who];
  if (world.of(captive).state.at(who) !== 0) return world.of(captive).yielded.raw[who];
  return world.of(nerves).broken.at(who) === 1 ? world.of(nerves).brokenBy.raw[who] : 0;
}

/** Who has been left alone with their own is free. While the fight goes on somebody of theirs has to be there. */
function free(world: World, beat: Beat, who: number, because: Cause): void {
  const where = world.of(position);
  const place = where.at.raw[who];
  if (enemyBeside(world, beat, who, false) >= 0) return;
  const own = groupOf(world, who);
  const friend = beat.members.find(
    (other) => other !== who && groupOf(world, other) === own && where.at.raw[other] === place && stands(world, other),
  );
  const rows = world.of(captive);
  const kept = rows.state.raw[who] === 2;
  if (friend === undefined && !kept) return;
  if (!kept && world.time - world.chronicle.time(rows.yielded.raw[who]) < TAKES_HEART) return;
  const came = friend === undefined ? 0 : where.by.raw[friend];
  world.propose(freed, { target: who, place }, came === 0 ? [because] : [because, enabled(came)]);
}

/** An enemy on their feet in the same place, the first by name, or -1; of those who know of the surrender, if so asked. */
function enemyBeside(world: World, beat: Beat, who: number, knowing: boolean): number {
  const { at } = world.of(position);
  const own = groupOf(world, who);
  for (const other of beat.members) {
    if (at.raw[other] !== at.raw[who] || !hostile(world, own, groupOf(world, other)) || !stands(world, other)) continue;
    if (!knowing || findClaim(world, other, hasSurrendered, who) >= 0) return other;
  }
  return -1;
}

/** After the fight those who hold the field come upon the enemies who were left lying on it. */
export function searchField(world: World, beat: Beat): void {
  const bodies = world.of(body);
  const { at, gone } = world.of(position);
  const left = beat.members.filter(
    (who) =>
      bodies.alive.raw[who] === 1 &&
      bodies.down.raw[who] === 1 &&
      gone.raw[who] === 0 &&
      world.of(captive).state.raw[who] === 0,
  );
  if (left.length === 0) return;
  for (const who of beat.members) {
    const of = groupOf(world, who);
    if (!canAct(world, who) || world.of(side).home.raw[of] === 0 || world.of(campaign).state.raw[of] !== 2) continue;
    const lying = left.find(
      (other) =>
        hostile(world, of, groupOf(world, other)) &&
        metresBetween(world, at.raw[who], at.raw[other]) <= SEARCH_METRES &&
        world.luck(P_FINDS, who, other) < FINDS,
    );
    if (lying === undefined) continue;
    world.trace.open(who, world.time);
    bodies.down.at(lying);
    const because = jointly([bodies.downBy.raw[lying], world.of(campaign).endedBy.raw[of]], 1);
    world.propose(found, { actor: who, target: lying, place: at.at(lying) }, because);
    world.trace.close(false);
  }
}
