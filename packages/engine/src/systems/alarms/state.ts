import { event, f32, tally, u16, u8 } from '../../kernel/columns.ts';
import { slot } from '../../kernel/system.ts';
import { group, person, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** What can stir in the dark. */
export const STIRS = ['animal', 'wind', 'mist'] as const;

/** What each person has to do with alarms. */
export const vigil = table(
  'vigil',
  {
    /**
     * Of those on watch in this hour: the luck of their senses (as much as chance adds to what they take in), where they looked, as
     * row + 1 (0: nothing there drew their eye), what stirred there, as an index into STIRS + 1, and who lay there, as row + 1, since what event, and
     * whether they moved.
     */
    noise: f32,
    at: u16,
    what: u8,
    lurker: u16,
    came: event,
    moves: u8,
    /** The event by which something last stirred before their eyes. */
    stir: event,
    /** How far they have come to think that an alarm means nothing, 0..1, by what. */
    doubt: tally,
    /** 1 if they get up for the alarm that is being raised; 1 while they are out on account of one. */
    heeds: u8,
    out: u8,
  },
  { along: person },
);

/** How far an alarm has got. */
export const STATES = ['none', 'raised', 'people out'] as const;

/**
 * The last alarm of each group: where, by which event, by which people turned out and who led them; who was really there, since what event, and
 * what really stirred (of which only what those find who look tells anybody), and how many there have been, true and false; and since what event
 * nobody lies about to be seen.
 */
export const alarm = table(
  'alarm',
  {
    state: u8,
    at: u16,
    by: event,
    outBy: event,
    leader: u16,
    lurker: u16,
    trail: event,
    what: u8,
    raised: u16,
    untrue: u16,
    quietBy: event,
  },
  { along: group },
);

/** That a night is as quiet as it is rests on who lay about, and went. Tracked. */
export function readQuiet(world: World, of: number): void {
  const { state, quietBy } = world.of(alarm);
  state.at(of);
  quietBy.at(of);
}

/** How many animals go about in each place at night, as a multiple of what is usual. */
export const wild = table('wild', { animals: f32 }, { along: place, stamps: 'none' });

/** Somebody who lies somewhere to look at a group's people, and the event by which they came there. */
export interface Lurker {
  readonly who: number;
  readonly at: number;
  readonly by: number;
  /** Whether they are on the move there, as in coming and going. */
  readonly moves: boolean;
}
/** Those who creep about a group's home unseen as yet. Plain reads. */
export const lurkers = slot<(world: World, of: number) => readonly Lurker[]>('alarms/lurkers');

/** So little doubt of alarms is none. [d] */
export const LEAST_DOUBT = 0.02;
