import { peopleOf } from '../../kernel/cast.ts';
import { decay } from '../../kernel/curves.ts';
import { eventKind, jointly, oneOf, role } from '../../kernel/events.ts';
import { choice, entries, flag, integer, list, map, optionally, withDefault } from '../../kernel/shape.ts';
import { presences } from '../../kernel/presence.ts';
import { defineSystem, fill, rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { efforts } from './effort.ts';
import { repay, tiredness, wakeUp } from './sleep.ts';
import { GEAR, KNIFE, WEAPONS, body } from './state.ts';
import { words } from './words.ts';

export const TEMPERS = [
  'wary',
  'rash',
  'loyal',
  'just',
  'cold',
  'gentle',
  'proud',
  'timid',
  'stubborn',
  'bitter',
] as const;
const SKILLS = ['aim', 'stealth', 'care'] as const;
const LEVELS = ['none', 'poor', 'fair', 'good', 'fine'] as const;

/** Skill on a scale of 0 to 1 for each level a scenario can name. [d] */
const LEVEL_VALUE: Readonly<Record<(typeof LEVELS)[number], number>> = {
  none: 0,
  poor: 0.25,
  fair: 0.5,
  good: 0.75,
  fine: 1,
};
/** How much a temper adds to nerve. [d] */
const NERVE_OF: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  timid: -0.25,
  rash: 0.05,
  stubborn: 0.2,
  cold: 0.1,
  proud: 0.1,
  loyal: 0.1,
  gentle: -0.05,
};

/** Age where none is given; from which, and until which, people are at their best; what is left at 8 and at 80. [d] */
const GROWN = 30;
const PRIME = [17, 58] as const;
const CHILD = [8, 0.5] as const;
const AGED = [80, 0.7] as const;

export const peopleBodies = entries('people', {
  age: withDefault(integer(0, 110, 'Years.'), GROWN),
  temper: withDefault(list(choice(TEMPERS), 'What they are like.'), []),
  skills: withDefault(
    map(choice(SKILLS), choice(LEVELS), 'How well they know a craft; fair where it is left out.'),
    new Map(),
  ),
  gear: withDefault(
    list(
      choice(GEAR),
      'What they are armed with; the first is in hand, the second where the first has no rounds left.',
    ),
    ['rifle'],
  ),
  rounds: optionally(integer(0, 500, 'Rounds carried.')),
  dressings: withDefault(integer(0, 50, 'Dressings carried.'), 1),
  asleep: withDefault(flag('Whether they are asleep as it begins.'), false),
});

export const groupArms = entries('groups', {
  'armed with': withDefault(list(choice(GEAR), 'What its extras are armed with, dealt out in turn.'), ['rifle']),
  'rounds each': optionally(integer(0, 500, 'Rounds that each of its extras carries.')),
});

/** Second of the day at which people get up. [d] */
const RISES_AT = 7 * 3600;
/** Second of the day from which on whoever is awake as it begins has got up, and not stayed up. [d] */
const UP_EARLY = 5 * 3600;
/** Seconds in which the noise that a sleeper half hears loses half its weight. [d] */
const NOISE_HALF_LIFE = 20;

/** Seconds of rest after which half of the lost breath is back, and so what a second leaves of it. [d] */
const BREATH_HALF_LIFE = 40;
const REST_LEAVES = /* @__PURE__ */ decay(1, BREATH_HALF_LIFE);

/** Somebody takes the other weapon that they carry in hand. */
export const drew = eventKind('bodies/drew', {
  roles: { actor: role(person) },
  data: { weapon: oneOf(GEAR) },
  possible: (world, event) => world.of(body).down.raw[event.actor] === 0 && otherServes(world, event.actor),
  apply: (world, event) => {
    const rows = world.of(body);
    const who = event.actor;
    const [weapon, rounds] = [rows.weapon.raw[who], rows.rounds.raw[who]];
    rows.weapon.put(who, rows.second.raw[who] - 1);
    rows.rounds.put(who, rows.secondRounds.raw[who]);
    rows.second.put(who, weapon + 1);
    rows.secondRounds.put(who, rounds);
  },
});

/** Whether somebody carries another weapon, and something to load it with if it needs that. */
export function otherServes(world: World, who: number): boolean {
  const rows = world.of(body);
  const second = rows.second.raw[who] - 1;
  return second >= 0 && (WEAPONS[second].capacity === 0 || rows.secondRounds.raw[who] > 0);
}

/** Somebody who was asleep is awake. */
export const woke = eventKind('bodies/woke', {
  roles: { actor: role(person) },
  possible: (world, event) =>
    world.of(body).awake.raw[event.actor] === 0 && world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => wakeUp(world, event.actor, event.id),
});

/** Noise wakes those who sleep: each sound adds to the ones before, and fades. */
const rouse = rule('bodies/rouse', { phase: 'settle', at: 'second' }, (world, beat) => {
  const rows = world.of(body);
  const fade = decay(1, NOISE_HALF_LIFE);
  for (const who of beat.members) {
    if (rows.awake.raw[who] === 1 || rows.roused.raw[who] === 0) continue;
    if (rows.roused.raw[who] < 1) {
      rows.roused.fade(who, fade, 0.02);
      continue;
    }
    world.trace.open(who, world.time);
    rows.roused.at(who);
    world.propose(woke, { actor: who }, jointly(rows.roused.contributors(who, 0.95), 1));
    world.trace.close(false);
  }
});

