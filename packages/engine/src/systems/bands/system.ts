import { defineSystem } from '../../kernel/system.ts';
import { decide, lookAbout } from './deciding.ts';
import { fellApart, left, movedOff, plundered, ranShort, regrouped, settled, swore } from './events.ts';
import { outThere } from './facts.ts';
import { comeTogether, liveOn } from './living.ts';
import { fitOut, groupOutfits, oddOutfits } from './settings.ts';
import { outWith, outfit, stray } from './state.ts';
import { words } from './words.ts';

/** Groups beyond the map, each as one: what they eat, need, hear and make of it, by the day. */
export const bands = defineSystem({
  id: 'bands',
  after: ['engagement', 'offices', 'rations', 'region'],
  tables: [outfit, stray, outWith],
  events: {
    regrouped,
    'ran-short': ranShort,
    left,
    'fell-apart': fellApart,
    'moved-off': movedOff,
    settled,
    plundered,
    swore,
  },
  facts: [outThere],
  words,
  rules: [lookAbout, decide, comeTogether, liveOn],
  scenario: [groupOutfits],
  check: oddOutfits,
  build: fitOut,
});
