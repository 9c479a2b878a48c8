/** What holds of every world, whatever happens in it: it lives the same in the hardest way, and looking changes nothing. */
import { describe, expect, test, vi } from 'vitest';
import { chronicleVoice, nightEntries, whyNot } from '@anchorhold/story';
import type { Told } from '@anchorhold/story';
import { claimsOf } from '../src/kernel/beliefs.ts';
import { beginOf, checkSetup, createWorld } from '../src/kernel/create.ts';
import { overhear } from '../src/kernel/deliberation.ts';
import { historyOf, liveHeavily } from '../src/kernel/heavy.fixture.ts';
import { advance } from '../src/kernel/live.ts';
import { eventsOf, muteOf, readEvent } from '../src/kernel/read.ts';
import { load, save } from '../src/kernel/save.ts';
import { assertSound } from '../src/kernel/sound.fixture.ts';
import { person } from '../src/kernel/tables.ts';
import type { World } from '../src/kernel/world.ts';
import { ruleset } from '../src/rules.ts';
import { hitChance } from '../src/systems/shooting/hitting.ts';
import {
  all,
  chronicleLines,
  endOf,
  entitiesOf,
  farm,
  night,
  scenarioText,
  setupFrom,
  systemLines,
} from './night.fixture.ts';

vi.setConfig({ testTimeout: 240_000 });
const setup = farm();
/** Seconds of the siege that are lived in the hardest way. */
const HEAVY_SECONDS = 40;
const DAY = 86_400;

test('a whole night at the farm, saved and loaded anew before every step, is the same night', () => {
  const world = createWorld(ruleset, setup, { seed: 1 });
  const steps = liveHeavily(world, endOf(setup));
  expect(steps).toBeGreaterThan(200);
  expect(all(world, 'engagement/ended')).toHaveLength(1);
  const plain = night(setup, { seed: 1 });
  expect(world.hash()).toBe(plain.hash());
  expect(historyOf(world)).toEqual(historyOf(plain));
});

test('[S1] minutes of the siege, where all of it is done at once, are the same saved and loaded before every step', () => {
  const siege = setupFrom(scenarioText('siege-of-the-compound.yaml'));
  for (const [seed, until] of [
    [1, 'barriers/breached'],
    [2, 'will/gave-up'],
  ] as const) {
    const world = createWorld(ruleset, siege, { seed });
    advance(world, endOf(siege), (at) => all(at, until).length === 0);
    const plain = world.fork();
    const steps = liveHeavily(world, world.time + HEAVY_SECONDS);
    expect(steps).toBeGreaterThanOrEqual(HEAVY_SECONDS);
    advance(plain, world.time);
    expect(world.hash()).toBe(plain.hash());
    expect(historyOf(world)).toEqual(historyOf(plain));
  }
});

test.each([
  ['siege-of-the-compound', 2, 2.25],
  ['hungry-winter', 59, 60],
  ['a-good-year', 0, 1],
])('[S15] %s from day %d to day %d, saved and loaded anew before every step, is the same', (name, from, to) => {
  const world = createWorld(ruleset, setupFrom(scenarioText(`${name}.yaml`)), { seed: 1 });
  const begin = world.time;
  advance(world, begin + from * DAY);
  const plain = world.fork();
  const steps = liveHeavily(world, begin + to * DAY);
  expect(steps).toBeGreaterThanOrEqual((to - from) * 24);
  advance(plain, world.time);
  expect(world.hash()).toBe(plain.hash());
  expect(historyOf(world)).toEqual(historyOf(plain));
});

test('thirty nights draw no luck twice, and end in sound worlds', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const world = night(setup, { seed, debug: true });
    assertSound(world);
  }
  const siege = setupFrom(scenarioText('siege-of-the-compound.yaml'));
  for (let seed = 1; seed <= 3; seed++) assertSound(night(siege, { seed, debug: true }));
});

test.each([
  ['siege-of-the-compound', 12],
  ['hungry-winter', 110],
  ['a-good-year', 12],
])('%s for %i days draws no luck twice, ends in a sound world, and is the same with its hidden edges', (name, days) => {
  const scenario = setupFrom(scenarioText(`${name}.yaml`));
  const [plain, traced] = [{ debug: true }, { trace: true }].map((options) => {
    const world = createWorld(ruleset, scenario, { seed: 2, ...options });
    advance(world, world.time + days * DAY);
    return world;
  });
  assertSound(plain);
  expect(traced.hash()).toBe(plain.hash());
  expect(historyOf(traced)).toEqual(historyOf(plain));
});

