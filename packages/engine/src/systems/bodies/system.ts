import { peopleOf } from '../../kernel/cast.ts';
import { decay } from '../../kernel/curves.ts';
import { eventKind, jointly, role } from '../../kernel/events.ts';
import { choice, entries, flag, integer, list, map, optionally, withDefault } from '../../kernel/shape.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { GEAR, WEAPONS, body } from './state.ts';
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
/** Hours awake until somebody is spent: after a day without sleep a quarter of ability is gone. [s: Haslam] */
const SPENT_AFTER_HOURS = 60;

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
  gear: withDefault(list(choice(GEAR), 'What they are armed with; the first is in hand.'), ['rifle']),
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
/** Seconds in which the noise that a sleeper half hears loses half its weight. [d] */
const NOISE_HALF_LIFE = 20;

/** Somebody who was asleep is awake. */
export const woke = eventKind('bodies/woke', {
  roles: { actor: role(person) },
  possible: (world, event) =>
    world.of(body).awake.raw[event.actor] === 0 && world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const bodies = world.of(body);
    bodies.awake.put(event.actor, 1);
    bodies.wokeAt.put(event.actor, event.time);
  },
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

/** Tiredness follows from the hours awake; it is drift and no event. */
const tire = rule('bodies/tire', { phase: 'settle', at: ['hour', 'minute'] }, (world, beat) => {
  const bodies = world.of(body);
  for (const who of beat.members) {
    if (bodies.alive.raw[who] === 0) continue;
    const hours = (world.time - bodies.wokeAt.raw[who]) / 3600;
    bodies.fatigue.raw[who] = bodies.awake.raw[who] === 1 ? Math.min(1, Math.max(0, hours / SPENT_AFTER_HOURS)) : 0;
  }
});

export const bodies = defineSystem({
  id: 'bodies',
  tables: [body],
  events: { woke },
  words,
  rules: [rouse, tire],
  scenario: [peopleBodies, groupArms],
  build: (world, setup) => {
    const rows = world.of(body);
    const described = setup.entries(peopleBodies);
    const arms = setup.entries(groupArms);
    peopleOf(setup).forEach((each, who) => {
      const fields = described.get(each.key);
      const level = (skill: (typeof SKILLS)[number]): number => LEVEL_VALUE[fields?.skills.get(skill) ?? 'fair'];
      const dealt = fields === undefined ? arms.get(each.group) : undefined;
      const inHand = fields?.gear[0] ?? dealt?.['armed with'][(each.extra ?? 0) % dealt['armed with'].length] ?? 'rifle';
      const weapon = Math.max(
        0,
        WEAPONS.findIndex((kind) => kind.name === inHand),
      );
      rows.alive.put(who, 1);
      rows.awake.put(who, fields?.asleep === true ? 0 : 1);
      rows.wokeAt.put(who, lastMorning(world.time));
      const prime = primeAt(fields?.age ?? GROWN);
      rows.aim.put(who, level('aim') * prime);
      rows.stealth.put(who, level('stealth'));
      rows.care.put(who, level('care'));
      const nerve = (fields?.temper ?? []).reduce((sum, temper) => sum + (NERVE_OF[temper] ?? 0), 0.5);
      rows.nerve.put(who, Math.min(1, Math.max(0.1, nerve * prime)));
      rows.weapon.put(who, weapon);
      rows.rounds.put(who, fields?.rounds ?? carried(dealt?.['rounds each'], weapon));
      rows.dressings.put(who, fields?.dressings ?? 1);
    });
  },
});

/** Rounds for a weapon: as many as are dealt out, but none for what fires none, and what it usually comes with otherwise. */
function carried(dealt: number | undefined, weapon: number): number {
  const usual = WEAPONS[weapon].capacity;
  return dealt === undefined || usual === 0 ? usual : dealt;
}

/** When people last got up, before a moment. */
function lastMorning(time: number): number {
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
