import type { Report } from '../report.ts';
import { slopes } from '../regression.ts';
import { bootstrap, mean, median, quantile } from '../statistics.ts';
import type { Comforted } from './scenes.ts';
import type { SeedPool } from './pool.ts';
import { Seeds } from './seeds.ts';

const SEEDS = { quick: 8, full: 200 };
const DAYS = { quick: 3, full: 30 };
/** What counts as refused, and as taken, 0..1. */
const REFUSED = 0.15;
const TAKEN = 0.85;

/** The month after the siege, as people are to each other: how the leader takes it that somebody comes to comfort her. */
export async function measureComforting(report: Report, pool: SeedPool): Promise<void> {
  const days = report.quick ? DAYS.quick : DAYS.full;
  const hearts = Seeds.scenes(report, pool, 'siege-of-the-compound', days);
  await hearts.live(report.quick ? SEEDS.quick : SEEDS.full);
  const runs = hearts.lived.map(({ comforted }) => comforted).filter((scenes) => scenes.length > 0);
  const all = runs.flat();
  const scenario = `siege-of-the-compound, ${all.length} scenes in ${hearts.lived.length} runs of ${days} days`;
  hearts.measure('scenes between two people', 'scenes', ({ scenes }) =>
    Object.values(scenes).reduce((a, b) => a + b, 0),
  );
  if (all.length === 0) return;
  const over = (of: (scenes: readonly Comforted[]) => number) =>
    bootstrap(
      runs.map((_, i) => i),
      (drawn) => of(drawn.flatMap((i) => runs[i]!)),
    );
  const degrees = (scenes: readonly Comforted[]): number[] => scenes.map(({ degree }) => degree);
  const add = (claim: string, of: (scenes: readonly Comforted[]) => number, unit: string, floor = {}): void =>
    report.add({ claim, scenario, value: of(all), unit, interval: over(of), floor });
  const sharePast = (is: (degree: number) => boolean) => (scenes: readonly Comforted[]) =>
    mean(degrees(scenes).map((degree) => (is(degree) ? 1 : 0)));
  add('the leader takes comfort, in the middle of all scenes', (s) => median(degrees(s)), 'of 1', {
    min: 0.2,
    max: 0.8,
  });
  add('nine of ten lie above', (s) => quantile(degrees(s), 0.1), 'of 1');
  add(
    'comfort that the leader refuses',
    sharePast((degree) => degree < REFUSED),
    'of scenes',
    { min: 0.01 },
  );
  // Three days are too few for anybody to take it all.
  add(
    'comfort that the leader takes',
    sharePast((degree) => degree > TAKEN),
    'of scenes',
    report.quick ? {} : { min: 0.01 },
  );
  const fit =
    (i: number) =>
    (scenes: readonly Comforted[]): number =>
      slopes(
        scenes.map(({ trust, alone, day }) => [trust, alone, day]),
        degrees(scenes),
      )[i]!;
  const rises = { min: 0 };
  add('she takes more of it from those she trusts, all else alike', fit(0), 'a step of trust', rises);
  add('she takes more of it where nobody sees it', fit(1), 'from all to nobody', rises);
  add('she takes more of it as days pass', fit(2), 'a day', report.quick ? {} : rises);
}
