/** A tree of causes that a person reads in a minute: it grows from the nearest reasons, as far as there is room. */
import type { CauseKind, InWhy } from '@anchorhold/engine';
import { wrap } from '../format/wrap.ts';
import type { Chronicled, Chronicles } from './chronicled.ts';
import type { Stated, StatedGroup } from './causes.ts';
import { causesOf } from './causes.ts';
import { gathered } from './gather.ts';
import type { Gathered } from './gather.ts';
import { Sayer } from './say.ts';
import type { Why, WhyCause } from './types.ts';

/** A cause in the making. A heading has no part of its own. */
interface Node {
  readonly part: Gathered | null;
  readonly ids: readonly number[];
  readonly as: CauseKind;
  readonly joint: boolean;
  readonly depth: number;
  /** Of a heading: what stands under it. */
  readonly children: Node[];
  left: number;
}

export interface GrowOptions {
  /** How many levels at most. */
  readonly depth: number;
  /** How many lines of `columns` characters the whole tree may take, with the line of the event itself. */
  readonly lines: number;
  readonly columns: number;
  readonly home: string | undefined;
}

/** So many causes of one event are shown at most where there is room for few. */
const MOST_SIDE_BY_SIDE = 5;
/** Characters that each level is set in by. */
export const INDENT = 2;
const WEIGHS = { turn: 0, beat: 1, detail: 2 } as const;

/** What stands at the top of a tree: what is asked about, and below it what had been coming on. */
export interface Top {
  readonly text: (sayer: Sayer) => string;
  readonly drift: (sayer: Sayer) => readonly string[];
}

/** The causes of an event as a tree, in words. */
export function grow(past: Chronicles, root: Chronicled, top: Top, options: GrowOptions): Said {
  const isShort = Number.isFinite(options.lines);
  const most = isShort ? MOST_SIDE_BY_SIDE : Infinity;
  const tree: Tree = { ...children(past, causesOf(past, root), 0, most), below: new Map() };
  const say = (): Said => sayTree(past, root, tree, top, options);
  while (isShort && say().lines > options.lines && shrink(tree));
  let waiting = tree.children.flatMap(within);
  const tried = new Set<string>([nodeKey([root])]);
  while (waiting.length > 0) {
    waiting.sort((a, b) => urgency(a, root) - urgency(b, root));
    const [next] = waiting.splice(0, 1);
    if (next === undefined || next.part === null || next.depth >= options.depth) continue;
    const key = nodeKey(next.part.told);
    if (tried.has(key)) continue;
    tried.add(key);
    const found = children(past, groupsOf(past, next.part), next.depth, most);
    if (found.children.length === 0) continue;
    tree.below.set(key, found);
    if (isShort && say().lines > options.lines) tree.below.delete(key);
    else waiting = [...waiting, ...found.children.flatMap(within)];
  }
  return say();
}

interface Layer {
  readonly children: Node[];
  left: number;
}

/** What lies behind the causes of a tree is kept by what they tell: it is said once, where they are told first. */
interface Tree extends Layer {
  readonly below: Map<string, Layer>;
}

type Said = Pick<Why, 'causes' | 'left' | 'drift'> & { readonly text: string; readonly lines: number };

const nodeKey = (told: readonly Chronicled[]): string => told.map(({ id }) => id).join(' ');
const within = (node: Node): Node[] => (node.part === null ? node.children : [node]);

/** What is to be told sooner: what is near, what turned it, and what lies in the past. */
function urgency({ part, depth, as }: Node, root: Chronicled): number {
  if (part === null) return Infinity;
  const weight = Math.min(...part.told.map((event) => WEIGHS[event.weight]));
  const old = part.told.some(({ time }) => time < 0 && root.time >= 0);
  return 2 * depth + weight + (as === 'enabled' ? 2 : 0) - (old ? 4 : 0);
}

/** The causes of all that one line tells. Those of several events are no longer joint. */
function groupsOf(past: Chronicles, { told }: Gathered): readonly StatedGroup[] {
  const [only, ...more] = told.map((event) => causesOf(past, event));
  if (more.length === 0) return only ?? [];
  const isNew = (cause: Stated) => cause.told.some((event) => !told.includes(event));
  const flat = [only ?? [], ...more].flat().map((each) => ({ ...each, causes: each.causes.filter(isNew) }));
  return (['reason', 'interrupted', 'enabled'] as const)
    .map((as) => ({ as, group: 0, causes: flat.filter((each) => each.as === as).flatMap(({ causes }) => causes) }))
    .filter(({ causes }) => causes.length > 0);
}

const ORDER: readonly CauseKind[] = ['reason', 'interrupted', 'enabled'];

