import { believe, predicate } from '../../kernel/beliefs.ts';
import { eventKind, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { leaderOf, peopleIn } from '../groups/state.ts';
import { nerves } from '../resolve/state.ts';
import { GOODS } from '../stores/state.ts';
import { investment } from './state.ts';

/** How an assault before the first day ended. */
export const HOW = ['beaten off', 'broken off'] as const;
/** What there is to eat a day. */
export const RATIONS = ['full', 'three quarters', 'half', 'a quarter'] as const;

/** What being shut in leaves in those who are, and an assault in those who stood it; more for each of their own who fell. [d] */
const SHUT_IN_STRAINS = 0.05;
const ASSAULT_STRAINS = 0.06;
const LOSS_STRAINS = 0.025;
/** What an assault that failed leaves in those who made it. [d] */
const FAILED_STRAINS = 0.04;
/** Sleep that a night of alarm costs, as hours awake. [d] */
const ALARM_OWES = 1.5;
/** What a day on each of the RATIONS costs, as hours awake: hunger tires. [d] */
const HUNGER_OWES = [0, 0.05, 0.15, 0.35] as const;

/** The claim that an enemy has come at a place. */
export const cameAt = predicate('siege/came-at', place);

/** A band shuts others in where they live. */
export const invested = eventKind('siege/invested', {
  roles: { group: role(group), target: role(group) },
  uncaused: true,
  possible: (world, event) => world.of(investment).by.raw[event.target] === 0,
  apply: (world, event) => {
    const rows = world.of(investment);
    rows.by.put(event.target, event.group + 1);
    rows.since.put(event.target, event.time);
    rows.began.put(event.target, event.id);
    const { strain } = world.of(nerves);
    for (const who of peopleIn(world, event.target)) strain.add(who, SHUT_IN_STRAINS, event.id);
  },
});

/** They can no longer get to a place outside. */
export const cutOff = eventKind('siege/cut-off', {
  roles: { group: role(group), target: role(group), place: role(place) },
  possible: (world, event) => world.of(investment).by.raw[event.target] === event.group + 1,
});

/** An assault before the first day: what it cost both sides, and what it left in those who live. */
export const assaulted = eventKind('siege/assaulted', {
  roles: { group: role(group), target: role(group), place: role(place) },
  data: { how: oneOf(HOW), lost: whole32('defenders'), cost: whole32('attackers') },
  possible: (world, event) => world.of(investment).by.raw[event.target] === event.group + 1,
  apply: (world, event) => {
    const { strain } = world.of(nerves);
    const { owed } = world.of(body);
    for (const who of peopleIn(world, event.target)) {
      strain.add(who, ASSAULT_STRAINS + LOSS_STRAINS * event.lost, event.id);
      owed.add(who, ALARM_OWES, event.id);
    }
    for (const who of peopleIn(world, event.group)) strain.add(who, FAILED_STRAINS, event.id);
    for (const of of [event.target, event.group]) {
      const leader = leaderOf(world, of);
      if (leader < 0) continue;
      const word = { place: event.place, confidence: 1, source: event.id, truth: event.id, seen: event.time };
      believe(world, leader, cameAt, event.place, word);
    }
  },
});

/** Nights of watching: whoever is shut in sleeps less than they need. */
export const watchedThrough = eventKind('siege/watched-through', {
  roles: { group: role(group) },
  data: { nights: whole32('nights'), slept: whole32('hours a night') },
});

/** The stores do not last, and everybody is given less. */
export const rationed = eventKind('siege/rationed', {
  roles: { group: role(group) },
  data: { to: oneOf(RATIONS), days: whole32('days') },
  apply: (world, event) => {
    const { owed } = world.of(body);
    const hours = HUNGER_OWES[RATIONS.indexOf(event.to)] * event.days;
    if (hours > 0) for (const who of peopleIn(world, event.group)) owed.add(who, hours, event.id);
  },
});

/** What they have used up since they were shut in. */
export const usedUp = eventKind('siege/used-up', {
  roles: { group: role(group) },
  data: { good: oneOf(GOODS), amount: whole32('g or pieces') },
});

/** Somebody is short of sleep on account of the nights on watch. */
export function owe(world: World, who: number, hours: number, id: number): void {
  if (hours <= 0 || id === 0) return;
  world.trace.writer = 2 * id;
  world.of(body).owed.add(who, hours, id);
  world.trace.writer = 0;
}
