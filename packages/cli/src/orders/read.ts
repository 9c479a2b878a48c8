import { purposes, reroll, ruleset } from '@anchorhold/engine';
import type { LogEntry, Remark } from '@anchorhold/engine';
import { formatClock, readData } from '@anchorhold/scenario';
import type { Located } from '@anchorhold/scenario';
import { BadFile } from '../exit.ts';
import { andList } from '../text.ts';
import { changedIn, decreedIn, withheldIn, wrongDescription } from './events.ts';
import type { Changed, Described, Withheld } from './events.ts';
import type { Found } from './fields.ts';
import { callable, withKeys } from './names.ts';
import { refused } from './refused.ts';
import type { Given } from './refused.ts';
import { error, nearestOr, quoted } from './remark.ts';
import type { Path } from './remark.ts';
import { commandShapes, ordersShape } from './shape.ts';
import type { Trunk } from './trunk.ts';

/** What orders are given in. */
export interface OrdersFor {
  /** How the text is called in remarks. */
  readonly file: string;
  readonly trunk: Trunk;
  /** The moment of entries that say none and have none of their own, in seconds after d1 00:00. */
  readonly at?: number;
}

type Luck = number | { readonly luck: number; readonly of?: string; readonly what?: string; readonly for?: number };
type Entry = { readonly at?: number } & Readonly<Record<string, unknown>>;

interface Command {
  readonly index: number;
  readonly word: string;
  readonly at: number | undefined;
  readonly value: unknown;
}

/**
 * Read orders and interventions for a scenario or a run: a list of entries, or a single one. They are what is to be added to
 * the trunk's own log. Throws BadFile with everything that is wrong, each with its place: what cannot be read, moments
 * outside the trunk, names that nobody has, what cannot be as things stand by then.
 */
export function readOrders(text: string, wanted: OrdersFor): readonly LogEntry[] {
  const { file, trunk } = wanted;
  const { names, keyOf } = callable(trunk.setup);
  const { value, remarks, locate } = readData(text, {
    file,
    shape: ordersShape(true),
    names,
    start: trunk.begin,
  });
  if (value === undefined) throw new BadFile(remarks);
  const wrong: Remark[] = [];
  const shapes = commandShapes();
  const commands = (value as readonly Entry[])
    .flatMap((entry, index) => commandIn(entry, index, wrong, wanted.at))
    .map((each) => ({ ...each, value: withKeys(shapes.get(each.word)!, each.value, keyOf) }));
  const given: Given[] = commands.flatMap((command) => {
    const { index, word } = command;
    const entry = logged(command, trunk);
    if ('found' in entry) return [{ index, word, entry: entry.found }];
    wrong.push(...entry.wrong);
    return [];
  });
  if (wrong.length > 0) throw new BadFile(locate(wrong));
  wrong.push(...refused(given, trunk));
  if (wrong.length > 0) throw new BadFile(locate(wrong));
  return given.map(({ entry }) => entry);
}

/** What is wrong with a file of orders as far as it can be said without a scenario. */
export function checkOrders(text: string, file: string): readonly Located[] {
  const { value, remarks, locate } = readData(text, { file, shape: ordersShape(false) });
  const wrong: Remark[] = [];
  for (const [index, entry] of ((value as readonly Entry[] | undefined) ?? []).entries()) {
    for (const { word, value: given } of commandIn(entry, index, wrong)) {
      if (word === 'decree') wrong.push(...wrongDescription(given as Described, [index, word]));
      if (word === 're-roll') wrong.push(...wrongLuck(given as Luck, [index, word]));
    }
  }
  return [...remarks, ...locate(wrong)];
}

/** Whether what is given has a moment of its own: that of the event that it names. */
const hasMoment = (word: string, value: unknown): boolean =>
  word === 'change' || (word === 'withhold' && typeof value === 'number');

/** The one command that an entry gives; none, and a remark, where it gives none or several. */
function commandIn(entry: Entry, index: number, wrong: Remark[], otherwise?: number): Command[] {
  const all = [...commandShapes().keys()];
  const words = all.filter((word) => entry[word] !== undefined);
  const [word] = words;
  if (word === undefined) {
    wrong.push(error([index], 'no-command', 'This says when, but not what.', `Add one of ${all.join(', ')}.`));
    return [];
  }
  if (words.length > 1) {
    const message = `This gives ${andList(words)} at once.`;
    wrong.push(error([index, words[1]!], 'two-commands', message, 'Write an entry of its own for each.'));
    return [];
  }
  const value = entry[word];
  const at = entry.at ?? (hasMoment(word, value) ? undefined : otherwise);
  if (at === undefined && !hasMoment(word, value)) {
    wrong.push(error([index], 'no-moment', `This "${word}" does not say when.`, 'Add at: d1 23:30.'));
    return [];
  }
  return [{ index, word, at, value }];
}

/** A command as the log holds it. */
function logged(command: Command, trunk: Trunk): Found<LogEntry> {
  const { index, word, at, value } = command;
  const { begin, until } = trunk;
  if (at !== undefined && (at < begin || at > until)) {
    const message = `${formatClock(at)} is outside the run, which goes from ${formatClock(begin)} to ${formatClock(until)}.`;
    return { wrong: [error([index, 'at'], 'outside-run', message)] };
  }
  if (word === 'withhold') return withheldIn(value as Withheld, command, trunk);
  if (word === 'change') return changedIn(value as Changed, command, trunk);
  if (word === 'decree') return decreedIn(value as Described, command, trunk);
  if (word !== 're-roll') return { found: { at: at!, command: word, value } };
  const wrong = wrongLuck(value as Luck, [index, word]);
  return wrong.length > 0 ? { wrong } : { found: rerolled(at!, value as Luck) };
}

function rerolled(at: number, luck: Luck): LogEntry {
  if (typeof luck === 'number') return reroll(at, luck);
  const { luck: salt, of, what, for: seconds } = luck;
  return reroll(at, salt, {
    ...(of === undefined ? {} : { of }),
    ...(what === undefined ? {} : { what }),
    ...(seconds === undefined ? {} : { to: at + seconds }),
  });
}

function wrongLuck(luck: Luck, path: Path): Remark[] {
  if (typeof luck === 'number') return [];
  const wrong: Remark[] = [];
  const { what, for: seconds } = luck;
  if (what !== undefined) {
    const systems = ruleset.systems
      .map(({ id }) => id)
      .filter((id) => purposes().some((each) => each.startsWith(`${id}/`)));
    const known = [...systems, ...purposes()];
    const message = `No luck is drawn for ${quoted(what)}.`;
    if (!known.includes(what)) {
      const hint = nearestOr(what, known, `Luck is drawn in ${andList(systems)}.`);
      wrong.push(error([...path, 'what'], 'unknown-luck', message, hint));
    }
  }
  if (seconds === 0) wrong.push(error([...path, 'for'], 'no-time', 'That is no time at all.', 'Write 10s, 5m or 1h.'));
  return wrong;
}
