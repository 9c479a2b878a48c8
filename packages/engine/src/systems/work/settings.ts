/** What a scenario says of who works at what, and what is wrong with it. */
import { choice, entries, integer, list, optionally, record, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { peopleOf } from '../../kernel/cast.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { peopleBodies } from '../bodies/system.ts';
import type { TEMPERS } from '../bodies/system.ts';
import { groupBonds } from '../groups/system.ts';
import { peopleOfHome } from '../routine/beds.ts';
import { deal, handsOf, jobsOf } from './dealing.ts';
import { ANYTHING, LIGHT, NEVER, NOTHING, WORKS, crew, labour, standing, standingRow } from './state.ts';

/** Hours of the working day, and of drill in it, where the scenario does not say. [d] */
const WORKING_HOURS = 10;
const DRILL_HOURS = 1;
/** Ages from which on children help and the grown do anything, and from which on the old do only what takes no strength. [d] */
const HELPS = 10;
const GROWN = 15;
const OLD = 65;
/** What a temper adds to how tired somebody counts who is told to work, 0..1. [d] */
const BALKY_OF: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  stubborn: 0.1,
  bitter: 0.15,
  proud: 0.1,
  rash: 0.05,
  loyal: -0.15,
  gentle: -0.1,
  just: -0.05,
};

export const peopleWork = entries('people', {
  work: withDefault(list(choice(WORKS), 'What they know how to do: they are set to it first, and get more done.'), []),
});

export const groupOrders = entries('groups', {
  'standing orders': optionally(
    record(
      {
        first: withDefault(list(choice(WORKS), 'What comes before all else, the most urgent first.'), []),
        never: withDefault(list(choice(WORKS), 'What nobody is set to.'), []),
        hours: withDefault(
          integer(0, 16, 'Hours of the working day; it begins an hour after getting up.'),
          WORKING_HOURS,
        ),
        drill: withDefault(
          integer(0, 8, 'Hours a day in which whoever has nothing else to do is drilled.'),
          DRILL_HOURS,
        ),
      },
      'How it goes about its work, for a group that has a home.',
    ),
  ),
});

export function layOrders(world: World, setup: Setup): void {
  for (let row = 0; row < world.of(group).count * WORKS.length; row++) world.of(standing).add();
  const rows = world.of(crew);
  for (const [key, fields] of setup.entries(groupOrders)) {
    const of = world.cast.mustRow(group, key);
    const orders = fields['standing orders'];
    rows.hours.put(of, orders?.hours ?? WORKING_HOURS);
    rows.drill.put(of, orders?.drill ?? DRILL_HOURS);
    const { rank } = world.of(standing);
    const first = orders?.first ?? [];
    first.forEach((work, i) => rank.put(standingRow(of, work), NEVER + first.length - i));
    for (const work of orders?.never ?? []) rank.put(standingRow(of, work), NEVER);
  }
  const bodies = setup.entries(peopleBodies);
  const own = setup.entries(peopleWork);
  for (const { key } of peopleOf(setup)) {
    const who = world.cast.mustRow(person, key);
    const age = bodies.get(key)?.age ?? GROWN;
    const { grade, balky, knows } = world.of(labour);
    grade.put(who, age < HELPS ? NOTHING : age < GROWN || age >= OLD ? LIGHT : ANYTHING);
    balky.put(
      who,
      (bodies.get(key)?.temper ?? []).reduce((sum, temper) => sum + (BALKY_OF[temper] ?? 0), 0),
    );
    const works = own.get(key)?.work ?? [];
    knows.put(
      who,
      works.reduce((bits, work) => bits | (1 << WORKS.indexOf(work)), 0),
    );
    world.of(labour).off.put(who, -0x7fffffff);
  }
}

/** What people did in the days before it begins they go on with. */
export function startWork(world: World): void {
  for (let of = 0; of < world.of(group).count; of++) {
    const hands = handsOf(world, peopleOfHome(world, of));
    if (hands.length === 0) continue;
    for (const [who, number] of deal(world, jobsOf(world, of, hands.length), hands)) {
      if (number !== 0) world.of(labour).task.put(who, number);
    }
  }
}

/** Orders of those who have no home, and work that comes first and is never done. */
export function oddOrders(setup: Setup): Remark[] {
  const remarks: Remark[] = [];
  for (const [key, { 'standing orders': orders }] of setup.entries(groupOrders)) {
    if (orders === undefined) continue;
    const path = ['groups', key, 'standing orders'];
    if (setup.entries(groupBonds).get(key)?.home === undefined) {
      remarks.push({
        severity: 'warning',
        code: 'no-home-to-work-for',
        path,
        message: `${key} has no home, so nobody follows these orders.`,
        hint: `Add "home:" to ${key}, or leave "standing orders:" out.`,
      });
    }
    for (const work of orders.first.filter((each) => orders.never.includes(each))) {
      remarks.push({
        severity: 'error',
        code: 'first-and-never',
        path: [...path, 'never'],
        message: `${key} is to ${work} before all else, and never.`,
        hint: `Take "${work}" out of "first" or out of "never".`,
      });
    }
    if (orders.drill > orders.hours) {
      remarks.push({
        severity: 'warning',
        code: 'more-drill-than-day',
        path: [...path, 'drill'],
        message: `${key} is drilled for longer than its working day of ${orders.hours} hours.`,
        hint: `Write ${orders.hours} or fewer.`,
      });
    }
  }
  return remarks;
}
