import { cleanText, identity } from '../english/names.ts';
import { ordinalWords } from '../english/numbers.ts';
import { dayOf } from '../english/times.ts';
import { finish } from '../english/clause.ts';
import { dayFacts } from './days/facts.ts';
import type { Keeping } from './days/journal.ts';
import { journalOf } from './days/journal.ts';
import { ledgerOf } from './days/ledger.ts';
import type { Span } from './days/spans.ts';
import { spansOf } from './days/spans.ts';
import { withKept } from './days/matters.ts';
import { newMemory } from './days/standing.ts';
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
import type { Teller } from './teller.ts';
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
  /** Season in which it begins, for the first day of a journal. */
  readonly season?: string;
  /** Whether somebody has forgotten an event, by its number: whose point of view it is told from, by key, where it is one person's. */
  readonly forgets?: { readonly key: string; readonly event: (id: number) => boolean };
  /** How many the teller's side are. */
  readonly ours?: number;
  /** Only what happened within these times, seconds, both included; by default from the beginning, without the past. */
  readonly from?: number;
  readonly to?: number;
}

/** What is told, the nights and days that it falls into, and what days need to be told. */
interface Planned extends ChronicleOptions {
  readonly spans: readonly Part[];
  readonly keeping: Omit<Keeping, 'memory'>;
}

function sectionsOf(given: readonly Fact[], options: Planned): Section[] {
  const { begin = 0, home, spans } = options;
  // A reply without what it replies to says nothing.
  const first = new Set(given.map(({ ids }) => ids[0]));
  const facts = given.filter(({ replies }) => replies === undefined || first.has(replies));
  const teller = newTeller(begin, home, options.length === 'line');
  const keeping = { ...options.keeping, memory: newMemory() };
  return spans.flatMap((part, at) => {
    const within = facts.filter(({ time }) => (at === 0 || time >= part.from) && time < part.to);
    teller.throng = part.throng;
    if (part.days) return journalOf(within, part, keeping, teller, at === spans.length - 1);
    return within.length === 0 ? [] : scenesOf(within, teller, at > 0);
  });
}

/** What was lived closely is told in sections by time and place. */
function scenesOf(facts: readonly Fact[], teller: Teller, later: boolean): Section[] {
  const parts = teller.terse ? [{ facts }] : partsOf(facts);
  const titles = titlesOf(parts, teller.begin, later).map((title) =>
    teller.terse ? (title.split(',')[0] ?? '') : title,
  );
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
 * What a side knows of: what one of it did, underwent or noticed, and what anybody could see, such as the weather; less what whoever tells
 * it alone of them knew of, and has forgotten. Of reasons too it gives only what it knows.
 */
function knownTo(told: readonly Told[], { home, forgets }: ChronicleOptions): readonly Told[] {
  if (home === undefined) return told;
  const known = told.filter(({ id, roles, noticed, learned }) => {
    const people = Object.values(roles).filter(({ kind }) => kind === 'person');
    if (learned === true || noticed === undefined || people.length === 0) return true;
    const own = [...people, ...noticed].filter(({ side }) => side === home);
    const alone = forgets !== undefined && own.every((one) => identity(one) === `person:${forgets.key}`);
    return own.length > 0 && !(alone && forgets.event(id));
  });
  const ids = new Set(known.map(({ id }) => id));
  return known.map((event) => ({ ...event, because: event.because.filter(({ id }) => ids.has(id)) }));
}

/** `The first night`, `The third day`, by when the telling begins. */
function titleAt(seconds: number): string {
  const hour = Math.floor((((seconds % 86_400) + 86_400) % 86_400) / 3600);
  return `The ${ordinalWords(dayOf(seconds))} ${hour < 5 || hour >= 20 ? 'night' : 'day'}`;
}

/** A span, and whether so many people act in it that it goes by phases. */
interface Part extends Span {
  readonly throng: boolean;
}

const whole: Part = { from: -Infinity, to: Infinity, days: false, throng: false };
/** So many quiet days at most are told as one; more where there is little room. */
const DAYS_GATHERED = 8;
const DAYS_OF_A_PAGE = 14;

function isIn(span: Span, { time }: { readonly time: number }): boolean {
  return (time >= span.from || span.from === 0) && time < span.to;
}

/** What happened while life went by the day. */
function daysOf(told: readonly Told[], spans: readonly Span[]): readonly Told[] {
  return told.filter((event) => spans.some((span) => span.days && isIn(span, event)));
}

function withThrong(span: Span, told: readonly Told[]): Part {
  return { ...span, throng: !span.days && isThrong(told.filter((event) => isIn(span, event))) };
}

/** What is told of a span where there is room for it. */
function factsIn(span: Part, known: readonly Told[], events: readonly Told[], options: ChronicleOptions): Fact[] {
  const inSpan = events.filter((event) => isIn(span, event));
  if (span.days) return dayFacts(inSpan, new Map(known.map((event) => [event.id, event])), options.begin ?? 0);
  const those = known.filter((event) => isIn(span, event));
  return worthTelling(span.throng ? phasesOf(those, options.home).flat() : factsOf(inSpan), inSpan);
}

/** What it all came down to: in the nights that were lived closely, then in the days. */
function inOneBreath(events: readonly Told[], begin: number): Fact[] {
  const spans = spansOf(events, begin);
  const those = (days: boolean) =>
    events.filter((event) => spans.some((span) => span.days === days && isIn(span, event)));
  return [those(false), those(true)].filter((some) => some.length > 0).flatMap((some) => inSum(factsOf(some), some));
}

/** The part of a span within times. */
function cut(span: Part, from: number, to: number): Part[] {
  const part = { ...span, from: Math.max(span.from, from), to: Math.min(span.to, to + 1) };
  return part.to > part.from ? [part] : [];
}

/**
 * Tells events as the settlement's journal: past tense, in sections by time and place where time was lived closely, by days
 * where it was not; every sentence with the events it rests on. Turns are told always, beats as room allows, details only where several were gathered into one.
 */
export function chronicleVoice(told: readonly Told[], options: ChronicleOptions = {}): Telling {
  const { from = 0, to = Infinity, begin = 0 } = options;
  const noticed = knownTo(told, options);
  const known = withKept(noticed, daysOf(told, spansOf(noticed, begin)), options.home);
  const isWithin = ({ time }: { readonly time: number }) => time >= from && time <= to;
  const within = known.filter(isWithin);
  const events = prepared(known).filter(isWithin);
  const spans = options.length === 'line' ? [whole] : spansOf(known, begin).map((span) => withThrong(span, known));
  const facts = spans.flatMap((span) => factsIn(span, known, events, options)).filter(isWithin);
  const sections = fitted(options.length === 'line' ? inOneBreath(events, begin) : byWorth(facts, events), {
    ...options,
    spans: spans.flatMap((span) => cut(span, from, to)),
    keeping: {
      ledger: ledgerOf(known),
      begin,
      home: options.home,
      season: options.season,
      ours: options.ours,
      told: within,
      gathers: options.length === 'page' ? DAYS_OF_A_PAGE : DAYS_GATHERED,
      eventful: new Set(facts.map(({ time }) => dayOf(begin + time))),
    },
  });
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
