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
  /** Whether it is somebody's fate, or something's: a death, a rout, a gate that broke, whoever's doing it was. */
  readonly fate: boolean;
  /** One plain English sentence. */
  readonly text: string;
}

/** Says the events of a world by their numbers. */
export function saying(world: World): (id: number) => SaidEvent {
  const sayer = eventSayer(world);
  const begin = beginOf(world.recipe.setup);
  return (id) => {
    const event = readEvent(world, id);
    const { key, time, kind, entry } = event;
    const fate = entry.kind.turnOf !== null;
    return { id, key, time: time - begin, kind, weight: weightOf(event), fate, text: sayer(event) };
  };
}

function weightOf({ entry, fields }: EventRecord): Weight {
  const { weight } = entry.words;
  return typeof weight === 'function' ? weight(fields as never) : weight;
}
