import { claim, mind } from '../../kernel/beliefs.ts';
import { jointly } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';
import { canAct } from '../captivity/state.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { hasBroken, nerves } from '../resolve/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { routed } from './events.ts';
import { doubts } from './state.ts';

/** Fewer people than this on their feet are no force that could run. [d] */
const FEWEST = 3;
/** Share of those on their feet who have lost their nerve, at least, for it to become a rout. [d] */
const BROKEN_SHARE = 0.4;
/** Share of their own, as far as they know of them, whom somebody takes to have run when they take it to be over. [d] */
const SEEMS_OVER = 0.4;
/** Share of those on their feet who have run or take it to be over. [d] */
const GIVES_WAY = 0.7;
/** The most people whose loss of nerve is named. */
const MOST_NAMED = 8;

/** Where so many have run, and so many have seen them run, that the rest do not hold, it is over without an order. */
export function lookForRout(world: World, of: number, members: readonly number[]): void {
  if (world.of(doubts).routed.raw[of] === 1) return;
  const nerve = world.of(nerves);
  const up = peopleIn(world, of).filter((who) => canAct(world, who));
  const broken = up.filter((who) => nerve.broken.raw[who] === 1);
  if (up.length < FEWEST || !members.includes(up[0]) || broken.length < up.length * BROKEN_SHARE) return;
  const firm = up.filter((who) => nerve.broken.raw[who] === 0);
  if (firm.length === 0) return;
  const seen = new Set<number>();
  const lost = firm.filter((who) => seemsOver(world, who, of, seen));
  if (broken.length + lost.length < up.length * GIVES_WAY) return;
  world.trace.open(-1, world.time);
  for (const row of seen) world.of(claim).polarity.at(row);
  for (const who of broken) nerve.broken.at(who);
  const newest = broken.map((who) => nerve.brokenBy.raw[who]).sort((a, b) => b - a);
  const at = world.of(position).at.at(broken.find((who) => nerve.brokenBy.raw[who] === newest[0])!);
  world.propose(routed, { group: of, place: at }, jointly(newest.slice(0, MOST_NAMED), 1));
  world.trace.close(false);
}

/** Whether somebody takes so many of their own to have run that it is over. Their claims of it are added to `seen`. */
function seemsOver(world: World, who: number, of: number, seen: Set<number>): boolean {
  const claims = world.of(claim);
  const ran: number[] = [];
  let fallen = 0;
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    const about = claims.subject.raw[row];
    const what = claims.predicate.raw[row];
    if ((what !== hasBroken.hash && what !== hasFallen.hash) || groupOf(world, about) !== of) continue;
    if (what === hasFallen.hash) fallen++;
    else ran.push(row);
  }
  const left = peopleIn(world, of).length - fallen;
  if (ran.length < SEEMS_OVER * left) return false;
  for (const row of ran) seen.add(row);
  return true;
}
