import { readEvent } from '../../kernel/read.ts';
import type { Fact, Standing } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { carriedFrom, memoriesOf, engram, strengthNow, tollOn, trauma, troubled } from './state.ts';

/** How much trouble, and how much of a toll, is said of somebody who is asked about though it does not show. [d] */
const SAID = 0.2;
/** How strong a memory is that somebody cannot put out of their mind, and how many of them are said. [d] */
const CANNOT_FORGET = 0.2;
const MOST_SAID = 4;

const FORGETS = ['forget', 'remember', 'memory', 'memories', 'trauma', 'troubled', 'haunted', 'nightmare', 'dream'];

/** What somebody cannot forget, what it does to them, and what many fights have done. */
export const mindOf: Fact = {
  about: person,
  stands: (world, who) => {
    if (world.of(body).alive.raw[who] === 0) return [];
    const found: Standing[] = [];
    const { haunted, broken, wearied } = world.of(trauma);
    const it = { role: 'it' } as const;
    const behind = gravestOf(world, who);
    if (behind.length > 0) {
      const object = { noun: 'some things', of: 'none' } as const;
      found.push({ words: FORGETS, clause: { verb: 'forget', subject: it, object, negated: true }, because: behind });
    }
    if (broken.raw[who] !== 0) {
      const clause = { verb: 'be', subject: it, complement: 'broken by grief' };
      found.push({ words: ['broken', 'grief', 'mourn'], clause, because: [broken.raw[who]] });
    }
    if (haunted.raw[who] !== 0 || troubled(world, who) >= SAID) {
      const clause = { verb: 'be', subject: it, complement: haunted.raw[who] === 0 ? 'not quite over it' : 'haunted' };
      const because = haunted.raw[who] === 0 ? carriedFrom(world, who, 'harm') : [haunted.raw[who]];
      found.push({ words: FORGETS, clause, because });
    }
    if (tollOn(world, who) >= SAID) {
      const clause = { verb: 'be', subject: it, complement: 'weary of fighting' };
      const because = wearied.raw[who] === 0 ? carriedFrom(world, who, 'toll') : [wearied.raw[who]];
      found.push({ words: ['weary', 'worn', 'tired', 'toll', 'fights'], clause, because });
    }
    return found;
  },
};

/** The events that hurt most of those that somebody remembers well. */
function gravestOf(world: World, who: number): number[] {
  const { what, sting } = world.of(engram);
  if (troubled(world, who) < SAID) return [];
  const grave = memoriesOf(world, who).filter((row) => sting.raw[row] > 0 && strengthNow(world, row) >= CANNOT_FORGET);
  grave.sort((a, b) => sting.raw[b] * strengthNow(world, b) - sting.raw[a] * strengthNow(world, a));
  return grave
    .slice(0, MOST_SAID)
    .map((row) => readEvent(world, what.raw[row]).id)
    .sort((a, b) => a - b);
}
