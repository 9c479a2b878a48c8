/** Returning: what a beaten band makes of its defeat, and whether it comes back. */
import { defineSystem } from '../../kernel/system.ts';
import { cameBack, comeUp, setOut } from './coming.ts';
import { meet } from './council.ts';
import { drawOff, drewOff } from './drawing-off.ts';
import { argued, counted, ended, foundRounds, joined, parted, setAbout, told } from './events.ts';
import { ofTheVow } from './facts.ts';
import { prepare } from './preparing.ts';
import { turncoat, vow } from './state.ts';
import { turn, turned } from './turning.ts';
import { words } from './words.ts';

export const returning = defineSystem({
  id: 'returning',
  after: ['assault', 'bands', 'feelings', 'past', 'scouting', 'voice', 'wounds'],
  tables: [vow, turncoat],
  events: {
    counted,
    told,
    argued,
    parted,
    'set-about': setAbout,
    joined,
    'found-rounds': foundRounds,
    ended,
    'set-out': setOut,
    'came-back': cameBack,
    'drew-off': drewOff,
    turned,
  },
  facts: [ofTheVow],
  words,
  rules: [meet, prepare, drawOff, turn, comeUp],
});
