import { eventKind, maybe, oneOf, reason, role, whole32 } from '../../kernel/events.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { hostile } from '../groups/state.ts';
import { kitchen } from '../rations/state.ts';
import { heard } from '../region/events.ts';
import { arrivesAt, homeSite, homes, site } from '../region/state.ts';
import { GOODS, load, stock, stockRow } from '../stores/state.ts';
import type { Good } from '../stores/state.ts';
import { STATES, isOut, outfit, peopleOut, stray } from './state.ts';

const setState = (world: World, of: number, state: (typeof STATES)[number]): void =>
  world.of(outfit).state.put(of, STATES.indexOf(state));

/** Those of a band who got away from the map have come together where it camps. */
export const regrouped = eventKind('bands/regrouped', {
  roles: { actor: role(person), group: role(group), site: role(site) },
  data: { people: whole32('people'), food: whole32('g'), rounds: whole32('rounds') },
  possible: (world, event) => world.of(outfit).state.raw[event.group] === STATES.indexOf('not out'),
  apply: (world, event) => {
    const rows = world.of(outfit);
    setState(world, event.group, 'out');
    rows.site.put(event.group, event.site);
    rows.by.put(event.group, event.id);
    rows.lossBy.put(event.group, event.id);
    rows.since.put(event.group, event.time);
    const struck = strikeCamp(world, event.group);
    rows.food.put(event.group, rows.food.raw[event.group] + struck.food);
    rows.rounds.put(event.group, rows.rounds.raw[event.group] + struck.rounds);
    // Whoever has lain before a place knows what is to be had there, and how it is held.
    const at = homeSite(world);
    if (!homes(world).some((of) => hostile(world, of, event.group))) return;
    for (const says of ['food', 'people'] as const) {
      world.propose(heard, { group: event.group, site: at, says, how: 'seen', grade: 'A', days: 0 }, [
        reason(event.id),
      ]);
    }
  },
});

/** What a band has with it when it goes, food in grams and rounds: what its people carry in sacks, and what lay where it cooked. */
export function atHand(world: World, of: number): { readonly food: number; readonly rounds: number } {
  const people = peopleOut(world)[of];
  return { food: atHandOf(world, of, people, 'food'), rounds: atHandOf(world, of, people, 'rounds') };
}

function atHandOf(world: World, of: number, people: readonly number[], good: Good): number {
  const seat = world.of(kitchen).seat.raw[of] - 1;
  const carried = people.reduce((sum, who) => sum + carriedBy(world, who, good), 0);
  return carried + (seat < 0 ? 0 : world.of(stock).amount.at(stockRow(seat, good)));
}

const carriedBy = (world: World, who: number, good: Good): number =>
  GOODS[world.of(load).good.raw[who]] === good ? world.of(load).amount.raw[who] : 0;

function strikeCamp(world: World, of: number): { readonly food: number; readonly rounds: number } {
  const struck = atHand(world, of);
  const seat = world.of(kitchen).seat.raw[of] - 1;
  for (const good of ['food', 'rounds'] as const) {
    if (seat >= 0) world.of(stock).amount.put(stockRow(seat, good), 0);
    for (const who of peopleOut(world)[of]) if (carriedBy(world, who, good) > 0) world.of(load).amount.put(who, 0);
  }
  return struck;
}

/** What a group out there has of something does not last. */
export const ranShort = eventKind('bands/ran-short', {
  roles: { group: role(group), site: role(site) },
  data: { good: oneOf(GOODS), days: whole32('days') },
  uncaused: true,
  apply: (world, event) => {
    const rows = world.of(outfit);
    if (event.good === 'food') {
      rows.short.put(event.group, 1);
      rows.shortBy.put(event.group, event.id);
    } else {
      rows.lacks.put(event.group, GOODS.indexOf(event.good) + 1);
      rows.lacksBy.put(event.group, event.id);
    }
  },
});

/** Somebody leaves a band that has nothing to eat. */
export const left = eventKind('bands/left', {
  roles: { actor: role(person), group: role(group), site: role(site) },
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 && world.of(stray).alone.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(stray).alone.put(event.actor, 1);
    world.of(stray).by.put(event.actor, event.id);
    world.of(outfit).lossBy.put(event.group, event.id);
  },
});

/** A band is no more: nobody is left of it, or nobody stays with it. */
export const fellApart = eventKind('bands/fell-apart', {
  roles: { group: role(group), site: role(site) },
  possible: (world, event) => isOut(world, event.group),
  apply: (world, event) => setState(world, event.group, 'fallen apart'),
});

/** A band breaks camp, for a place where there is more to find. */
export const movedOff = eventKind('bands/moved-off', {
  roles: { actor: role(person), group: role(group), site: role(site) },
  possible: (world, event) => isOut(world, event.group) && world.of(outfit).site.raw[event.group] !== event.site,
  apply: (world, event) => {
    const rows = world.of(outfit);
    setState(world, event.group, 'under way');
    rows.goal.put(event.group, event.site);
    rows.due.put(event.group, arrivesAt(world, rows.site.raw[event.group], event.site, event.time));
    rows.setOut.put(event.group, event.id);
  },
});

/** It has come there. */
export const settled = eventKind('bands/settled', {
  roles: { group: role(group), site: role(site), actor: maybe(person) },
  possible: (world, event) => world.of(outfit).state.raw[event.group] === STATES.indexOf('under way'),
  apply: (world, event) => {
    const rows = world.of(outfit);
    setState(world, event.group, 'out');
    rows.site.put(event.group, event.site);
    rows.by.put(event.group, event.id);
    rows.since.put(event.group, event.time);
  },
});

/** A band takes from others out there what they have to eat. */
export const plundered = eventKind('bands/plundered', {
  roles: { actor: role(person), group: role(group), target: role(group), site: role(site) },
  data: { food: whole32('g') },
  possible: (world, event) =>
    isOut(world, event.group) && event.food > 0 && world.of(outfit).food.raw[event.target] >= event.food,
  apply: (world, event) => {
    const { food, short, lossBy } = world.of(outfit);
    food.put(event.target, food.raw[event.target] - event.food);
    food.put(event.group, food.raw[event.group] + event.food);
    short.put(event.group, 0);
    lossBy.put(event.target, event.id);
  },
});

/** The leader of a beaten band swears to come back for what the others have. */
export const swore = eventKind('bands/swore', {
  roles: { actor: role(person), group: role(group), target: role(group), site: role(site) },
  possible: (world, event) => world.of(outfit).sworn.raw[event.group] === 0,
  apply: (world, event) => {
    world.of(outfit).sworn.put(event.group, 1);
    world.of(outfit).swornBy.put(event.group, event.id);
  },
});
