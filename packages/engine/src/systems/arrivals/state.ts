import { event, i32, u16, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { outfit, peopleOut, stray } from '../bands/state.ts';
import { groupOf } from '../groups/state.ts';

/** What people come to a gate for. */
export const PURPOSES = ['shelter', 'trade'] as const;
export type Purpose = (typeof PURPOSES)[number];
/** How far somebody is with it. */
export const STAGES = ['not', 'on the way', 'at the gate'] as const;

/** Whoever comes to a gate, alone or for all of their group: how far they are, why they come, and what came of it before. */
export const caller = table(
  'caller',
  {
    /** Rows of STAGES and PURPOSES. */
    stage: u8,
    purpose: u8,
    due: i32,
    setOut: event,
    /** The need, and the report, that bring them. */
    need: event,
    report: event,
    /** Once they stand at the gate: by which event, and that by which they were told to wait (0: they were not). */
    came: event,
    waits: event,
    /** When they last had an answer (0: never), and which. */
    answered: i32,
    answer: event,
  },
  { along: person },
);

/** Who has come in from elsewhere: by which event, and from which group, as row + 1. */
export const newcomer = table('newcomer', { by: event, from: u16 }, { along: person });

/** Those for whom somebody speaks at a gate: themselves, or all of their group out there. Plain reads. */
export function thoseWith(world: World, speaker: number): number[] {
  return world.of(stray).alone.raw[speaker] === 1 ? [speaker] : peopleOut(world)[groupOf(world, speaker)];
}

/** The event by which somebody is in need of what they come for. */
export function needOf(world: World, speaker: number, purpose: Purpose): number {
  if (world.of(stray).alone.at(speaker) === 1) return world.of(stray).by.raw[speaker];
  const { shortBy, lacksBy } = world.of(outfit);
  return (purpose === 'trade' ? lacksBy : shortBy).raw[groupOf(world, speaker)];
}
