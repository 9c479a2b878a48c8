import { bootstrap } from '../statistics.ts';
import type { Interval } from '../statistics.ts';

/**
 * The interval (95 %) of a statistic over samples that come in clusters, such as the mutes of one seed: whole clusters
 * are drawn anew. A draw that says nothing (a share of nothing) counts as the whole sample's value.
 */
export function resampled<T>(
  clusters: readonly (readonly T[])[],
  statistic: (sample: readonly T[]) => number,
): Interval {
  const whole = statistic(clusters.flat());
  const full = clusters.filter((cluster) => cluster.length > 0);
  return bootstrap([...full.keys()], (drawn) => {
    const value = statistic(drawn.flatMap((at) => full[at]!));
    return Number.isFinite(value) ? value : whole;
  });
}
