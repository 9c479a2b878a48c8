import {
  advance,
  claim,
  claimsOf,
  createWorld,
  dropClaim,
  eventsOf,
  group,
  person,
  readEvent,
  reroll,
  ruleset,
  state,
} from '@anchorhold/engine';
import type { EventRecord, Setup, World } from '@anchorhold/engine';
import { outcomeOf } from '@anchorhold/runs';
import { chronicleDigest } from './lived.ts';
import type { Lived } from './lived.ts';

const DAY = 86_400;
const HOUR = 3600;
/** Hours after which the first night is over, and a second one. */
const NIGHT_HOURS = 12;
const SECOND_HOURS = 8;
/** Minutes for which a fight is followed for whether they hold. */
const LONGEST_MINUTES = 120;
/** How often the luck of a return is drawn anew in each pair of forks. */
const ROLLS = 4;

/** One return of a beaten band. */
export interface Return {
  /** Days since it was beaten. */
  readonly days: number;
  /** Whether scouts had come back to it with word since then. */
  readonly scouted: boolean;
  /** Whether what it is stated to have happened because of goes back to the vow, and to what was done or suffered before it. */
  readonly vowed: boolean;
}

/**
 * How it goes with a return, lived on from its eve: minutes until whoever leads gives up or the others run (two hours where neither
 * comes to pass), those of the band who fall or are taken, and whether the place is theirs.
 */
interface Fared {
  readonly minutes: number;
  readonly lost: number;
  readonly theirs: boolean;
}

/** What became of a band that was beaten off. */
export interface Returns extends Lived {
  /** Whether whoever led it as it began lives and is free when the first night is over. */
  readonly leaderLives: boolean;
  readonly returns: readonly Return[];
  /** How it stands with coming back at the end, as a row of VOW_STAGES; `none` where nothing was settled. */
  readonly stage: string;
  /** Whether that stage was come to for reasons. */
  readonly accounted: boolean;
  /** Pairs of forks from the eve of the last return, with and without what they know of people in hiding. */
  readonly pairs: readonly (readonly [known: Fared, unknown: Fared])[];
}

/** Live a scenario for so many days, and each eve of a return twice. */
export function liveReturns(setup: Setup, seed: number, days: number | null): Returns {
  const world = createWorld(ruleset, setup, { seed });
  const begin = world.time;
  const of = bandOf(world);
  const leader = world.of(state.side).leader.raw[of]! - 1;
  advance(world, begin + NIGHT_HOURS * HOUR);
  const { alive } = world.of(state.body);
  const leaderLives = alive.raw[leader] === 1 && world.of(state.captive).state.raw[leader] === 0;
  const pairs: (readonly [Fared, Fared])[] = [];
  const until = begin + (days ?? 0) * DAY;
  for (let seen = world.chronicle.length; world.time < until; seen = world.chronicle.length) {
    let eve = false;
    advance(world, until, (now) => !(eve = cameBackSince(now, seen)));
    if (eve && pairs.length === 0) pairs.push(...forked(world, of));
  }
  const records = [...eventsOf(world)];
  const by = world.of(state.vow).by.raw[of]!;
  return {
    seed,
    chronicle: chronicleDigest(world),
    hash: world.hash(),
    events: world.chronicle.length,
    outcome: outcomeOf(ruleset, setup, world, begin, () => world),
    leaderLives,
    returns: returnsIn(world, records, of),
    stage: state.VOW_STAGES[world.of(state.vow).stage.raw[of]!]!,
    accounted: by === 0 || readEvent(world, by).because.length > 0,
    pairs,
  };
}

/** The group that has come from elsewhere to take something. */
function bandOf(world: World): number {
  const { home, wayOut } = world.of(state.side);
  for (let of = 0; of < world.of(group).count; of++) if (home.raw[of] === 0 && wayOut.raw[of] !== 0) return of;
  throw new Error('nobody has come from elsewhere');
}

function cameBackSince(world: World, seen: number): boolean {
  const kind = ruleset.entryById('returning/came-back')!.index;
  for (let id = seen + 1; id <= world.chronicle.length; id++) if (world.chronicle.kind(id) === kind) return true;
  return false;
}

function returnsIn(world: World, records: readonly EventRecord[], of: number): Return[] {
  const found: Return[] = [];
  let [beaten, told] = [0, 0];
  for (const { kind, roles, time, id } of records) {
    if (kind === 'engagement/ended' && roles['group'] === of) [beaten, told] = [time, 0];
    if (kind === 'scouting/reported' && groupOf(world, roles['actor']!) === of) told = time;
    if (kind !== 'returning/came-back' || roles['group'] !== of) continue;
    found.push({ days: (time - beaten) / DAY, scouted: told > 0, vowed: reachesVow(world, id) });
  }
  return found;
}

const groupOf = (world: World, who: number): number => world.of(state.member).group.raw[who]!;

/** Whether the stated causes of an event go back to a vow, and from there to what came before the band's defeat was counted. */
function reachesVow(world: World, from: number): boolean {
  const found = new Set([from]);
  let [vow, before] = [false, false];
  // A set that grows while it is walked is walked to its last member.
  for (const id of found) {
    const event = readEvent(world, id);
    if (event.kind === 'returning/argued' && event.data['outcome'] === 'come back') vow = true;
    if (event.kind === 'engagement/ended' || event.kind.startsWith('past/')) before = true;
    for (const cause of event.because) found.add(cause.id);
  }
  return vow && before;
}

/** The night of a return, lived on with and without what they know of people in hiding, with luck of its own each time. */
function forked(world: World, of: number): (readonly [Fared, Fared])[] {
  return Array.from({ length: ROLLS }, (_, roll) => {
    const log = [...world.recipe.log, reroll(world.time, roll + 1)];
    const [known, unknown] = [world.fork({ log }), world.fork({ log })];
    for (let who = 0; who < unknown.of(person).count; who++)
      if (groupOf(unknown, who) === of) forgetHidden(unknown, who);
    return [fared(known, of), fared(unknown, of)] as const;
  });
}

function forgetHidden(world: World, who: number): void {
  const { predicate } = world.of(claim);
  for (const row of claimsOf(world, who)) if (predicate.raw[row] === state.ambushAt.hash) dropClaim(world, who, row);
}

function fared(world: World, of: number): Fared {
  const [from, since] = [world.chronicle.length, world.time];
  advance(world, world.time + SECOND_HOURS * HOUR);
  const lost = new Set<number>();
  let [theirs, minutes] = [false, LONGEST_MINUTES];
  for (let id = from + 1; id <= world.chronicle.length; id++) {
    const { kind, roles, time } = readEvent(world, id);
    const turns = kind === 'will/gave-up' || kind === 'will/routed';
    if (turns && roles['group'] === of) minutes = Math.min(minutes, (time - since) / 60);
    if (kind === 'assault/overran') theirs = true;
    const who = kind === 'wounds/fell' ? roles['actor'] : kind === 'captivity/taken' ? roles['target'] : undefined;
    if (who !== undefined && groupOf(world, who) === of) lost.add(who);
  }
  return { minutes, lost: lost.size, theirs };
}
