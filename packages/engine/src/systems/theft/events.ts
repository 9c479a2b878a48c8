import { believe } from '../../kernel/beliefs.ts';
import { eventKind, maybe, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { leaderOf, peopleIn } from '../groups/state.ts';
import { eat } from '../needs/metabolism.ts';
import { nourishment } from '../needs/state.ts';
import { EATEN, DAY } from '../rations/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { HOW, SENTENCES, STOLEN, hoard, inquiry, isThief } from './state.ts';

/** For how many days a thief is given less. [d] */
const DOCKED_DAYS = 7;
/** How sure whoever misses food is of whom they suspect. [d] */
const SUSPECTS = 0.35;

const lives = (world: World, who: number): boolean => world.of(body).alive.raw[who] === 1;

/** Somebody takes food out of their own people's stores, and hides it. */
export const stole = eventKind('theft/stole', {
  roles: { actor: role(person), place: role(place) },
  data: { good: oneOf(STOLEN), amount: whole32('g'), how: oneOf(HOW) },
  possible: (world, event) =>
    lives(world, event.actor) &&
    event.amount > 0 &&
    world.of(stock).amount.raw[stockRow(event.place, event.good)] >= event.amount,
  apply: (world, event) => {
    const { amount } = world.of(stock);
    const row = stockRow(event.place, event.good);
    amount.put(row, amount.raw[row] - event.amount);
    const rows = world.of(hoard);
    rows.grams.put(event.actor, rows.grams.raw[event.actor] + event.amount);
    rows.at.put(event.actor, event.place);
    rows.by.put(event.actor, event.id);
  },
});

/** They eat of it in secret. */
export const ate = eventKind('theft/ate', {
  roles: { actor: role(person), place: role(place) },
  data: { amount: whole32('g') },
  possible: (world, event) =>
    lives(world, event.actor) && event.amount > 0 && world.of(hoard).grams.raw[event.actor] >= event.amount,
  apply: (world, event) => {
    const { grams } = world.of(hoard);
    grams.put(event.actor, grams.raw[event.actor] - event.amount);
    const shortBy = world.of(nourishment).shortBy.raw[event.actor];
    eat(world, event.actor, event.amount * EATEN[0].kcal, event.id, shortBy);
  },
});

/** Somebody comes upon a thief in the act; what they have hidden goes back. */
export const caught = eventKind('theft/caught', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  data: { good: oneOf(STOLEN), amount: whole32('g') },
  possible: (world, event) => lives(world, event.actor) && world.of(hoard).grams.raw[event.target] >= event.amount,
  apply: (world, event) => comesOut(world, event),
});

/** Food is missed when the stores are counted. Whoever counts suspects somebody, rightly or not. */
export const missed = eventKind('theft/missed', {
  roles: { actor: role(person), group: role(group), place: role(place), suspect: maybe(person) },
  data: { amount: whole32('g') },
  possible: (world, event) => lives(world, event.actor),
  apply: (world, event) => {
    const rows = world.of(inquiry);
    if (rows.missedBy.raw[event.group] <= rows.searchedBy.raw[event.group]) rows.firstBy.put(event.group, event.id);
    rows.missedBy.put(event.group, event.id);
    rows.until.put(event.group, event.id);
    rows.suspect.put(event.group, (event.suspect ?? -1) + 1);
    if (event.suspect === undefined || event.suspect < 0) return;
    const word = { place: event.place, confidence: SUSPECTS, source: event.id };
    const leader = leaderOf(world, event.group);
    for (const who of new Set([event.actor, leader])) {
      if (who >= 0 && who !== event.suspect) believe(world, who, isThief, event.suspect, word);
    }
  },
});

/** Whoever leads has everybody's things gone through. */
export const searched = eventKind('theft/searched', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => lives(world, event.actor),
  apply: (world, event) => world.of(inquiry).searchedBy.put(event.group, event.id),
});

/** What somebody has hidden is found. */
export const uncovered = eventKind('theft/uncovered', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  data: { good: oneOf(STOLEN), amount: whole32('g') },
  possible: (world, event) => event.amount > 0 && world.of(hoard).grams.raw[event.target] >= event.amount,
  apply: (world, event) => comesOut(world, event),
});

/** Whoever leads deals with a thief before all: names them, or gives them less for a while, too. */
export const judged = eventKind('theft/judged', {
  roles: { actor: role(person), target: role(person), group: role(group), place: role(place) },
  data: { how: oneOf(SENTENCES) },
  possible: (world, event) => lives(world, event.actor) && lives(world, event.target),
  apply: (world, event) => {
    const rows = world.of(hoard);
    rows.judgedBy.put(event.target, event.id);
    rows.times.put(event.target, Math.min(255, rows.times.raw[event.target] + 1));
    if (event.how === 'docked') rows.dockedUntil.put(event.target, event.time + DOCKED_DAYS * DAY);
    const truth = rows.outBy.raw[event.target];
    for (const who of peopleIn(world, event.group)) {
      if (who === event.target || !lives(world, who)) continue;
      believe(world, who, isThief, event.target, { confidence: 0.95, source: event.id, truth, from: event.actor });
    }
  },
});

/** A hoard goes back to the stores, and whoever found it knows whose it was. */
function comesOut(
  world: World,
  event: { actor: number; target: number; place: number; amount: number; good: (typeof STOLEN)[number]; id: number },
): void {
  const rows = world.of(hoard);
  const { amount } = world.of(stock);
  rows.grams.put(event.target, rows.grams.raw[event.target] - event.amount);
  rows.outBy.put(event.target, event.id);
  const row = stockRow(event.place, event.good);
  amount.put(row, amount.raw[row] + event.amount);
  const word = { place: event.place, confidence: 1, source: event.id, truth: event.id };
  believe(world, event.actor, isThief, event.target, word);
}
