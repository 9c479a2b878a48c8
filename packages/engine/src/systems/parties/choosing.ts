/** Who goes, and where to: by what those at home know. */
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { leaderOf } from '../groups/state.ts';
import { nourishment } from '../needs/state.ts';
import { officesOf } from '../offices/state.ts';
import { ableOf } from '../rations/state.ts';
import {
  arrivesAt,
  canReach,
  forageAt,
  hasFreshWord,
  hasHeard,
  hazardsOn,
  homeSite,
  kindOf,
  site,
} from '../region/state.ts';
import { canWatch } from '../routine/people.ts';
import { roster } from '../routine/state.ts';
import { lackings } from '../stores/lacking.ts';
import type { Shortage, Sought } from '../stores/lacking.ts';
import type { Good } from '../stores/state.ts';
import { combed, combedRow } from './state.ts';

/** How many go, at least and at most, and the share of the fit who can be spared for it. [d] */
const FEWEST = 3;
const MOST = 6;
const SPARED = 0.25;
/** What one person carries home, in grams. [d, of 15 to 25 kg] */
export const CARRIES = 20_000;
/** Hours that a party searches. [d] */
export const SEARCHES = 4 * 3600;
/** A way that takes longer, there and back, nobody is sent, in seconds. [d] */
const FARTHEST = 36 * 3600;
/** What each hazard on the way makes people think less of it by, as a share. [d] */
const DETERS = 0.15;
/** Less than so much in hope nobody is sent for, in grams or pieces. [d] */
const WORTH_GOING: Readonly<Record<Sought, number>> = {
  food: 8000,
  firewood: 20_000,
  timber: 20_000,
  dressings: 4,
  rounds: 8,
};
/** What a piece weighs, in grams. [d] */
const PIECE_GRAMS: Readonly<Partial<Record<Good, number>>> = { dressings: 50, rounds: 20 };
/** What being short of one thing counts for beside another. [d] */
const DEAR: Readonly<Record<Sought, number>> = { food: 1, dressings: 0.9, firewood: 0.8, rounds: 0.6, timber: 0.5 };
/** How much weariness counts against skill at going unseen, where it is asked who goes. [d] */
const WEARY_COUNTS = 0.7;
/** Those who nurse and cook stay at home. */
const STAY: readonly string[] = ['infirmary', 'kitchen'];

/** Who goes, fittest first; nobody where too few can be spared. Plain reads. */
export function whoGoes(world: World, of: number): number[] {
  const { stealth, fatigue } = world.of(body);
  const fit = (who: number): number => stealth.raw[who] - WEARY_COUNTS * fatigue.raw[who];
  const leader = leaderOf(world, of);
  const ready = ableOf(world, of).filter(
    (who) =>
      who !== leader &&
      canWatch(world, who) &&
      world.of(roster).on.raw[who] === 0 &&
      world.of(nourishment).level.raw[who] < 2 &&
      !officesOf(world, who).some((office) => STAY.includes(office)),
  );
  const count = Math.min(MOST, Math.floor(ready.length * SPARED));
  return count < FEWEST ? [] : ready.sort((a, b) => fit(b) - fit(a) || a - b).slice(0, count);
}

/** What a gram, or a piece, of a good weighs. */
export const weighs = (good: Good): number => PIECE_GRAMS[good] ?? 1;

/** Something that a group is short of, and by what. */
export interface Lack extends Shortage {
  readonly good: Sought;
}

/** What a group is short of, what it lacks most first. Tracked. */
export function lacksOf(world: World, of: number): Lack[] {
  const lacks = world.ruleset.filled(lackings).flatMap(({ good, of: lack }): Lack[] => {
    const found = lack(world, of);
    return found === null ? [] : [{ ...found, good }];
  });
  return lacks.sort((a, b) => b.short * DEAR[b.good] - a.short * DEAR[a.good]);
}

/** A site that could be searched: how much those at home hope for there, by the hour that it takes; how long it takes. */
export interface Prospect {
  readonly site: number;
  readonly hope: number;
  readonly worth: number;
  readonly seconds: number;
  /** What speaks against it by itself. */
  readonly against: 'picked clean' | 'armed people' | 'lived in' | 'too far' | 'too little' | null;
}

/** Every site that there is a way to, with what a group knows of it and hopes for there. Tracked. */
export function prospects(world: World, of: number, people: number, good: Sought): Prospect[] {
  const home = homeSite(world);
  const found: Prospect[] = [];
  for (let at = 0; at < world.of(site).count; at++) {
    if (at !== home && canReach(world, home, at)) found.push(prospect(world, of, home, at, people, good));
  }
  return found;
}

function prospect(world: World, of: number, home: number, at: number, people: number, good: Sought): Prospect {
  const out = arrivesAt(world, home, at, world.time) - world.time + SEARCHES;
  const seconds = out + arrivesAt(world, at, home, world.time + out) - (world.time + out);
  const isFood = good === 'food';
  const gone = isFood
    ? hasHeard(world, of, at, 'nothing left')
    : world.of(combed).gone.at(combedRow(world, of, at, good)) === 1;
  const held = hasFreshWord(world, of, at, 'people');
  const livedIn = hasHeard(world, of, at, 'smoke');
  const sure = isFood && hasHeard(world, of, at, 'food');
  const most = Math.floor((people * CARRIES) / weighs(good));
  const grown = isFood ? forageAt(world, at) * people : 0;
  const hope = Math.min(most, (gone || livedIn ? 0 : sure ? most : (kindOf(world, at).hopes[good] ?? 0)) + grown);
  const worth = (hope / seconds) * Math.max(0, 1 - DETERS * hazardsOn(world, home, at).length);
  const promises = hope >= WORTH_GOING[good] ? null : gone ? 'picked clean' : livedIn ? 'lived in' : 'too little';
  const against = held ? 'armed people' : seconds > FARTHEST ? 'too far' : promises;
  return { site: at, hope, worth, seconds, against };
}

/** The site that promises most for the time that it takes; null where none is worth going to. */
export function bestOf(all: readonly Prospect[]): Prospect | null {
  return all.reduce<Prospect | null>(
    (best, each) => (each.against === null && (best === null || each.worth > best.worth) ? each : best),
    null,
  );
}
