/** Where water can be had, how much of it, and by whom. */
import { choice, either, amount, entries, integer, optionally, record } from '../../kernel/shape.ts';
import { SECONDS } from '../../kernel/system.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { campaign } from '../engagement/state.ts';
import { vigour } from '../needs/vigour.ts';
import { wayMetres } from '../places/ways.ts';
import { ableOf, larder } from '../rations/state.ts';
import { besiegerOf } from '../siege/state.ts';
import { FAILS, SOURCES, source, supply } from './state.ts';
import type { SourceName } from './state.ts';

/** What sources of each kind yield a day, hold, and are filled with as it begins, in ml; and the roof that they catch rain of, in m2. [d] */
export const USUAL: Readonly<
  Record<SourceName, { readonly yields: number; readonly holds: number; readonly has: number; readonly roof: number }>
> = {
  well: { yields: 1_500_000, holds: 1_500_000, has: 1_500_000, roof: 0 },
  spring: { yields: 4_000_000, holds: 4_000_000, has: 4_000_000, roof: 0 },
  river: { yields: 1_000_000_000, holds: 1_000_000_000, has: 1_000_000_000, roof: 0 },
  cistern: { yields: 0, holds: 8_000_000, has: 4_000_000, roof: 80 },
  'rain butts': { yields: 0, holds: 600_000, has: 300_000, roof: 25 },
};
/** Metres to which people go for water. [d] */
export const FETCHES_METRES = 800;
/** What somebody carries at a time, in ml; at what pace there and back, in m/s; and seconds for drawing it. [d] */
const BUCKETS_ML = 20_000;
const WALKS = 1.1;
const DRAWS_SECONDS = 90;
/** What is left of that where it has to be hacked out of the ice and melted. [d] */
const ICE = 0.2;
/** Hours a day that each of those who are able can spend on it. [d] */
const HOURS = 0.4;

export const placeWater = entries('places', {
  water: optionally(
    either(
      [
        choice(SOURCES),
        record({
          from: choice(SOURCES, 'What kind of source it is.'),
          yields: optionally(amount('ml', 'What it yields a day.')),
          holds: optionally(amount('ml', 'The most that is in it.')),
          has: optionally(amount('ml', 'What is in it as it begins.')),
          roof: optionally(integer(0, 5000, 'Square metres of roof whose rain runs into it.')),
        }),
      ],
      'Water that can be had there: the kind of source, or `{from: cistern, holds: 3000 l, has: 900 l}`.',
    ),
  ),
});

/** Places where a group could have water, the nearest first, whether there is any or not. Plain reads. */
export function sourcesOf(world: World, of: number): number[] {
  const seat = world.of(supply).seat.raw[of] - 1;
  const someone = ableOf(world, of)[0];
  if (seat < 0 || someone === undefined) return [];
  const { kind } = world.of(source);
  const metres = (at: number): number => (at === seat ? 0 : wayMetres(world, someone, seat, at));
  return Array.from({ length: world.of(place).count }, (_, at) => at)
    .filter((at) => kind.raw[at] !== 0 && metres(at) <= FETCHES_METRES)
    .sort((a, b) => metres(a) - metres(b) || a - b);
}

/** Whether a group cannot get to a source for the enemies who lie about. Plain reads. */
export function isCutOff(world: World, of: number, at: number): boolean {
  const { state, endedBy } = world.of(campaign);
  if (state.raw[of] === 1) return world.of(larder).of.raw[at] !== of + 1;
  return world.of(source).cutBy.raw[at] !== 0 && besiegerOf(world, of) >= 0 && endedBy.raw[of] === 0;
}

/** Millilitres that can be drawn from a source now. Tracked. */
export function drawable(world: World, of: number, at: number): number {
  const { has, fails, cutBy } = world.of(source);
  cutBy.at(at);
  return isCutOff(world, of, at) || fails.at(at) === FAILS.indexOf('ran dry') + 1 ? 0 : has.at(at);
}

/** Millilitres that somebody hale carries from a source in an hour, there and back with full buckets: less the farther it is. Plain reads. */
export function mlAnHour(world: World, of: number, at: number): number {
  const someone = ableOf(world, of)[0];
  const seat = world.of(supply).seat.raw[of] - 1;
  if (someone === undefined) return 0;
  const metres = at === seat ? 0 : wayMetres(world, someone, seat, at);
  const frozen = world.of(source).fails.raw[at] === FAILS.indexOf('froze') + 1;
  return ((frozen ? ICE : 1) * SECONDS.hour * BUCKETS_ML) / ((2 * metres) / WALKS + DRAWS_SECONDS);
}

/** Millilitres that those of a group who are able can carry from a source in a day. Plain reads. */
export function carriedFrom(world: World, of: number, at: number): number {
  const hours = ableOf(world, of).reduce((sum, who) => sum + HOURS * vigour(world, who), 0);
  return Math.floor(hours * mlAnHour(world, of, at));
}
