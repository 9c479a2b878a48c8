/** In the dark things stir before those who stand watch, and now and then somebody lies there. */
import { begin } from '../../kernel/cast.ts';
import { purpose } from '../../kernel/chance.ts';
import { normalQuantile } from '../../kernel/curves.ts';
import { rule } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { isWithin } from '../defence/state.ts';
import { fear } from '../dread/state.ts';
import { side } from '../groups/state.ts';
import { fog } from '../light/state.ts';
import { readTroubled } from '../memory/state.ts';
import { ground, position, sightBetween } from '../places/state.ts';
import { threatTo } from '../routine/assigning.ts';
import { peopleOfHome } from '../routine/beds.ts';
import { roster } from '../routine/state.ts';
import { stirred } from './events.ts';
import { bentOf, clearness, heedless, isDark, likeness, looksTwiceAt, spread, standsOut, stirsBy } from './senses.ts';
import { STIRS, lurkers, vigil, wild } from './state.ts';
import type { Lurker } from './state.ts';

/** Looks in an hour that fall on somebody who lies there for all of it; what stirs is there for one. [d] */
const LOOKS_AN_HOUR = 4;
const P_LURKER = purpose('alarms/lurker');
const P_WHERE = purpose('alarms/where');
const P_STIRS = purpose('alarms/stirs');
const P_SENSES = purpose('alarms/senses');
const P_LAPSES = purpose('alarms/lapses');

/** Those of a group who stand watch and are awake. */
export function watchersOf(world: World, of: number): number[] {
  const { on } = world.of(roster);
  return peopleOfHome(world, of).filter((who) => on.raw[who] === 1 && world.of(body).awake.raw[who] === 1);
}

/** In the dark something stirs, or somebody lies there; what would not make anybody look twice is no event. */
export const stirAbout = rule('alarms/stir', { phase: 'sense', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || !isDark(world)) return;
  const { season, weather } = world.recipe.setup.whole(begin)!;
  const windy = weather.some((said) => said.includes('wind'));
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0) continue;
    const about = world.ruleset.filled(lurkers).flatMap((known) => known(world, of));
    const wary = threatTo(world, of).for !== 'the night';
    for (const who of watchersOf(world, of)) lookOut(world, of, who, { about, wary, season, windy });
  }
});

interface Dark {
  readonly about: readonly Lurker[];
  readonly wary: boolean;
  readonly season: string;
  readonly windy: boolean;
}

/** One watcher's hour: the one thing in it that draws their eye most, if any does. */
function lookOut(world: World, of: number, who: number, dark: Dark): void {
  const rows = world.of(vigil);
  const from = world.of(position).at.raw[who];
  rows.at.raw[who] = 0;
  const bent = bentOf(world, who, dark.wary);
  const needs = looksTwiceAt(bent);
  const [wide, lost] = [spread(bent.tired), heedless(world, who, bent.tired)];
  for (const each of dark.about) {
    if (sightBetween(world, from, each.at) === 0) continue;
    const clear = clearness(world, from, each.at, bent.tired);
    let noise = -Infinity;
    for (let look = 0; look < LOOKS_AN_HOUR; look++) {
      if (world.luck(P_LAPSES, who, each.who, look) < lost) continue;
      noise = Math.max(noise, noiseOf(world.luck(P_LURKER, who, each.who, look)));
    }
    const moving = each.moves ? sightBetween(world, from, each.at) : 0;
    const there = { lurker: each.who, at: each.at, clear, tired: bent.tired, moving };
    if (standsOut(world, there) + wide * noise <= needs) continue;
    rows.noise.raw[who] = noise;
    rows.at.raw[who] = each.at + 1;
    rows.lurker.raw[who] = each.who + 1;
    rows.came.raw[who] = each.by;
    rows.moves.raw[who] = each.moves ? 1 : 0;
    rows.what.raw[who] = 0;
    return;
  }
  const noise = noiseOf(world.luck(P_SENSES, who));
  const at = whereTo(world, of, from, world.luck(P_WHERE, who));
  if (at < 0) return;
  // Whoever dozes with open eyes misses what stirs, and not what they fancy.
  const isLost = world.luck(P_LAPSES, who) < lost;
  const game = world.of(wild).animals.raw[at];
  const what = isLost ? 0 : stirsBy(world, world.luck(P_STIRS, who), game, dark.season, dark.windy);
  if (likeness(what, clearness(world, from, at, bent.tired), bent.dread) + wide * noise <= needs) return;
  rows.noise.raw[who] = noise;
  rows.at.raw[who] = at + 1;
  rows.lurker.raw[who] = 0;
  rows.what.raw[who] = what;
  if (what === 0) return;
  // What stirs comes of itself; that it draws this watcher's eye rests on their standing there awake, on how tired they are and on the mist.
  world.trace.open(who, world.time);
  world.of(roster).on.at(who);
  world.of(body).awake.at(who);
  world.of(body).owed.at(who);
  world.of(fear).dread.at(who);
  readTroubled(world, who);
  world.of(vigil).doubt.at(who);
  world.of(position).at.at(who);
  fog(world);
  world.propose(stirred, { target: who, place: at, what: STIRS[what - 1] });
  world.trace.close(false);
}

/** What chance adds to what somebody takes in, by luck: normal, with 0 as its mean. */
const noiseOf = (u: number): number => normalQuantile(Math.max(1e-9, u));

/** Which of the places without a watcher looks at in an hour, by luck (0..1): the more is seen of one, the likelier; -1 where none is seen. */
function whereTo(world: World, of: number, from: number, u: number): number {
  const { count } = world.of(place);
  const shown = (at: number): number =>
    at === from || isWithin(world, of, at) || world.of(ground).roofed.raw[at] === 1 ? 0 : sightBetween(world, from, at);
  let sum = 0;
  for (let at = 0; at < count; at++) sum += shown(at);
  let left = u * sum;
  for (let at = 0; at < count; at++) {
    left -= shown(at);
    if (left < 0) return at;
  }
  return -1;
}
