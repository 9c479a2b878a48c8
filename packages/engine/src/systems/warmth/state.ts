import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { group, person, place, table } from '../../kernel/tables.ts';

/** How cold it is beside the season: as usual, a cold spell, bitter frost. */
export const SPELLS = ['mild', 'cold', 'bitter'] as const;
/** How fires are kept: through the evening and the night, for the evening, or as embers. */
export const FIRES = ['full', 'short', 'low'] as const;
/** What people burn when the firewood is gone. */
export const BURNT = ['timber', 'furniture'] as const;
/** How far the cold has got with somebody. */
export const LEVELS = ['warm', 'chilled', 'freezing'] as const;

/** The coldness over everything, one row: the spell, by which event, and whether anything in this world goes by it. */
export const coldness = table('coldness', { spell: u8, by: event, told: u8 });

/** What each group burns to keep warm, where the scenario tells of its firewood. */
export const hearth = table(
  'hearth',
  {
    /** Where it lies, as row + 1; 0: what warms it is no part of this world. */
    seat: u32,
    /** Row of FIRES, by which event; for how many days firewood is to last. */
    fires: u8,
    firesBy: event,
    days: u16,
    /** Until when the fires that were lit last burn, and the event. */
    burnsUntil: i32,
    litBy: event,
    /** 1 while there is nothing left to burn, and since what event; the event by which there was something again last. */
    out: u8,
    outBy: event,
    fuelBy: event,
    /** Person-hours that have gone into wood which is cut and not yet brought home. */
    toil: f32,
    /** Grams of wood in benches, beds and shelves that could be burnt. */
    furniture: i32,
  },
  { along: group },
);

/** Grams of firewood that can be cut in each place. */
export const stand = table('stand', { left: i32 }, { along: place });

/** What the cold has done to each person. */
export const chill = table(
  'chill',
  {
    /** Cold that they have not got over, in degrees short of comfort times hours, and how cold they are just now, in degrees. */
    debt: f32,
    now: f32,
    /** Row of LEVELS, and by which event. */
    level: u8,
    levelBy: event,
    /** What cold costs them, by age, as a multiple, and the debt with which they die. */
    frail: f32,
    deadAt: f32,
  },
  { along: person },
);
