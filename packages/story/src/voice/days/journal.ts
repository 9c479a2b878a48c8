import { chance, pick } from '../../draw.ts';
import { finish } from '../../english/clause.ts';
import { countWords } from '../../english/numbers.ts';
import type { Section, Sentence, Told } from '../../told.ts';
import { dayOf, dayWords } from '../../english/times.ts';
import type { Fact } from '../fact.ts';
import { plainly } from '../fact.ts';
import type { Limits } from '../grouping.ts';
import { takeGroup } from '../grouping.ts';
import { saySentence } from '../sentence.ts';
import type { Teller } from '../teller.ts';
import { beginSection } from '../teller.ts';
import { headingOf } from './heading.ts';
import { gatheredOver } from './habits.ts';
import type { GoingOn, Ledger } from './ledger.ts';
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
  /** How many the teller's side are, where that is known: when all of them are dead nobody is left to write. */
  readonly ours: number | undefined;
  /** All events, for days of which nothing is told. */
  readonly told: readonly Told[];
  /** So many quiet days at most are told as one. */
  readonly gathers: number;
  /** Days on which there was something to tell, told or not. */
  readonly eventful: ReadonlySet<number>;
}

function standingAt(
  entry: Entry,
  keeping: Keeping,
  whole: boolean,
  sentences: readonly Sentence[],
  onlyDays = false,
): Sentence[] {
  const { ledger, memory, begin, home } = keeping;
  const { first, last } = entry;
  const most = whole ? Infinity : last > first ? OF_SEVERAL : OF_ONE;
  const [before, now] = [ledger.at((first - 1) * DAY - begin), ledger.at(last * DAY - begin - 1)];
  const sums = sumsOf(keeping.told, entry, begin, home);
  const lead = leadOf(entry, keeping);
  const needed = sentences.length === 0;
  const told = new Set(sentences.flatMap(({ events }) => events));
  return sayStanding(
    { now, before, sums, first, day: last, begin, home, most, whole, told, needed, onlyDays, lead },
    memory,
  );
}

/** How quiet days are led in, where there was nothing to tell of them. */
function leadOf(entry: Entry, { eventful, memory, told, begin }: Keeping): string {
  const { first, last, facts } = entry;
  for (let day = first; day <= last; day++) if (eventful.has(day)) return '';
  if (facts.length > 0 || last === first) return '';
  const days = `${countWords(last - first + 1)} quiet days`;
  const until = `until ${dayWords(last * DAY)}`;
  const watched = told.some(({ affair, time }) => affair === 'watch' && dayOf(begin + time) >= first && dayOf(begin + time) <= last); // prettier-ignore
  const ways = [days, `nothing new ${until}`, ...(watched ? [`nothing but work and watch ${until}`] : []), ''];
  // The way that was taken last time is not taken again.
  const used = ways.filter((way) => way !== '' && [...memory.texts].slice(-4).some((text) => text.toLowerCase().startsWith(way.split(' until')[0] ?? way))); // prettier-ignore
  return pick(ways, `day ${first}`, 'quiet', used);
}

/** Ways to say that what was told in the same words has happened again, the first, the second time and so on. */
const ANEW = ['again', 'once more', 'yet again', 'once again'] as const;

/** Whether a sentence ends as the plain statement of what it tells does, so that `again` behind it goes with that. */
function endsPlainly({ text }: Sentence, [fact, ...more]: readonly Fact[]): boolean {
  // Of two wounds that heal, neither does so again.
  if (fact === undefined || more.length > 0 || ('role' in fact.clause.subject && fact.clause.subject.possessed !== undefined)) return false; // prettier-ignore
  const tail = (words: string) => words.split(' ').slice(-2).join(' ');
  return tail(text) === tail(plainly(fact)) && !text.includes(':');
}

/** What was told of an earlier day in the same words has happened again, and is said so. */
function anew(sentence: Sentence, facts: readonly Fact[], { happened }: Memory): Sentence {
  const said = facts.map(plainly).join(' ');
  const times = (happened.get(said) ?? 0) + 1;
  happened.set(said, times);
  if (times === 1 || / again\b/.test(sentence.text) || !endsPlainly(sentence, facts)) return sentence;
  const words = ANEW[(times - 2) % ANEW.length] ?? ANEW[0];
  return { ...sentence, text: finish(`${sentence.text.replace(/\.$/, '')} ${words}`) };
}

