<<<<<<< HEAD
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

export function heartsPlayed(): World[] {
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
=======
/** Worlds in which people promise and swear each other everything there is, and come to hold of each other all that can be held. */
import type { World } from '../src/kernel/world.ts';
import { satBy } from '../src/systems/infirmary/events.ts';
import { TIES } from '../src/systems/past/state.ts';
import { broken, kept, made, released } from '../src/systems/promises/events.ts';
import { PROMISED_BEFORE, PROMISES, RELEASES } from '../src/systems/promises/state.ts';
import type { Promised } from '../src/systems/promises/state.ts';
import { buried } from '../src/systems/burial/events.ts';
import { judged } from '../src/systems/theft/events.ts';
import { shouted } from '../src/systems/voice/events.ts';
import { died } from '../src/systems/wounds/system.ts';
import { mill } from './mill.fixture.ts';
import { band, happen, live, where, who } from './night.fixture.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

export function heartsPlayed(): World[] {
  return [
    before('kept'),
    before('broken'),
    ...(['kept', 'broken'] as const).map(given),
    letOff(),
    ties(),
    turns(),
    ...(['promise', 'vow', 'dead'] as const).map(saysAgain),
  ];
}

/** Every promise that can lie before the first day, kept or broken. */
function before(how: 'kept' | 'broken'): World {
  const all = PROMISED_BEFORE.map((that, i) => `{to: Ada, that: ${that}, ago: ${i + 20}d, ${how}: ${i + 1}d}`);
  return mill({ Cole: `promises: [${all.join(', ')}]` });
}

const between = (world: World, that: Promised) =>
  ({ actor: who(world, 'Cole'), target: who(world, 'Ada'), place: where(world, 'mill'), that }) as const;

/** Every promise, given and kept or broken. */
function given(how: 'kept' | 'broken'): World {
  const world = mill({ people: 'Eve: {}' });
  for (const that of PROMISES) {
    const roles = { ...between(world, that), about: that === 'look after theirs' ? who(world, 'Eve') : -1 };
    happen(world, made, { ...roles, within: 4 });
    happen(world, how === 'kept' ? kept : broken, roles);
>>>>>>> w-bonds
  }
  return world;
}

<<<<<<< HEAD
/** Somebody feels one thing or another: grief for the dead, gladness at what is new, the rest towards somebody. */
function stir(world: World, name: string, turn: number, death: number, other: string): void {
  const what = EMOTIONS[turn % EMOTIONS.length];
  const glad = what === 'relief' || what === 'hope';
  feel(world, name, what, who(world, what === 'grief' ? 'Nan' : other), glad ? world.chronicle.length : death, 0.7);
  if (turn % 3 === 0) world.of(fear).dread.add(who(world, name), 0.5, death);
=======
/** Every promise, and none is owed any more. */
function letOff(): World {
  const world = mill();
  PROMISES.forEach((that, i) => {
    happen(world, made, { ...between(world, that), within: 0 });
    happen(world, released, { ...between(world, that), why: RELEASES[i % RELEASES.length]! });
  });
  return world;
}

/** All that people can be to each other, and a grudge for which there is no reason. */
function ties(): World {
  const people = TIES.map((tie) => `the ${tie}: {}`).join('\n  ');
  const all = TIES.map((tie) => `the ${tie}: ${tie}`).join(', ');
  return mill({ Ada: `ties: {${all}, Cole: {grudge: high}}`, people });
}

/** Bonds take every turn that they can. */
function turns(): World {
  const world = mill({
    Ada: 'at: yard',
    Cole: 'at: yard, temper: bitter',
    people: 'Eve: {at: yard, temper: gentle}\n  Finn: {at: yard, ties: {Cole: trusts}}',
  });
  const at = where(world, 'yard');
  const person = (name: string): number => who(world, name);
  for (let i = 0; i < 5; i++)
    happen(live(world, HOUR), satBy, { actor: person('Ada'), target: person('Eve'), place: at });
  const lie = (actor: string, target: string, that: Promised): void => {
    const roles = { actor: person(actor), target: person(target), place: at, that };
    happen(world, made, { ...roles, within: 0 });
    happen(world, broken, roles);
    live(world, 2 * HOUR);
  };
  lie('Cole', 'Finn', 'repay');
  lie('Eve', 'Cole', 'repay');
  lie('Ada', 'Cole', 'repay');
  const roles = { target: person('Eve'), group: band(world, 'mill folk'), place: at };
  for (let i = 0; i < 3; i++) {
    happen(world, judged, { actor: person('Ada'), ...roles, how: 'named' });
    const field = where(world, 'field');
    happen(world, shouted, { actor: person('Bram'), target: person('Ada'), place: field, kind: 'vow' });
    live(world, HOUR);
  }
  return live(world, 70 * DAY);
}

/** Somebody says what they always say. */
function saysAgain(of: 'promise' | 'vow' | 'dead'): World {
  const ada = `at: yard, ties: {Cole: friend}, refrain: {says: Still here., of: ${of}}`;
  const world = mill({ Ada: ada, Cole: 'at: yard' });
  const roles = { actor: who(world, 'Ada'), target: who(world, 'Cole'), place: where(world, 'yard') };
  if (of === 'promise') {
    happen(world, made, { ...roles, that: 'repay', within: 0 });
    happen(world, kept, { ...roles, that: 'repay' });
  } else if (of === 'vow') {
    happen(world, made, { ...roles, target: who(world, 'Bram'), that: 'make them pay', within: 0 });
  } else {
    happen(world, died, { actor: roles.target, place: roles.place, group: band(world, 'mill folk'), of: 'wound' });
    happen(world, buried, roles);
  }
  return live(world, HOUR);
>>>>>>> w-bonds
}
