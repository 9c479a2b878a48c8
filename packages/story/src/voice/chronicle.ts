import { cleanText } from '../english/names.ts';
import { ordinalWords } from '../english/numbers.ts';
import { dayOf } from '../english/times.ts';
import { finish } from '../english/clause.ts';
import type { Section, Telling, Told } from '../told.ts';
import type { Fact } from './fact.ts';
import { wordCount } from './fact.ts';
import { factsOf } from './facts.ts';
import { takeGroup } from './grouping.ts';
import { partsOf, titlesOf } from './sections.ts';
import type { Length } from './select.ts';
import { prepared } from './prepare.ts';
import { byWorth, inSum, wordsIn, worthTelling } from './select.ts';
import { saySentence } from './sentence.ts';
import { beginSection, newTeller } from './teller.ts';
import { inTurn, isThrong, phasesOf } from './throng.ts';

export interface ChronicleOptions {
  /** Upper bound of the words; `chapter` by default. */
  readonly length?: Length;
  readonly title?: string;
  /** Seconds after midnight of the first day at which time 0 lies; 0 by default. */
  readonly begin?: number;
  /** Shown name of the teller's own side; people of others are introduced with theirs. */
  readonly home?: string;
  /** Only what happened within these times, seconds, both included; by default from the beginning, without the past. */
  readonly from?: number;
  readonly to?: number;
}

/** What is told, and whether it goes by phases. */
interface Planned extends ChronicleOptions {
  readonly throng: boolean;
}

function sectionsOf(given: readonly Fact[], options: Planned): Section[] {
  const begin = options.begin ?? 0;
  // A reply without what it replies to says nothing.
  const first = new Set(given.map(({ ids }) => ids[0]));
  const facts = given.filter(({ replies }) => replies === undefined || first.has(replies));
  const teller = newTeller(begin, options.home, options.length === 'line');
  teller.throng = options.throng;
  const parts = options.length === 'line' ? [{ facts }] : partsOf(facts);
  const titles = titlesOf(parts, begin).map((title) => (teller.terse ? (title.split(',')[0] ?? '') : title));
  return parts.map((part, index) => {
    beginSection(teller);
    const queue = [...part.facts];
    const sentences = [];
    while (queue.length > 0) sentences.push(saySentence(takeGroup(queue), teller));
    return { title: titles[index] ?? '', sentences };
  });
}

/** How many facts beyond the first that does not fit are tried. */
const furtherTries = 12;

/** All words of a telling, titles of sections included. */
export function wordsOf(sections: readonly Section[]): number {
  return sections.reduce(
    (sum, { title, sentences }) =>
      sum + wordCount(title) + sentences.reduce((words, { text }) => words + wordCount(text), 0),
    0,
  );
}

/**
 * The most telling facts that fit: their number is searched for, since joining and reasons make words uneven; then single
 * ones further down are tried in the room that is left.
 */
function fitted(ranked: readonly Fact[], options: Planned): Section[] {
  const limit = wordsIn[options.length ?? 'chapter'];
  const tell = (facts: readonly Fact[]) => sectionsOf(inTurn(facts), options);
  const all = tell(ranked);
  if (wordsOf(all) <= limit) return all;
  let [fits, over] = [0, ranked.length];
  let best: Section[] = [];
  let chosen: readonly Fact[] = [];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    const sections = tell(ranked.slice(0, middle));
    if (wordsOf(sections) <= limit) [fits, best, chosen] = [middle, sections, ranked.slice(0, middle)];
    else over = middle;
  }
  for (const fact of ranked.slice(fits, fits + furtherTries)) {
    const sections = tell([...chosen, fact]);
    if (wordsOf(sections) <= limit) [best, chosen] = [sections, [...chosen, fact]];
  }
  return best;
}

/**
 * What a side knows of: what one of it did, underwent or noticed, and what anybody could see, such as the weather. Of
 * reasons too it gives only what it knows.
 */
function knownTo(told: readonly Told[], home: string | undefined): readonly Told[] {
  if (home === undefined) return told;
  const known = told.filter(({ roles, noticed, learned }) => {
    const people = Object.values(roles).filter(({ kind }) => kind === 'person');
    if (learned === true) return true;
    return noticed === undefined || people.length === 0 || [...people, ...noticed].some(({ side }) => side === home);
  });
  const ids = new Set(known.map(({ id }) => id));
  return known.map((event) => ({ ...event, because: event.because.filter(({ id }) => ids.has(id)) }));
}

/** `The first night`, `The third day`, by when the telling begins. */
function titleAt(seconds: number): string {
  const hour = Math.floor((((seconds % 86_400) + 86_400) % 86_400) / 3600);
  return `The ${ordinalWords(dayOf(seconds))} ${hour < 5 || hour >= 20 ? 'night' : 'day'}`;
}

/**
 * Tells events as the settlement's journal: past tense, in sections by time and place, every sentence with the events it
 * rests on. Turns are told always, beats as room allows, details only where several were gathered into one.
 */
export function chronicleVoice(told: readonly Told[], options: ChronicleOptions = {}): Telling {
  const { from = 0, to = Infinity, begin = 0 } = options;
  const known = knownTo(told, options.home);
  const within = known.filter(({ time }) => time >= from && time <= to);
  const events = prepared(known).filter(({ time }) => time >= from && time <= to);
  const throng = options.length !== 'line' && isThrong(known);
  const facts = throng
    ? phasesOf(known, options.home)
        .flat()
        .filter(({ time }) => time >= from && time <= to)
    : factsOf(events);
  const sections = fitted(
    options.length === 'line' ? inSum(facts, events) : byWorth(worthTelling(facts, events), events),
    { ...options, throng },
  );
  const first = Math.min(...within.map(({ time }) => time));
  const given = cleanText(options.title ?? '');
  const title = given !== '' ? given : within.length === 0 ? 'A quiet time' : titleAt(begin + first);
  if (sections.length > 0 || within.length > 0) return { title, sections };
  return {
    title,
    sections: [
      {
        title: 'Nothing to tell',
        sentences: [{ text: finish('nothing happened that anybody wrote down'), events: [], facts: [] }],
      },
    ],
  };
}
