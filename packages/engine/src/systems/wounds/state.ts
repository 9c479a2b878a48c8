import { predicate } from '../../kernel/beliefs.ts';
import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';

/** Neck and groin stand for all that lies between trunk and limbs, where nothing can be tied off. */
export const REGIONS = ['head', 'chest', 'belly', 'arm', 'leg', 'neck', 'groin'] as const;
export type Region = (typeof REGIONS)[number];

/** What a hit takes from somebody at once: the use of an arm, their run, their walk, their feet, their life. */
export const TAKES = ['nothing', 'feet', 'life', 'grip', 'stride', 'legs'] as const;
export type Takes = (typeof TAKES)[number];

/** One wound: whose, where, how fast it bleeds and how much it has bled (ml/min, ml), and whether it was seen to. */
export const wound = table(
  'wound',
  {
    person: u32,
    ordinal: u16,
    region: u8,
    flow: f32,
    bled: f32,
    dressed: u8,
    madeBy: event,
  },
  { perPerson: 1 },
);

/** What wounds have done to each person so far. */
export const vitals = table(
  'vitals',
  {
    wounds: u8,
    /** Blood lost, in ml, and the second until which that is reckoned. */
    lost: f32,
    reckoned: i32,
    /** What their body has yet to lose, in ml, since it began to fail for want of blood; 0 while it does not. */
    failing: f32,
    /** The share of their blood at which this person goes down, and dies. */
    downAt: f32,
    deadAt: f32,
    worst: event,
    /** Whom they are seeing to, as row + 1, since when, and the event by which they began. */
    tending: u32,
    tendsUntil: i32,
    tendedBy: event,
    /** Who is seeing to them, as row + 1. */
    carer: u32,
  },
  { along: person },
);

/** What each person can still do with their arms, their legs and their wits, each with the event that took it. */
export const able = table(
  'able',
  {
    /** 0 both arms, 1 one hurts, 2 one is useless. */
    arms: u8,
    armsBy: event,
    /** 0 runs, 1 limps, 2 crawls. */
    legs: u8,
    legsBy: event,
    /** 1 once they are faint from loss of blood. */
    faint: u8,
    faintBy: event,
  },
  { along: person },
);

/** The claims that somebody is hurt and needs help, and that somebody has fallen. */
export const isHurt = predicate('wounds/hurt', person);
export const hasFallen = predicate('wounds/fallen', person);

/** Blood of a grown person: 70 ml/kg at 70 kg. [s: ATLS] */
export const BLOOD_ML = 4900;
/** Share of blood whose loss makes somebody faint, brings them down, and kills: lowest, and how much it differs between people. [s: ATLS; d] */
export const FAINT_AT = 0.3;
export const DOWN_AT = 0.35;
export const DEAD_AT = 0.45;
export const DIFFERS = 0.05;
/** What bleeds less than so many ml/min clots by itself. [d, after s: small limb 10-30] */
export const CLOTS_BELOW = 20.5;
