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
    /** 1 where it is more than flesh: in the trunk or the head, or it took something, or would not have stopped. */
    grave: u8,
    /** When and by which event it was last dressed, and how well, 0..1. */
    dressedAt: i32,
    dressedBy: event,
    dressedWell: f32,
    /** Seconds for which it lay bare until it was dressed first. */
    bareFor: i32,
    /** The luck of its turning septic, of its closing and of how long it keeps somebody down: 0..1, drawn when it is made. */
    foulLuck: f32,
    closeLuck: f32,
    lieLuck: f32,
    /** Whether it has turned: 0 not yet asked, 1 it stayed clean, 2 it turned septic. */
    foul: u8,
    /** The event by which it closed; 0 while it is open. */
    closedBy: event,
    closed: u8,
  },
  { perPerson: 1 },
);

/** What wounds have done to each person so far. */
export const vitals = table(
  'vitals',
  {
    wounds: u8,
    /** How many of them are open still. */
    open: u8,
    /** Blood lost, in ml, and the second until which that is reckoned. */
    lost: f32,
    reckoned: i32,
    /** Blood whose volume may be back but which is thin still, in ml. */
    thin: f32,
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

/** A fever from a wound: one at a time. */
export const fever = table(
  'fever',
  {
    /** 1 while they have it, 2 once it keeps them in bed. */
    state: u8,
    /** When it began, by which event, and when it turns to good or ill. */
    since: i32,
    by: event,
    turnsAt: i32,
    /** The luck of its end, 0..1, drawn as it began. */
    luck: f32,
    /** 1 where the wound that it came from is grave. */
    grave: u8,
    /** When the last one broke, and by which event. */
    brokeAt: i32,
    brokeBy: event,
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
