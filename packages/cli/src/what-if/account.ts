import { title } from '@anchorhold/engine';
import type { LogEntry, World } from '@anchorhold/engine';
import type { Run } from '@anchorhold/runs';
import { DAY, formatClock, plain } from '@anchorhold/scenario';
import type { Comparison, Verdicts } from '@anchorhold/story';
import { answer } from '../outcome.ts';
import type { Page, Part } from '../show/page.ts';
import { andList, capital, shellWord } from '../text.ts';
import { withLines, withoutLines } from './changes.ts';
import type { Clock } from './changes.ts';
import { listsOf } from './lists.ts';
import { peopleLines } from './people.ts';

/** How many lines an account has, as far as that goes. */
const ROOM = 25;
/** What it takes beside its parts: title, spaces, what it rests on. */
const AROUND = 8;

/** What an account is made of. */
export interface Forked {
  readonly run: Run;
  /** The world at the run's end. */
  readonly world: World;
  readonly fork: Run;
  readonly added: readonly LogEntry[];
  readonly comparison: Comparison;
}

/** What became of a run that was lived otherwise, as somebody would tell it. `all`: every event, however small. */
export function accountOf({ run, world, fork, added, comparison }: Forked, all: boolean): Page {
  const { begin } = run.recipe;
  const clock = clockFor(begin, comparison.from);
  const changes: Part[] = [
    { label: 'Without', lines: withoutLines(comparison, clock) },
    { label: 'With', lines: withLines(comparison, added, world, clock) },
  ];
  const rest: Part[] = [
    { label: 'People', lines: peopleLines(comparison.people) },
    { label: 'Outcome', lines: outcomeWords(run.summary.outcome, fork.summary.outcome) },
    { label: 'Same', lines: [sameWords(comparison, clock)] },
    { label: 'Rests on', lines: [comparison.scope] },
  ];
  const parting: Part = { label: 'Parts', lines: [partingWords(comparison, run.dir, fork.dir, clock)] };
  const taken = [...changes, parting, ...rest].reduce((sum, { lines }) => sum + lines.length, AROUND);
  const { fell, instead, otherwise } = listsOf(comparison, all ? Infinity : ROOM - taken, clock);
  return {
    title: `${plain(run.setup.whole(title) ?? run.summary.scenario, 80)}, otherwise`,
    under: `Seed ${run.summary.seed}, lived anew from ${formatClock(Math.max(begin, begin + comparison.from))} to ${formatClock(begin + fork.summary.until)}.`,
    parts: [
      ...changes,
      parting,
      { label: 'Fell away', lines: fell },
      { label: 'Instead', lines: instead },
      { label: 'Otherwise', lines: otherwise },
      ...rest,
    ],
  };
}

/** Clocks without the day, for what lies on the day of the change; the past has other days than one's own. */
function clockFor(begin: number, from: number): Clock {
  const dayOf = (time: number): number => Math.floor((begin + time) / DAY);
  return (time) => {
    const full = formatClock(begin + time);
    return from >= 0 && dayOf(time) === dayOf(from) ? full.replace(/^\S+ /, '') : full;
  };
}

function partingWords({ parts, sameEnd, from }: Comparison, dir: string, fork: string, clock: Clock): string {
  if (parts !== null) {
    const soon = parts.time === from ? 'At once' : 'First';
    return `${soon}, at ${clock(parts.time)}. ${parts.text}`;
  }
  if (sameEnd) return 'Nowhere. Nothing came of it: every event is as it was, and so is the end.';
  return `Nowhere that an event tells of, but the end is not the same: npx anchorhold diff ${shellWord(dir)} ${shellWord(fork)}`;
}

/** The outcomes that are others, side by side, and those that stayed. */
function outcomeWords(before: Verdicts, after: Verdicts): string[] {
  const names = Object.keys(before);
  const [kept, turned] = [true, false].map((same) => names.filter((name) => (before[name] === after[name]) === same));
  const shown = (name: string): string => plain(name, 60);
  return [
    ...turned!.map(
      (name) => `${capital(shown(name))}: ${answer(after[name]!)}, where it was ${answer(before[name]!)}.`,
    ),
    ...(kept!.length === 0
      ? []
      : [`As it was: ${andList(kept!.map((name) => `${shown(name)} (${answer(before[name]!)})`))}.`]),
  ];
}

function sameWords({ from, events, same, vanished, appeared, moved, changed }: Comparison, clock: Clock): string {
  if (events === 0) return `Nothing else came from ${clock(from)} on.`;
  const counts = [
    [vanished.length, 'fell away'],
    [moved.length, 'came at another time'],
    [changed.length, 'came otherwise'],
    [appeared.length, 'came instead'],
  ] as const;
  const others = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `Of ${events} event${events === 1 ? '' : 's'} from ${clock(from)} on, ${same === events ? 'all' : same} ${same === 1 ? 'is' : 'are'} the same${others.length === 0 ? '' : `; ${andList(others)}`}.`;
}