test('the log of hidden edges changes neither state nor history', () => {
  const siege = setupFrom(scenarioText('siege-of-the-compound.yaml'));
  for (const [scenario, seed] of [...[1, 2, 3, 4, 5].map((each) => [setup, each] as const), [siege, 1] as const]) {
    const [traced, plain] = [night(scenario, { seed, trace: true }), night(scenario, { seed })];
    expect(traced.trace.size().frames).toBeGreaterThan(0);
    expect(plain.trace.size().frames).toBe(0);
    expect(traced.hash()).toBe(plain.hash());
    expect(historyOf(traced)).toEqual(historyOf(plain));
  }
});

describe('nothing that looks at a world changes it', () => {
  /** For each command that can be refused something that might be given. */
  const GIVEN: Readonly<Record<string, object>> = {
    move: { who: 'Joss', to: 'yard' },
    'move stock': { good: 'food', amount: 100, from: 'farmhouse', to: 'yard' },
    'move thing': { weapon: 'shotgun', from: 'yard', to: 'farmhouse' },
    order: { by: 'Marit', do: 'hold', to: 'yard', squad: 'all' },
  };
  /** Ways of looking, each as thorough as anybody could wish. */
  const LOOKS: Readonly<Record<string, (world: World) => unknown>> = {
    'reading events and mutes': (world) => [...eventsOf(world)].map((event) => muteOf(world, event.id)),
    'telling it as lines': (world) =>
      [chronicleLines(world), ...ruleset.systems.map((system) => systemLines(world, system.id))].join(''),
    'telling it in a voice': (world) => [chronicleVoice(toldOf(world)), nightEntries(toldOf(world))],
    'judging outcomes': (world) =>
      ruleset.conditions.map((each) => {
        const names = { places: 'granary', groups: 'Aldersyke', people: 'Marit' };
        return [each.truth(world, names), each.because?.(world, names)];
      }),
    'asking what could be ordered': (world) =>
      ruleset.commands.flatMap((each) => (each.refuse === null ? [] : [each.refuse(world, GIVEN[each.id] as never)])),
    'checking the scenario': (world) => checkSetup(ruleset, world.recipe.setup),
    'asking what people know': (world) =>
      Array.from({ length: world.of(person).count }, (_, who) => claimsOf(world, who)),
    'reckoning chances': (world) => [0, 1, 2].map((who) => hitChance(world, who, who + 3)),
    hashing: (world) => [world.hash(), world.hashBySystem()],
    'saving and loading': (world) => load(world.recipe, save(world)).hash(),
    'hearing what people weigh in a fork of it': (world) =>
      [0, 3, 7].map((who) => whyNot(world, overhear(world.fork(), who, endOf(setup)))),
    'living a fork of it': (world) => advance(world.fork({ trace: true }), endOf(setup)),
  };
  const midFight = createWorld(ruleset, setup, { seed: 2 });
  advance(midFight, endOf(setup), (world) => all(world, 'shooting/shot').length < 40);

  test('every command that can be refused is asked', () => {
    const refusing = ruleset.commands.filter(({ refuse }) => refuse !== null).map(({ id }) => id);
    expect(refusing.sort()).toEqual(Object.keys(GIVEN));
  });

  test.each(Object.keys(LOOKS))('%s', (name) => {
    for (const world of [midFight, night(setup, { seed: 2 })]) {
      const [bytes, hash] = [save(world), world.hash()];
      LOOKS[name](world);
      LOOKS[name](world);
      expect(world.hash()).toBe(hash);
      expect(Buffer.compare(Buffer.from(save(world)), Buffer.from(bytes))).toBe(0);
    }
  });
});

/** The chronicle as voices want it. */
function toldOf(world: World): Told[] {
  const start = beginOf(world.recipe.setup);
  return [...eventsOf(world)].map((event) => {
    const { words } = event.entry;
    return {
      id: event.id,
      key: event.key,
      time: event.time - start,
      kind: event.kind,
      weight: typeof words.weight === 'function' ? words.weight(event.fields as never) : words.weight,
      clause: words.tell(event.fields as never),
      roles: entitiesOf(world, event),
      because: event.because.map(({ id, as, group }) => {
        const cause = readEvent(world, id);
        const say = cause.entry.words.asReason ?? cause.entry.words.tell;
        const clause = say(cause.fields as never);
        return { id, as, group, clause, roles: entitiesOf(world, cause), time: cause.time - start, kind: cause.kind };
      }),
    };
  });
}
