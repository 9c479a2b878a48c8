import type { Measured } from '../report.ts';
import { wilson } from '../statistics.ts';
import type { Interval } from '../statistics.ts';
import { OUTCOMES } from './outcomes.ts';
import type { OutcomeResult, Pair } from './outcomes.ts';
import type { CauseResult } from './precision.ts';
import type { MuteResult, Share } from './recall.ts';
import { resampled } from './resampled.ts';
import type { SeedResult } from './seed.ts';

/** A kind of event says something about precision from so many samples on. */
const ENOUGH = 20;

/** Everything that the seeds say, as claims: the sums first, then by kind, worst first. */
export function claimsOf(results: readonly SeedResult[], scenario: string): Measured[] {
  return [
    ...recallClaims(results, scenario),
    ...precisionClaims(results, scenario),
    ...outcomeClaims(results, scenario),
    ...recallByKind(results, scenario),
    ...precisionByKind(results, scenario),
  ];
}

function recallClaims(results: readonly SeedResult[], scenario: string): Measured[] {
  const claims: Measured[] = [];
  const both = [
    ['drawn uniformly', (result: SeedResult) => result.mutes],
    ['drawn by kind', (result: SeedResult) => result.mutesByKind],
  ] as const;
  for (const [how, mutesOf] of both) {
    const lists = results.map(mutesOf);
    const on = `${scenario}, ${lists.flat().length} mutes ${how}`;
    claims.push(
      shareClaim('recall: altered events that descend from the muted one', on, lists, pooled(recallOf), 'of events', {
        floor: { min: 0.95 },
      }),
      shareClaim('recall, mean over mutes that altered anything', on, lists, meanOf(recallOf), 'of events', {
        floor: { min: 0.9 },
      }),
      shareClaim('closure: later events that descend from the muted one', on, lists, pooled(closureOf), 'of events', {
        floor: { max: 0.8 },
      }),
      shareClaim('events that were altered', on, lists, pooled(alteredOf), 'of later events'),
    );
  }
  const within = [
    ['the first two minutes of an engagement', results.map(({ opening }) => opening), { max: 0.25 }],
    ['two minutes from the first shot on', results.map(({ firstShot }) => firstShot), undefined],
    [
      'two minutes after any mute in an engagement',
      results.map(({ mutes }) => mutes.flatMap(({ closureSoon }) => closureSoon ?? [])),
      undefined,
    ],
  ] as const;
  for (const [where, lists, floor] of within) {
    // Where nobody fights there is no such stretch.
    if (lists.flat().length === 0) continue;
    const on = `${scenario}, ${lists.flat().length} events`;
    const itself = (each: Share): Share => each;
    claims.push(
      shareClaim(
        `closure within ${where}`,
        on,
        lists,
        pooled(itself),
        'of events',
        floor === undefined ? {} : { floor },
      ),
      shareClaim(`closure within ${where}, mean over the events`, on, lists, meanOf(itself), 'of events'),
    );
  }
  claims.push({
    claim: 'events and states before a mute that differ',
    scenario: `${scenario}, ${sumOf(results, (each) => each.runsBefore)} runs from the setup on`,
    value: sumOf(results, (each) => each.differencesBefore),
    unit: 'differences',
    floor: { max: 0 },
  });
  return claims;
}

function precisionClaims(results: readonly SeedResult[], scenario: string): Measured[] {
  const lists = results.map(({ stated }) => stated);
  const on = `${scenario}, ${lists.flat().length} stated causes`;
  const fateClaim = (fate: CauseResult['fate']): Measured =>
    shareClaim(
      `precision: the effect ${fate}`,
      on,
      lists,
      shareOf((each) => each.fate === fate),
      'of causes',
    );
  const events = sumOf(results, (each) => each.events);
  const withReason = sumOf(results, (each) => each.withReason);
  const unexplained = results.flatMap((each) => each.unexplained);
  const worst = byKind(results.flatMap(({ statedByKind }) => statedByKind))
    .filter(([, list]) => list.length >= ENOUGH)
    .sort((a, b) => heldShare(a[1]) - heldShare(b[1]) || (a[0] < b[0] ? -1 : 1))[0];
  return [
    shareClaim('precision: stated causes whose muting alters the effect', on, lists, shareOf(isHeld), 'of causes', {
      floor: { min: 0.75 },
    }),
    fateClaim('vanished'),
    fateClaim('moved'),
    fateClaim('changed'),
    ...(worst === undefined
      ? []
      : [
          {
            claim: `precision of the worst kind with ${ENOUGH} samples or more`,
            scenario: `${scenario}, ${worst[1].length} causes of ${worst[0]}`,
            value: heldShare(worst[1]),
            unit: 'of causes',
            interval: wilson(worst[1].filter(isHeld).length, worst[1].length),
            floor: { min: 0.5 },
          },
        ]),
    {
      claim: 'events that state a reason',
      scenario: `${scenario}, ${events} events`,
      value: withReason / events,
      unit: 'of events',
      interval: wilson(withReason, events),
    },
    {
      claim: 'events without any cause, of kinds that are not declared to come so',
      scenario: `${scenario}, ${[...new Set(unexplained)].sort().join(', ') || `${events} events`}`,
      value: unexplained.length,
      unit: 'events',
      floor: { max: 0 },
    },
  ];
}

