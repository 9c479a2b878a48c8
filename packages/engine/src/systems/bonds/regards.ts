/** What is held for or against people: of the nights that are fought, of the days between, and of what lies before the first day. */
import type { RegardChange } from './state.ts';

/** How much it moves somebody who holds nothing yet, 0..1: what is hardly noticed, is noticed, counts, weighs, and is not forgotten. [d] */
const TRIFLE = 0.03;
const LITTLE = 0.06;
const SOME = 0.13;
const MUCH = 0.26;
const GREAT = 0.42;

type Data = Readonly<Record<string, unknown>>;
const where =
  (field: string, ...values: readonly string[]) =>
  (data: Data): boolean =>
    values.includes(String(data[field]));

/** Somebody does another good, or harm: `from` comes to hold it of `to`. */
const holds = (of: string, from: string, to: string, what: RegardChange['what'], by: number): RegardChange => ({
  of,
  from,
  to,
  what,
  by,
});
const tendedBy = (of: string, well: number, dear: number): RegardChange[] => [
  { ...holds(of, 'target', 'actor', 'goodwill', well), seen: TRIFLE },
  holds(of, 'target', 'actor', 'affection', dear),
];

const CARE: readonly RegardChange[] = [
  ...tendedBy('wounds/dressed', SOME, LITTLE),
  ...tendedBy('infirmary/took-in-hand', LITTLE, LITTLE),
  ...tendedBy('infirmary/sat-by', MUCH, SOME),
  { ...holds('muster/found', 'target', 'actor', 'goodwill', SOME), when: where('as', 'alive') },
  holds('infirmary/dressed', 'target', 'actor', 'competence', TRIFLE),
  holds('infirmary/sat-by', 'actor', 'target', 'affection', LITTLE),
  { ...holds('carrying/took-up', 'target', 'actor', 'goodwill', GREAT), seen: LITTLE },
  { ...holds('carrying/took-up', 'target', 'actor', 'integrity', MUCH), seen: LITTLE },
  holds('carrying/took-up', 'target', 'actor', 'affection', SOME),
  {
    ...holds('carrying/left-behind', 'target', 'actor', 'integrity', -MUCH),
    seen: -LITTLE,
    when: where('why', 'broke', 'under fire'),
  },
  {
    ...holds('carrying/left-behind', 'target', 'actor', 'goodwill', -SOME),
    when: where('why', 'broke', 'under fire'),
  },
  holds('items/shared', 'target', 'actor', 'goodwill', SOME),
  holds('salvage/issued', 'target', 'actor', 'goodwill', TRIFLE),
];

const FIGHTING: readonly RegardChange[] = [
  { of: 'voice/shouted', to: 'actor', what: 'competence', by: 0, seen: LITTLE, when: where('kind', 'rally') },
  { ...holds('voice/shouted', 'target', 'actor', 'fear', GREAT), when: where('kind', 'vow') },
  { ...holds('voice/shouted', 'target', 'actor', 'fear', MUCH), when: where('kind', 'threat') },
  { ...holds('voice/shouted', 'target', 'actor', 'goodwill', -MUCH), when: where('kind', 'vow', 'threat') },
  { of: 'resolve/broke', to: 'actor', what: 'integrity', by: 0, seen: -SOME },
  { of: 'resolve/broke', to: 'actor', what: 'competence', by: 0, seen: -LITTLE },
  { ...holds('muster/took-it-in', 'group', 'group', 'competence', SOME), when: where('mood', 'relief') },
  { ...holds('muster/took-it-in', 'group', 'group', 'competence', -LITTLE), when: where('mood', 'both') },
  { ...holds('muster/took-it-in', 'group', 'group', 'competence', -SOME), when: where('mood', 'grief') },
  { ...holds('siege/assaulted', 'target', 'target', 'competence', LITTLE), when: where('how', 'beaten off') },
  holds('captivity/taken', 'target', 'actor', 'fear', MUCH),
  holds('captivity/taken', 'target', 'actor', 'affection', -MUCH),
  holds('captivity/found', 'target', 'actor', 'goodwill', MUCH),
];

