import { draw } from '../../draw.ts';
import { finish } from '../../english/clause.ts';
import { identity } from '../../english/names.ts';
import { list } from '../../english/nouns.ts';
import { sayNoun } from '../../english/phrase.ts';
import { dayOf } from '../../english/times.ts';
import type { Sentence } from '../../told.ts';
import type { Sky } from './heading.ts';
import type { GoingOn } from './ledger.ts';
import { costWords, matterWords } from './matter-words.ts';
import type { Matter } from './matters.ts';
import { keptOf, mattersOf } from './matters.ts';
import type { Summed } from './sums.ts';

interface Said {
  readonly matter: Matter | null;
  readonly day: number;
  readonly times: number;
}

/** What a journal has said of what goes on, and when: it comes back to the same ever more seldom. */
export interface Memory {
  readonly said: Map<string, Said>;
  readonly texts: Set<string>;
  /** How often it was told in the same words that something happened. */
  readonly happened: Map<string, number>;
  /** When there was last anything in the sky, and when it was said. */
  sky: Sky;
}

const NEVER: Sky = { day: -Infinity, said: -Infinity };

export function newMemory(): Memory {
  return { said: new Map(), texts: new Set(), happened: new Map(), sky: NEVER };
}

/** Days until what has not changed is said again: the first time, the second, and so on. */
const AGAIN = { days: [3, 4, 5, 7], number: [3, 5, 8, 12], itself: [Infinity] } as const;
/** Days until what has changed is said again, by its sort. */
const CHANGED = { days: 3, number: 2, itself: 4 } as const;
/** Days until what some days came to is said again. */
const SUMMED_AGAIN = 14;
/** Fewer days come to nothing worth a sum. */
const FEWEST_SUMMED = 3;
/** More than this is said in two sentences. */
const MOST_IN_A_ROW = 4;
const RANK = { days: 0, number: 1, itself: 2 } as const;

export interface Reckoning {
  /** What goes on when the days end, and what did when they began. */
  readonly now: readonly GoingOn[];
  readonly before: readonly GoingOn[];
  /** What the days came to. */
  readonly sums: readonly Summed[];
  readonly first: number;
  readonly day: number;
  readonly begin: number;
  readonly home: string | undefined;
  /** So much at most is said. */
  readonly most: number;
  /** It is the end: everything is said once more. */
  readonly whole: boolean;
  /** What has been told of the days. */
  readonly told: ReadonlySet<number>;
  /** Nothing else is said of the days: something has to be. */
  readonly needed: boolean;
  /** Only what is told by its days: it is said before the day's events. */
  readonly onlyDays: boolean;
  /** What goes before it. */
  readonly lead: string;
}

function isDue(matter: Matter, asked: Reckoning, memory: Memory): boolean {
  const { day, first, whole, before, home } = asked;
  const said = memory.said.get(matter.key);
  if (whole) return true;
  if (asked.onlyDays && (matter.by !== 'days' || !goesOnSince(matter, before, home))) return false;
  if (matter.atEnd) return false;
  // What begins on the last of the days is told as an event.
  if (matter.by === 'days' && dayOf(asked.begin + (matter.all[0]?.since ?? 0)) === day) return false;
  // What has just been told of is not summed up.
  if (matter.by !== 'number' && matter.all.every(({ id }) => asked.told.has(id))) return false;
  // How things stand from night to night is said of several days, or where there is nothing else.
  if (matter.by === 'itself' && first === day && !asked.needed) return false;
  const same = said?.matter?.sign === matter.sign;
  // Where it began in these days the event itself is told.
  if (said === undefined || (matter.by === 'days' && !same))
    return mattersOf(before, home).some(
      ({ key, as }) => key === matter.key && (matter.by === 'itself' || as === matter.as),
    );
  const waits: readonly number[] = AGAIN[matter.by];
  return day - said.day >= (same ? (waits[said.times - 1] ?? waits.at(-1) ?? 0) : CHANGED[matter.by]);
}

/** Whether it stood in the same way when the days began. */
function goesOnSince(matter: Matter, before: readonly GoingOn[], home: string | undefined): boolean {
  return mattersOf(before, home).some(({ key, as, all }) => key === matter.key && as === matter.as && all[0]?.since === matter.all[0]?.since); // prettier-ignore
}

/** What is worth saying: what is due, the most important first; if nothing is and something has to be, what was said longest ago. */
function chosen(matters: readonly Matter[], asked: Reckoning, memory: Memory): Matter[] {
  const due = matters
    .filter((matter) => isDue(matter, asked, memory))
    .sort((a, b) => RANK[a.by] - RANK[b.by])
    .filter((matter, at, all) => asked.most > 2 || at === all.findIndex(({ by }) => by === matter.by))
    .slice(0, asked.most);
  if (due.length > 0 || !asked.needed) return due;
  const dayOfLast = (matter: Matter) => memory.said.get(matter.key)?.day ?? 0;
  return matters
    .filter(({ atEnd, by, key, sign }) => !atEnd && !(by === 'itself' && memory.said.get(key)?.matter?.sign === sign))
    .sort((a, b) => dayOfLast(a) - dayOfLast(b) || RANK[a.by] - RANK[b.by])
    .slice(0, 1);
}

