import { countWords } from '../english/numbers.ts';
import { list, plural } from '../english/nouns.ts';
import type { Executor } from '../forks/executor.ts';
import type { Lived } from '../forks/lived.ts';
import { blocksBehind } from './blocks.ts';
import type { Block } from './blocks.ts';
import { testCauses } from './trials.ts';
import type { TestOptions, Tested } from './trials.ts';
import type { Why, WhyCause } from './types.ts';

/** A why whose nearest causes were withheld, alone and together. */
export interface TestedWhy extends Why {
  /** Whole sorts of causes that were tried beside what is stated: all losses, all surprises. */
  readonly blocks: readonly WhyCause[];
}

/**
 * Test the nearest causes of an answer: each is withheld, and so is each part of those that are stated jointly, and all of a
 * sort where many add up. `lived` must be the run that the answer is about. Throws RangeError where it has no such event.
 */
export async function testWhy(why: Why, lived: Lived, executor: Executor, options: TestOptions): Promise<TestedWhy> {
  const stated = why.causes.flatMap((cause) => [cause, ...(cause.told.length === 0 ? cause.because : [])]);
  const names = new Set(stated.map(({ ids }) => nameOf(ids)));
  // The answer may count its seconds from the beginning of the run.
  const apart = lived.happenings[why.event.id - 1]!.time - why.event.time;
  const blocks = blocksBehind(lived, why.event.id)
    .filter(({ ids }) => !names.has(nameOf(ids)))
    .map((block) => blockCause(block, lived.happenings[block.ids.at(-1)! - 1]!.time - apart));
  const tried = [...stated, ...blocks];
  const results = await testCauses(
    lived,
    executor,
    why.event.id,
    tried.map(({ ids }) => ids),
    options,
  );
  const found = new Map(tried.map((cause, i) => [cause, results[i]!]));
  const tested = (cause: WhyCause): WhyCause => {
    const test = found.get(cause);
    const because = cause.because.map(tested);
    return test === undefined ? { ...cause, because } : { ...cause, because, ...verdictOf(test) };
  };
  return {
    ...why,
    scope: scopeOf(options.redraws),
    causes: why.causes.map(tested),
    blocks: blocks.map(tested),
  };
}

const nameOf = (ids: readonly number[]): string => [...ids].sort((a, b) => a - b).join(' ');

const verdictOf = (test: Tested): Pick<WhyCause, 'effect' | 'needed' | 'test'> => ({
  effect: test.effect,
  needed: test.came === 0 ? null : test.undone / test.came,
  test,
});

/** So many are named of a sort. */
const NAMED = 6;

function blockCause({ noun, ids, whom }: Block, time: number): WhyCause {
  const count = ids.length;
  const more = whom.length - NAMED;
  const names = more > 0 ? [...whom.slice(0, NAMED), `${countWords(more)} other${more === 1 ? '' : 's'}`] : whom;
  const named = names.length === 0 ? '' : `: ${list(names)}`;
  return {
    ids,
    told: ids,
    as: 'reason',
    joint: count > 1,
    time,
    text: `${count === 1 ? `The one ${noun}` : `${count === 2 ? 'Both' : `All ${countWords(count)}`} ${plural(noun)} together`}${named}.`,
    above: false,
    needed: null,
    effect: null,
    test: null,
    because: [],
    left: 0,
  };
}

function scopeOf(redraws: number): string {
  const lucks =
    redraws === 0
      ? 'The luck is that of the run.'
      : `The luck is that of the run, and then ${countWords(redraws)} other${redraws === 1 ? '' : 's'} from the cause on.`;
  return `A cause is withheld together with its like, for a minute of a fight at least and until the event. ${lucks}`;
}
