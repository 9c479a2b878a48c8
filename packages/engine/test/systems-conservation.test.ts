/** Nothing is created or lost unrecorded: the chronicle alone explains what became of people, goods, rounds and dressings. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createWorld } from '../src/kernel/create.ts';
import { advance } from '../src/kernel/live.ts';
import { eventsOf } from '../src/kernel/read.ts';
import type { EventRecord } from '../src/kernel/read.ts';
import { person, place } from '../src/kernel/tables.ts';
import type { World } from '../src/kernel/world.ts';
import { ruleset } from '../src/rules.ts';
import { outfit } from '../src/systems/bands/state.ts';
import { WEAPONS, body } from '../src/systems/bodies/state.ts';
import { flames } from '../src/systems/fire/state.ts';
import { thing } from '../src/systems/items/state.ts';
import { position } from '../src/systems/places/state.ts';
import { placesOf } from '../src/systems/rations/state.ts';
import { GOODS, load, stock, stockRow } from '../src/systems/stores/state.ts';
import { BLOOD_ML, vitals, wound } from '../src/systems/wounds/state.ts';
import { firesRounds } from '../src/systems/salvage/state.ts';
import { endOf, farm, scenarioText, setupFrom } from './night.fixture.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 });

interface Night {
  readonly seed: number;
  /** The world as the scenario begins, and at the end of the night. */
  readonly before: World;
  readonly after: World;
  readonly events: readonly EventRecord[];
}
const nights: Night[] = [];
beforeAll(() => {
  const siege = setupFrom(scenarioText('siege-of-the-compound.yaml'));
  for (const [setup, seeds] of [
    [farm(), 70],
    [siege, 8],
  ] as const) {
    for (let seed = 1; seed <= seeds; seed++) {
      const before = createWorld(ruleset, setup, { seed });
      const after = before.fork();
      advance(after, endOf(setup));
      nights.push({ seed, before, after, events: [...eventsOf(after)] });
    }
  }
});

