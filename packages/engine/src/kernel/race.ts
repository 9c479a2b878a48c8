/**
 * A choice among options as a race: each option runs for an exponential time of its own divided by its weight, and the
 * shortest wins, which makes an option's chance its share of all weights. Every option draws by its own key, so
 * removing one (or offering them in another order) leaves the others' luck as it was: only a winner's removal
 * changes the result.
 */
import type { Chance } from './chance.ts';

/** The most options that one race takes. */
export const MOST_OPTIONS = 64;

/**
 * A reusable race; keep one for each rule, since it holds scratch arrays. `open`, then `offer` every option, then
 * `pick` or `pickLazily`. Not to be opened again from within `weightOf` of the same race.
 */
export class Race {
  private readonly keys = new Uint32Array(MOST_OPTIONS);
  private readonly luck = new Float64Array(MOST_OPTIONS);
  private readonly bounds = new Float64Array(MOST_OPTIONS);
  private readonly optimistic = new Float64Array(MOST_OPTIONS);
  private readonly weights = new Float64Array(MOST_OPTIONS);
  private count = 0;
  private chance: Chance | null = null;
  private purposeHash = 0;
  private who = 0;
  private whom = 0;
  private when = 0;

  /** Begins a race; the parts of the key are those of any draw, except that the option's key is the salt. */
  open(chance: Chance, purposeHash: number, who: number, whom: number, when: number): this {
    this.chance = chance;
    this.purposeHash = purposeHash;
    this.who = who;
    this.whom = whom;
    this.when = when;
    this.count = 0;
    return this;
  }

  /**
   * Adds an option and returns its index, counted from 0. `key` is a u32 that stands for what the option is (a hash of
   * its stable name), unlike any other key in this race; `bound` is its weight, or for `pickLazily` a number that its
   * weight does not exceed. Throws RangeError on a bound that is negative or not finite, and on too many options.
   */
  offer(key: number, bound: number): number {
    if (this.chance === null) throw new Error('an option was offered before the race was opened: call open() first');
    if (!(bound >= 0 && bound < Infinity)) {
      throw new RangeError(`option ${this.count} has the weight ${bound}: weights are finite and not negative`);
    }
    const i = this.count;
    if (i === MOST_OPTIONS) {
      throw new RangeError(`a race takes at most ${MOST_OPTIONS} options: leave out the least likely beforehand`);
    }
    this.count = i + 1;
    const luck = this.chance.exponential(this.purposeHash, this.who, this.whom, this.when, key);
    this.keys[i] = key;
    this.luck[i] = luck;
    this.bounds[i] = bound;
    this.weights[i] = NaN;
    this.optimistic[i] = bound > 0 ? luck / bound : Infinity;
    return i;
  }

  /** The index of the winner where each bound is the weight itself; -1 where no option has a weight (above 1e-300). */
  pick(): number {
    let best = -1;
    let bestTime = Infinity;
    for (let i = 0; i < this.count; i++) {
      this.weights[i] = this.bounds[i];
      const time = this.optimistic[i];
      if (this.beats(i, time, best, bestTime)) {
        best = i;
        bestTime = time;
      }
    }
    return best;
  }

  /**
   * The same winner as if every weight had been known, asking for as few as possible: options are evaluated in the
   * order of the best time they could have, and once no remaining option could beat the best found, the race is over.
   * `weightOf(index, context)` must depend on nothing that the evaluation of another option changes.
   * Throws RangeError where a weight is negative, no number, or above its bound.
   */
  pickLazily<C>(weightOf: (index: number, context: C) => number, context: C): number {
    let best = -1;
    let bestTime = Infinity;
    for (;;) {
      let next = -1;
      let nextTime = Infinity;
      for (let i = 0; i < this.count; i++) {
        if (this.optimistic[i] < nextTime) {
          next = i;
          nextTime = this.optimistic[i];
        }
      }
      // On equal times the search goes on, because the tie is decided by the keys and not by the order of evaluation.
      if (next < 0 || nextTime > bestTime) return best;
      this.optimistic[next] = Infinity;
      const weight = weightOf(next, context);
      if (!(weight >= 0 && weight <= this.bounds[next])) {
        throw new RangeError(`option ${next} has the weight ${weight}: it must lie from 0 to ${this.bounds[next]}`);
      }
      this.weights[next] = weight;
      const time = weight > 0 ? this.luck[next] / weight : Infinity;
      if (this.beats(next, time, best, bestTime)) {
        best = next;
        bestTime = time;
      }
    }
  }

  /**
   * After `pickLazily`: whether the winner would have won with another weight, everything else being as it was. Asks for
   * the weights of others only where they could have mattered; `weightOf` as for the pick.
   */
  standsWith<C>(winner: number, weight: number, weightOf: (index: number, context: C) => number, context: C): boolean {
    if (!(weight > 0)) return false;
    const time = this.luck[winner] / weight;
    for (let i = 0; i < this.count; i++) {
      if (i === winner || this.bounds[i] === 0 || this.luck[i] / this.bounds[i] > time) continue;
      if (Number.isNaN(this.weights[i])) this.weights[i] = weightOf(i, context);
      if (this.weights[i] > 0 && this.beats(i, this.luck[i] / this.weights[i], winner, time)) return false;
    }
    return true;
  }

  /** The weight of an option after a pick; NaN where the lazy race never had to ask for it. */
  weightAt(index: number): number {
    return index < this.count ? this.weights[index] : NaN;
  }

  /** After a pick: ask for the weights that a lazy race did without. `weightOf` as for the pick; who has won is not changed by it. */
  weighRest<C>(weightOf: (index: number, context: C) => number, context: C): void {
    for (let i = 0; i < this.count; i++) if (Number.isNaN(this.weights[i])) this.weights[i] = weightOf(i, context);
  }

  /** After a pick: how long an option ran, the shortest being the winner's; Infinity without weight, NaN where it is not known. */
  timeAt(index: number): number {
    const weight = this.weightAt(index);
    return weight === 0 ? Infinity : this.luck[index] / weight;
  }

  /** Whether an option runs faster than the best so far; ties go to the smaller key, whatever the order of offering. */
  private beats(i: number, time: number, best: number, bestTime: number): boolean {
    return time < bestTime || (time === bestTime && best >= 0 && this.keys[i] < this.keys[best]);
  }
}
