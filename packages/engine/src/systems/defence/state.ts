import { event, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { group, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { hostile, leaderOf, side } from '../groups/state.ts';
import { between, pairRow, position } from '../places/state.ts';
import { barrier, barrierBetween } from '../barriers/state.ts';
import { squad, squadsIn } from '../squads/state.ts';

/** What those who are attacked at home have done about it so far. */
export const defence = table(
  'defence',
  {
    /** 1 once they have been told to stand to. */
    stoodTo: u8,
    stoodToBy: event,
    /** When somebody was last sent against those who had got in, or to a wall in need, or told to go back to their post. */
    sentAt: i32,
    sentBy: event,
    fellBack: u8,
    /** 0 undecided, 1 after them, 2 let go; and when those who were sent after them are called back. */
    chase: u8,
    chaseBy: event,
    chaseUntil: i32,
    /** The squad that was sent after them, as row + 1. */
    chaser: u32,
  },
  { along: group },
);

/** Squads that their commander has sent away from their posts: by what event, and whether they were kept back before. */
export const sortie = table('sortie', { by: event, wasReserve: u8 }, { along: squad });

/** It is over: the next time those who are attacked stand to anew. Only from within an event's `apply`. */
export function standDown(world: World, of: number): void {
  const rows = world.of(defence);
  rows.stoodTo.put(of, 0);
  rows.fellBack.put(of, 0);
  rows.chase.put(of, 0);
  rows.chaser.put(of, 0);
  for (const each of squadsIn(world, of)) world.of(sortie).by.put(each, 0);
}

/** Within whose walls each place lies, as row of the group + 1; 0 for nobody's. */
export const ward = table('ward', { of: u16 }, { along: place, stamps: 'none' });

export function isWithin(world: World, of: number, at: number): boolean {
  return world.of(ward).of.raw[at] === of + 1;
}

/**
 * Within the walls of a group lies what its enemies cannot get to from where they start without passing a barrier that the
 * group keeps. Where nothing shuts them out, it is the group's home alone.
 */
export function layWards(world: World): void {
  const count = world.of(place).count;
  const { adjacent } = world.of(between);
  const wards = world.of(ward).of;
  for (let of = 0; of < world.of(group).count; of++) {
    const home = world.of(side).home.raw[of] - 1;
    if (home < 0) continue;
    const open: number[] = [];
    const reached = new Uint8Array(count);
    for (let other = 0; other < world.of(group).count; other++) {
      const leader = leaderOf(world, other);
      if (!hostile(world, of, other) || leader < 0) continue;
      const at = world.of(position).at.raw[leader];
      reached[at] = 1;
      open.push(at);
    }
    for (const at of open) {
      for (let to = 0; to < count; to++) {
        if (reached[to] === 1 || adjacent.raw[pairRow(world, at, to)] === 0) continue;
        const row = barrierBetween(world, at, to);
        if (row >= 0 && world.of(barrier).keeper.raw[row] === of + 1) continue;
        reached[to] = 1;
        open.push(to);
      }
    }
    wards.put(home, of + 1);
    for (let at = 0; at < count && open.length > 0; at++) if (reached[at] === 0) wards.put(at, of + 1);
  }
}
