import { event, f32, u32, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';

/** Who of the dead has been buried, and by which event. */
export const grave = table('grave', { dug: u8, by: event }, { along: person });

/**
 * The digging of each group: where its graves are, as row of a place + 1 (0: the nearest open ground), by which event it was
 * begun (0 while there is nothing to dig), and the person-hours that have gone into the grave that is being dug.
 */
export const digging = table('digging', { at: u32, begun: u8, begunBy: event, hours: f32 }, { along: group });
