import { group, person, state } from '@anchorhold/engine';
import { andList } from '../text.ts';
import { groupOf, leaderOf, personName } from './look.ts';
import type { Look } from './look.ts';

const YEAR = 365;
const DAY = 86_400;

/** Something that somebody did, or that was done to them, before the first day. */
export interface Before {
  readonly event: number;
  /** Seconds since the beginning: negative. */
  readonly time: number;
  readonly text: string;
}

/** What lay between somebody and others before it began, oldest first. */
export function beforeOf({ history, key }: Look, who: number): Before[] {
  const name = key(person, who);
  return history.events
    .filter(
      ({ kind, time, roles }) =>
        time < 0 && kind.startsWith('past/') && (roles['actor'] === name || roles['target'] === name),
    )
    .map(({ id, time, text }) => ({ event: id, time, text }));
}

export function beforeLines(past: readonly Before[]): string[] {
  return past.map(({ event, time, text }) => `${longAgo(time)}: ${text.replace(/\.$/, '')} (event ${event}).`);
}

/** `6 years before`, `9 days before`. */
function longAgo(time: number): string {
  const days = Math.max(1, Math.floor(-time / DAY));
  if (days >= 2 * YEAR) return `${Math.floor(days / YEAR)} years before`;
  return `${days} ${days === 1 ? 'day' : 'days'} before`;
}

const CHARGE: Readonly<Record<string, string>> = {
  watch: 'the watch',
  gate: 'the gate',
  arms: 'the arms',
  stores: 'the stores',
  infirmary: 'the infirmary',
  kitchen: 'the kitchen',
  repairs: 'repairs',
};

/** What somebody is in charge of, in words. */
export function officeLines(look: Look, who: number): string[] {
  const offices = state.officesOf(look.world, who);
  const leader = leaderOf(look.world, groupOf(look.world, who));
  const second = leader < 0 || leader === who ? 'Second.' : `Second to ${personName(look, leader)}.`;
  const rest = offices.flatMap((office) => CHARGE[office] ?? []);
  return [
    ...(offices.includes('second') ? [second] : []),
    ...(rest.length === 0 ? [] : [`In charge of ${andList(rest)}.`]),
  ];
}

/** Hours of sleep owed that are worth a line. */
const WORTH_SAYING = 2;

/** Events that left somebody short of sleep before it began, the weightiest first; none where they are not. */
export function tiredBy({ world }: Look, who: number): number[] {
  const { owed } = world.of(state.body);
  return owed.raw[who]! < WORTH_SAYING ? [] : owed.contributors(who, 1);
}

/** Why somebody was tired before the night began. */
export function tiredLines(look: Look, who: number): string[] {
  const events = tiredBy(look, who).map((id) => look.history.events[id - 1]!);
  const [most, ...others] = events;
  if (most === undefined) return [];
  const ids = others.map(({ id }) => id).sort((a, b) => a - b);
  const further =
    ids.length === 0 ? '' : `, and by ${ids.length === 1 ? 'event' : 'events'} ${andList(ids.map(String))}`;
  return [`Tired by the days before: ${most.text.replace(/\.$/, '')} (event ${most.id})${further}.`];
}

/** Who lies before a side's place or before whose it lies, and what came of it before the first day. */
export function siegeLines(look: Look, of: number): string[] {
  const { world, history } = look;
  const by = world.of(state.investment).by.raw[of]! - 1;
  if (by < 0) return [];
  const name = look.key(group, of);
  return history.events
    .filter(
      ({ kind, roles, time }) =>
        time < 0 && kind.startsWith('siege/') && [roles['target'], roles['group']].includes(name),
    )
    .map(({ id, time, text }) => `${longAgo(time)}: ${text.replace(/\.$/, '')} (event ${id}).`);
}
