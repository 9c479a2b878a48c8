import { defineSystem, fill, rule } from '../../kernel/system.ts';
import { courses } from './course.ts';
import { decideInFight } from './decide.ts';
import { gotAway } from './events.ts';
import { goAfter } from './leaving.ts';
import { obey } from './obey.ts';
import { stay } from './stay.ts';
import { words } from './words.ts';

/** What people do in a fight, each by their own lights: fire, go where they were told, help, load, run. */
const decide = rule('conduct/decide', { phase: 'decide', at: 'second' }, (world, beat) => {
  for (const who of beat.members) decideInFight(world, who);
});

/** Those who have come to where they wanted to get away by are out of it. */
const slipAway = rule('conduct/slip-away', { phase: 'act', at: ['second', 'minute', 'hour'] }, (world, beat) => {
  for (const who of beat.members) goAfter(world, who);
});

export const conduct = defineSystem({
  id: 'conduct',
  after: ['orders', 'raid', 'shooting', 'stores', 'wounds'],
  events: { 'got-away': gotAway },
  words,
  rules: [decide, slipAway],
  fills: [fill(courses, stay, obey)],
});
