import { defineSystem } from '../../kernel/system.ts';
import { answer } from './answering.ts';
import { ask, come } from './coming.ts';
import { conditions } from './conditions.ts';
import { came, gave, keptWaiting, letIn, setOut, traded, turnedAway } from './events.ts';
import { cameFrom } from './facts.ts';
import { caller, newcomer } from './state.ts';
import { words } from './words.ts';

/** Those who come to the gate: for a need that they have, and on a report that they have heard. */
export const arrivals = defineSystem({
  id: 'arrivals',
  after: ['bands', 'past', 'rations', 'squads'],
  tables: [caller, newcomer],
  events: {
    'set-out': setOut,
    came,
    'kept-waiting': keptWaiting,
    'let-in': letIn,
    gave,
    'turned-away': turnedAway,
    traded,
  },
  facts: [cameFrom],
  words,
  rules: [ask, come, answer],
  conditions,
});
