import { advance, createWorld, muteOf, person, reroll, ruleset, withhold } from '@anchorhold/engine';
import type { LogEntry, Mute, Remark, Setup, World } from '@anchorhold/engine';
import { formatClock, nearest, plain, readData } from '@anchorhold/scenario';
import type { Located } from '@anchorhold/scenario';
import { BadFile } from '../exit.ts';
import { andList } from '../text.ts';
import { callable, withKeys } from './names.ts';
import { commandShapes, ordersShape } from './shape.ts';

/** What orders are given in: a scenario, its seed, and from when until when it is lived, in seconds after d1 00:00. */
export interface OrdersFor {
  readonly file: string;
  readonly setup: Setup;
  readonly seed: number;
  readonly begin: number;
  readonly until: number;
}

type Withheld = number | { readonly kind: string; readonly roles: ReadonlyMap<string, string>; readonly for: number };
type Entry = { readonly at?: number } & Readonly<Record<string, unknown>>;

interface Command {
  readonly index: number;
  readonly word: string;
  readonly at: number | undefined;
  readonly value: unknown;
}

/**
 * Read a file of orders and interventions for a run. Throws BadFile with everything that is wrong, each with its place:
 * what cannot be read, moments outside the run, names that nobody has, orders that their giver cannot give by then.
 */
export function readOrders(text: string, wanted: OrdersFor): readonly LogEntry[] {
  const { file, setup, begin } = wanted;
  const { names, keyOf } = callable(setup);
  const { value, remarks, locate } = readData(text, {
    file,
    shape: ordersShape(true),
    names,
    start: begin,
  });
  if (value === undefined) throw new BadFile(remarks);
  const wrong: Remark[] = [];
  const shapes = commandShapes();
  const commands = (value as readonly Entry[])
    .flatMap((entry, index) => commandIn(entry, index, wrong))
    .map((each) => ({ ...each, value: withKeys(shapes.get(each.word)!, each.value, keyOf) }));
  const log = commands.flatMap((command) => logged(command, wanted, wrong));
  if (wrong.length > 0) throw new BadFile(locate(wrong));
  wrong.push(...refused(commands, log, wanted));
  if (wrong.length > 0) throw new BadFile(locate(wrong));
  return log;
}

/** What is wrong with a file of orders as far as it can be said without a scenario. */
export function checkOrders(text: string, file: string): readonly Located[] {
  const { value, remarks, locate } = readData(text, { file, shape: ordersShape(false) });
  const wrong: Remark[] = [];
  (value as readonly Entry[] | undefined)?.forEach((entry, index) => commandIn(entry, index, wrong));
  return [...remarks, ...locate(wrong)];
}

const error = (path: readonly (string | number)[], code: string, message: string, hint?: string): Remark => ({
  severity: 'error',
  code,
  path,
  message,
  ...(hint === undefined ? {} : { hint }),
});

/** The one command that an entry gives; none, and a remark, where it gives none or several. */
function commandIn(entry: Entry, index: number, wrong: Remark[]): Command[] {
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
  if (entry.at === undefined && !(word === 'withhold' && typeof value === 'number')) {
    wrong.push(error([index], 'no-moment', `This "${word}" does not say when.`, 'Add at: d1 23:30.'));
    return [];
  }
  return [{ index, word, at: entry.at, value }];
}

/** A command as the log holds it; none, and a remark, where it cannot be. */
function logged(command: Command, wanted: OrdersFor, wrong: Remark[]): LogEntry[] {
  const { index, word, at, value } = command;
  const { begin, until } = wanted;
  if (at !== undefined && (at < begin || at > until)) {
    const message = `${formatClock(at)} is outside the run, which goes from ${formatClock(begin)} to ${formatClock(until)}.`;
    wrong.push(error([index, 'at'], 'outside-run', message));
    return [];
  }
  if (word === 're-roll') return [reroll(at!, value as number)];
  if (word !== 'withhold') return [{ at: at!, command: word, value }];
  const mute = muteFor(value as Withheld, command, wanted);
  if ('severity' in mute) wrong.push(mute);
  return 'severity' in mute ? [] : [withhold(mute)];
}

