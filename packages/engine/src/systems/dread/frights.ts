/** What frightens of the nights that are fought, and of what lies before the first day. */
import type { Fright } from './state.ts';

/** How much dread each leaves, 0..1. [d] */
const WOUND = 0.3;
const OWN_FALL = 0.2;
const SEEN_FALL = 0.08;
const SEEN_DEATH = 0.12;
const OWN_PINNED = 0.04;
const OWN_BREAK = 0.25;
const SEEN_BREAK = 0.04;
const YIELDED = 0.2;
const CAPTURED = 0.3;
const VOW = 0.15;
const THREAT = 0.1;
const SIEGE = 0.15;
const ASSAULT = 0.1;
const AFRAID = { low: 0.15, middling: 0.4, high: 0.7 } as const;

const wasTold =
  (kind: string) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    data['kind'] === kind;
const was =
  (level: string) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    data['level'] === level;

export const FRIGHTS: readonly Fright[] = [
  { of: 'wounds/wounded', own: { target: WOUND } },
  { of: 'wounds/fell', own: { actor: OWN_FALL }, seen: SEEN_FALL, whose: 'actor' },
  { of: 'wounds/died', seen: SEEN_DEATH, whose: 'actor' },
  { of: 'resolve/pinned', own: { actor: OWN_PINNED } },
  { of: 'resolve/broke', own: { actor: OWN_BREAK }, seen: SEEN_BREAK, whose: 'actor' },
  { of: 'captivity/surrendered', own: { actor: YIELDED } },
  { of: 'captivity/taken', own: { target: CAPTURED } },
  { of: 'voice/shouted', own: { target: VOW }, when: wasTold('vow') },
  { of: 'voice/shouted', own: { target: THREAT }, when: wasTold('threat') },
  { of: 'siege/invested', own: { target: SIEGE } },
  { of: 'siege/assaulted', own: { target: ASSAULT } },
  { of: 'dread/grew-afraid', own: { actor: AFRAID.low }, when: was('low') },
  { of: 'dread/grew-afraid', own: { actor: AFRAID.middling }, when: was('middling') },
  { of: 'dread/grew-afraid', own: { actor: AFRAID.high }, when: was('high') },
];