/** Tiredness is drift and no event. */
const tire = rule('bodies/tire', { phase: 'settle', at: ['hour', 'minute'] }, (world, beat) => {
  const bodies = world.of(body);
  for (const who of beat.members) {
    if (bodies.alive.raw[who] === 0) continue;
    bodies.winded.raw[who] = 0;
    bodies.fatigue.raw[who] = tiredness(world, who);
    if (bodies.awake.raw[who] === 0) repay(world, who, beat.seconds);
  }
});

/** Whoever runs or works hard loses breath, whoever does not gets it back; it is drift and no event. */
const pant = rule('bodies/pant', { phase: 'settle', at: 'second' }, (world, beat) => {
  const { winded, down } = world.of(body);
  const takers = world.ruleset.filled(efforts);
  for (const who of beat.members) {
    if (down.raw[who] === 1) continue;
    let taken = 0;
    for (const effort of takers) taken += effort.takes(world, who);
    if (taken > 0) winded.raw[who] = Math.min(1, winded.raw[who] + taken);
    else if (winded.raw[who] > 0) winded.raw[who] = winded.raw[who] < 0.01 ? 0 : winded.raw[who] * REST_LEAVES;
  }
});

export const bodies = defineSystem({
  id: 'bodies',
  tables: [body],
  events: { woke, drew },
  words,
  rules: [rouse, tire, pant],
  // Whoever is asleep, or down, does nothing by the hour.
  fills: [fill(presences, (world) => world.of(body).awake), fill(presences, (world) => world.of(body).down)],
  scenario: [peopleBodies, groupArms],
  build: (world, setup) => {
    const rows = world.of(body);
    const described = setup.entries(peopleBodies);
    const arms = setup.entries(groupArms);
    peopleOf(setup).forEach((each, who) => {
      const fields = described.get(each.key);
      const level = (skill: (typeof SKILLS)[number]): number => LEVEL_VALUE[fields?.skills.get(skill) ?? 'fair'];
      const dealt = fields === undefined ? arms.get(each.group) : undefined;
      const inHand =
        fields?.gear[0] ?? dealt?.['armed with'][(each.extra ?? 0) % dealt['armed with'].length] ?? 'rifle';
      const [weapon, second] = [gearRow(inHand), gearRow(fields?.gear[1])];
      rows.alive.put(who, 1);
      rows.awake.put(who, fields?.asleep === true ? 0 : 1);
      // Those who are asleep have slept off their day.
      rows.wokeAt.put(who, fields?.asleep === true ? world.time : lastMorning(world.time));
      rows.sleptAt.put(who, world.time);
      const prime = primeAt(fields?.age ?? GROWN);
      rows.aim.put(who, level('aim') * prime);
      rows.stealth.put(who, level('stealth'));
      rows.care.put(who, level('care'));
      const nerve = (fields?.temper ?? []).reduce((sum, temper) => sum + (NERVE_OF[temper] ?? 0), 0.5);
      rows.nerve.put(who, Math.min(1, Math.max(0.1, nerve * prime)));
      rows.weapon.put(who, Math.max(KNIFE, weapon));
      rows.rounds.put(who, weapon < 0 ? 0 : (fields?.rounds ?? carried(dealt?.['rounds each'], weapon)));
      rows.second.put(who, second + 1);
      rows.secondRounds.put(who, second < 0 ? 0 : WEAPONS[second].capacity);
      rows.dressings.put(who, fields?.dressings ?? 1);
      rows.fatigue.raw[who] = tiredness(world, who);
    });
  },
});

/** Row of a weapon by its name; -1 for none. */
function gearRow(name: (typeof GEAR)[number] | undefined): number {
  return WEAPONS.findIndex((kind) => kind.name === name);
}

/** Rounds for a weapon: as many as are dealt out, but none for what fires none, and what it usually comes with otherwise. */
function carried(dealt: number | undefined, weapon: number): number {
  const usual = WEAPONS[weapon].capacity;
  return dealt === undefined || usual === 0 ? usual : dealt;
}

/** When people last got up, before a moment: those who are up early have just done so. */
function lastMorning(time: number): number {
  const midnight = Math.floor(time / 86_400) * 86_400;
  if (time >= midnight + UP_EARLY && time < midnight + RISES_AT) return time;
  return Math.floor((time - RISES_AT) / 86_400) * 86_400 + RISES_AT;
}

/** What age leaves of steadiness, 0.5..1: a straight line up to the prime, and one down from it. */
function primeAt(age: number): number {
  const [from, to] = PRIME;
  if (age >= from && age <= to) return 1;
  const [end, left] = age < from ? CHILD : AGED;
  const edge = age < from ? from : to;
  return Math.max(left, 1 - ((edge - age) / (edge - end)) * (1 - left));
}
