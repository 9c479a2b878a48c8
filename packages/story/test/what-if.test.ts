import { reroll, save } from '@anchorhold/engine';
import type { LogEntry } from '@anchorhold/engine';
import { describe, expect, test } from 'vitest';
import { compareWorlds, liveInMemory, whatIf, withholding, worldOf } from '@anchorhold/story';
import type { WhatIf } from '@anchorhold/story';
import { ANSWERS_AFTER, BEGIN, LASTS, RINGS, SLEEPS, SLEEPS_LATER, bellRules, bellSetup } from './bells.fixture.ts';

const setup = bellSetup();
const lived = liveInMemory(bellRules, setup);
const idOf = (kind: string, within = lived): number => within.happenings.find((each) => each.kind === kind)!.id;
const without = (kind: string, within = lived): Promise<WhatIf> =>
  whatIf(within, withholding(within, [idOf(kind, within)]));
const ring = (after: number, strokes: number): LogEntry => ({ at: BEGIN + after, command: 'ring', value: { strokes } });

describe('a history beside one that was lived otherwise', () => {
  test('[T11] without its cause an event falls away, and what hung on that comes later', async () => {
    const found = await without('bells/rang');
    expect(found.withheld).toMatchObject([{ kind: 'bells/rang', time: RINGS, text: 'Ann rang.' }]);
    expect(found.vanished).toMatchObject([
      { kind: 'bells/answered', time: RINGS + ANSWERS_AFTER, text: 'Bede answered.' },
    ]);
    expect(found.moved).toMatchObject([
      { before: { time: SLEEPS }, after: { time: SLEEPS_LATER, text: 'Cass fell asleep.' } },
    ]);
    expect([found.appeared, found.changed, found.given, found.putOff]).toEqual([[], [], [], []]);
    expect(found.outcome).toEqual({
      before: { 'Cass sleeps': true, 'Cass sleeps soon': true },
      after: { 'Cass sleeps': true, 'Cass sleeps soon': false },
    });
  });

  test('they part where the first thing differs beyond the change itself, to the second', async () => {
    const parts = (await without('bells/rang')).parts!;
    expect(parts).toMatchObject({ time: RINGS + ANSWERS_AFTER, before: { text: 'Bede answered.' }, after: null });
    expect(parts.text).toBe('In the run alone: Bede answered.');
    expect((await without('bells/slept')).parts!.time).toBe(SLEEPS + 61);
    expect((await whatIf(lived, [ring(20, 3)])).parts).toMatchObject({
      time: 25,
      before: null,
      after: { text: 'Bede answered.' },
    });
  });

  test('what is withheld for a minute only comes about all the same, and is told apart from what came of it', async () => {
    const found = await without('bells/slept');
    expect(found.putOff).toMatchObject([{ before: { time: SLEEPS }, after: { time: SLEEPS + 61 } }]);
    expect([found.vanished, found.appeared, found.moved, found.changed]).toEqual([[], [], [], []]);
    expect(found.same).toBe(found.events);
    expect(found.sameEnd).toBe(true);
  });

  test('the change itself is what was given; another result is a change, and says in what', async () => {
    const found = await whatIf(lived, [...withholding(lived, [idOf('bells/rang')]), ring(RINGS + 61, 9)]);
    expect(found.given).toMatchObject([{ kind: 'bells/rang', time: RINGS + 61 }]);
    const at = await whatIf(lived, [{ ...ring(RINGS, 9), at: BEGIN + RINGS + 1 }]);
    expect(at.changed).toMatchObject([
      { before: { time: 15 }, after: { time: 16, text: 'Bede answered.' }, fields: ['strokes'] },
    ]);
  });

  test('nothing that is like it before and after is counted as other', async () => {
    const found = await without('bells/rang');
    const winds = lived.happenings.filter(({ kind, time }) => kind === 'bells/blew' && time >= BEGIN + RINGS).length;
    expect(found.same).toBe(winds);
    expect(found.events).toBe(winds + 2);
  });

  test('a change of which nothing comes gives no differences', async () => {
    for (const added of [
      [reroll(BEGIN + 50, 4)],
      withholding(lived, [idOf('bells/rang')]).map((each) => ({
        ...each,
        value: { ...(each.value as object), from: BEGIN + 250, to: BEGIN + 260 },
        at: BEGIN + 250,
      })),
    ]) {
      const found = await whatIf(lived, added);
      expect([found.parts, found.vanished, found.appeared, found.moved, found.changed]).toEqual([null, [], [], [], []]);
      expect([found.same, found.sameEnd, found.people]).toEqual([found.events, true, []]);
    }
  });

  test('withholding again what is withheld already changes nothing', async () => {
    const added = withholding(lived, [idOf('bells/rang')]);
    const fork = liveInMemory(bellRules, setup, { log: added });
    const found = await whatIf(fork, added);
    expect([found.parts, found.withheld, found.sameEnd]).toEqual([null, [], true]);
  });

  test('it says for how long the change holds, and what luck holds', async () => {
    expect((await without('bells/rang')).scope).toMatch(
      /^For a minute what is withheld cannot happen,.* All other luck is as it was\. .*ten seconds/,
    );
    expect((await whatIf(lived, [reroll(BEGIN + 50, 4)])).scope).toMatch(/^Luck that is not drawn anew is as it was\./);
  });

  test('asked twice it answers the same, and the run stays as it was', async () => {
    const before = save(lived.end);
    const [one, two] = [await without('bells/rang'), await without('bells/rang')];
    expect(two).toEqual(one);
    expect(save(lived.end)).toEqual(before);
  });

  test('a run that was kept beyond its end is compared until its end', async () => {
    const longer = liveInMemory(bellRules, setup, { beyond: 200 });
    expect(await without('bells/rang', longer)).toEqual(await without('bells/rang'));
    expect(lived.until).toBe(BEGIN + LASTS);
  });

  test('it can be stopped, and asks for a change', async () => {
    await expect(whatIf(lived, [])).rejects.toThrow(RangeError);
    expect(() => compareWorlds(lived.end, worldOf(lived, { from: BEGIN + 1, added: [] }), [])).toThrow(RangeError);
  });
});
