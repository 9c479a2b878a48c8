import { event, i32, u8 } from '../../kernel/columns.ts';
import { predicate } from '../../kernel/beliefs.ts';
import { person, table } from '../../kernel/tables.ts';

/** What gives people away, and whether they know that there is something to look for. */
export const notice = table(
  'notice',
  {
    /** 1 once somebody knows that there is fighting or danger about. */
    alarmed: u8,
    alarmedBy: event,
    alarmedAt: i32,
    /** When they last fired, and the shot. */
    flashAt: i32,
    flash: event,
    /** 1 while they lie hidden on purpose. */
    hidden: u8,
  },
  { along: person },
);

/** The claim that somebody is in a place. */
export const isAt = predicate('sight/at', person);

/** Seconds after which a sighting no longer says where somebody is now. [d] */
export const FRESH = 30;