/** What went on for several people when it was last said, and does for nobody now. */
function overBy(matters: readonly Matter[], memory: Memory): Matter[] {
  // Whoever is starving is weak no more, but that is no good news.
  const isWorse = ({ all }: Matter) =>
    matters.some(({ all: those }) => those.some(({ what, of }) => of !== null && all.some((one) => one.what === what && one.of !== null && identity(one.of) === identity(of)))); // prettier-ignore
  return [...memory.said.values()].flatMap(({ matter }) =>
    matter !== null &&
    matter.by === 'number' &&
    matter.all.length > 1 &&
    !isWorse(matter) &&
    !matters.some(({ key }) => key === matter.key)
      ? [matter]
      : [],
  );
}

function sumsDue({ sums, first, day, needed }: Reckoning, memory: Memory): Summed[] {
  if (day - first + 1 < FEWEST_SUMMED && !needed) return [];
  return sums.filter(({ key }) => day - (memory.said.get(key)?.day ?? -Infinity) >= SUMMED_AGAIN);
}

/** One thing that is said of how matters stand, and the events that it rests on. */
interface Part {
  readonly say: (alone: boolean) => string;
  readonly ids: readonly number[];
}

/** Of what holds for the very same people only one is kept, with all that holds: `laid up and in a fever`. */
function together(due: readonly Matter[]): Matter[] {
  const joint: Matter[] = [];
  for (const matter of due) {
    const at = joint.findIndex(({ by, sign }) => by === 'number' && matter.by === 'number' && sign === matter.sign);
    const known = joint[at];
    if (known === undefined) joint.push(matter);
    else joint[at] = { ...known, as: `${known.as} and ${matter.as}`, all: [...known.all, ...matter.all] };
  }
  return joint;
}

/** How the parts are put into sentences: all in a row, as a list, or the first for itself. */
function shaped(parts: readonly Part[], day: number, lead: string): (readonly Part[])[] {
  if (parts.length === 0) return [];
  if (parts.length > MOST_IN_A_ROW) return [parts.slice(0, 2), parts.slice(2)];
  const first = parts.length > 1 && lead === '' && draw(String(day), 'shape') % 2 === 0;
  return first ? [parts.slice(0, 1), parts.slice(1)] : [parts];
}

function sentenceOf(parts: readonly Part[], day: number, lead: string): Sentence {
  const said = parts.map(({ say }) => say(parts.length === 1 && lead === ''));
  const listed =
    said.length > 1 &&
    !said.some((words) => /,| and |^nobody| for | left | of /.test(words)) &&
    draw(String(day), 'listed') % 2 === 0;
  const words = listed ? list(said) : said.join('; ');
  return {
    text: finish(lead === '' ? words : `${lead}: ${words}`),
    events: [...new Set(parts.flatMap(({ ids }) => ids))],
    facts: said.map(finish),
  };
}

function partOfCost(matter: Matter): Part {
  return { say: () => costWords(matter), ids: matter.all.map(({ id }) => id) };
}

/** What goes on when days end, as far as it is worth saying again, and what they came to: a sentence or two, or none. */
export function sayStanding(asked: Reckoning, memory: Memory): Sentence[] {
  const { now, day, begin, home, most, lead } = asked;
  const matters = mattersOf(now, home);
  const due = chosen(matters, asked, memory);
  const gone = due.length < most && !asked.onlyDays ? overBy(matters, memory) : [];
  const sums = due.length + Math.min(1, gone.length) < most ? sumsDue(asked, memory).slice(0, 1) : [];
  const kept = keptOf(now, home);
  const parts: Part[] = together(due.filter(({ atEnd }) => !atEnd)).map((matter) => {
    const before = memory.said.get(matter.key)?.matter ?? undefined;
    return {
      say: (alone) => matterWords(matter, { day, begin, before, kept, alone }),
      ids: matter.all.map(({ id }) => id),
    };
  });
  if (gone.length > 0) {
    const words = `nobody ${list(gone.map(({ as }) => as), 'or')} any more`; // prettier-ignore
    parts.push({ say: () => words, ids: gone.flatMap(({ all }) => all.map(({ id }) => id)) });
  }
  for (const { sum, ids } of sums) parts.push({ say: () => `${sayNoun(sum.amount, '')} ${sum.as}`, ids });
  // What it has cost stands at the very end, for itself.
  const cost = due.filter(({ atEnd }) => atEnd).map((matter) => partOfCost(matter));
  const sentences = [
    ...shaped(parts, day, lead).map((those, at) => sentenceOf(those, day, at === 0 ? lead : '')),
    ...cost.map((part) => sentenceOf([part], day, '')),
  ].filter(({ text }) => !memory.texts.has(text));
  if (sentences.length > 0) remember(due, gone, sums, day, memory);
  for (const { text } of sentences) memory.texts.add(text);
  return sentences;
}

function remember(
  due: readonly Matter[],
  gone: readonly Matter[],
  sums: readonly Summed[],
  day: number,
  { said }: Memory,
): void {
  for (const matter of due) {
    const before = said.get(matter.key);
    const goesOn = before?.matter?.sign === matter.sign || matter.by === 'days';
    said.set(matter.key, { matter, day, times: goesOn ? (before?.times ?? 0) + 1 : 1 });
  }
  for (const { key } of gone) said.delete(key);
  for (const { key } of sums) said.set(key, { matter: null, day, times: 1 });
}
