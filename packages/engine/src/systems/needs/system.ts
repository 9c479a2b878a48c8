import { peopleOf } from '../../kernel/cast.ts';
import { purpose } from '../../kernel/chance.ts';
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { SECONDS, defineSystem, fill, rule, slot } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { efforts } from '../bodies/effort.ts';
import { body } from '../bodies/state.ts';
import { wearies } from '../bodies/sleep.ts';
import { peopleBodies } from '../bodies/system.ts';
import { captive } from '../captivity/state.ts';
import { position } from '../places/state.ts';
import { hampers } from '../places/system.ts';
import { isAfield } from './afield.ts';
import { conditions } from './conditions.ts';
import { hungry, recovered, starving, weakened } from './events.ts';
import { hunger } from './facts.ts';
import { comesTo, diesOf } from './levels.ts';
import { AWAKE, GROWN_KG, HARD, settle, use } from './metabolism.ts';
import { LEVELS, lostShare, nourishment, workdone } from './state.ts';
import { countWork, labours } from './vigour.ts';
import { words } from './words.ts';

const DAY = 86_400;
/** After so many hours without food somebody has had nothing for a day. */
const HUNGRY_AFTER_HOURS = 24;
/** Shares of weight lost at which somebody is weak, and starving, and to which they have to come back. [d, after s: Minnesota] */
const WEAK_AT = 0.1;
const STARVING_AT = 0.25;
const EASES_BY = 0.02;
/** The hours of the day at which it shows how far somebody has come down: as they get up, at noon and in the evening. [d] */
const SHOWS_AT = [7, 13, 19] as const;
/** The share of weight with which the hardest hit die, and by how much that differs between people. [d, after s: 45 to 61 days] */
const DEAD_AT = 0.355;
const DIFFERS = 0.075;
/** Up to such a share lost, hunger does not tire; each share more counts as so many hours awake. [d] */
const TIRES_FROM = 0.03;
const TIRES_HOURS = 160;
/** Pace of somebody who is weak, and who is starving, as a share of what it would be. [d] */
const TRUDGES = 0.85;
const DRAGS_ON = 0.45;
/** Weight in kg by age: at birth, and what a year adds until somebody is grown. [m] */
const NEWBORN_KG = 4;
const KG_A_YEAR = 3.9;
/** What somebody has in hand from the meals before the beginning, in kcal, and what they had been eating a day. [d] */
const AT_FIRST_IN_HAND = 1200;
const AT_FIRST_INTAKE = 2100;
/** Hours before the beginning at which everybody last ate. [d] */
const ATE_BEFORE_HOURS = 4;
/** The share of what brought somebody to a level that is stated. */
const MOST_OF_IT = 0.9;
/** How much people of one age differ in weight, either way. [d] */
const STOUT = 0.15;
const P_HARDY = purpose('needs/hardy');
const P_STOUT = purpose('needs/stout');

/** The events on whose account somebody gets nothing to eat, whatever they are given when they do. Tracked. */
export const lacks = slot<(world: World, who: number) => readonly number[]>('needs/lacks');

/** Whether what somebody eats is no part of this world: they have gone from it, or the scenario says nothing of their food. */
function fedElsewhere(world: World, who: number): boolean {
  const held = world.of(captive).state.raw[who] === 2;
  const gone = world.of(position).gone.raw[who] === 1;
  if (isAfield(world, who)) return false;
  return gone || (world.of(nourishment).provided.raw[who] === 1 && !held);
}

const live = rule('needs/live', { phase: 'settle', at: ['hour', 'minute'] }, (world, beat) => {
  const rows = world.of(nourishment);
  const { alive } = world.of(body);
  for (const who of beat.members) {
    if (alive.raw[who] === 0) continue;
    const seconds = world.time - rows.reckoned.raw[who];
    rows.reckoned.raw[who] = world.time;
    if (fedElsewhere(world, who)) rows.fedAt.raw[who] = world.time;
    else {
      use(world, who, seconds, effortOf(world, who));
      cross(world, who);
    }
    countWork(world, who, beat.seconds);
  }
});

/** How hard somebody is at it: asleep or lying down, up, or at what takes their breath. */
function effortOf(world: World, who: number): number {
  const { awake, down } = world.of(body);
  if (awake.raw[who] === 0 || down.raw[who] === 1) return 1;
  if (world.ruleset.filled(efforts).some((effort) => effort.takes(world, who) > 0)) return HARD;
  return world.ruleset.filled(labours).reduce((most, labour) => Math.max(most, labour(world, who)), AWAKE);
}

