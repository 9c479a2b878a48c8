/** The strain of a calm face wears off, sooner in sleep; that it has worn somebody thin, or no longer does, is an event. */
import { decay } from '../../kernel/curves.ts';
import { enabled, jointly } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { recovered, woreThin } from './events.ts';
import { mask, strainOf } from './state.ts';

/** Hours in which half of it is gone, awake and asleep. [d] */
const HALF_LIFE_HOURS = 120;
const ASLEEP_HALF_LIFE_HOURS = 48;
/** So little strain is none. [d] */
const LEAST_STRAIN = 0.02;
/** Strain at which somebody is worn thin, and at which they have come to themselves. [d] */
const THIN_AT = 0.5;
const WELL_AT = 0.25;
/** What is left of the work in whoever is worn thin. [d] */
const THIN_WORK = 0.85;
/** The share of the strain that is gone back to for reasons, and the most times that are. */
const MOST_OF_IT = 0.8;
const MOST_EVENTS = 4;

export const wear = rule('leading/wear', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const { strain, thin } = world.of(mask);
  const { alive, awake } = world.of(body);
  const up = decay(beat.seconds, HALF_LIFE_HOURS * SECONDS.hour);
  const asleep = decay(beat.seconds, ASLEEP_HALF_LIFE_HOURS * SECONDS.hour);
  for (const who of beat.members) {
    if (strain.raw[who] === 0 && thin.raw[who] === 0) continue;
    strain.fade(who, awake.raw[who] === 1 ? up : asleep, LEAST_STRAIN);
    if (alive.raw[who] === 0 || awake.raw[who] === 0) continue;
    if (thin.raw[who] === 1 ? strainOf(world, who) <= WELL_AT : strainOf(world, who) >= THIN_AT) cross(world, who);
  }
});

function cross(world: World, who: number): void {
  const { strain, thin, thinBy } = world.of(mask);
  world.trace.open(who, world.time);
  strain.at(who);
  const fields = { actor: who, place: world.of(position).at.at(who) };
  if (thin.at(who) === 1) world.propose(recovered, fields, [enabled(thinBy.raw[who])]);
  else world.propose(woreThin, fields, jointly(strain.contributors(who, MOST_OF_IT).slice(0, MOST_EVENTS), 1));
  world.trace.close(false);
}

/** What being worn thin leaves of the work in somebody, 0..1. Plain reads. */
export const thinWork = (world: World, who: number): number => (world.of(mask).thin.raw[who] === 1 ? THIN_WORK : 1);
