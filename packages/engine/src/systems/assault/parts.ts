import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { squad, squadPeople, squadsIn } from '../squads/state.ts';
import { commandersSquad } from '../squads/system.ts';
import { PARTS, part } from './state.ts';
import type { Part } from './state.ts';

/** From how many squads on some are sent ahead to look, and some make a show of force. */
const SCOUTS_FROM = 4;
const SHOW_FROM = 3;

/** Who does what: the commander's own are the reserve, the smallest go ahead to look, the next make the show, the rest break in. */
export function giveParts(world: World, of: number): void {
  const parts = world.of(part).part;
  const own = commandersSquad(world, of);
  const give = (row: number, what: Part): void => parts.put(row, PARTS.indexOf(what));
  const sizes = new Map(squadsIn(world, of).map((row) => [row, presentOf(world, row)] as const));
  for (const [row, size] of sizes) {
    give(row, 'none');
    if (size === 0) sizes.delete(row);
  }
  const rest = [...sizes.keys()]
    .filter((row) => row !== own && world.of(squad).reserve.raw[row] === 0)
    .sort((a, b) => sizes.get(a)! - sizes.get(b)!);
  for (const row of sizes.keys()) give(row, row === own || world.of(squad).reserve.raw[row] === 1 ? 'reserve' : 'main');
  const squads = sizes.size;
  if (squads >= SCOUTS_FROM && rest.length > 2) give(rest.shift()!, 'scouts');
  if (squads >= SHOW_FROM && rest.length > 1) give(rest.shift()!, 'show');
}

/** How many of a squad live and are here. */
function presentOf(world: World, row: number): number {
  const { alive } = world.of(body);
  const { gone } = world.of(position);
  return squadPeople(world, row).filter((who) => alive.raw[who] === 1 && gone.raw[who] === 0).length;
}
