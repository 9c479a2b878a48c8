/** Bonds: what people hold of each other, made by what they did to and before each other. */
import { defineSystem } from '../../kernel/system.ts';
import { acquaintance, circle, strand, weighed } from './state.ts';

export const bonds = defineSystem({
  id: 'bonds',
  after: ['captivity', 'dread', 'feelings', 'past', 'resolve', 'wounds'],
  tables: [acquaintance, circle, strand, weighed],
  events: {},
  words: {},
  build: (world) => {
    world.of(weighed).add();
  },
});
