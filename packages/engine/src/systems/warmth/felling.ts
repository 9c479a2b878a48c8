/** Firewood is cut where trees stand, and carried home: work for a day, to which somebody is set. */
import { amount, entries, optionally } from '../../kernel/shape.ts';
import type { Setup } from '../../kernel/shape.ts';
import { jointly } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { enemyAbout } from '../burial/digging.ts';
import { isWithin } from '../defence/state.ts';
import { campaign } from '../engagement/state.ts';
import { placeForms } from '../places/forms.ts';
import { PLACE_TEMPLATES } from '../places/templates.ts';
import { wayMetres } from '../places/ways.ts';
import { ableOf, hourOf } from '../rations/state.ts';
import { besiegerOf } from '../siege/state.ts';
import { effortOf, handsAt, readHands } from '../work/hands.ts';
import { labour } from '../work/state.ts';
import { hands, task } from '../work/tasks.ts';
import { cut } from './events.ts';
import { coldness, hearth, stand } from './state.ts';
import { nightsOn, nightsWood, woodOf } from './wood.ts';

/** Grams of dead and small wood, such as hand tools fell and split, on a square metre of wood and of orchard. [d, after m: some 200 m3 a hectare stand in a temperate wood, half a tonne each, a fifth of it such] */
const GRAMS_A_METRE: Readonly<Record<string, number>> = { wood: 2000, orchard: 600 };
/** Grams that somebody cuts and splits in an hour with axe and saw. [d, after m: a practised hand makes a cord, some 1.5 t, of a day of ten hours] */
const CUTS = 90_000;
/** What somebody carries at a time, in grams, and the pace there and back, in m/s. [d, of head loads of 20 to 35 kg] */
const BUNDLE = 25_000;
const WALKS = 1.1;
/** Metres to which people go for wood. [d] */
export const GOES_METRES = 1200;
/** The hours of the day in which it is done, from and until, and the light that it takes. [d] */
const FROM = 8;
const UNTIL = 15;
const LIGHT_TO_CUT = 0.3;
/** The share of those who are fit whom it takes at most. [d] */
const SHARE = 0.2;
/** How urgent it is, 0..1: where wood lasts for fewer nights than so many, and else. [d] */
const SHORT_NIGHTS = 3;
const SHORT = 0.85;
const AS_USUAL = 0.45;

export const placeWood = entries('places', {
  firewood: optionally(
    amount('g', 'How much can be cut there; by its size in a wood or an orchard where it is left out.'),
  ),
});

/** What can be cut in each place as it begins. */
export function layStands(world: World, setup: Setup): void {
  const own = setup.entries(placeWood);
  for (const [key, { like }] of setup.entries(placeForms)) {
    const { size } = PLACE_TEMPLATES[like];
    const grams = own.get(key)?.firewood ?? (GRAMS_A_METRE[like] ?? 0) * size * size;
    world.of(stand).left.put(world.cast.mustRow(place, key), grams);
  }
}

/** Where a group cuts its wood: the nearest place with any that it can get to; -1 for none. Tracked. */
function cutsIn(world: World, of: number): number {
  const seat = world.of(hearth).seat.raw[of] - 1;
  const someone = ableOf(world, of)[0];
  if (seat < 0 || someone === undefined) return -1;
  const { left } = world.of(stand);
  const { state, endedBy } = world.of(campaign);
  const isShutIn = state.raw[of] === 1 || (besiegerOf(world, of) >= 0 && endedBy.raw[of] === 0);
  const metres = (at: number): number => (at === seat ? 0 : wayMetres(world, someone, seat, at));
  let best = -1;
  for (let at = 0; at < world.of(place).count; at++) {
    if (left.raw[at] === 0 || metres(at) > GOES_METRES || (isShutIn && !isWithin(world, of, at))) continue;
    if (left.at(at) > 0 && (best < 0 || metres(at) < metres(best))) best = at;
  }
  return best;
}

