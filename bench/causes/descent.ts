import type { Account } from './history.ts';

/** For each node the nodes that rest on it: those of node `n` are `of[from[n]]` up to `of[from[n + 1]]`. */
interface Children {
  readonly from: Uint32Array;
  readonly of: Uint32Array;
}
/** An account is asked again and again: what rests on what is turned round once. */
const known = new WeakMap<Account, Children>();

/**
 * Which events descend from the given ones, through stated causes and hidden edges; index by event id. Events that follow
 * from none of the sources read 0, sources 1.
 */
export function descendants(account: Account, sources: readonly number[]): Uint8Array {
  let children = known.get(account);
  if (children === undefined) {
    children = childrenOf(account);
    known.set(account, children);
  }
  const { from, of } = children;
  const first = Math.min(...sources);
  const descends = new Uint8Array(account.events.length + 1);
  const seen = new Uint8Array(from.length);
  const open = sources.map((id) => 2 * id);
  for (const node of open) seen[node] = 1;
  while (open.length > 0) {
    const node = open.pop()!;
    if ((node & 1) === 0) descends[node >>> 1] = 1;
    for (let at = from[node]!; at < from[node + 1]!; at++) {
      const child = of[at]!;
      if (seen[child] === 1 || ((child & 1) === 0 && child < 2 * first)) continue;
      seen[child] = 1;
      open.push(child);
    }
  }
  return descends;
}

/** Turns the edges round: of the events, and of all frames that lead up to one. */
function childrenOf({ events, parents }: Account): Children {
  const pairs: number[] = [];
  const met = new Set<number>();
  const open: number[] = [];
  let most = 2 * events.length;
  const rest = (node: number, parent: number): void => {
    pairs.push(parent, node);
    most = Math.max(most, parent, node);
    if ((parent & 1) === 0 || met.has(parent)) return;
    met.add(parent);
    open.push(parent);
  };
  for (const { id, because } of events) {
    for (const cause of because) rest(2 * id, 2 * cause.id);
    for (const parent of parents(2 * id)) rest(2 * id, parent);
  }
  while (open.length > 0) {
    const node = open.pop()!;
    for (const parent of parents(node)) rest(node, parent);
  }
  const from = new Uint32Array(most + 2);
  for (let i = 0; i < pairs.length; i += 2) from[pairs[i]! + 1]!++;
  for (let node = 0; node <= most; node++) from[node + 1]! += from[node]!;
  const of = new Uint32Array(pairs.length / 2);
  const filled = from.slice();
  for (let i = 0; i < pairs.length; i += 2) of[filled[pairs[i]!]!++] = pairs[i + 1]!;
  return { from, of };
}
