/** Water: where it comes from, who fetches it, how it is shared out, and what the want of it does. */
import { purpose } from '../../kernel/chance.ts';
import { readEvent } from '../../kernel/read.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { wearies as tires } from '../bodies/sleep.ts';
import { saps as leaves } from '../needs/vigour.ts';
import { hampers } from '../places/system.ts';
import { seatOf } from '../rations/seat.ts';
import { DAY, dayOf, larder } from '../rations/state.ts';
import { cutOff } from '../siege/events.ts';
import { lastings } from '../stores/lasting.ts';
import { storesSection } from '../stores/left.ts';
import { coldness } from '../warmth/state.ts';
import { tasks } from '../work/tasks.ts';
import { COVERS, oddWater, waterSection } from './check.ts';
import { failed, failing, fetched, parched, rained, ranOut, returned, set, shared, slaked } from './events.ts';
import { allowance, gives, thirsty } from './facts.ts';
import { fetch, fetching } from './fetching.ts';
import { allow, shareOut } from './keeping.ts';
import { waterLasts } from './sharing.ts';
import { USUAL, placeWater } from './sources.ts';
import { SOURCES, source, supply, thirst } from './state.ts';
import { dry, saps, slows, wearies } from './thirst.ts';
import { fillUp, rain } from './weather.ts';
import { words } from './words.ts';

/** The share of their weight in water with which the first die, and by how much that differs. [d, after s: 3 to 5 days] */
const DEAD_AT = 0.125;
const DIFFERS = 0.03;
/** Millilitres that a millimetre of rain gives on a square metre of roof. */
const ML_A_METRE = 1000;
const P_HARDY = purpose('water/hardy');

export const water = defineSystem({
  id: 'water',
  after: ['defence', 'needs', 'rations', 'siege', 'stores', 'warmth', 'work'],
  tables: [source, supply, thirst],
  events: { rained, failed, returned, fetched, set, shared, 'ran-out': ranOut, parched, failing, slaked },
  facts: [thirsty, allowance, gives],
  words,
  rules: [rain, fillUp, allow, fetch, shareOut, dry],
  fills: [
    fill(tires, wearies),
    fill(leaves, saps),
    fill(hampers, slows),
    fill(lastings, waterLasts),
    fill(tasks, fetching),
  ],
  scenario: [placeWater, waterSection],
  check: oddWater,
  build: (world) => {
    layWater(world);
    for (let of = 0; of < world.of(group).count; of++) laySupply(world, of);
    const rows = world.of(thirst);
    for (let who = 0; who < world.of(person).count; who++) {
      rows.reckoned.put(who, world.time);
      const hardy = world.chance.uniform(P_HARDY, world.nameLo(person, who), 0, 0);
      rows.deadAt.put(who, DEAD_AT + DIFFERS * hardy);
    }
  },
});

/** What the scenario says of water in each place, and from which of it people were cut off before the first day. */
function layWater(world: World): void {
  const rows = world.of(source);
  for (const [key, { water: told }] of world.recipe.setup.entries(placeWater)) {
    if (told === undefined) continue;
    const at = world.cast.mustRow(place, key);
    const { from, ...own } = typeof told === 'string' ? { from: told } : told;
    const usual = USUAL[from];
    const said: { yields?: number; holds?: number; has?: number; roof?: number } = own;
    const yields = usual.yields === 0 ? 0 : (said.yields ?? usual.yields);
    const holds = said.holds ?? (yields > 0 ? yields : Math.max(usual.holds, said.has ?? 0));
    rows.kind.put(at, SOURCES.indexOf(from) + 1);
    rows.yields.put(at, yields);
    rows.holds.put(at, holds);
    rows.has.put(at, Math.min(holds, said.has ?? (yields > 0 ? yields : usual.has)));
    rows.catches.put(at, (said.roof ?? usual.roof) * ML_A_METRE);
    world.of(coldness).told.put(0, 1);
  }
  for (let id = 1; id <= world.chronicle.length; id++) {
    const { kind, roles } = readEvent(world, id);
    if (kind === cutOff.id) rows.cutBy.put(roles['place'], id);
  }
}

/** A group comes by its water in this world where the scenario tells of any of it within its reach. */
function laySupply(world: World, of: number): void {
  const { setup } = world.recipe;
  const owner = world.of(larder).of;
  const { kind } = world.of(source);
  const isStored = [...(setup.whole(storesSection) ?? [])].some(
    ([key, goods]) => goods.has('water') && owner.raw[world.cast.mustRow(place, key)] === of + 1,
  );
  let isNear = false;
  for (let at = 0; at < world.of(place).count; at++) if (kind.raw[at] !== 0 && owner.raw[at] === of + 1) isNear = true;
  if (!isStored && !isNear) return;
  const rows = world.of(supply);
  rows.seat.put(of, seatOf(world, of) + 1);
  const cover = setup.whole(waterSection)?.get(world.keyOf(group, of))?.cover ?? COVERS;
  rows.days.put(of, Math.ceil(cover / DAY));
  rows.fetchedOn.put(of, dayOf(world.time) - 1);
  rows.sharedOn.put(of, dayOf(world.time) - 1);
  rows.weighedOn.put(of, dayOf(world.time) - 1);
}
