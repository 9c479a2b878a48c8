/** What leaves a memory, what wounds the mind, what wearies it, what brings things back, and what heals. */
import type { RegardChange } from '../bonds/state.ts';
import type { Touch } from '../dread/touching.ts';
import { LIGHT } from '../promises/events.ts';
import type { Promised } from '../promises/state.ts';
import type { Cue, Ease, Harm } from './state.ts';

/** How strong a memory each leaves, 0..1, beside what of it frightens or moves people. [d] */
const DONE_TO_ONE = 0.6;
const ONE_DID = 0.45;
const WORD_GIVEN = 0.4;
const WORD_KEPT = 0.5;
const WORD_BROKEN = 0.6;
const SHOUTED_AT = 0.45;
const SHOUTED = 0.35;
const OVERHEARD = 0.12;
const WOUNDED = 0.5;
const TOOK_PRISONER = 0.25;
const SET_FREE = 0.5;
const DRESSED_OTHER = 0.25;
const SAT_BY = 0.3;
const DUG_GRAVE = 0.3;
const MENDED = 0.12;
const SENT_AWAY = 0.2;
const BURNED = 0.5;

const isVow = (data: Readonly<Record<string, unknown>>): boolean => data['kind'] === 'vow' || data['kind'] === 'threat';

/** Promises that are more than a courtesy. */
const weighs = (data: Readonly<Record<string, unknown>>): boolean => !LIGHT.includes(data['that'] as Promised);

export const MARKS: readonly Touch[] = [
  { of: 'past/wronged', own: { target: DONE_TO_ONE, actor: ONE_DID } },
  { of: 'promises/made', own: { actor: WORD_GIVEN, target: WORD_GIVEN }, when: weighs },
  { of: 'promises/kept', own: { actor: WORD_KEPT, target: WORD_KEPT }, when: weighs },
  { of: 'promises/broken', own: { actor: WORD_BROKEN, target: WORD_BROKEN }, when: weighs },
  { of: 'voice/shouted', own: { actor: SHOUTED, target: SHOUTED_AT }, seen: OVERHEARD, when: isVow },
  { of: 'wounds/wounded', own: { target: WOUNDED } },
  { of: 'wounds/dressed', own: { actor: DRESSED_OTHER } },
  { of: 'captivity/taken', own: { actor: TOOK_PRISONER } },
  { of: 'captivity/freed', own: { target: SET_FREE } },
  { of: 'infirmary/sat-by', own: { actor: SAT_BY } },
  { of: 'infirmary/closed-eyes', own: { actor: SAT_BY } },
  { of: 'burial/buried', own: { actor: DUG_GRAVE } },
  { of: 'repairs/mended', own: { actor: MENDED } },
  { of: 'arrivals/turned-away', own: { actor: SENT_AWAY } },
  { of: 'fire/burned', own: { actor: BURNED } },
];

/** How deeply each wounds the mind, 0..1, of somebody sound and of middling frailty. [d] */
const WOUND = 0.24;
const FELL = 0.2;
const SAW_FALL = 0.12;
const SAW_DIE = 0.3;
const KILLED = 0.18;
const PINNED = 0.015;
const WORN_DOWN = 0.03;
const BROKE = 0.15;
const TAKEN = 0.2;
const GAVE_UP = 0.1;
const VOW = 0.15;
const THREAT = 0.1;
const SHUT_IN = 0.08;
const ASSAULTED = 0.06;
const WRONGED = 0.12;
const DIED_IN_ONES_ARMS = 0.15;
const ON_FIRE = 0.25;
const AFRAID = { low: 0.05, middling: 0.15, high: 0.3 } as const;

const said =
  (field: string, value: string) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    data[field] === value;

export const HARMS: readonly Harm[] = [
  { of: 'wounds/wounded', own: { target: WOUND } },
  { of: 'wounds/fell', own: { actor: FELL }, seen: SAW_FALL, whose: 'actor', byTie: 'actor' },
  { of: 'wounds/died', seen: SAW_DIE, whose: 'actor', byTie: 'actor', killer: KILLED },
  { of: 'resolve/pinned', own: { actor: PINNED } },
  { of: 'resolve/worn-down', own: { actor: WORN_DOWN } },
  { of: 'resolve/broke', own: { actor: BROKE } },
  { of: 'captivity/taken', own: { target: TAKEN } },
  { of: 'captivity/surrendered', own: { actor: GAVE_UP } },
  { of: 'voice/shouted', own: { target: VOW }, when: said('kind', 'vow') },
  { of: 'voice/shouted', own: { target: THREAT }, when: said('kind', 'threat') },
  { of: 'siege/invested', own: { target: SHUT_IN } },
  { of: 'siege/assaulted', own: { target: ASSAULTED } },
  { of: 'past/wronged', own: { target: WRONGED }, when: (data) => data['deed'] !== 'save' },
  { of: 'infirmary/closed-eyes', own: { actor: DIED_IN_ONES_ARMS } },
  { of: 'fire/burned', own: { actor: ON_FIRE } },
  { of: 'dread/grew-afraid', own: { actor: AFRAID.low }, when: said('level', 'low') },
  { of: 'dread/grew-afraid', own: { actor: AFRAID.middling }, when: said('level', 'middling') },
  { of: 'dread/grew-afraid', own: { actor: AFRAID.high }, when: said('level', 'high') },
];

