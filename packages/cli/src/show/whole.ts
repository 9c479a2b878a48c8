import { group, place, title } from '@anchorhold/engine';
import type { Run } from '@anchorhold/runs';
import { formatClock, plain } from '@anchorhold/scenario';
import { answer } from '../outcome.ts';
import { sinceBegin } from '../time-words.ts';
import { andList, capital } from '../text.ts';
import { groupPage, groupShown, peopleLines } from './group.ts';
import type { GroupShown } from './group.ts';
import { amountOf, goodWords, groupName, placeName, rowsOf, stocksAt, withArticle } from './look.ts';
import type { Look } from './look.ts';
import type { Page, Part } from './page.ts';
import { peopleAt, peopleWords, placeShown } from './place.ts';
import type { PlaceShown } from './place.ts';

/** Everything at a moment. */
export interface WholeShown {
  readonly what: 'whole';
  readonly title: string | null;
  readonly scenario: string;
  readonly seed: number;
  readonly time: number;
  readonly clock: string;
  readonly finished: boolean;
  readonly groups: readonly GroupShown[];
  readonly places: readonly PlaceShown[];
  /** Of the run's end. */
  readonly outcome: Run['summary']['outcome'];
}

export function wholeShown(run: Run, look: Look, start: Look): WholeShown {
  const { scenario, seed, outcome } = run.summary;
  return {
    what: 'whole',
    title: run.setup.whole(title) ?? null,
    scenario,
    seed,
    time: look.time,
    clock: formatClock(look.world.time),
    finished: run.finished,
    groups: rowsOf(look.world, group).map((of) => groupShown(look, of)),
    places: rowsOf(look.world, place).map((where) => placeShown(look, start, where)),
    outcome,
  };
}

export function wholePage(run: Run, look: Look, start: Look): Page {
  const { scenario, seed, outcome } = run.summary;
  const { world } = look;
  const groups: Part[] = rowsOf(world, group).map((of) => ({
    label: plain(capital(groupName(look, of)), 24),
    lines: [...(groupPage(look, of).parts.find(({ label }) => label === 'Aim')?.lines ?? []), ...peopleLines(look, of)],
  }));
  const places = rowsOf(world, place).flatMap((where) => {
    const people = peopleAt(look, where);
    return people.length === 0
      ? []
      : [`${capital(withArticle(placeName(look, where)))}: ${peopleWords(look, people)}.`];
  });
  const stores = rowsOf(world, place).flatMap((where) => storeLine(look, start, where));
  const atEnd = look.time === run.summary.until && run.finished;
  const outcomes = Object.entries(outcome).map(([name, value]) => `${capital(plain(name, 60))}: ${answer(value)}.`);
  return {
    title: plain(run.setup.whole(title) ?? scenario, 80),
    under: `${formatClock(world.time)}, ${sinceBegin(look.time)}; seed ${seed}${run.finished ? '' : '; the run is unfinished'}`,
    parts: [
      ...groups,
      { label: 'Where', lines: places },
      { label: 'Stores', lines: stores },
      { label: 'Outcome', lines: atEnd ? outcomes : [] },
    ],
  };
}

/** What lies in a place now, beside what lay there as it began where that is not the same. */
function storeLine(look: Look, start: Look, where: number): string[] {
  const [now, had] = [stocksAt(look.world, where), stocksAt(start.world, where)];
  const goods = [...new Set([...had, ...now].map(({ good }) => good))];
  if (goods.length === 0) return [];
  const amount = (stocks: typeof now, good: string): number => stocks.find((each) => each.good === good)?.amount ?? 0;
  const words = goods.map((good) => {
    const [before, after] = [amount(had, good), amount(now, good)];
    return before === after ? goodWords(good, after) : `${goodWords(good, after)} (was ${amountOf(good, before)})`;
  });
  return [`${capital(withArticle(placeName(look, where)))}: ${andList(words)}.`];
}
