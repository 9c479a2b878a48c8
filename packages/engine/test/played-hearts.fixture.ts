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
  }
  return world;
}

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
}
