import { believe } from '../../kernel/beliefs.ts';
import { eventKind, maybe, oneOf, reason, role, whole32 } from '../../kernel/events.ts';
import type { Committed } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { outWith, outfit } from '../bands/state.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { eat } from '../needs/metabolism.ts';
import { position } from '../places/state.ts';
import { comeTo } from '../places/system.ts';
import { takeOut } from '../rations/events.ts';
import { cameIn, edibleGrams } from '../rations/state.ts';
import { heard } from '../region/events.ts';
import { HAZARDS } from '../region/kinds.ts';
import { arrivesAt, cache, cacheRow, homeSite, site } from '../region/state.ts';
import { roster } from '../routine/state.ts';
import { SOUGHT } from '../stores/lacking.ts';
import { GOODS } from '../stores/state.ts';
import { give, roomFor } from '../water/drinking.ts';
import { takeWater, waterNow } from '../water/sharing.ts';
import { wounded } from '../wounds/events.ts';
import { REGIONS, TAKES, hasFallen } from '../wounds/state.ts';
import { whoGoes } from './choosing.ts';
import { LEFT, LEGS, combed, combedRow, fallenOf, haul, haulRow, partyOf, trip } from './state.ts';
import { unload } from './unloading.ts';

/** The share of what they have along that a party eats before it goes, and where it searches. [d] */
const AT_FIRST = 0.25;
const MIDWAY = 0.6;

const isAway = (world: World, of: number): boolean => world.of(trip).leg.raw[of] !== LEGS.indexOf('home');

/** Somebody sends a party for what those at home lack. It takes food and water for the way out of the stores. */
export const setOut = eventKind('parties/set-out', {
  roles: { actor: role(person), target: role(person), group: role(group), site: role(site) },
  data: { good: oneOf(SOUGHT), people: whole32('people'), food: whole32('g'), water: whole32('ml') },
  possible: (world, event) =>
    canAct(world, event.actor) &&
    !isAway(world, event.group) &&
    edibleGrams(world, event.group) >= event.food &&
    waterNow(world, event.group) >= event.water,
  apply: (world, event) => {
    const rows = world.of(trip);
    const home = homeSite(world);
    const of = event.group;
    rows.leg.put(of, LEGS.indexOf('setting out'));
    rows.due.put(of, arrivesAt(world, home, event.site, event.time, 0.5));
    rows.site.put(of, event.site);
    rows.lead.put(of, event.target + 1);
    rows.setOut.put(of, event.id);
    rows.good.put(of, SOUGHT.indexOf(event.good));
    rows.kcal.put(of, takeOut(world, of, event.food));
    rows.food.put(of, event.food);
    cameIn(world, of, -event.food, event.id);
    for (const who of whoGoes(world, of)) leaveHome(world, who, of, event.id);
    eatOfIt(world, of, AT_FIRST, event.id);
    takeWater(world, of, event.water);
    // When what they carry is drunk, they thirst because they were sent.
    for (const who of partyOf(world, of)) give(world, who, Math.floor(event.water / event.people), event.id, event.id);
  },
});

function leaveHome(world: World, who: number, of: number, by: number): void {
  const where = world.of(position);
  where.bound.put(who, 0);
  where.gone.put(who, 1);
  where.goneBy.put(who, by);
  world.of(roster).post.put(who, 0);
  world.of(outWith).party.put(who, of + 1);
}

/** Something on the way holds a party up. */
export const delayed = eventKind('parties/delayed', {
  roles: { actor: role(person), group: role(group), site: role(site) },
  data: { by: oneOf(HAZARDS), hours: whole32('h') },
  possible: (world, event) => isAway(world, event.group),
  apply: (world, event) => {
    const { due } = world.of(trip);
    due.put(event.group, due.raw[event.group] + event.hours * 3600);
  },
});

/** Something on the way, or where they search, hurts one of them. */
export const hurt = eventKind('parties/hurt', {
  roles: { actor: role(person), group: role(group), site: role(site) },
  data: { by: oneOf(HAZARDS), region: oneOf(REGIONS), takes: oneOf(TAKES), flow: whole32('ml/min') },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const { region, takes, flow } = event;
    const place = world.of(position).at.raw[event.actor];
    world.propose(wounded, { target: event.actor, actor: -1, place, region, flow, takes }, [reason(event.id)]);
  },
});

/** A band falls upon a party on its ground, and takes what it carries. */
export const waylaid = eventKind('parties/waylaid', {
  roles: { actor: role(person), group: role(group), target: role(group), site: role(site) },
  data: { grams: whole32('g') },
  possible: (world, event) => isAway(world, event.group),
  apply: (world, event) => {
    const rows = world.of(trip);
    const { food } = world.of(outfit);
    const { amount } = world.of(haul);
    const lost = haulRow(event.group, GOODS.indexOf('food'));
    food.put(event.target, food.raw[event.target] + amount.raw[lost] + rows.food.raw[event.group]);
    amount.put(lost, 0);
    rows.food.put(event.group, 0);
    rows.kcal.put(event.group, 0);
    rows.met.put(event.group, event.site + 1);
    rows.metBy.put(event.group, event.id);
    if (LEGS[rows.leg.raw[event.group]] === 'searching' || LEGS[rows.leg.raw[event.group]] === 'coming near')
      turnBack(world, event.group, event.time);
  },
});

