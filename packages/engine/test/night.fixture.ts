/**
 * What tests of the systems share: worlds made of scenario texts, whole nights, and the chronicle as lines that a
 * person can read.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatClock, readScenario } from '@anchorhold/scenario';
import { sayPlainly } from '@anchorhold/story';
import type { Entity } from '@anchorhold/story';
import { begin, lasts, peopleOf } from '../src/kernel/cast.ts';
import { checkSetup, createWorld } from '../src/kernel/create.ts';
import type { LivingOptions } from '../src/kernel/create.ts';
import type { EventKind, FieldsOf } from '../src/kernel/events.ts';
import { advance } from '../src/kernel/live.ts';
import { eventsOf, readEvent } from '../src/kernel/read.ts';
import type { EventRecord } from '../src/kernel/read.ts';
import type { Ruleset } from '../src/kernel/ruleset.ts';
import type { Setup } from '../src/kernel/shape.ts';
import { group, person, place } from '../src/kernel/tables.ts';
import type { World } from '../src/kernel/world.ts';
import { ruleset } from '../src/rules.ts';
import { opened } from '../src/systems/engagement/system.ts';

/** The text of a scenario that the project ships, by file name. */
export function scenarioText(file: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../scenarios/${file}`, import.meta.url)), 'utf8');
}

/** A scenario text as a setup. Throws with all that is wrong with it. */
export function setupFrom(text: string, rules: Ruleset = ruleset): Setup {
  const { setup, remarks } = readScenario(text, { file: 'test.yaml', parts: rules.sections });
  if (setup === null) throw new Error(`the test's scenario is wrong:\n${JSON.stringify(remarks, null, 2)}`);
  const errors = checkSetup(rules, setup).filter((remark) => remark.severity === 'error');
  if (errors.length > 0) throw new Error(`the test's scenario is wrong:\n${JSON.stringify(errors, null, 2)}`);
  return setup;
}

/** Setups by their text: tests make many worlds of one. */
const known = new Map<string, Setup>();

export const farm = (): Setup => setupFrom(scenarioText('farm-at-night.yaml'));

/** The world of a scenario text at its first moment. Luck drawn twice with one key throws. */
export function worldOf(text: string, options: LivingOptions = {}): World {
  const setup = known.get(text) ?? setupFrom(text);
  known.set(text, setup);
  return createWorld(ruleset, setup, { debug: true, ...options });
}

/** The last moment of a scenario, in seconds after d1 00:00. */
export function endOf(setup: Setup): number {
  return setup.whole(begin)!.time + setup.whole(lasts)!;
}

/** A scenario lived from its beginning to its end. */
export function night(setup: Setup, options: LivingOptions = {}): World {
  const world = createWorld(ruleset, setup, options);
  advance(world, endOf(setup));
  return world;
}

export const who = (world: World, name: string): number => world.cast.mustRow(person, name);
export const where = (world: World, name: string): number => world.cast.mustRow(place, name);
export const band = (world: World, name: string): number => world.cast.mustRow(group, name);

/** Make an event happen now. Returns its id, or 0 where it was not possible. */
export function happen<K extends EventKind>(world: World, kind: K, fields: FieldsOf<K>): number {
  const before = world.chronicle.length;
  world.propose(kind, fields);
  world.commit();
  const id = before + 1;
  return id <= world.chronicle.length && readEvent(world, id).kind === kind.id ? id : 0;
}

/** Bring a group and all its enemies within reach of each other: from now on they live by the second. */
export function clash(world: World, groupName: string): number {
  const of = band(world, groupName);
  return happen(world, opened, { group: of, place: 0 });
}

/** Live so many seconds on. */
export function live(world: World, seconds: number): World {
  advance(world, world.time + seconds);
  return world;
}

/** All events of a kind, oldest first; of those after event `after`, where that is given. */
export function all(world: World, kind: string, after = 0): EventRecord[] {
  const index = world.ruleset.entryById(kind)?.index;
  if (index === undefined) throw new Error(`no system has an event kind "${kind}"`);
  const found: EventRecord[] = [];
  for (let id = after + 1; id <= world.chronicle.length; id++) {
    if (world.chronicle.kind(id) === index) found.push(readEvent(world, id));
  }
  return found;
}

/** Names in the roles of an event, by role. */
export function named(world: World, event: EventRecord): Record<string, string> {
  return Object.fromEntries(
    Object.entries(event.roles).map(([role, row]) => [role, world.keyOf(event.entry.kind.roles[role].table, row)]),
  );
}

/** Those in the roles of an event as sentences speak of them. */
export function entitiesOf(world: World, event: EventRecord): Record<string, Entity> {
  const described = new Map(peopleOf(world.recipe.setup).map((each) => [each.key, each]));
  return Object.fromEntries(
    Object.entries(event.roles).map(([role, row]): [string, Entity] => {
      const { table } = event.entry.kind.roles[role];
      const key = world.keyOf(table, row);
      const name = world.cast.shownName(table, row) || key;
      const pronoun = table === person ? described.get(key)?.pronoun : null;
      const kind = table === person || table === place || table === group ? table.id : 'thing';
      return [role, { name, kind: kind as Entity['kind'], key, ...(pronoun ? { gender: pronoun } : {}) }];
    }),
  );
}

/** An event as one English sentence. */
export function said(world: World, event: EventRecord): string {
  return sayPlainly(event.entry.words.tell(event.fields as never), entitiesOf(world, event));
}

/** The same as a reason for something else. */
export function saidAsReason(world: World, event: EventRecord): string {
  const { words } = event.entry;
  return sayPlainly((words.asReason ?? words.tell)(event.fields as never), entitiesOf(world, event));
}

/** Why, in a line for each cause: by sentence and clock, so that an event more or less does not change all lines below. */
function whyLines(world: World, event: EventRecord): string[] {
  const say = { reason: 'because', enabled: 'as', interrupted: 'cutting short' } as const;
  return event.because.map(({ id, as, group: joint }) => {
    const cause = readEvent(world, id);
    const when = cause.time === event.time ? '' : ` (${formatClock(cause.time)})`;
    return `    ${say[as]}${joint > 0 ? ' together' : ''}: ${saidAsReason(world, cause)}${when}`;
  });
}

/** The whole chronicle as lines: when, what, and why. */
export function chronicleLines(world: World): string {
  const lines: string[] = [];
  for (const event of eventsOf(world))
    lines.push(`${formatClock(event.time)}  ${said(world, event)}`, ...whyLines(world, event));
  return `${lines.join('\n')}\n`;
}

/** The events of one system as lines: when, kind, names, data, who noticed, and why. */
export function systemLines(world: World, system: string): string {
  const lines: string[] = [];
  for (const event of eventsOf(world)) {
    if (event.entry.system !== system) continue;
    const data = Object.entries(event.data).map(([name, value]) => [name, shownValue(value)]);
    const fields = [...Object.entries(named(world, event)), ...data].map(([name, value]) => `${name}: ${value}`);
    const noticed = event.witnesses.map((each) => `${world.keyOf(person, each.who)} by ${each.by}`);
    lines.push(`${formatClock(event.time)}  ${event.kind}  ${fields.join(', ')}`);
    if (noticed.length > 0) lines.push(`    noticed: ${noticed.join(', ')}`);
    lines.push(...whyLines(world, event));
  }
  return `${lines.join('\n')}\n`;
}

function shownValue(value: number | string | boolean): string {
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}
