import { scenarioText, setupOf } from './scenario.ts';
import { openReport } from './report.ts';
import { liveNight } from './nights/night.ts';
import type { Crash, Night } from './nights/night.ts';
import { NightPool } from './nights/pool.ts';
import * as variants from './nights/variants.ts';
import type { Variant } from './nights/variants.ts';
import { measureAttrition } from './attrition.ts';
import { measureWounds } from './wounds.ts';
import { bootstrap, isClear, mean, meanInterval, quantile, wilson } from './statistics.ts';

const FARM = 'farm-at-night';
const KEPT = 'the grain is kept';
/** Each side wins at least so often. */
const WINS = { min: 0.1 };
const MOST_PAIRS = 1_000;
/** Pairs that are lived before it is looked again whether they tell. */
const PAIRS_AT_ONCE = 50;
const WORKERS = 2;

const report = openReport(
  'stats',
  'Lives many seeds of the farm, counts what comes of them, and compares variants in pairs; lives wounds that nobody tends, and fights of unlike sides.',
);
const text = scenarioText(FARM);
const pool = new NightPool(WORKERS, FARM);
const known = new Map<string, (Night | Crash)[]>();

/** The first `count` nights of a variant of the farm; those that were lived before are not lived again. */
async function nightsOf(name: string, of: string, count: number): Promise<(Night | Crash)[]> {
  const lived = known.get(name) ?? [];
  const seeds = Array.from({ length: Math.max(0, count - lived.length) }, (_, i) => lived.length + i + 1);
  const tell = (done: number): void => {
    if (done % 200 === 0 || done === seeds.length)
      report.progress(`${name}: ${lived.length + done} of ${count} nights`);
  };
  const all = [...lived, ...(await pool.live(of, seeds, tell))];
  known.set(name, all);
  return all.slice(0, count);
}

const isNight = (each: Night | Crash): each is Night => !('crash' in each);
const isKept = (night: Night): boolean => night.outcome[KEPT] === true;
const deadOf = (night: Night, group?: string): number =>
  Object.entries(night.dead).reduce((sum, [key, count]) => sum + (group === undefined || key === group ? count : 0), 0);

measureWounds(report);
measureAttrition(report);
const many = report.quick ? 60 : 1_000;
const all = await nightsOf(FARM, text, many);
const nights = all.filter(isNight);
countCrashes();
count();
describe();
await compare(
  'the contingency against its people at ordinary posts: grain kept',
  'of nights',
  variants.ordinaryPosts,
  (n) => (isKept(n) ? 1 : 0),
  -1,
);
await compare(
  'the contingency against its people at ordinary posts: raiders dead',
  'people',
  variants.ordinaryPosts,
  (n) => deadOf(n, 'the Fell men'),
  -1,
);
await compare('no moon against a half moon: hits', 'hits', variants.moonless, (n) => n.hits, 1, { max: 0 });
await compare('fog against none: hits', 'hits', variants.foggy, (n) => n.hits, 1, { max: 0 });
await compare('better aim against the aim they have: hits', 'hits', variants.betterAim, (n) => n.hits, 1, { min: 0 });
await hold('nights that change as people are shown under other names', variants.renamed);
await hold('nights that change as people are put into another order in the file', variants.reordered);
await pool.close();
report.close();

function countCrashes(): void {
  const crashes = all.filter((each): each is Crash => !isNight(each));
  for (const { seed, crash } of crashes.slice(0, 5)) report.progress(`seed ${seed} crashed: ${crash}`);
  report.add({
    claim: 'crashes',
    scenario: `${FARM}, ${many} seeds`,
    value: crashes.length,
    unit: 'nights',
    floor: { max: 0 },
  });
  // Worker threads change nothing: what they gave is what this thread lives.
  const setup = setupOf(text, FARM);
  for (const night of nights.slice(0, 3)) {
    const { chronicle, hash } = liveNight(setup, night.seed);
    if (chronicle !== night.chronicle || hash !== night.hash) throw new Error(`seed ${night.seed} differs in a worker`);
  }
}

