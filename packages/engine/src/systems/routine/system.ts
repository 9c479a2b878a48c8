import { defineSystem } from '../../kernel/system.ts';
import { fellAsleep, foundAsleep, refused, rose, setWatch, steppedIn, swapped, tookWatch, turnedIn } from './events.ts';
import { sleepAndWatch } from './facts.ts';
import { changeGuard, goToBed, nodOff, restAfield, setWatches, standOn } from './keeping.ts';
import { groupRoutine, layRosters, oddRoutines, startWatches } from './settings.ts';
import { kept, lookout, night, roster } from './state.ts';
import { words } from './words.ts';

/** Days and nights of those who have a home: sleep, and the watch. */
export const routine = defineSystem({
  id: 'routine',
  after: ['bodies', 'defence', 'muster', 'offices', 'places', 'siege', 'wounds'],
  tables: [roster, night, lookout, kept],
  events: {
    'set-watch': setWatch,
    'took-watch': tookWatch,
    'fell-asleep': fellAsleep,
    'found-asleep': foundAsleep,
    swapped,
    'stepped-in': steppedIn,
    refused,
    'turned-in': turnedIn,
    rose,
  },
  facts: [sleepAndWatch],
  words,
  affair: 'watch',
  rules: [setWatches, standOn, changeGuard, nodOff, goToBed, restAfield],
  scenario: [groupRoutine],
  check: oddRoutines,
  build: layRosters,
  start: startWatches,
});
