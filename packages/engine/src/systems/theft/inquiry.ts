/** What is missing shows at the count; then somebody is suspected, things are gone through, and thieves are dealt with. */
import { claim, findClaim } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { enabled, jointly } from '../../kernel/events.ts';
import { readEvent } from '../../kernel/read.ts';
import { rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, leaderOf, peopleIn } from '../groups/state.ts';
import { nourishment } from '../needs/state.ts';
import { bondOf } from '../past/state.ts';
import { whoSeesTo } from '../offices/state.ts';
import { DAY, EATEN, ableOf, dayOf, hourOf, isThere, kitchen } from '../rations/state.ts';
import { judged, missed, searched, stole, uncovered } from './events.ts';
import { hoard, inquiry, isThief } from './state.ts';

/** Grams from which on it shows at a count, and the share of what ought to be there. [d] */
const SHOWS_GRAMS = 800;
const SHOWS_SHARE = 0.004;
/** The hours at which what is missing is thought about, and things are gone through; and days between two searches. [d] */
const SEARCHES_AT = 17;
const JUDGES_AT = 11;
const SEARCH_DAYS = 5;
/** The chance that a search finds what somebody has hidden, where nobody suspects them, and where they are suspected. [d] */
const FINDS = 0.35;
const FINDS_OF_SUSPECT = 0.75;
/** How much likelier somebody is suspected for being hungry, for nobody's caring for them, for what they did before; and what chance adds. [d] */
const HUNGRY = 0.4;
const FRIENDLESS = 0.4;
const KNOWN = 0.8;
const CHANCE = 0.6;
/** The most events that are stated. */
const MOST_STATED = 6;
const P_SUSPECTS = purpose('theft/suspects');
const P_FINDS = purpose('theft/finds');

/** Groups with a kitchen, in the order of their rows. */
function* kitchens(world: World): Generator<number> {
  const { seat } = world.of(kitchen);
  for (let of = 0; of < world.of(group).count; of++) if (seat.raw[of] !== 0) yield of;
}

/** Whoever has counted the stores misses what is gone, unless they took it. */
export const miss = rule('theft/miss', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const { knownOn, knownBy, known } = world.of(kitchen);
  for (const of of kitchens(world)) {
    const { until } = world.of(inquiry);
    if (knownOn.raw[of] !== dayOf(world.time) || knownBy.raw[of] <= until.raw[of]) continue;
    if (world.chronicle.time(knownBy.raw[of]) !== world.time) continue;
    const keeper = readEvent(world, knownBy.raw[of]).roles['actor'];
    const thefts = theftsSince(world, of, until.raw[of]).filter(({ by }) => by !== keeper);
    const grams = thefts.reduce((sum, each) => sum + each.grams, 0);
    if (grams >= SHOWS_GRAMS && grams >= SHOWS_SHARE * (known.raw[of] + grams)) raise(world, of, keeper, thefts);
  }
});

interface Theft {
  readonly id: number;
  readonly by: number;
  readonly grams: number;
}

/** Thefts from a group since an event, but for what was given back. */
function theftsSince(world: World, of: number, since: number): Theft[] {
  const { chronicle, ruleset } = world;
  const kind = ruleset.entryById(stole.id)?.index;
  const found: Theft[] = [];
  for (let id = chronicle.length; id > since; id--) {
    if (chronicle.kind(id) !== kind) continue;
    const { roles, data } = readEvent(world, id);
    const by = roles['actor'];
    if (groupOf(world, by) === of && world.of(hoard).outBy.raw[by] < id) {
      found.push({ id, by, grams: Number(data['amount']) });
    }
  }
  return found.reverse();
}

function raise(world: World, of: number, keeper: number, thefts: readonly Theft[]): void {
  const { knownBy, seat } = world.of(kitchen);
  world.trace.open(keeper, world.time);
  world.of(kitchen).known.at(of);
  // Whom the keeper holds to be a thief already bears on whom this is put down to.
  for (const who of peopleIn(world, of)) {
    const held = findClaim(world, keeper, isThief, who);
    if (held >= 0) world.of(claim).polarity.at(held);
  }
  const amount = thefts.reduce((sum, each) => sum + each.grams, 0);
  const ids = thefts.map(({ id }) => id).slice(-MOST_STATED);
  const fields = { actor: keeper, group: of, place: seat.raw[of] - 1, suspect: suspectOf(world, of, keeper), amount };
  world.propose(missed, fields, [...jointly(ids, 1), enabled(knownBy.raw[of])]);
  world.trace.close(false);
}

