/** What sites out there are like, and the ways between them. */
import type { Good } from '../stores/state.ts';

/**
 * A kind of site: `hopes` is what people expect of one where nobody has been, and `holds` what lies in one where the scenario
 * does not say, in grams or pieces; `forage` what one person finds to eat there in a day, in grams, by season from spring to
 * winter; `bears` the most that all of it gives in a day; `wet` whether there is water to drink.
 */
export interface SiteKind {
  readonly hopes: Readonly<Partial<Record<Good, number>>>;
  readonly holds: Readonly<Partial<Record<Good, number>>>;
  readonly forage: readonly [spring: number, summer: number, autumn: number, winter: number];
  readonly bears: number;
  readonly wet: boolean;
}

/** Kinds of sites. [d] */
export const SITES = {
  'ruined town': {
    hopes: { food: 60_000, firewood: 80_000, timber: 100_000, dressings: 8, rounds: 10 },
    holds: { food: 60_000, dressings: 12, salt: 4000, firewood: 400_000, timber: 300_000 },
    forage: [20, 40, 40, 10],
    bears: 1000,
    wet: false,
  },
  depot: {
    hopes: { food: 80_000, timber: 40_000, dressings: 6, rounds: 40 },
    holds: { food: 80_000, fuel: 20_000, timber: 60_000, rounds: 60 },
    forage: [0, 0, 0, 0],
    bears: 0,
    wet: false,
  },
  mill: {
    hopes: { food: 30_000, timber: 60_000, firewood: 20_000 },
    holds: { food: 30_000, 'seed grain': 10_000, timber: 120_000 },
    forage: [20, 60, 60, 10],
    bears: 600,
    wet: true,
  },
  farm: {
    hopes: { food: 15_000, timber: 40_000, firewood: 60_000 },
    holds: { timber: 80_000, firewood: 150_000 },
    forage: [60, 300, 350, 30],
    bears: 5000,
    wet: true,
  },
  wood: {
    hopes: { firewood: 120_000, timber: 60_000 },
    holds: { firewood: 60_000_000, timber: 20_000_000 },
    forage: [120, 250, 300, 60],
    bears: 4000,
    wet: true,
  },
  river: {
    hopes: { firewood: 20_000 },
    holds: { firewood: 90_000 },
    forage: [250, 300, 250, 120],
    bears: 3000,
    wet: true,
  },
  camp: { hopes: {}, holds: {}, forage: [60, 120, 120, 30], bears: 1500, wet: true },
  crossing: { hopes: { food: 5000 }, holds: {}, forage: [30, 60, 60, 10], bears: 600, wet: true },
} as const satisfies Readonly<Record<string, SiteKind>>;
export type SiteName = keyof typeof SITES;
export const SITE_NAMES = Object.keys(SITES).sort() as [SiteName, ...SiteName[]];

/** Ways, and how fast people walk on them by day and by night, in km/h. [m; track d] */
export const WAYS = {
  road: { day: 4, night: 3.2 },
  track: { day: 3.2, night: 2.4 },
  'cross-country': { day: 2.4, night: 1.6 },
} as const;
export const WAY_NAMES = ['road', 'track', 'cross-country'] as const;

/** What can go wrong on a way: a bit each, in this order. */
export const HAZARDS = ['ford', 'wolves', 'the sick', 'loose masonry'] as const;
export type Hazard = (typeof HAZARDS)[number];
