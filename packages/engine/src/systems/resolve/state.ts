import { predicate } from '../../kernel/beliefs.ts';
import { event, tally, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';

/** What keeps each person going, at two speeds: suppression (seconds) and strain (the fight). */
export const nerves = table(
  'nerves',
  {
    /** Near misses of the last seconds; see docs/model/resolve.md for the scale. */
    suppression: tally,
    /** What they have been through since it began. */
    strain: tally,
    pinned: u8,
    pinnedBy: event,
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
