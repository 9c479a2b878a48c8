/** A party on its way: out, at the site, and back. By the hour, and only where something is due. */
import { enabled, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { leaderOf } from '../groups/state.ts';
import { purpose } from '../../kernel/chance.ts';
import { arrivesAt, cache, cacheRow, gateOf, gather, hazardsOn, homeSite, homes, kindOf } from '../region/state.ts';
import { SOUGHT } from '../stores/lacking.ts';
import { inPieces } from '../stores/state.ts';
import type { Good } from '../stores/state.ts';
import { roomFor } from '../water/drinking.ts';
import { supply } from '../water/state.ts';
import { CARRIES, SEARCHES, weighs } from './choosing.ts';
import { drank, found, returned } from './events.ts';
import { comesUpon, meetsHazards } from './perils.ts';
import { LEGS, partyOf, trip } from './state.ts';

/** What parties take beside what they came for, what they want most first. [d] */
const TAKEN: readonly Good[] = ['food', 'seed grain', 'dressings', 'rounds', 'salt'];
/** The share of what is there that a party finds in one search, at least; with luck it is all. [d] */
const FINDS = 0.4;
/** So many grams left at a site are little; fewer are found in the search itself. [d] */
const LITTLE = 15_000;
const LAST_OF_IT = 3000;
/** Less than so many grams of anything but food is left where it is. [d] */
const LEAST = 500;
/** A search is this share of a day's gathering. [d] */
const OF_A_DAY = 0.4;
const P_FINDS = purpose('parties/finds');

export const go = rule('parties/go', { phase: 'act', at: 'hour' }, (world) => {
  if (homeSite(world) < 0) return;
  const { leg, due } = world.of(trip);
  for (const of of homes(world)) if (leg.raw[of] !== 0 && due.raw[of] <= world.time) goOn(world, of);
});

/** One leg is over, and the next begins. */
function goOn(world: World, of: number): void {
  const rows = world.of(trip);
  const people = partyOf(world, of);
  if (people.length === 0) return;
  const leg = LEGS[rows.leg.raw[of]];
  const at = rows.site.raw[of];
  const home = homeSite(world);
  const lead = people.includes(rows.lead.raw[of] - 1) ? rows.lead.raw[of] - 1 : people[0];
  world.trace.open(lead, world.time);
  rows.leg.at(of);
  rows.due.at(of);
  if (leg === 'setting out' || leg === 'turning back') {
    const [from, to] = leg === 'setting out' ? [home, at] : [at, home];
    rows.leg.raw[of]++;
    rows.due.raw[of] = arrivesAt(world, from, to, rows.due.raw[of], 0.5);
    if (hazardsOn(world, from, to).includes('ford')) drinks(world, of, lead);
    meetsHazards(world, of, lead, people);
  } else if (leg === 'coming near') {
    rows.leg.raw[of]++;
    rows.due.raw[of] += SEARCHES;
    comesUpon(world, of, lead, people);
  } else if (leg === 'searching') search(world, of, lead, people.length);
  else comeHome(world, of, lead, people.length);
  world.trace.close(false);
}

/** They find what they find of what is there, take what they can carry, and turn back. */
function search(world: World, of: number, lead: number, people: number): void {
  const rows = world.of(trip);
  const at = rows.site.raw[of];
  const u = world.luck(P_FINDS, lead);
  const because = [enabled(rows.setOut.raw[of])];
  let room = people * CARRIES;
  const sought = SOUGHT[rows.good.at(of)];
  for (const good of [sought, ...TAKEN.filter((each) => each !== sought)]) {
    const there = world.of(cache).amount.at(cacheRow(at, good));
    const grams = weighs(good);
    const seen = there <= LAST_OF_IT / grams ? there : Math.floor(there * (FINDS + (1 - FINDS) * u));
    const taken = Math.min(seen, Math.floor(room / grams));
    const grown = good === 'food' ? Math.min(room - taken, gather(world, at, people, OF_A_DAY)) : 0;
    // Of what only fills a pocket nobody takes note.
    if (taken < (inPieces(good) ? 1 : LEAST) && good !== sought) continue;
    room -= taken * grams + grown;
    const rest = (there - taken) * grams;
    const left = rest === 0 ? 'nothing' : rest < LITTLE ? 'little' : 'plenty';
    const fields = { actor: lead, group: of, site: at, good, amount: taken + grown, grown, left } as const;
    world.propose(found, fields, because);
  }
  if (kindOf(world, at).wet) drinks(world, of, lead);
  rows.leg.raw[of] = LEGS.indexOf('turning back');
  rows.due.raw[of] = arrivesAt(world, at, homeSite(world), rows.due.raw[of], 0.5);
}

/** Where there is water they drink, and fill what they carry it in. Only of those whose water is reckoned. */
function drinks(world: World, of: number, lead: number): void {
  if (world.of(supply).seat.raw[of] === 0) return;
  const amount = partyOf(world, of).reduce((sum, who) => sum + roomFor(world, who), 0);
  if (amount === 0) return;
  const { site: where, setOut } = world.of(trip);
  world.propose(drank, { actor: lead, group: of, site: where.raw[of], amount }, [reason(setOut.raw[of])]);
}

function comeHome(world: World, of: number, lead: number, people: number): void {
  const rows = world.of(trip);
  const late = Math.max(0, Math.round((world.time - rows.back.raw[of]) / 3600));
  const fields = { actor: lead, group: of, site: rows.site.raw[of], place: gateOf(world), people, hours: late };
  const because = [reason(rows.sawBy.raw[of] || rows.metBy.raw[of] || rows.setOut.raw[of])];
  world.propose(returned, { ...fields, target: leaderOf(world, of) }, because);
}
