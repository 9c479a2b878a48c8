import { scenarioText, setupOf } from '../scenario.ts';
import type { Bound, Report } from '../report.ts';
import {
  bootstrap,
  isClear,
  mean,
  meanInterval,
  pooledInterval,
  pooledShare,
  quantile,
  shareDifference,
  wilson,
} from '../statistics.ts';
import type { Counted, Interval } from '../statistics.ts';
import type { Days } from './days.ts';
import type { Scenes } from './scenes.ts';
import type { Crash, Lived } from './lived.ts';
import type { Minds } from './minds.ts';
import type { Night } from './night.ts';
import type { SeedPool } from './pool.ts';
import type { Returns } from './returns.ts';
import type { Variant } from './variants.ts';
import { WAYS } from './worker.ts';
import type { Way } from './worker.ts';

/** Pairs that are lived before it is looked again whether they tell. */
const PAIRS_AT_ONCE = 50;
/** Seeds that are lived in this thread as well: workers must change nothing. */
const LIVED_HERE = 3;

const cameThrough = <T extends Lived>(each: T | Crash): each is T => !('crash' in each);

/** A comparison of two variants, paired by seed. */
export interface Comparison<T extends Lived> {
  readonly claim: string;
  readonly unit: string;
  /** The difference is what `of` is in the one less what it is in the other; the scenario as it stands where left out. */
  readonly one?: Variant;
  readonly other?: Variant;
  readonly of: (lived: T) => number;
  readonly most: number;
  readonly floor?: Bound;
  readonly target?: Bound;
}

/** A comparison of what share of something is so, in two variants: of all that their runs count together. */
export interface SharesCompared<T extends Lived> extends Omit<Comparison<T>, 'of'> {
  readonly of: (lived: T) => Counted;
}

/** How seeds of a scenario are lived: what is counted, for so many days where it is not as long as the scenario lasts. */
export interface Living {
  readonly way: Way;
  readonly days?: number;
  /** What one of them is called: a night, a month. */
  readonly each: string;
}

/** Many seeds of one scenario and of its variants: lived once each, counted and compared. */
export class Seeds<T extends Lived> {
  readonly scenario: string;
  /** What came of the scenario as it stands, without the seeds that crashed. */
  lived: readonly T[] = [];
  private readonly report: Report;
  private readonly pool: SeedPool;
  private readonly living: Living;
  private readonly text: string;
  private readonly known = new Map<string, (T | Crash)[]>();

  private constructor(report: Report, pool: SeedPool, scenario: string, living: Living) {
    this.report = report;
    this.pool = pool;
    this.scenario = scenario;
    this.living = living;
    this.text = scenarioText(scenario);
  }

  /** Nights of a scenario, for as long as it lasts. */
  static nights(report: Report, pool: SeedPool, scenario: string): Seeds<Night> {
    return new Seeds<Night>(report, pool, scenario, { way: 'night', each: 'night' });
  }

  /** Days of a scenario: so many of them, or as many as it lasts. */
  static days(report: Report, pool: SeedPool, scenario: string, days?: number): Seeds<Days> {
    return new Seeds<Days>(report, pool, scenario, {
      way: 'days',
      each: 'run',
      ...(days === undefined ? {} : { days }),
    });
  }

  /** Days of a scenario, in which it is watched what goes on between people. */
  static scenes(report: Report, pool: SeedPool, scenario: string, days: number): Seeds<Scenes> {
    return new Seeds<Scenes>(report, pool, scenario, { way: 'scenes', each: 'run', days });
  }

  /** So many days of a scenario in which a band was beaten off: whether it comes back. */
  static returns(report: Report, pool: SeedPool, scenario: string, days: number): Seeds<Returns> {
    return new Seeds<Returns>(report, pool, scenario, { way: 'returns', each: 'run', days });
  }

  /** Days of a scenario, by what they leave in people's minds. */
  static minds(report: Report, pool: SeedPool, scenario: string, days: number): Seeds<Minds> {
    return new Seeds<Minds>(report, pool, scenario, { way: 'minds', each: 'run', days });
  }

  /** Live so many seeds of the scenario as it stands: none may crash, and none may have the chronicle of another. */
  async live(count: number): Promise<void> {
    const all = await this.seedsOf(asItStands, count);
    this.lived = all.filter(cameThrough);
    const scenario = `${this.scenario}, ${count} seeds`;
    const crashes = all.filter((each): each is Crash => !cameThrough(each));
    for (const { seed, crash } of crashes.slice(0, 5)) this.report.progress(`seed ${seed} crashed: ${crash}`);
    const distinct = new Set(this.lived.map(({ chronicle }) => chronicle)).size;
    const none = { unit: `${this.living.each}s`, floor: { max: 0 } };
    this.report.add({ claim: 'crashes', scenario, value: crashes.length, ...none });
    this.report.add({
      claim: 'chronicles that another seed has too',
      scenario,
      value: this.lived.length - distinct,
      ...none,
    });
    const setup = setupOf(this.text, this.scenario);
    for (const { seed, ...there } of this.lived.slice(0, LIVED_HERE)) {
      const { chronicle, hash } = WAYS[this.living.way](setup, seed, this.living.days ?? null);
      if (chronicle !== there.chronicle || hash !== there.hash)
        throw new Error(`${this.scenario}: seed ${seed} differs in a worker`);
    }
  }

