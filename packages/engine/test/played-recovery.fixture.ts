/** Worlds in which people come to themselves after a fight: what lies about is gathered, they tell what they saw, and tend the dying. */
import type { World } from '../src/kernel/world.ts';
import { dropHeld } from '../src/systems/items/dropping.ts';
import { body } from '../src/systems/bodies/state.ts';
import { campaign } from '../src/systems/engagement/state.ts';
import { tookInHand } from '../src/systems/infirmary/events.ts';
import { fever, vitals } from '../src/systems/wounds/state.ts';
import { BLOOD_ML } from '../src/systems/wounds/state.ts';
import { died, wounded } from '../src/systems/wounds/system.ts';
import { mill } from './mill.fixture.ts';
import { band, happen, live, night, scenarioText, setupFrom, where, who } from './night.fixture.ts';

const DAY = 86_400;

export function recoveryPlayed(): World[] {
  const siege = setupFrom(scenarioText('siege-of-the-compound.yaml'));
  return [live(night(siege, { seed: 4 }), DAY), wardOf(0), wardOf(9), alone(), rearmed()];
}

function hit(world: World, name: string, region: 'belly' | 'arm' | 'leg', takes: 'feet' | 'nothing'): void {
  const target = who(world, name);
  happen(world, wounded, { target, actor: -1, place: where(world, 'mill'), region, flow: 9, takes });
}

/** One bed, one dressing, three who want them; more dressings come a day later. One of them dies in the night with her brother by her. */
function wardOf(later: number): World {
  const people =
    'Eve: {dressings: 0, ties: {Finn: brother}}\n  Finn: {dressings: 0}\n  Gus: {dressings: 0}\n  Hal: {dressings: 0}';
  const world = mill({
    begin: 'summer, d1 06:00',
    Ada: 'dressings: 0',
    Cole: 'office: infirmary, dressings: 1, skills: {care: good}',
    people,
    folk: 'beds: 1',
  });
  hit(world, 'Eve', 'belly', 'feet');
  hit(world, 'Gus', 'leg', 'feet');
  hit(world, 'Hal', 'arm', 'nothing');
  world.of(vitals).lost.put(who(world, 'Eve'), 0.34 * BLOOD_ML);
  live(world, DAY);
  world.of(body).dressings.put(who(world, 'Cole'), later);
  world.of(vitals).lost.put(who(world, 'Eve'), 0.34 * BLOOD_ML);
  // Whoever lay on the floor is the worse off by now, and is given the bed.
  hit(world, 'Gus', 'belly', 'feet');
  world.of(fever).state.put(who(world, 'Gus'), 1);
  world.of(fever).turnsAt.put(who(world, 'Gus'), world.time + 9 * DAY);
  live(world, 17 * 3600);
  const [actor, place] = [who(world, 'Eve'), where(world, 'mill')];
  happen(world, died, { actor, place, group: band(world, 'mill folk'), of: 'wound' });
  return live(world, DAY);
}

/** Somebody dies in bed with nobody by them. */
function alone(): World {
  const world = mill({ begin: 'summer, d1 22:00', people: 'Eve: {}' });
  hit(world, 'Eve', 'belly', 'feet');
  const [target, place] = [who(world, 'Eve'), where(world, 'mill')];
  happen(world, tookInHand, { actor: who(world, 'Cole'), target, place });
  happen(world, died, { actor: target, place, group: band(world, 'mill folk'), of: 'fever' });
  return live(world, DAY);
}

/** Weapons of each kind lie at home, and those who lost theirs are given one. */
function rearmed(): World {
  const kinds = ['rifle', 'shotgun', 'pistol', 'carbine', 'hunting rifle', 'crossbow', 'bow'];
  const names = ['Eve', 'Finn', 'Gus', 'Hal', 'Ike', 'Jo', 'Kit'];
  const people = kinds.map((weapon, i) => `${names[i]}: {gear: [${weapon}], rounds: 3}`).join('\n  ');
  const world = mill({ begin: 'summer, d1 06:00', people, more: 'stores: {mill: {rounds: 60}}' });
  const roles = { actor: who(world, 'Dirk'), place: where(world, 'wood'), group: band(world, 'the band') };
  const over = happen(world, died, { ...roles, of: 'wound' });
  world.of(campaign).state.put(band(world, 'mill folk'), 2);
  world.of(campaign).endedBy.put(band(world, 'mill folk'), over);
  for (const name of names) dropHeld(world, who(world, name), [], 'given up');
  world.commit();
  return live(world, DAY);
}
