import { u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** From slight to heavy and from short to tall: neighbours in these lists are easily taken for each other. */
export const BUILDS = ['slight', 'lean', 'broad', 'heavy'] as const;
export const HEIGHTS = ['short', 'middling', 'tall'] as const;
export const HAIR = ['black', 'brown', 'fair', 'red', 'grey', 'white', 'bald'] as const;
export const LENGTHS = ['cropped', 'long', 'braided'] as const;
export const COATS = [
  'wool coat',
  'leather coat',
  'oilskin',
  'parka',
  'poncho',
  'canvas jacket',
  'quilted vest',
] as const;
export const GAITS = ['plain', 'limps', 'strides', 'stoops', 'shuffles'] as const;
export const CARRIES = ['nothing', 'pack', 'bedroll', 'sack', 'axe', 'coil of rope'] as const;

/** What each person looks like, as indices into the lists above. Nothing that happens changes it. */
export const appearance = table(
  'appearance',
  { build: u8, height: u8, hair: u8, hairLength: u8, coat: u8, gait: u8, carries: u8 },
  { along: person, stamps: 'none' },
);

/** What counts how much when two people are compared, seen clearly. [d] */
const BY_BUILD = 1;
const BY_HEIGHT = 0.8;
const BY_COAT = 1;
const BY_GAIT = 0.7;
const BY_CARRIES = 0.5;
const BY_HAIR = 1.2;
/** How much of a coat, and of what somebody carries, is still made out where nothing else is clear. [d] */
const COAT_IN_DARK = 0.5;
/** How alike the next build or height is. [d] */
const NEXT_TO = 0.5;

/**
 * How alike two people look, 0..1, where this much can be made out (0: a shape in the dark, 1: close by in daylight). Hair
 * goes first, then the colour of a coat; how broad somebody is and how they walk shows longest.
 */
export function likeness(world: World, a: number, b: number, clear: number): number {
  const rows = world.of(appearance);
  const same = (column: { readonly raw: Uint8Array }): number => (column.raw[a] === column.raw[b] ? 1 : 0);
  const near = (column: { readonly raw: Uint8Array }): number => {
    const apart = Math.abs(column.raw[a] - column.raw[b]);
    return apart === 0 ? 1 : apart === 1 ? NEXT_TO : 0;
  };
  const made = COAT_IN_DARK + (1 - COAT_IN_DARK) * clear;
  const hair = (same(rows.hair) + same(rows.hairLength)) / 2;
  const alike =
    BY_BUILD * near(rows.build) +
    BY_HEIGHT * near(rows.height) +
    BY_GAIT * same(rows.gait) +
    made * (BY_COAT * same(rows.coat) + BY_CARRIES * same(rows.carries)) +
    clear * BY_HAIR * hair;
  return alike / (BY_BUILD + BY_HEIGHT + BY_GAIT + made * (BY_COAT + BY_CARRIES) + clear * BY_HAIR);
}

/** What somebody looks like, in the words of the scenario file. */
export function looksOf(world: World, who: number) {
  const rows = world.of(appearance);
  return {
    build: BUILDS[rows.build.raw[who]],
    height: HEIGHTS[rows.height.raw[who]],
    hair: HAIR[rows.hair.raw[who]],
    hairLength: LENGTHS[rows.hairLength.raw[who]],
    wears: COATS[rows.coat.raw[who]],
    gait: GAITS[rows.gait.raw[who]],
    carries: CARRIES[rows.carries.raw[who]],
  };
}
