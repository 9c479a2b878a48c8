/** What a group out there learns, and what it makes of its need: it stays, moves on, or swears to come back. */
import { reason, enabled } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { hostile, side } from '../groups/state.ts';
import { kitchen } from '../rations/state.ts';
import { fog } from '../light/state.ts';
import { heard } from '../region/events.ts';
import {
  DAY,
  GRADES,
  SAYS,
  arrivesAt,
  canReach,
  daysOld,
  forageAt,
  hasFreshWord,
  hasHeard,
  heardBy,
  homeSite,
  homes,
  isNews,
  kindOf,
  metresTo,
  report,
  reportRow,
  site,
} from '../region/state.ts';
import { movedOff, plundered, swore } from './events.ts';
import { headOf, isOut, outfit, peopleOut } from './state.ts';

/** Hours of the day at which groups out there look about, and decide. [d] */
const LOOKS_AT = 10;
const DECIDES_AT = 7;
/** Metres from which the smoke of a kitchen is seen by day, and the fog above which it is not. [d] */
const SMOKE_METRES = 9000;
const TOO_THICK = 0.3;
/** A meal is smoke for so long, in seconds. [d] */
const SMOKES = 6 * SECONDS.hour;
/** Days that a band stays at a site at least. [d] */
const STAYS_DAYS = 3;
/** Farther than this nobody moves who is hungry, in seconds on foot. [d] */
const MOVES_WITHIN = 16 * SECONDS.hour;
/** The share of what others have that a band takes, and what each of it carries, in grams. [d] */
const PLUNDERS = 0.5;
const CARRIES = 20_000;
/** Less than so many grams is left to them. [d] */
const WORTH_TAKING = 10_000;
/** How much more has to be hoped for elsewhere, in grams a head and day. [d] */
const BETTER_BY = 100;
/** By any of these a group knows that there is somebody. */
const SIGNS = ['food', 'smoke', 'people'] as const;

const hourIs = (world: World, hour: number): boolean => Math.floor(world.time / SECONDS.hour) % 24 === hour;

/** By day they see smoke where somebody cooks, and those who are at one site tell each other what they know. */
export const lookAbout = rule('bands/look-about', { phase: 'sense', at: 'hour' }, (world) => {
  const home = homeSite(world);
  if (home < 0 || !hourIs(world, LOOKS_AT)) return;
  for (let of = 0; of < world.of(group).count; of++) {
    if (!isOut(world, of)) continue;
    seeSmoke(world, of, home);
    for (let other = 0; other < world.of(group).count; other++) {
      const { site: at } = world.of(outfit);
      if (other === of || !isOut(world, other) || at.raw[of] !== at.raw[other]) continue;
      if (!hostile(world, of, other)) tell(world, of, other);
    }
  }
});

function seeSmoke(world: World, of: number, home: number): void {
  const rows = world.of(report);
  const at = world.of(outfit).site.raw[of];
  const knows = SIGNS.some((says) => rows.heard.raw[reportRow(world, of, home, says)] === 1);
  if (knows || fog(world) > TOO_THICK) return;
  if (!canReach(world, at, home) || metresTo(world, at, home) > SMOKE_METRES) return;
  const { mealBy } = world.of(kitchen);
  const cooked = homes(world).find(
    (each) => mealBy.raw[each] !== 0 && world.time - world.chronicle.time(mealBy.raw[each]) <= SMOKES,
  );
  if (cooked === undefined) return;
  world.trace.open(-1, world.time);
  mealBy.at(cooked);
  const fields = { group: of, site: home, says: 'smoke', how: 'seen', grade: 'B', days: 0 } as const;
  world.propose(heard, fields, [reason(mealBy.raw[cooked])]);
  world.trace.close(false);
}

/** The first thing that one group knows and the other has not heard; what goes through another mouth is worth less. */
function tell(world: World, from: number, to: number): void {
  const rows = world.of(report);
  const saidBefore: number[] = [];
  for (let at = 0; at < world.of(site).count; at++) {
    for (const says of SAYS) {
      const row = reportRow(world, from, at, says);
      saidBefore.push(row, reportRow(world, to, at, says));
      if (rows.heard.raw[row] === 0 || !isNews(world, to, at, says, rows.when.raw[row])) continue;
      world.trace.open(-1, world.time);
      // They meet where both have come to; that there was nothing else to tell first is a reason why it is this.
      for (const of of [from, to]) world.of(outfit).site.at(of);
      for (const known of saidBefore) rows.heard.at(known);
      const grade = GRADES[Math.min(GRADES.length - 1, rows.grade.at(row) + 1)];
      const met = Math.max(world.of(outfit).by.raw[from], world.of(outfit).by.raw[to]);
      const because = [reason(rows.by.raw[row]), ...(met === 0 ? [] : [enabled(met)])];
      const days = daysOld(world, from, at, says);
      world.propose(heard, { group: to, site: at, target: from, says, how: 'told', grade, days }, because);
      world.trace.close(false);
      return;
    }
  }
}

