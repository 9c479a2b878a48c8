import type { WordsFor } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { cameBack, setOut } from './coming.ts';
import type { drewOff } from './drawing-off.ts';
import type * as events from './events.ts';

const actor = { role: 'actor' } as const;
const band = { role: 'group' } as const;
const others = { role: 'target' } as const;

export const words: WordsFor<{
  counted: typeof events.counted;
  told: typeof events.told;
  argued: typeof events.argued;
  parted: typeof events.parted;
  'set-about': typeof events.setAbout;
  joined: typeof events.joined;
  'found-rounds': typeof events.foundRounds;
  ended: typeof events.ended;
  'set-out': typeof setOut;
  'came-back': typeof cameBack;
  'drew-off': typeof drewOff;
}> = {
  counted: {
    weight: 'beat',
    inThrong: 'apart',
    learned: true,
    tell: ({ people }) => ({ verb: 'count', subject: actor, object: { noun: 'person', count: people }, complement: 'still there' }),
  },
  told: {
    weight: 'beat',
    act: true,
    inThrong: 'apart',
    learned: true,
    tell: () => ({ verb: 'tell', subject: actor, object: band, content: { verb: 'come out', subject: others as never } }),
  },
  argued: { weight: 'turn', act: true, inThrong: 'apart', learned: true, tell: () => ({ verb: 'talk', subject: band }) as Clause<'group'> },
  parted: { weight: 'beat', act: true, inThrong: 'joined', learned: true, tell: () => ({ verb: 'leave', subject: actor, object: band }) },
  'set-about': { weight: 'beat', act: true, inThrong: 'unsaid', learned: true, tell: () => ({ verb: 'wait', subject: actor }) },
  joined: { weight: 'turn', act: true, inThrong: 'apart', learned: true, tell: () => ({ verb: 'join', subject: actor, object: band }) },
  'found-rounds': { weight: 'beat', act: true, inThrong: 'unsaid', learned: true, tell: ({ rounds }) => ({ verb: 'find', subject: band, object: { noun: 'round', count: rounds } }) },
  ended: { weight: 'turn', inThrong: 'apart', learned: true, tell: () => ({ verb: 'give up', subject: band }) },
  'set-out': { weight: 'turn', act: true, inThrong: 'apart', learned: true, tell: () => ({ verb: 'lead', subject: actor, object: band }) },
  'drew-off': { weight: 'turn', act: true, inThrong: 'apart', learned: true, tell: () => ({ verb: 'draw off', subject: band }) },
  'came-back': { weight: 'turn', act: true, inThrong: 'apart', learned: true, tell: () => ({ verb: 'come back', subject: band }) },
};
