import { readEvent } from '../../kernel/read.ts';
import type { Setup } from '../../kernel/shape.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { lackedBefore } from '../needs/metabolism.ts';
import { nourishment } from '../needs/state.ts';
import { lacks } from '../needs/system.ts';
import { rationed } from '../siege/events.ts';
import { lackings } from '../stores/lacking.ts';
import { lastings } from '../stores/lasting.ts';
import { storesSection } from '../stores/left.ts';
import { tasks } from '../work/tasks.ts';
import { COVERS, oddRations, rationsSection } from './check.ts';
import { cooking } from './cooking.ts';
import { brokeInto, ranOut, reckoned, served, set } from './events.ts';
import { fare } from './facts.ts';
import { lacksFood } from './lacking.ts';
import { lasts } from './lasts.ts';
import { COUNTS_UNTIL, count, decide, serve } from './keeping.ts';
import { mealFor } from './meal.ts';
import { seatOf, settleLarders } from './seat.ts';
import { shareOf } from './shares.ts';
import {
  DAY,
  DECIDERS,
  EATEN,
  POLICIES,
  RATIONS,
  SEED,
  dayOf,
  gramsOf,
  hourOf,
  kitchen,
  larder,
  portion,
} from './state.ts';
import { unfed } from './unfed.ts';
import { words } from './words.ts';

export const rations = defineSystem({
  id: 'rations',
  after: ['captivity', 'needs', 'offices', 'region', 'siege', 'stores', 'work'],
  tables: [kitchen, larder, portion],
  events: { reckoned, set, served, 'ran-out': ranOut, 'broke-into': brokeInto },
  facts: [fare],
  words,
  affair: 'stores',
  rules: [count, decide, serve],
  fills: [fill(lacks, unfed), fill(lastings, lasts), fill(tasks, cooking), fill(lackings, lacksFood)],
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

/** A group has a kitchen where the scenario says what it has to eat, be it nothing. */
function openKitchen(world: World, setup: Setup, of: number): void {
  const held = [...(setup.whole(storesSection) ?? [])].filter(
    ([key]) => world.of(larder).of.raw[world.cast.mustRow(place, key)] === of + 1,
  );
  if (!held.some(([, goods]) => EATEN.some(({ good }) => goods.has(good)))) return;
  const rows = world.of(kitchen);
  const ways = setup.whole(rationsSection)?.get(world.keyOf(group, of));
  rows.seat.put(of, seatOf(world, of) + 1);
  rows.policy.put(of, POLICIES.indexOf(ways?.policy ?? 'equal'));
  rows.decider.put(of, DECIDERS.indexOf(ways?.['decided by'] ?? 'leader'));
  rows.sparesSeed.put(of, SEED.indexOf(ways?.['seed grain'] ?? 'at last'));
  rows.days.put(of, Math.ceil((ways?.cover ?? COVERS) / DAY));
  rows.expected.put(of, gramsOf(world, of, EATEN[0].good));
  rows.meal.put(of, mealFor(world.time));
  rows.knownOn.put(of, dayOf(world.time) - 1);
  rows.weighedOn.put(of, dayOf(world.time) - 1);
  rows.givenOn.put(of, dayOf(world.time) - (hourOf(world.time) > COUNTS_UNTIL ? 0 : 1));
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
