import { defineSystem, fill } from '../../kernel/system.ts';
import { wearies } from '../bodies/sleep.ts';
import { assign } from './assigning.ts';
import { assigned, letOff, refused, swapped } from './events.ts';
import { setTo } from './facts.ts';
import { doingOf } from './hands.ts';
import { labours } from '../needs/vigour.ts';
import { groupOrders, layOrders, oddOrders, peopleWork, startWork } from './settings.ts';
import { crew, labour, standing } from './state.ts';
import { words } from './words.ts';
import { goTo, rollCall } from './working.ts';

/** What hard work takes of a body, in times what it uses at rest: building, digging, carrying. [d, after m] */
const TAKES = 2.8;
/** Hours awake that an hour of hard work counts for beside itself. [d] */
const TOIL = 0.5;

/** Work: who does what by day, as whoever is in charge says, by what is needful and what people are good for. */
export const work = defineSystem({
  id: 'work',
  after: ['bodies', 'light', 'needs', 'offices', 'past', 'routine', 'wounds'],
  tables: [labour, crew, standing],
  events: { assigned, refused, 'let-off': letOff, swapped },
  facts: [setTo],
  words,
  rules: [assign, rollCall, goTo],
  fills: [
    fill(wearies, (world, who) => TOIL * world.of(labour).worked.raw[who]),
    fill(labours, (world, who) => (doingOf(world, who)?.heavy === true ? TAKES : 0)),
  ],
  scenario: [groupOrders, peopleWork],
  check: oddOrders,
  build: layOrders,
  start: startWork,
});
