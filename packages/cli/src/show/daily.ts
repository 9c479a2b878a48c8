/** What somebody does by day, and where they sleep. */
import { place, state } from '@anchorhold/engine';
import { capital } from '../text.ts';
import { inThePlace } from './look.ts';
import type { Look } from './look.ts';
import type { PersonShown } from './person-shown.ts';

const WORK: Readonly<Record<string, string>> = {
  mend: 'mending',
  dig: 'digging',
  tend: 'nursing',
  cook: 'cooking',
  fetch: 'fetching and carrying',
};

/** What somebody is set to and at this hour, and where their bed is. */
export function dailyOf({ world }: Look, who: number): PersonShown['daily'] {
  const { task, by, doing } = world.of(state.labour);
  const set = world.ruleset.filled(state.tasks)[task.raw[who]! - 1];
  const drilled = doing.raw[who] === state.DRILL;
  const bed = world.of(state.lodging).at.raw[who]! - 1;
  return {
    setTo: set?.work ?? null,
    because: by.raw[who] === 0 ? null : by.raw[who]!,
    at: drilled ? 'drill' : (state.doingOf(world, who)?.work ?? null),
    bed: bed < 0 ? null : world.keyOf(place, bed),
  };
}

/** The same in words. */
export function dailyLines(look: Look, who: number, { daily }: PersonShown): string[] {
  const event = daily.because === null ? '' : ` (event ${daily.because})`;
  const work = daily.setTo === null ? '' : WORK[daily.setTo]!;
  const bed = look.world.of(state.lodging).at.raw[who]! - 1;
  const home = bed < 0 ? '' : `Sleeps ${inThePlace(look, bed)}.`;
  const set = work === '' ? '' : daily.at === null ? `Set to ${work}${event}.` : `${capital(work)}${event}.`;
  return [daily.at === 'drill' ? 'At drill.' : set, home].filter((line) => line !== '');
}
