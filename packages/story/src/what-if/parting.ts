import type { Happening } from '../forks/happening.ts';
import type { SaidEvent } from './said.ts';

/** The first moment at which two histories differ. */
export interface Parting {
  /** Seconds since the beginning. */
  readonly time: number;
  /** What comes in one of them only, or otherwise in both. */
  readonly before: SaidEvent | null;
  readonly after: SaidEvent | null;
  /** The same in words. */
  readonly text: string;
}

/** Where two histories part, to the second: the first event that the other does not have just so. Null where they never do. */
export function partingOf(
  before: readonly Happening[],
  after: readonly Happening[],
  told: (id: number) => SaidEvent,
  toldAfter: (id: number) => SaidEvent,
): Parting | null {
  const [lone, fresh] = [unshared(before, after), unshared(after, before)];
  const moment = Math.min(...[...lone, ...fresh].map(({ time }) => time));
  const firsts = (events: readonly Happening[]): Happening[] => events.filter(({ time }) => time === moment);
  const [gone, come] = pairOf(firsts(lone), firsts(fresh));
  const [was, is] = [gone === undefined ? null : told(gone.id), come === undefined ? null : toldAfter(come.id)];
  const one = was ?? is;
  return one === null ? null : { time: one.time, before: was, after: is, text: words(was, is) };
}

/** What is said of the first moment: an event beside its like, else the first of each history. */
function pairOf(
  gone: readonly Happening[],
  come: readonly Happening[],
): [Happening | undefined, Happening | undefined] {
  for (const one of gone) {
    const like = come.find(({ key }) => key === one.key);
    if (like !== undefined) return [one, like];
  }
  return [gone[0], come[0]];
}

function words(was: SaidEvent | null, is: SaidEvent | null): string {
  if (was !== null && was.text === is?.text) return `In both, but otherwise: ${is.text}`;
  if (was !== null && is !== null) return `In the run: ${was.text} In the fork: ${is.text}`;
  return is === null ? `In the run alone: ${was!.text}` : `In the fork alone: ${is.text}`;
}

/** The events of one history that another does not have at the very same second, with the same result. */
function unshared(events: readonly Happening[], others: readonly Happening[]): Happening[] {
  const left = new Map<string, number>();
  for (const each of others) left.set(mark(each), (left.get(mark(each)) ?? 0) + 1);
  return events.filter((each) => {
    const count = left.get(mark(each)) ?? 0;
    left.set(mark(each), count - 1);
    return count <= 0;
  });
}

const mark = ({ key, time, place, result }: Happening): string => JSON.stringify([key, time, place, result]);
