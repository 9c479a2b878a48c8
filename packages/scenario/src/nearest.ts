import { compareBytes } from './byte-order.ts';

/** More names than this are not looked at for one suggestion, so that a hostile file cannot make suggestions costly. */
const MOST_CANDIDATES = 5_000;
const LONGEST_WORD = 80;

/**
 * The candidate that somebody who wrote `word` most likely meant, or null where none is close: at most a third of the
 * letters wrong (and never more than three), else the shortest candidate that has `word` as its beginning or as one of its
 * words, or is itself such a part of it. Small and capital letters count as the same. Ties go to the first in byte order.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  if (wanted.length === 0 || wanted.length > LONGEST_WORD) return null;
  const most = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
  let best: string | null = null;
  let bestScore = Infinity;
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > MOST_CANDIDATES) break;
    const score = closeness(wanted, candidate.toLowerCase(), most);
    if (score > bestScore || score === Infinity) continue;
    if (score === bestScore && best !== null && compareBytes(best, candidate) <= 0) continue;
    best = candidate;
    bestScore = score;
  }
  return best;
}

/** Slips of the pen score 0 to 3; parts of one another score 10 and up; all else is Infinity. */
function closeness(wanted: string, candidate: string, most: number): number {
  const slips = editDistance(wanted, candidate, most);
  if (slips <= most) return slips;
  if (wanted.length < 3 || candidate.length < 3 || candidate.length > LONGEST_WORD) return Infinity;
  const apart = Math.abs(wanted.length - candidate.length);
  return isPart(wanted, candidate) || isPart(candidate, wanted) ? 10 + apart : Infinity;
}

function isPart(part: string, text: string): boolean {
  return text.startsWith(part) || text.split(' ').includes(part);
}

/**
 * The number of letters to insert, delete, replace or swap with a neighbour to get from `a` to `b` (optimal string
 * alignment). Gives up and says `most + 1` as soon as it is sure to be more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(at(last, b.length), most + 1);
}

const at = (row: readonly number[], i: number) => row[i] ?? Infinity;