function outcomeClaims(results: readonly SeedResult[], scenario: string): Measured[] {
  const claims: Measured[] = [];
  const add = (
    claim: string,
    what: string,
    lists: readonly (readonly Pair[])[],
    hit: (pair: Pair) => boolean,
    floor?: Measured['floor'],
  ): void => {
    const pairs = lists.flat().length;
    if (pairs === 0) return;
    const on = `${scenario}, ${pairs} pairs${what}`;
    claims.push(shareClaim(claim, on, lists, shareOf(hit), 'of pairs', floor === undefined ? {} : { floor }));
  };
  const pairsOf = (list: readonly OutcomeResult[], when: (pair: Pair) => boolean): Pair[] =>
    list.flatMap(({ pairs }) => pairs.filter(when));
  for (const kind of OUTCOMES) {
    const lists = results.map(({ outcomes }) =>
      pairsOf(
        outcomes.filter((each) => each.kind === kind),
        cameAbout,
      ),
    );
    const tested = results.flatMap(({ outcomes }) => outcomes.filter((each) => each.kind === kind)).length;
    add(`necessity of a stated cause for ${kind}`, ` of ${tested} causes`, lists, isUndone);
    add(
      `${kind} moved by more than 10 s, where it came all the same`,
      '',
      lists.map((pairs) => pairs.filter((each) => each.with)),
      (each) => each.moved,
    );
  }
  const placebos = results.map(({ placebos: list }) => pairsOf(list, (pair) => cameAbout(pair) && !pair.path));
  const any = results.map(({ placebos: list }) => pairsOf(list, () => true));
  const tested = results.flatMap(({ placebos: list }) => list).length;
  add(
    'placebo mutes that undo an outcome that no path led to under the same luck',
    ` of ${tested} placebos`,
    placebos,
    isUndone,
    { max: 0.1 },
  );
  add(
    'placebo mutes that make or undo an outcome, whatever paths the other luck laid',
    ` of ${tested} placebos`,
    any,
    (each) => each.with !== each.without,
  );
  return claims;
}

const cameAbout = (pair: Pair): boolean => pair.without;
const isUndone = (pair: Pair): boolean => pair.without && !pair.with;

function recallByKind(results: readonly SeedResult[], scenario: string): Measured[] {
  const mutes = byKind(results.flatMap(({ mutesByKind }) => mutesByKind));
  const recalls = mutes
    .filter(([, list]) => list.some(({ recall }) => recall.of > 0))
    .map(([kind, list]) => {
      const altering = list.filter(({ recall }) => recall.of > 0).length;
      const on = `${scenario}, ${altering} of ${list.length} mutes altered anything`;
      return shareClaim(`recall by kind: ${kind}`, on, bySeed(list), pooled(recallOf), 'of events');
    });
  const closures = mutes
    .filter(([, list]) => list.some(({ closure }) => closure.of > 0))
    .map(([kind, list]) =>
      shareClaim(
        `closure by kind: ${kind}`,
        `${scenario}, ${list.length} mutes`,
        bySeed(list),
        pooled(closureOf),
        'of events',
      ),
    );
  return [...recalls.sort((a, b) => a.value - b.value), ...closures.sort((a, b) => b.value - a.value)];
}

function precisionByKind(results: readonly SeedResult[], scenario: string): Measured[] {
  return byKind(results.flatMap(({ statedByKind }) => statedByKind))
    .map(([kind, list]): Measured => {
      const count = (fate: CauseResult['fate']): number => list.filter((each) => each.fate === fate).length;
      return {
        claim: `precision by kind: ${kind}`,
        scenario: `${scenario}, ${list.length} causes: ${count('vanished')} vanished, ${count('moved')} moved, ${count('changed')} changed`,
        value: heldShare(list),
        unit: 'of causes',
        interval: wilson(list.filter(isHeld).length, list.length),
      };
    })
    .sort((a, b) => a.value - b.value);
}

const recallOf = (result: MuteResult): Share => result.recall;
const closureOf = (result: MuteResult): Share => result.closure;
const alteredOf = ({ recall, closure }: MuteResult): Share => ({ hits: recall.of, of: closure.of });
const isHeld = ({ fate }: CauseResult): boolean => fate !== 'same';
const heldShare = (list: readonly CauseResult[]): number => list.filter(isHeld).length / list.length;

/** The share over all events of a sample. */
function pooled<T>(shareOf: (each: T) => Share) {
  return (sample: readonly T[]): number => {
    const shares = sample.map(shareOf);
    return sumOf(shares, (each) => each.hits) / sumOf(shares, (each) => each.of);
  };
}

/** The mean of the shares of those that have any events. */
function meanOf<T>(shareOf: (each: T) => Share) {
  return (sample: readonly T[]): number => {
    const shares = sample.map(shareOf).filter((each) => each.of > 0);
    return sumOf(shares, (each) => each.hits / each.of) / shares.length;
  };
}

function shareOf<T>(hit: (each: T) => boolean) {
  return (sample: readonly T[]): number => sample.filter(hit).length / sample.length;
}

/** A share with its interval over seeds: what one seed gives hangs together. */
function shareClaim<T>(
  claim: string,
  scenario: string,
  lists: readonly (readonly T[])[],
  statistic: (sample: readonly T[]) => number,
  unit: string,
  more: { floor?: Measured['floor'] } = {},
): Measured {
  const value = statistic(lists.flat());
  const interval: Interval = resampled(lists, statistic);
  return { claim, scenario, value, unit, interval, ...(more.floor === undefined ? {} : { floor: more.floor }) };
}

function byKind<T extends { readonly kind: string }>(list: readonly T[]): [string, T[]][] {
  const kinds = [...new Set(list.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => [kind, list.filter((each) => each.kind === kind)]);
}

function bySeed<T extends { readonly seed: number }>(list: readonly T[]): T[][] {
  return [...new Set(list.map(({ seed }) => seed))].map((seed) => list.filter((each) => each.seed === seed));
}

function sumOf<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((sum, each) => sum + of(each), 0);
}
