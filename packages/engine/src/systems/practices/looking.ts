/** Now and then those who have nothing to do look about them: whoever has a reason to turn to somebody may do so. */
import { agendaAct, schedule } from '../../kernel/agenda.ts';
import { within } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { reason } from '../../kernel/events.ts';
import { mix } from '../../kernel/hash.ts';
import { Race } from '../../kernel/race.ts';
import { SECONDS } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { acquaintance, acquaintanceOf, circle, trust } from '../bonds/state.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, peopleIn, side } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { roster } from '../routine/state.ts';
import { inSquad } from '../squads/state.ts';
import { able, vitals } from '../wounds/state.ts';
import { IDLE, labour } from '../work/state.ts';
import { keyOf, saidBy, weigh } from './choosing.ts';
import { tellOpening } from './considered.ts';
import type { Occasion, Practice, Turn } from './practice.ts';
import { company, isEngaged, known, shared, sharedRow } from './state.ts';

/** Minutes after the hour at which people look about them, at least and at most. [d] */
const LOOK_FROM = 3;
const LOOK_UNTIL = 14;
/** The most who look about them in one settlement at once, and how many of its people there are to a scene that begins. [d] */
const MOST_LOOK = 24;
const PEOPLE_A_SCENE = 12;
/** The most whom somebody thinks of turning to. [d] */
const MOST_PARTNERS = 6;
/** How much it draws people to keep to themselves. [d] */
const KEEPS_TO_SELF = 3.5;
/** Hours of quiet that somebody wants after a scene before they begin another. [d] */
const RESTS_HOURS = 2;
/** How many times as long as usual one rests from a practice that nothing new has given occasion to. [d] */
const STALE = 3;
/** The most that can be chosen from. */
const MOST_CHOICES = 48;
/** Legs that bear nobody. */
const CRAWLS = 2;
const P_WHEN = purpose('practices/when');
const P_FIRST = purpose('practices/first');
const P_OPENING = purpose('practices/opening');

const race = new Race();

/** Something that somebody could begin: which practice, by which move, with whom, on what occasion. */
export interface Opening {
  readonly practice: Practice;
  readonly name: string;
  readonly turn: Turn;
  readonly occasion: Occasion;
}

/** A settlement's people look about them, and will again in an hour. */
export const look = agendaAct('practices/look', (world, of) => {
  scheduleLook(world, of);
  if (world.of(campaign).state.raw[of] !== 1) lookAbout(world, of);
});

/** In the hour after this one, some minutes past. */
export function scheduleLook(world: World, of: number): void {
  const hour = Math.floor(world.time / SECONDS.hour) + 1;
  const u = world.chance.uniform(P_WHEN, world.nameLo(group, of) | 0, 0, world.time, 0);
  const minutes = LOOK_FROM + Math.floor((LOOK_UNTIL - LOOK_FROM) * u);
  schedule(world, look, hour * SECONDS.hour + minutes * SECONDS.minute, world.nameHash(group, of), of);
}

function lookAbout(world: World, of: number): void {
  const people = peopleIn(world, of);
  const free = people.filter((who) => isFree(world, who));
  const down = people.filter((who) => isLaidUp(world, who));
  let left = Math.ceil(people.length / PEOPLE_A_SCENE);
  for (const who of firstOf(world, free)) {
    if (left === 0) return;
    if (isEngaged(world, who) || world.time - world.of(company).overAt.raw[who] < RESTS_HOURS * SECONDS.hour) continue;
    const openings = openingsOf(world, who, free, down);
    if (openings.length > 0 && choose(world, who, openings)) {
      left--;
      world.commit();
    }
  }
}

/** Whether somebody has time for others: up, at large, at no work, not on watch, and well enough. Plain reads. */
function isFree(world: World, who: number): boolean {
  if (!canAct(world, who) || world.of(within).bubble.raw[who] !== 0) return false;
  if (world.of(roster).on.raw[who] === 1 || world.of(labour).doing.raw[who] !== IDLE) return false;
  return (
    world.of(vitals).tending.raw[who] === 0 &&
    world.of(position).bound.raw[who] === 0 &&
    world.of(able).faint.raw[who] === 0
  );
}

function isLaidUp(world: World, who: number): boolean {
  const { alive, down } = world.of(body);
  if (alive.raw[who] === 0 || world.of(position).gone.raw[who] === 1) return false;
  return down.raw[who] === 1 || (world.of(able).legs.raw[who] >= CRAWLS && !canAct(world, who));
}

/** Those who look about them, in an order that luck draws. */
function firstOf(world: World, free: readonly number[]): number[] {
  const drawn = free.map((who) => ({ who, luck: world.luck(P_FIRST, who) }));
  return drawn
    .sort((a, b) => a.luck - b.luck || a.who - b.who)
    .slice(0, MOST_LOOK)
    .map(({ who }) => who);
}

/** Whom somebody might turn to of those who are there: those they know best; then those of their squad, and others. Plain reads. */
function partnersOf(world: World, who: number, free: readonly number[]): number[] {
  const { at } = world.of(position);
  const squads = world.of(inSquad).squad;
  const here = free.filter((each) => each !== who && at.raw[each] === at.raw[who] && !isEngaged(world, each));
  if (here.length <= MOST_PARTNERS) return here;
  const rank = (each: number): number =>
    (acquaintanceOf(world, who, each) >= 0 ? 1 + trust(world, who, each) : 0) +
    (squads.raw[who] !== 0 && squads.raw[who] === squads.raw[each] ? 1 : 0);
  return here
    .map((each) => ({ each, rank: rank(each) }))
    .sort((a, b) => b.rank - a.rank || a.each - b.each)
    .slice(0, MOST_PARTNERS)
    .map(({ each }) => each);
}