function children(past: Chronicles, groups: readonly StatedGroup[], depth: number, most: number): Layer {
  const tree: Layer = { children: [], left: 0 };
  const known = new Set<string>();
  const ordered = [...groups].sort((a, b) => ORDER.indexOf(a.as) - ORDER.indexOf(b.as));
  for (const { as, group, causes } of ordered) {
    const parts = gathered(past, causes).filter(({ told }) => group > 0 || !known.has(nodeKey(told)));
    for (const { told } of parts) known.add(nodeKey(told));
    if (parts.length === 0) continue;
    const { kept, left } = chosen(parts, most);
    const nodes = kept.map((part) => ({
      part,
      ids: part.ids,
      as,
      joint: group > 0 && part.ids.length > 1,
      depth: depth + 1,
      children: [],
      left: 0,
    }));
    if (parts.length > 1 && (group > 0 || (causes.length === 1 && causes[0]?.joint === true))) {
      const ids = causes.flatMap((each) => each.ids);
      tree.children.push({ part: null, ids, as, joint: true, depth: depth + 1, children: nodes, left });
    } else {
      tree.children.push(...nodes);
      tree.left += left;
    }
  }
  return tree;
}

/** Of many, those that weigh most, in the order in which they were. */
function chosen(parts: readonly Gathered[], most: number): { kept: readonly Gathered[]; left: number } {
  if (parts.length <= most) return { kept: parts, left: 0 };
  const weight = ({ told }: Gathered) => Math.min(...told.map((event) => WEIGHS[event.weight])) - told.length / 100;
  const best = new Set([...parts].sort((a, b) => weight(a) - weight(b)).slice(0, most));
  return { kept: parts.filter((part) => best.has(part)), left: parts.length - best.size };
}

/** Takes away the last of the causes at the top, where even those are too many. */
function shrink(tree: Tree): boolean {
  const heading = tree.children.findLast((node) => node.part === null && node.children.length > 1);
  const from = heading ?? (tree.children.length > 1 ? tree : null);
  if (from === null) return false;
  from.children.pop();
  from.left++;
  return true;
}

/** The tree in words, from the top down: what was told further up is referred to. */
function sayTree(past: Chronicles, root: Chronicled, tree: Tree, top: Top, options: GrowOptions): Said {
  const sayer = new Sayer(past, options.home, root.time);
  const isShort = Number.isFinite(options.lines);
  const text = top.text(sayer);
  const drifted = top.drift(sayer);
  const seen = new Set<string>();
  let lines = [text, ...drifted].reduce((sum, line) => sum + linesOf(line, options.columns), 0);
  const say = (node: Node, indent: number): WhyCause => {
    const { part, ids, as, joint } = node;
    const key = part === null ? '' : nodeKey(part.told);
    const above = part !== null && seen.has(key);
    if (part !== null) seen.add(key);
    const { children: under, left } = (part === null ? node : above ? null : tree.below.get(key)) ?? NOTHING;
    const said = part === null ? 'Together:' : sayer.cause(part, as);
    const line = above ? said.replace(/\.$/, ' (see above).') : said;
    lines += linesOf(line, options.columns - indent) + (left > 0 ? 1 : 0);
    const told = part === null ? [] : part.told.map(({ id }) => id);
    // Behind what people took in there is often the same: it is said once.
    const isTold = (each: Node) => each.part !== null && seen.has(nodeKey(each.part.told));
    const taken = isShort && part !== null && part.told.every((event) => heeds(past.standing(event)));
    const because: WhyCause[] = [];
    for (const each of under) if (!taken || !isTold(each)) because.push(say(each, indent + INDENT));
    const time = Math.max(...(part?.told ?? node.children.flatMap((each) => each.part?.told ?? [])).map((e) => e.time));
    const behind = withoutEchoes(line, because);
    return {
      ids,
      told,
      as,
      joint,
      time,
      text: line,
      above,
      needed: null,
      effect: null,
      test: null,
      because: behind,
      left,
    };
  };
  const causes = withoutEchoes(
    text,
    tree.children.map((node) => say(node, INDENT)),
  );
  if (tree.left > 0) lines++;
  return { text, drift: drifted, causes, left: tree.left, lines };
}

/**
 * What a line says is said once: causes in the same words give way to what lies behind them, and those in the same words
 * beside each other are one. What was stated as the cause stays what one would have to withhold.
 */
function withoutEchoes(line: string, causes: readonly WhyCause[]): WhyCause[] {
  const found: WhyCause[] = [];
  for (const cause of causes.flatMap((each) => (each.text === line ? behindEcho(each) : [each]))) {
    const at = cause.told.length === 0 ? -1 : found.findIndex(({ text, as }) => text === cause.text && as === cause.as);
    if (at < 0) found.push(cause);
    else found[at] = { ...found[at]!, ids: [...new Set([...found[at]!.ids, ...cause.ids])] };
  }
  return found;
}

const behindEcho = (echo: WhyCause): readonly WhyCause[] =>
  echo.because.length === 0 ? [echo] : echo.because.map((each) => ({ ...each, ids: echo.ids }));

const heeds = (how: InWhy | null): boolean => how === 'sense' || how === 'word';

const NOTHING: Layer = { children: [], left: 0 };

const linesOf = (text: string, columns: number): number => wrap(text, columns).split('\n').length;
