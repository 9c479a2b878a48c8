import { predicate } from '../../kernel/beliefs.ts';
import { event, f32, tally, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';

/** What keeps each person going, at two speeds: suppression (seconds) and strain (the fight). */
export const nerves = table(
  'nerves',
  {
    /** Near misses of the last seconds; see docs/model/resolve.md for the scale. */
    suppression: tally,
    /**
     * What it was as the second began: of those who fire in one second, nobody's aim suffers from the others' rounds, or
     * whoever comes first by name would always have the better of it.
     */
    shaken: f32,
    /** What they have been through since it began. */
    strain: tally,
    pinned: u8,
    pinnedBy: event,
    /** The last event by which lying pinned wore on them. */
    wornBy: event,
    broken: u8,
    brokenBy: event,
  },
  { along: person },
);

/** Suppression at which somebody goes to ground, and at which they look up again. [d] */
export const PINS = 1;
export const LETS_UP = 0.45;

/** The claim that somebody has lost their nerve and runs or cowers. */
export const hasBroken = predicate('resolve/broken', person);
