/** Worlds in which weeks go by: wounds heal or do not, and the dead are buried. */
import type { World } from '../src/kernel/world.ts';
import { position } from '../src/systems/places/state.ts';
import { judged } from '../src/systems/theft/events.ts';
import { BLOOD_ML, REGIONS, TAKES, vitals, wound } from '../src/systems/wounds/state.ts';
import type { Region, Takes } from '../src/systems/wounds/state.ts';
import { died, wounded } from '../src/systems/wounds/system.ts';
import { mill } from './mill.fixture.ts';
import { band, happen, live, where, who } from './night.fixture.ts';

const MONTHS = 60 * 86_400;

/** Everybody but the nurse is hit somewhere else, by one luck or another; the months go by. */
export function daysPlayed(): World[] {
  return [weeks(0), weeks(1), ...[1, 2, 3, 4].map((seed) => limbs(seed)), away(), faint(), fallen(), wronged()];
}

function hit(world: World, name: string, region: Region, takes: Takes): void {
  const target = who(world, name);
  const place = world.of(position).at.raw[target];
  happen(world, wounded, { target, actor: -1, place, region, flow: 9, takes });
}

/** Wounds in each region, and all of them turn septic, or none. */
function weeks(clean: number): World {
  const people = REGIONS.map((region) => `${region} one: {dressings: 1}`);
  const places = 'ward: {like: cellar, next to: mill}';
  const stores = 'stores: {ward: {dressings: 9}}';
  const world = mill({ people: people.join('\n  '), places, folk: 'infirmary: ward', more: stores });
  for (const region of REGIONS) hit(world, `${region} one`, region, region === 'head' ? 'feet' : 'nothing');
  for (let row = 0; row < world.of(wound).count; row++) world.of(wound).foulLuck.put(row, clean);
  return live(world, MONTHS);
}

/** Limbs that lose their use, and get it back or do not. */
function limbs(seed: number): World {
  const takes = TAKES.filter((each) => each === 'grip' || each === 'stride' || each === 'legs');
  const world = mill({ people: takes.map((each) => `${each} one: {}`).join('\n  ') }, { seed });
  for (const each of takes) hit(world, `${each} one`, each === 'grip' ? 'arm' : 'leg', each);
  return live(world, 2 * MONTHS);
}

/** Somebody who is far away is ill, and gets over it. */
function away(): World {
  const world = mill({ people: 'Eve: {}' });
  for (const name of ['Eve', 'Dirk', 'Bram']) {
    hit(world, name, 'arm', name === 'Bram' ? 'grip' : 'nothing');
    world.of(position).gone.put(who(world, name), 1);
  }
  world.of(wound).foulLuck.put(0, 0);
  return live(world, MONTHS);
}

/** Somebody is faint for want of blood, and makes up for it. */
function faint(): World {
  const world = mill({ people: 'Eve: {}' });
  const actor = who(world, 'Eve');
  hit(world, 'Eve', 'arm', 'nothing');
  world.of(vitals).lost.put(actor, 0.31 * BLOOD_ML);
  return live(world, 5 * 86_400);
}

/** The dead of either side lie about. */
function fallen(): World {
  const world = mill({ people: 'Eve: {}\n  Finn: {}' });
  for (const [name, of] of [
    ['Eve', 'mill folk'],
    ['Dirk', 'the band'],
    ['Bram', 'the band'],
  ] as const) {
    happen(world, died, { actor: who(world, name), place: where(world, 'yard'), group: band(world, of), of: 'wound' });
  }
  return live(world, 4 * 86_400);
}

/** A thief is named before all, and is forgiven in time; so is a brother's death got over. */
function wronged(): World {
  const world = mill({ people: 'Eve: {}\n  Finn: {temper: bitter}\n  Gwen: {ties: {Hob: brother}}\n  Hob: {}' });
  const place = where(world, 'mill');
  happen(world, died, { actor: who(world, 'Hob'), place, group: band(world, 'mill folk'), of: 'wound' });
  const roles = { actor: who(world, 'Ada'), target: who(world, 'Eve'), group: band(world, 'mill folk') };
  for (let times = 0; times < 2; times++) happen(world, judged, { ...roles, place, how: 'named' });
  return live(world, 2 * MONTHS);
}
