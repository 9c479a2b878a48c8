/** How long somebody has been under fire: no event says so, but those by which they were fired at. */
import { readEvent } from '../../kernel/read.ts';
import { spanOf } from '../../kernel/spans.ts';
import { SECONDS } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { shot } from './events.ts';

/** Who is not fired at for so many seconds is no longer under fire. [d] */
const LULL_SECONDS = 60;

/** For how long somebody in a role had been fired at, where it was long. */
export function underFire<R extends string>(world: World, who: number, role: R): Clause<R>[] {
  const kind = world.ruleset.entryById(shot.id)?.index ?? -1;
  const { chronicle } = world;
  let since = world.time;
  for (let id = chronicle.length; id > 0 && chronicle.time(id) >= since - LULL_SECONDS; id--) {
    if (chronicle.kind(id) === kind && readEvent(world, id).roles['target'] === who) since = chronicle.time(id);
  }
  const seconds = world.time - since;
  if (seconds < SECONDS.minute) return [];
  return [
    {
      verb: 'be',
      subject: { role },
      complement: 'under fire',
      complements: [{ by: 'for', phrase: spanOf(seconds) }],
      aspect: 'perfect',
    },
  ];
}
