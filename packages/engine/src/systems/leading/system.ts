/** Leading: a calm face steadies those who trust whoever wears it, and costs that one. */
import { defineSystem, fill } from '../../kernel/system.ts';
import { regards } from '../bonds/state.ts';
import { moves } from '../feelings/state.ts';
import { saps } from '../needs/vigour.ts';
import { recovered, wentAmong, woreThin } from './events.ts';
import { wornThin } from './facts.ts';
import { goAmong } from './going.ts';
import { mask } from './state.ts';
import { thinWork, wear } from './wearing.ts';
import { words } from './words.ts';

/** What the calm of whoever leads gives those who see it, 0..1: hope, and goodwill towards that one; and what their fear takes of what they are held to be able to. [d] */
const HEARTENS = 0.15;
const WINS = 0.04;
const LOSES = -0.08;

export const leading = defineSystem({
  id: 'leading',
  after: ['bonds', 'dread', 'feelings', 'needs', 'routine'],
  tables: [mask],
  events: { 'went-among': wentAmong, 'wore-thin': woreThin, recovered },
  facts: [wornThin],
  words,
  affair: 'people',
  rules: [goAmong, wear],
  fills: [
    fill(moves, {
      of: 'leading/went-among',
      feels: 'hope',
      seen: HEARTENS,
      about: 'actor',
      when: ({ face }) => face === 'calm',
    }),
    fill(
      regards,
      {
        of: 'leading/went-among',
        to: 'actor',
        what: 'goodwill',
        by: WINS,
        seen: WINS,
        when: ({ face }) => face === 'calm',
      },
      {
        of: 'leading/went-among',
        to: 'actor',
        what: 'competence',
        by: LOSES,
        seen: LOSES,
        when: ({ face }) => face === 'afraid',
      },
    ),
    fill(saps, thinWork),
  ],
});
