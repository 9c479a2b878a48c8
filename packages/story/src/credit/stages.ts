import type { ForkHooks } from '../forks/executor.ts';

/**
 * Hooks for work that is done in several stages, each of which asks for forks when the one before is answered: what is
 * shown as done and to do counts the earlier stages in. Call the result at the beginning of each stage.
 */
export function inStages(hooks: ForkHooks): () => ForkHooks {
  let before = 0;
  let now = 0;
  return () => {
    before += now;
    now = 0;
    const earlier = before;
    const onLived = (done: number, of: number): void => {
      now = of;
      hooks.onLived?.(earlier + done, earlier + of);
    };
    return { ...hooks, onLived };
  };
}
