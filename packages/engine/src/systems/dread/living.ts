/** What people have lived through stays with them, and wears off over quiet days. Drift, until it begins to show. */
import { decay } from '../../kernel/curves.ts';
import { enabled, jointly } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { trauma, troubled } from '../memory/state.ts';
import { isWary } from '../routine/assigning.ts';
import { vitals } from '../wounds/state.ts';
import { calmed, onEdge } from './events.ts';
import { dreadOf, dreadedBy, fear, felt, frights } from './state.ts';
import { sinceThen, touchedBy } from './touching.ts';

/** Hours in which half of somebody's dread is gone: of somebody sound and free, of those who are hurt or held, and while an enemy may come again. [d] */
const HALF_LIFE_HOURS = 84;
const HURT_HALF_LIFE_HOURS = 132;
const THREATENED_HALF_LIFE_HOURS = 168;
/** So little dread is none. [d] */
const LEAST = 0.02;
/** Dread at which somebody starts at shadows, and at which they are calm again. [d] */
const STARTS_AT = 0.6;
const CALM_AT = 0.3;
/** How much somebody without any nerve feels of what frightens, and how much less with all the nerve there is. [d] */
const TENDER = 1.3;
const NERVE_SPARES = 0.6;
/** How much more of what frightens is felt by somebody who carries all the trouble there is from before, as a share. [d, after m: those once hurt startle more] */
const SENSITISES = 1.5;
/** How much faster dread wears off with somebody as close as can be near, as a share. [d, after m: studies of support under stress] */
const COMPANY_CALMS = 0.6;
/** What the fall of somebody of another group leaves, as a share of that of one's own. [d] */
const A_STRANGER = 0.25;

/** Once an hour all that has happened since is felt by those whom it touched. */
export const liveThrough = rule('dread/live-through', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const { upTo } = world.of(felt);
  if (beat.bubble >= 0 || upTo.raw[0] === world.chronicle.length) return;
  sinceThen(world, upTo.raw[0], world.ruleset.filled(frights), (event, fright) => {
    // Of what is long past, as much is left as would be by now.
    const left = decay(world.time - event.time, HALF_LIFE_HOURS * SECONDS.hour);
    touchedBy(world, event, fright, (who, weight, near) => {
      const share = weight * left * (near ? 1 : A_STRANGER);
      frighten(world, who, share * (1 + (fright.startles ?? SENSITISES) * troubled(world, who)), event.id);
    });
  });
  upTo.raw[0] = world.chronicle.length;
});

/** Somebody comes to dread more on account of an event: the more they do already, the less it adds. */
function frighten(world: World, who: number, weight: number, by: number): void {
  if (world.of(body).alive.raw[who] === 0) return;
  const { writer } = world.trace;
  world.trace.writer = 2 * by;
  const tender = TENDER - NERVE_SPARES * world.of(body).nerve.raw[who];
  world.of(fear).dread.add(who, Math.min(1, weight * tender) * (1 - dreadOf(world, who)), by);
  world.trace.writer = writer;
}

/** Dread wears off; where it passes a level, it begins to show, or shows no more. */
export const wearOff = rule('dread/wear-off', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const rows = world.of(fear);
  const { alive, down } = world.of(body);
  const { open } = world.of(vitals);
  const { state } = world.of(captive);
  const { near } = world.of(trauma);
  const wary = waryGroups(world);
  for (const who of beat.members) {
    if (alive.raw[who] === 0 || rows.dread.raw[who] === 0) continue;
    const isHurt = open.raw[who] > 0 || state.raw[who] !== 0;
    const hours = wary[groupOf(world, who)]
      ? THREATENED_HALF_LIFE_HOURS
      : isHurt
        ? HURT_HALF_LIFE_HOURS
        : HALF_LIFE_HOURS;
    const faster = 1 + COMPANY_CALMS * near.raw[who];
    rows.dread.fade(who, decay(faster * beat.seconds, hours * SECONDS.hour), LEAST);
    if (down.raw[who] === 1) continue;
    const shows = rows.onEdge.raw[who] === 1;
    if (shows ? dreadOf(world, who) <= CALM_AT : dreadOf(world, who) >= STARTS_AT) passLevel(world, who, shows);
  }
});

/** Of each group, whether it keeps its watch against an enemy: nobody's days are quiet then. Plain reads. */
function waryGroups(world: World): boolean[] {
  return Array.from({ length: world.of(group).count }, (_, of) => isWary(world, of));
}

function passLevel(world: World, who: number, shows: boolean): void {
  const rows = world.of(fear);
  const because = dreadedBy(world, who);
  if (!shows && because.length === 0) return;
  world.trace.open(who, world.time);
  rows.dread.at(who);
  const fields = { actor: who, place: world.of(position).at.raw[who] };
  if (shows) world.propose(calmed, fields, [enabled(rows.onEdgeBy.raw[who])]);
  else world.propose(onEdge, fields, jointly(because, 1));
  world.trace.close(false);
}
