/** Feelings wear off, moods follow them; that one takes hold of somebody, or lets go of them, is an event. */
import { decay } from '../../kernel/curves.ts';
import { enabled, jointly } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { TEMPERS } from '../bodies/system.ts';
import { body } from '../bodies/state.ts';
import { groupOf, side } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { HALF_LIFE_HOURS } from './appraising.ts';
import { letGo, tookHold } from './events.ts';
import { EMOTIONS, GOOD, feeling, feelingRow, feltBy, heart, strengthOf } from './state.ts';
import type { Emotion } from './state.ts';

/** So little of a feeling is none. [d] */
const LEAST = 0.02;
/** How strong a feeling is that takes hold of somebody, and one that lets go of them. [d] */
const TAKES_HOLD = 0.4;
const LETS_GO = 0.15;
/** Hours in which a mood comes half of the way to what is felt. [d] */
const MOOD_HOURS = 16;
/** What the cold and the proud hide, and whoever leads before their people. [d] */
const HIDDEN: readonly Emotion[] = ['grief', 'shame', 'resentment'];
const HIDING: readonly (typeof TEMPERS)[number][] = ['cold', 'proud'];
/** What is left of the work in somebody in the deepest grief. [d] */
const GRIEF_LEAVES = 0.75;

export const wearOff = rule('feelings/wear-off', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const { strength, since } = world.of(feeling);
  const { alive, awake, down } = world.of(body);
  const left = EMOTIONS.map((what) => decay(beat.seconds, HALF_LIFE_HOURS[what] * SECONDS.hour));
  for (const who of beat.members) {
    if (alive.raw[who] === 0) continue;
    let sum = 0;
    const up = awake.raw[who] === 1 && down.raw[who] === 0;
    for (let i = 0; i < EMOTIONS.length; i++) {
      const row = who * EMOTIONS.length + i;
      if (strength.raw[row] === 0 && since.raw[row] === 0) continue;
      strength.fade(row, left[i], LEAST);
      sum += GOOD.includes(EMOTIONS[i]) ? strength.raw[row] : -strength.raw[row];
      if (up) cross(world, who, EMOTIONS[i]);
    }
    followMood(world, who, sum, beat.seconds);
  }
});

/** A mood goes after what is felt. It is drift. */
function followMood(world: World, who: number, sum: number, seconds: number): void {
  const { mood } = world.of(heart);
  const to = Math.max(-1, Math.min(1, sum));
  if (mood.raw[who] !== to) mood.raw[who] = to + (mood.raw[who] - to) * decay(seconds, MOOD_HOURS * SECONDS.hour);
}

function cross(world: World, who: number, what: Emotion): void {
  const { since, about, strength } = world.of(feeling);
  const row = feelingRow(who, what);
  const strong = strengthOf(world, who, what);
  const has = since.raw[row] !== 0;
  if (has ? strong > LETS_GO : strong < TAKES_HOLD) return;
  const because = has ? [enabled(since.raw[row])] : jointly(feltBy(world, who, what), 1);
  if (because.length === 0) return;
  world.trace.open(who, world.time);
  // Moods, which follow all that is felt, colour each feeling.
  for (const each of EMOTIONS) strength.at(feelingRow(who, each));
  since.at(row);
  world.of(body).awake.at(who);
  world.of(position).gone.at(who);
  const fields = { actor: who, target: about.raw[row] - 1, place: world.of(position).at.at(who), what };
  if (has) world.propose(letGo, fields, because);
  else world.propose(tookHold, { ...fields, how: isHidden(world, who, what) ? 'hidden' : 'openly' }, because);
  world.trace.close(false);
}

/** Whether somebody keeps such a feeling to themselves. Plain reads. */
function isHidden(world: World, who: number, what: Emotion): boolean {
  if (!HIDDEN.includes(what)) return false;
  const bits = world.of(heart).temper.raw[who];
  const leads = world.of(side).leader.raw[groupOf(world, who)] === who + 1;
  return leads || HIDING.some((temper) => (bits & (1 << TEMPERS.indexOf(temper))) !== 0);
}

/** What grief leaves of the work in somebody, 0..1. Plain reads. */
export const grieves = (world: World, who: number): number => 1 - (1 - GRIEF_LEAVES) * strengthOf(world, who, 'grief');
