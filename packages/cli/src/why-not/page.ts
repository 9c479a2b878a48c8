import { formatClock, plain } from '@anchorhold/scenario';
import type { WeighedChoice, WeighedOption } from '@anchorhold/story';
import { andList, capital, wrap } from '../text.ts';
import { durationWords } from '../time-words.ts';

/** The most matters that are told, and the most lines of what was left, over all of them and of one. */
const MOST_MATTERS = 3;
const MOST_LEFT = 5;
const MOST_OF_ONE = 5;
/** The most acts that are named together, since the same kept somebody from each. */
const MOST_TOGETHER = 3;
/** The most of what speaks for an option, or against it. */
const MOST_SPEAKING = 3;
/** Characters of one line before it is wrapped. */
const MOST = 600;
/** Seconds after which something is told behind what was settled since. */
const STALE = 30;
const ATTENTION = ['turn', 'beat', 'detail'];

/** What somebody weighed, as lines for a terminal: each matter with what they chose, what they left, and why. */
export function weighedLines(
  choices: readonly WeighedChoice[],
  now: number,
  all: boolean,
  width: number,
  strong: (text: string) => string,
): string[] {
  const sorted = inOrder(choices, now);
  const told = all
    ? sorted
    : sorted.filter((each) => each === sorted[0] || isWorthTelling(each)).slice(0, MOST_MATTERS);
  const rooms = all ? told.map(() => Infinity) : shared(told.map(({ options }) => leftLines(options).length));
  const lines = told.flatMap((choice, i) => {
    const chosen = choice.options.filter((each) => each.chosen).map(chosenWords);
    const about = `${capital(choice.about)}${when(choice.time, now)}: chose ${chosen.join('')}`;
    const heading = wrap(plain(about, MOST), width, '  ', '    ');
    const left = leftLines(choice.options);
    const shown = left.slice(0, rooms[i]);
    const more = left.length - shown.length;
    const rest = more === 0 ? [] : [`and ${more} more, with --all`];
    return [
      emphasised(heading, capital(choice.about), strong),
      ...[...shown, ...rest].map((line, at) => wrap(plain(line, MOST), width, at === 0 ? LEFT : MARGIN, `${MARGIN}  `)),
    ];
  });
  const untold = sorted.filter((each) => !told.includes(each)).map(({ about }) => plain(about, MOST));
  return untold.length === 0 ? lines : [...lines, wrap(`  With --all also ${andList(untold)}.`, width, '', '  ')];
}

const LEFT = '    left  ';
const MARGIN = ' '.repeat(LEFT.length);

/** What was settled just now first, and of that what asks for most attention. */
function inOrder(choices: readonly WeighedChoice[], now: number): WeighedChoice[] {
  const rank = ({ time, weight }: WeighedChoice): number =>
    (now - time > STALE ? ATTENTION.length : 0) + ATTENTION.indexOf(weight);
  return [...choices].sort((a, b) => rank(a) - rank(b));
}

/** Whether something asks for attention, or was nearer to being decided otherwise than most such things are. */
const isWorthTelling = ({ weight, options }: WeighedChoice): boolean =>
  weight !== 'detail' ||
  options.some(
    ({ failed, weighed, score, chosen }) => weighed !== null && (failed === null || chosen || (score ?? 0) > 0.3),
  );

/** The heading with its question set off, where that stands on one line. */
const emphasised = (heading: string, about: string, strong: (text: string) => string): string =>
  heading.startsWith(`  ${about}`) ? `  ${strong(about)}${heading.slice(2 + about.length)}` : heading;

/** How many lines each matter may take of what there is room for: round by round, so that none goes without. */
function shared(wanted: readonly number[]): number[] {
  const given = wanted.map(() => 0);
  let left = MOST_LEFT;
  for (let round = 0; round < MOST_OF_ONE; round++) {
    wanted.forEach((want, i) => {
      if (left === 0 || given[i]! >= want) return;
      given[i]!++;
      left--;
    });
  }
  return given;
}

/** A line for what was left: what was open first; then, those from which the same kept somebody together, the most of them first. */
function leftLines(options: readonly WeighedOption[]): string[] {
  const left = options.filter(({ chosen }) => !chosen);
  const open = left.filter(({ failed, weighed }) => failed === null || weighed !== null);
  const shut = new Map<string, WeighedOption[]>();
  for (const option of left) {
    if (open.includes(option)) continue;
    shut.set(option.why ?? '', [...(shut.get(option.why ?? '') ?? []), option]);
  }
  const groups = [...shut.values()].sort((a, b) => b.length - a.length);
  return [...open.map((each) => sentence([each])), ...groups.map(sentence)];
}

/** `to fire at Pilar on the east wall: it drew him half as much`. */
function sentence(options: readonly WeighedOption[]): string {
  const acts = options.slice(0, MOST_TOGETHER).map(({ option }) => option);
  if (options.length > acts.length) acts.push(`${options.length - acts.length} more`);
  const what = acts.length < 2 ? acts.join('') : `${acts.slice(0, -1).join(', ')} or ${acts.at(-1)}`;
  const { why = null, speaks = [] } = options[0] ?? {};
  const speaking = speaks.length === 0 || options.length > 1 ? '' : ` (${andList(speaks.slice(0, MOST_SPEAKING))})`;
  return why === null ? `${what}${speaking}` : `${what}: ${why}${speaking}`;
}

/** `to fire at Pilar (the chance of it was one in three)`. */
const chosenWords = ({ option, why }: WeighedOption): string => (why === null ? option : `${option} (${why})`);

/** When it was, where it was not at that moment. */
function when(time: number, now: number): string {
  const ago = now - time;
  if (ago === 0) return '';
  return ago < 60 ? `, ${durationWords(ago)} before` : `, at ${formatClock(time).split(' ')[1]}`;
}
