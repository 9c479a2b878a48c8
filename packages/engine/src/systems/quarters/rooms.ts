/** Which rooms there are, who lies where, and how those without a bed are lodged. Plain reads. */
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { isWithin } from '../defence/state.ts';
import { BURNT_OUT, WILD, burning } from '../fire/state.ts';
import { groupOf, peopleIn, side } from '../groups/state.ts';
import { wardOf } from '../infirmary/patients.ts';
import { TIES, bond } from '../past/state.ts';
import { between, ground, metresBetween, pairRow, position } from '../places/state.ts';
import { lodging, room } from './state.ts';

/** The ties of those who sleep under one roof, where there is room. */
const KIN: readonly string[] = ['sister', 'brother', 'mother', 'father', 'daughter', 'son', 'wife', 'husband'];

/** Whether a place is fit to sleep in: it has a roof, and does not burn, nor has burnt. */
export function isFit(world: World, at: number): boolean {
  const stage = world.of(burning).stage.raw[at];
  return world.of(ground).roofed.raw[at] === 1 && stage !== WILD && stage !== BURNT_OUT;
}

/** Rooms of a group: home first, then what is roofed within its walls (or beside its home), the nearest first; not where the wounded lie. */
export function roomsOf(world: World, of: number): number[] {
  const home = world.of(side).home.raw[of] - 1;
  if (home < 0) return [];
  const ward = wardOf(world, of);
  const { adjacent } = world.of(between);
  const rooms: number[] = [];
  for (let at = 0; at < world.of(place).count; at++) {
    const theirs = isWithin(world, of, at) || adjacent.raw[pairRow(world, home, at)] === 1;
    if (at !== home && at !== ward && theirs && world.of(room).beds.raw[at] > 0 && isFit(world, at)) rooms.push(at);
  }
  rooms.sort((a, b) => metresBetween(world, home, a) - metresBetween(world, home, b) || a - b);
  return isFit(world, home) ? [home, ...rooms] : rooms;
}

/** How many beds of each place are free: less those of the living who have theirs there. */
export function freeBeds(world: World): Int32Array {
  const free = Int32Array.from(world.of(room).beds.raw.subarray(0, world.of(place).count));
  const { at } = world.of(lodging);
  for (let who = 0; who < world.of(person).count; who++) {
    if (at.raw[who] !== 0 && world.of(body).alive.raw[who] === 1) free[at.raw[who] - 1]--;
  }
  return free;
}

/** Those of a group who are there and have no bed, or one that is fit for nobody any more. */
export function bedless(world: World, of: number): number[] {
  const { at } = world.of(lodging);
  const { alive } = world.of(body);
  const { gone } = world.of(position);
  return peopleIn(world, of).filter(
    (who) =>
      alive.raw[who] === 1 &&
      gone.raw[who] === 0 &&
      world.of(captive).state.raw[who] === 0 &&
      (at.raw[who] === 0 || !isFit(world, at.raw[who] - 1)),
  );
}

/** Where each of those who have no bed is to sleep: families together where there is room, the largest first; -1 for nowhere. */
export function lodge(world: World, of: number, people: readonly number[]): Map<number, number> {
  const free = freeBeds(world);
  const rooms = roomsOf(world, of);
  const given = new Map<number, number>();
  for (const family of familiesOf(world, people)) {
    const together = rooms.find((at) => free[at] >= family.length);
    for (const who of family) {
      const at = together ?? rooms.find((each) => free[each] > 0) ?? -1;
      given.set(who, at);
      if (at >= 0) free[at]--;
    }
  }
  return given;
}

/** These people by families, the largest first. One pass over what people are to each other. */
function familiesOf(world: World, people: readonly number[]): number[][] {
  const head = new Map(people.map((who) => [who, who]));
  const headOf = (who: number): number => {
    let at = who;
    while (head.get(at)! !== at) at = head.get(at)!;
    return at;
  };
  const rows = world.of(bond);
  for (let row = 0; row < rows.count; row++) {
    const [from, to] = [rows.from.raw[row], rows.to.raw[row]];
    if (!rows.isLive(row) || !head.has(from) || !head.has(to) || !KIN.includes(TIES[rows.kind.raw[row]])) continue;
    const [a, b] = [headOf(from), headOf(to)];
    head.set(Math.max(a, b), Math.min(a, b));
  }
  const families = new Map<number, number[]>();
  for (const who of people) {
    const family = families.get(headOf(who));
    if (family === undefined) families.set(headOf(who), [who]);
    else family.push(who);
  }
  return [...families.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
}

/** Where a group shuts up a prisoner: the smallest of its rooms in which none of its own sleep, or where other prisoners lie; -1 for nowhere. */
export function cellOf(world: World, of: number): number {
  const { at } = world.of(lodging);
  const slept = new Set<number>();
  const cells = new Set<number>();
  for (let who = 0; who < world.of(person).count; who++) {
    if (at.raw[who] === 0 || world.of(body).alive.raw[who] === 0) continue;
    (groupOf(world, who) === of ? slept : cells).add(at.raw[who] - 1);
  }
  const home = world.of(side).home.raw[of] - 1;
  const rooms = roomsOf(world, of).filter((each) => each !== home && !slept.has(each));
  const worth = (each: number): number => (cells.has(each) ? 0 : world.of(room).beds.raw[each]);
  return rooms.reduce((best, each) => (best < 0 || worth(each) < worth(best) ? each : best), -1);
}