function saidOf(entry: Entry, teller: Teller, { begin, memory }: Keeping): Sentence[] {
  const sentences: Sentence[] = [];
  const days = entry.last > entry.first;
  const inDays: (readonly Fact[])[] = [];
  const facts = days ? merged(gatheredOver(entry.facts)) : entry.facts;
  for (let day = entry.first; day <= entry.last; day++) {
    inDays.push(facts.filter(({ time }) => dayOf(begin + time) === day));
  }
  teller.where = startOf(entry.first, days);
  for (const block of inDays.flatMap((those) => blocksOf(those, begin))) {
    const queue = [...block];
    while (queue.length > 0) {
      const group = takeGroup(queue, ofADay);
      sentences.push(anew(saySentence(group, teller), group.facts, memory));
    }
  }
  return sentences;
}

/** Where nobody has anything to say of a day, it is said that there was nothing. */
function nothing(entry: Entry, { told, begin, memory }: Keeping): Sentence | null {
  const there = told.find(({ time }) => dayOf(begin + time) >= entry.first && dayOf(begin + time) <= entry.last);
  if (there === undefined) return null;
  const several = entry.last > entry.first;
  const options = several
    ? [
        'nothing to set down',
        'nothing happened that anybody wrote down',
        `${countWords(entry.last - entry.first + 1)} days like those before`,
      ]
    : ['nothing to set down', 'a quiet day', 'nothing new'];
  const text = pick(options.map(finish), `day ${entry.first}`, 'nothing', [...memory.texts]);
  memory.texts.add(text);
  return { text, events: [there.id], facts: [text] };
}

/** Who of the teller's side has been lost for good by the time an entry begins. */
function lostBy({ first }: Entry, { ledger, begin, home }: Keeping): GoingOn[] {
  return ledger
    .at((first - 1) * DAY - begin)
    .filter(({ atEnd, of }) => atEnd === true && home !== undefined && of?.side === home);
}

function isNobodyLeft(lost: readonly GoingOn[], { ours }: Keeping): boolean {
  return ours !== undefined && ours > 0 && lost.length >= ours;
}

function lastWords(lost: readonly GoingOn[]): Sentence[] {
  const text = finish('nobody was left to set anything down');
  return [{ text, events: lost.map(({ id }) => id), facts: [text] }];
}

/** The entries with all that lies after the last of the teller's people as one. */
function untilNobody(entries: readonly Entry[], keeping: Keeping): Entry[] {
  const at = entries.findIndex((entry) => isNobodyLeft(lostBy(entry, keeping), keeping));
  const [first, last] = [entries[at], entries.at(-1)];
  if (first === undefined || last === undefined) return [...entries];
  const facts = entries.slice(at).flatMap((entry) => entry.facts);
  return [...entries.slice(0, at), { first: first.first, last: last.last, facts }];
}

/** A span of days as sections, each a day or a few quiet ones. */
export function journalOf(
  facts: readonly Fact[],
  span: Span,
  keeping: Keeping,
  teller: Teller,
  ends: boolean,
): Section[] {
  const { ledger, begin, home } = keeping;
  const entries = untilNobody(entriesOf(facts, span, begin, keeping.gathers), keeping);
  const sections: Section[] = [];
  entries.forEach((entry, at) => {
    beginSection(teller);
    teller.discourse.called = keptOf(ledger.at((entry.first - 1) * DAY - begin), home);
    teller.discourse.titled.clear();
    const isLast = ends && at === entries.length - 1;
    const sentences = saidOf(entry, teller, keeping);
    const lost = lostBy(entry, keeping);
    if (isNobodyLeft(lost, keeping)) {
      sections.push({ title: headingOf(entry, keeping, undefined), sentences: [...sentences, ...lastWords(lost)] });
      return;
    }
    // A day may begin with what has gone on, but not before somebody's death.
    const one = entry.first === entry.last && !isLast;
    const front =
      one && sentences.length > 1 && !entry.facts.some(isGrave) && chance(35, `day ${entry.first}`, 'front');
    if (front) sentences.unshift(...standingAt(entry, keeping, false, sentences, true));
    sentences.push(...standingAt(entry, keeping, isLast, sentences));
    const said = sentences.length > 0 ? sentences : [nothing(entry, keeping)].filter((one) => one !== null);
    if (said.length === 0) return;
    const season = at === 0 ? keeping.season : undefined;
    sections.push({ title: headingOf(entry, keeping, season), sentences: said });
  });
  teller.where = null;
  teller.discourse.called = new Map();
  return sections;
}
