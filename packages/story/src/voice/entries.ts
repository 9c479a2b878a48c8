import { finish, rolesOf, sayClause } from '../english/clause.ts';
import { nextSentence } from '../english/discourse.ts';
import { list } from '../english/nouns.ts';
import { identity } from '../english/names.ts';
import { clock, spanWords } from '../english/times.ts';
import type { Told, ToldCause } from '../told.ts';
import type { Fact } from './facts.ts';
import { factsOf, inOrder, plainly, wordCount } from './facts.ts';
import type { Limits } from './grouping.ts';
import { takeGroup } from './grouping.ts';
import { chooseReason } from './reasons.ts';
import { byWorth } from './select.ts';
import { saySentence } from './sentence.ts';
import type { Teller } from './teller.ts';
import { beginSection, newTeller } from './teller.ts';

/** One dated entry: one to three sentences, and why the first thing in it was done, where that is known. */
export interface Entry {
  /** `02:14` */
  readonly clock: string;
  /** Seconds, on the clock of the events. */
  readonly time: number;
  readonly text: string;
  readonly because?: string;
  readonly events: readonly number[];
}

export interface EntryOptions {
  /** Seconds after midnight of the first day at which time 0 lies; 0 by default. */
  readonly begin?: number;
  readonly home?: string;
  /** Single details are added, those with most consequence first, until there are so many entries; 60 by default. */
  readonly atLeast?: number;
}

const within: Limits = { words: 26, acts: 3, pause: 45 };
/** An entry takes in what follows from it at once, within this time, seconds. */
const atOnce = 40;
const fullEntry = 40;
const fullSentences = 3;

function outsideReason(fact: Fact, told: ReadonlySet<number>): readonly ToldCause[] {
  return chooseReason(fact, (id) => told.has(id));
}

function sentencesIn(facts: readonly Fact[]): number {
  const queue = [...facts];
  let count = 0;
  for (; queue.length > 0; count++) takeGroup(queue, within);
  return count;
}

/** The facts of one entry: the first, and what the same people did next or what it led to at once. */
function takeEntry(queue: Fact[]): Fact[] {
  const first = queue.shift();
  if (first === undefined) throw new RangeError('no facts left');
  const facts = [first];
  let words = wordCount(plainly(first));
  for (let next = queue[0]; next !== undefined; next = queue[0]) {
    const last = facts.at(-1) ?? first;
    const told = new Set(facts.flatMap((fact) => fact.ids));
    const led = next.because.some((cause) => told.has(cause.id));
    const same = next.actors.some((one) => first.actors.some((other) => identity(one) === identity(other)));
    const longer = words + wordCount(plainly(next));
    if (next.time - last.until > atOnce || longer > fullEntry || !(led || same)) break;
    if (outsideReason(next, told).length > 0) break;
    if (sentencesIn([...facts, next]) > fullSentences) break;
    facts.push(next);
    words = longer;
    queue.shift();
  }
  return facts;
}

/** A reason as a sentence of its own: `She had seen Corrin on the wall.` */
function reasonSentence(causes: readonly ToldCause[], fact: Fact, teller: Teller): string {
  nextSentence(teller.discourse);
  return finish(
    list(
      causes.map((cause) => {
        const age = fact.time - cause.time;
        const when = age > 43_200 ? { when: `${spanWords(age)} before` } : {};
        return sayClause(
          cause.clause,
          { roles: rolesOf(cause.roles), discourse: teller.discourse },
          { form: 'had', ...when },
        );
      }),
    ),
  );
}

function withoutCauses(fact: Fact): Fact {
  return { ...fact, because: [] };
}

function entryOf(facts: readonly Fact[], teller: Teller, begin: number): Entry {
  const [first] = facts;
  if (first === undefined) throw new RangeError('an entry needs a fact');
  beginSection(teller);
  const ids = new Set(facts.flatMap((fact) => fact.ids));
  const causes = outsideReason(first, ids);
  // The reason has its own line; inside an entry only what led to what within it still joins its facts.
  const queue = facts.map((fact) =>
    fact === first ? withoutCauses(fact) : { ...fact, because: fact.because.filter((cause) => ids.has(cause.id)) },
  );
  const sentences = [];
  while (queue.length > 0) sentences.push(saySentence(takeGroup(queue, within), teller));
  const entry = {
    clock: clock(begin + first.time),
    time: first.time,
    text: sentences.map(({ text }) => text).join(' '),
    events: [...new Set([...ids, ...causes.map((cause) => cause.id)])],
  };
  return causes.length === 0 ? entry : { ...entry, because: reasonSentence(causes, first, teller) };
}

/** The events since the beginning as dated entries in order of time, each a small group of acts that belong together. */
export function nightEntries(told: readonly Told[], options: EntryOptions = {}): Entry[] {
  const { begin = 0, atLeast = 60 } = options;
  const facts = factsOf(told.filter(({ time }) => time >= 0));
  const worthy = new Set(byWorth(facts, told));
  const cited = new Map<number, number>();
  for (const { because } of told) for (const { id } of because) cited.set(id, (cited.get(id) ?? 0) + 1);
  const rest = facts
    .filter((fact) => !worthy.has(fact))
    .map((fact) => ({ fact, cited: cited.get(fact.ids[0] ?? -1) ?? 0 }))
    .sort((a, b) => b.cited - a.cited || a.fact.time - b.fact.time)
    .map(({ fact }) => fact);
  let chosen = inOrder([...worthy]);
  let entries = entriesFrom(chosen, options, begin);
  let added = 0;
  while (entries.length < atLeast && added < rest.length) {
    const more = Math.max(1, atLeast - entries.length);
    chosen = inOrder([...chosen, ...rest.slice(added, added + more)]);
    added += more;
    entries = entriesFrom(chosen, options, begin);
  }
  return entries;
}

function entriesFrom(facts: readonly Fact[], options: EntryOptions, begin: number): Entry[] {
  const teller = newTeller(begin, options.home);
  const queue = [...facts];
  const entries: Entry[] = [];
  while (queue.length > 0) entries.push(entryOf(takeEntry(queue), teller, begin));
  return entries;
}