/** Those whom somebody knows of those who are laid up. Plain reads. */
function patientsOf(world: World, who: number, down: readonly number[]): number[] {
  const rows = world.of(acquaintance);
  const found: number[] = [];
  for (let row = world.of(circle).first.raw[who] - 1; row >= 0; row = rows.next.raw[row] - 1) {
    if (down.includes(rows.to.raw[row])) found.push(rows.to.raw[row]);
  }
  return found.sort((a, b) => a - b).slice(0, MOST_PARTNERS);
}

function openingsOf(world: World, who: number, free: readonly number[], down: readonly number[]): Opening[] {
  const hour = Math.floor(world.time / SECONDS.hour) % 24;
  const up = partnersOf(world, who, free);
  let ill: readonly number[] | null = null;
  const found: Opening[] = [];
  world.ruleset.filled(known).forEach((practice, index) => {
    const { hours, other } = practice.spec;
    if (hours !== undefined && !isWithin(hour, hours)) return;
    const partners =
      other === undefined || other === 'up'
        ? up
        : [...(other === 'any' ? up : []), ...(ill ??= patientsOf(world, who, down))];
    for (const [whom, occasion] of occasionsOf(world, practice, who, partners, free)) {
      if (isRested(world, index, practice, who, whom, occasion))
        found.push(...openingsOn(world, practice, who, whom, occasion));
    }
  });
  return found.slice(0, MOST_CHOICES);
}

const isWithin = (hour: number, [from, until]: readonly [number, number]): boolean =>
  from <= until ? hour >= from && hour < until : hour >= from || hour < until;

/** The gravest occasion there is with each. */
function occasionsOf(
  world: World,
  { spec }: Practice,
  who: number,
  partners: readonly number[],
  free: readonly number[],
): Map<number, Occasion> {
  const best = new Map<number, Occasion>();
  const take = (whom: number, occasion: Occasion): void => {
    const before = best.get(whom);
    if (whom !== occasion.about && (before === undefined || occasion.seems > before.seems)) best.set(whom, occasion);
  };
  const { at } = world.of(position);
  for (const { of, finds } of spec.occasions) {
    if (of === spec.roles[1]) for (const whom of partners) for (const each of finds(world, whom, who)) take(whom, each);
    else {
      for (const each of finds(world, who, who)) {
        if (each.with < 0) for (const whom of partners) take(whom, each);
        else if (free.includes(each.with) && at.raw[each.with] === at.raw[who] && !isEngaged(world, each.with))
          take(each.with, { ...each, about: each.about === each.with ? -1 : each.about });
      }
    }
  }
  return best;
}

/** Whether two can begin it again: after some hours, and sooner where there is something new. Plain reads. */
function isRested(
  world: World,
  index: number,
  { spec }: Practice,
  who: number,
  whom: number,
  { by }: Occasion,
): boolean {
  const row = sharedRow(world, index, who, whom);
  if (row < 0) return true;
  const { at, over } = world.of(shared);
  const hours = over.raw[row] === by ? STALE * spec.rests : spec.rests;
  return world.time - at.raw[row] >= hours * SECONDS.hour;
}

function openingsOn(world: World, practice: Practice, self: number, other: number, occasion: Occasion): Opening[] {
  const { by: over, about, seems } = occasion;
  const turn: Turn = { world, self, other, about, scene: -1, over, seems };
  return practice.names
    .filter((name) => practice.spec.moves[name].opens === true)
    .map((name) => ({ practice, name, turn, occasion }));
}

/** Whether somebody turns to somebody: what speaks for each, against keeping to themselves. */
function choose(world: World, who: number, openings: readonly Opening[]): boolean {
  world.trace.open(who, world.time);
  const { at } = world.of(position);
  at.at(who);
  world.of(labour).doing.at(who);
  race.open(world.chance, P_OPENING, world.nameLo(person, who), 0, world.time);
  for (const { practice, name, turn, occasion } of openings) {
    occasion.read();
    at.at(turn.other);
    race.offer(mix(keyOf(practice, name), world.nameLo(person, turn.other)), weigh(practice, name, turn));
  }
  race.offer(keyOfSelf, KEEPS_TO_SELF);
  const chosen = race.pick();
  const began = chosen >= 0 && chosen < openings.length;
  if (began) {
    readOthers(world, who);
    open(world, openings[chosen]);
  }
  world.trace.close(false);
  if (isObserved(world, who)) tellOpening(world, who, openings, race, chosen);
  return began;
}
/** That it is these two, and now, rests on who else of those who are there had just been with whom, and on who had gone to bed. Tracked. */
function readOthers(world: World, who: number): void {
  const { at } = world.of(position);
  for (const each of peopleIn(world, groupOf(world, who))) {
    if (at.raw[each] !== at.raw[who]) continue;
    world.of(company).overAt.at(each);
    world.of(body).awake.at(each);
  }
}

/** What keeping to oneself is drawn by. */
const keyOfSelf = 1;

function open(world: World, { practice, name, turn, occasion }: Opening): void {
  const { self, other, about, over } = turn;
  const place = world.of(position).at.raw[self];
  const kind = practice.kinds[practice.names.indexOf(name)];
  const fields = { actor: self, target: other, place, ...(about < 0 ? {} : { about }) };
  world.propose(kind, { ...fields, heart: occasion.seems, ...saidBy(world, self, other), over }, [reason(over)]);
}

/** The groups that live somewhere. */
export const homes = (world: World): number[] =>
  Array.from({ length: world.of(group).count }, (_, of) => of).filter((of) => world.of(side).home.raw[of] > 0);