/** Whom it is put down to: the hungry, those nobody cares for, those who did it before. It may be anybody. -1 for nobody. */
function suspectOf(world: World, of: number, keeper: number): number {
  const { level } = world.of(nourishment);
  const leader = leaderOf(world, of);
  let [most, suspect] = [0, -1];
  for (const who of peopleIn(world, of)) {
    if (who === keeper || who === leader || world.of(body).alive.raw[who] === 0 || !isThere(world, of, who)) continue;
    const known = findClaim(world, keeper, isThief, who) < 0 ? 0 : KNOWN;
    const friendless = bondOf(world, keeper, who) < 0 ? FRIENDLESS : 0;
    const hungry = level.raw[who] > 0 ? HUNGRY : 0;
    const score = known + friendless + hungry + CHANCE * world.luck(P_SUSPECTS, who);
    if (score > most) [most, suspect] = [score, who];
  }
  return suspect;
}

/** In the evening of a day on which something was missed, whoever leads has everybody's things gone through. */
export const search = rule('theft/search', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== SEARCHES_AT) return;
  const { missedBy, searchedBy } = world.of(inquiry);
  for (const of of kitchens(world)) {
    const last = searchedBy.raw[of];
    if (missedBy.raw[of] <= last) continue;
    if (last !== 0 && world.time - world.chronicle.time(last) < SEARCH_DAYS * DAY) continue;
    const who = whoSeesTo(world, of, null, ableOf(world, of));
    if (who < 0) continue;
    world.trace.open(who, world.time);
    const place = world.of(kitchen).seat.raw[of] - 1;
    const { firstBy } = world.of(inquiry);
    const because = jointly([...new Set([firstBy.raw[of], missedBy.at(of)])], 1);
    world.propose(searched, { actor: who, group: of, place }, because);
    world.trace.close(false);
  }
});

/** What is hidden is found, or is not. */
export const find = rule('theft/find', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== SEARCHES_AT) return;
  const { searchedBy, suspect } = world.of(inquiry);
  const rows = world.of(hoard);
  for (const of of kitchens(world)) {
    const by = searchedBy.raw[of];
    if (by === 0 || world.chronicle.time(by) !== world.time) continue;
    const who = readEvent(world, by).roles['actor'];
    for (const target of peopleIn(world, of)) {
      if (rows.grams.raw[target] === 0 || target === who) continue;
      const chance = suspect.raw[of] === target + 1 ? FINDS_OF_SUSPECT : FINDS;
      if (world.luck(P_FINDS, target) >= chance) continue;
      world.trace.open(who, world.time);
      const fields = {
        actor: who,
        target,
        place: rows.at.raw[target],
        good: EATEN[0].good,
        amount: rows.grams.at(target),
      };
      world.propose(uncovered, fields, jointly([by, rows.by.raw[target]], 1));
      world.trace.close(false);
    }
  }
});

/** Whoever was found out is named before all; who does it again, or belongs to those who keep the stores, is given less, too. */
export const judge = rule('theft/judge', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== JUDGES_AT) return;
  const rows = world.of(hoard);
  for (const of of kitchens(world)) {
    const leader = whoSeesTo(world, of, null, ableOf(world, of));
    if (leader < 0) continue;
    for (const target of peopleIn(world, of)) {
      if (target === leader || rows.outBy.raw[target] <= rows.judgedBy.raw[target]) continue;
      if (world.of(body).alive.raw[target] === 0) continue;
      world.trace.open(leader, world.time);
      rows.outBy.at(target);
      const how = rows.times.at(target) > 0 ? 'docked' : 'named';
      const before = rows.times.raw[target] > 0 ? rows.judgedBy.raw[target] : 0;
      const place = world.of(kitchen).seat.raw[of] - 1;
      const because = jointly([rows.outBy.raw[target], before], 1);
      world.propose(judged, { actor: leader, target, group: of, place, how }, because);
      world.trace.close(false);
    }
  }
});
