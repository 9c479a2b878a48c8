/**
 * What places are like, by kind: `cover` the share of hits that it stops, `concealment` the share of looks that it
 * keeps off, `size` in metres across, `sight` how far it opens onto the places beside it (0..1). All are design
 * defaults; see docs/model/places.md.
 */
export interface PlaceTemplate {
  readonly cover: number;
  readonly concealment: number;
  readonly roofed: boolean;
  readonly size: number;
  readonly sight: number;
}

export const PLACE_TEMPLATES = {
  'stone house': { cover: 0.75, concealment: 0.75, roofed: true, size: 12, sight: 0.8 },
  'timber house': { cover: 0.5, concealment: 0.75, roofed: true, size: 12, sight: 0.8 },
  barn: { cover: 0.45, concealment: 0.65, roofed: true, size: 16, sight: 0.6 },
  shed: { cover: 0.3, concealment: 0.65, roofed: true, size: 6, sight: 0.5 },
  cellar: { cover: 0.85, concealment: 0.92, roofed: true, size: 5, sight: 0.25 },
  loft: { cover: 0.5, concealment: 0.8, roofed: true, size: 8, sight: 0.8 },
  'open yard': { cover: 0.12, concealment: 0.1, roofed: false, size: 30, sight: 1 },
  lane: { cover: 0.2, concealment: 0.25, roofed: false, size: 40, sight: 0.9 },
  field: { cover: 0.05, concealment: 0.1, roofed: false, size: 80, sight: 1 },
  orchard: { cover: 0.3, concealment: 0.45, roofed: false, size: 50, sight: 0.7 },
  wood: { cover: 0.45, concealment: 0.65, roofed: false, size: 100, sight: 0.5 },
  scrub: { cover: 0.15, concealment: 0.5, roofed: false, size: 60, sight: 0.7 },
  ditch: { cover: 0.6, concealment: 0.6, roofed: false, size: 30, sight: 0.6 },
  wall: { cover: 0.65, concealment: 0.5, roofed: false, size: 20, sight: 1 },
  tower: { cover: 0.5, concealment: 0.4, roofed: false, size: 4, sight: 1 },
  quarry: { cover: 0.5, concealment: 0.45, roofed: false, size: 50, sight: 0.6 },
  culvert: { cover: 0.85, concealment: 0.9, roofed: true, size: 8, sight: 0.25 },
  road: { cover: 0.05, concealment: 0.05, roofed: false, size: 100, sight: 1 },
} as const satisfies Readonly<Record<string, PlaceTemplate>>;

export type PlaceKind = keyof typeof PLACE_TEMPLATES;
export const PLACE_KINDS = Object.keys(PLACE_TEMPLATES).sort() as [PlaceKind, ...PlaceKind[]];
