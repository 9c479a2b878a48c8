/** A band that has been beaten off from a fort, and has got away to where it camps: what is left of it, what it knows and lacks. */
import { believe } from '../src/kernel/beliefs.ts';
import type { LivingOptions } from '../src/kernel/create.ts';
import type { World } from '../src/kernel/world.ts';
import { body } from '../src/systems/bodies/state.ts';
import { ended } from '../src/systems/engagement/system.ts';
import { peopleIn } from '../src/systems/groups/state.ts';
import { position } from '../src/systems/places/state.ts';
import { isAt } from '../src/systems/sight/state.ts';
import { cameOut } from '../src/systems/will/state.ts';
import { besieged } from './fort.fixture.ts';
import type { FortChanges } from './fort.fixture.ts';
import { band, happen, live, where, who } from './night.fixture.ts';

const DAY = 86_400;

/** What is different about a beaten band. */
export interface Beaten {
  /** What Rook is like, and what he holds against whom: YAML fields. */
  readonly Rook?: string;
  /** Whether those of the fort are there to look at, and what they have: YAML sections. */
  readonly more?: string;
  readonly people?: string;
  /** Further fields of the band, and further sites and groups. */
  readonly band?: string;
  readonly sites?: string;
  readonly groups?: string;
  /** Kilos of food that lay in its camp; 12 where it is left out. */
  readonly food?: number;
  /** Names of those of the band who fell, and of those who did not get away. */
  readonly lost?: readonly string[];
  readonly left?: readonly string[];
  /** The place where Rook saw Alma come out of hiding. */
  readonly hidden?: string;
}

export const GRUDGE = 'temper: [proud, bitter], ties: {Hild: {grudge: high}}';
const KILNS = 'kilns: {like: camp, routes: {fort: {km: 9}, town: {km: 5}}}';

export function beaten(about: Beaten = {}, options: LivingOptions = {}): World {
  const changes: FortChanges = {
    begin: 'late autumn, d1 01:00, overcast, thick fog',
    band: `camp: kilns ${about.band ?? ''}`,
    people: `${about.people ?? ''}`,
    more: `sites: {fort: {gate: camp}, town: {like: ruined town ${about.sites ?? ''}}, ${KILNS}}
stores: {camp: {food: ${about.food ?? 12} kg, rounds: 90}, hall: {food: 900 kg}}
${about.more ?? ''}`,
    ...(about.Rook === undefined ? {} : { Rook: about.Rook }),
    ...(about.groups === undefined ? {} : { groups: about.groups }),
  };
  const world = besieged(changes, options);
  const of = band(world, 'the band');
  const lost = (about.lost ?? []).map((name) => who(world, name));
  const left = (about.left ?? []).map((name) => who(world, name));
  for (const each of lost) world.of(body).alive.put(each, 0);
  const leader = who(world, 'Rook');
  const source = world.chronicle.length;
  for (const name of ['Hild', 'Edda', 'Enno', 'Wanda', 'Wolf', 'Alma', 'Arne'])
    believe(world, leader, isAt, who(world, name), { place: where(world, 'court'), confidence: 0.9, source });
  if (about.hidden !== undefined)
    believe(world, leader, cameOut, who(world, 'Alma'), { place: where(world, about.hidden), confidence: 0.9, source });
  for (const each of peopleIn(world, of)) {
    if (lost.includes(each) || left.includes(each)) continue;
    world.of(position).gone.put(each, 1);
    world.of(position).goneBy.put(each, source);
  }
  happen(world, ended, { group: of, place: where(world, 'camp'), how: 'withdrawn' });
  return world;
}

/** So many days after it. */
export const daysAfter = (days: number, about: Beaten = {}, seed = 1): World =>
  live(beaten(about, { seed }), days * DAY);