function count(): void {
  const scenario = `${FARM}, ${nights.length} seeds`;
  const distinct = new Set(nights.map((night) => night.chronicle)).size;
  report.add({
    claim: 'chronicles that another seed has too',
    scenario,
    value: nights.length - distinct,
    unit: 'nights',
    floor: { max: 0 },
  });
  const share = (claim: string, is: (night: Night) => boolean, floor = {}): void => {
    const hits = nights.filter(is).length;
    report.add({
      claim,
      scenario,
      value: hits / nights.length,
      unit: 'of nights',
      interval: wilson(hits, nights.length),
      floor,
    });
  };
  share('the defenders win: the grain is kept', isKept, WINS);
  share('the raiders win: the grain is lost', (night) => !isKept(night), WINS);
  for (const how of [...new Set(nights.map((night) => night.ended))].sort()) {
    share(`how the fight ends: ${how}`, (night) => night.ended === how);
  }
  share('nobody dies', (night) => deadOf(night) === 0);
  for (const name of Object.keys(nights[0]!.outcome)) {
    if (name !== KEPT && typeof nights[0]!.outcome[name] === 'boolean') {
      share(`outcome: ${name}`, (night) => night.outcome[name] === true);
    }
  }
}

/** What a night is like: means, and the range in which nine of ten nights lie. */
function describe(): void {
  const measures: readonly [claim: string, unit: string, of: (night: Night) => number][] = [
    ['dead of the farm', 'people', (night) => deadOf(night, 'Aldersyke')],
    ['dead of the band', 'people', (night) => deadOf(night, 'the Fell men')],
    ['wounded', 'people', (night) => night.wounded],
    ['shots', 'shots', (night) => night.shots],
    ['hits', 'hits', (night) => night.hits],
    ['from the first shot to the end', 'min', (night) => night.fight / 60],
    ['events', 'events', (night) => night.events],
  ];
  for (const [claim, unit, of] of measures) {
    const values = nights.map(of);
    const range = [0.05, 0.5, 0.95].map((q) => Number(quantile(values, q).toFixed(1))).join(' / ');
    const scenario = `${FARM}, 5 / 50 / 95 %: ${range}`;
    report.add({ claim: `${claim}, a night`, scenario, value: mean(values), unit, interval: bootstrap(values, mean) });
  }
}

/**
 * What a variant changes, as the mean of differences between nights of one seed. Pairs are lived until they tell on which
 * side of 0 it lies, or there are enough. `sign` 1 takes the farm from the variant, -1 the variant from the farm.
 */
async function compare(
  claim: string,
  unit: string,
  variant: Variant,
  of: (night: Night) => number,
  sign: 1 | -1,
  target = {},
): Promise<void> {
  const most = Math.min(many, MOST_PAIRS);
  let differences: number[] = [];
  for (let pairs = Math.min(PAIRS_AT_ONCE, most); ; pairs = Math.min(pairs + PAIRS_AT_ONCE, most)) {
    const others = await nightsOf(variant.name, variant(text), pairs);
    differences = others.flatMap((other, i) => {
      const one = all[i]!;
      return isNight(one) && isNight(other) ? [sign * (of(other) - of(one))] : [];
    });
    if (pairs === most || isClear(differences)) break;
  }
  const scenario = `${FARM}, ${differences.length} pairs`;
  report.add({ claim, scenario, value: mean(differences), unit, interval: meanInterval(differences), target });
}

/** A change that must change nothing: every chronicle and every state is as before. */
async function hold(claim: string, variant: Variant): Promise<void> {
  const seeds = report.quick ? 10 : 50;
  const others = await nightsOf(variant.name, variant(text), seeds);
  const same = (a: Night | Crash, b: Night | Crash): boolean =>
    isNight(a) && isNight(b) && a.chronicle === b.chronicle && a.hash === b.hash;
  const changed = others.filter((other, i) => !same(all[i]!, other)).length;
  report.add({ claim, scenario: `${FARM}, ${seeds} seeds`, value: changed, unit: 'nights', floor: { max: 0 } });
}
