import { beginOf, group, person, readEvent, state } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { entitiesIn } from '../said.ts';
import { sayPlainly } from '../voice/plain.ts';

/** Word that a group holds of a place beyond the map. Names are keys; times are whole seconds since the beginning. */
export interface Report {
  /** In words, as a sentence without its stop. */
  readonly claim: string;
  readonly says: (typeof state.SAYS)[number];
  /** The place that it is about. */
  readonly site: string;
  /** How reliable whoever it came from is, best first, from `A` to `F`. */
  readonly grade: (typeof state.GRADES)[number];
  readonly how: 'seen' | 'told';
  /** Who brought it, of their own people, or which other group told them; null where they saw it or it was common talk. */
  readonly from: { readonly table: 'person' | 'group'; readonly key: string } | null;
  /** When it was so, as far as they were told, and when they heard of it. */
  readonly when: number;
  readonly since: number;
  /** The number of the event by which they have it. */
  readonly source: number;
}

/** All that a group (a row of `group`) has heard of places beyond the map and holds at a world's moment, the newest first. Reads, and changes nothing. */
export function reportsOf(world: World, of: number): Report[] {
  const rows = world.of(state.report);
  const begin = beginOf(world.recipe.setup);
  const entityOf = entitiesIn(world);
  const found: Report[] = [];
  for (let at = 0; at < world.of(state.site).count; at++) {
    for (const says of state.SAYS) {
      const row = state.reportRow(world, of, at, says);
      if (rows.heard.raw[row] !== 1) continue;
      const source = rows.by.raw[row]!;
      const { roles, fields, time } = readEvent(world, source);
      const [brought, told] = [roles['actor'] ?? -1, roles['target'] ?? -1];
      const grade = state.GRADES[rows.grade.raw[row]!]!;
      found.push({
        claim: sayPlainly(state.REPORTED[says], { site: entityOf(state.site, at) }, 'now').replace(/\.$/, ''),
        says,
        site: world.keyOf(state.site, at),
        grade,
        how: (fields as { readonly how: Report['how'] }).how,
        from:
          brought >= 0
            ? { table: 'person', key: world.keyOf(person, brought) }
            : told >= 0
              ? { table: 'group', key: world.keyOf(group, told) }
              : null,
        when: rows.when.raw[row]! - begin,
        since: time - begin,
        source,
      });
    }
  }
  return found.sort((a, b) => b.when - a.when || (a.claim < b.claim ? -1 : 1));
}
