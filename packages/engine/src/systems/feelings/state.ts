import { event, f32, tally, u16, u32 } from '../../kernel/columns.ts';
import { slot } from '../../kernel/system.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Touch } from '../dread/touching.ts';

/** What people feel besides dread, which stands apart. */
export const EMOTIONS = ['relief', 'hope', 'pride', 'gratitude', 'grief', 'shame', 'resentment'] as const;
export type Emotion = (typeof EMOTIONS)[number];
/** Which of them are good to feel. */
export const GOOD: readonly Emotion[] = ['relief', 'hope', 'pride', 'gratitude'];

/**
 * What each person feels, in rows `person * EMOTIONS.length + emotion`: how strongly and by which events; whom it is about, as row + 1
 * of `person`; and the event since which it has hold of them, 0 while it has not.
 */
export const feeling = table('feeling', { strength: tally, about: u32, since: event });

/**
 * The ground each person feels things on: what they are like, as bits of TEMPERS, and their mood, -1..1; and on whose account they could
 * not rejoice last, as row + 1.
 */
export const heart = table('heart', { temper: u16, mood: f32, apart: u32, apartBy: event }, { along: person });

/** Up to which event all that moves anybody has been taken account of: one row. */
export const moved = table('moved', { upTo: event }, { stamps: 'none' });

export const feelingRow = (who: number, emotion: Emotion): number => who * EMOTIONS.length + EMOTIONS.indexOf(emotion);

/** How strongly somebody feels something, 0..1. Plain reads. */
export function strengthOf(world: World, who: number, emotion: Emotion): number {
  return Math.min(1, world.of(feeling).strength.raw[feelingRow(who, emotion)]);
}

/** The share of a feeling that is gone back to for reasons, and the most events that are. */
const MOST_OF_IT = 0.8;
const MOST_EVENTS = 4;

/** The events that most of what somebody feels goes back to. */
export function feltBy(world: World, who: number, emotion: Emotion): number[] {
  return world.of(feeling).strength.contributors(feelingRow(who, emotion), MOST_OF_IT).slice(0, MOST_EVENTS);
}

/** What kind of event makes people feel something, who does, and how strongly: 0..1, in somebody of an even temper. */
export interface Moves extends Touch {
  readonly feels: Emotion;
  /** The role of a person whom it is about: whose death is grieved, who is thanked. */
  readonly about?: string;
  /** Whether it is felt as strongly as they are close to whom it is about. */
  readonly byTie?: true;
  /** For all whose home was attacked by the group in the role `group`. */
  readonly attacked?: number;
}

/** All that moves people. Whoever declares an event that does puts it here. */
export const moves = slot<Moves>('feelings/moves');
