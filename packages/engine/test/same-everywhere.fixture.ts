import { advance, createWorld, eventsOf, hashText64, hex64, ruleset } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { readScenario } from '@anchorhold/scenario';

/** What one seed of a scenario came to. */
export interface Lived {
  readonly seed: number;
  readonly events: number;
  /** Hashes of the world's state: at the beginning, after each hour, and at the end. */
  readonly hours: readonly string[];
  /** Hash of every event with its time, roles, data, causes and witnesses. */
  readonly chronicle: string;
}

/**
 * Live one scenario under several seeds for so many hours, from the text of its file. It uses nothing but the packages and the language, so
 * that every engine can run it as it is.
 */
export function liveSeeds(text: string, seeds: readonly number[], hours: number): Lived[] {
  const { setup, remarks } = readScenario(text, { file: 'scenario.yaml', parts: ruleset.sections });
  if (setup === null) throw new Error(remarks.map((remark) => remark.message).join('\n'));
  return seeds.map((seed) => {
    const world = createWorld(ruleset, setup, { seed });
    const hashes = [world.hash()];
    while (hashes.length <= hours) {
      advance(world, world.time + 3600);
      hashes.push(world.hash());
    }
    return { seed, events: world.chronicle.length, hours: hashes, chronicle: chronicleHash(world) };
  });
}

function chronicleHash(world: World): string {
  const lines: string[] = [];
  for (const { id, key, time, kind, roles, data, because, witnesses } of eventsOf(world)) {
    lines.push(JSON.stringify([id, key, time, kind, roles, data, because, witnesses]));
  }
  return hex64(...hashText64(lines.join('\n')));
}
