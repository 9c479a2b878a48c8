/** A house in winter whose people have every reason to turn to each other: each practice goes every way that it can. */
import type { World } from '../src/kernel/world.ts';
import type { LivingOptions } from '../src/kernel/create.ts';
import { EMOTIONS, feeling, feelingRow } from '../src/systems/feelings/state.ts';
import type { Emotion } from '../src/systems/feelings/state.ts';
import { fear } from '../src/systems/dread/state.ts';
import { position } from '../src/systems/places/state.ts';
import { died, fell } from '../src/systems/wounds/system.ts';
import { all, band, happen, live, where, who, worldOf } from './night.fixture.ts';

const NAMES = [
  'Ada',
  'Bram',
  'Cole',
  'Dirk',
  'Eve',
  'Finn',
  'Gwen',
  'Hal',
  'Ines',
  'Jory',
  'Kit',
  'Lena',
  'Mose',
  'Nan',
] as const;
const TEMPER = [
  'gentle, loyal',
  'rash',
  'cold, proud',
  'just',
  'wary, stubborn',
  'bitter, cold',
  'timid',
  'proud, wary',
] as const;
const DAYS = 13;
/** Two of whom some think ill and others well. */
const PAST: Readonly<Record<string, string>> = {
  Ines: ', past: [{did: betray, whom: Cole, ago: 40d}, {did: betray, whom: Dirk, ago: 30d}, {did: save, whom: Gwen, ago: 90d}, {did: save, whom: Kit, ago: 80d}]',
  Eve: ', past: [{did: betray, whom: Bram, ago: 40d}, {did: strike, whom: Kit, ago: 20d}, {did: save, whom: Lena, ago: 90d}, {did: save, whom: Dirk, ago: 99d}]',
};
const TIE = ['friend', 'trusts', 'brother', 'rival'] as const;

/** Fourteen people of all sorts at a hall, each tied to two others, two of whom have wronged and saved others. */
export function hall(options: LivingOptions = {}): World {
  const people = NAMES.map((name, i) => {
    const [one, two] = [NAMES[(i + 1) % NAMES.length], NAMES[(i + 3) % NAMES.length]];
    const past = PAST[name] ?? '';
    return `  ${name}: {temper: [${TEMPER[i % TEMPER.length]}], ties: {${one}: ${TIE[i % TIE.length]}, ${two}: ${TIE[(i + 1) % TIE.length]}}${past}}`;
  });
  return worldOf(
    `title: "The Hall"
begin: winter, d1 15:00
lasts: 30d
places:
  hall: {like: stone house}
  yard: {like: open yard, next to: hall}
  wood: {like: wood, next to: yard}
groups:
  hall folk: {home: hall, leader: Ada}
people:
${people.join('\n')}
stores:
  hall: {food: 900 kg, firewood: 900 kg, water: 900 l}
`,
    options,
  );
}

/** Somebody feels something with all their heart, about somebody or nobody, on account of an event. */
export function feel(world: World, name: string, what: Emotion, about: number, by: number, strength = 0.8): void {
  const row = feelingRow(who(world, name), what);
  world.of(feeling).strength.add(row, strength, by);
  world.of(feeling).about.put(row, about + 1);
}

export function practicesPlayed(): World[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => hallDays(seed, DAYS));
}

/** Days at the hall: feelings are stirred anew each afternoon, each time others, and two who are not trusted are out in the wood. */
export function hallDays(seed: number, days: number): World {
  const world = hall({ seed });
  const roles = (name: string) => ({
    actor: who(world, name),
    place: where(world, 'hall'),
    group: band(world, 'hall folk'),
  });
  happen(world, died, { ...roles('Nan'), of: 'wound' });
  const [death] = all(world, 'wounds/died');
  for (const name of ['Mose', 'Lena']) happen(world, fell, { ...roles(name), from: 'blood' });
  const living = NAMES.slice(0, 12);
  for (let day = 0; day < days; day++) {
    for (const name of ['Ines', 'Eve']) world.of(position).at.put(who(world, name), where(world, 'wood'));
    living.forEach((name, i) =>
      stir(world, name, i + day + seed, death!.id, living[(i + 1 + (day % 5)) % living.length]),
    );
    live(world, 86_400);
  }
  return world;
}

/** Somebody feels one thing or another: grief for the dead, gladness at what is new, the rest towards somebody. */
function stir(world: World, name: string, turn: number, death: number, other: string): void {
  const what = EMOTIONS[turn % EMOTIONS.length];
  const glad = what === 'relief' || what === 'hope';
  feel(world, name, what, who(world, what === 'grief' ? 'Nan' : other), glad ? world.chronicle.length : death, 0.7);
  if (turn % 3 === 0) world.of(fear).dread.add(who(world, name), 0.5, death);
}
