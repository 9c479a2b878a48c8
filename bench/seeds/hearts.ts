<<<<<<< HEAD
import { advance, createWorld, lasts, readEvent, ruleset, state } from '@anchorhold/engine';
import type { EventRecord, Setup, World } from '@anchorhold/engine';
import { outcomeOf } from '@anchorhold/runs';
import { chronicleDigest } from './lived.ts';
import type { Lived } from './lived.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** How many onlookers make a scene as public as can be. */
const CROWD = 8;

/** One scene in which somebody tried to comfort the leader. */
export interface Comforted {
  /** How far it was taken, 0..1. */
  readonly degree: number;
  /** How far the leader trusted whoever came, 0..1, and how few saw it, 0..1. */
  readonly trust: number;
  readonly alone: number;
  /** Days since the beginning. */
  readonly day: number;
}

/** What goes on between people in the days of one seed. */
export interface Hearts extends Lived {
  readonly comforted: readonly Comforted[];
  /** How many scenes there were, by practice. */
  readonly scenes: Readonly<Record<string, number>>;
}

/** Live a scenario for so many days, and watch who comes to comfort the leader of those who live there. */
export function liveHearts(setup: Setup, seed: number, days: number | null): Hearts {
  const world = createWorld(ruleset, setup, { seed });
  const begin = world.time;
  const { home, leader: leaders } = world.of(state.side);
  const of = Array.from({ length: home.raw.length }, (_, row) => row).find((row) => home.raw[row]! > 0)!;
  const leader = leaders.raw[of]! - 1;
  const until = begin + (days === null ? setup.whole(lasts)! : days * DAY);
  const comforted: Comforted[] = [];
  const scenes: Record<string, number> = {};
  const came = new Map<number, Omit<Comforted, 'degree'>>();
  let last = 0;
  for (let time = begin + HOUR; time <= until; time += HOUR) {
    advance(world, time);
    for (let id = last + 1; id <= world.chronicle.length; id++) {
      const { kind } = ruleset.kinds[world.chronicle.kind(id)]!;
      const [practice, move] = kind.id.split('/') as [string, string];
      if (move !== 'ended' && practice !== 'comfort') continue;
      const event = readEvent(world, id);
      if (move === 'ended' && 'degree' in event.data) scenes[practice] = (scenes[practice] ?? 0) + 1;
      if (practice !== 'comfort' || event.roles['target'] !== leader) continue;
      const who = event.roles['actor']!;
      if (event.because.length > 0 && isOpening(move)) came.set(who, beginning(world, event, leader, begin));
      const began = came.get(who);
      if (move === 'ended' && began !== undefined && event.data['cut'] === false) {
        comforted.push({ ...began, degree: Number(event.data['degree']) });
      }
    }
    last = world.chronicle.length;
  }
  return {
    seed,
    chronicle: chronicleDigest(world),
    hash: world.hash(),
    events: world.chronicle.length,
    outcome: outcomeOf(ruleset, setup, world, begin, () => world),
    comforted,
    scenes,
  };
}

const isOpening = (move: string): boolean => move === 'approached' || move === 'drew-aside';

function beginning(world: World, event: EventRecord, leader: number, begin: number): Omit<Comforted, 'degree'> {
  const alone = event.kind === 'comfort/drew-aside' ? 1 : 1 - Math.min(CROWD, event.witnesses.length) / CROWD;
  return { trust: state.trust(world, leader, event.roles['actor']!), alone, day: (event.time - begin) / DAY };
=======
import { eventsOf, state } from '@anchorhold/engine';
import type { EventRecord, World } from '@anchorhold/engine';

/** What came of what people promised each other, and of what they hold of each other. */
export interface Hearts {
  /** Promises made while they lived that were kept, and broken. */
  readonly kept: number;
  readonly broken: number;
  /** Changes of what is thought of somebody's word that are put down to such a promise; those of them with the wrong sign, or in somebody who did not learn of it. */
  readonly changes: number;
  readonly wrong: number;
  /** Strands of bonds that hold anything, and those of them with no event behind them. */
  readonly strands: number;
  readonly unexplained: number;
}

/** Look at the bonds of a world, and at the promises that were made in it from `begin` on. */
export function heartsOf(world: World, begin: number): Hearts {
  let [kept, broken, changes, wrong] = [0, 0, 0, 0];
  const ended = new Map<number, EventRecord>();
  const given = new Set<number>();
  for (const event of eventsOf(world)) {
    if (event.kind === 'promises/made' && event.time >= begin) given.add(event.id);
    if (event.kind !== 'promises/kept' && event.kind !== 'promises/broken') continue;
    if (!event.because.some(({ id }) => given.has(id))) continue;
    if (event.kind === 'promises/kept') kept++;
    else broken++;
    ended.set(event.id, event);
  }
  const { acquaintance, strand, strandRow, movedBy, REGARDS } = state;
  const rows = world.of(acquaintance);
  const { value, by0, by1, by2 } = world.of(strand);
  let [strands, unexplained] = [0, 0];
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row)) continue;
    for (const what of REGARDS) {
      const at = strandRow(row, what);
      if (value.raw[at] === 0) continue;
      strands++;
      if (by0.raw[at] === 0 && by1.raw[at] === 0 && by2.raw[at] === 0) unexplained++;
    }
    const at = strandRow(row, 'integrity');
    for (const id of [by0.raw[at]!, by1.raw[at]!, by2.raw[at]!]) {
      const event = ended.get(id);
      if (event === undefined) continue;
      changes++;
      const sign = event.kind === 'promises/kept' ? 1 : -1;
      const right = Math.sign(movedBy(world, at, id)) === sign && event.roles['actor'] === rows.to.raw[row];
      if (!right || !learned(world, event, rows.from.raw[row]!)) wrong++;
    }
  }
  return { kept, broken, changes, wrong, strands, unexplained };
}

/** Whether somebody could know what came of a promise: it was given to them, or to all of theirs, or they noticed it. */
function learned(world: World, event: EventRecord, who: number): boolean {
  const { target, group: of } = event.roles;
  const own = of !== undefined && world.of(state.member).group.raw[who] === of;
  return target === who || own || event.witnesses.some((each) => each.who === who);
>>>>>>> w-bonds
}
