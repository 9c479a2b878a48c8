import { advance, createWorld, eventsOf, lasts, ruleset } from '@anchorhold/engine';
import type { Setup } from '@anchorhold/engine';
import { outcomeOf } from '@anchorhold/runs';
import { chronicleDigest } from './lived.ts';
import { heartsOf } from './hearts.ts';
import type { Hearts } from './hearts.ts';
import type { Lived } from './lived.ts';

const DAY = 86_400;

/** What came of days of one seed. */
export interface Days extends Lived {
  /** Kinds of events that there were, sorted. */
  readonly kinds: readonly string[];
  /** The dead by what they died of, such as `hunger`; all groups together. */
  readonly dead: Readonly<Record<string, number>>;
  /** Alarms that whoever stood watch raised in the dark, and those of them where nobody was. */
  readonly alarms: number;
  readonly falseAlarms: number;
  /** How often somebody crept up to look at a home. */
  readonly scouts: number;
  readonly hearts: Hearts;
}

/** Live a scenario for so many days, or as long as it lasts. */
export function liveDays(setup: Setup, seed: number, days: number | null): Days {
  const world = createWorld(ruleset, setup, { seed });
  const begin = world.time;
  advance(world, begin + (days === null ? setup.whole(lasts)! : days * DAY));
  const kinds = new Set<string>();
  const dead: Record<string, number> = {};
  let [alarms, falseAlarms, scouts] = [0, 0, 0];
  for (const { kind, roles, data } of eventsOf(world)) {
    kinds.add(kind);
    if (kind === 'alarms/raised') {
      alarms++;
      if (roles['target'] === undefined) falseAlarms++;
    }
    if (kind === 'scouting/crept') scouts++;
    if (kind !== 'wounds/died') continue;
    const of = String(data['of']);
    dead[of] = (dead[of] ?? 0) + 1;
  }
  return {
    seed,
    chronicle: chronicleDigest(world),
    hash: world.hash(),
    events: world.chronicle.length,
    outcome: outcomeOf(ruleset, setup, world, begin, () => world),
    kinds: [...kinds].sort(),
    dead,
    alarms,
    falseAlarms,
    scouts,
    hearts: heartsOf(world, begin),
  };
}
