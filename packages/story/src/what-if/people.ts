import { person, state } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';

/** How somebody stands, as far as a history is judged by it. */
export type Standing = 'dead' | 'captive' | 'down' | 'gone' | 'up';

/** Somebody who stands otherwise in another history. */
export interface Differing {
  /** Stable name, and what is shown. */
  readonly name: string;
  readonly shown: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** Who stands otherwise in `after` than in `before`, in the order of the scenario. */
export function differingPeople(before: World, after: World): Differing[] {
  if (!before.ruleset.tables.includes(state.body)) return [];
  const found: Differing[] = [];
  for (let who = 0; who < before.of(person).count; who++) {
    const [was, is] = [standingOf(before, who), standingOf(after, who)];
    if (was === is) continue;
    found.push({
      name: before.keyOf(person, who),
      shown: before.cast.shownName(person, who),
      before: was,
      after: is,
    });
  }
  return found;
}

function standingOf(world: World, who: number): Standing {
  const bodies = world.of(state.body);
  if (bodies.alive.raw[who] === 0) return 'dead';
  if (world.of(state.captive).state.raw[who] === 2) return 'captive';
  if (bodies.down.raw[who] === 1) return 'down';
  return world.of(state.position).gone.raw[who] === 1 ? 'gone' : 'up';
}
