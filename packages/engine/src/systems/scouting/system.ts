/** Scouting: a band that is out of reach sends some of its people to look at those on the map, while it has a reason to come. */
import { defineSystem, fill } from '../../kernel/system.ts';
import { lurkers } from '../alarms/state.ts';
import { creep, flee, lyingAbout } from './creeping.ts';
import { crept, fled, looked, reported, sent } from './events.ts';
import { hasTracks, onErrand } from './facts.ts';
import { send } from './sending.ts';
import { errand, spying, tracks } from './state.ts';
import { words } from './words.ts';

export const scouting = defineSystem({
  id: 'scouting',
  after: ['past', 'raid', 'assault', 'bands', 'wounds'],
  tables: [errand, spying, tracks],
  events: { sent, crept, looked, fled, reported },
  facts: [onErrand, hasTracks],
  words,
  rules: [creep, send, flee],
  fills: [fill(lurkers, lyingAbout)],
});
