/** How long somebody has been under fire: no event says so, but those by which they were fired at. */
import { readEvent } from '../../kernel/read.ts';
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { shot } from './events.ts';

/** Who is not fired at for so many seconds is no longer under fire. [d] */
const LULL = 60;
/** From so many seconds on it is worth saying. [d] */
const LONG = 50;

/** For how long somebody in a role had been fired at, where it was long. */
export function underFire<R extends string>(world: World, who: number, role: R): Clause<R>[] {
  const kind = world.ruleset.entryById(shot.id)?.index ?? -1;
  const { chronicle } = world;
  let since = world.time;
  for (let id = chronicle.length; id > 0 && chronicle.time(id) >= since - LULL; id--) {
    if (chronicle.kind(id) === kind && readEvent(world, id).roles['target'] === who) since = chronicle.time(id);
  }
  const seconds = world.time - since;
  if (seconds < LONG) return [];
  const phrase = { noun: 'minute', count: Math.round(seconds / 60) };
  return [
    {
      verb: 'be',
      subject: { role },
      complement: 'under fire',
      complements: [{ by: 'for', phrase }],
      aspect: 'perfect',
    },
  ];
}
