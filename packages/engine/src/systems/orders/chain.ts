import { causeEvent } from '../../kernel/events.ts';
import { readEvent } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { squadOf } from '../squads/state.ts';

/** Kinds of events by which an order travels from a commander to somebody: the first cause of each is the step before. */
const STEPS: readonly string[] = ['orders/received', 'orders/repeated', 'orders/handed-over', 'orders/sent'];

/** Kinds of events at which whoever acts tells a squad what it is to do. */
const TELLS: readonly string[] = ['orders/ordered', 'orders/received', 'orders/repeated'];

/** The squad that is told something by such an event: the one it names, else the actor's own; -1 for all squads. */
function squadTold(world: World, id: number): number {
  const { kind, roles } = readEvent(world, id);
  return roles['squad'] ?? (kind === 'orders/received' ? squadOf(world, roles['actor']) : -1);
}

/** At how many events of the same second before this one its actor has told the same people what to do. */
export function toldBefore(world: World, id: number): number {
  const { chronicle, ruleset } = world;
  const squad = squadTold(world, id);
  let count = 0;
  for (let at = id - 1; at > 0 && chronicle.time(at) === world.time; at--) {
    if (!TELLS.includes(ruleset.kinds[chronicle.kind(at)].kind.id)) continue;
    if (chronicle.word(at, 0) !== chronicle.word(id, 0)) continue;
    const other = squadTold(world, at);
    if (other === squad || other < 0 || squad < 0) count++;
  }
  return count;
}

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
