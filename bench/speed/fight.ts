import { advance, createWorld, eventsOf, person, ruleset } from '@anchorhold/engine';
import type { Setup, World } from '@anchorhold/engine';
import { fastestOf, sliceOf } from './measure.ts';
import type { Slice } from './measure.ts';

/** Seconds of a fight that are measured, from its first shot on, and in one slice: nobody looks or decides less often. */
export const FIGHT_SECONDS = 90;
const SLICE_SECONDS = 5;
const RUNS = 5;

/**
 * A long fight of `each` against `each`, as the text of a scenario: people who do not lose their nerve, with rounds for an
 * hour, over six places, most of them cover within sight of one another, under a half moon.
 */
export function longFight(each: number): string {
  const described = '{temper: [stubborn, cold, proud, loyal], skills: {aim: poor}, rounds: 500, dressings: 0';
  const side = (letter: string, places: readonly string[], more: string): string[] =>
    Array.from(
      { length: each },
      (_, i) => `  ${letter}${i + 1}: ${described}${more}, at: ${places[i % places.length]!}}`,
    );
  return [
    'title: A long fight',
    'begin: late autumn, d1 22:00, half moon',
    'lasts: 1h',
    'places:',
    '  house: {like: stone house, next to: [yard]}',
    '  barn: {like: stone house, next to: [yard, wall]}',
    '  yard: {like: open yard}',
    '  wall: {like: wall, next to: [yard, ditch, wood]}',
    '  ditch: {like: ditch, next to: [wood]}',
    '  wood: {like: wood}',
    'groups:',
    '  home: {home: house, leader: H1}',
    '  band: {at: wood, leader: B1, hostile to: home, wants: seed grain, comes: d1 22:02 to d1 22:02}',
    'people:',
    ...side('H', ['house', 'barn', 'wall', 'barn'], ''),
    ...side('B', ['wood', 'ditch', 'ditch'], ', group: band'),
    'stores:',
    '  barn: {seed grain: 5000 kg}',
    '',
  ].join('\n');
}

/** What happened in the span that was measured: it must have been a fight, or its speed means nothing. */
export interface Fought {
  readonly events: number;
  readonly shots: number;
  /** People who could still fight at the end of it. */
  readonly able: number;
}

/** The second of a seed's first shot. Throws where none is fired in the time that the scenario is given. */
function firstShot(setup: Setup, seed: number, trace: boolean, within: number): number {
  const world = createWorld(ruleset, setup, { seed, trace });
  const begin = world.time;
  let seen = 0;
  let found = -1;
  advance(world, begin + within, () => {
    while (found < 0 && seen < world.chronicle.length) {
      if (ruleset.kinds[world.chronicle.kind(++seen)]!.kind.id === 'shooting/shot') found = world.chronicle.time(seen);
    }
    return found < 0;
  });
  if (found < 0) throw new Error(`seed ${seed}: no shot was fired`);
  return found - begin;
}

/** Raw updates that a second of the fight of one seed takes, and what was fought in it. */
export function fightSecond(setup: Setup, seed: number, trace: boolean, within: number): { cost: number } & Fought {
  const from = firstShot(setup, seed, trace, within);
  let fought: Fought | null = null;
  const cost = fastestOf(RUNS, () => {
    const world = createWorld(ruleset, setup, { seed, trace });
    advance(world, world.time + from - 1);
    const before = world.chronicle.length;
    const slices = slicesOf(world, FIGHT_SECONDS, SLICE_SECONDS);
    fought = foughtSince(world, before);
    return slices;
  });
  return { cost: cost / FIGHT_SECONDS, ...fought! };
}

/** Live `seconds` on, slice by slice. */
export function slicesOf(world: World, seconds: number, slice: number): Slice[] {
  const from = world.time;
  const slices = [];
  for (let at = slice; at <= seconds; at += slice) slices.push(sliceOf(() => advance(world, from + at)));
  return slices;
}

function foughtSince(world: World, before: number): Fought {
  let shots = 0;
  const down = new Set<number>();
  for (const event of eventsOf(world)) {
    if (event.kind === 'wounds/fell' || event.kind === 'wounds/died') down.add(event.roles['actor']!);
    if (event.id > before && event.kind === 'shooting/shot') shots++;
  }
  return { events: world.chronicle.length - before, shots, able: world.of(person).count - down.size };
}
