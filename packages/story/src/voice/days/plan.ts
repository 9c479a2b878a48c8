import { dayOf } from '../../english/times.ts';
import type { Fact } from '../fact.ts';
import { isRota, recurringIn } from './habits.ts';
import type { Days } from './heading.ts';
import type { Span } from './spans.ts';

/** A day with so much that is new is no quiet one; nor is one on which anything turned. */
const FEWEST = 2;

/** Days that make one section, with what is told of them. */
export interface Entry extends Days {
  readonly facts: readonly Fact[];
}

function isQuiet(facts: readonly Fact[], recurring: ReadonlySet<Fact>): boolean {
  const news = facts.filter((fact) => !recurring.has(fact));
  return news.length < FEWEST && news.every(({ weight }) => weight !== 'turn');
}

/** Quiet days in parts of about the same length, none longer than it may be. */
function parted(days: readonly Entry[], most: number): Entry[] {
  const parts = Math.ceil(days.length / most);
  return Array.from({ length: parts }, (_, at) => {
    const those = days.slice(Math.floor((at * days.length) / parts), Math.floor(((at + 1) * days.length) / parts));
    const [first, last] = [those[0]?.first ?? 0, those.at(-1)?.last ?? 0];
    return { first, last, facts: those.flatMap(({ facts }) => facts) };
  });
}

/**
 * A span's days: each for itself where something happened, quiet ones gathered, and a single quiet one told with the day that
 * follows. No day is left out.
 */
export function entriesOf(all: readonly Fact[], span: Span, begin: number, most: number): Entry[] {
  const recurring = recurringIn(all);
  const facts = all.filter((fact) => !recurring.has(fact) || !isRota(fact));
  const entries: Entry[] = [];
  let quiet: Entry[] = [];
  const last = dayOf(begin + span.to - 1);
  for (let day = dayOf(begin + span.from); day <= last; day++) {
    const entry = { first: day, last: day, facts: facts.filter(({ time }) => dayOf(begin + time) === day) };
    if (isQuiet(entry.facts, recurring)) {
      quiet.push(entry);
      continue;
    }
    const [one] = quiet;
    if (one !== undefined && quiet.length === 1) {
      entries.push({ first: one.first, last: day, facts: [...one.facts, ...entry.facts] });
    } else entries.push(...parted(quiet, most), entry);
    quiet = [];
  }
  return [...entries, ...parted(quiet, most)];
}