/** What tells on people, fight after fight, and by how much, 0..1. [d] */
export interface Toll extends Touch {
  /** For all whose home was attacked by the group in the role `group`. */
  readonly attacked?: number;
}
const FIGHT = 0.14;
const PAST_FIGHT = 0.1;
const HURT = 0.08;
const LAY_PINNED = 0.02;
const SIEGE = 0.1;
const OUT_AT_NIGHT = 0.015;

export const TOLLS: readonly Toll[] = [
  { of: 'engagement/ended', own: { group: FIGHT }, attacked: FIGHT },
  { of: 'siege/invested', own: { target: SIEGE } },
  { of: 'siege/assaulted', own: { target: PAST_FIGHT, group: PAST_FIGHT } },
  { of: 'wounds/wounded', own: { target: HURT } },
  { of: 'resolve/worn-down', own: { actor: LAY_PINNED } },
  { of: 'alarms/turned-out', seen: OUT_AT_NIGHT },
];

/** How surely each brings back a memory that is as like it as can be, in somebody whom it gives all the trouble there is, 0..1. [d] */
const ALARM = 0.6;
const CALLED_TO_ARMS = 0.5;
const ON_WATCH_THERE = 0.2;
const SHOUTED_WORDS = 0.6;
const HEARD_WORDS = 0.25;
const SIGHT_OF_BLOOD = 0.4;
const A_GRAVE = 0.4;
const A_FIRE = 0.4;
const TRACKS = 0.5;
const A_SICKBED = 0.15;
const MENDING_THERE = 0.15;
const BAD_NEWS = 0.35;

export const CUES: readonly Cue[] = [
  { of: 'alarms/raised', own: { actor: ALARM }, seen: ALARM, by: ['fighting', 'the place', 'the dark'] },
  { of: 'alarms/turned-out', seen: ALARM, by: ['fighting', 'the place', 'the dark'] },
  { of: 'alarms/noticed', own: { actor: ALARM }, by: ['fighting', 'the place', 'the dark'] },
  { of: 'engagement/opened', own: { group: CALLED_TO_ARMS }, by: ['fighting', 'the place'] },
  { of: 'routine/took-watch', own: { actor: ON_WATCH_THERE }, by: ['the place', 'the dark'] },
  { of: 'voice/shouted', own: { target: SHOUTED_WORDS }, seen: HEARD_WORDS, by: ['the person', 'fighting'] },
  { of: 'wounds/fell', seen: SIGHT_OF_BLOOD, whose: 'actor', by: ['the person', 'the same thing'] },
  { of: 'wounds/died', seen: SIGHT_OF_BLOOD, whose: 'actor', by: ['the person', 'the same thing'] },
  { of: 'infirmary/dressed', own: { actor: A_SICKBED, target: A_SICKBED }, by: ['the person'] },
  { of: 'infirmary/closed-eyes', own: { actor: SIGHT_OF_BLOOD }, by: ['the person', 'the same thing'] },
  { of: 'burial/buried', own: { actor: A_GRAVE }, seen: A_GRAVE, by: ['the person'] },
  { of: 'fire/lit', own: { actor: A_FIRE }, seen: A_FIRE, by: ['fire'] },
  { of: 'fire/spread', seen: A_FIRE, by: ['fire'] },
  { of: 'patrols/found', own: { actor: TRACKS }, by: ['the place', 'fighting'] },
  { of: 'repairs/mended', own: { actor: MENDING_THERE }, by: ['the place'] },
  { of: 'promises/broken', own: { target: BAD_NEWS }, by: ['the person', 'the same thing'] },
];

/** The share of somebody's trouble that each takes. [d] */
const CARED_FOR = 0.08;
const STAYED_BY = 0.12;
const BURIED = 0.06;
const WALL_STANDS = 0.05;
const WORD_WAS_KEPT = 0.12;
const UP_AGAIN = 0.05;
const FREE_AGAIN = 0.1;

export const EASES: readonly Ease[] = [
  { of: 'memory/stayed-by', own: { target: STAYED_BY }, company: 'actor' },
  { of: 'infirmary/sat-by', own: { target: CARED_FOR, actor: CARED_FOR } },
  { of: 'burial/buried', own: { actor: BURIED }, seen: BURIED },
  { of: 'repairs/mended', own: { actor: WALL_STANDS } },
  { of: 'promises/kept', own: { actor: WORD_WAS_KEPT, target: WORD_WAS_KEPT } },
  { of: 'wounds/got-up', own: { actor: UP_AGAIN } },
  { of: 'captivity/freed', own: { target: FREE_AGAIN } },
];

/** What somebody who could not go on comes to hold of whoever stayed by them. [d] */
const DEAR = 0.2;
const KIND = 0.25;
const SEEN = 0.05;

export const REGARDED: readonly RegardChange[] = [
  { of: 'memory/stayed-by', from: 'target', to: 'actor', what: 'affection', by: DEAR },
  { of: 'memory/stayed-by', from: 'target', to: 'actor', what: 'goodwill', by: KIND, seen: SEEN },
];