/** How many events of a kind there were for each row in a role. */
function countBy({ events }: Night, kind: string, role: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (const event of events) {
    const row = event.kind === kind ? event.roles[role] : undefined;
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}
/** What somebody has in hand and beside it, by the row of the weapon, with the rounds for both. */
function heldBy(world: World, who: number): Record<'weapon' | 'rounds' | 'second' | 'secondRounds', number> {
  const { weapon, rounds, second, secondRounds } = world.of(body);
  return {
    weapon: weapon.raw[who],
    rounds: rounds.raw[who],
    second: second.raw[who],
    secondRounds: secondRounds.raw[who],
  };
}
/** Whether somebody has taken one person for another. */
function isTakenFor(events: readonly EventRecord[], who: number, one: number, other: number): boolean {
  return events.some(({ roles }) => roles['actor'] === who && roles['target'] === one && roles['taken'] === other);
}
/** The dead in a place, off whom what is of use was taken there at some moment. */
function strippedBy({ after, events }: Night, { kind, roles, time }: EventRecord): number[] {
  if (kind !== 'salvage/gathered') return [];
  const dead = new Set(
    events.filter((event) => event.kind === 'wounds/died' && event.time <= time).map((event) => event.roles['actor']),
  );
  return peopleOf(after).filter((who) => dead.has(who) && after.of(position).at.raw[who] === roles['place']);
}
const peopleOf = (world: World): number[] => Array.from({ length: world.of(person).count }, (_, row) => row);
const allPlaces = (world: World): number[] => Array.from({ length: world.of(place).count }, (_, row) => row);

describe('over whole nights', () => {
  test('people stay as many as they were; who is dead died once, who is gone went once', () => {
    for (const night of nights) {
      const { before, after } = night;
      expect(after.of(person).count).toBe(before.of(person).count);
      const died = countBy(night, 'wounds/died', 'actor');
      const left = countBy(night, 'conduct/got-away', 'actor');
      const brought = countBy(night, 'carrying/brought-away', 'target');
      const led = countBy(night, 'captivity/led-away', 'target');
      for (const who of peopleOf(after)) {
        expect(1 - after.of(body).alive.raw[who], `seed ${night.seed}`).toBe(died.get(who) ?? 0);
        // Whoever is beyond the map as it begins stays there for the night.
        expect(after.of(position).gone.raw[who], `seed ${night.seed}`).toBe(
          before.of(position).gone.raw[who] + (left.get(who) ?? 0) + (brought.get(who) ?? 0) + (led.get(who) ?? 0),
        );
      }
    }
  });

  test('every good that is not in its store lies elsewhere, was carried off or eaten, to the gram', () => {
    let [moved, meals] = [0, 0];
    for (const { seed, before, after, events: recorded } of nights) {
      // No night is so long that seed grain would be eaten.
      const eaten = recorded
        .filter(({ kind }) => kind === 'rations/served')
        .reduce((sum, { data }) => sum + Number(data['amount']), 0);
      meals += eaten;
      for (const good of GOODS) {
        const lies = (world: World): number =>
          allPlaces(world).reduce((sum, where) => sum + world.of(stock).amount.raw[stockRow(where, good)], 0);
        const loads = after.of(load);
        const carried = peopleOf(after)
          .filter((who) => GOODS[loads.good.raw[who]] === good)
          .reduce((sum, who) => sum + loads.amount.raw[who], 0);
        const cooked = good === 'food' ? eaten : 0;
        // What was gathered off the ground came into the stores, and rounds were given out of them.
        const sum = (kind: string, datum: string): number =>
          recorded.reduce((total, event) => total + (event.kind === kind ? Number(event.data[datum]) : 0), 0);
        const gathered = good === 'rounds' || good === 'dressings' ? sum('salvage/gathered', good) : 0;
        const issued = good === 'rounds' ? sum('salvage/issued', 'rounds') : 0;
        expect(lies(after) + carried + cooked + issued, `${good}, seed ${seed}`).toBe(lies(before) + gathered);
        moved += carried;
      }
    }
    expect(moved).toBeGreaterThan(0);
    expect(meals).toBeGreaterThan(0);
  });

  test('each store and each load is what the events of taking, dropping and eating make of it', () => {
    const moves = { took: 0, dropped: 0 };
    for (const { seed, before, after, events: recorded } of nights) {
      const stocks = new Map<number, number>();
      const loads = new Map<number, number>();
      const add = (map: Map<number, number>, row: number, amount: number): void => {
        map.set(row, (map.get(row) ?? 0) + amount);
      };
      const cook = (of: number, grams: number): void => {
        let rest = grams;
        for (const where of placesOf(after, of)) {
          const row = stockRow(where, 'food');
          const taken = Math.min(rest, before.of(stock).amount.raw[row] + (stocks.get(row) ?? 0));
          add(stocks, row, -taken);
          rest -= taken;
        }
      };
      for (const event of recorded) {
        if (event.kind === 'rations/served') cook(event.roles['group'], Number(event.data['amount']));
        if (event.kind === 'salvage/issued')
          add(stocks, stockRow(event.roles['place'], 'rounds'), -Number(event.data['rounds']));
        if (event.kind === 'salvage/gathered') {
          for (const good of ['rounds', 'dressings'] as const)
            add(stocks, stockRow(event.roles['goal'], good), Number(event.data[good]));
        }
        if (event.kind !== 'stores/took' && event.kind !== 'stores/dropped') continue;
        moves[event.kind === 'stores/took' ? 'took' : 'dropped']++;
        const amount = Number(event.data['amount']) * (event.kind === 'stores/took' ? 1 : -1);
        add(loads, event.roles['actor'], amount);
        add(stocks, stockRow(event.roles['place'], event.data['good'] as (typeof GOODS)[number]), -amount);
      }
      for (const where of allPlaces(after)) {
        for (const good of GOODS) {
          const row = stockRow(where, good);
          const was = before.of(stock).amount.raw[row];
          const is = after.of(stock).amount.raw[row];
          expect(is, `${good} in ${after.keyOf(place, where)}, seed ${seed}`).toBe(was + (stocks.get(row) ?? 0));
          expect(is).toBeGreaterThanOrEqual(0);
        }
      }
      for (const who of peopleOf(after)) expect(after.of(load).amount.raw[who]).toBe(loads.get(who) ?? 0);
    }
    expect(moves.took).toBeGreaterThan(10);
    expect(moves.dropped).toBeGreaterThan(2);
  });

  test('every round is with somebody, lies about, or was fired; what people have is what the events make of it', () => {
    const moves = { dropped: 0, taken: 0 };
    for (const night of nights) {
      const { seed, before, after, events: recorded } = night;
      const held = peopleOf(before).map((who) => heldBy(before, who));
      let [fired, stored] = [0, 0];
      for (const event of recorded) {
        const { kind, roles, data } = event;
        const mine = held[roles['actor']];
        const amount = Number(data['rounds']);
        const spent = kind === 'shooting/swept' ? amount : kind === 'shooting/shot' ? 1 : 0;
        if (spent > 0 && WEAPONS[mine.weapon].capacity > 0) {
          mine.rounds -= spent;
          fired += spent;
        } else if (kind === 'bodies/drew') {
          const { weapon, rounds, second, secondRounds } = mine;
          Object.assign(mine, { weapon: second - 1, rounds: secondRounds, second: weapon + 1, secondRounds: rounds });
        } else if (kind === 'items/dropped') {
          moves.dropped++;
          Object.assign(mine, { weapon: 0, rounds: mine.rounds - amount });
        } else if (kind === 'items/picked-up') {
          moves.taken++;
          const weapon = WEAPONS.findIndex(({ name }) => name === data['weapon']);
          Object.assign(mine, { weapon, rounds: mine.rounds + amount });
        } else if (kind === 'items/shared') {
          mine.rounds -= amount;
          held[roles['target']].rounds += amount;
        } else if (kind === 'salvage/issued') {
          held[roles['target']].rounds += amount;
          stored -= amount;
        } else if (kind === 'salvage/armed') {
          const weapon = WEAPONS.findIndex(({ name }) => name === data['weapon']);
          Object.assign(held[roles['target']], { weapon, rounds: held[roles['target']].rounds + amount });
        } else if (kind === 'salvage/gathered') {
          stored += amount;
          for (const who of strippedBy(night, event)) if (firesRounds(held[who].second - 1)) held[who].secondRounds = 0;
        }
      }
      for (const who of peopleOf(after)) {
        expect(heldBy(after, who), `${after.keyOf(person, who)}, seed ${seed}`).toEqual(held[who]);
        expect(Math.min(held[who].rounds, held[who].secondRounds)).toBeGreaterThanOrEqual(0);
      }
      const things = after.of(thing);
      let lying = 0;
      for (let row = 0; row < things.count; row++) if (things.isLive(row)) lying += things.rounds.raw[row];
      const sum = (world: World): number =>
        peopleOf(world).reduce((total, who) => total + heldBy(world, who).rounds + heldBy(world, who).secondRounds, 0);
      expect(sum(after) + lying + fired + stored, `seed ${seed}`).toBe(sum(before));
      expect(fired).toBeGreaterThan(0);
    }
    expect(moves.dropped).toBeGreaterThan(10);
    expect(moves.taken).toBeGreaterThan(0);
  });

  test('every wound that is dressed uses one dressing of whoever dressed it, and only the dead have theirs taken', () => {
    let used = 0;
    for (const night of nights) {
      const dressed = countBy(night, 'wounds/dressed', 'actor');
      const [before, after] = [night.before.of(body), night.after.of(body)];
      const stripped = new Set(night.events.flatMap((event) => strippedBy(night, event)));
      for (const who of peopleOf(night.after)) {
        const spent = before.dressings.raw[who] - after.dressings.raw[who];
        if (stripped.has(who)) {
          expect(after.dressings.raw[who]).toBe(0);
          continue;
        }
        expect(spent, `${night.after.keyOf(person, who)}, seed ${night.seed}`).toBe(dressed.get(who) ?? 0);
        used += spent;
      }
    }
    expect(used).toBeGreaterThan(10);
  });

  test('[S1] every firebomb that somebody no longer has was thrown', () => {
    for (const night of nights) {
      const thrown = countBy(night, 'fire/threw', 'actor');
      const [before, after] = [night.before.of(flames), night.after.of(flames)];
      for (const who of peopleOf(night.after)) {
        const spent = before.bombs.raw[who] - after.bombs.raw[who];
        expect(spent, `${night.after.keyOf(person, who)}, seed ${night.seed}`).toBe(thrown.get(who) ?? 0);
      }
    }
  });

  test('there are as many wounds as were made, and nobody loses more blood than they have', () => {
    for (const night of nights) {
      const made = countBy(night, 'wounds/wounded', 'target');
      const { after } = night;
      expect(after.of(wound).liveCount).toBe([...made.values()].reduce((sum, count) => sum + count, 0));
      for (const who of peopleOf(after)) {
        expect(after.of(vitals).wounds.raw[who]).toBe(made.get(who) ?? 0);
        expect(after.of(vitals).lost.raw[who]).toBeLessThanOrEqual(BLOOD_ML);
        if (!made.has(who)) expect(after.of(vitals).lost.raw[who]).toBe(0);
      }
    }
  });

  test('every hit is somebody’s shot or burst, no shot hits twice, and no burst anybody twice', () => {
    for (const { seed, events } of nights) {
      const hits = new Set<string>();
      for (const event of events) {
        if (event.kind !== 'wounds/wounded') continue;
        const [cause] = event.because;
        const { kind, roles } = events[cause.id - 1];
        expect(['shooting/shot', 'shooting/swept'], `seed ${seed} #${event.id}`).toContain(kind);
        expect(roles['actor'], `seed ${seed} #${event.id}`).toBe(event.roles['actor']);
        if (kind === 'shooting/shot') {
          const aimedAt = roles['target'];
          const struck = event.roles['target'];
          expect(aimedAt === struck || isTakenFor(events, roles['actor'], struck, aimedAt)).toBe(true);
        } else expect(roles['goal']).toBe(event.roles['place']);
        const hit = kind === 'shooting/shot' ? `${cause.id}` : `${cause.id} ${event.roles['target']}`;
        expect(hits).not.toContain(hit);
        hits.add(hit);
      }
    }
  });
});

test('[S10] over the days after a siege, what is gathered, stored and given out is the same to the round, dressing and firebomb', () => {
  const siege = setupFrom(scenarioText('siege-of-the-compound.yaml'));
  let [brought, given] = [0, 0];
  for (const seed of [2, 4]) {
    const before = createWorld(ruleset, siege, { seed });
    const after = before.fork();
    advance(after, before.time + 3 * 86_400);
    const events = [...eventsOf(after)];
    const count = (kinds: readonly string[], what: (event: EventRecord) => number): number =>
      events.filter(({ kind }) => kinds.includes(kind)).reduce((sum, event) => sum + what(event), 0);
    const stored = (world: World, good: 'rounds' | 'dressings'): number =>
      allPlaces(world).reduce((sum, at) => sum + world.of(stock).amount.raw[stockRow(at, good)], 0);
    const rounds = (world: World): number => {
      const things = world.of(thing);
      let lying = 0;
      for (let row = 0; row < things.count; row++) if (things.isLive(row)) lying += things.rounds.raw[row];
      const held = peopleOf(world).map((who) => heldBy(world, who));
      // What lay in the camp goes with those who break it.
      const { rounds: carried, count: bands } = world.of(outfit);
      for (let of = 0; of < bands; of++) lying += carried.raw[of];
      return held.reduce((sum, each) => sum + each.rounds + each.secondRounds, lying + stored(world, 'rounds'));
    };
    // What was fired in the fight is counted above; from its end on nothing is.
    const untilQuiet = before.fork();
    advance(untilQuiet, events.find(({ kind }) => kind === 'muster/stood-down')!.time);
    expect(rounds(after), `seed ${seed}`).toBe(rounds(untilQuiet));
    const dressings = (world: World): number =>
      peopleOf(world).reduce((sum, who) => sum + world.of(body).dressings.raw[who], stored(world, 'dressings'));
    expect(dressings(after) + count(['wounds/dressed', 'infirmary/dressed'], () => 1)).toBe(dressings(before));
    const bombs = (world: World): number =>
      peopleOf(world).reduce((sum, who) => sum + world.of(flames).bombs.raw[who], 0);
    expect(bombs(after) + count(['fire/threw'], () => 1)).toBe(bombs(before));
    brought += count(['salvage/gathered'], ({ data }) => Number(data['rounds']));
    given += count(['salvage/issued'], ({ data }) => Number(data['rounds']));
  }
  expect(brought).toBeGreaterThan(10);
  expect(given).toBeGreaterThan(20);
});
