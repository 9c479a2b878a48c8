/** Who is there and who is not; who is missing is looked for, place by place, and found where they lie. */
import { claim, findClaim, sourcesOf } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { enabled, jointly, reason } from '../../kernel/events.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { canAct, captive, outAsKnown } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, peopleIn, side } from '../groups/state.ts';
import { skyLight } from '../light/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { able, hasFallen, vitals } from '../wounds/state.ts';
import { countedHeads, countedRounds, found, missed, tookItIn } from './events.ts';
import { absence, gathering } from './state.ts';

/** The most who go to look at once, minutes for which one looks round a place, and metres from home within which they do. [d] */
const MOST_SEARCHERS = 6;
const PLACE_MINUTES = 2;
const SEARCH_METRES = 150;
/** The chance to come upon somebody who lies in the place one looks round, in the dark and by day. [d] */
const FINDS_BY_NIGHT = 0.6;
const FINDS_BY_DAY = 1;
/** Of those who were there, the share that are known to have fallen up to which relief is all they feel, and from which grief is. [d] */
const RELIEF_BELOW = 0.05;
const GRIEF_FROM = 0.2;
/** The most of the fallen who are named as what they grieve for. */
const MOST_NAMED = 12;
const P_FINDS = purpose('muster/finds');

/** Those of a group at a gathering who can be told to do something. */
export function presentOf(world: World, of: number, members: readonly number[]): number[] {
  return members.filter((who) => groupOf(world, who) === of && canAct(world, who));
}

/** Whether somebody answers to their name: whoever gave up to enemies who are gone does, too. */
function answers(world: World, who: number): boolean {
  const { alive, down } = world.of(body);
  const { gone } = world.of(position);
  const { state, keeper } = world.of(captive);
  const led = state.raw[who] === 2 && canAct(world, keeper.raw[who] - 1);
  return alive.raw[who] === 1 && down.raw[who] === 0 && gone.raw[who] === 0 && !led;
}

/** The leader counts heads, and misses whoever is not there and of whom nothing is known. */
export function countHeads(world: World, of: number, leader: number, members: readonly number[]): void {
  const present = new Set(members.filter((who) => groupOf(world, who) === of && answers(world, who)));
  const called = world.of(gathering).called.raw[of];
  const at = world.of(position).at.raw[leader];
  const { alive, down } = world.of(body);
  world.trace.open(leader, world.time);
  const missing = peopleIn(world, of).filter((who) => !present.has(who) && !isAccountedFor(world, leader, who));
  for (const who of peopleIn(world, of)) {
    alive.at(who);
    down.at(who);
  }
  const fields = { actor: leader, group: of, place: at, present: present.size, missing: missing.length };
  world.propose(countedHeads, fields, [reason(called)]);
  for (const target of missing) {
    world.propose(missed, { actor: leader, target, place: at }, [reason(called), enabled(outBy(world, target))]);
  }
  world.trace.close(false);
}

/** Whether the leader knows what became of somebody: seen to fall or taken, or dead and gone before this fight. */
function isAccountedFor(world: World, leader: number, who: number): boolean {
  const row = outAsKnown(world, leader, who);
  if (row >= 0) {
    world.of(claim).polarity.at(row);
    return true;
  }
  const since = world.of(campaign).since.raw[groupOf(world, who)];
  const { gone, goneBy } = world.of(position);
  const by = gone.raw[who] === 1 ? goneBy.raw[who] : outBy(world, who);
  return by !== 0 && world.chronicle.time(by) < since;
}

/** What keeps somebody from answering: they went down, or got away; 0 where nothing does. */
function outBy(world: World, who: number): number {
  const { gone, goneBy } = world.of(position);
  const { alive, down, downBy } = world.of(body);
  if (gone.raw[who] === 1) return goneBy.raw[who];
  return down.raw[who] === 1 || alive.raw[who] === 0 ? downBy.raw[who] : 0;
}

