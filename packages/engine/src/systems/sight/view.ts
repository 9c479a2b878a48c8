import { claim, mind } from '../../kernel/beliefs.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { NOISE_TELLS, noiseAt } from '../hearing/state.ts';
import { ground, position } from '../places/state.ts';
import { BEST_LOOK, mostShown, mostVisible } from './looking.ts';
import { FRESH, bodySeen, comradeAt, isAt, mistookBit, notice } from './state.ts';

/** How many enemies one person keeps an eye on; further ones are not taken in. [d] */
const MOST_IN_VIEW = 8;
/** To tell who somebody is one has to be so many times closer than to see that there is somebody. [d, after detection and identification ranges] */
const CLOSER_TO_TELL = 3;

/** Somebody who knows where to look sees what another overlooks: one look of theirs is worth three. [d] */
export function triedKnowing(p: number): number {
  const miss = 1 - p;
  return 1 - miss * miss * miss;
}

/** What one observer brings to all the looks of one second: worked out once, not for each target anew. */
export class View {
  who = -1;
  /** Rows of claims that rest on a look which took somebody for another; filled only for those who ever did. */
  readonly mistaken: number[] = [];
  private from = -1;
  /** How keenly they look, 0..1, apart from being alarmed. */
  private rested = 1;
  /** For each person the observer's claim of where they are, as row + 1: by who was really seen, not by name. */
  private readonly held: Int32Array;
  /** For each place the observer's claim that there was a noise lately, as row + 1. */
  private readonly noises: Int32Array;
  /** How many enemies they have in view. */
  private inView = 0;
  private readonly world: World;
  /** By place, without a flash and with one: the most that a look there can succeed, and with all that people can show. */
  private readonly visible: readonly [Float64Array, Float64Array];
  private readonly gates: readonly [Float64Array, Float64Array];

  constructor(world: World) {
    const places = world.of(place).count;
    const people = world.of(person).count;
    // One piece of memory for all: a view is made anew every second.
    const room = new ArrayBuffer(32 * places + 4 * places + 4 * people);
    const levels = (n: number): Float64Array => new Float64Array(room, 8 * places * n, places);
    this.world = world;
    this.visible = [levels(0), levels(1)];
    this.gates = [levels(2), levels(3)];
    this.noises = new Int32Array(room, 32 * places, places);
    this.held = new Int32Array(room, 36 * places, people);
  }

  takeUp(who: number): void {
    const { world } = this;
    this.who = who;
    this.from = world.of(position).at.raw[who];
    this.rested = 1 - 0.5 * world.of(body).fatigue.raw[who];
    this.gates[0].fill(-1);
    this.gates[1].fill(-1);
    this.held.fill(0);
    this.noises.fill(0);
    this.mistaken.length = 0;
    const { predicate, subject, next, from, seen } = world.of(claim);
    const mistook = world.of(notice).mistook.raw[who];
    this.inView = 0;
    for (let row = world.of(mind).first.raw[who]; row > 0; row = next.raw[row - 1]) {
      const what = predicate.raw[row - 1];
      if (what !== isAt.hash && (mistook === 0 || what !== comradeAt.hash)) {
        if (what === noiseAt.hash && world.time - seen.raw[row - 1] <= NOISE_TELLS) {
          this.noises[subject.raw[row - 1]] = row;
        }
        continue;
      }
      const named = subject.raw[row - 1];
      const really = (mistook & mistookBit(named)) === 0 ? named : bodySeen(world, row - 1);
      if (really !== named) {
        this.mistaken.push(row - 1);
        if (this.held[really] === 0) this.held[really] = row;
      } else this.held[named] = row;
      if (from.raw[row - 1] === 0 && world.time - seen.raw[row - 1] <= FRESH) this.inView++;
    }
  }

  /** Whether somebody may be looked at: in a large fight nobody keeps an eye on everybody. */
  heeds(target: number): boolean {
    return this.inView < MOST_IN_VIEW || this.held[target] > 0;
  }

  /** Row of the observer's claim of where somebody is (whatever name it gives them), or -1. */
  heldOf(target: number): number {
    return this.held[target] - 1;
  }

  /** Row of the observer's claim that there was a noise in a place lately, or -1: they look there the harder. */
  heardIn(at: number): number {
    return this.noises[at] - 1;
  }

  /** The most that a look at a place can succeed, 0..1, if somebody showed all of themselves. */
  most(at: number, flash: boolean): number {
    this.gate(at, flash);
    return this.visible[flash ? 1 : 0][at];
  }

  /** Luck from which on a look at a place fails, whoever is there and whatever they do. */
  gate(at: number, flash: boolean): number {
    const gates = this.gates[flash ? 1 : 0];
    if (gates[at] < 0) {
      const most = mostVisible(this.world, this.from, at, flash) * this.rested;
      this.visible[flash ? 1 : 0][at] = most;
      gates[at] = triedKnowing(most * mostShown(1 - this.world.of(ground).concealment.raw[at]));
    }
    return gates[at];
  }

  /** How well it can be made out who somebody in a place is, 0 (a shape) to 1 (as well as by day, close by). */
  clear(at: number, flash: boolean): number {
    const open = 1 - this.world.of(ground).concealment.raw[at];
    const v = this.most(at, flash) / BEST_LOOK;
    // The same fall with distance as seeing at all, from as many times closer.
    return (open * v) / (v + CLOSER_TO_TELL * CLOSER_TO_TELL * (1 - v));
  }
}
