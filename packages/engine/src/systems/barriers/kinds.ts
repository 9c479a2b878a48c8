import type { Material } from '../places/templates.ts';

/**
 * What stands between two places. `work` is what it takes one person to get through it, in seconds; `climbs` the seconds
 * to get over it from without and `drops` from within (0: nobody does), `passes` the seconds that its own people lose at it, by ladder, hatch or bolt; `opens`
 * whether it can be undone from within; `sight` how much those right at it see across (0..1), `past` how much is seen past
 * it from further off; `cover` the share of hits that it stops for those within, and for those without too where it
 * covers `both`; `material` what it is made of. All are design defaults; see docs/model/barriers.md.
 */
export interface BarrierKind {
  readonly work: number;
  readonly climbs: number;
  readonly drops: number;
  readonly passes: number;
  readonly opens: boolean;
  readonly sight: number;
  readonly past: number;
  readonly cover: number;
  readonly both: boolean;
  readonly material: Material;
}

export const BARRIER_KINDS = {
  'barred door': {
    work: 70,
    climbs: 0,
    drops: 0,
    passes: 3,
    opens: true,
    sight: 0.05,
    past: 0,
    cover: 0.45,
    both: true,
    material: 'timber',
  },
  'barricaded door': {
    work: 120,
    climbs: 0,
    drops: 0,
    passes: 6,
    opens: true,
    sight: 0.1,
    past: 0,
    cover: 0.6,
    both: true,
    material: 'timber',
  },
  'barricaded window': {
    work: 60,
    climbs: 0,
    drops: 0,
    passes: 8,
    opens: true,
    sight: 0.5,
    past: 0.2,
    cover: 0.55,
    both: false,
    material: 'timber',
  },
  'barred gate': {
    work: 480,
    climbs: 0,
    drops: 0,
    passes: 8,
    opens: true,
    sight: 0.3,
    past: 0.1,
    cover: 0.5,
    both: true,
    material: 'timber',
  },
  palisade: {
    work: 420,
    climbs: 0,
    drops: 10,
    passes: 12,
    opens: false,
    sight: 0.9,
    past: 0.1,
    cover: 0.4,
    both: false,
    material: 'timber',
  },
  'wagon barricade': {
    work: 240,
    climbs: 14,
    drops: 8,
    passes: 5,
    opens: true,
    sight: 0.75,
    past: 0.6,
    cover: 0.45,
    both: true,
    material: 'timber',
  },
  'brick wall': {
    work: 1800,
    climbs: 60,
    drops: 14,
    passes: 12,
    opens: false,
    sight: 0.6,
    past: 0.1,
    cover: 0.6,
    both: true,
    material: 'brick',
  },
  'stone wall': {
    work: 3600,
    climbs: 75,
    drops: 14,
    passes: 12,
    opens: false,
    sight: 0.6,
    past: 0.1,
    cover: 0.65,
    both: true,
    material: 'stone',
  },
  fence: {
    work: 60,
    climbs: 6,
    drops: 6,
    passes: 3,
    opens: false,
    sight: 0.95,
    past: 0.9,
    cover: 0.05,
    both: true,
    material: 'none',
  },
  wire: {
    work: 90,
    climbs: 25,
    drops: 25,
    passes: 10,
    opens: false,
    sight: 1,
    past: 1,
    cover: 0,
    both: false,
    material: 'none',
  },
} as const satisfies Readonly<Record<string, BarrierKind>>;

export type BarrierName = keyof typeof BARRIER_KINDS;
export const BARRIER_NAMES = Object.keys(BARRIER_KINDS).sort() as [BarrierName, ...BarrierName[]];
