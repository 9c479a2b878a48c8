import { beginOf, readEvent } from '@anchorhold/engine';
import type { EventRecord, Weight, World } from '@anchorhold/engine';
import { eventSayer } from '../said.ts';

/** An event as an answer names it. */
export interface SaidEvent {
  /** Its number in its own history. */
  readonly id: number;
  readonly key: string;
  /** Seconds since the beginning. */
  readonly time: number;
  readonly kind: string;
  readonly weight: Weight;
  /** One plain English sentence. */
  readonly text: string;
}

/** Says the events of a world by their numbers. */
export function saying(world: World): (id: number) => SaidEvent {
  const sayer = eventSayer(world);
  const begin = beginOf(world.recipe.setup);
  return (id) => {
    const event = readEvent(world, id);
    const { key, time, kind } = event;
    return { id, key, time: time - begin, kind, weight: weightOf(event), text: sayer(event) };
  };
}

function weightOf({ entry, fields }: EventRecord): Weight {
  const { weight } = entry.words;
  return typeof weight === 'function' ? weight(fields as never) : weight;
}
