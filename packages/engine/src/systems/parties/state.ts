import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { outWith } from '../bands/state.ts';
import { body } from '../bodies/state.ts';
import { site } from '../region/state.ts';
import { SOUGHT } from '../stores/lacking.ts';
import type { Sought } from '../stores/lacking.ts';
import { GOODS } from '../stores/state.ts';

/** Where a party is: at home, half way out or past it, at the site, half way back or past it. */
export const LEGS = ['home', 'setting out', 'coming near', 'searching', 'turning back', 'coming home'] as const;

/** The party that each group has out, if it has one. */
export const trip = table(
  'trip',
  {
    /** Row of LEGS, and when this leg is over. */
    leg: u8,
    due: i32,
    /** Where to, who leads it as row + 1, and the event by which it set out. */
    site: u16,
    lead: u32,
    setOut: event,
    /** What it goes for, a row of SOUGHT. */
    good: u8,
    /** When those at home look for it, and the event by which they began to miss it. */
    back: i32,
    missedBy: event,
    /** Food that they carry to eat, in grams, and what that gives in kcal; what they have eaten of it. */
    food: i32,
    kcal: f32,
    eaten: i32,
    /** What they know that those at home do not: what is left at the site of what they went for, a row of LEFT + 1; and by which event. */
    saw: u8,
    sawBy: event,
    /** Where they came upon armed people, as the site's row + 1, and by which event. */
    met: u16,
    metBy: event,
    /** When the last party was over. */
    ended: i32,
  },
  { along: group },
);

/** What each party has found and carries: row `group * GOODS.length + good`, in grams or pieces. */
export const haul = table('haul', { amount: i32 });
export const haulRow = (of: number, good: number): number => of * GOODS.length + good;

/**
 * Where a group has learnt that there is none left of a thing that is not eaten, row `(group * sites + site) * SOUGHT.length +
 * good`. Of food it is a report, which others may hear as well.
 */
export const combed = table('combed', { gone: u8 });

export function combedRow(world: World, of: number, at: number, good: Sought): number {
  return (of * world.of(site).count + at) * SOUGHT.length + SOUGHT.indexOf(good);
}

/** What is left where somebody has searched. */
export const LEFT = ['nothing', 'little', 'plenty'] as const;

/** Those of a group's party who live, in the order of stable names. Plain reads. */
export const partyOf = (world: World, of: number): number[] => outWithParty(world, of, 1);
/** Those who have died while they were out with it. */
export const fallenOf = (world: World, of: number): number[] => outWithParty(world, of, 0);

function outWithParty(world: World, of: number, living: 0 | 1): number[] {
  const { party } = world.of(outWith);
  const { alive } = world.of(body);
  const found = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (party.raw[who] === of + 1 && alive.raw[who] === living) found.push(who);
  }
  return found;
}
