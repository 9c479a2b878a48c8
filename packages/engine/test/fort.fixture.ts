/**
 * A fort with a wall on two sides, held by three squads; before it a band of four. In fog at night nobody sees anybody of
 * themselves, so that a test says what they believe.
 */
import { believe } from '../src/kernel/beliefs.ts';
import type { Predicate } from '../src/kernel/beliefs.ts';
import type { LivingOptions } from '../src/kernel/create.ts';
import type { World } from '../src/kernel/world.ts';
import { barrier } from '../src/systems/barriers/state.ts';
import { ASSAULT_STAGES, assault } from '../src/systems/assault/state.ts';
import { ordered } from '../src/systems/orders/giving.ts';
import { TASKS, duty } from '../src/systems/orders/state.ts';
import type { Task } from '../src/systems/orders/state.ts';
import { position } from '../src/systems/places/state.ts';
import { isAt } from '../src/systems/sight/state.ts';
import { alarmed } from '../src/systems/sight/events.ts';
import { member, peopleIn } from '../src/systems/groups/state.ts';
import { fell } from '../src/systems/wounds/events.ts';
import { hasFallen } from '../src/systems/wounds/state.ts';
import { squad, squadPeople } from '../src/systems/squads/state.ts';
import { all, band, clash, happen, where, who, worldOf } from './night.fixture.ts';

export interface FortChanges {
  readonly begin?: string;
  /** Fields of the two groups, and further sections: YAML. */
  readonly band?: string;
  readonly folk?: string;
  readonly more?: string;
  readonly people?: string;
  /** What Rook is like, and further groups: YAML. */
  readonly Rook?: string;
  readonly groups?: string;
  /** In place of the squads that there are. */
  readonly squads?: string;
}

const SQUADS = `
  the east watch: { leader: Edda, people: [Enno], at: east walk }
  the west watch: { leader: Wanda, people: [Wolf], at: west walk }
  the reserve: { leader: Alma, people: [Arne], at: hall, reserve: yes }
  the eyes: { leader: Sely, extras: 1 }
  the rifles: { leader: Tova, extras: 3 }
  the axes: { leader: Mord, extras: 3 }
  Rook's own: { leader: Rook, extras: 2, reserve: yes }`;

export function fortText(changes: FortChanges = {}): string {
  return `
title: "The Fort"
begin: ${changes.begin ?? 'winter, d1 01:00, overcast, thick fog'}
lasts: 2h
places:
  hall: { like: stone house }
  court: { like: open yard, next to: hall, metres: { hall: 20 } }
  east walk: { like: wall, next to: court, metres: { court: 25 } }
  west walk: { like: wall, next to: court, metres: { court: 25 } }
  east field: { like: orchard, next to: east walk, metres: { east walk: 40 } }
  west field: { like: orchard, next to: west walk, metres: { west walk: 40 } }
  copse: { like: wood, next to: [east field, west field], metres: { east field: 110, west field: 110 } }
  grave: { like: cellar }
  pit: { like: cellar }
  well: { like: cellar }
  camp: { like: wood, next to: copse, metres: { copse: 120 } }
barriers:
  the east wall: { between: [east walk, east field] }
  the west wall: { between: [west walk, west field] }
groups:
  fort folk: { home: hall, leader: Hild, ${changes.folk ?? ''} }
  the band: { at: camp, leader: Rook, hostile to: fort folk, takes: court, extras: 9, ${changes.band ?? 'comes: d1 01:02 to d1 01:03'} }
  ${changes.groups ?? ''}
squads:${changes.squads ?? SQUADS}
people:
  Hild: { at: court }
  Edda: {}
  Enno: {}
  Wanda: {}
  Wolf: {}
  Alma: {}
  Arne: {}
  Rook: { group: the band${changes.Rook === undefined ? '' : `, ${changes.Rook}`} }
  Sely: { group: the band }
  Tova: { group: the band }
  Mord: { group: the band }
  ${changes.people ?? ''}
${changes.more ?? ''}
`;
}

export function fort(changes: FortChanges = {}, options: LivingOptions = {}): World {
  return worldOf(fortText(changes), options);
}

/** A fort at which the band has come, without having done anything yet. */
export function besieged(changes: FortChanges = {}, options: LivingOptions = {}): World {
  const world = fort({ band: ' ', ...changes }, options);
  clash(world, 'the band');
  return world;
}

/** The same, with one of the two sides where nothing is seen or heard of it. */
export function besiegedWithout(
  absent: 'fort folk' | 'the band',
  changes: FortChanges = {},
  options: LivingOptions = {},
): World {
  const world = besieged(changes, options);
  const at = where(world, absent === 'the band' ? 'well' : 'pit');
  for (const each of peopleIn(world, band(world, absent))) world.of(position).at.put(each, at);
  return world;
}

/** Somebody comes to hold something of somebody or something. */
export function holds(world: World, holder: string, what: Predicate, about: number, place: string): void {
  const source = all(world, 'engagement/opened')[0].id;
  believe(world, who(world, holder), what, about, { place: where(world, place), confidence: 1, source });
}
/** Somebody takes people to be in a place. */
export function takesToBe(world: World, holder: string, names: readonly string[], place: string): void {
  for (const name of names) holds(world, holder, isAt, who(world, name), place);
}

/** Somebody stands in a place, and is on the way to nowhere. */
export function isIn(world: World, name: string, place: string): void {
  stand(world, who(world, name), where(world, place));
}
function stand(world: World, each: number, place: number): void {
  const rows = world.of(position);
  rows.at.put(each, place);
  rows.since.put(each, world.time);
  rows.bound.put(each, 0);
}
export const squadRow = (world: World, name: string): number => world.cast.mustRow(squad, name);
export const wall = (world: World, name: string): number => world.cast.mustRow(barrier, name);
export const taskOf = (world: World, name: string): string => TASKS[world.of(duty).task.raw[who(world, name)]];
export const goalOf = (world: World, name: string): number => world.of(duty).place.raw[who(world, name)] - 1;
export const stage = (world: World): string => ASSAULT_STAGES[world.of(assault).stage.raw[band(world, 'the band')]];

/** A whole squad stands in a place. */
export function squadIn(world: World, name: string, place: string): void {
  for (const each of squadPeople(world, squadRow(world, name))) stand(world, each, where(world, place));
}

/** Somebody knows from now on that there is danger. */
export function alarm(world: World, name: string): void {
  const actor = who(world, name);
  happen(world, alarmed, { actor, place: world.of(position).at.raw[actor], by: 'noise' });
}
/** Somebody falls where nobody sees it, and some know of it. */
export function falls(world: World, name: string, known: readonly string[]): number {
  const actor = who(world, name);
  const [place, group] = [where(world, 'grave'), world.of(member).group.raw[actor]];
  isIn(world, name, 'grave');
  const id = happen(world, fell, { actor, place, group, from: 'blow' });
  for (const each of known) believe(world, who(world, each), hasFallen, actor, { place, confidence: 1, source: id });
  return id;
}

/** Rook orders one of his squads to do something somewhere. */
export const tell = (world: World, of: string, task: Task, goal: string): number =>
  happen(world, ordered, {
    actor: who(world, 'Rook'),
    group: band(world, 'the band'),
    squad: squadRow(world, of),
    task,
    goal: where(world, goal),
  });
