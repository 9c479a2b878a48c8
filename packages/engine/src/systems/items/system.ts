import { defineSystem, fill } from '../../kernel/system.ts';
import { courses } from '../conduct/course.ts';
import { askForRounds, pickUp } from './courses.ts';
import { dropped } from './dropping.ts';
import { hands, thing } from './state.ts';
import { pickedUp, shared } from './taking.ts';
import { words } from './words.ts';

/** Weapons and their rounds as things: they fall from hands, lie about, are taken up by whoever is there, and passed on. */
export const items = defineSystem({
  id: 'items',
  after: ['bodies', 'places', 'wounds'],
  tables: [thing, hands],
  events: { dropped, 'picked-up': pickedUp, shared },
  words,
  fills: [fill(courses, pickUp, askForRounds)],
});
