import { advance, createWorld, eventsOf, group, lasts, ruleset, state } from '@anchorhold/engine';
import type { Setup } from '@anchorhold/engine';
import { outcomeOf } from '@anchorhold/runs';
import { BandWatch } from './band.ts';
import type { BandNight } from './band.ts';
import { chronicleDigest } from './lived.ts';
import type { Lived } from './lived.ts';

/** What came of the night of one seed. */
export interface Night extends Lived {
  readonly shots: number;
  /** Wounds that somebody gave somebody, and those on people of each group by rounds that were aimed at somebody. */
  readonly hits: number;
  readonly aimedHits: Readonly<Record<string, number>>;
  /** People with a wound, and dead by group. */
  readonly wounded: number;
  readonly dead: Readonly<Record<string, number>>;
  /** Seconds from the first shot to the end of the engagement, or of the run; 0 where none was fired. */
  readonly fight: number;
  /** How the engagement ended; "no fight" where it never began, "goes on" where the run ends first. */
  readonly ended: string;
  readonly band: BandNight;
}

/** Live a scenario for as long as it lasts. */
export function liveNight(setup: Setup, seed: number): Night {
  const world = createWorld(ruleset, setup, { seed });
  const begin = world.time;
  advance(world, begin + setup.whole(lasts)!);
  const dead: Record<string, number> = {};
  const aimedHits: Record<string, number> = {};
  const band = new BandWatch(world);
  const wounded = new Set<number>();
  let [shots, hits, first, end, ended] = [0, 0, -1, world.time, 'no fight'];
  for (const event of eventsOf(world)) {
    const { kind, time, roles, data, because } = event;
    band.see(event);
    if (kind === 'engagement/opened') ended = 'goes on';
    else if (kind === 'engagement/ended') [ended, end] = [String(data['how']), time];
    else if (kind === 'shooting/shot') {
      shots++;
      if (first < 0) first = time;
    } else if (kind === 'wounds/wounded') {
      wounded.add(roles['target']!);
      if (roles['actor'] !== undefined) hits++;
      const by = because.length > 0 ? ruleset.kinds[world.chronicle.kind(because[0]!.id)]!.kind.id : '';
      if (by !== 'shooting/shot') continue;
      const key = world.cast.key(group, world.of(state.member).group.raw[roles['target']!]!);
      aimedHits[key] = (aimedHits[key] ?? 0) + 1;
    } else if (kind === 'wounds/died') {
      const key = world.cast.key(group, roles['group']!);
      dead[key] = (dead[key] ?? 0) + 1;
    }
  }
  return {
    seed,
    chronicle: chronicleDigest(world),
    hash: world.hash(),
    events: world.chronicle.length,
    outcome: outcomeOf(ruleset, setup, world, begin, () => world),
    shots,
    hits,
    aimedHits,
    wounded: wounded.size,
    dead,
    fight: first < 0 ? 0 : end - first,
    ended,
    band: band.ended(world),
  };
}

/** Dead of a night, of one group or of all. */
export const deadOf = (night: Night, group?: string): number =>
  Object.entries(night.dead).reduce((sum, [key, count]) => sum + (group === undefined || key === group ? count : 0), 0);

/** Hits by aimed rounds, on one group's people or on all. */
export const aimedHitsOf = (night: Night, group?: string): number =>
  Object.entries(night.aimedHits).reduce(
    (sum, [key, count]) => sum + (group === undefined || key === group ? count : 0),
    0,
  );
