/** Blood that runs is no event until a level is crossed; this says how far it has come. */
import { spanOf } from '../../kernel/spans.ts';
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { vitals, wound } from './state.ts';

/** From so much blood on it is worth saying, in ml. [d] */
const MUCH_ML = 400;
/** To which what is said is rounded, in ml. [d] */
const HALF_LITRE_ML = 500;

/** How much blood somebody in a role had lost, and in what time, where it was much. */
export function bloodLost<R extends string>(world: World, who: number, role: R): Clause<R>[] {
  const lost = world.of(vitals).lost.raw[who];
  if (lost < MUCH_ML) return [];
  const rows = world.of(wound);
  let since = world.time;
  for (let row = 0; row < rows.count; row++) {
    const madeBy = rows.madeBy.raw[row];
    if (!rows.isLive(row) || rows.person.raw[row] !== who || madeBy === 0) continue;
    since = Math.min(since, world.chronicle.time(madeBy));
  }
  return [
    {
      verb: 'lose',
      subject: { role },
      object: { noun: 'blood', count: Math.round(lost / HALF_LITRE_ML) / 2, unit: 'l' },
      complements: [{ by: 'within', phrase: spanOf(world.time - since) }],
      aspect: 'perfect',
    },
  ];
}
