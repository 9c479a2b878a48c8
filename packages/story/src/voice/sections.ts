import { identity, shownName } from '../english/names.ts';
import { list } from '../english/nouns.ts';
import { aboutTime, dayOf, dayWords, partOfDay } from '../english/times.ts';
import type { Entity } from '../told.ts';
import type { Fact } from './fact.ts';

/** So long without anything to tell ends a section, seconds. */
const quiet = 600;
/** A section of so many facts is cut at its widest pause or change of place. */
const fullSection = 22;
const smallestPart = 6;
const fewest = 4;

export interface Part {
  readonly facts: readonly Fact[];
}

function cutLong(facts: readonly Fact[]): readonly Fact[][] {
  if (facts.length <= fullSection) return [[...facts]];
  let best = -1;
  let bestAt = Math.floor(facts.length / 2);
  for (let at = smallestPart; at <= facts.length - smallestPart; at++) {
    const [before, after] = [facts[at - 1], facts[at]];
    if (before === undefined || after === undefined) continue;
    const moved =
      before.place !== undefined && after.place !== undefined && identity(before.place) !== identity(after.place);
    const middle = 1 - Math.abs(at - facts.length / 2) / facts.length;
    const worth = (after.time - before.until + (moved ? 30 : 0) + 5) * middle;
    if (worth > best) {
      best = worth;
      bestAt = at;
    }
  }
  return [...cutLong(facts.slice(0, bestAt)), ...cutLong(facts.slice(bestAt))];
}

/** Cuts the facts into sections at quiet stretches, and long stretches at a pause or a change of place. */
export function partsOf(facts: readonly Fact[]): Part[] {
  const blocks: Fact[][] = [];
  for (const fact of facts) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    if (block !== undefined && last !== undefined && fact.time - last.until <= quiet) block.push(fact);
    else blocks.push([fact]);
  }
  const whole: Fact[][] = [];
  for (const block of blocks) {
    const before = whole.at(-1);
    // A line or two make no section: they end the one before, or open the one after.
    if (before !== undefined && (block.length < fewest || before.length < fewest)) before.push(...block);
    else whole.push([...block]);
  }
  return whole.flatMap((block) => cutLong(block)).map((part) => ({ facts: part }));
}

/** Where most of it happened; the two commonest places where none has half. */
function placeWords(facts: readonly Fact[]): string {
  const counts = new Map<string, { place: Entity; n: number }>();
  for (const { place } of facts) {
    if (place === undefined) continue;
    const known = counts.get(identity(place));
    if (known === undefined) counts.set(identity(place), { place, n: 1 });
    else known.n++;
  }
  const ranked = [...counts.values()].sort((a, b) => b.n - a.n);
  const [most, second] = ranked;
  if (most === undefined) return '';
  const total = ranked.reduce((sum, { n }) => sum + n, 0);
  const shown = second === undefined || most.n * 2 > total ? [most] : [most, second];
  return list(shown.map(({ place }) => shownName(place)));
}

/**
 * Titles such as `Shortly before two, the yard`: the part of day where it changes, the day where there are several. `later`
 * where other sections came before.
 */
export function titlesOf(parts: readonly Part[], begin: number, later = false): string[] {
  let lastTime = '';
  let lastPart = '';
  let lastDay = 0;
  const titles: string[] = [];
  const seen = new Set<string>();
  const times = parts.map(({ facts }) => begin + (facts[0]?.time ?? 0));
  const days = later || new Set(times.map(dayOf)).size > 1;
  parts.forEach(({ facts }, index) => {
    const at = times[index] ?? 0;
    const { words } = aboutTime(at);
    const part = partOfDay(at);
    const day = dayOf(at);
    const named = /midnight|noon/.test(words);
    let time =
      words === lastTime && day === lastDay ? 'a little later' : words + (part === lastPart || named ? '' : ` ${part}`);
    if (days && day !== lastDay && (later || index > 0)) time = `${dayWords(at)}, ${time}`;
    const place = placeWords(facts);
    let title = place === '' ? time : `${time}, ${place}`;
    if (seen.has(title)) title = place === '' ? 'later still' : `later still, ${place}`;
    seen.add(title);
    titles.push(title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
    if (words !== lastTime) lastTime = words;
    lastPart = part;
    lastDay = day;
  });
  return titles;
}