function muteFor(withheld: Withheld, { index, at }: Command, wanted: OrdersFor): Mute | Remark {
  if (typeof withheld === 'number') return muteOfEvent(withheld, index, at, wanted);
  const world = createWorld(ruleset, wanted.setup, { seed: wanted.seed });
  const path = [index, 'withhold'];
  const entry = ruleset.entryById(withheld.kind);
  if (entry === null) {
    const near = nearest(
      withheld.kind,
      ruleset.kinds.map(({ kind }) => kind.id),
    );
    const message = `"${plain(withheld.kind, 80)}" is no kind of event.`;
    return error(
      [...path, 'kind'],
      'unknown-kind',
      message,
      near === null ? 'See the kinds that events --json lists.' : `Nearest: ${near}.`,
    );
  }
  const rows: Record<string, number> = {};
  for (const [role, name] of withheld.roles) {
    const spec = entry.kind.roles[role];
    if (spec === undefined) {
      const message = `${withheld.kind} has no role "${plain(role, 40)}".`;
      return error([...path, 'roles', role], 'unknown-role', message, `Its roles: ${entry.roles.join(', ')}.`);
    }
    const key = spec.table === person ? callable(wanted.setup).keyOf(name) : name;
    rows[role] = world.cast.row(spec.table, key);
    if (rows[role]! < 0) {
      const names = Array.from({ length: world.of(spec.table).count }, (_, row) => world.keyOf(spec.table, row));
      const near = nearest(name, names);
      const message = `There is no ${spec.table.id} "${plain(name, 60)}".`;
      return error([...path, 'roles', role], 'unknown-name', message, near === null ? undefined : `Nearest: ${near}.`);
    }
  }
  const open = entry.roles.filter((role) => rows[role] === undefined && !entry.kind.roles[role]!.optional);
  if (open.length > 0) {
    const message = `It does not say who or what stands as ${andList(open)}.`;
    return error([...path, 'roles'], 'missing-role', message, `Write roles: {${open[0]}: ...}.`);
  }
  const [lo, hi] = world.keyHash(entry, rows);
  return { kind: withheld.kind, lo, hi, from: at!, to: at! + withheld.for };
}

/** What withholding an event means, which is looked up in the same history without any orders. */
function muteOfEvent(id: number, index: number, at: number | undefined, wanted: OrdersFor): Mute | Remark {
  const world = createWorld(ruleset, wanted.setup, { seed: wanted.seed });
  advance(world, wanted.until, () => world.chronicle.length < id);
  if (world.chronicle.length < id) {
    const message = `There is no event ${id}: with seed ${wanted.seed} this scenario has ${world.chronicle.length} until ${formatClock(wanted.until)}.`;
    return error([index, 'withhold'], 'unknown-event', message, 'Look it up with: npx anchorhold events DIR.');
  }
  const mute = muteOf(world, id);
  if (at !== undefined && at !== mute.from) {
    const message = `Event ${id} happens at ${formatClock(mute.from)}, not then.`;
    return error([index, 'at'], 'other-moment', message, 'Leave "at" out: an event has its own moment.');
  }
  return mute;
}

/** Orders that cannot be given as things stand by then: live until each, with all that comes before it, and ask. */
function refused(commands: readonly Command[], log: readonly LogEntry[], wanted: OrdersFor): Remark[] {
  const asked = commands
    .flatMap((command) => {
      const known = ruleset.commands.find((each) => each.id === command.word);
      return known === undefined || known.refuse === null
        ? []
        : [{ command, refuse: known.refuse as (world: World, value: unknown) => string | null }];
    })
    .sort((a, b) => a.command.at! - b.command.at!);
  if (asked.length === 0) return [];
  const world = createWorld(ruleset, wanted.setup, { seed: wanted.seed, log });
  return asked.flatMap(({ command: { index, word, at, value }, refuse }) => {
    // What is due in the same second comes after the log.
    advance(world, at! - 1);
    const why = refuse(world, value);
    return why === null
      ? []
      : [error([index, word], 'refused', why, 'Give it earlier, or have somebody else give it.')];
  });
}
