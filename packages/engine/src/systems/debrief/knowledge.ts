/** Who is there to tell and to listen, and what each has to tell. Plain reads, but for `readNews`. */
import { claim, claimsOf } from '../../kernel/beliefs.ts';
import type { Predicate } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isAttacked, isBreached } from '../barriers/state.ts';
import { canAct, hasSurrendered } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, peopleIn, side } from '../groups/state.ts';
import { officesOf } from '../offices/state.ts';
import { position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { hasBroken } from '../resolve/state.ts';
import { roster } from '../routine/state.ts';
import { hasFallen } from '../wounds/state.ts';

/** Metres from home within which people come, the most who sit together, and the most who tell. [d] */
const COMES_METRES = 400;
const MOST_PRESENT = 40;
const MOST_TELLERS = 12;
/** The most that one tells. [d] */
const MOST_TOLD = 12;

/** What is worth telling, the weightiest first. */
const WORTH: readonly Predicate[] = [hasFallen, isBreached, isAttacked, hasSurrendered, hasBroken];

/** Those of a group who sit together: all who can come, but for the watch; of many, whoever is in charge of something first. */
export function presentAt(world: World, of: number): number[] {
  const home = world.of(side).home.raw[of] - 1;
  const { at } = world.of(position);
  const can = peopleIn(world, of).filter(
    (who) =>
      canAct(world, who) &&
      world.of(roster).on.raw[who] === 0 &&
      wayMetres(world, who, at.raw[who], home) <= COMES_METRES,
  );
  if (can.length <= MOST_PRESENT) return can;
  const inCharge = (who: number): number => (officesOf(world, who).length > 0 ? 0 : 1);
  return can.sort((a, b) => inCharge(a) - inCharge(b) || a - b).slice(0, MOST_PRESENT);
}

/** Rows of what somebody saw for themselves of the last fight of their group, the weightiest first. */
export function newsOf(world: World, who: number): number[] {
  const claims = world.of(claim);
  const since = world.of(campaign).since.raw[groupOf(world, who)];
  const rank = (row: number): number => WORTH.findIndex(({ hash }) => hash === claims.predicate.raw[row]);
  return claimsOf(world, who)
    .filter((row) => rank(row) >= 0 && claims.from.raw[row] === 0 && claims.seen.raw[row] >= since)
    .sort((a, b) => rank(a) - rank(b) || claims.subject.raw[a] - claims.subject.raw[b])
    .slice(0, MOST_TOLD);
}

/** What somebody tells rests on all that they hold of such things, and on what is mended by now: of that there is no more word. Tracked. */
export function readNews(world: World, who: number): void {
  const { predicate } = world.of(claim);
  const { breached } = world.of(barrier);
  for (let row = 0; row < world.of(barrier).count; row++) breached.at(row);
  for (const row of claimsOf(world, who)) {
    if (WORTH.some(({ hash }) => hash === predicate.raw[row])) predicate.at(row);
  }
}

/** Who tells: those who saw most, in the order of names. */
export function tellersAmong(world: World, present: readonly number[]): number[] {
  const much = new Map(present.map((who) => [who, newsOf(world, who).length]));
  return present
    .filter((who) => much.get(who)! > 0)
    .sort((a, b) => much.get(b)! - much.get(a)! || a - b)
    .slice(0, MOST_TELLERS)
    .sort((a, b) => a - b);
}
