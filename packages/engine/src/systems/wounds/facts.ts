/** What stands about somebody's body, and by what. */
import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { wound } from './state.ts';

const it = { role: 'it' } as const;

/** The events by which somebody was wounded, each once. */
function woundsOf(world: World, who: number): number[] {
  const rows = world.of(wound);
  const by = new Set<number>();
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.person.raw[row] === who) by.add(rows.madeBy.raw[row]);
  }
  return [...by].sort((a, b) => a - b);
}

export const life: Fact = {
  about: person,
  stands: (world, who) => {
    const { alive, down, downBy } = world.of(body);
    const words = ['die', 'dead', 'death', 'kill', 'live', 'alive', 'survive', 'bleed'];
    if (alive.raw[who] === 0)
      return [{ words, clause: { verb: 'be', subject: it, complement: 'dead' }, because: [downBy.raw[who]] }];
    const wounds = woundsOf(world, who);
    const hurt = ['wound', 'hurt', 'hit', 'injured', 'bleed', 'shoot'];
    if (down.raw[who] === 1) {
      const clause = { verb: 'be', subject: it, complement: 'alive, but down' };
      return [{ words: [...words, ...hurt, 'fall', 'down', 'lie'], clause, because: [downBy.raw[who]] }];
    }
    if (wounds.length > 0) {
      return [
        {
          words: [...words, ...hurt],
          clause: { verb: 'be', subject: it, complement: 'alive, but wounded' },
          because: wounds,
        },
      ];
    }
    return [
      {
        words: [...words, ...hurt, 'down', 'fall'],
        clause: { verb: 'be', subject: it, complement: 'alive and unhurt' },
        because: [],
      },
    ];
  },
};
