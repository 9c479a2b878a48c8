import { Chance, purpose } from '@anchorhold/engine';

/** Up to `count` of a list without one twice, all equally likely; the same for the same list, seed and name of the draw. */
export function sample<T>(list: readonly T[], count: number, name: string, seed: number): T[] {
  const luck = new Chance(seed, 0);
  const draw = purpose(name);
  return list
    .map((each, i) => ({ each, at: luck.bits(draw, i, 0, 0) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ each }) => each);
}

/** Up to `count` of each kind; of `most` kinds, where there are more of them. */
export function sampleByKind<T>(
  list: readonly T[],
  kindOf: (each: T) => string,
  count: number,
  name: string,
  seed: number,
  most = Infinity,
): T[] {
  const kinds = sample([...new Set(list.map(kindOf))].sort(), most, `${name} of a kind`, seed).sort();
  return kinds.flatMap((kind) =>
    sample(
      list.filter((each) => kindOf(each) === kind),
      count,
      `${name} ${kind}`,
      seed,
    ),
  );
}
