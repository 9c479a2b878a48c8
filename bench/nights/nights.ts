import { scenarioText, setupOf } from '../scenario.ts';
import type { Bound, Report } from '../report.ts';
import { bootstrap, isClear, mean, meanInterval, quantile, wilson } from '../statistics.ts';
import { liveNight } from './night.ts';
import type { Crash, Night } from './night.ts';
import type { NightPool } from './pool.ts';
import type { Variant } from './variants.ts';

/** Pairs that are lived before it is looked again whether they tell. */
const PAIRS_AT_ONCE = 50;
/** Nights that are lived in this thread as well: workers must change nothing. */
const LIVED_HERE = 3;

export const isNight = (each: Night | Crash): each is Night => !('crash' in each);

/** A comparison of two variants, paired by seed. */
export interface Comparison {
  readonly claim: string;
  readonly unit: string;
  /** The difference is what `of` is in the one less what it is in the other; the scenario as it stands where left out. */
  readonly one?: Variant;
  readonly other?: Variant;
  readonly of: (night: Night) => number;
  readonly most: number;
  readonly floor?: Bound;
  readonly target?: Bound;
}

/** Many nights of one scenario and of its variants: lived once each, counted and compared. */
export class Nights {
  readonly scenario: string;
  /** Nights of the scenario as it stands, without those that crashed. */
  nights: readonly Night[] = [];
  private readonly report: Report;
  private readonly pool: NightPool;
  private readonly text: string;
  private readonly known = new Map<string, (Night | Crash)[]>();

  constructor(report: Report, pool: NightPool, scenario: string) {
    this.report = report;
    this.pool = pool;
    this.scenario = scenario;
    this.text = scenarioText(scenario);
  }

  /** Live so many seeds of the scenario as it stands: none may crash, and none may have the chronicle of another. */
  async live(count: number): Promise<void> {
    const all = await this.nightsOf(asItStands, count);
    this.nights = all.filter(isNight);
    const scenario = `${this.scenario}, ${count} seeds`;
    const crashes = all.filter((each): each is Crash => !isNight(each));
    for (const { seed, crash } of crashes.slice(0, 5)) this.report.progress(`seed ${seed} crashed: ${crash}`);
    const distinct = new Set(this.nights.map((night) => night.chronicle)).size;
    const none = { unit: 'nights', floor: { max: 0 } };
    this.report.add({ claim: 'crashes', scenario, value: crashes.length, ...none });
    this.report.add({
      claim: 'chronicles that another seed has too',
      scenario,
      value: this.nights.length - distinct,
      ...none,
    });
    const setup = setupOf(this.text, this.scenario);
    for (const night of this.nights.slice(0, LIVED_HERE)) {
      const { chronicle, hash } = liveNight(setup, night.seed);
      if (chronicle !== night.chronicle || hash !== night.hash)
        throw new Error(`${this.scenario}: seed ${night.seed} differs in a worker`);
    }
  }

  /** In how many of some nights something is so. */
  share(claim: string, is: (night: Night) => boolean, floor: Bound = {}, of?: readonly Night[], what = 'seeds'): void {
    const among = of ?? this.nights;
    const scenario = `${this.scenario}, ${among.length} ${what}`;
    const hits = among.filter(is).length;
    const unit = of === undefined ? 'of nights' : `of ${what}`;
    const [value, interval] =
      among.length === 0 ? [0, [0, 1] as const] : [hits / among.length, wilson(hits, among.length)];
    this.report.add({ claim, scenario, value, unit, interval, floor });
  }

  /** What a night is like: the mean, and the range in which nine of ten nights lie. */
  measure(claim: string, unit: string, of: (night: Night) => number): void {
    const values = this.nights.map(of);
    const range = [0.05, 0.5, 0.95].map((q) => Number(quantile(values, q).toFixed(1))).join(' / ');
    const scenario = `${this.scenario}, 5 / 50 / 95 %: ${range}`;
    this.report.add({
      claim: `${claim}, a night`,
      scenario,
      value: mean(values),
      unit,
      interval: bootstrap(values, mean),
    });
  }

  /** What a variant changes: pairs are lived until they tell on which side of 0 it lies, or there are enough. */
  async compare({ claim, unit, one = asItStands, other = asItStands, of, most, ...bounds }: Comparison): Promise<void> {
    let differences: number[] = [];
    for (let pairs = Math.min(PAIRS_AT_ONCE, most); ; pairs = Math.min(pairs + PAIRS_AT_ONCE, most)) {
      const [ones, others] = [await this.nightsOf(one, pairs), await this.nightsOf(other, pairs)];
      differences = ones.flatMap((a, i) => {
        const b = others[i]!;
        return isNight(a) && isNight(b) ? [of(a) - of(b)] : [];
      });
      if (pairs === most || isClear(differences)) break;
    }
    const scenario = `${this.scenario}, ${differences.length} pairs`;
    const interval = meanInterval(differences);
    this.report.add({ claim, scenario, value: mean(differences), unit, interval, ...bounds });
    if (bounds.floor === undefined) return;
    // The value's own side of 0 may be luck: that the interval lies there is a claim of its own.
    const clear = interval[0] > 0 || interval[1] < 0;
    if (!this.report.quick)
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
    const [as, others] = [await this.nightsOf(asItStands, seeds), await this.nightsOf(variant, seeds)];
    const same = (a: Night | Crash, b: Night | Crash): boolean =>
      isNight(a) && isNight(b) && a.chronicle === b.chronicle && a.hash === b.hash;
    const changed = others.filter((other, i) => !same(as[i]!, other)).length;
    const scenario = `${this.scenario}, ${seeds} seeds`;
    this.report.add({ claim, scenario, value: changed, unit: 'nights', floor: { max: 0 } });
  }

  /** The first `count` nights of a variant; those that were lived before are not lived again. */
  private async nightsOf(variant: Variant, count: number): Promise<(Night | Crash)[]> {
    const lived = this.known.get(variant.name) ?? [];
    const seeds = Array.from({ length: Math.max(0, count - lived.length) }, (_, i) => lived.length + i + 1);
    const name = variant === asItStands ? '' : `, ${variant.name}`;
    const tell = (done: number): void => {
      if (done % 100 === 0 || done === seeds.length)
        this.report.progress(`${this.scenario}${name}: ${lived.length + done} of ${count} nights`);
    };
    const all = [...lived, ...(await this.pool.live(variant(this.text), seeds, tell))];
    this.known.set(variant.name, all);
    return all.slice(0, count);
  }
}

function asItStands(text: string): string {
  return text;
}

/** Dead of a night, of one group or of all. */
export const deadOf = (night: Night, group?: string): number =>
  Object.entries(night.dead).reduce((sum, [key, count]) => sum + (group === undefined || key === group ? count : 0), 0);

/** Hits by aimed rounds, on one group's people or on all. */
export const aimedHitsOf = (night: Night, group?: string): number =>
  Object.entries(night.aimedHits).reduce(
    (sum, [key, count]) => sum + (group === undefined || key === group ? count : 0),
    0,
  );