/** What a party finds of one thing at a site; of what it came for it may be nothing. It eats there of what it carries. */
export const found = eventKind('parties/found', {
  roles: { actor: role(person), group: role(group), site: role(site) },
  data: { good: oneOf(GOODS), amount: whole32('g or pieces'), grown: whole32('g'), left: oneOf(LEFT) },
  possible: (world, event) =>
    isAway(world, event.group) &&
    world.of(cache).amount.raw[cacheRow(event.site, event.good)] >= event.amount - event.grown,
  apply: (world, event) => {
    const rows = world.of(trip);
    const cached = cacheRow(event.site, event.good);
    const row = haulRow(event.group, GOODS.indexOf(event.good));
    world.of(cache).amount.put(cached, world.of(cache).amount.raw[cached] - (event.amount - event.grown));
    world.of(haul).amount.put(row, world.of(haul).amount.raw[row] + event.amount);
    if (event.good !== SOUGHT[rows.good.raw[event.group]]) return;
    rows.saw.put(event.group, LEFT.indexOf(event.left) + 1);
    rows.sawBy.put(event.group, event.id);
    eatOfIt(world, event.group, MIDWAY, event.id);
  },
});

/** A party drinks where there is water, and fills what it carries it in. */
export const drank = eventKind('parties/drank', {
  roles: { actor: role(person), group: role(group), site: role(site) },
  data: { amount: whole32('ml') },
  possible: (world, event) => isAway(world, event.group),
  apply: (world, event) => {
    const by = world.of(trip).setOut.raw[event.group];
    for (const who of partyOf(world, event.group)) give(world, who, roomFor(world, who), event.id, by);
  },
});

/** A party eats a share of what it has along, each as much as the others. */
function eatOfIt(world: World, of: number, share: number, id: number): void {
  const rows = world.of(trip);
  const people = partyOf(world, of);
  const grams = Math.ceil(rows.food.raw[of] * share);
  if (grams === 0 || people.length === 0) return;
  const kcal = (rows.kcal.raw[of] * grams) / rows.food.raw[of];
  rows.food.put(of, rows.food.raw[of] - grams);
  rows.kcal.put(of, rows.kcal.raw[of] - kcal);
  rows.eaten.put(of, rows.eaten.raw[of] + grams);
  for (const who of people) eat(world, who, kcal / people.length, id, 0);
}

/** Those of a party who live are back, and tell what they have seen. `hours` is by how much they are late. */
export const returned = eventKind('parties/returned', {
  roles: { actor: role(person), group: role(group), site: role(site), place: role(place), target: maybe(person) },
  data: { people: whole32('people'), hours: whole32('h') },
  possible: (world, event) => isAway(world, event.group),
  apply: (world, event) => {
    for (const who of partyOf(world, event.group)) {
      world.of(position).gone.put(who, 0);
      comeTo(world, who, event.place, event.id);
    }
    report(world, event);
    unload(world, event);
    endTrip(world, event.group);
  },
});

/** Those at home begin to miss a party. */
export const missed = eventKind('parties/missed', {
  roles: { actor: role(person), target: role(person), group: role(group), site: role(site) },
  possible: (world, event) => world.of(trip).missedBy.raw[event.group] === 0,
  apply: (world, event) => world.of(trip).missedBy.put(event.group, event.id),
});

/** Those at home give a party up. What it carried lies where it was going. */
export const givenUp = eventKind('parties/given-up', {
  roles: { actor: role(person), target: role(person), group: role(group), site: role(site) },
  possible: (world, event) => isAway(world, event.group),
  apply: (world, event) => {
    const rows = world.of(trip);
    for (let good = 0; good < GOODS.length; good++) {
      const carried = haulRow(event.group, good);
      const row = cacheRow(event.site, GOODS[good]);
      const extra = GOODS[good] === 'food' ? rows.food.raw[event.group] : 0;
      world.of(cache).amount.put(row, world.of(cache).amount.raw[row] + world.of(haul).amount.raw[carried] + extra);
      world.of(haul).amount.put(carried, 0);
    }
    rows.food.put(event.group, 0);
    endTrip(world, event.group);
  },
});

export function turnBack(world: World, of: number, now: number): void {
  const rows = world.of(trip);
  rows.leg.put(of, LEGS.indexOf('turning back'));
  rows.due.put(of, arrivesAt(world, rows.site.raw[of], homeSite(world), now, 0.5));
}

/** What those who are back have seen goes to whoever leads at home, and from there to everybody. */
function report(world: World, event: Committed<typeof returned>): void {
  const rows = world.of(trip);
  const { group: of, actor } = event;
  const told = (at: number, says: 'nothing left' | 'food' | 'people', by: number): void =>
    world.propose(heard, { group: of, site: at, actor, says, how: 'told', grade: 'A', days: 0 }, [reason(by)]);
  const left = LEFT[rows.saw.raw[of] - 1];
  const good = SOUGHT[rows.good.raw[of]];
  if (good !== 'food') {
    if (left === 'nothing') world.of(combed).gone.put(combedRow(world, of, event.site, good), 1);
  } else if (left === 'nothing') told(event.site, 'nothing left', rows.sawBy.raw[of]);
  else if (left === 'plenty') told(event.site, 'food', rows.sawBy.raw[of]);
  for (const who of fallenOf(world, of)) {
    const { downBy } = world.of(body);
    const word = { place: event.place, confidence: 1, source: event.id, truth: downBy.raw[who], from: actor, hops: 1 };
    if (event.target !== undefined && event.target >= 0) believe(world, event.target, hasFallen, who, word);
  }
  if (rows.met.raw[of] !== 0) told(rows.met.raw[of] - 1, 'people', rows.metBy.raw[of]);
}

function endTrip(world: World, of: number): void {
  const rows = world.of(trip);
  const { party } = world.of(outWith);
  for (let who = 0; who < world.of(body).count; who++) if (party.raw[who] === of + 1) party.put(who, 0);
  rows.leg.put(of, LEGS.indexOf('home'));
  rows.ended.put(of, world.time);
  rows.missedBy.put(of, 0);
  for (const column of [rows.saw, rows.sawBy, rows.met, rows.metBy]) column.put(of, 0);
}
