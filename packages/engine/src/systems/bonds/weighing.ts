/** Once an hour all that has happened since is weighed by those who took part in it, noticed it, or were told of it. */
import { witnessRow } from '../../kernel/chronicle.ts';
import { readEvent } from '../../kernel/read.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { TEMPERS } from '../bodies/system.ts';
import { captive } from '../captivity/state.ts';
import { sinceThen } from '../dread/touching.ts';
import { heart } from '../feelings/state.ts';
import { groupOf, hostile, peopleIn, side } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { acquaintanceOf, regards, tellings, trust } from './state.ts';
import type { RegardChange, Telling } from './state.ts';
import { sway } from './moving.ts';

/** How far back among its causes an event is looked for in which somebody stands. */
const STEPS_BACK = 3;

/** How much more, or less, those of a temper make of what is done amiss, and of what is done well, as a multiple. [d] */
const TAKES_ILL: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  bitter: 1.35,
  just: 1.2,
  proud: 1.15,
  wary: 1.1,
  loyal: 0.8,
  gentle: 0.65,
};
const TAKES_WELL: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  gentle: 1.2,
  loyal: 1.2,
  wary: 0.75,
  cold: 0.7,
  bitter: 0.7,
};

/** One change of a bond: of whom towards whom, how much, and by what event the holder came to it. */
export interface Change {
  readonly who: number;
  readonly whom: number;
  readonly what: RegardChange['what'];
  readonly moved: number;
  readonly by: number;
  /** How far the holder trusted them before. */
  readonly before: number;
}

/** Weigh all that has happened after an event. `seen` is shown each change in turn. */
export function weighSince(world: World, upTo: number, seen: (change: Change) => void): void {
  const changes = world.ruleset.filled(regards);
  const apply = (who: number, whom: number, change: RegardChange, by: number, event: number): void => {
    if (who === whom || world.of(body).alive.raw[who] === 0) return;
    const before = trust(world, who, whom);
    const moved = sway(world, who, whom, change.what, by * takes(world, who, by), event);
    if (moved !== 0) seen({ who, whom, what: change.what, moved, by: event, before });
  };
  const tells = world.ruleset.filled(tellings);
  sinceThen<RegardChange | Telling>(world, upTo, [...changes, ...tells], (event, each) => {
    if ('tells' in each) hearOf(world, event, each, changes, apply);
    else weigh(world, event, each, apply);
  });
}

/** How much more, or less, somebody of such a temper makes of a good turn, or a bad one. Plain reads. */
function takes(world: World, who: number, by: number): number {
  const bits = world.of(heart).temper.raw[who];
  const of = by < 0 ? TAKES_ILL : TAKES_WELL;
  return TEMPERS.reduce((all, temper, i) => ((bits & (1 << i)) === 0 ? all : all * (of[temper] ?? 1)), 1);
}

type Apply = (who: number, whom: number, change: RegardChange, by: number, event: number) => void;

function weigh(world: World, event: EventRecord, change: RegardChange, apply: Apply): void {
  const whom = whomOf(world, event, change);
  if (whom < 0) return;
  const own = change.from === undefined ? [] : standIn(world, event, change.from);
  for (const who of own) apply(who, whom, change, change.by, event.id);
  // Where nobody stands in the role it is another's to say what those who noticed it make of it.
  if (change.seen === undefined || (change.from !== undefined && event.roles[change.from] === undefined)) return;
  for (const who of noticed(world, event)) {
    if (!own.includes(who) && isMoved(world, who, whom)) apply(who, whom, change, change.seen, event.id);
  }
}

/** Rows of all who stand in a role: one person, or all of a group who are there and free. Whoever is out, or held elsewhere, has no part in it. */
function standIn(world: World, event: EventRecord, role: string): readonly number[] {
  const row = event.roles[role];
  if (row === undefined) return [];
  if (event.entry.kind.roles[role].table !== group) return [row];
  const { gone } = world.of(position);
  return peopleIn(world, row).filter((who) => gone.raw[who] === 0 && world.of(captive).state.raw[who] === 0);
}

/** Whom a change is about: who stands in a role of the event, or of one behind it; of a group, whoever leads it. */
function whomOf(world: World, event: EventRecord, { to, behind }: RegardChange): number {
  const found = behind === undefined ? event : eventBehind(world, event, behind, STEPS_BACK);
  const row = found?.roles[to];
  if (found === null || row === undefined) return -1;
  return found.entry.kind.roles[to].table === group ? world.of(side).leader.raw[row] - 1 : row;
}

function eventBehind(world: World, event: EventRecord, kind: string, steps: number): EventRecord | null {
  if (steps === 0) return null;
  for (const { id } of event.because) {
    const cause = readEvent(world, id);
    const found = cause.kind === kind ? cause : eventBehind(world, cause, kind, steps - 1);
    if (found !== null) return found;
  }
  return null;
}

/** Who noticed an event, each once, in order of rows. */
function noticed(world: World, event: EventRecord): readonly number[] {
  return [...new Set(world.chronicle.witnessesOf(event.id).map(witnessRow))].sort((a, b) => a - b);
}

/** What those do who are no enemies is taken note of; of an enemy's doings only by whoever has to do with them already. Plain reads. */
const isMoved = (world: World, who: number, whom: number): boolean =>
  !hostile(world, groupOf(world, who), groupOf(world, whom)) || acquaintanceOf(world, who, whom) >= 0;

/** Somebody tells others of what they saw: each takes it as far as they trust whoever says so. */
function hearOf(
  world: World,
  event: EventRecord,
  telling: Telling,
  changes: readonly RegardChange[],
  apply: Apply,
): void {
  const teller = event.roles[telling.teller];
  const hearers = telling.to === undefined ? noticed(world, event) : standIn(world, event, telling.to);
  for (const id of telling.tells(world, event)) {
    const told = readEvent(world, id);
    const saw = new Set(noticed(world, told));
    for (const change of changes) {
      if (change.of !== told.kind || change.seen === undefined || change.when?.(told.data) === false) continue;
      const whom = whomOf(world, told, change);
      if (whom < 0) continue;
      const own = change.from === undefined ? [] : standIn(world, told, change.from);
      for (const who of hearers) {
        if (who === teller || saw.has(who) || own.includes(who) || !isMoved(world, who, whom)) continue;
        apply(who, whom, change, change.seen * trust(world, who, teller), event.id);
      }
    }
  }
}
