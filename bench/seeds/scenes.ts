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
export interface Scenes extends Lived {
  readonly comforted: readonly Comforted[];
  /** How many scenes there were, by practice. */
  readonly scenes: Readonly<Record<string, number>>;
}

/** Live a scenario for so many days, and watch who comes to comfort the leader of those who live there. */
export function liveScenes(setup: Setup, seed: number, days: number | null): Scenes {
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
}
