/** What stands about somebody's body, and by what. */
import type { Fact, Standing } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { Clause } from '../../kernel/words.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { able, fever, wound } from './state.ts';

const it = { role: 'it' } as const;

/** Events about somebody's wounds that stand so far, each once, oldest first. */
function eventsOf(world: World, who: number, of: (row: number) => number): number[] {
  const rows = world.of(wound);
  const by = new Set<number>();
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.person.raw[row] === who && of(row) !== 0) by.add(of(row));
  }
  return [...by].sort((a, b) => a - b);
}

const LIVES = ['die', 'dead', 'death', 'kill', 'live', 'alive', 'survive', 'bleed'];
const HURT = ['wound', 'hurt', 'hit', 'injured', 'shoot'];
const be = (complement: string): Clause => ({ verb: 'be', subject: it, complement });

/** Whether somebody lives, and how hurt they are. */
export const life: Fact = {
  about: person,
  stands: (world, who) => {
    const { alive, down, downBy } = world.of(body);
    if (alive.raw[who] === 0) return [{ words: LIVES, clause: be('dead'), because: [downBy.raw[who]] }];
    if (down.raw[who] === 1) {
      const words = [...LIVES, ...HURT, 'fall', 'down', 'lie'];
      return [{ words, clause: be('alive, but down'), because: [downBy.raw[who]] }];
    }
    const rows = world.of(wound);
    const open = eventsOf(world, who, (row) => (rows.closed.raw[row] === 0 ? rows.madeBy.raw[row] : 0));
    if (open.length > 0) return [{ words: [...LIVES, ...HURT], clause: be('alive, but wounded'), because: open }];
    const words = [...LIVES, ...HURT, 'heal', 'healed', 'well', 'recover', 'down', 'fall'];
    const closed = eventsOf(world, who, (row) => rows.closedBy.raw[row]);
    if (closed.length > 0) return [{ words, clause: be('well again'), because: closed }];
    return [{ words, clause: be('alive and unhurt'), because: [] }];
  },
};

/** What has come of their wounds beside: a fever, a wound that closed while others are open, a limb that is lost for good. */
export const course: Fact = {
  about: person,
  stands: (world, who) => {
    if (world.of(body).alive.raw[who] === 0) return [];
    const found: Standing[] = [];
    const { state, by } = world.of(fever);
    if (state.raw[who] !== 0) {
      const words = ['fever', 'feverish', 'septic', 'infection', 'ill', 'sick'];
      found.push({ words, clause: be('in a fever'), because: [by.raw[who]] });
    }
    const rows = world.of(wound);
    const isOpen = eventsOf(world, who, (row) => (rows.closed.raw[row] === 0 ? rows.madeBy.raw[row] : 0)).length > 0;
    const closed = eventsOf(world, who, (row) => rows.closedBy.raw[row]);
    if (isOpen && closed.length > 0) {
      const clause: Clause = { verb: 'be', subject: it, complement: 'healed of another wound' };
      found.push({ words: ['heal', 'healed', 'close', 'recover'], clause, because: closed });
    }
    const { arms, armsBy, legs, legsBy } = world.of(able);
    if (arms.raw[who] === 2)
      found.push({
        words: ['arm', 'hand', 'maimed', 'use'],
        clause: be('without the use of an arm'),
        because: [armsBy.raw[who]],
      });
    if (legs.raw[who] > 0)
      found.push({ words: ['leg', 'lame', 'limp', 'walk', 'maimed'], clause: be('lame'), because: [legsBy.raw[who]] });
    return found;
  },
};
