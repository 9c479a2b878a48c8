import { believe, predicate } from '../../kernel/beliefs.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** The claim that somebody once did something. */
export const onceDid = predicate('past/did', person);

/** Who did it, to whom it was done (-1: nobody in particular) and who saw it know of it from then on. */
export function remember(
  world: World,
  actor: number,
  target: number,
  seenBy: readonly string[],
  id: number,
  seen: number,
): void {
  const knowers = [...seenBy.map((name) => world.cast.mustRow(person, name)), ...(target < 0 ? [] : [target]), actor];
  for (const who of new Set(knowers))
    believe(world, who, onceDid, actor, { confidence: 1, source: id, truth: id, seen });
}
