/** What a scenario says of where people sleep, and what is wrong with it. */
import { peopleOf } from '../../kernel/cast.ts';
import { entries, integer, nameIn, optionally } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrierForms } from '../barriers/system.ts';
import { side } from '../groups/state.ts';
import { groupBonds } from '../groups/system.ts';
import { groupWards } from '../infirmary/beds.ts';
import { neighboursOf, placeForms, reachOf } from '../places/forms.ts';
import { PLACE_TEMPLATES } from '../places/templates.ts';
import { bedless, lodge } from './rooms.ts';
import { lodging, room } from './state.ts';

/** The share of a place's floor on which people can lie, and square metres that one takes. [d; s: Sphere, 3.5 covered square metres a person] */
const USABLE = 0.5;
const METRES_EACH = 3.5;

export const placeBeds = entries('places', {
  sleeps: optionally(integer(0, 1000, 'How many find room to sleep there; by its size where it is left out.')),
});
export const peopleQuarters = entries('people', {
  quarters: optionally(nameIn('places', 'Where they sleep; as there is room where it is left out.')),
});

/** How many can sleep in a place. */
function bedsIn(setup: Setup, key: string): number {
  const own = setup.entries(placeBeds).get(key)?.sleeps;
  const { roofed, size } = PLACE_TEMPLATES[setup.entries(placeForms).get(key)!.like];
  return own ?? (roofed ? Math.floor((USABLE * size * size) / METRES_EACH) : 0);
}

export function layRooms(world: World, setup: Setup): void {
  for (const key of setup.entries(placeForms).keys()) {
    world.of(room).beds.put(world.cast.mustRow(place, key), bedsIn(setup, key));
  }
  for (const [key, { quarters }] of setup.entries(peopleQuarters)) {
    if (quarters === undefined) continue;
    world.of(lodging).at.put(world.cast.mustRow(person, key), world.cast.mustRow(place, quarters) + 1);
  }
}

/** Who is not said to sleep anywhere has had a bed before it begins, as far as there are any. */
export function startQuarters(world: World): void {
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0) continue;
    for (const [who, at] of lodge(world, of, bedless(world, of))) world.of(lodging).at.put(who, at + 1);
  }
}

/** More people than can sleep in a place or a home, and beds under the open sky. */
export function oddQuarters(setup: Setup): Remark[] {
  return [...oddNamed(setup), ...oddHomes(setup)];
}

function oddNamed(setup: Setup): Remark[] {
  const remarks: Remark[] = [];
  const taken = new Map<string, number>();
  const known = new Set(peopleOf(setup).map(({ key }) => key));
  for (const [key, { quarters }] of setup.entries(peopleQuarters)) {
    if (quarters === undefined || !known.has(key)) continue;
    const path = ['people', key, 'quarters'];
    const beds = bedsIn(setup, quarters);
    const count = (taken.get(quarters) ?? 0) + 1;
    taken.set(quarters, count);
    if (beds === 0 && count === 1) {
      remarks.push({
        severity: 'warning',
        code: 'no-beds',
        path,
        message: `Nobody can sleep in ${quarters}: it has no roof.`,
        hint: `Name a house, or write "sleeps:" at ${quarters}.`,
      });
    } else if (beds > 0 && count === beds + 1) {
      remarks.push({
        severity: 'warning',
        code: 'too-few-beds',
        path,
        message: `More people have their quarters in ${quarters} than the ${beds} who find room to sleep there.`,
        hint: `Write "sleeps:" at ${quarters}, or give ${key} other quarters.`,
      });
    }
  }
  return remarks;
}

/** Homes with more people than room for them: those who are not said to sleep anywhere are lodged there, and in what belongs to it. */
function oddHomes(setup: Setup): Remark[] {
  const own = setup.entries(peopleQuarters);
  const people = peopleOf(setup);
  const remarks: Remark[] = [];
  for (const [key, { home }] of setup.entries(groupBonds)) {
    if (home === undefined) continue;
    const rooms = roomsBy(setup, key, home);
    const beds = [...rooms].reduce((sum, at) => sum + bedsIn(setup, at), 0);
    const quartered = people.filter((each) => rooms.has(own.get(each.key)?.quarters ?? '')).length;
    const others = people.filter((each) => each.group === key && own.get(each.key)?.quarters === undefined).length;
    const free = Math.max(0, beds - quartered);
    if (others <= free) continue;
    const room = free === 0 ? 'nobody else' : free === 1 ? 'one' : `${free}`;
    remarks.push({
      severity: 'warning',
      code: 'too-few-beds',
      path: ['groups', key, 'home'],
      message: `${others} of ${key} have no quarters of their own, and in ${home} and about it there is room for ${room} to sleep.`,
      hint: `Write "sleeps:" at ${home}, or give it a roofed place "next to: ${home}".`,
    });
  }
  return remarks;
}

/**
 * Home, and the places in which its people may be lodged: those beside it, and, where barriers stand, any that can be got to
 * (which of them lie within the walls shows only when the world is built). Not where another group lives, nor where the wounded lie.
 */
function roomsBy(setup: Setup, key: string, home: string): ReadonlySet<string> {
  const isWalled = setup.entries(barrierForms).size > 0;
  const near = isWalled ? reachOf(setup, home) : (neighboursOf(setup).get(home) ?? []);
  const rooms = new Set([home, ...near]);
  for (const [other, bonds] of setup.entries(groupBonds)) {
    if (other !== key && bonds.home !== undefined) rooms.delete(bonds.home);
  }
  const sick = setup.entries(groupWards).get(key)?.infirmary;
  if (sick !== undefined && sick !== home) rooms.delete(sick);
  return rooms;
}
