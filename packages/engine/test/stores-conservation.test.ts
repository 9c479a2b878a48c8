/** Over a hundred eventful days nothing is made or lost unrecorded: the chronicle explains what became of every gram and millilitre. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { eventsOf } from '../src/kernel/read.ts';
import type { EventRecord } from '../src/kernel/read.ts';
import { person, place } from '../src/kernel/tables.ts';
import type { World } from '../src/kernel/world.ts';
import { body } from '../src/systems/bodies/state.ts';
import { source } from '../src/systems/water/state.ts';
import { hearth, stand } from '../src/systems/warmth/state.ts';
import { GOODS, load, stock, stockRow } from '../src/systems/stores/state.ts';
import type { Good } from '../src/systems/stores/state.ts';
import { hoard } from '../src/systems/theft/state.ts';
import { wounded } from '../src/systems/wounds/system.ts';
import { breached } from '../src/systems/barriers/events.ts';
import { barrier } from '../src/systems/barriers/state.ts';
import { took } from '../src/systems/stores/events.ts';
import { crowd, leanYard } from './lean-yard.fixture.ts';
import { happen, live, where, who } from './night.fixture.ts';

vi.setConfig({ hookTimeout: 240_000 });
const DAYS = 100;
const SEEDS = [1, 2, 3];
const DAY = 86_400;

interface Run {
  readonly seed: number;
  readonly before: World;
  readonly after: World;
  readonly events: readonly EventRecord[];
}
const runs: Run[] = [];

/** A lean winter in which somebody is wounded, a wall broken, and food carried off. */
function eventful(seed: number): Run {
  const before = leanYard(
    {
      begin: 'winter, d1 06:00, cold',
      hall: 'water: {from: cistern, has: 900 l, holds: 2000 l}',
      yard: 'water: well',
      shed: 'keeps: damp',
      places: 'copse: {like: wood, next to: field, firewood: 500 kg}',
      people: `${crowd(8)}\n  Bram: {group: the band}`,
      groups: 'the band: {at: field, leader: Bram}',
      stores:
        '{hall: {food: 200 kg, firewood: 400 kg, timber: 300 kg, water: 90 l, dressings: 30, rounds: 60}, shed: {food: 250 kg, seed grain: 40 kg}}',
      more: 'rations: {yard folk: {cover: 60d}}',
    },
    { seed },
  );
  const after = before.fork();
  live(after, 10 * DAY + 6 * 3600);
  const [hall, cole, bram] = [where(after, 'hall'), who(after, 'Cole'), who(after, 'Bram')];
  happen(after, wounded, { target: cole, actor: -1, place: hall, region: 'leg', flow: 9, takes: 'nothing' });
  happen(after, breached, {
    actor: bram,
    barrier: after.cast.mustRow(barrier, 'the fence'),
    place: where(after, 'field'),
    how: 'broken',
  });
  after.of(load).good.raw[bram] = GOODS.indexOf('food');
  happen(after, took, { actor: bram, place: where(after, 'shed'), good: 'food', amount: 21_000 });
  live(after, (DAYS - 11) * DAY);
  return { seed, before, after, events: [...eventsOf(after)] };
}
beforeAll(() => {
  for (const seed of SEEDS) runs.push(eventful(seed));
});

const rows = (world: World, table: typeof place): number[] =>
  Array.from({ length: world.of(table).count }, (_, i) => i);
const lies = (world: World, good: Good): number =>
  rows(world, place).reduce((sum, at) => sum + world.of(stock).amount.raw[stockRow(at, good)], 0);
const carried = (world: World, good: Good): number =>
  rows(world, person).reduce(
    (sum, each) => sum + (GOODS[world.of(load).good.raw[each]] === good ? world.of(load).amount.raw[each] : 0),
    0,
  );
function sum(
  { events }: Run,
  kind: string,
  fits: (event: EventRecord) => boolean = () => true,
  datum = 'amount',
): number {
  return events
    .filter((event) => event.kind === kind && fits(event))
    .reduce((total, { data }) => total + Number(data[datum]), 0);
}

