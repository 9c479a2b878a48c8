import { readEvent } from '../../kernel/read.ts';
import type { Setup } from '../../kernel/shape.ts';
import { defineSystem } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf, leaderOf, peopleIn } from '../groups/state.ts';
import { groupBonds } from '../groups/system.ts';
import { lackedBefore } from '../needs/metabolism.ts';
import { nourishment } from '../needs/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { rationed } from '../siege/events.ts';
import { storesSection } from '../stores/left.ts';
import { COVERS, oddRations, rationsSection } from './check.ts';
import { brokeInto, ranOut, reckoned, served, set } from './events.ts';
import { fare } from './facts.ts';
import { count, decide, serve } from './keeping.ts';
import { mealFor } from './meal.ts';
import { shareOf } from './shares.ts';
import { DAY, DECIDERS, EATEN, POLICIES, RATIONS, SEED, dayOf, gramsOf, kitchen, larder, portion } from './state.ts';
import { words } from './words.ts';

export const rations = defineSystem({
  id: 'rations',
  after: ['captivity', 'needs', 'offices', 'siege', 'stores'],
  tables: [kitchen, larder, portion],
  events: { reckoned, set, served, 'ran-out': ranOut, 'broke-into': brokeInto },
  facts: [fare],
  words,
  affair: 'stores',
  rules: [count, decide, serve],
  scenario: [rationsSection],
  check: oddRations,
  build: (world, setup) => {
    settleLarders(world);
    for (let of = 0; of < world.of(group).count; of++) openKitchen(world, setup, of);
    const { provided } = world.of(nourishment);
    const { seat } = world.of(kitchen);
    for (let who = 0; who < world.of(person).count; who++) {
      provided.put(who, seat.raw[groupOf(world, who)] === 0 ? 1 : 0);
    }
  },
});

/** Where a group lives, or lies: its home, else where its leader is; -1 for a group of nobody. */
function seatOf(world: World, setup: Setup, of: number): number {
  const home = setup.entries(groupBonds).get(world.keyOf(group, of))?.home;
  if (home !== undefined) return world.cast.mustRow(place, home);
  const leader = leaderOf(world, of);
  return leader < 0 ? -1 : world.of(position).at.raw[leader];
}

/** What lies somewhere belongs to those who live or lie nearest. */
function settleLarders(world: World): void {
  const owner = world.of(larder).of;
  const seats = Array.from({ length: world.of(group).count }, (_, of) => seatOf(world, world.recipe.setup, of));
  for (let at = 0; at < world.of(place).count; at++) {
    let [nearest, least] = [-1, Infinity];
    seats.forEach((seat, of) => {
      const metres = seat < 0 ? Infinity : seat === at ? 0 : metresBetween(world, seat, at);
      if (metres < least) [nearest, least] = [of, metres];
    });
    owner.put(at, nearest + 1);
  }
}

/** A group has a kitchen where the scenario says what it has to eat, be it nothing. */
function openKitchen(world: World, setup: Setup, of: number): void {
  const held = [...(setup.whole(storesSection) ?? [])].filter(
    ([key]) => world.of(larder).of.raw[world.cast.mustRow(place, key)] === of + 1,
  );
  if (!held.some(([, goods]) => EATEN.some(({ good }) => goods.has(good)))) return;
  const rows = world.of(kitchen);
  const ways = setup.whole(rationsSection)?.get(world.keyOf(group, of));
  rows.seat.put(of, seatOf(world, setup, of) + 1);
  rows.policy.put(of, POLICIES.indexOf(ways?.policy ?? 'equal'));
  rows.decider.put(of, DECIDERS.indexOf(ways?.['decided by'] ?? 'leader'));
  rows.sparesSeed.put(of, SEED.indexOf(ways?.['seed grain'] ?? 'at last'));
  rows.days.put(of, Math.ceil((ways?.cover ?? COVERS) / DAY));
  rows.expected.put(of, gramsOf(world, of, EATEN[0].good));
  rows.meal.put(of, mealFor(world.time));
  rows.knownOn.put(of, dayOf(world.time) - 1);
  rows.weighedOn.put(of, dayOf(world.time) - 1);
  goOn(world, of);
}

/** What a siege before the first day brought them to is what they are on, and has cost them. */
function goOn(world: World, of: number): void {
  const rows = world.of(kitchen);
  for (let id = 1; id <= world.chronicle.length; id++) {
    const { kind, roles, data } = readEvent(world, id);
    if (kind !== rationed.id || roles['group'] !== of) continue;
    const ration = RATIONS.indexOf(data['to'] as (typeof RATIONS)[number]);
    rows.ration.put(of, ration);
    rows.setBy.put(of, id);
    for (const who of peopleIn(world, of)) lackedBefore(world, who, Number(data['days']) * (1 - shareOf(ration)), id);
  }
}
