/**
 * What coalitions of acts are worth, and what that says of each act. A coalition is a number whose bits say which acts
 * stand: bit i is act i. `worth` holds the value of every coalition in turn, from none of the acts to all of them.
 */

/** The most acts of one question: all coalitions are lived, and there are 2^n of them. */
export const MOST_ACTS = 8;

export type Worth = readonly number[];

/** How many acts a table of worths is about. Throws RangeError where it is no whole table. */
export function actsIn(worth: Worth): number {
  for (let count = 0; count <= MOST_ACTS; count++) if (worth.length === 1 << count) return count;
  throw new RangeError(`${worth.length} coalitions are not all coalitions of at most ${MOST_ACTS} acts`);
}

/** What is lost where this act alone is withheld, and all others stand. */
export function butFor(worth: Worth, act: number): number {
  const all = worth.length - 1;
  return worth[all]! - worth[all & ~(1 << act)]!;
}

/**
 * Shapley's share of an act: what it adds, on average over all orders in which the acts could be put in place one after the
 * other. The shares of all acts sum to what all of them are worth beyond none.
 */
export function shareOf(worth: Worth, act: number): number {
  const count = actsIn(worth);
  // Orders in which a coalition comes before the act: whole numbers, so that equal shares come out equal.
  let sum = 0;
  for (const coalition of subsetsOf((worth.length - 1) & ~(1 << act))) {
    const before = sizeOf(coalition);
    sum += factorial(before) * factorial(count - 1 - before) * (worth[coalition | (1 << act)]! - worth[coalition]!);
  }
  return sum / factorial(count);
}

/**
 * Responsibility after Chockler and Halpern: 1 / (k + 1), where k is the fewest other acts that have to be withheld, without
 * any difference, for this one to make the difference. 0 where it never does.
 */
export function responsibilityOf(worth: Worth, act: number): number {
  const all = worth.length - 1;
  let fewest = Infinity;
  for (const withheld of subsetsOf(all & ~(1 << act))) {
    const left = all & ~withheld;
    if (worth[left] !== worth[all] || worth[left & ~(1 << act)] === worth[left]) continue;
    fewest = Math.min(fewest, sizeOf(withheld));
  }
  return 1 / (fewest + 1);
}

/** Acts, two at least, that count only together: as long as one is missing it is as if none of them stood. */
export function jointSets(worth: Worth): number[] {
  return smallest(worth.length - 1, (set) => worth[set] !== worth[0]);
}

/** Acts, two at least, each of which can stand for the others: it makes a difference only where all of them are withheld. */
export function redundantSets(worth: Worth): number[] {
  const all = worth.length - 1;
  return smallest(all, (set) => worth[all & ~set] !== worth[all]);
}

/** The sets of two acts or more that count, while nothing within them does. */
function smallest(all: number, counts: (set: number) => boolean): number[] {
  const found: number[] = [];
  for (let set = 1; set <= all; set++) {
    const within = subsetsOf(set).filter((each) => each !== 0 && each !== set);
    if (within.length > 0 && counts(set) && !within.some(counts)) found.push(set);
  }
  return found;
}

/** The numbers of the acts in a set. */
export function membersOf(set: number): number[] {
  return Array.from({ length: MOST_ACTS }, (_, i) => i).filter((i) => ((set >>> i) & 1) === 1);
}

/** All sets within a set, the empty one first. */
function subsetsOf(set: number): number[] {
  const found = [];
  for (let each = 0; each <= set; each++) if ((each & ~set) === 0) found.push(each);
  return found;
}

const sizeOf = (set: number): number => membersOf(set).length;
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
