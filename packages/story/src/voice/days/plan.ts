import { dayOf } from '../../english/times.ts';
import type { Fact } from '../fact.ts';
import type { Days } from './heading.ts';
import type { Span } from './spans.ts';

/** So many quiet days at most are told as one. */
const MOST_GATHERED = 5;
/** A day with so many facts is no quiet one; nor is one on which anything turned. */
const FEWEST = 2;

/** Days that make one section, with what is told of them. */
export interface Entry extends Days {
  readonly facts: readonly Fact[];
}

function isQuiet(facts: readonly Fact[]): boolean {
  return facts.length < FEWEST && facts.every(({ weight }) => weight !== 'turn');
}

/** A span's days: each for itself where something happened, quiet ones gathered. No day is left out. */
export function entriesOf(facts: readonly Fact[], span: Span, begin: number, most = MOST_GATHERED): Entry[] {
  const entries: Entry[] = [];
  const last = dayOf(begin + span.to - 1);
  let gathering: Entry | null = null;
  for (let day = dayOf(begin + span.from); day <= last; day++) {
    const own = facts.filter(({ time }) => dayOf(begin + time) === day);
    const quiet = isQuiet(own);
    if (gathering !== null && quiet && day - gathering.first < most) {
      const more: Entry = { ...gathering, last: day, facts: [...gathering.facts, ...own] };
      entries[entries.length - 1] = more;
      gathering = more;
      continue;
    }
    const entry: Entry = { first: day, last: day, facts: own };
    entries.push(entry);
    gathering = quiet ? entry : null;
  }
  return entries;
}
