import type { Discourse } from '../english/discourse.ts';
import { forgetMentions, newDiscourse } from '../english/discourse.ts';
import type { Where } from './days/opening.ts';
import type { Construction } from './reasons.ts';

/** How a sentence opened: with a name or pronoun, or in one of the ways that vary it. */
export type Opening = 'name' | 'time' | 'place' | 'reason' | 'participle' | 'complement' | 'turn of speech';

/** What a voice remembers while it tells, so that it does not repeat itself. */
export interface Teller {
  readonly discourse: Discourse;
  /** Number of the sentence in which an event was last told or given as a reason. */
  readonly told: Map<number, number>;
  sentence: number;
  /** Time of the last fact told, or null at the beginning of a section. */
  time: number | null;
  place: string | null;
  wordsSinceConnective: number;
  /** How often an old wrong was recalled. */
  recalls: number;
  readonly constructions: Construction[];
  readonly openings: Opening[];
  /** Phrases used lately: joints and turns of speech. */
  readonly phrases: string[];
  /** Seconds after midnight of the first day at which time 0 lies. */
  readonly begin: number;
  /** No room for reasons. */
  readonly terse: boolean;
  /** Tells of so many people that it goes by phases. */
  throng: boolean;
  /** Where it has got to, while it tells of days. */
  where: Where | null;
  /** What of earlier days has been recalled as a reason while telling of days. */
  readonly recalled: Set<number>;
  /** When a sort of reason was last given for a sort of thing. */
  readonly reasoned: Map<string, number>;
}

export function newTeller(begin: number, home: string | undefined, terse = false): Teller {
  return {
    discourse: newDiscourse(home),
    told: new Map(),
    sentence: 0,
    time: null,
    place: null,
    wordsSinceConnective: 80,
    recalls: 0,
    constructions: [],
    openings: [],
    phrases: [],
    begin,
    terse,
    throng: false,
    where: null,
    recalled: new Set(),
    reasoned: new Map(),
  };
}

export function beginSection(teller: Teller): void {
  forgetMentions(teller.discourse);
  teller.time = null;
  teller.place = null;
}

/** A new entry stands under its own clock; where it happens is known from the one before. */
export function beginEntry(teller: Teller): void {
  forgetMentions(teller.discourse);
  teller.time = null;
}

/** The last `n` of what was used. */
export function lately<T>(used: readonly T[], n: number): readonly T[] {
  return used.slice(-n);
}
