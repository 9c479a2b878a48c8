import type { Told } from '../told.ts';
import type { Fact } from './fact.ts';
import { plainly, wordCount } from './fact.ts';
import { consequences } from './select.ts';

/** What weighs how much where there is not room for all: what it came down to; who was lost at home; what was decided. */
const WORTH = { past: 900, sum: 800, exchange: 400, home: 300, led: 260, apart: 200, lost: 120, joined: 100 } as const;
const MOST_CAME = 40;
const RARITY = 60;

function weighs(fact: Fact, home: string | undefined): number {
  if (fact.time < 0) return WORTH.past;
  if (fact.how === 'losses') {
    const [one] = fact.actors;
    if (fact.sums !== true) return WORTH.joined;
    return one?.side === home ? WORTH.home : WORTH.lost;
  }
  if (fact.sums === true) return WORTH.sum;
  if (fact.exchange === true) return WORTH.exchange;
  if (fact.how === undefined || fact.how === 'summed') return WORTH.led;
  return fact.how === 'apart' ? WORTH.apart : WORTH.joined;
}

/** The phases with what matters least left out, until about so many words are left. */
export function trimmed(
  phases: readonly (readonly Fact[])[],
  told: readonly Told[],
  most: number,
  home: string | undefined,
): Fact[][] {
  const after = consequences(told);
  const facts = phases.flat();
  const kinds = new Map<string, number>();
  for (const { kind } of facts) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const worth = (fact: Fact) =>
    weighs(fact, home) +
    Math.min(MOST_CAME, Math.max(0, ...fact.ids.map((id) => after.get(id) ?? 0))) +
    RARITY / (kinds.get(fact.kind) ?? 1);
  const ranked = facts
    .map((fact) => ({ fact, worth: worth(fact) }))
    .sort((a, b) => a.worth - b.worth || b.fact.time - a.fact.time);
  let words = facts.reduce((sum, fact) => sum + wordCount(plainly(fact)), 0);
  const left = new Set<Fact>();
  for (const { fact, worth: least } of ranked) {
    if (words <= most || least >= WORTH.exchange) break;
    left.add(fact);
    words -= wordCount(plainly(fact));
  }
  return phases.map((phase) => phase.filter((fact) => !left.has(fact))).filter((phase) => phase.length > 0);
}