/** Levels that are crossed are events. */
function cross(world: World, who: number): void {
  const { level, hungry: isHungry, fedAt, deadAt } = world.of(nourishment);
  const share = lostShare(world, who);
  const now = level.raw[who];
  if (isHungry.raw[who] === 0 && world.time - fedAt.raw[who] >= HUNGRY_AFTER_HOURS * SECONDS.hour)
    goesHungry(world, who);
  const why = (): Cause[] => whatItWas(world, who);
  if (share >= deadAt.raw[who]) {
    settle(world, who);
    diesOf(world, who, 'hunger', why);
  }
  if (share >= deadAt.raw[who] || !SHOWS_AT.some((hour) => world.time % DAY === hour * SECONDS.hour)) return;
  const sinks = now < LEVELS.indexOf('starving') && share >= STARVING_AT ? starving : weakened;
  if (sinks === starving || (now < LEVELS.indexOf('weak') && share >= WEAK_AT)) {
    settle(world, who);
    comesTo(world, who, sinks, why);
  } else if (now === LEVELS.indexOf('weak') && share < WEAK_AT - EASES_BY) recovers(world, who, 'fed');
  else if (now === LEVELS.indexOf('starving') && share < STARVING_AT - EASES_BY) recovers(world, who, 'weak');
}

function goesHungry(world: World, who: number): void {
  const { fedAt, shortBy } = world.of(nourishment);
  world.trace.open(who, world.time);
  fedAt.at(who);
  const kept = [shortBy.at(who), ...world.ruleset.filled(lacks).flatMap((lack) => lack(world, who))];
  const because = [...new Set(kept)].filter((id) => id !== 0);
  world.propose(hungry, { actor: who, place: world.of(position).at.raw[who] }, jointly(because, 1));
  world.trace.close(false);
}

/** What has cost them most of what they have lost, where that has been put down. Tracked. */
function whatItWas(world: World, who: number): Cause[] {
  const { lost } = world.of(nourishment);
  lost.at(who);
  return jointly(lost.contributors(who, MOST_OF_IT), 1);
}

function recovers(world: World, who: number, to: 'fed' | 'weak'): void {
  world.trace.open(who, world.time);
  const { fedBy } = world.of(nourishment);
  world.of(nourishment).lost.at(who);
  world.propose(recovered, { actor: who, place: world.of(position).at.raw[who], to }, [reason(fedBy.raw[who])]);
  world.trace.close(false);
}

/** Hours awake that hunger counts for. */
function tiredBy(world: World, who: number): number {
  return Math.max(0, lostShare(world, who) - TIRES_FROM) * TIRES_HOURS;
}

/** What somebody weighs at an age, in kg. */
const weightAt = (age: number): number => Math.min(GROWN_KG, NEWBORN_KG + KG_A_YEAR * age);

export const needs = defineSystem({
  id: 'needs',
  after: ['bodies', 'captivity', 'places', 'wounds'],
  tables: [nourishment, workdone],
  events: { hungry, weakened, starving, recovered },
  facts: [hunger],
  words,
  affair: 'stores',
  conditions,
  rules: [live],
  fills: [
    fill(wearies, tiredBy),
    fill(hampers, (world, who) => [1, TRUDGES, DRAGS_ON][world.of(nourishment).level.at(who)]),
  ],
  build: (world, setup) => {
    const rows = world.of(nourishment);
    const described = setup.entries(peopleBodies);
    const { chance } = world;
    peopleOf(setup).forEach((each, who) => {
      const [hardy, stout] = [P_HARDY, P_STOUT].map((what) => chance.uniform(what, world.nameLo(person, who), 0, 0));
      const weight = weightAt(described.get(each.key)?.age ?? Infinity);
      rows.frame.put(who, weight * (1 - STOUT + 2 * STOUT * stout));
      rows.deadAt.put(who, DEAD_AT + DIFFERS * hardy);
      rows.inHand.put(who, AT_FIRST_IN_HAND);
      rows.intake.put(who, AT_FIRST_INTAKE);
      rows.reckoned.put(who, world.time);
      rows.fedAt.put(who, world.time - ATE_BEFORE_HOURS * SECONDS.hour);
    });
  },
});
