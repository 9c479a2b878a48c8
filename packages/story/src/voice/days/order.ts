import type { Affair } from '../../words.ts';
import type { Fact } from '../fact.ts';

const HOUR = 3600;
const DAY = 86_400;
/** Parts of a day that are told one after the other, by their first hour: what is within one is told by affairs. */
const PARTS = [0, 5, 20] as const;
const AFFAIRS: readonly Affair[] = ['wounded', 'walls', 'stores', 'watch', 'people'];

/** Facts of a day that are told together. */
export type Block = readonly Fact[];

const secondOf = (time: number): number => ((time % DAY) + DAY) % DAY;

/** Whether somebody died. */
export function isGrave({ grave }: Fact): boolean {
  return grave === true;
}

function worth(facts: readonly Fact[]): number {
  return Math.max(...facts.map((fact) => (isGrave(fact) ? 3 : fact.weight === 'turn' ? 2 : 1)));
}

/** A day in the order in which it is told: before light, by day, at night; within each by affairs, what matters most first. */
export function blocksOf(facts: readonly Fact[], begin: number): Block[] {
  const blocks: { part: number; affair: number; facts: Fact[] }[] = [];
  const inTime = [...facts].sort((a, b) => a.time - b.time || (a.ids[0] ?? 0) - (b.ids[0] ?? 0));
  for (const fact of inTime) {
    const hour = secondOf(begin + fact.time) / HOUR;
    const part = PARTS.findLastIndex((from) => hour >= from);
    const affair = AFFAIRS.indexOf(fact.affair ?? 'people');
    const known = blocks.find((block) => block.part === part && block.affair === affair);
    if (known === undefined) blocks.push({ part, affair, facts: [fact] });
    else known.facts.push(fact);
  }
  return blocks
    .sort((a, b) => a.part - b.part || worth(b.facts) - worth(a.facts) || a.affair - b.affair)
    .map((block) => block.facts);
}
