import { claimsOf } from './causes/claims.ts';
import { measureSeeds } from './causes/pool.ts';
import type { Missed } from './causes/recall.ts';
import type { SeedResult, Sizes, Span } from './causes/seed.ts';
import { openReport } from './report.ts';

/**
 * Scenarios on which the honesty of causes must hold, and how much is asked of each. A night of the siege is some forty
 * times as long as one at the farm: fewer of them are asked, and each more. Of the days after it, and of a winter, it is
 * asked apart, where people live by the hour; of the days after a siege in full mode only.
 */
const SCENARIOS: readonly Asked[] = [
  {
    scenario: 'siege-of-the-compound',
    full: sizes(8, { mutes: 32, stated: 40, kinds: 60, early: 20, statements: 1, placebos: 1, lucks: 8 }),
    quick: sizes(4, { mutes: 6, stated: 8, kinds: 4, early: 10, statements: 0, placebos: 1, lucks: 2 }),
  },
  {
    scenario: 'siege-of-the-compound',
    span: { days: 10, from: 4 },
    full: sizes(4, { mutes: 32, stated: 40, kinds: 60, early: 0, statements: 0, placebos: 0, lucks: 0 }),
    quick: null,
  },
  {
    scenario: 'hungry-winter',
    full: sizes(8, { mutes: 32, stated: 40, kinds: Infinity, early: 0, statements: 0, placebos: 0, lucks: 0 }),
    quick: sizes(4, { mutes: 16, stated: 16, kinds: 12, early: 0, statements: 0, placebos: 0, lucks: 0 }),
  },
  {
    scenario: 'farm-at-night',
    full: sizes(48, { mutes: 12, stated: 24, kinds: Infinity, early: 20, statements: 2, placebos: 3, lucks: 24 }),
    quick: sizes(8, { mutes: 10, stated: 12, kinds: 20, early: 10, statements: 1, placebos: 1, lucks: 12 }),
  },
];
/** Examples of each sort that are told. */
const EXAMPLES = 12;

interface Asked {
  readonly scenario: string;
  readonly span?: Span;
  readonly full: { readonly seeds: number; readonly sizes: Sizes };
  /** Null where a quick run asks nothing of it. */
  readonly quick: { readonly seeds: number; readonly sizes: Sizes } | null;
}

function sizes(seeds: number, of: Omit<Sizes, 'mutesAKind' | 'statedAKind' | 'fromSetup'>): Asked['full'] {
  return { seeds, sizes: { ...of, mutesAKind: 1, statedAKind: 2, fromSetup: 1 } };
}

const report = openReport(
  'causes',
  'Withholds events and what is stated as their causes, lives on, and compares: whether what is said of causes is true.',
);
for (const { scenario, span, quick, full } of SCENARIOS) {
  const name = span === undefined ? scenario : `${scenario}, ${span.days} days after hour ${span.from}`;
  const much = report.quick ? quick : full;
  if (much === null) continue;
  const { seeds, sizes: asked } = much;
  const results = await measureSeeds(
    { scenario, sizes: asked, ...(span === undefined ? {} : { span }) },
    Array.from({ length: seeds }, (_, i) => i + 1),
    (done) => report.progress(`${name}: ${done} of ${seeds} seeds`),
  );
  for (const claim of claimsOf(results, name)) report.add(claim);
  tellMissed(results);
  tellIdle(results);
}
report.close();

/** The commonest sorts of first effects that no path led to, each with an example. */
function tellMissed(results: readonly SeedResult[]): void {
  const byPair = new Map<string, Missed[]>();
  for (const missed of results.flatMap(({ mutes, mutesByKind }) =>
    [...mutes, ...mutesByKind].flatMap((each) => each.missed ?? []),
  )) {
    byPair.set(missed.pair, [...(byPair.get(missed.pair) ?? []), missed]);
  }
  const common = [...byPair].sort((a, b) => b[1].length - a[1].length).slice(0, EXAMPLES);
  if (common.length > 0)
    report.progress('the first that a mute altered without a path to it, the commonest sorts first:');
  for (const [pair, list] of common) report.progress(`${list.length} x ${pair}; ${list[0]!.text}`);
}

/** Stated causes that nothing came of when they were withheld: of each kind of effect one. */
function tellIdle(results: readonly SeedResult[]): void {
  const idle = new Map<string, string>();
  for (const { kind, fate, text } of results.flatMap(({ stated, statedByKind }) => [...stated, ...statedByKind])) {
    if (fate === 'same' && !idle.has(kind)) idle.set(kind, text);
  }
  if (idle.size > 0) report.progress('stated causes whose muting altered nothing, one for each kind of effect:');
  for (const text of [...idle.values()].slice(0, EXAMPLES)) report.progress(text);
}
