import { predicate } from '../../kernel/beliefs.ts';
import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';

export const REGIONS = ['head', 'chest', 'belly', 'arm', 'leg'] as const;
export type Region = (typeof REGIONS)[number];

/** One wound: whose, where, how fast it bleeds (ml/min untreated), and what was done about it. */
export const wound = table('wound', { person: u32, ordinal: u16, region: u8, flow: f32, dressed: u8, madeBy: event });

/** What wounds have done to each person so far. */
export const vitals = table(
  'vitals',
  {
    wounds: u8,
    /** Blood lost, in ml, and the second until which that is reckoned. */
    lost: f32,
    reckoned: i32,
    /** The share of their blood at which this person goes down, and dies. */
    downAt: f32,
    deadAt: f32,
    worst: event,
    /** Whom they are seeing to, as row + 1, since when, and the event by which they began. */
    tending: u32,
    tendsUntil: i32,
    tendedBy: event,
  },
  { along: person },
);

/** The claims that somebody is hurt and needs help, and that somebody has fallen. */
export const isHurt = predicate('wounds/hurt', person);
export const hasFallen = predicate('wounds/fallen', person);

/** Blood of a grown person: 70 ml/kg at 70 kg. [s: ATLS] */
export const BLOOD_ML = 4900;
