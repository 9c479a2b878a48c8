import { expect, test } from 'vitest';
import { remembering } from './executor.ts';
import type { Executor } from './executor.ts';
import type { Fork, ForkAnswer } from './fork.ts';

const forkTo = (until: number): Fork => ({ from: 0, added: [], until });
/** Answers by what was asked, so that answers that were mixed up show. */
const answerTo = ({ until }: Fork): ForkAnswer => ({ happenings: [], verdicts: { until } });

/** Lives nothing, and notes what it was asked to; stops after `patience` forks. */
function noting(patience = Infinity): Executor & { asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    live: (forks, hooks) => {
      const answers = forks.map((fork, at) => {
        if (asked.length === patience) throw new Error('stopped');
        asked.push(fork.until);
        hooks?.onAnswer?.(answerTo(fork), at);
        hooks?.onLived?.(at + 1, forks.length);
        return answerTo(fork);
      });
      return Promise.resolve(answers);
    },
  };
}
const untils = (answers: readonly ForkAnswer[]): unknown[] => answers.map(({ verdicts }) => verdicts['until']);

test('no fork is lived twice, neither in one question nor in the next, and the answers keep their places', async () => {
  const executor = noting();
  const known = remembering(executor, new Map());
  expect(untils(await known.live([forkTo(3), forkTo(1), forkTo(3)]))).toEqual([3, 1, 3]);
  expect(untils(await known.live([forkTo(2), forkTo(1), forkTo(3)]))).toEqual([2, 1, 3]);
  expect(executor.asked).toEqual([3, 1, 2]);
});

test('forks that are answered already count as done from the start', async () => {
  const known = remembering(noting(), new Map());
  await known.live([forkTo(1), forkTo(2)]);
  const seen: string[] = [];
  await known.live([forkTo(1), forkTo(5), forkTo(2), forkTo(6)], { onLived: (done, of) => seen.push(`${done}/${of}`) });
  expect(seen).toEqual(['2/4', '3/4', '4/4']);
});

test('what was lived before the work was stopped is kept', async () => {
  const answers = new Map<string, ForkAnswer>();
  const forks = [1, 2, 3, 4].map(forkTo);
  await expect(async () => await remembering(noting(2), answers).live(forks)).rejects.toThrow('stopped');
  const executor = noting();
  expect(untils(await remembering(executor, answers).live(forks))).toEqual([1, 2, 3, 4]);
  expect(executor.asked).toEqual([3, 4]);
});
