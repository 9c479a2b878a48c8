/** Work at a barrier is no event until it shows; this says for how long and by how many it was worked at. */
import { readEvent } from '../../kernel/read.ts';
import { spanOf } from '../../kernel/spans.ts';
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { began } from './events.ts';

/** How many had worked at a barrier in a role, and since when. */
export function workedAt<R extends string>(world: World, barrier: number, role: R): Clause<R>[] {
  const kind = world.ruleset.entryById(began.id)?.index ?? -1;
  const { chronicle } = world;
  const workers = new Set<number>();
  let since = world.time;
  for (let id = chronicle.length; id > 0; id--) {
    if (chronicle.kind(id) !== kind) continue;
    const { roles } = readEvent(world, id);
    if (roles['barrier'] !== barrier) continue;
    workers.add(roles['actor']);
    since = chronicle.time(id);
  }
  if (workers.size === 0) return [];
  return [
    {
      verb: 'work',
      subject: { noun: 'person', count: workers.size },
      complements: [
        { by: 'at', phrase: { role } },
        { by: 'for', phrase: spanOf(world.time - since) },
      ],
      aspect: 'perfect',
    },
  ];
}
