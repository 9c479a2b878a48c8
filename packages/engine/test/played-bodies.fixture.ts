/** Worlds in which weapons and the wounded pass from hand to hand in the ways that few nights show. */
import type { World } from '../src/kernel/world.ts';
import { GEAR } from '../src/systems/bodies/state.ts';
import { surrendered } from '../src/systems/captivity/events.ts';
import { tookUp } from '../src/systems/carrying/events.ts';
import { nerves } from '../src/systems/resolve/state.ts';
import { died, fell } from '../src/systems/wounds/system.ts';
import { mill } from './mill.fixture.ts';
import { band, clash, happen, live, where, who } from './night.fixture.ts';

export function bodiesPlayed(): World[] {
  return [
    ...GEAR.slice(1).flatMap((gear) => [1, 2, 3].map((seed) => weaponTaken(gear, seed))),
    ...GEAR.slice(1).flatMap((gear) => [1, 2, 3].map((seed) => roundsShared(gear, seed))),
    carrierDoes((world, place) => {
      happen(world, surrendered, { actor: who(world, 'Ada'), place, group: band(world, 'mill folk') });
    }),
    carrierDoes((world) => world.of(nerves).strain.add(who(world, 'Ada'), 9, 1)),
    carrierDoes((world, place) => {
      happen(world, died, { actor: who(world, 'Cole'), place, group: band(world, 'mill folk'), of: 'wound' });
    }),
  ];
}

function fall(world: World, place: number): void {
  happen(world, fell, { actor: who(world, 'Cole'), place, group: band(world, 'mill folk'), from: 'blow' });
}

/** Cole falls with a weapon beside somebody who has none. */
function weaponTaken(gear: string, seed: number): World {
  const at = 'at: isle, dressings: 0';
  const places = 'isle: {like: cellar}';
  const world = mill({ Ada: `${at}, gear: [knife]`, Cole: `${at}, gear: [${gear}]`, places }, { seed });
  clash(world, 'the band');
  fall(world, where(world, 'isle'));
  return live(world, 30);
}

/** Cole has none left for his weapon, and Ada has some for hers of the same kind. */
function roundsShared(gear: string, seed: number): World {
  const at = `at: isle, gear: [${gear}]`;
  const world = mill({ Ada: `${at}, rounds: 20`, Cole: `${at}, rounds: 0`, places: 'isle: {like: cellar}' }, { seed });
  clash(world, 'the band');
  return live(world, 20);
}

/** Ada carries Cole, and something comes between. */
function carrierDoes(change: (world: World, place: number) => void): World {
  const places = 'isle: {like: cellar}';
  const world = mill({ Ada: 'at: field', Cole: 'at: field', Bram: 'at: isle', Dirk: 'at: isle', places });
  clash(world, 'the band');
  const place = where(world, 'field');
  fall(world, place);
  const [actor, target] = [who(world, 'Ada'), who(world, 'Cole')];
  happen(world, tookUp, { actor, target, place, goal: where(world, 'mill') });
  live(world, 3);
  change(world, place);
  return live(world, 5);
}
