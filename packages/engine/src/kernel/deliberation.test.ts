import { describe, expect, test, vi } from 'vitest';
import { whyNot } from '@anchorhold/story';
import { mill } from '../../test/mill.fixture.ts';
import { clash, endOf, farm, live, scenarioText, setupFrom, who } from '../../test/night.fixture.ts';
import { ruleset } from '../rules.ts';
import { courses } from '../systems/conduct/course.ts';
import { notice } from '../systems/sight/state.ts';
import { createWorld } from './create.ts';
import { Observer, overhear, weighed } from './deliberation.ts';
import type { Considered, Deliberation } from './deliberation.ts';
import { historyOf } from './heavy.fixture.ts';
import { advance } from './live.ts';
import { save } from './save.ts';
import { person } from './tables.ts';
import type { World } from './world.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Every hidden edge of a world: what each event rests on. */
const edges = (world: World): string =>
  Array.from({ length: world.chronicle.length }, (_, i) => [...world.trace.parents(2 * (i + 1))].join()).join(';');

describe('hearing what somebody weighs changes nothing', () => {
  test('of a night at the farm: neither state, nor history, nor hidden edges, whoever is heard', () => {
    const setup = farm();
    const unheard = createWorld(ruleset, setup, { seed: 2, trace: true });
    advance(unheard, endOf(setup));
    const names = ['Marit', 'Rourke', 'Joss'];
    for (const name of names) {
      // In a debug world luck that is drawn twice throws.
      const heard = createWorld(ruleset, setup, { seed: 2, trace: true, debug: true });
      expect(overhear(heard, who(heard, name), endOf(setup)).length).toBeGreaterThan(0);
      expect(heard.hash()).toBe(unheard.hash());
      expect(historyOf(heard)).toEqual(historyOf(unheard));
      expect(heard.trace.size()).toEqual(unheard.trace.size());
      expect(edges(heard)).toBe(edges(unheard));
    }
  });

  test('of minutes of the siege, whoever is heard', () => {
    const setup = setupFrom(scenarioText('siege-of-the-compound.yaml'));
    const start = createWorld(ruleset, setup, { seed: 7 });
    advance(start, start.time + 18 * 60);
    const until = start.time + 60;
    const unheard = start.fork();
    advance(unheard, until);
    for (const name of ['Jace', 'Leila', 'Pilar', 'Corliss', 'Petros']) {
      const heard = start.fork();
      overhear(heard, who(heard, name), until);
      expect(heard.hash()).toBe(unheard.hash());
      expect(historyOf(heard)).toEqual(historyOf(unheard));
    }
  });

  test('the observer is neither saved nor forked along, and is gone afterwards', () => {
    const world = mill();
    clash(world, 'the band');
    const bytes = save(world);
    world.observer = new Observer(0);
    expect(Buffer.compare(Buffer.from(save(world)), Buffer.from(bytes))).toBe(0);
    expect(world.fork().observer).toBeNull();
    overhear(world, 0, world.time + 5);
    expect(world.observer).toBeNull();
  });
});

describe('what is heard', () => {
  test('is the last of each matter, in the order of time, and of nobody else', () => {
    const world = mill();
    clash(world, 'the band');
    const heard = overhear(world, who(world, 'Bram'), world.time + 30);
    const matters = heard.map(({ matter }) => matter.id);
    expect(new Set(matters).size).toBe(matters.length);
    expect(matters).toContain('conduct/choice');
    expect(heard.map(({ time }) => time)).toEqual(heard.map(({ time }) => time).sort((a, b) => a - b));
    expect(heard.every(({ who: of, time }) => of === who(world, 'Bram') && time > world.time - 6)).toBe(true);
  });

  test('is told within an open decision without becoming a part of it', () => {
    const world = createWorld(ruleset, farm(), { trace: true });
    world.observer = new Observer(0);
    const { alarmed } = world.of(notice);
    world.trace.writer = 2;
    alarmed.put(0, 1);
    world.trace.writer = 0;
    const clause = { verb: 'do', subject: { role: 'actor' } } as const;
    const read = (tell: boolean): number => {
      const before = world.trace.size().frames;
      const look = (): readonly Considered[] => (alarmed.at(0) === 1 ? [] : []);
      world.trace.open(0, world.time);
      if (tell) weighed(world, { id: 'test', ask: 'what', weight: 'turn', clause }, look, { actor: [person, 0] });
      else look();
      world.trace.close();
      return world.trace.size().frames - before;
    };
    expect(read(true)).toBe(0);
    expect(read(false)).toBe(1);
  });

  test('says of every course what it offers, or else what keeps somebody from it', () => {
    const setup = setupFrom(scenarioText('siege-of-the-compound.yaml'));
    const start = createWorld(ruleset, setup, { seed: 7 });
    advance(start, start.time + 17 * 60);
    const failed = new Set<string>();
    for (let minute = 0; minute < 5; minute++) {
      for (let each = minute; each < start.of(person).count; each += 5) {
        const world = start.fork();
        const choice = overhear(world, each, world.time + 5).find(({ matter }) => matter.id === 'conduct/choice');
        if (choice !== undefined) mustBeWhole(world, choice, failed);
      }
      live(start, 60);
    }
    expect(failed.size).toBeGreaterThan(20);
  });
});

function mustBeWhole(world: World, choice: Deliberation, failed: Set<string>): void {
  expect(choice.considered.filter(({ chosen }) => chosen)).toHaveLength(1);
  const ids = new Set(choice.considered.map(({ id }) => id));
  for (const course of world.ruleset.filled(courses)) expect(ids).toContain(course.id);
  for (const { failed: why, score, chosen } of choice.considered) {
    expect(chosen || why !== null || score !== null).toBe(true);
    if (why !== null) expect(chosen).toBe(false);
  }
  for (const { options } of whyNot(world, [choice])) {
    for (const { id, failed: why, option } of options) {
      expect(option).toMatch(/^to \S/);
      expect(`${option} ${why ?? ''}`).not.toMatch(/undefined|NaN|somebody's|_|\brole\b|\d{3,}/);
      if (why !== null) failed.add(`${id} ${why.split(' ').slice(1, 4).join(' ')}`);
    }
  }
}
