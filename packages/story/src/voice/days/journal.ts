import { chance, pick } from '../../draw.ts';
import { finish } from '../../english/clause.ts';
import { countWords } from '../../english/numbers.ts';
import type { Section, Sentence, Told } from '../../told.ts';
import { dayOf } from '../../english/times.ts';
import type { Fact } from '../fact.ts';
import type { Limits } from '../grouping.ts';
import { takeGroup } from '../grouping.ts';
import { saySentence } from '../sentence.ts';
import type { Teller } from '../teller.ts';
import { beginSection } from '../teller.ts';
import { headingOf } from './heading.ts';
import type { Ledger } from './ledger.ts';
import { startOf } from './opening.ts';
import { blocksOf, isGrave } from './order.ts';
import type { Entry } from './plan.ts';
import { entriesOf } from './plan.ts';
import type { Span } from './spans.ts';
import type { Memory } from './standing.ts';
import { keptOf } from './matters.ts';
import { merged } from './merge.ts';
import { sayStanding } from './standing.ts';
import { sumsOf } from './sums.ts';

const DAY = 86_400;
const ofADay: Limits = { words: 30, acts: 3, pause: DAY, beside: DAY };
/** So much of what goes on is said at the end of a day, and of several. */
const OF_ONE = 2;
const OF_SEVERAL = 3;

/** All that a journal rests on beside the facts that are told. */
export interface Keeping {
  readonly ledger: Ledger;
  readonly memory: Memory;
  readonly begin: number;
  readonly home: string | undefined;
  readonly season: string | undefined;
  /** All events, for days of which nothing is told. */
  readonly told: readonly Told[];
  /** So many quiet days at most are told as one. */
  readonly gathers: number;
  /** Days on which there was something to tell, told or not. */
  readonly eventful: ReadonlySet<number>;
}

function standingAt(entry: Entry, keeping: Keeping, whole: boolean, needed: boolean, onlyDays = false): Sentence[] {
  const { ledger, memory, begin, home, told } = keeping;
  const { first, last } = entry;
  const most = whole ? Infinity : last > first ? OF_SEVERAL : OF_ONE;
  const [then, now] = [ledger.at((first - 1) * DAY - begin), ledger.at(last * DAY - begin - 1)];
  const sums = sumsOf(told, entry, begin, home);
  const lead = leadOf(entry, keeping);
  return sayStanding({ now, then, sums, first, day: last, begin, home, most, whole, needed, onlyDays, lead }, memory);
}

/** How quiet days are led in, where there was nothing to tell of them. */
function leadOf(entry: Entry, { eventful, memory }: Keeping): string {
  const { first, last, facts } = entry;
  for (let day = first; day <= last; day++) if (eventful.has(day)) return '';
  if (facts.length > 0 || last === first) return '';
  const days = countWords(last - first + 1);
  const used = [...memory.texts].map((text) => text.split(':')[0]?.toLowerCase() ?? '').slice(-3);
  return pick([`${days} quiet days`, 'nothing new', 'quiet days', ''], `day ${first}`, 'quiet', used);
}

function saidOf(entry: Entry, teller: Teller, begin: number): Sentence[] {
  const sentences: Sentence[] = [];
  const days = entry.last > entry.first;
  const inDays: (readonly Fact[])[] = [];
  const facts = days ? merged(entry.facts) : entry.facts;
  for (let day = entry.first; day <= entry.last; day++) {
    inDays.push(facts.filter(({ time }) => dayOf(begin + time) === day));
  }
  teller.where = startOf(entry.first, days);
  for (const block of inDays.flatMap((those) => blocksOf(those, begin))) {
    const queue = [...block];
    while (queue.length > 0) sentences.push(saySentence(takeGroup(queue, ofADay), teller));
  }
  return sentences;
}

/** Where nobody has anything to say of a day, it is said that there was nothing. */
function nothing(entry: Entry, { told, begin, memory }: Keeping): Sentence | null {
  const there = told.find(({ time }) => dayOf(begin + time) >= entry.first && dayOf(begin + time) <= entry.last);
  if (there === undefined) return null;
  const several = entry.last > entry.first;
  const options = several
    ? ['nothing to set down', 'nothing happened that anybody wrote down', `${countWords(entry.last - entry.first + 1)} days like those before`]
    : ['nothing to set down', 'a quiet day', 'nothing new'];
  const text = pick(options.map(finish), `day ${entry.first}`, 'nothing', [...memory.texts]);
  memory.texts.add(text);
  return { text, events: [there.id], facts: [text] };
}

/** A span of days as sections, each a day or a few quiet ones. */
export function journalOf(facts: readonly Fact[], span: Span, keeping: Keeping, teller: Teller, ends: boolean): Section[] {
  const { ledger, begin, home } = keeping;
  const entries = entriesOf(facts, span, begin, keeping.gathers);
  const sections: Section[] = [];
  entries.forEach((entry, at) => {
    beginSection(teller);
    teller.discourse.called = keptOf(ledger.at((entry.first - 1) * DAY - begin), home);
    teller.discourse.titled.clear();
    const isLast = ends && at === entries.length - 1;
    const sentences = saidOf(entry, teller, begin);
    // A day may begin with what has gone on, but not before somebody's death.
    const one = entry.first === entry.last && !isLast;
    const front = one && sentences.length > 1 && !entry.facts.some(isGrave) && chance(35, `day ${entry.first}`, 'front');
    if (front) sentences.unshift(...standingAt(entry, keeping, false, false, true));
    sentences.push(...standingAt(entry, keeping, isLast, sentences.length === 0));
    const said = sentences.length > 0 ? sentences : [nothing(entry, keeping)].filter((one) => one !== null);
    if (said.length === 0) return;
    const season = at === 0 ? keeping.season : undefined;
    sections.push({ title: headingOf(entry, keeping, season), sentences: said });
  });
  teller.where = null;
  teller.discourse.called = new Map();
  return sections;
}
