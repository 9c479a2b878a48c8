import { peopleOf } from '../../kernel/cast.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import { peopleBodies } from '../bodies/system.ts';
import { campaign } from '../engagement/state.ts';
import { side } from '../groups/state.ts';
import { shouted } from './events.ts';
import { mayShout, speaksNow } from './speaking.ts';
import { outcry } from './state.ts';
import { words } from './words.ts';

/** Leaders may speak once in so many seconds. [d] */
const EVERY = 5;
/** How proud people are, by temper; the largest counts. [d] */
const PRIDE_OF = { proud: 1, bitter: 0.6, rash: 0.5 } as const;

/** What leaders shout: at enemies, and to their own. */
const speak = rule('voice/speak', { phase: 'decide', at: 'second' }, (world, beat) => {
  for (let of = 0; of < world.of(group).count; of++) {
    const leader = world.of(side).leader.raw[of] - 1;
    if (leader < 0 || world.of(campaign).state.raw[of] !== 1 || !speaksNow(world, leader, EVERY)) continue;
    if (beat.members.includes(leader)) mayShout(world, of, leader);
  }
});

export const voice = defineSystem({
  id: 'voice',
  after: ['will', 'orders', 'captivity', 'past', 'word'],
  tables: [outcry],
  events: { shouted },
  words,
  rules: [speak],
  build: (world, setup) => {
    const described = setup.entries(peopleBodies);
    peopleOf(setup).forEach((each, who) => {
      let most = 0;
      for (const temper of described.get(each.key)?.temper ?? []) {
        if (temper === 'proud' || temper === 'bitter' || temper === 'rash') most = Math.max(most, PRIDE_OF[temper]);
      }
      world.of(outcry).pride.put(who, most);
    });
  },
});
