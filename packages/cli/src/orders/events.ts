/** The author's hand upon single events: withheld, changed into others, decreed. */
import { change, decree, muteOf, readEvent, withhold } from '@anchorhold/engine';
import type { Decree, EventRecord, KindEntry, LogEntry, Mute, Remark, World } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { dataFound, kindFound, openData, openRoles, rolesFound, wrongRoles } from './fields.ts';
import type { Found } from './fields.ts';
import { error } from './remark.ts';
import type { Path } from './remark.ts';
import type { Trunk } from './trunk.ts';

/** As the shapes let them through. */
export interface Described {
  readonly kind: string;
  readonly roles: ReadonlyMap<string, string>;
  readonly data: ReadonlyMap<string, string>;
}
export type Withheld = number | (Omit<Described, 'data'> & { readonly for: number });
export interface Changed extends Omit<Described, 'kind'> {
  readonly event: number;
  readonly kind?: string | undefined;
}

/** Where an entry stands, and the moment that it says; `given` where it stands beside the entry and not in it. */
export interface Standing {
  readonly index: number;
  readonly at: number | undefined;
}

/** What is wrong with a description as far as its kind alone tells. */
export function wrongDescription({ kind, roles, data }: Described, path: Path): readonly Remark[] {
  const entry = kindFound(kind, [...path, 'kind']);
  if ('wrong' in entry) return entry.wrong;
  const said = dataFound(entry.found, data, [...path, 'data']);
  return [...wrongRoles(entry.found, roles.keys(), [...path, 'roles']), ...('wrong' in said ? said.wrong : [])];
}

export function withheldIn(withheld: Withheld, { index, at }: Standing, trunk: Trunk): Found<LogEntry> {
  const path = [index, 'withhold'];
  if (typeof withheld === 'number') {
    const event = eventFound(withheld, path, index, at, trunk);
    return 'wrong' in event ? event : { found: withhold(event.found.mute) };
  }
  const entry = kindFound(withheld.kind, [...path, 'kind']);
  if ('wrong' in entry) return entry;
  const world = trunk.before(at!, trunk.log);
  const roles = rolesFound(world, entry.found, withheld.roles, [...path, 'roles']);
  if ('wrong' in roles) return roles;
  const open = openRoles(entry.found, roles.found, [...path, 'roles']);
  if (open.length > 0) return { wrong: open };
  const [lo, hi] = world.keyHash(entry.found, rowsOf(world, entry.found, roles.found));
  return { found: withhold({ kind: withheld.kind, lo, hi, from: at!, to: at! + withheld.for }) };
}

export function decreedIn(described: Described, { index, at }: Standing, trunk: Trunk): Found<LogEntry> {
  const path = [index, 'decree'];
  const entry = kindFound(described.kind, [...path, 'kind']);
  if ('wrong' in entry) return entry;
  const world = trunk.before(at!, trunk.log);
  const what = decreeFrom(world, entry.found, described, { roles: {}, data: {} }, path, world.chronicle.length);
  return 'wrong' in what ? what : { found: decree(at!, what.found) };
}

export function changedIn(changed: Changed, { index, at }: Standing, trunk: Trunk): Found<LogEntry> {
  const path = [index, 'change'];
  const event = eventFound(changed.event, [...path, 'event'], index, at, trunk);
  if ('wrong' in event) return event;
  const { record, mute, world } = event.found;
  const kind = changed.kind ?? record.kind;
  const entry = kindFound(kind, [...path, 'kind']);
  if ('wrong' in entry) return entry;
  const before = keptFrom(world, record, entry.found);
  const what = decreeFrom(world, entry.found, { ...changed, kind }, before, path, record.id - 1);
  if ('wrong' in what) return what;
  if (kind === record.kind && isSame(before, what.found)) {
    const message = `This is event ${record.id} as it happened.`;
    return { wrong: [error(path, 'no-change', message, 'Say what is to be different: roles:, data: or kind:.')] };
  }
  return { found: change(mute, what.found) };
}

