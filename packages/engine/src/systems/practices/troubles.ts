/** What weighs on people, how much of that shows, and what others make of it: which need not be what it is. */
import { SECONDS } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { regard } from '../bonds/state.ts';
import { body } from '../bodies/state.ts';
import { TEMPERS } from '../bodies/system.ts';
import { dreadOf, dreadedBy, fear } from '../dread/state.ts';
import { feeling, feelingRow, feltBy, heart, strengthOf } from '../feelings/state.ts';
import type { Emotion } from '../feelings/state.ts';
import { groupOf, side } from '../groups/state.ts';

export type Temper = (typeof TEMPERS)[number];

/** What weighs on somebody. */
export interface Trouble {
  readonly what: 'apart' | 'fear' | Emotion;
  /** The event behind it, and whom it is about; -1 for nobody. */
  readonly by: number;
  readonly about: number;
  /** How heavily, 0..1, and how much of that others can see. */
  readonly felt: number;
  readonly shown: number;
  /** Read what it rests on. Tracked. */
  readonly read: () => void;
}

/** Feelings that weigh on people. */
const WEIGHS: readonly Emotion[] = ['grief', 'shame', 'resentment'];
/** So little weighs on nobody. [d] */
const LEAST = 0.15;
/** How heavily it weighs that somebody could not rejoice, beside their dread, and the hours in which half of that is gone. [d] */
const APART = 0.55;
const APART_DREADS = 0.45;
const APART_HOURS = 60;
/** How much of what they feel people of a temper keep from others; what leading adds before one's people; the most there is of it. [d] */
const KEEPS: Readonly<Partial<Record<Temper, number>>> = {
  cold: 0.45,
  proud: 0.4,
  wary: 0.25,
  stubborn: 0.2,
  bitter: 0.1,
  gentle: -0.15,
  timid: -0.2,
};
const LEADS_KEEPS = 0.3;
const KEEPS_MOST = 0.85;
/** How much of that is no secret to whoever is as fond of them, or knows them as well, as can be. [d] */
const SEEN_THROUGH = 0.7;
/** How far off somebody may be about how heavily a thing weighs on another, either way. [d] */
const MISTAKEN = 0.3;

export const hasTemper = (world: World, who: number, temper: Temper): boolean =>
  (world.of(heart).temper.raw[who] & (1 << TEMPERS.indexOf(temper))) !== 0;

export const leads = (world: World, who: number): boolean => world.of(side).leader.raw[groupOf(world, who)] === who + 1;

/** How much of what they feel somebody keeps from others, 0..1. Plain reads. */
export function masks(world: World, who: number): number {
  let sum = leads(world, who) ? LEADS_KEEPS : 0;
  for (const temper of TEMPERS) if (hasTemper(world, who, temper)) sum += KEEPS[temper] ?? 0;
  return Math.max(0, Math.min(KEEPS_MOST, sum));
}

/** What weighs on somebody, in a fixed order. Plain reads. */
export function troublesOf(world: World, who: number): Trouble[] {
  if (world.of(body).alive.raw[who] === 0) return [];
  const shown = 1 - masks(world, who);
  const found: Trouble[] = [];
  const add = (what: Trouble['what'], by: number, about: number, felt: number, read: () => void): void => {
    if (felt >= LEAST && by !== 0) found.push({ what, by, about, felt, shown: felt * shown, read });
  };
  const hearts = world.of(heart);
  const { dread } = world.of(fear);
  const apart = hearts.apartBy.raw[who];
  if (apart !== 0) {
    const hours = (world.time - world.chronicle.time(apart)) / SECONDS.hour;
    const left = (APART * APART_HOURS) / (APART_HOURS + hours) + APART_DREADS * dreadOf(world, who);
    add('apart', apart, hearts.apart.raw[who] - 1, Math.min(1, left), () => hearts.apartBy.at(who));
  }
  add('fear', dreadedBy(world, who)[0] ?? 0, -1, dreadOf(world, who), () => dread.at(who));
  for (const what of WEIGHS) {
    const row = feelingRow(who, what);
    const rows = world.of(feeling);
    if (rows.strength.raw[row] < LEAST) continue;
    add(what, feltBy(world, who, what)[0] ?? 0, rows.about.raw[row] - 1, strengthOf(world, who, what), () =>
      rows.strength.at(row),
    );
  }
  return found;
}

/** What weighs on somebody most; null where nothing does. Plain reads. */
export function worstOf(troubles: readonly Trouble[]): Trouble | null {
  return troubles.reduce<Trouble | null>(
    (worst, each) => (worst === null || each.felt > worst.felt ? each : worst),
    null,
  );
}

/**
 * What one person takes to weigh on another, by what shows and by how well they know them; null where nothing seems to. `look` is what the
 * luck of it is for: asked once a moment for two people. Plain reads.
 */
export function seemsTo(
  world: World,
  who: number,
  seenBy: number,
  look: number,
): { trouble: Trouble; seems: number } | null {
  const knows = Math.max(0, regard(world, seenBy, who, 'affection'), regard(world, seenBy, who, 'familiarity'));
  let best: { trouble: Trouble; seems: number } | null = null;
  troublesOf(world, who).forEach((trouble, i) => {
    if (trouble.about === seenBy) return;
    const plain = trouble.shown + (trouble.felt - trouble.shown) * SEEN_THROUGH * knows;
    const seems = plain + MISTAKEN * (2 * world.luck(look, seenBy, who, i) - 1) * (1 - knows);
    if (seems >= LEAST && (best === null || seems > best.seems)) best = { trouble, seems: Math.min(1, seems) };
  });
  return best;
}
