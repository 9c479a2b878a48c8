/** What promises do to those who learn of them: to what they hold of whoever made them, and to what they feel. */
import type { RegardChange } from '../bonds/state.ts';
import type { Moves } from '../feelings/state.ts';
import { LIGHT } from './events.ts';
import type { Promised } from './state.ts';
import { isVow } from './state.ts';

/** How far a promise that is kept, or broken, moves what is thought of somebody's word, in those to whom it was given and those who saw it; how much of that a light one does, and one that was given to many at once. [d] */
const KEPT = 0.22;
const BROKEN = -0.34;
const SEEN_KEPT = 0.08;
const SEEN_BROKEN = -0.12;
const OF_A_LIGHT_ONE = 0.3;
const TO_MANY = 0.6;
/** How much goodwill there is thought to be in who gives it. [d] */
const MEANT_WELL = 0.05;
/** How strongly it is felt. [d] */
const HOPES = 0.2;
const GRATEFUL = 0.3;
const BITTER = 0.45;
const ASHAMED = 0.4;

type Data = Readonly<Record<string, unknown>>;
const isLight = (data: Data): boolean => LIGHT.includes(data['that'] as Promised);
const isGrave = (data: Data): boolean => !isLight(data) && !isVow(data['that'] as Promised);
const isNoVow = (data: Data): boolean => !isVow(data['that'] as Promised);

/** One change for each to whom it may have been given: one person, or a group. */
function ofWord(of: string, by: number, seen: number): RegardChange[] {
  return [
    { of, from: 'target', to: 'actor', what: 'integrity', by, seen, when: isGrave },
    {
      of,
      from: 'target',
      to: 'actor',
      what: 'integrity',
      by: by * OF_A_LIGHT_ONE,
      seen: seen * OF_A_LIGHT_ONE,
      when: isLight,
    },
    { of, from: 'group', to: 'actor', what: 'integrity', by: by * TO_MANY, seen, when: isGrave },
  ];
}

export const WORD_CHANGES: readonly RegardChange[] = [
  ...ofWord('promises/kept', KEPT, SEEN_KEPT),
  ...ofWord('promises/broken', BROKEN, SEEN_BROKEN),
  { of: 'promises/made', from: 'target', to: 'actor', what: 'goodwill', by: MEANT_WELL, when: isNoVow },
];

export const WORD_MOVES: readonly Moves[] = [
  { of: 'promises/made', feels: 'hope', own: { group: HOPES } },
  { of: 'promises/kept', feels: 'gratitude', own: { target: GRATEFUL }, about: 'actor', when: isGrave },
  { of: 'promises/broken', feels: 'resentment', own: { target: BITTER, group: BITTER }, about: 'actor', when: isGrave },
  { of: 'promises/broken', feels: 'shame', own: { actor: ASHAMED }, when: isGrave },
];
