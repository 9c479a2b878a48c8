/** What there is to gather in a place: weapons that lie about, and what the dead have on them. Plain reads. */
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { flames } from '../fire/state.ts';
import { thing } from '../items/state.ts';
import { position } from '../places/state.ts';
import { firesRounds } from './state.ts';

/** Rows of weapons that lie there and of the dead with something on them, and what all of it comes to. */
export interface Pile {
  readonly things: number[];
  readonly dead: number[];
  weapons: number;
  rounds: number;
  dressings: number;
  bombs: number;
}

/** What lies in each of these places, by place; nothing for where nothing lies. */
export function pilesIn(world: World, isNear: (at: number) => boolean): Map<number, Pile> {
  const piles = new Map<number, Pile>();
  const pileAt = (at: number): Pile => {
    const known = piles.get(at) ?? { things: [], dead: [], weapons: 0, rounds: 0, dressings: 0, bombs: 0 };
    piles.set(at, known);
    return known;
  };
  const things = world.of(thing);
  for (let row = 0; row < things.count; row++) {
    if (!things.isLive(row) || !isNear(things.place.raw[row])) continue;
    const pile = pileAt(things.place.raw[row]);
    pile.things.push(row);
    pile.weapons++;
    if (firesRounds(things.weapon.raw[row])) pile.rounds += things.rounds.raw[row];
  }
  const { alive, dressings, second, secondRounds } = world.of(body);
  const { at, gone } = world.of(position);
  const { bombs } = world.of(flames);
  for (let who = 0; who < world.of(person).count; who++) {
    if (alive.raw[who] === 1 || gone.raw[who] === 1 || !isNear(at.raw[who])) continue;
    const spare = firesRounds(second.raw[who] - 1) ? secondRounds.raw[who] : 0;
    if (dressings.raw[who] + bombs.raw[who] + spare === 0) continue;
    const pile = pileAt(at.raw[who]);
    pile.dead.push(who);
    pile.rounds += spare;
    pile.dressings += dressings.raw[who];
    pile.bombs += bombs.raw[who];
  }
  return piles;
}
