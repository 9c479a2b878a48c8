/** What a scenario says of a group's days and nights, and what is wrong with it. */
import { peopleOf } from '../../kernel/cast.ts';
import { entries, integer, list, nameIn, optionally, record, withDefault } from '../../kernel/shape.ts';
import type { InferFields, Remark, Setup } from '../../kernel/shape.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { peopleBodies } from '../bodies/system.ts';
import { side } from '../groups/state.ts';
import { groupBonds } from '../groups/system.ts';
import { position } from '../places/state.ts';
import { isEvening, nightsEnd } from './hours.ts';
import { peopleOfHome } from './beds.ts';
import { lookout, night, roster } from './state.ts';

/** When people get up, and how long a turn of the watch is, where the scenario does not say; hours. [d] */
const GETS_UP = 6;
const WATCH_HOURS = 3;
/** From which age, and until which, somebody is called for the watch. [d] */
const GROWN_UP = 16;
const TOO_OLD = 70;

export const groupRoutine = entries('groups', {
  routine: optionally(
    record(
      {
        'gets up': withDefault(integer(4, 11, 'At what hour of the day; it goes to bed eight hours before.'), GETS_UP),
        'on watch': optionally(
          integer(0, 60, 'How many stand watch at once on a quiet night; twice as many with an enemy about.'),
        ),
        'watch hours': withDefault(integer(1, 8, 'How long a turn of the watch is.'), WATCH_HOURS),
        posts: withDefault(list(nameIn('places'), 'From where they watch, the best first.'), []),
      },
      'How its days and nights go, for a group that has a home.',
    ),
  ),
});
type Routine = NonNullable<InferFields<(typeof groupRoutine)['fields']>['routine']>;

/** Whether somebody of an age is called for. */
export const isGrown = (age = GROWN_UP): boolean => age >= GROWN_UP && age < TOO_OLD;

/** Rosters as it begins. */
export function layRosters(world: World, setup: Setup): void {
  const nights = world.of(night);
  const ages = setup.entries(peopleBodies);
  for (const [key, { routine }] of setup.entries(groupRoutine)) {
    const of = world.cast.mustRow(group, key);
    nights.rises.put(of, routine?.['gets up'] ?? GETS_UP);
    nights.hours.put(of, routine?.['watch hours'] ?? WATCH_HOURS);
    nights.setAt.put(of, -0x7fffffff);
    const wants = routine?.['on watch'];
    nights.wants.put(of, wants === undefined ? 0 : wants + 1);
    for (const at of routine?.posts ?? []) {
      const row = world.of(lookout).add();
      world.of(lookout).of.put(row, of);
      world.of(lookout).at.put(row, world.cast.mustRow(place, at));
    }
  }
  for (const { key } of peopleOf(setup)) {
    const age = ages.get(key)?.age;
    if (age !== undefined && !isGrown(age)) world.of(roster).excused.put(world.cast.mustRow(person, key), 1);
  }
}

/** Where some sleep as it begins in the evening or at night, the others are up because they have the watch: until morning, where they are. */
export function startWatches(world: World): void {
  const rows = world.of(roster);
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0 || !isEvening(world, of)) continue;
    const people = peopleOfHome(world, of);
    const up = people.filter((who) => world.of(body).awake.raw[who] === 1);
    if (up.length === people.length || up.length === 0) continue;
    world.of(night).setAt.put(of, world.time);
    for (const who of up) {
      rows.post.put(who, world.of(position).at.raw[who] + 1);
      rows.from.put(who, world.time);
      rows.until.put(who, nightsEnd(world, of));
      rows.on.put(who, 1);
    }
  }
}

/** A routine of those who have no home, or more on watch than can stand it. */
export function oddRoutines(setup: Setup): Remark[] {
  return [...setup.entries(groupRoutine)].flatMap(([key, { routine }]) =>
    routine === undefined ? [] : oddRoutine(setup, key, routine),
  );
}

function oddRoutine(setup: Setup, key: string, routine: Routine): Remark[] {
  const path = ['groups', key, 'routine'];
  const remarks: Remark[] = [];
  if (setup.entries(groupBonds).get(key)?.home === undefined) {
    remarks.push({
      severity: 'warning',
      code: 'no-home-to-keep',
      path,
      message: `${key} has no home, so nobody keeps these hours.`,
      hint: `Add "home:" to ${key}, or leave "routine:" out.`,
    });
  }
  const wants = routine['on watch'] ?? 0;
  const able = peopleOf(setup).filter(
    (each) => each.group === key && isGrown(setup.entries(peopleBodies).get(each.key)?.age),
  ).length;
  if (wants > able) {
    const can = able === 0 ? 'nobody' : able === 1 ? 'one person' : `${able} people`;
    remarks.push({
      severity: 'error',
      code: able === 0 ? 'nobody-to-watch' : 'too-many-on-watch',
      path: [...path, 'on watch'],
      message: `${wants} of ${key} are to stand watch at once, and it has ${can} from ${GROWN_UP} to ${TOO_OLD - 1} years old.`,
      hint:
        able === 0
          ? 'Leave it out, or give it people who can.'
          : `Write ${Math.max(1, Math.floor(able / 3))} or fewer, so that some can sleep.`,
    });
  }
  return remarks;
}
