import { event, f32, i32, tally, u16, u32, u8 } from '../../kernel/columns.ts';
import { namedTable, person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** A part of a group that is led and sent as one. */
export const squad = namedTable('squad', {
  group: u16,
  /** Who leads it, as row + 1. */
  leader: u32,
  /** 1 where it is kept back for the commander to use. */
  reserve: u8,
  /** Where it belongs as it begins, as row + 1. */
  post: u32,
  /** What it was last told: index into TASKS, where (as row + 1), the commander's order, and what it was heard by. */
  task: u8,
  goal: u32,
  order: event,
  by: event,
  /** When its leader last repeated the order, and last sent word to the commander. */
  repeated: i32,
  reported: i32,
  /** What has shaken it in the last minutes, 0 for nothing; 1 while it wavers. */
  shock: tally,
  wavers: u8,
  waversBy: event,
  /** The most that has shaken it when it was asked whether it stands, since it was last in hand. */
  stood: f32,
});

/** To which squad each person belongs, as row + 1; and whether its leader has counted them as lost. */
export const inSquad = table('in-squad', { squad: u32, lost: u8 }, { along: person });

/** Row of somebody's squad, or -1. */
export function squadOf(world: World, who: number): number {
  return world.of(inSquad).squad.raw[who] - 1;
}
/** Rows of a group's squads, the commander's own first, then in order of names. */
export function squadsIn(world: World, of: number): number[] {
  const rows = world.of(squad);
  const found = [];
  for (let row = 0; row < rows.count; row++) if (rows.group.raw[row] === of) found.push(row);
  return found;
}
/** Rows of a squad's people, in the order of stable names. */
export function squadPeople(world: World, of: number): number[] {
  const { squad: squads } = world.of(inSquad);
  const { count } = world.of(person);
  const found = [];
  for (let who = 0; who < count; who++) if (squads.raw[who] === of + 1) found.push(who);
  return found;
}
