import { defineSystem } from '../../kernel/system.ts';
import { allot } from './allotting.ts';
import { allotted, shutUp } from './events.ts';
import { sleepsIn } from './facts.ts';
import { layRooms, oddQuarters, peopleQuarters, placeBeds, startQuarters } from './settings.ts';
import { lodging, room } from './state.ts';
import { words } from './words.ts';

/** Quarters: who sleeps where, and what is done where a bed is lost or lacking. */
export const quarters = defineSystem({
  id: 'quarters',
  after: ['captivity', 'fire', 'infirmary', 'offices', 'past', 'places', 'routine'],
  tables: [lodging, room],
  events: { allotted, 'shut-up': shutUp },
  facts: [sleepsIn],
  words,
  rules: [allot],
  scenario: [placeBeds, peopleQuarters],
  check: oddQuarters,
  build: layRooms,
  start: startQuarters,
});
