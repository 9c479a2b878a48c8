/** What moves people of the nights that are fought and of the days after them. */
import type { Moves } from './state.ts';

/** How strongly each is felt, 0..1. [d] */
const OVER = 0.9;
const LEFT_OFF = 0.5;
const LAST_STAND = 0.5;
const ROUTED = 0.5;
const WITHDREW = 0.25;
const HELD = 0.45;
const DEAD = 1;
const FALLEN = 0.5;
const BROKE = 0.5;
const FELL_ASLEEP = 0.4;
const NAMED_THIEF = 0.7;
const DRESSED = 0.5;
const TAKEN_IN_HAND = 0.35;
const SAT_BY = 0.5;
const FED = 0.3;
const SHARED = 0.3;
const TURNED_AWAY = 0.6;
const SHORTER_RATIONS = 0.2;
const FULLER_RATIONS = 0.35;
const MENDED = 0.12;
const FOUND_FOOD = 0.3;
const GOT_UP = 0.25;
const STOLEN_FROM = 0.3;

const ended =
  (...how: readonly string[]) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    how.includes(String(data['how']));

const isShort = (data: Readonly<Record<string, unknown>>): boolean =>
  data['to'] === 'half' || data['to'] === 'a quarter';

export const MOVES: readonly Moves[] = [
  {
    of: 'engagement/ended',
    feels: 'relief',
    attacked: OVER,
    when: ended('withdrawn', 'routed', 'surrendered', 'beaten'),
  },
  { of: 'engagement/ended', feels: 'relief', attacked: LEFT_OFF, when: ended('left', 'quiet') },
  {
    of: 'engagement/ended',
    feels: 'pride',
    attacked: HELD,
    when: ended('withdrawn', 'routed', 'surrendered', 'beaten'),
  },
  { of: 'engagement/ended', feels: 'shame', own: { group: ROUTED }, when: ended('routed', 'surrendered') },
  { of: 'engagement/ended', feels: 'shame', own: { group: WITHDREW }, when: ended('withdrawn') },
  { of: 'engagement/ended', feels: 'shame', attacked: LAST_STAND, when: ended('overrun') },
  { of: 'wounds/died', feels: 'grief', seen: DEAD, whose: 'actor', about: 'actor', byTie: true },
  { of: 'burial/buried', feels: 'grief', seen: DEAD, whose: 'target', about: 'target', byTie: true },
  { of: 'wounds/fell', feels: 'grief', seen: FALLEN, whose: 'actor', about: 'actor', byTie: true },
  { of: 'resolve/broke', feels: 'shame', own: { actor: BROKE } },
  { of: 'routine/found-asleep', feels: 'shame', own: { target: FELL_ASLEEP } },
  { of: 'theft/judged', feels: 'shame', own: { target: NAMED_THIEF } },
  { of: 'theft/judged', feels: 'resentment', own: { group: STOLEN_FROM }, about: 'target' },
  { of: 'wounds/dressed', feels: 'gratitude', own: { target: DRESSED }, about: 'actor' },
  { of: 'infirmary/took-in-hand', feels: 'gratitude', own: { target: TAKEN_IN_HAND }, about: 'actor' },
  { of: 'infirmary/sat-by', feels: 'gratitude', own: { target: SAT_BY }, about: 'actor' },
  { of: 'items/shared', feels: 'gratitude', own: { target: SHARED }, about: 'actor' },
  { of: 'arrivals/gave', feels: 'gratitude', own: { group: FED }, about: 'actor' },
  { of: 'arrivals/turned-away', feels: 'resentment', own: { target: TURNED_AWAY }, about: 'actor' },
  { of: 'rations/set', feels: 'resentment', own: { group: SHORTER_RATIONS }, about: 'actor', when: isShort },
  { of: 'rations/set', feels: 'hope', own: { group: FULLER_RATIONS }, when: (data) => data['to'] === 'full' },
  { of: 'repairs/mended', feels: 'pride', own: { actor: MENDED } },
  { of: 'parties/stored', feels: 'hope', own: { group: FOUND_FOOD } },
  { of: 'wounds/got-up', feels: 'hope', seen: GOT_UP, whose: 'actor' },
];
