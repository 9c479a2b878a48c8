import { identity } from '../english/names.ts';
import { clock } from '../english/times.ts';
import type { Sentence, Told } from '../told.ts';
import type { Fact } from './fact.ts';
import { plainly, wordCount } from './fact.ts';
import { factsOf, inOrder } from './facts.ts';
import type { Limits } from './grouping.ts';
import { takeGroup } from './grouping.ts';
import { prepared } from './prepare.ts';
import { byWorth, worthTelling } from './select.ts';
import { saySentence } from './sentence.ts';
import type { Teller } from './teller.ts';
import { beginEntry, newTeller } from './teller.ts';
import { isThrong, phasesOf } from './throng.ts';
import { trimmed } from './trim.ts';

/** One moment worth telling: one to three sentences, with reasons where there are some. */
export interface Entry {
  /** `02:14`; empty for what lay before the beginning. */
  readonly clock: string;
  /** Seconds, on the clock of the events. */
  readonly time: number;
  readonly text: string;
  readonly events: readonly number[];
  readonly sentences: readonly Sentence[];
}

export interface EntryOptions {
  /** Seconds after midnight of the first day at which time 0 lies; 0 by default. */
  readonly begin?: number;
  readonly home?: string;
  /** Where what is worth telling has less words than this, more is told of what is worth less; 530 by default. */
  readonly atLeast?: number;
}

const within: Limits = { words: 26, acts: 3, pause: 45 };
const fullSentences = 3;
const fullWords = 30;
/** A pause within an entry, seconds. */
const longestPause = 50;

function minuteOf(fact: Fact, begin: number): number {
  return fact.time < 0 ? -1 : Math.floor((begin + fact.time) / 60);
}

function belongs(next: Fact, first: Fact, last: Fact, begin: number): boolean {
  if (next.time < 0) return first.time < 0;
  if (minuteOf(next, begin) !== minuteOf(first, begin) || next.time - last.until > longestPause) return false;
  return true;
}

/** Whether what comes next begins something else: other people, and nothing that came of what was told. */
function turnsAway(next: Fact, told: readonly Fact[]): boolean {
  const ids = new Set(told.flatMap((fact) => fact.ids));
  if (next.because.some(({ id }) => ids.has(id))) return false;
  const known = new Set(told.flatMap(({ roles }) => Object.values(roles).flat().map(identity)));
  return !next.actors.some((one) => known.has(identity(one)));
}

/** How much an entry takes in. */
interface Room {
  readonly within: Limits;
  readonly sentences: number;
  readonly words: number;
  /** Whether what comes next belongs to it. */
  readonly takes: (next: Fact, first: Fact, last: Fact, told: readonly Fact[], words: number) => boolean;
}

function moment(begin: number): Room {
  return {
    within,
    sentences: fullSentences,
    words: fullWords,
    takes: (next, first, last, told, words) =>
      belongs(next, first, last, begin) && !(words >= fullWords / 3 && turnsAway(next, told)),
  };
}

/** A battle is told in about so many words, reasons aside. */
const throngWords = 700;
/** A phase of a battle is told in one go. */
const wholePhase: Room = {
  within: { words: 28, acts: 3, pause: 120, beside: 45 },
  sentences: 8,
  words: 110,
  takes: () => true,
};
/** What lay before is told in a few long breaths. */
const before: Room = {
  within: { words: 34, acts: 3, pause: 400 * 86_400, beside: 60 * 86_400 },
  sentences: 12,
  words: 150,
  takes: () => true,
};

function entryFrom(queue: Fact[], teller: Teller, begin: number, room: Room): Entry {
  const [first] = queue;
  if (first === undefined) throw new RangeError('an entry needs a fact');
  beginEntry(teller);
  teller.discourse.familiar = first.time < 0;
  const sentences: Sentence[] = [];
  const facts: Fact[] = [];
  let words = 0;
  for (let next = queue[0]; next !== undefined; next = queue[0]) {
    const last = facts.at(-1);
    const full = words >= room.words || sentences.length >= room.sentences;
    if (last !== undefined && (full || !room.takes(next, first, last, facts, words))) break;
    const group = takeGroup(queue, room.within);
    const sentence = saySentence(group, teller);
    facts.push(...group.facts);
    sentences.push(sentence);
    words += wordCount(sentence.text);
  }
  return {
    clock: first.time < 0 ? '' : clock(begin + first.time),
    time: first.time,
    text: sentences.map(({ text }) => text).join(' '),
    events: [...new Set(sentences.flatMap(({ events }) => events))],
    sentences,
  };
}

/**
 * A night as dated entries in order of time, each a moment worth telling; first what lay between people before it began.
 * Turns are told always.
 */
export function nightEntries(told: readonly Told[], options: EntryOptions = {}): Entry[] {
  const { begin = 0, atLeast = 530 } = options;
  const teller = newTeller(begin, options.home);
  if (isThrong(told)) {
    teller.throng = true;
    const entries: Entry[] = [];
    for (const queue of trimmed(phasesOf(told, options.home), told, throngWords, options.home)) {
      const room = (queue[0]?.time ?? 0) < 0 ? before : wholePhase;
      while (queue.length > 0) entries.push(entryFrom(queue, teller, begin, room));
    }
    return entries;
  }
  const events = prepared(told);
  const facts = factsOf(events);
  const worthy = worthTelling(facts, events);
  const ranked = byWorth(
    facts.filter((fact) => !worthy.includes(fact) && fact.time >= 0),
    events,
  );
  // What people do is told before what they say once more.
  const said = ({ clause }: Fact) => clause.content !== undefined;
  const rest = [...ranked.filter((fact) => !said(fact)), ...ranked.filter(said)];
  const wordsOf = (some: readonly Fact[]) => some.reduce((sum, fact) => sum + wordCount(plainly(fact)), 0);
  const more: Fact[] = [];
  for (let words = wordsOf(worthy); words < atLeast && more.length < rest.length; words += wordsOf(more.slice(-1))) {
    more.push(...rest.slice(more.length, more.length + 1));
  }
  const chosen = inOrder([...worthy, ...more]);
  const entries: Entry[] = [];
  for (const queue = [...chosen]; queue.length > 0;) entries.push(entryFrom(queue, teller, begin, moment(begin)));
  return entries;
}