describe('over a hundred days', () => {
  test('[S11] food is eaten, spoiled, hidden, carried off or left, to the gram', () => {
    let [eaten, spoiled, stolen, off] = [0, 0, 0, 0];
    for (const run of runs) {
      const { before, after } = run;
      const hidden = rows(after, person).reduce((total, each) => total + after.of(hoard).grams.raw[each], 0);
      const at = (world: World): number => lies(world, 'food') + lies(world, 'seed grain');
      const meals = sum(run, 'rations/served');
      const bad = sum(run, 'spoilage/found');
      const secret = sum(run, 'theft/ate');
      const borne = carried(after, 'food');
      expect(at(after) + meals + bad + secret + hidden + borne, `seed ${run.seed}`).toBe(at(before));
      eaten += meals;
      spoiled += bad;
      stolen += secret + hidden;
      off += borne;
    }
    for (const each of [eaten, spoiled, stolen, off]) expect(each).toBeGreaterThan(0);
  });

  test('[S1] water in the stores was fetched and not shared out, to the millilitre; a cistern holds what rain left in it', () => {
    let rain = 0;
    for (const run of runs) {
      const { before, after, events } = run;
      expect(lies(after, 'water'), `seed ${run.seed}`).toBe(
        lies(before, 'water') + sum(run, 'water/fetched') - sum(run, 'water/shared'),
      );
      const at = where(before, 'hall');
      let has = before.of(source).has.raw[at];
      for (const { kind, roles, data } of events) {
        if (kind === 'water/rained') {
          has = Math.min(
            before.of(source).holds.raw[at],
            has + before.of(source).catches.raw[at] * Number(data['amount']),
          );
          rain++;
        }
        if (kind === 'water/fetched' && roles['place'] === at) has -= Number(data['amount']);
      }
      expect(after.of(source).has.raw[at]).toBe(has);
    }
    expect(rain).toBeGreaterThan(0);
  });

  test('[S11] firewood is burnt or left, and comes out of the wood, or of timber and furniture that are gone', () => {
    let [broken, felled] = [0, 0];
    for (const run of runs) {
      const { before, after } = run;
      const of = 'warmth/broke-up';
      const timber = sum(run, of, ({ data }) => data['what'] === 'timber');
      const furniture = sum(run, of, ({ data }) => data['what'] === 'furniture');
      const cut = sum(run, 'warmth/cut');
      const stands = (world: World): number => world.of(stand).left.raw.reduce((total, each) => total + each, 0);
      expect(stands(after)).toBe(stands(before) - cut);
      felled += cut;
      expect(lies(after, 'firewood'), `seed ${run.seed}`).toBe(
        lies(before, 'firewood') + cut + timber + furniture - sum(run, 'warmth/lit'),
      );
      expect(lies(after, 'timber')).toBe(
        lies(before, 'timber') - timber - sum(run, 'repairs/begun', () => true, 'timber'),
      );
      const left = (world: World): number => world.of(hearth).furniture.raw.reduce((total, each) => total + each, 0);
      expect(left(after)).toBe(left(before) - furniture);
      broken += sum(run, 'repairs/begun', () => true, 'timber');
    }
    expect(broken).toBeGreaterThan(0);
    expect(felled).toBe(SEEDS.length * 500_000);
  });

  test('[S10] dressings and rounds go by the events that spend them', () => {
    let dressed = 0;
    for (const run of runs) {
      const { before, after, events } = run;
      const used = events.filter(
        ({ kind, roles }) => kind === 'infirmary/dressed' && roles['store'] !== undefined,
      ).length;
      expect(lies(after, 'dressings'), `seed ${run.seed}`).toBe(lies(before, 'dressings') - used);
      const own = (world: World): number =>
        rows(world, person).reduce((total, each) => total + world.of(body).dressings.raw[each], 0);
      const inHand = events.filter(
        ({ kind, roles }) => /^(infirmary|wounds)[/]dressed$/.test(kind) && roles['store'] === undefined,
      );
      expect(own(after)).toBe(own(before) - inHand.length);
      expect(lies(after, 'rounds')).toBe(lies(before, 'rounds'));
      dressed += used + inHand.length;
    }
    expect(dressed).toBeGreaterThan(0);
  });
});
