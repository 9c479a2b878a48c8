import type { Score } from '@anchorhold/engine';
import { countWords } from '../english/numbers.ts';

/** The shares that people name, largest first, and how each is said after `drew her`. */
const SHARES: readonly (readonly [least: number, words: string])[] = [
  [1.15, ''],
  [0.87, 'as much'],
  [0.7, 'three quarters as much'],
  [0.58, 'two thirds as much'],
  [0.42, 'half as much'],
  [0.29, 'a third as much'],
  [0.22, 'a quarter as much'],
  [0.15, 'a fifth as much'],
  [0.07, 'a tenth as much'],
];

/** How much one thing draws somebody beside another: `a third as much`, `twice as much`, `hardly at all`. */
export function ratioWords(ratio: number): string {
  if (ratio >= 1.15) {
    if (ratio < 1.75) return 'half as much again';
    return ratio < 2.5 ? 'twice as much' : `${countWords(Math.min(100, ratio))} times as much`;
  }
  return SHARES.find(([least]) => ratio >= least)?.[1] ?? 'hardly at all';
}

/** A part of what something takes: `a third of what it takes`, `nearly all that it takes`. */
export function partWords(part: number): string {
  if (part >= 0.87) return 'nearly all that it takes';
  const share = SHARES.find(([least]) => part >= least)?.[1].replace(' as much', '');
  return share === undefined ? 'hardly anything of what it takes' : `${share} of what it takes`;
}

/** A chance as a plain share: `one in five`, `three in four`, `less than one in a hundred`. */
export function chanceWords(chance: number): string {
  if (chance >= 0.975) return 'all but certain';
  if (chance >= 0.85) return 'nine in ten';
  if (chance >= 0.7) return 'three in four';
  if (chance >= 0.58) return 'two in three';
  if (chance < 0.01) return 'less than one in a hundred';
  const of = 1 / chance;
  return `one in ${countWords(of < 10 ? of : of < 20 ? Math.round(of / 5) * 5 : Math.round(of / 10) * 10)}`;
}

/** Whether a score is what an option lost by, and which is nearer to having been chosen: smaller is nearer. */
export function farness(score: Score): number {
  switch (score.by) {
    case 'race':
      return score.time;
    case 'chance':
      return score.chance <= 0 ? Infinity : score.drawn / score.chance;
    case 'measure':
      return score.reached <= 0 ? Infinity : score.needed / score.reached;
  }
}

/** How likely an option was, as far as luck decided, or what part it had of what it takes: 0..1; null where neither is so. */
export function shareOf(score: Score | null): number | null {
  if (score === null) return null;
  const share =
    score.by === 'race'
      ? score.share
      : score.by === 'chance'
        ? score.chance
        : score.reached / Math.max(1e-9, score.needed);
  return Math.min(1, Math.max(0, share));
}
