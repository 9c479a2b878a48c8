/** Gossip: what one thinks of somebody who is not there is passed on, and grows or shrinks on the way. */
import { acquaintance, circle, readTrust, regard, regardBy } from '../bonds/state.ts';
import type { Regard } from '../bonds/state.ts';
import { oneself } from '../../kernel/deliberation.ts';
import { person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { definePractice } from './practice.ts';
import type { Turn } from './practice.ts';
import { ABOUT, TARGET, a, bare, by, does, own, says } from './saying.ts';

/** How much one has to hold of somebody, for good or ill, to speak of them behind their back: of -1..1. [d] */
const SPOKEN_OF_FROM = 0.3;
/** The strands of a bond that people talk about. */
const TALKED_OF: readonly Regard[] = ['affection', 'integrity', 'goodwill', 'competence'];
/** How far trust is from its middle, at most: what is thought of somebody is measured by that. */
const MIDDLE = 0.5;

/** What somebody thinks of the one who is talked about: 0..1, for good (1) or ill (-1). Tracked. */
const thinks = ({ world, self, about }: Turn, sign: number): number =>
  about < 0 ? 0 : Math.max(0, Math.min(1, (sign * (readTrust(world, self, about) - MIDDLE)) / MIDDLE));
const opinion = (turn: Turn, complement: string) =>
  oneself<'about' | 'actor'>(
    turn.self,
    { verb: 'think', complement, complements: [{ by: 'of', phrase: { role: 'about' } }] },
    { about: [person, Math.max(0, turn.about)] },
  );

export const gossip = definePractice({
  id: 'gossip',
  roles: ['teller', 'listener'],
  rests: 48,
  pause: [1, 3],
  occasions: [
    {
      of: 'teller',
      finds: (world, who) => {
        const rows = world.of(acquaintance);
        const { at } = world.of(position);
        const found = [];
        for (let row = world.of(circle).first.raw[who] - 1; row >= 0; row = rows.next.raw[row] - 1) {
          const about = rows.to.raw[row];
          // Nobody is talked of to their face, nor are the dead.
          if (world.of(body).alive.raw[about] === 0 || at.raw[about] === at.raw[who]) continue;
          if (groupOf(world, about) !== groupOf(world, who)) continue;
          for (const what of TALKED_OF) {
            const held = regard(world, who, about, what);
            const [over = 0] = regardBy(world, who, about, what);
            if (Math.abs(held) < SPOKEN_OF_FROM || over === 0) continue;
            found.push({
              by: over,
              about,
              with: -1,
              seems: Math.abs(held),
              read: () => void readTrust(world, who, about),
            });
          }
        }
        return found;
      },
    },
  ],
  considers: {
    thinksWell: { of: (turn) => thinks(turn, 1), says: (turn) => opinion(turn, 'well') },
    thinksIll: { of: (turn) => thinks(turn, -1), says: (turn) => opinion(turn, 'little') },
  },
  moves: {
    'ran-down': {
      by: 'teller',
      opens: true,
      base: -0.8,
      weighs: {
        thinksIll: 2.6,
        thinksWell: -2,
        trusts: 0.7,
        fond: 0.5,
        hot: 0.4,
        upright: -0.7,
        guarded: -0.5,
        watched: -0.4,
      },
      next: ['agreed', 'doubted', 'defended', 'shrugged'],
      brings: { to: 0.3, by: 1 },
      holds: [
        { who: 'target', of: 'about', what: 'integrity', by: -0.06 },
        { who: 'target', of: 'about', what: 'affection', by: -0.04 },
      ],
      says: () => [
        does('have', { object: bare('something'), complements: [by('against', ABOUT)], manner: 'to tell' }),
        does('run', { object: ABOUT, complement: 'down', complements: [by('to')] }),
      ],
    },
    'spoke-well': {
      by: 'teller',
      opens: true,
      base: -1.2,
      weighs: { thinksWell: 2, thinksIll: -2, trusts: 0.5, fond: 0.5, warm: 0.5, guarded: -0.4 },
      next: ['agreed', 'doubted', 'shrugged'],
      brings: { to: 0.3, by: 1 },
      holds: [
        { who: 'target', of: 'about', what: 'goodwill', by: 0.05 },
        { who: 'target', of: 'about', what: 'affection', by: 0.04 },
      ],
      says: () => [
        does('speak', { manner: 'well', complements: [by('of', ABOUT), by('to')] }),
        does('tell', { object: TARGET, complement: 'what they owed', complements: [by('to', ABOUT)] }),
      ],
    },
    agreed: {
      by: 'listener',
      base: 0.6,
      weighs: { trusts: 0.5, fond: 0.4 },
      next: ['embroidered', 'left-it'],
      brings: { to: 0.9, by: 0.6 },
      says: () => [says('I have thought so myself', 'say', null), does('nod', { manner: 'at every word' })],
    },
    doubted: {
      by: 'listener',
      base: 0.3,
      weighs: { upright: 0.5, guarded: 0.4, trusts: -0.3 },
      next: ['embroidered', 'left-it', 'swore-to-it'],
      brings: { to: 0.3, by: 0.5 },
      says: ({ about }) => [
        about === undefined
          ? says('Who says so?', 'ask', null)
          : does('doubt', { object: bare('it'), complements: [by('of', ABOUT)] }),
      ],
    },
    defended: {
      by: 'listener',
      base: 0.5,
      weighs: { thinksWell: 1.8, upright: 0.6, fond: -0.2 },
      next: ['took-it-back', 'left-it', 'swore-to-it'],
      brings: { to: 0, by: 0.8 },
      holds: [{ who: 'target', of: 'actor', what: 'integrity', by: 0.03 }],
      says: () => [
        does('take', { object: { role: 'about', possessed: bare('part') } }),
        does('hear', { object: bare('no more'), complements: [by('of', bare('that'))] }),
      ],
    },
    shrugged: {
      by: 'listener',
      base: 0.5,
      weighs: { weary: 0.4, guarded: 0.3 },
      next: ['left-it'],
      brings: { to: 0.2, by: 0.5 },
      says: () => [does('shrug'), says('People are as they are', 'say', null)],
    },
    embroidered: {
      by: 'teller',
      base: 0,
      weighs: { thinksIll: 0.8, thinksWell: 0.5, hot: 0.4, upright: -0.8, come: 0.3 },
      next: ['agreed', 'shrugged'],
      brings: { to: 0.9, by: 0.3 },
      says: () => [
        does('make', { complement: 'more of it than there was' }),
        does('add', { object: a('thing'), manner: 'that nobody had seen' }),
      ],
    },
    'swore-to-it': {
      by: 'teller',
      base: 0.1,
      weighs: { thinksIll: 0.5, upright: 0.3, hot: 0.4 },
      next: ['agreed', 'shrugged'],
      says: () => [
        says('I saw it with my own eyes', 'say', null),
        does('swear', { complements: [by('to', bare('it'))] }),
      ],
    },
    'took-it-back': {
      by: 'teller',
      base: 0.9,
      weighs: { fond: 0.5, trusts: 0.4, thinksIll: -0.6, upright: 0.4 },
      brings: { to: 0.1, by: 0.6 },
      holds: [{ who: 'target', of: 'about', what: 'integrity', by: 0.04 }],
      says: () => [
        does('take', { object: bare('it'), complement: 'back' }),
        says('I dare say I am unjust', 'say', null),
      ],
    },
    'left-it': {
      by: 'teller',
      base: 0.6,
      says: () => [
        does('leave', { object: bare('it'), complement: 'at that' }),
        does('turn', { complements: [by('to', own('bowl'))] }),
      ],
    },
  },
  ends: {
    notable: () => false,
    holds: [
      { who: 'target', of: 'actor', what: 'familiarity', by: 0.06 },
      { who: 'actor', of: 'target', what: 'familiarity', by: 0.06 },
      { who: 'actor', of: 'target', what: 'affection', by: 0.03, least: 0.6 },
    ],
    says: () => [does('talk', { complements: [by('with'), by('about', ABOUT)] })],
  },
});