/** A description as a decree. `kept` is what holds unless it says otherwise; events up to `latest` can be spoken of. */
function decreeFrom(
  world: World,
  entry: KindEntry,
  given: Described,
  kept: Omit<Decree, 'kind'>,
  path: Path,
  latest: number,
): Found<Decree> {
  const named = rolesFound(world, entry, given.roles, [...path, 'roles']);
  const said = dataFound(entry, given.data, [...path, 'data']);
  if ('wrong' in named || 'wrong' in said) {
    return { wrong: [...('wrong' in named ? named.wrong : []), ...('wrong' in said ? said.wrong : [])] };
  }
  const left = Object.entries(kept.roles).filter(([role]) => !given.roles.has(role));
  const roles = { ...Object.fromEntries(left), ...named.found };
  const events = entry.data
    .filter((name) => entry.kind.data[name]!.datum === 'event')
    .map((name) => [name, 0] as const);
  const data = { ...Object.fromEntries(events), ...kept.data, ...said.found };
  const wrong = [...openRoles(entry, roles, path), ...openData(entry, data, path)];
  for (const [name] of events) {
    if ((data[name] as number) <= latest) continue;
    const message = `Event ${data[name]} has not happened by then.`;
    wrong.push(error([...path, 'data', name], 'unknown-event', message, `The last that has is ${latest}.`));
  }
  return wrong.length > 0 ? { wrong } : { found: { kind: entry.kind.id, roles, data } };
}

/** What an event of a kind takes over from another event: who stands in roles of the same name, what is said alike. */
function keptFrom(world: World, record: EventRecord, entry: KindEntry): Omit<Decree, 'kind'> {
  const roles = Object.entries(record.roles).flatMap(([role, row]) => {
    const { table } = record.entry.kind.roles[role]!;
    return entry.kind.roles[role]?.table === table ? [[role, world.keyOf(table, row)] as const] : [];
  });
  const data = Object.entries(record.data).filter(([name]) => {
    const [was, is] = [record.entry.kind.data[name], entry.kind.data[name]];
    return JSON.stringify(was) === JSON.stringify(is);
  });
  return { roles: Object.fromEntries(roles), data: Object.fromEntries(data) };
}

function isSame(a: Omit<Decree, 'kind'>, b: Omit<Decree, 'kind'>): boolean {
  const same = (one: object, other: object): boolean => {
    const [left, right] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
    return left.length === right.size && left.every(([name, value]) => right.get(name) === value);
  };
  return same(a.roles, b.roles) && same(a.data, b.data);
}

/** Rows by role for those who are named by their stable names. */
export function rowsOf(world: World, { kind }: KindEntry, roles: Decree['roles']): Record<string, number> {
  return Object.fromEntries(
    Object.entries(roles).map(([role, name]) => [role, world.rowOf(kind.roles[role]!.table, name)]),
  );
}

interface EventOfTrunk {
  readonly record: EventRecord;
  readonly mute: Mute;
  readonly world: World;
}

/** An event by its number in the trunk. It has its own moment; another beside it is wrong. */
function eventFound(id: number, path: Path, index: number, at: number | undefined, trunk: Trunk): Found<EventOfTrunk> {
  const world = trunk.withEvent(id);
  const { length } = world.chronicle;
  if (length < id) {
    const message = `There is no event ${id}: ${trunk.called} has ${length} until ${formatClock(trunk.until)}.`;
    return { wrong: [error(path, 'unknown-event', message, 'Look it up with: npx anchorhold events DIR.')] };
  }
  const mute = muteOf(world, id);
  if (at !== undefined && at !== mute.from) {
    const message = `Event ${id} happens at ${formatClock(mute.from)}, not then.`;
    const hint = 'Leave "at" out: an event has its own moment.';
    return { wrong: [error([index, 'at'], 'other-moment', message, hint)] };
  }
  return { found: { record: readEvent(world, id), mute, world } };
}