const WATCH: readonly RegardChange[] = [
  holds('routine/found-asleep', 'actor', 'target', 'integrity', -SOME),
  holds('routine/found-asleep', 'actor', 'target', 'competence', -LITTLE),
  holds('routine/swapped', 'actor', 'target', 'goodwill', SOME),
  holds('routine/stepped-in', 'target', 'actor', 'goodwill', LITTLE),
  holds('routine/refused', 'target', 'actor', 'integrity', -SOME),
  {
    ...holds('alarms/stood-down', 'group', 'actor', 'competence', -LITTLE),
    behind: 'alarms/raised',
    when: where('found', 'nothing', 'an animal'),
  },
  {
    ...holds('alarms/stood-down', 'group', 'actor', 'competence', SOME),
    behind: 'alarms/raised',
    when: where('found', 'people', 'a fight'),
  },
  holds('scouting/reported', 'target', 'actor', 'competence', LITTLE),
];

const STORES: readonly RegardChange[] = [
  { ...holds('rations/set', 'group', 'actor', 'goodwill', -LITTLE), when: where('to', 'half', 'three quarters') },
  { ...holds('rations/set', 'group', 'actor', 'goodwill', -SOME), when: where('to', 'a quarter') },
  { ...holds('rations/set', 'group', 'actor', 'goodwill', LITTLE), when: where('to', 'full') },
  holds('parties/stored', 'group', 'actor', 'competence', LITTLE),
  holds('theft/caught', 'actor', 'target', 'integrity', -GREAT),
  holds('theft/judged', 'group', 'target', 'integrity', -MUCH),
  holds('theft/judged', 'group', 'target', 'affection', -SOME),
  { ...holds('theft/judged', 'target', 'actor', 'goodwill', -SOME), when: where('how', 'docked') },
  holds('theft/missed', 'actor', 'suspect', 'integrity', -LITTLE),
  holds('work/refused', 'target', 'actor', 'integrity', -LITTLE),
  holds('work/swapped', 'actor', 'target', 'goodwill', LITTLE),
  holds('work/let-off', 'target', 'actor', 'goodwill', LITTLE),
  holds('offices/appointed', 'target', 'actor', 'goodwill', LITTLE),
  holds('offices/took-back', 'target', 'actor', 'goodwill', -SOME),
];

const AT_THE_GATE: readonly RegardChange[] = [
  holds('arrivals/turned-away', 'target', 'actor', 'goodwill', -GREAT),
  holds('arrivals/turned-away', 'target', 'actor', 'affection', -MUCH),
  holds('arrivals/let-in', 'target', 'actor', 'goodwill', GREAT),
  holds('arrivals/gave', 'target', 'actor', 'goodwill', MUCH),
  holds('arrivals/kept-waiting', 'target', 'actor', 'goodwill', -LITTLE),
  holds('arrivals/traded', 'target', 'actor', 'integrity', SOME),
];

const did = (deed: string, what: RegardChange['what'], by: number): RegardChange => ({
  ...holds('past/wronged', 'target', 'actor', what, by),
  when: where('deed', deed),
});
/** What was done before the first day, to those to whom it was done. */
const PAST: readonly RegardChange[] = [
  did('save', 'goodwill', GREAT),
  did('save', 'integrity', MUCH),
  did('save', 'affection', MUCH),
  did('abandon', 'integrity', -GREAT),
  did('betray', 'integrity', -GREAT),
  did('betray', 'goodwill', -MUCH),
  did('break a promise', 'integrity', -GREAT),
  did('steal', 'integrity', -MUCH),
  did('strike', 'fear', MUCH),
  did('strike', 'affection', -MUCH),
  did('turn away', 'goodwill', -GREAT),
  did('kill kin', 'affection', -GREAT),
  did('kill kin', 'fear', MUCH),
  did('kill kin', 'goodwill', -GREAT),
];

/** How bitter it makes somebody to have been betrayed. [d] */
export const EMBITTERS = 0.6;
/** To have been betrayed is a thing in itself. */
const BETRAYED: readonly RegardChange[] = [holds('bonds/felt-betrayed', 'actor', 'target', 'affection', -SOME)];

export const REGARD_CHANGES: readonly RegardChange[] = [
  ...CARE,
  ...FIGHTING,
  ...WATCH,
  ...STORES,
  ...AT_THE_GATE,
  ...PAST,
  ...BETRAYED,
];
