/** Practices: what people do with each other when there is nothing else to do, move by move. */
import { defineSystem } from '../../kernel/system.ts';
import { homes, look, scheduleLook } from './looking.ts';
import { next } from './scenes.ts';
import { company, scene, shared, sharing } from './state.ts';

export const practices = defineSystem({
  id: 'practices',
  after: ['bonds', 'captivity', 'dread', 'feelings', 'past', 'routine', 'work', 'wounds'],
  tables: [scene, company, shared, sharing],
  events: {},
  words: {},
  agenda: [look, next],
  start: (world) => {
    for (const of of homes(world)) scheduleLook(world, of);
  },
});
