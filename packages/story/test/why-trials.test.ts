import { luckAt, reroll } from '@anchorhold/engine';
import type { LogEntry } from '@anchorhold/engine';
import { describe, expect, test } from 'vitest';
import { chroniclesOf, inThisThread, testCauses, testWhy, whyOf } from '../src/index.ts';
import type { Lived, Tested } from '../src/index.ts';
import { otherLuck } from '../src/forks/redrawn.ts';
import { fallOf, liveKnown, pushOf } from './known-truth.fixture.ts';
import type { KnownHistory } from './known-truth.fixture.ts';

const REDRAWS = 4;

/** What comes of withholding pushes, each list at once, for the fall of the mill. */
async function tested(name: KnownHistory, pushes: readonly (readonly string[])[]): Promise<Tested[]> {
  const lived = liveKnown(name);
  const causes = pushes.map((who) => who.map((each) => pushOf(lived, each)));
  return await testCauses(lived, inThisThread(lived), fallOf(lived), causes, { redraws: REDRAWS });
}
const seen = ({ effect, moved, came, undone }: Tested): unknown[] => [effect, moved, undone / came];

describe('withholding a cause whose truth is known', () => {
  test('one needed cause: without it the effect vanishes, under any luck', async () => {
    const [needed, idle] = await tested('one needed cause', [['Ada'], ['Ben']]);
    expect(seen(needed!)).toEqual(['vanished', null, 1]);
    expect(seen(idle!)).toEqual(['none', 0, 0]);
  });

  test('two redundant causes: neither is needed, both together are', async () => {
    const found = await tested('two redundant causes', [['Ada'], ['Ben'], ['Ada', 'Ben']]);
    expect(found.map(seen)).toEqual([
      ['none', 0, 0],
      ['none', 0, 0],
      ['vanished', null, 1],
    ]);
  });

  test('two needed together: each is needed', async () => {
    const found = await tested('two needed together', [['Ada'], ['Ben'], ['Ada', 'Ben']]);
    expect(found.map(seen)).toEqual([
      ['vanished', null, 1],
      ['vanished', null, 1],
      ['vanished', null, 1],
    ]);
  });

  test('a chain: its first link is needed for its last, what hangs on it idly is not', async () => {
    const [first, idle] = await tested('a chain', [['Ada'], ['Ben']]);
    expect(seen(first!)).toEqual(['vanished', null, 1]);
    expect(seen(idle!)).toEqual(['none', 0, 0]);
  });

  test('a cause that only advances the moment: without it the effect comes three hours later', async () => {
    const [advances, spare] = await tested('a cause that only advances the moment', [['Ada'], ['Ben']]);
    expect(seen(advances!)).toEqual(['moved', 3 * 3600, 0]);
    expect(seen(spare!)).toEqual(['none', 0, 0]);
  });

  test('a cause that only changes the manner: without it the effect comes otherwise', async () => {
    const [manner, other] = await tested('a cause that only changes the manner', [['Ada'], ['Ben']]);
    expect(seen(manner!)).toEqual(['changed', 0, 0]);
    expect(seen(other!)).toEqual(['none', 0, 0]);
  });

  test('luck: only redraws in which the effect comes about say anything, and there it is needed', async () => {
    const lived = seedThatFalls();
    const causes = [[pushOf(lived, 'Ada')]];
    const ask = (redraws: number): Promise<Tested[]> =>
      testCauses(lived, inThisThread(lived), fallOf(lived), causes, { redraws });
    const [found] = await ask(40);
    expect(found!.effect).toBe('vanished');
    expect(found!.came).toBeGreaterThan(10);
    expect(found!.came).toBeLessThan(30);
    expect(found!.undone).toBe(found!.came);
    expect(await ask(40)).toEqual([found]);
    expect(await ask(0)).toEqual([{ ...found, came: 0, undone: 0 }]);
  });

  test('luck is drawn anew also after a moment from which the log of the run draws its own', async () => {
    const lived = seedThatFalls([reroll(7 * 3600 + 45 * 60, 1)]);
    const causes = [[pushOf(lived, 'Ada')]];
    const [found] = await testCauses(lived, inThisThread(lived), fallOf(lived), causes, { redraws: 40 });
    expect(found!.came).toBeGreaterThan(10);
    expect(found!.came).toBeLessThan(30);
    // The salt of the run is one luck among others, and none of them is the one that was lived.
    const lucks = [1, 2, 3].map((salt) => luckAt(otherLuck(lived, 7 * 3600 + 1, salt), 8 * 3600).salt);
    expect(new Set([1, ...lucks]).size).toBe(4);
  });

  test('an event cannot be withheld as its own cause', async () => {
    const lived = liveKnown('one needed cause');
    const id = fallOf(lived);
    const [found] = await testCauses(lived, inThisThread(lived), id, [[id]], { redraws: 2 });
    expect(found).toEqual({ ids: [id], effect: null, moved: null, instead: null, came: 0, undone: 0 });
  });

  test('an event that there is not is refused', async () => {
    const lived = liveKnown('one needed cause');
    const ask = (effect: number, cause: number): Promise<Tested[]> =>
      testCauses(lived, inThisThread(lived), effect, [[cause]], { redraws: 0 });
    await expect(ask(99, 1)).rejects.toThrow('there is no event 99');
    await expect(ask(fallOf(lived), 99)).rejects.toThrow('there is no event 99');
  });
});

/** A history in which it is a matter of luck whether the mill falls, and it does. */
function seedThatFalls(log: readonly LogEntry[] = []): Lived {
  for (let seed = 1; seed < 20; seed++) {
    const lived = liveKnown('two needed together, and luck', { seed, log });
    if (lived.happenings.some(({ kind }) => kind === 'known/fell')) return lived;
  }
  throw new Error('in twenty lucks it never fell');
}

describe('a why that is tested', () => {
  test('says of each cause and of all together what came of withholding it, and changes nothing', async () => {
    const lived = liveKnown('any two of three');
    const before = lived.end.hash();
    const why = whyOf(chroniclesOf(lived.end), fallOf(lived));
    const answer = await testWhy(why, lived, inThisThread(lived), { redraws: REDRAWS });
    const all = answer.causes.flatMap((cause) => [cause, ...cause.because]);
    const whole = all.find(({ ids }) => ids.length === 3)!;
    expect([whole.effect, whole.needed]).toEqual(['vanished', 1]);
    const parts = all.filter(({ ids }) => ids.length === 1);
    for (const part of parts) expect([part.effect, part.needed]).toEqual(['none', 0]);
    expect(answer.causes.map(({ text, ids }) => [text, ids])).toEqual(why.causes.map(({ text, ids }) => [text, ids]));
    expect(why.causes.every(({ test: tried }) => tried === null)).toBe(true);
    expect(answer.scope).toContain('four others');
    expect(lived.end.hash()).toBe(before);
  });

  test('can be stopped', async () => {
    const lived = liveKnown('any two of three');
    const why = whyOf(chroniclesOf(lived.end), fallOf(lived));
    const stopper = new AbortController();
    const work = testWhy(why, lived, inThisThread(lived), {
      redraws: REDRAWS,
      signal: stopper.signal,
      onLived: () => stopper.abort(new Error('enough')),
    });
    await expect(work).rejects.toThrow('enough');
  });
});
