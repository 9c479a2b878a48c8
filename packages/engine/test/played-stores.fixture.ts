/** Worlds in which stores run out: water, firewood and food, what spoils, and what is stolen. */
import type { World } from '../src/kernel/world.ts';
import { failed, returned } from '../src/systems/water/events.ts';
import { FAILING, SOURCES } from '../src/systems/water/state.ts';
import { caught } from '../src/systems/theft/events.ts';
import { hoard } from '../src/systems/theft/state.ts';
import { chill, hearth } from '../src/systems/warmth/state.ts';
import { crowd, leanYard } from './lean-yard.fixture.ts';
import { happen, live, where, who } from './night.fixture.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

export function storesPlayed(): World[] {
  return [
    ...seasons(),
    ...sources(),
    dryYard(),
    thirstyYard(),
    frozenYard(),
    thriftyYard(),
    coldYard(),
    woodedYard(),
    spoiltYard(),
    hungryYard(),
  ];
}

/** A morning in each season. */
function seasons(): World[] {
  return ['spring', 'summer', 'autumn', 'winter'].map((season) =>
    live(leanYard({ begin: `${season}, d1 06:00`, stores: '{hall: {firewood: 90 kg}}' }), 12 * HOUR),
  );
}

/** Water from each kind of source, which fails and gives again where it can. */
function sources(): World[] {
  return SOURCES.map((kind) => {
    const world = live(leanYard({ yard: `water: ${kind}` }), 9 * DAY);
    const from = FAILING.find((each) => each === kind);
    const place = where(world, 'yard');
    if (from === undefined) return world;
    happen(world, failed, { place, from, how: 'ran dry' });
    happen(world, returned, { place, from, how: 'ran dry' });
    return live(world, DAY);
  });
}

/** Less and less to drink, none, and water in time for some; then for all. */
function dryYard(): World {
  const brings = (day: number, litres: number) => ({
    at: day * DAY,
    command: 'set stock',
    value: { in: 'hall', good: 'water', to: litres * 1000 },
  });
  const log = [brings(14, 60), brings(20, 5000)];
  const stores = '{hall: {food: 900 kg, water: 110 l}}';
  return live(
    leanYard({ begin: 'summer, d1 06:00', stores, more: 'water: {yard folk: {cover: 10d}}' }, { log }),
    40 * DAY,
  );
}

/** Hardly anything to drink, until some is brought. */
function thirstyYard(): World {
  const log = [{ at: 3.5 * DAY, command: 'set stock', value: { in: 'hall', good: 'water', to: 5_000_000 } }];
  return live(leanYard({ stores: '{hall: {food: 900 kg, water: 4 l}}' }, { log }), 6 * DAY);
}

/** Wood that lasts where fires are kept up for the evenings only. */
function thriftyYard(): World {
  const stores = '{hall: {food: 900 kg, firewood: 260 kg}}';
  const more = 'fires: {yard folk: {cover: 10d}}';
  return live(leanYard({ begin: 'winter, d1 06:00, bitter frost', stores, more }), DAY);
}

/** Nothing to burn, and somebody who stands the cold badly. */
function coldYard(): World {
  const stores = '{hall: {food: 900 kg, firewood: 0 kg}}';
  const world = leanYard({ begin: 'winter, d1 06:00, bitter frost', stores });
  world.of(hearth).furniture.raw.fill(0);
  world.of(chill).frail.put(who(world, 'Osk'), 3);
  return live(world, 6 * DAY);
}

/** Bitter frost, and less and less to burn: firewood, timber, furniture, nothing; then plenty. */
function frozenYard(): World {
  const log = [{ at: 80 * DAY, command: 'set stock', value: { in: 'hall', good: 'firewood', to: 9_000_000 } }];
  const stores = '{hall: {food: 900 kg, firewood: 190 kg, timber: 30 kg}}';
  return live(leanYard({ begin: 'winter, d1 06:00, bitter frost', stores, shed: 'water: spring' }, { log }), 110 * DAY);
}

/** A wood to cut in, and a spring to which one has to walk. */
function woodedYard(): World {
  const places = 'copse: {like: wood, next to: field}';
  const stores = '{hall: {food: 900 kg, firewood: 20 kg, water: 0 l}}';
  return live(leanYard({ field: 'water: spring', places, stores, people: crowd(6) }), 3 * DAY);
}

/** A damp shed with rats, and an open yard. */
function spoiltYard(): World {
  const stores = '{shed: {food: 800 kg, seed grain: 900 kg}, yard: {food: 90 kg}}';
  return live(leanYard({ begin: 'summer, d1 06:00', shed: 'keeps: damp', yard: 'keeps: open', stores }), 120 * DAY);
}

/** Hungry people among whom some steal, some of them the second time. */
function hungryYard(): World {
  const changes = { people: crowd(14), stores: '{hall: {food: 500 kg}}', more: 'rations: {yard folk: {cover: 90d}}' };
  const world = leanYard(changes, { seed: 2 });
  for (let day = 0; day < 75; day++) {
    live(world, DAY);
    if (day === 40 || day === 60) catches(world);
  }
  return world;
}
function catches(world: World): void {
  const target = who(world, 'Pell');
  const amount = world.of(hoard).grams.raw[target];
  happen(world, caught, { actor: who(world, 'Ada'), target, place: where(world, 'hall'), good: 'food', amount });
}
