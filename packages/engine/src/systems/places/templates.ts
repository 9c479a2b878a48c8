/** What stops a round, from least to most. A place's `tier` is an index into it. */
export const MATERIALS = ['none', 'cloth', 'timber', 'brick', 'stone'] as const;
export type Material = (typeof MATERIALS)[number];

/**
 * What places are like, by kind: `cover` the share of hits that it stops, `concealment` the share of looks that it
 * keeps off, `size` in metres across, `sight` how far it opens onto the places beside it (0..1), `material` what its
 * cover is made of (earth counts as stone), `fuel` how well it burns (0..1). All are design defaults; see
 * docs/model/places.md.
 */
export interface PlaceTemplate {
  readonly cover: number;
  readonly concealment: number;
  readonly roofed: boolean;
  readonly size: number;
  readonly sight: number;
  readonly material: Material;
  readonly fuel: number;
}

export const PLACE_TEMPLATES = {
  'stone house': { cover: 0.75, concealment: 0.75, roofed: true, size: 12, sight: 0.8, material: 'stone', fuel: 0.35 },
  'timber house': { cover: 0.5, concealment: 0.75, roofed: true, size: 12, sight: 0.8, material: 'timber', fuel: 0.7 },
  barn: { cover: 0.45, concealment: 0.65, roofed: true, size: 16, sight: 0.6, material: 'timber', fuel: 0.85 },
  shed: { cover: 0.3, concealment: 0.65, roofed: true, size: 6, sight: 0.5, material: 'timber', fuel: 0.7 },
  cellar: { cover: 0.85, concealment: 0.92, roofed: true, size: 5, sight: 0.25, material: 'stone', fuel: 0.1 },
  loft: { cover: 0.5, concealment: 0.8, roofed: true, size: 8, sight: 0.8, material: 'timber', fuel: 0.85 },
  'open yard': { cover: 0.12, concealment: 0.1, roofed: false, size: 30, sight: 1, material: 'none', fuel: 0.05 },
  lane: { cover: 0.2, concealment: 0.25, roofed: false, size: 40, sight: 0.9, material: 'stone', fuel: 0.05 },
  field: { cover: 0.05, concealment: 0.1, roofed: false, size: 80, sight: 1, material: 'none', fuel: 0.1 },
  orchard: { cover: 0.3, concealment: 0.45, roofed: false, size: 50, sight: 0.7, material: 'timber', fuel: 0.15 },
  wood: { cover: 0.45, concealment: 0.65, roofed: false, size: 100, sight: 0.5, material: 'timber', fuel: 0.2 },
  scrub: { cover: 0.15, concealment: 0.5, roofed: false, size: 60, sight: 0.7, material: 'none', fuel: 0.3 },
  ditch: { cover: 0.6, concealment: 0.6, roofed: false, size: 30, sight: 0.6, material: 'stone', fuel: 0 },
  wall: { cover: 0.65, concealment: 0.5, roofed: false, size: 20, sight: 1, material: 'stone', fuel: 0 },
  tower: { cover: 0.5, concealment: 0.4, roofed: false, size: 4, sight: 1, material: 'timber', fuel: 0.6 },
  quarry: { cover: 0.5, concealment: 0.45, roofed: false, size: 50, sight: 0.6, material: 'stone', fuel: 0 },
  culvert: { cover: 0.85, concealment: 0.9, roofed: true, size: 8, sight: 0.25, material: 'stone', fuel: 0 },
  'brick house': { cover: 0.7, concealment: 0.75, roofed: true, size: 12, sight: 0.8, material: 'brick', fuel: 0.4 },
  hall: { cover: 0.5, concealment: 0.7, roofed: true, size: 20, sight: 0.8, material: 'timber', fuel: 0.65 },
  gatehouse: { cover: 0.7, concealment: 0.65, roofed: true, size: 8, sight: 0.9, material: 'stone', fuel: 0.3 },
  workshop: { cover: 0.4, concealment: 0.65, roofed: true, size: 12, sight: 0.6, material: 'timber', fuel: 0.75 },
  hayloft: { cover: 0.3, concealment: 0.85, roofed: true, size: 10, sight: 0.6, material: 'timber', fuel: 1 },
  cistern: { cover: 0.85, concealment: 0.9, roofed: true, size: 5, sight: 0.25, material: 'stone', fuel: 0 },
  gully: { cover: 0.55, concealment: 0.6, roofed: false, size: 40, sight: 0.6, material: 'stone', fuel: 0.1 },
  rubble: { cover: 0.55, concealment: 0.5, roofed: false, size: 20, sight: 0.8, material: 'brick', fuel: 0 },
  'palisade walk': { cover: 0.55, concealment: 0.5, roofed: false, size: 20, sight: 1, material: 'timber', fuel: 0.35 },
  'earth bank': { cover: 0.6, concealment: 0.4, roofed: false, size: 25, sight: 1, material: 'stone', fuel: 0 },
  road: { cover: 0.05, concealment: 0.05, roofed: false, size: 100, sight: 1, material: 'none', fuel: 0 },
} as const satisfies Readonly<Record<string, PlaceTemplate>>;

export type PlaceKind = keyof typeof PLACE_TEMPLATES;
export const PLACE_KINDS = Object.keys(PLACE_TEMPLATES).sort() as [PlaceKind, ...PlaceKind[]];