  /** In how many of some runs something is so. */
  share(claim: string, is: (lived: T) => boolean, floor: Bound = {}, of?: readonly T[], what = 'seeds'): void {
    const among = of ?? this.lived;
    const scenario = `${this.scenario}, ${among.length} ${what}`;
    const hits = among.filter(is).length;
    const unit = of === undefined ? `of ${this.living.each}s` : `of ${what}`;
    const [value, interval] =
      among.length === 0 ? [0, [0, 1] as const] : [hits / among.length, wilson(hits, among.length)];
    this.report.add({ claim, scenario, value, unit, interval, floor });
  }

  /** The share of all that runs count together, each by as much as there is of it. */
  pooled(claim: string, unit: string, of: (lived: T) => Counted, floor: Bound = {}): void {
    const counted = this.lived.map(of);
    const all = counted.reduce((sum, { tries }) => sum + tries, 0);
    const scenario = `${this.scenario}, ${all} in ${counted.length} ${this.living.each}s`;
    this.report.add({
      claim,
      scenario,
      value: pooledShare(counted),
      unit,
      interval: pooledInterval(counted),
      floor,
    });
  }

  /** What a run is like: the mean, and the range in which nine of ten lie. */
  measure(claim: string, unit: string, of: (lived: T) => number): void {
    const values = this.lived.map(of);
    const range = [0.05, 0.5, 0.95].map((q) => Number(quantile(values, q).toFixed(1))).join(' / ');
    const scenario = `${this.scenario}, 5 / 50 / 95 %: ${range}`;
    this.report.add({
      claim: `${claim}, a ${this.living.each}`,
      scenario,
      value: mean(values),
      unit,
      interval: bootstrap(values, mean),
    });
  }

  /** What a variant changes: pairs are lived until they tell on which side of 0 it lies, or there are enough. */
  async compare({
    claim,
    unit,
    one = asItStands,
    other = asItStands,
    of,
    most,
    ...bounds
  }: Comparison<T>): Promise<void> {
    let differences: number[] = [];
    for (let pairs = Math.min(PAIRS_AT_ONCE, most); ; pairs = Math.min(pairs + PAIRS_AT_ONCE, most)) {
      differences = (await this.pairsOf(one, other, pairs)).map(([a, b]) => of(a) - of(b));
      if (pairs === most || isClear(differences)) break;
    }
    const scenario = `${this.scenario}, ${differences.length} pairs`;
    const interval = meanInterval(differences);
    this.report.add({ claim, scenario, value: mean(differences), unit, interval, ...bounds });
    this.sideOf(claim, scenario, interval, bounds.floor);
  }

  /** What a variant changes in a share, over all pairs: few of them hold enough to look at it sooner. */
  async compareShares({
    claim,
    unit,
    one = asItStands,
    other = asItStands,
    of,
    most,
    ...bounds
  }: SharesCompared<T>): Promise<void> {
    const pairs = await this.pairsOf(one, other, most);
    const { value, interval } = shareDifference(
      pairs.map(([a]) => of(a)),
      pairs.map(([, b]) => of(b)),
    );
    const scenario = `${this.scenario}, ${pairs.length} pairs`;
    this.report.add({ claim, scenario, value, unit, interval, ...bounds });
    this.sideOf(claim, scenario, interval, bounds.floor);
  }

  /** The same seeds of two variants, where both came through. */
  private async pairsOf(one: Variant, other: Variant, pairs: number): Promise<(readonly [T, T])[]> {
    const [ones, others] = [await this.seedsOf(one, pairs), await this.seedsOf(other, pairs)];
    return ones.flatMap((a, i) => {
      const b = others[i]!;
      return cameThrough(a) && cameThrough(b) ? [[a, b] as const] : [];
    });
  }

  /** The value's own side of 0 may be luck: that the interval lies there is a claim of its own. */
  private sideOf(claim: string, scenario: string, interval: Interval, floor: Bound | undefined): void {
    if (floor === undefined || this.report.quick) return;
    const clear = interval[0] > 0 || interval[1] < 0;
    this.report.add({
      claim: `${claim}: the interval excludes 0`,
      scenario,
      value: clear ? 1 : 0,
      unit: 'is so',
      floor: { min: 1 },
    });
  }

  /** A change that must change nothing: every chronicle and every state is as before. */
  async hold(claim: string, variant: Variant, seeds: number): Promise<void> {
    const [as, others] = [await this.seedsOf(asItStands, seeds), await this.seedsOf(variant, seeds)];
    const same = (a: T | Crash, b: T | Crash): boolean =>
      cameThrough(a) && cameThrough(b) && a.chronicle === b.chronicle && a.hash === b.hash;
    const changed = others.filter((other, i) => !same(as[i]!, other)).length;
    const scenario = `${this.scenario}, ${seeds} seeds`;
    this.report.add({ claim, scenario, value: changed, unit: `${this.living.each}s`, floor: { max: 0 } });
  }

  /** The first `count` seeds of a variant; those that were lived before are not lived again. */
  private async seedsOf(variant: Variant, count: number): Promise<(T | Crash)[]> {
    const lived = this.known.get(variant.name) ?? [];
    const seeds = Array.from({ length: Math.max(0, count - lived.length) }, (_, i) => lived.length + i + 1);
    const name = variant === asItStands ? '' : `, ${variant.name}`;
    const tell = (done: number): void => {
      if (done % 100 === 0 || done === seeds.length)
        this.report.progress(`${this.scenario}${name}: ${lived.length + done} of ${count} ${this.living.each}s`);
    };
    const { way, days = null } = this.living;
    const more = await this.pool.live({ way, text: variant(this.text), seeds, days }, tell);
    // The way says what its workers give back.
    const all = [...lived, ...(more as (T | Crash)[])];
    this.known.set(variant.name, all);
    return all.slice(0, count);
  }
}

function asItStands(text: string): string {
  return text;
}