/** Whether there is anywhere for a group to cut wood. */
export const hasStand = (world: World, of: number): boolean => cutsIn(world, of) >= 0;

/** Grams that somebody hale cuts in an hour and brings home: less the farther it is. Plain reads. */
export function gramsAnHour(world: World, of: number, at: number): number {
  const seat = world.of(hearth).seat.raw[of] - 1;
  const someone = ableOf(world, of)[0];
  if (someone === undefined) return 0;
  const metres = at === seat ? 0 : wayMetres(world, someone, seat, at);
  return (SECONDS.hour * BUNDLE) / ((SECONDS.hour * BUNDLE) / CUTS + (2 * metres) / WALKS);
}

/** Grams that are lacking for fires in full for as many nights as wood is to last. Tracked. */
function wantedOf(world: World, of: number): number {
  return Math.max(0, nightsWood(world, of, 0) * world.of(hearth).days.raw[of] - woodOf(world, of));
}

export const felling = task('warmth/felling', 'fetch', {
  from: FROM,
  until: UNTIL,
  light: LIGHT_TO_CUT,
  heavy: true,
  want: (world, of, fit) => {
    if (world.of(hearth).seat.raw[of] === 0) return null;
    const wanted = wantedOf(world, of);
    const at = wanted === 0 ? -1 : cutsIn(world, of);
    if (at < 0) return null;
    const isShort = nightsOn(world, of, woodOf(world, of), 0) < SHORT_NIGHTS;
    const days = wanted / (gramsAnHour(world, of, at) * (UNTIL - FROM));
    const most = Math.min(Math.ceil(days), Math.max(1, Math.floor(fit * SHARE)));
    return hands(most, isShort ? SHORT : AS_USUAL, whyWanted(world, of));
  },
});

/** Wood is wanted for the cold, and for what the fires have taken. */
function whyWanted(world: World, of: number): number[] {
  const { litBy, outBy } = world.of(hearth);
  return [...new Set([world.of(coldness).by.raw[0], litBy.raw[of], outBy.raw[of]])].filter((id) => id !== 0);
}

/** An hour of it adds to the heap; towards evening, or when there is enough, the heap is brought home. */
export const fell = rule('warmth/fell', { phase: 'act', at: 'hour' }, (world, beat) => {
  const hour = hourOf(world.time);
  if (beat.bubble >= 0 || hour < FROM || hour >= UNTIL) return;
  const { seat, toil } = world.of(hearth);
  for (let of = 0; of < world.of(hearth).count; of++) {
    const at = seat.raw[of] === 0 ? -1 : cutsIn(world, of);
    if (at < 0) continue;
    const set = handsAt(world, of, felling, beat.members);
    const going = isWithin(world, of, at) ? set : set.filter((who) => !enemyAbout(world, who));
    if (going.length === 0) continue;
    // Toil adds up and is no event until the wood lies in the stores.
    toil.raw[of] = toil.raw[of] + going.reduce((sum, who) => sum + effortOf(world, who, 'fetch'), 0);
    const heap = Math.min(world.of(stand).left.raw[at], Math.floor(toil.raw[of] * gramsAnHour(world, of, at)));
    if (heap > 0 && (hour === UNTIL - 1 || heap >= wantedOf(world, of))) bringHome(world, of, at, going, heap);
  }
});

function bringHome(world: World, of: number, at: number, going: readonly number[], grams: number): void {
  const rows = world.of(hearth);
  const [actor] = going;
  world.trace.open(actor, world.time);
  readHands(world, of);
  world.of(stand).left.at(at);
  const because = jointly([...whyWanted(world, of), world.of(labour).by.raw[actor]], 1);
  const fields = { actor, group: of, place: at, goal: rows.seat.raw[of] - 1, amount: grams, people: going.length };
  world.propose(cut, fields, because);
  world.trace.close(false);
}
