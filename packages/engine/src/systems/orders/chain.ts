import { causeEvent } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';

/** Kinds of events by which an order travels from a commander to somebody: the first cause of each is the step before. */
const STEPS: readonly string[] = ['orders/received', 'orders/repeated', 'orders/handed-over', 'orders/sent'];

/** The commander's order that an event passes on, however many mouths it has gone through; 0 where there is none. */
export function orderBehind(world: World, id: number): number {
  for (let at = id; at !== 0;) {
    const { kind, wordCount } = world.ruleset.kinds[world.chronicle.kind(at)];
    if (kind.id === 'orders/ordered') return at;
    if (!STEPS.includes(kind.id)) return 0;
    const causes = world.chronicle.causesOf(at, wordCount);
    at = causes.length === 0 ? 0 : causeEvent(causes[0]);
  }
  return 0;
}
