import type { Before } from './before.ts';
import type { BondShown } from './bonds.ts';
import type { Belief } from '@anchorhold/story';
import type { Condition } from './look.ts';
import type { Looks } from './looks.ts';
import type { CaptivityShown } from './standing.ts';

/** A person at a moment. Names are keys, times seconds since the beginning, events their numbers. */
export interface PersonShown {
  readonly what: 'person';
  readonly name: string;
  readonly shown: string;
  readonly time: number;
  readonly clock: string;
  readonly group: string;
  readonly leads: boolean;
  readonly offices: readonly string[];
  readonly squad: string | null;
  readonly condition: Condition;
  /** By what they are told, recognised and mistaken. */
  readonly looks: Looks;
  readonly body: {
    readonly alive: boolean;
    readonly awake: boolean;
    readonly down: boolean;
    /** 0 fresh .. 1 spent. */
    readonly fatigue: number;
    /** Events before the first day that left them short of sleep. */
    readonly tiredBy: readonly number[];
    readonly bloodLostMl: number;
    readonly downBy: number | null;
  };
  readonly wounds: readonly {
    readonly region: string;
    readonly mlPerMinute: number;
    readonly dressed: boolean;
    readonly by: string | null;
    readonly event: number;
  }[];
  readonly gear: { readonly weapon: string; readonly rounds: number; readonly dressings: number };
  readonly carries: { readonly good: string; readonly amount: number } | null;
  /** What wounds and loss of blood have taken: the event that took the use of an arm, of the legs, and a clear head. */
  readonly lost: { readonly arm: number | null; readonly legs: number | null; readonly wits: number | null };
  /** Whom they carry on their back, and who carries them. */
  readonly bears: string | null;
  readonly carriedBy: string | null;
  /** `at` is null for those who have left the map. */
  readonly position: { readonly at: string | null; readonly since: number; readonly bound: string | null };
  readonly duty: { readonly task: string; readonly place: string | null; readonly because: number | null };
  /** What work they are set to and by which event, what they are at this hour, and the place in which they sleep. */
  readonly daily: {
    readonly setTo: string | null;
    readonly because: number | null;
    readonly at: string | null;
    readonly bed: string | null;
  };
  readonly waits: string | null;
  readonly captive: CaptivityShown | null;
  readonly heart: {
    readonly steady: boolean;
    readonly pinned: boolean;
    readonly broken: boolean;
    readonly strain: number;
    /** The event since which they start at shadows. */
    readonly onEdge: number | null;
  };
  readonly bonds: readonly BondShown[];
  /** What lay between them and others before it began. */
  readonly past: readonly Before[];
  readonly knowledge: readonly Belief[];
}
