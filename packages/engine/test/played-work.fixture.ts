/** Worlds in which people work, refuse to, fall out and are replaced, and move house. */
import type { World } from '../src/kernel/world.ts';
import { body } from '../src/systems/bodies/state.ts';
import { captive } from '../src/systems/captivity/state.ts';
import { BURNT_OUT, burning } from '../src/systems/fire/state.ts';
import { OFFICES } from '../src/systems/offices/state.ts';
import { position } from '../src/systems/places/state.ts';
import { roster } from '../src/systems/routine/state.ts';
import { letOff, refused, swapped } from '../src/systems/work/events.ts';
import { WORKS, labour } from '../src/systems/work/state.ts';
import { gotUp } from '../src/systems/wounds/course.ts';
import { died } from '../src/systems/wounds/events.ts';
import { wound } from '../src/systems/wounds/state.ts';
import { hurt } from '../src/systems/wounds/wounds.fixture.ts';
import { mill } from './mill.fixture.ts';
import type { MillChanges } from './mill.fixture.ts';
import { band, happen, live, where, who } from './night.fixture.ts';

const HOUR = 3600;
const FAR: MillChanges = { Bram: 'at: isle', Dirk: 'at: isle', places: 'isle: {like: cellar}' };
const ALL = `office: [${OFFICES.join(', ')}]`;
const FOLK: MillChanges = { ...FAR, people: ['Eve', 'Finn', 'Gwen', 'Hal'].map((name) => `${name}: {}`).join('\n  ') };

export function workPlayed(): World[] {
  return [officerDies(true), officerDies(false), officersLie(), watcherDies(), unwilling(), burntOut(), prisoner()];
}

/** Whoever saw to everything dies, with others about who could, or nobody. */
function officerDies(others: boolean): World {
  const world = mill({ ...(others ? FOLK : FAR), Cole: ALL });
  dies(world, 'Cole');
  return live(world, 24 * HOUR);
}

/** The leader, and whoever sees to everything, lie for a day and get up. */
function officersLie(): World {
  const world = mill({ ...FOLK, Cole: ALL, begin: 'summer, d1 09:00' });
  const place = where(world, 'mill');
  const group = band(world, 'mill folk');
  const two = [who(world, 'Ada'), who(world, 'Cole')];
  for (const name of ['Ada', 'Cole']) {
    hurt(world, name, 1, 'belly', 'feet');
    world.of(wound).foulLuck.put(world.of(wound).count - 1, 1);
    world.of(wound).lieLuck.put(world.of(wound).count - 1, 1);
  }
  live(world, 26 * HOUR);
  for (const actor of two) happen(world, gotUp, { actor, place, group, away: false });
  return live(world, 24 * HOUR);
}

/** Whoever stands watch falls on it. */
function watcherDies(): World {
  const world = live(mill(FOLK), 10.5 * HOUR);
  const on = [...world.of(roster).on.raw].indexOf(1);
  const place = world.of(position).at.raw[on]!;
  happen(world, died, { actor: on, place, group: band(world, 'mill folk'), of: 'wound' });
  return live(world, 12 * HOUR);
}

/** Some will not work, some have others do it, some are let off, whatever it is. */
function unwilling(): World {
  const names = WORKS.flatMap((work) => [`${work}er`, `${work}er’s friend`, `tired ${work}er`]);
  const world = mill({ ...FAR, people: names.map((name) => `${name}: {}`).join('\n  ') });
  const [ada, group] = [who(world, 'Ada'), band(world, 'mill folk')];
  const { task } = world.of(labour);
  for (const work of WORKS) {
    const [one, friend, tired] = [`${work}er`, `${work}er’s friend`, `tired ${work}er`].map((name) => who(world, name));
    for (const each of [one, tired]) task.put(each!, 1);
    task.put(friend!, 0);
    happen(world, swapped, { actor: one!, target: friend!, group, work });
    happen(world, refused, { actor: friend!, target: ada, group, work });
    happen(world, letOff, { actor: ada, target: tired!, group, work });
  }
  return live(world, 24 * HOUR);
}

/** A house in which people sleep burns out. */
function burntOut(): World {
  const world = mill({ ...FOLK, places: `${FAR.places}\n  barn: {like: barn, next to: mill}` });
  const group = band(world, 'mill folk');
  const by = happen(world, died, { actor: who(world, 'Hal'), place: where(world, 'mill'), group, of: 'hunger' });
  world.of(burning).stage.put(where(world, 'mill'), BURNT_OUT);
  world.of(burning).by.put(where(world, 'mill'), by);
  return live(world, 24 * HOUR);
}

/** Somebody is held. */
function prisoner(): World {
  const world = mill({ ...FOLK, places: `${FAR.places}\n  shed: {like: shed, next to: mill}` });
  const by = dies(world, 'Dirk');
  const bram = who(world, 'Bram');
  const rows = world.of(captive);
  rows.state.put(bram, 2);
  rows.keeper.put(bram, who(world, 'Eve') + 1);
  rows.taken.put(bram, by);
  world.of(position).at.put(bram, where(world, 'mill'));
  world.of(body).rounds.put(bram, 0);
  return live(world, 24 * HOUR);
}

function dies(world: World, name: string): number {
  const actor = who(world, name);
  const group = band(world, name === 'Dirk' ? 'the band' : 'mill folk');
  return happen(world, died, { actor, place: world.of(position).at.raw[actor]!, group, of: 'wound' });
}
