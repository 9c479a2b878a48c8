import { claim, findClaim, sourcesOf } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { jointly } from '../../kernel/events.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { stands } from '../captivity/state.ts';
import { groupOf, peopleIn, side } from '../groups/state.ts';
import { bond, bondOf } from '../past/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { hasBroken, nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { doubts, reckoned } from '../will/state.ts';
import { enemiesAsKnown, readAll } from '../will/wayout.ts';
import type { Known } from '../will/wayout.ts';
import { shouted } from './events.ts';
import { outcry } from './state.ts';
import type { KindOfWords } from './state.ts';

/** Metres within which somebody believes that an enemy will hear, and seconds for which they take one to be still about. [d] */
const REACHES_METRES = 120;
const STILL_ABOUT = 300;
/** Seconds after giving up in which there may be parting words. [d] */
const PARTS_WITHIN = 240;
/** Chance a look of parting words: at the worst grudge; where the losses were heavy; what pride adds. [d] */
const PARTS_GRUDGE = 0.3;
const PARTS_LOSSES = 0.05;
const PARTS_PRIDE = 0.05;
/** Share of their people whose loss is heavy. [d] */
const HEAVY = 0.25;
/** Grudge from which it is more than a threat. [d] */
const VOWS = 0.5;
/** Chance a look of words beforehand, for the proudest, or at the worst grudge. [d] */
const CHALLENGES = 0.012;
/** Chance a look that a leader calls out to people who waver, at most; how many of those beside them, at least; how often a night. [d] */
const RALLIES = 0.12;
const WAVER_SHARE = 0.34;
const WAVER_LEAST = 2;
const RALLIES_A_NIGHT = 3;
const RALLY_PAUSE = 240;
/** The most people who waver that are named as the reason. */
const MOST_NAMED = 4;
const P_PARTS = purpose('voice/parts');
const P_CHALLENGES = purpose('voice/challenges');
const P_RALLIES = purpose('voice/rallies');

/** A leader's chance for words, once every few seconds. Luck comes first: most looks read nothing. */
export function mayShout(world: World, of: number, leader: number): void {
  if (!stands(world, leader) || world.of(nerves).pinned.raw[leader] === 1) return;
  if (world.of(notice).hidden.raw[leader] === 1) return;
  if (world.of(doubts).gaveUp.raw[of] === 1) part(world, of, leader);
  else {
    challenge(world, of, leader);
    rally(world, of, leader);
  }
}

/** An enemy whom somebody takes to be in earshot, with what they hold against them. */
interface Meant {
  readonly known: Known;
  readonly grudge: number;
  readonly wrong: number;
}

/** The enemy in earshot, as far as somebody knows, against whom they hold most; the nearest news decides between equals. */
function mostHated(world: World, who: number): Meant | null {
  const { at } = world.of(position);
  let best: Meant | null = null;
  for (const known of enemiesAsKnown(world, who, STILL_ABOUT)) {
    if (metresBetween(world, at.raw[who], known.at) > REACHES_METRES) continue;
    const row = bondOf(world, who, known.who);
    const grudge = row < 0 ? 0 : world.of(bond).grudge.raw[row];
    const leads = world.of(side).leader.raw[groupOf(world, known.who)] === known.who + 1;
    // Somebody who is somebody over there is the one to shout at, where nobody is hated.
    const weight = grudge > 0 ? grudge + 1 : leads ? 0.5 : 0;
    if (best === null || weight > (best.grudge > 0 ? best.grudge + 1 : 0.25)) {
      best = { known, grudge, wrong: row < 0 ? 0 : world.of(bond).by.raw[row] };
    }
  }
  return best;
}

function say(world: World, who: number, meant: Meant, kind: KindOfWords, because: readonly number[]): void {
  readAll(world, [meant.known]);
  if (meant.wrong !== 0) world.of(bond).grudge.at(bondOf(world, who, meant.known.who));
  const sources = sourcesOf(world, meant.known.row).slice(0, 1);
  const all = [...new Set([...because, meant.wrong, ...sources])];
  const place = world.of(position).at.at(who);
  world.propose(shouted, { actor: who, target: meant.known.who, place, kind }, jointly(all, 1));
}

