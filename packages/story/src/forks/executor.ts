import { liveFork } from './fork.ts';
import type { Fork, ForkAnswer } from './fork.ts';
import type { Lived } from './lived.ts';

/** What every surrounding offers that the language does not name: browsers, workers and Node alike. */
declare function setTimeout(act: () => void, milliseconds: number): unknown;

/** What asks for an end of the work: any AbortSignal. */
export interface StopSignal {
  readonly aborted: boolean;
  /** Throws the reason where an end has been asked for. */
  throwIfAborted(): void;
}

export interface ForkHooks {
  /** Called after each fork that is done. */
  readonly onLived?: (done: number, of: number) => void;
  /** Called with each answer as soon as it is there, and the place of its fork in the list. */
  readonly onAnswer?: (answer: ForkAnswer, at: number) => void;
  /** Ends the work; the promise is rejected with the signal's reason. */
  readonly signal?: StopSignal;
}

/** Where forks are lived: in this thread, or on several. The answers come in the order of the forks, whatever came first. */
export interface Executor {
  live(forks: readonly Fork[], hooks?: ForkHooks): Promise<ForkAnswer[]>;
}

/** Lives forks one after the other, letting the thread's other work go on in between. Runs in browsers and workers too. */
export function inThisThread(lived: Lived): Executor {
  return {
    live: async (forks, { onLived, onAnswer, signal } = {}) => {
      const rest = async (): Promise<void> => {
        await turn();
        signal?.throwIfAborted();
      };
      const answers: ForkAnswer[] = [];
      for (const fork of forks) {
        await rest();
        const answer = await liveFork(lived, fork, rest);
        onAnswer?.(answer, answers.length);
        answers.push(answer);
        onLived?.(answers.length, forks.length);
      }
      return answers;
    },
  };
}

/** The end of this turn of the thread's event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Where answers are kept; a `Map` will do. */
export interface Answers {
  get(fork: string): ForkAnswer | undefined;
  set(fork: string, answer: ForkAnswer): unknown;
}

/** The same work, in which no fork is lived twice: what was answered once is looked up in `known`. */
export function remembering(executor: Executor, known: Answers): Executor {
  return {
    live: async (forks, hooks = {}) => {
      const names = forks.map((fork) => JSON.stringify(fork));
      const found = new Map<string, ForkAnswer>();
      const fresh = new Map<string, Fork>();
      names.forEach((name, i) => {
        const answer = known.get(name);
        if (answer === undefined) fresh.set(name, forks[i]!);
        else found.set(name, answer);
      });
      const before = found.size;
      const all = before + fresh.size;
      hooks.onLived?.(before, all);
      const onLived = (done: number): void => hooks.onLived?.(before + done, all);
      const freshNames = [...fresh.keys()];
      const onAnswer = (answer: ForkAnswer, at: number): void => {
        // Kept at once: what is broken off half-way need not be begun anew.
        known.set(freshNames[at]!, answer);
        found.set(freshNames[at]!, answer);
      };
      await executor.live([...fresh.values()], { ...hooks, onLived, onAnswer });
      names.forEach((name, i) => hooks.onAnswer?.(found.get(name)!, i));
      return names.map((name) => found.get(name)!);
    },
  };
}
