import { describe, expect, test } from 'vitest';
import { save } from '@anchorhold/engine';
import { credit, inThisThread, outcomesIn } from '../src/index.ts';
import type { Asked, Credit, CreditOptions, Executor, Fork, ForkAnswer, ForkHooks, Lived } from '../src/index.ts';
import { fallOf, knownRules, liveKnown, pushOf } from './known-truth.fixture.ts';

/** One of the scenario's outcomes, or its contrary. */
function asked(lived: Lived, name: string, not = false): Asked {
  const outcome = outcomesIn(knownRules, lived.end.recipe.setup).find((each) => each.name === name)!;
  return { outcome, not };
}

const FALLS = 'the mill falls';

/** Ask who brought the mill down; `who` are the people whose pushes are the acts. */
async function ask(lived: Lived, who: readonly string[], options: CreditOptions = {}): Promise<Credit> {
  const acts = who.map((name) => [pushOf(lived, name)]);
  return await credit(lived, inThisThread(lived), asked(lived, FALLS), { redraws: 6, acts, ...options });
}

const of = (found: Credit, field: 'needed' | 'responsibility' | 'share'): number[] =>
  found.acts.map((act) => act[field]);

describe('where the truth is known by construction', () => {
  test('the one needed cause has all of it, and what does nothing has none', async () => {
    const found = await ask(liveKnown('one needed cause'), ['Ada', 'Ben']);
    expect(of(found, 'needed')).toEqual([1, 0]);
    expect(of(found, 'responsibility')).toEqual([1, 0]);
    expect(of(found, 'share')).toEqual([1, 0]);
    expect([found.joint, found.redundant]).toEqual([[], []]);
  });

  test('[T11] of two acts without each of which it would have ended otherwise each is needed and has half, jointly', async () => {
    const found = await ask(liveKnown('two needed together'), ['Ada', 'Ben']);
    expect(of(found, 'needed')).toEqual([1, 1]);
    expect(of(found, 'responsibility')).toEqual([1, 1]);
    expect(of(found, 'share')).toEqual([1 / 2, 1 / 2]);
    expect(found.joint).toEqual([{ acts: [0, 1], redraws: 6 }]);
    expect(found.redundant).toEqual([]);
  });

  test('of two acts either of which is enough neither is needed, and each is half responsible', async () => {
    const found = await ask(liveKnown('two redundant causes'), ['Ada', 'Ben']);
    expect(of(found, 'needed')).toEqual([0, 0]);
    expect(of(found, 'responsibility')).toEqual([1 / 2, 1 / 2]);
    expect(of(found, 'share')).toEqual([1 / 2, 1 / 2]);
    expect(found.redundant).toEqual([{ acts: [0, 1], redraws: 6 }]);
    expect(found.joint).toEqual([]);
  });

  test('of any two of three none is needed, each is half responsible and has a third', async () => {
    const found = await ask(liveKnown('any two of three'), ['Ada', 'Ben', 'Cleo']);
    expect(of(found, 'needed')).toEqual([0, 0, 0]);
    expect(of(found, 'responsibility')).toEqual([1 / 2, 1 / 2, 1 / 2]);
    expect(of(found, 'share')).toEqual([1 / 3, 1 / 3, 1 / 3]);
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ].map((acts) => ({ acts, redraws: 6 }));
    expect([found.joint, found.redundant]).toEqual([pairs, pairs]);
  });

  test('at the head of a chain stands the act that everything follows from', async () => {
    const found = await ask(liveKnown('a chain'), ['Ada', 'Ben']);
    expect(of(found, 'needed')).toEqual([1, 0]);
    expect(of(found, 'responsibility')).toEqual([1, 0]);
    expect(of(found, 'share')).toEqual([1, 0]);
  });

  test('a cause that only advanced the moment was not needed, since the other would have done', async () => {
    const found = await ask(liveKnown('a cause that only advances the moment'), ['Ada', 'Ben']);
    expect(of(found, 'needed')).toEqual([0, 0]);
    expect(of(found, 'responsibility')).toEqual([1 / 2, 1 / 2]);
    expect(of(found, 'share')).toEqual([1 / 2, 1 / 2]);
    expect(found.redundant).toEqual([{ acts: [0, 1], redraws: 6 }]);
  });

  test('an act is withheld until the same is done again, and no longer', async () => {
    const lived = liveKnown('pushed twice');
    const [first, second] = [pushOf(lived, 'Ada'), pushOf(lived, 'Ada') + 1];
    const found = await credit(lived, inThisThread(lived), asked(lived, FALLS), {
      redraws: 2,
      acts: [[first], [second]],
    });
    expect(of(found, 'needed')).toEqual([1, 1]);
    expect(of(found, 'share')).toEqual([1 / 2, 1 / 2]);
    const joined = await credit(lived, inThisThread(lived), asked(lived, FALLS), {
      redraws: 2,
      acts: [[second, first]],
    });
    expect(joined.acts).toMatchObject([{ events: [first, second], actor: 'Ada', needed: 1, share: 1 }]);
  });

  test('of a measure the shares are amounts', async () => {
    const lived = liveKnown('one needed cause');
    const acts = ['Ada', 'Ben'].map((name) => [pushOf(lived, name)]);
    const found = await credit(lived, inThisThread(lived), asked(lived, 'stones fallen'), { redraws: 2, acts });
    expect(found).toMatchObject({ was: 2, whole: { all: 2, none: 0, effect: 2 } });
    expect(of(found, 'share')).toEqual([1, 1]);
  });

  test('blame for what did not come about is the same question', async () => {
    const lived = liveKnown('held back');
    const acts = [[pushOf(lived, 'Ada')], [pushOf(lived, 'Ben')]];
    const found = await credit(lived, inThisThread(lived), asked(lived, FALLS, true), { redraws: 2, acts });
    expect(found.outcome).toBe(`not ${FALLS}`);
    expect(of(found, 'needed')).toEqual([0, 1]);
    expect(of(found, 'share')).toEqual([-1 / 2, 1 / 2]);
  });
});
