import { describe, expect, test } from 'vitest';
import { reroll, save } from '@anchorhold/engine';
import { CreditError, credit, inThisThread, outcomesIn, sayCredit } from '../src/index.ts';
import type {
  AskedOutcome,
  Credit,
  CreditOptions,
  CreditSaid,
  Executor,
  Fork,
  ForkAnswer,
  Lived,
} from '../src/index.ts';
import { fallOf, knownRules, liveKnown, pushOf } from './known-truth.fixture.ts';
import type { KnownHistory } from './known-truth.fixture.ts';

/** One of the scenario's outcomes, or its contrary. */
function asked(lived: Lived, name: string, not = false): AskedOutcome {
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
    // From just after the last event of the act.
    expect(joined.scope.redrawnFrom).toBe(8 * 3600 + 1);
    expect(joined.acts).toMatchObject([{ events: [first, second], actor: 'Ada', needed: 1, share: 1 }]);
  });

  test('what is done twice in one second is withheld as a whole, whichever of the two is named', async () => {
    const push = { at: 6 * 3600 + 1800, command: 'push', value: { who: 'Cleo', on: 'mill' } };
    const lived = liveKnown('one needed cause', { log: [push, push] });
    const { outcome } = asked(lived, FALLS);
    const soon = { outcome: { ...outcome, at: 6 * 3600 + 2700 } };
    const first = pushOf(lived, 'Cleo');
    for (const id of lived.happenings.filter(({ key }) => key === lived.happenings[first - 1]!.key).map((e) => e.id)) {
      const found = await credit(lived, inThisThread(lived), soon, { redraws: 1, acts: [[id]] });
      expect(of(found, 'needed')).toEqual([1]);
    }
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

describe('under other luck', () => {
  /** Seed 2 lets the mill fall; whether it does under another luck is a matter of one draw. */
  const live = (): Lived => liveKnown('two needed together, and luck', { seed: 2 });

  test('what is credited is a mean over lucks that every combination shares', async () => {
    const found = await ask(live(), ['Ada', 'Ben'], { redraws: 40 });
    const { all, none, came, effect } = found.whole;
    expect(came.all).toBeGreaterThan(8);
    expect(came.all).toBeLessThan(32);
    expect([all, none]).toEqual([came.all / 40, 0]);
    expect(of(found, 'needed')).toEqual([all, all]);
    expect(of(found, 'responsibility')).toEqual([all, all]);
    expect(of(found, 'share')).toEqual([all / 2, all / 2]);
    expect(found.joint).toEqual([{ acts: [0, 1], redraws: came.all }]);
    const [low, high] = found.acts[0]!.interval;
    expect(low).toBeLessThan(effect / 2);
    expect(high).toBeGreaterThan(effect / 2);
  });

  test('a combination has the luck of all others: what differs between them the acts have made', async () => {
    const found = await ask(liveKnown('two redundant causes, and luck', { seed: 2 }), ['Ada', 'Ben'], { redraws: 40 });
    const { all, came } = found.whole;
    expect(came.all).toBeGreaterThan(8);
    expect(came.all).toBeLessThan(32);
    expect(of(found, 'needed')).toEqual([0, 0]);
    expect(of(found, 'share')).toEqual([all / 2, all / 2]);
    expect(found.redundant).toEqual([{ acts: [0, 1], redraws: came.all }]);
    expect(found.joint).toEqual([]);
  });

  test('luck is drawn anew also where the log of the run draws its own later', async () => {
    const lived = liveKnown('two needed together, and luck', { seed: 2, log: [reroll(7 * 3600 + 45 * 60, 1)] });
    const so = lived.happenings.some(({ kind }) => kind === 'known/fell');
    const acts = [[pushOf(lived, 'Ada')]];
    const found = await credit(lived, inThisThread(lived), asked(lived, FALLS, !so), { redraws: 40, acts });
    expect(found.whole.came.all).toBeGreaterThan(10);
    expect(found.whole.came.all).toBeLessThan(30);
  });

  test('luck is drawn anew from just after the last act, and not at all where no moment is left for it', async () => {
    const found = await ask(live(), ['Ada', 'Ben']);
    expect(found.scope).toMatchObject({
      redrawnFrom: 7.5 * 3600 + 1,
      redraws: 6,
      lucks: 6,
      coalitions: 4,
      suggested: false,
    });
    const lived = liveKnown('two needed together');
    const { outcome } = asked(lived, FALLS);
    const now = await credit(
      lived,
      inThisThread(lived),
      { outcome: { ...outcome, at: 7.5 * 3600 } },
      {
        acts: [[pushOf(lived, 'Ada')], [pushOf(lived, 'Ben')]],
      },
    );
    expect(now.scope).toMatchObject({ redraws: 0, lucks: 1 });
    expect(of(now, 'share')).toEqual([1 / 2, 1 / 2]);
  });

  test('the shares sum to the whole effect', async () => {
    const { acts, whole } = await ask(live(), ['Ada', 'Ben'], { redraws: 7 });
    expect(acts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(whole.effect, 12);
    expect(whole.effect).toBeCloseTo(whole.all - whole.none, 12);
  });

  test('asked twice it gives the same answer, and so it does where the last fork is answered first', async () => {
    const lived = live();
    const first = await ask(lived, ['Ada', 'Ben']);
    expect(await ask(live(), ['Ada', 'Ben'])).toEqual(first);
    const backwards: Executor = {
      live: async (forks, hooks = {}) => {
        const onAnswer = (answer: ForkAnswer, at: number): void => hooks.onAnswer?.(answer, forks.length - 1 - at);
        return (await inThisThread(lived).live([...forks].reverse(), { ...hooks, onAnswer })).reverse();
      },
    };
    const acts = [[pushOf(lived, 'Ada')], [pushOf(lived, 'Ben')]];
    expect(await credit(lived, backwards, asked(lived, FALLS), { redraws: 6, acts })).toEqual(first);
  });

  test('asking leaves the world of the run as it was', async () => {
    const lived = live();
    const [hash, bytes] = [lived.end.hash(), save(lived.end)];
    await credit(lived, inThisThread(lived), asked(lived, FALLS), { redraws: 3 });
    expect(lived.end.hash()).toBe(hash);
    expect(save(lived.end)).toEqual(bytes);
  });
});

describe('how it is lived', () => {
  test('no fork is lived twice, and what is done is counted over all stages to the end', async () => {
    const lived = liveKnown('any two of three');
    const seen: string[] = [];
    const watched: Executor = {
      live: async (forks, hooks) => {
        seen.push(...forks.map((fork: Fork) => JSON.stringify(fork)));
        return await inThisThread(lived).live(forks, hooks);
      },
    };
    const counts: [number, number][] = [];
    await credit(lived, watched, asked(lived, FALLS), {
      redraws: 2,
      onLived: (done, of) => void counts.push([done, of]),
    });
    expect(new Set(seen).size).toBe(seen.length);
    expect(counts.at(-1)![0]).toBe(counts.at(-1)![1]);
    const done = counts.map(([each]) => each);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  test('it can be broken off', async () => {
    const lived = liveKnown('any two of three');
    const stop = new AbortController();
    const question = ask(lived, ['Ada', 'Ben', 'Cleo'], {
      signal: stop.signal,
      onLived: (done) => {
        if (done === 3) stop.abort(new Error('enough'));
      },
    });
    await expect(question).rejects.toThrow('enough');
  });
});

describe('acts that nobody named', () => {
  const suggested = async (name: KnownHistory, not = false): Promise<string[]> => {
    const lived = liveKnown(name, { seed: 2 });
    const found = await credit(lived, inThisThread(lived), asked(lived, FALLS, not), { redraws: 2 });
    expect(found.scope.suggested).toBe(true);
    return found.acts.map(({ actor }) => actor);
  };

  test('are those without which it would have come otherwise', async () => {
    expect(await suggested('one needed cause')).toEqual(['Ada']);
    expect(await suggested('two needed together')).toEqual(['Ada', 'Ben']);
    expect(await suggested('a chain')).toEqual(['Ada']);
  });

  test('and those that make no difference alone but do together', async () => {
    expect(await suggested('two redundant causes')).toEqual(['Ada', 'Ben']);
    expect(await suggested('any two of three')).toHaveLength(2);
  });

  test('also where something did not come about because of them', async () => {
    expect(await suggested('held back', true)).toEqual(['Ben']);
  });
});

describe('a question that cannot be put', () => {
  const lived = liveKnown('two needed together');
  const [ada, ben, fall] = [pushOf(lived, 'Ada'), pushOf(lived, 'Ben'), fallOf(lived)];
  const put = (acts: readonly (readonly number[])[], about: AskedOutcome = asked(lived, FALLS)): Promise<Credit> =>
    credit(lived, inThisThread(lived), about, { redraws: 1, acts });

  test.each([
    ['an unknown event', [[99]], 'There is no event 99 in this run: it has 3.'],
    ['event 0', [[0]], 'There is no event 0 in this run'],
    ["nobody's doing", [[fall]], `Event ${fall} is nobody's doing`],
    ['an event twice', [[ada], [ada]], `Event ${ada} is named twice.`],
    ['an event twice in one act', [[ada, ada]], `Event ${ada} is named twice.`],
    ['two people in one act', [[ada, ben]], `Events ${ada} and ${ben} were done by two people.`],
    ['no act', [], 'Name one act at least.'],
    ['an empty act', [[]], 'An act without events is none.'],
    ['nine acts', Array.from({ length: 9 }, (_, i) => [i + 1]), '9 acts are too many'],
  ])('%s is refused', async (_, acts, message) => {
    await expect(put(acts)).rejects.toThrow(CreditError);
    await expect(put(acts)).rejects.toThrow(message);
  });

  test('an act after the moment of the outcome is refused', async () => {
    const { outcome } = asked(lived, 'stones fallen');
    await expect(put([[ada], [ben]], { outcome: { ...outcome, at: 7 * 3600 } })).rejects.toThrow(
      `Event ${ben} came after the outcome's moment`,
    );
  });

  test('a moment outside the run is refused, and the contrary of a number', async () => {
    const { outcome } = asked(lived, FALLS);
    await expect(put([[ada]], { outcome: { ...outcome, at: 5 * 3600 } })).rejects.toThrow('lies outside this run');
    await expect(put([[ada]], asked(lived, 'stones fallen', true))).rejects.toThrow('has no contrary');
  });

  test('for what did not come about there is no credit', async () => {
    await expect(put([[ada]], asked(lived, FALLS, true))).rejects.toMatchObject({
      trouble: 'not-so',
      message: `"not ${FALLS}" did not come about, so nobody brought it about. Ask who did the contrary: "${FALLS}"`,
    });
  });

  test('no redraws at all are refused', async () => {
    await expect(ask(lived, ['Ada'], { redraws: 0 })).rejects.toThrow('0 redraws cannot be lived');
  });
});

describe('in words', () => {
  const said = async (name: KnownHistory, who: readonly string[]): Promise<CreditSaid> => {
    const lived = liveKnown(name, { seed: 2 });
    return sayCredit(lived, await ask(lived, who));
  };

  test('acts that count only together are said to', async () => {
    const { acts, between, was, whole } = await said('two needed together', ['Ada', 'Ben']);
    expect(was).toBe('It was so at d1 12:00.');
    expect(acts.map(({ what }) => what)).toEqual(['Ada pushed the mill.', 'Ben pushed the mill.']);
    expect(acts[0]!.how).toBe('Without it this would not have come about in any of 6 redraws.');
    expect(between).toEqual([
      '1 and 2 count only together: neither alone changes anything, both do, in 6 of 6 redraws.',
    ]);
    expect(whole).toBe(
      'With all of these acts it comes about in 6 of 6 redraws, with none of them in 0. The shares sum to the difference: 1.',
    );
  });

  test('acts that stand in for each other are said to', async () => {
    const { acts, between } = await said('two redundant causes', ['Ada', 'Ben']);
    expect(acts[0]!.how).toBe(
      'It was not needed as things were; with others left out as well it would have made the difference.',
    );
    expect(between).toEqual(['1 and 2 stand in for each other: either would have been enough, in 6 of 6 redraws.']);
  });

  test('the largest share comes first, and an act without any is said to have made no difference', async () => {
    const { acts } = await said('one needed cause', ['Ben', 'Ada']);
    expect(acts.map(({ act, what, how }) => [act, what, how])).toEqual([
      [1, 'Ada pushed the mill.', 'Without it this would not have come about in any of 6 redraws.'],
      [0, 'Ben pushed the slab.', 'It made no difference.'],
    ]);
  });
});