/** In the minutes after the count those who can look for whoever is missing, each a place at a time, from home outwards. */
export function search(world: World, of: number, leader: number, members: readonly number[], minutes: number): void {
  const lost = peopleIn(world, of).filter((who) => isMissing(world, who));
  if (lost.length === 0 || minutes % PLACE_MINUTES !== 0) return;
  const free = presentOf(world, of, members).filter((who) => who !== leader && canSearch(world, who));
  const searchers = free.slice(0, MOST_SEARCHERS);
  if (searchers.length === 0) return;
  const home = world.of(side).home.raw[of] - 1;
  const round = (minutes / PLACE_MINUTES - 1) * searchers.length;
  const order = placesAround(world, home);
  searchers.forEach((searcher, i) => {
    const at = order[round + i];
    if (at === undefined || wayMetres(world, searcher, world.of(position).at.raw[searcher], at) === Infinity) return;
    for (const target of lost) if (world.of(position).at.raw[target] === at) comeUpon(world, searcher, target, at);
  });
}

function isMissing(world: World, who: number): boolean {
  return world.of(absence).by.raw[who] !== 0 && world.of(position).gone.raw[who] === 0;
}

function canSearch(world: World, who: number): boolean {
  return world.of(vitals).tending.raw[who] === 0 && world.of(able).legs.raw[who] === 0;
}

/** The places about a home, the nearest first. */
function placesAround(world: World, home: number): number[] {
  return Array.from({ length: world.of(place).count }, (_, at) => at)
    .filter((at) => metresBetween(world, home, at) <= SEARCH_METRES)
    .sort((a, b) => metresBetween(world, home, a) - metresBetween(world, home, b) || a - b);
}

function comeUpon(world: World, searcher: number, target: number, at: number): void {
  const chance = FINDS_BY_NIGHT + (FINDS_BY_DAY - FINDS_BY_NIGHT) * skyLight(world);
  if (world.luck(P_FINDS, target) >= chance) return;
  const by = world.of(absence).by.raw[target];
  world.trace.open(searcher, world.time);
  world.of(absence).by.at(target);
  world.of(position).at.at(target);
  const as = world.of(body).alive.at(target) === 1 ? 'alive' : 'dead';
  world.propose(found, { actor: searcher, target, place: at, as }, [reason(by), enabled(outBy(world, target))]);
  world.trace.close(false);
}

/** How they take it, by what the leader knows of the fallen by then. */
export function takeIn(world: World, of: number, leader: number, members: readonly number[]): void {
  const present = presentOf(world, of, members).length;
  if (present < 2) return;
  world.trace.open(leader, world.time);
  const { endedBy, since } = world.of(campaign);
  const ended = endedBy.at(of);
  const sources: number[] = [];
  let fallen = 0;
  for (const who of peopleIn(world, of)) {
    const row = findClaim(world, leader, hasFallen, who);
    if (row < 0 || world.of(claim).polarity.at(row) === 0 || world.of(claim).seen.raw[row] < since.raw[of]) continue;
    fallen++;
    sources.push(...sourcesOf(world, row).slice(0, 1));
  }
  const share = fallen / (fallen + present);
  const mood = share < RELIEF_BELOW ? 'relief' : share < GRIEF_FROM ? 'both' : 'grief';
  const over = mood === 'grief' ? enabled(ended) : reason(ended);
  const because = [over, ...(mood === 'relief' ? [] : jointly([...new Set(sources)].slice(0, MOST_NAMED), 1))];
  const at = world.of(position).at.raw[leader];
  world.propose(tookItIn, { group: of, place: at, mood, present, fallen }, because);
  world.trace.close(false);
}

/** The leader has everybody say how many rounds they have left. */
export function countRounds(world: World, of: number, leader: number, members: readonly number[]): void {
  const { weapon, rounds: held } = world.of(body);
  world.trace.open(leader, world.time);
  let [rounds, without, armed] = [0, 0, 0];
  for (const who of presentOf(world, of, members)) {
    if (WEAPONS[weapon.at(who)].capacity === 0) continue;
    armed++;
    rounds += held.at(who);
    if (held.raw[who] === 0) without++;
  }
  const fields = { actor: leader, group: of, place: world.of(position).at.raw[leader] };
  const called = world.of(gathering).called.raw[of];
  if (armed > 0) world.propose(countedRounds, { ...fields, rounds, without }, [reason(called)]);
  world.trace.close(false);
}