/** Having given up, to the one whom they hold responsible. */
function part(world: World, of: number, leader: number): void {
  const rows = world.of(doubts);
  const gave = rows.gaveUpBy.raw[of];
  const calls = world.of(outcry);
  if (calls.parted.raw[leader] === 1 || world.time - world.chronicle.time(gave) > PARTS_WITHIN) return;
  const pride = PARTS_PRIDE * calls.pride.raw[leader];
  const u = world.luck(P_PARTS, leader);
  if (u >= PARTS_GRUDGE + PARTS_LOSSES + pride) return;
  const meant = mostHated(world, leader);
  if (meant === null) return;
  const lost = peopleIn(world, of).filter((who) => world.of(reckoned).lost.raw[who] === 1);
  const heavy = lost.length >= HEAVY * peopleIn(world, of).length ? PARTS_LOSSES : 0;
  if (meant.grudge === 0 && heavy === 0) return;
  if (u >= PARTS_GRUDGE * meant.grudge + heavy + pride) return;
  world.trace.open(leader, world.time);
  rows.gaveUp.at(of);
  // To come back is for those who leave.
  const vows = meant.grudge >= VOWS && world.of(side).home.raw[of] === 0;
  say(world, leader, meant, vows ? 'vow' : 'threat', [gave]);
  world.trace.close(false);
}

/** Before it comes to the worst, for those who cannot let it be: to the one inside. */
function challenge(world: World, of: number, leader: number): void {
  const calls = world.of(outcry);
  if (calls.challenged.raw[leader] === 1 || world.of(side).home.raw[of] > 0) return;
  const alarm = world.of(notice);
  // Nobody who has not been found out yet gives themselves away, and nobody makes speeches under fire.
  if (alarm.alarmed.raw[leader] === 0 || world.of(nerves).suppression.raw[leader] > 0) return;
  const u = world.luck(P_CHALLENGES, leader);
  if (u >= CHALLENGES) return;
  const meant = mostHated(world, leader);
  if (meant === null || u >= CHALLENGES * Math.max(calls.pride.raw[leader], meant.grudge)) return;
  world.trace.open(leader, world.time);
  alarm.alarmed.at(leader);
  say(world, leader, meant, meant.grudge >= VOWS ? 'taunt' : 'demand', [alarm.alarmedBy.raw[leader]]);
  world.trace.close(false);
}

/** To one's own who lie on the ground or lose their nerve beside one. */
function rally(world: World, of: number, leader: number): void {
  const calls = world.of(outcry);
  const bodies = world.of(body);
  if (calls.rallies.raw[leader] >= RALLIES_A_NIGHT) return;
  if (calls.rallies.raw[leader] > 0 && world.time - calls.lastAt.raw[leader] < RALLY_PAUSE) return;
  const chance = RALLIES * (0.5 + 0.5 * bodies.nerve.raw[leader]);
  if (world.luck(P_RALLIES, leader) >= chance) return;
  const { at } = world.of(position);
  const nerve = world.of(nerves);
  const waver: number[] = [];
  let beside = 0;
  for (const who of peopleIn(world, of)) {
    if (who === leader || at.raw[who] !== at.raw[leader] || bodies.down.raw[who] === 1) continue;
    beside++;
    if (nerve.pinned.raw[who] === 1 || findClaim(world, leader, hasBroken, who) >= 0) waver.push(who);
  }
  if (waver.length < WAVER_LEAST || waver.length < beside * WAVER_SHARE) return;
  world.trace.open(leader, world.time);
  const because = waver.slice(0, MOST_NAMED).map((who) => {
    const held = findClaim(world, leader, hasBroken, who);
    if (held < 0) nerve.pinned.at(who);
    else world.of(claim).polarity.at(held);
    return held < 0 ? nerve.pinnedBy.raw[who] : nerve.brokenBy.raw[who];
  });
  world.propose(shouted, { actor: leader, target: -1, place: at.at(leader), kind: 'rally' }, jointly(because, 1));
  world.trace.close(false);
}

/** The second in which a leader may speak, out of so many. */
export function speaksNow(world: World, leader: number, every: number): boolean {
  return world.isTurn(person, leader, every, 1);
}
