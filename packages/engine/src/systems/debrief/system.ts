/** The debriefing: the morning after a fight, those who were in it tell what they saw, and whoever leads draws what follows. */
import { defineSystem } from '../../kernel/system.ts';
import { called, foundWeak, reckoned, told } from './events.ts';
import { heldWeak } from './facts.ts';
import { call, conclude, tell } from './holding.ts';
import { debriefing, testimony, weakness } from './state.ts';
import { words } from './words.ts';

export const debrief = defineSystem({
  id: 'debrief',
  after: ['barriers', 'infirmary', 'muster', 'offices', 'wounds'],
  tables: [testimony, debriefing, weakness],
  events: { called, told, 'found-weak': foundWeak, reckoned },
  facts: [heldWeak],
  words,
  rules: [call, tell, conclude],
});
