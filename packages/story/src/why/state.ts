import type { Standing, TableDef, World } from '@anchorhold/engine';
import { rolesOf, sayClause, finish } from '../english/clause.ts';
import { newDiscourse } from '../english/discourse.ts';
import { verbForms } from '../english/verbs.ts';
import type { Entity } from '../told.ts';
import type { Chronicled, Chronicles } from './chronicled.ts';
import { grow } from './grow.ts';
import { COLUMNS, DEEPEST, MOST_LINES, STATED } from './why.ts';
import type { WhyOptions } from './why.ts';
import type { WhyCause } from './types.ts';

/** Whom or what is asked about: a row of a named table, and how it is called. */
export interface Asked {
  readonly table: TableDef;
  readonly row: number;
  readonly entity: (table: TableDef, row: number) => Entity;
}

/** How it stands with somebody or something, and why: each thing that stands is a cause of its own in `causes`. */
export interface WhyState {
  readonly event: null;
  readonly scope: string;
  /**
   * What stands, a sentence each: `ids` are the events that made it so, of which `because` tells. Empty where nothing is
   * kept of such a thing.
   */
  readonly causes: readonly WhyCause[];
  /** Whether what stands is what the question asked for; else it is all that stands. */
  readonly narrowed: boolean;
}

/** Lines of each of so many answers. */
const linesFor = (count: number): number => Math.max(4, Math.floor(MOST_LINES / Math.max(1, count)));

/** How it stands with somebody or something in `world`, narrowed by the words of a question, and why. */
export function whyStands(
  past: Chronicles,
  world: World,
  asked: Asked,
  question: readonly string[],
  options: WhyOptions = {},
): WhyState {
  const all = world.ruleset.facts
    .filter(({ about }) => about === asked.table)
    .flatMap((fact) => fact.stands(world, asked.row));
  const wanted = all.filter(({ words }) => question.some((word) => formsOf(words).has(word)));
  const chosen = wanted.length > 0 ? wanted : all;
  const causes = chosen.map((standing) =>
    statement(
      past,
      sayStanding(standing, asked),
      standing.because,
      world.time - past.begin,
      linesFor(chosen.length),
      options,
    ),
  );
  return { event: null, scope: STATED, causes, narrowed: wanted.length > 0 };
}

/** A statement about the world, such as an outcome, with the events behind it as a tree. `time` is when it is so. */
export function statement(
  past: Chronicles,
  text: string,
  because: readonly number[],
  time: number,
  lines: number,
  options: WhyOptions = {},
): WhyCause {
  const ids = [...new Set(because)].filter((id) => id > 0 && id <= past.events.length);
  const root: Chronicled = {
    id: 0,
    key: '',
    time,
    kind: '',
    weight: 'turn',
    text,
    clause: { verb: 'be', subject: { noun: 'it' } },
    reason: null,
    roles: {},
    data: {},
    because: ids.map((id) => ({ id, as: 'reason', group: 0 })),
  };
  const { depth, home } = options;
  const { causes, left } = grow(
    past,
    root,
    { text: () => text, drift: () => [] },
    {
      depth: depth ?? DEEPEST,
      lines: depth === undefined ? lines : Infinity,
      columns: COLUMNS,
      home,
    },
  );
  const joint = ids.length > 1;
  return {
    ids,
    told: [],
    as: 'reason',
    joint,
    time,
    text,
    above: false,
    needed: null,
    effect: null,
    test: null,
    because: causes,
    left,
  };
}

function sayStanding({ clause, roles = {} }: Standing, asked: Asked): string {
  const entities = Object.fromEntries(
    Object.entries({ ...roles, it: asked }).map(([role, { table, row }]) => [role, asked.entity(table, row)]),
  );
  return finish(sayClause(clause, { roles: rolesOf(entities), discourse: newDiscourse() }));
}

/** All forms in which words of a fact may stand in a question. */
function formsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(
    words.flatMap((word) => {
      const { base, past, participle, ing } = verbForms(word);
      return [word, base, past, participle, ing, `${base}s`, `${base}es`, base === 'be' ? 'is' : base];
    }),
  );
}
