import type { TableDef, World } from '@anchorhold/engine';
import { chroniclesIn, outcomesOf } from '@anchorhold/runs';
import type { History, Named, OutcomeShown, Run } from '@anchorhold/runs';
import { formatClock } from '@anchorhold/scenario';
import { STATED, shownName, statement, whyStands } from '@anchorhold/story';
import type { Chronicles, Entity, WhyCause, WhyOptions } from '@anchorhold/story';
import { momentWithin } from '../args.ts';
import { capital } from '../text.ts';
import { bare, questionIn } from './question.ts';

/** The answer to a question about a state. */
export interface StateAnswer {
  readonly event: null;
  /** What was asked about, and the moment. Times are seconds since the beginning. */
  readonly state: { readonly about: string; readonly time: number; readonly clock: string };
  readonly scope: string;
  readonly causes: readonly WhyCause[];
  /** Whether the answer is what was asked for; else it is all that stands about it. */
  readonly narrowed: boolean;
}

const MOST_LINES = 12;

/** Answers how it stands with somebody, something or an outcome at a moment of a run, and why. Throws CommandError. */
export function answerState(
  run: Run,
  history: History,
  typed: string,
  at: string | undefined,
  options: WhyOptions,
): StateAnswer {
  const { begin } = run.recipe;
  const world = at === undefined ? run.end() : run.worldAt(momentWithin('--at', at, begin, begin + run.summary.until));
  const past = chroniclesIn(history);
  const moment = { time: world.time - begin, clock: formatClock(world.time) };
  const outcome = outcomeNamed(run, world, typed);
  if (outcome !== null) {
    const said = typeof outcome.value === 'number' ? `${outcome.value}` : outcome.value === true ? 'yes' : 'no';
    const cause = statement(
      past,
      `${capital(outcome.name)}: ${said}.`,
      outcome.because,
      moment.time,
      MOST_LINES,
      options,
    );
    return { event: null, state: { about: outcome.name, ...moment }, scope: STATED, causes: [cause], narrowed: true };
  }
  const tables = new Map(world.ruleset.facts.map(({ about }) => [about.id, about]));
  const { about, words } = questionIn(history, typed, new Set(tables.keys()));
  const asked = askedOf(world, past, about, tables.get(about.table)!);
  const { causes, scope, narrowed } = whyStands(past, world, asked, words, options);
  return {
    event: null,
    state: { about: shownName(past.named(about.table, about.key)!), ...moment },
    scope,
    causes,
    narrowed: narrowed || words.length === 0,
  };
}

/** The outcome of the scenario that a question names, if it names one. */
function outcomeNamed(run: Run, world: World, typed: string): OutcomeShown | null {
  const wanted = asStatement(typed);
  return outcomesOf(run.ruleset, run.setup, world).find(({ name }) => asStatement(name) === wanted) ?? null;
}

/** `Is the gate broken?` asks for `the gate is broken`. */
const asStatement = (text: string): string => {
  const words = bare(text)
    .split(' ')
    .filter((word) => !['is', 'are', 'was', 'were', 'the', 'why', 'has', 'have'].includes(word));
  return words.join(' ');
};

function askedOf(world: World, past: Chronicles, about: Named, table: TableDef) {
  const entity = (def: TableDef, row: number): Entity => {
    const key = world.keyOf(def, row);
    return past.named(def.id, key) ?? { name: world.cast.shownName(def, row) || key, kind: 'thing', key };
  };
  return { table, row: world.cast.mustRow(table, about.key), entity };
}