/** In the morning whoever leads a band that has too little makes up their mind. */
export const decide = rule('bands/decide', { phase: 'decide', at: 'hour' }, (world) => {
  const home = homeSite(world);
  if (home < 0 || !hourIs(world, DECIDES_AT)) return;
  const rows = world.of(outfit);
  const people = peopleOut(world);
  for (let of = 0; of < people.length; of++) {
    if (!isOut(world, of) || rows.short.raw[of] === 0 || rows.settled.raw[of] === 1) continue;
    const actor = headOf(world, of, people[of]);
    if (actor < 0) continue;
    world.trace.open(actor, world.time);
    if (!swearsToReturn(world, of, actor, home) && !plunders(world, of, actor, people)) moveOn(world, of, actor);
    world.trace.close(false);
  }
});

/** Enemies of those who live on the map, who know of food there, swear once to come for it. */
function swearsToReturn(world: World, of: number, actor: number, home: number): boolean {
  const rows = world.of(outfit);
  const target = homes(world).find((each) => hostile(world, each, of));
  if (target === undefined || rows.sworn.at(of) === 1 || !hasHeard(world, of, home, 'food')) return false;
  const because = [reason(rows.shortBy.raw[of], 1), reason(heardBy(world, of, home, 'food'), 1)];
  world.propose(swore, { actor, group: of, target, site: rows.site.at(of) }, because);
  return true;
}

/** Those who live by fighting take from whoever has food where they are, and is fewer. */
function plunders(world: World, of: number, actor: number, people: readonly (readonly number[])[]): boolean {
  const rows = world.of(outfit);
  if (world.of(side).hostile.raw[of] === 0) return false;
  for (let target = 0; target < people.length; target++) {
    if (target === of || !isOut(world, target) || rows.site.raw[target] !== rows.site.raw[of]) continue;
    if (people[target].length >= people[of].length) continue;
    const food = Math.min(Math.floor(rows.food.at(target) * PLUNDERS), people[of].length * CARRIES);
    if (food < WORTH_TAKING) continue;
    const because = [rows.shortBy.raw[of], rows.by.raw[of], rows.by.raw[target]].filter((id) => id !== 0);
    const roles = { actor, group: of, target, site: rows.site.at(of) };
    world.propose(
      plundered,
      { ...roles, food },
      because.map((id) => reason(id)),
    );
    return true;
  }
  return false;
}

/** Where there is more to be found, a band goes. */
function moveOn(world: World, of: number, actor: number): void {
  const rows = world.of(outfit);
  const here = rows.site.at(of);
  if (world.time - rows.since.raw[of] < STAYS_DAYS * DAY) return;
  let [best, most] = [-1, worthOf(world, of, here) + BETTER_BY];
  for (let at = 0; at < world.of(site).count; at++) {
    if (at === here || world.of(site).gate.raw[at] !== 0 || !canReach(world, here, at)) continue;
    if (arrivesAt(world, here, at, world.time) - world.time > MOVES_WITHIN) continue;
    const worth = worthOf(world, of, at);
    if (worth > most) [best, most] = [at, worth];
  }
  if (best < 0) return;
  const gone = heardBy(world, of, here, 'nothing left');
  const told = heardBy(world, of, best, 'food');
  const because = [rows.shortBy.raw[of], gone, told].filter((id) => id !== 0).map((id) => reason(id));
  world.propose(movedOff, { actor, group: of, site: best }, because);
}

/** What those who live by fighting expect where others live, in grams a head and day. [d] */
const TAKES_FROM_OTHERS = 500;
/** The share of what people hope to find at a place that they count for a day. [d] */
const A_DAYS_HOPE = 0.02;

/** What a band expects to find at a site in a day, in grams a head, as far as it knows. Tracked. */
function worthOf(world: World, of: number, at: number): number {
  if (hasFreshWord(world, of, at, 'people') && world.of(outfit).site.raw[of] !== at) return 0;
  const hopes = hasHeard(world, of, at, 'nothing left') ? 0 : (kindOf(world, at).hopes.food ?? 0);
  const isLivedIn = hasHeard(world, of, at, 'smoke') && world.of(side).hostile.raw[of] !== 0;
  return forageAt(world, at) + hopes * A_DAYS_HOPE + (isLivedIn ? TAKES_FROM_OTHERS : 0);
}
