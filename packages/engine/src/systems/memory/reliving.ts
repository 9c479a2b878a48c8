/** What is like a memory brings it back: by day, as if it were now; by night, as a dream. */
import { purpose } from '../../kernel/chance.ts';
import { reason } from '../../kernel/events.ts';
import { readEvent } from '../../kernel/read.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { hoursAsleep } from '../bodies/sleep.ts';
import { body } from '../bodies/state.ts';
import { sinceThen, touchedBy } from '../dread/touching.ts';
import { position } from '../places/state.ts';
import { relived, wokeFrom } from './events.ts';
import type { CUED_BY, SENSED } from './events.ts';
import { kindsSince, takeIn } from './taking-in.ts';
import { cues, memoriesOf, engram, readTroubled, recorded, strengthNow, trauma, troubled } from './state.ts';
import type { Likeness } from './state.ts';

/** How much each likeness counts for, 0..1. [d] */
const COUNTS: Readonly<Record<Likeness, number>> = {
  'the person': 1,
  'the place': 0.8,
  'the same thing': 0.8,
  fighting: 0.8,
  fire: 0.9,
  'the dark': 0.25,
};
/** The chance in a waking hour that the gravest memory comes back for no cause at hand, and in an hour of sleep, in somebody in all the trouble there is. [d, after m: most that intrudes has something that brings it on] */
const UNBIDDEN = 0.002;
const DREAMS = 0.035;
/** How much fewer dreams there are with somebody as close as can be near. [d, after m: sleep of those who are not alone] */
const NEAR_SPARES = 0.6;
/** How strong a memory is that is as vivid as can be. [d] */
const VIVID = 0.35;
/** So little trouble brings nothing back. [d] */
const LEAST = 0.12;
/** Hours for which something is too near to come back. [d] */
const TOO_NEAR_HOURS = 6;
/** The hours, from and until, that are night in what is remembered. */
const NIGHT_FROM = 20;
const NIGHT_UNTIL = 6;
const P_RELIVES = purpose('memory/relives');
const P_DREAMS = purpose('memory/dreams');
const P_OF_WHAT = purpose('memory/of-what');

/** Once an hour: what has happened since brings back what it is like; then it is taken in itself. */
export const comeAgain = rule('memory/come-again', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const { upTo } = world.of(recorded);
  if (beat.bubble >= 0) return;
  const from = upTo.raw[0];
  const last = world.chronicle.length;
  const found = recalled(world, from);
  const { alive, awake, down } = world.of(body);
  for (const who of beat.members) {
    if (troubled(world, who) < LEAST || alive.raw[who] === 0 || down.raw[who] === 1) continue;
    if (awake.raw[who] === 1) relive(world, who, found.get(who));
    else dream(world, who);
  }
  if (from === last) return;
  takeIn(world, from, false);
  upTo.raw[0] = last;
});

/** What would bring something back to somebody, and how surely. */
interface Recall {
  readonly cue: number;
  readonly row: number;
  readonly by: Likeness;
  readonly chance: number;
}

/** Of all that has happened since, what would most surely bring something back to each whom it touches. */
function recalled(world: World, from: number): Map<number, Recall> {
  const found = new Map<number, Recall>();
  const read = new Map<number, EventRecord>();
  const past = (id: number): EventRecord => {
    const known = read.get(id) ?? readEvent(world, id);
    read.set(id, known);
    return known;
  };
  const { what } = world.of(engram);
  const kinds = kindsSince(world, from);
  const about = world.ruleset.filled(cues).filter(({ of }) => kinds.has(of));
  if (about.length === 0) return found;
  sinceThen(world, from, about, (event, cue) => {
    touchedBy(world, event, cue, (who, weight) => {
      const trouble = troubled(world, who);
      if (trouble < LEAST) return;
      for (const row of stinging(world, who)) {
        for (const by of cue.by) {
          const chance = weight * COUNTS[by] * trouble * vividness(world, row);
          if (chance <= (found.get(who)?.chance ?? 0)) continue;
          if (isLike(by, who, event, past(what.raw[row]))) found.set(who, { cue: event.id, row, by, chance });
        }
      }
    });
  });
  return found;
}

/** Rows of what somebody remembers that hurts, and that is not too near. */
function stinging(world: World, who: number): number[] {
  const { sting, what } = world.of(engram);
  const before = world.time - TOO_NEAR_HOURS * SECONDS.hour;
  return memoriesOf(world, who).filter((row) => sting.raw[row] > 0 && world.chronicle.time(what.raw[row]) <= before);
}

function vividness(world: World, row: number): number {
  return Math.min(1, strengthNow(world, row) / VIVID);
}

/** Whether what happens is like what somebody remembers in such a way. */
function isLike(by: Likeness, who: number, event: EventRecord, past: EventRecord): boolean {
  if (event.id === past.id) return false;
  switch (by) {
    case 'the person': {
      const those = othersIn(past, who);
      return othersIn(event, who).some((each) => those.includes(each));
    }
    case 'the place':
      return event.roles['place'] !== undefined && event.roles['place'] === past.roles['place'];
    case 'the same thing':
      return event.entry.system === past.entry.system;
    case 'fighting':
      return FIGHTING.includes(past.entry.system);
    case 'fire':
      return past.entry.system === 'fire';
    case 'the dark':
      return isNight(event.time) && isNight(past.time);
  }
}

/** Systems whose events are those of fights. */
const FIGHTING: readonly string[] = ['captivity', 'engagement', 'resolve', 'siege', 'voice', 'wounds'];

function isNight(time: number): boolean {
  const hour = Math.floor(time / SECONDS.hour);
  const of = ((hour % 24) + 24) % 24;
  return of >= NIGHT_FROM || of < NIGHT_UNTIL;
}

/** Rows of the people in an event beside somebody. */
function othersIn({ entry, roles }: EventRecord, who: number): number[] {
  return entry.roles.flatMap((role) => {
    const row = roles[role];
    return entry.kind.roles[role].table === person && row !== undefined && row !== who ? [row] : [];
  });
}

/** Whether something comes back to somebody in this hour, by what happened or for nothing at hand. */
function relive(world: World, who: number, recall: Recall | undefined): void {
  const u = world.luck(P_RELIVES, who);
  if (recall !== undefined && u < recall.chance) {
    comesBack(world, who, recall.row, recall.by, recall.cue);
    return;
  }
  if (u >= UNBIDDEN * troubled(world, who)) return;
  const rows = stinging(world, who);
  if (rows.length > 0) comesBack(world, who, gravest(world, rows), 'nothing', 0);
}

function comesBack(world: World, who: number, row: number, by: (typeof CUED_BY)[number], cue: number): void {
  world.trace.open(who, world.time);
  readTroubled(world, who);
  world.of(engram).mark.at(row);
  world.of(body).awake.at(who);
  const fields = { ...asRemembered(world, who, row), by };
  world.propose(relived, fields, [reason(fields.of), reason(cue)]);
  world.trace.close(false);
}

function dream(world: World, who: number): void {
  const u = world.luck(P_DREAMS, who);
  const lonely = 1 - NEAR_SPARES * world.of(trauma).near.raw[who];
  if (u >= DREAMS * troubled(world, who) * lonely || hoursAsleep(world, who) < 1) return;
  const rows = stinging(world, who);
  if (rows.length === 0) return;
  const row = drawn(world, rows, world.luck(P_OF_WHAT, who));
  world.trace.open(who, world.time);
  readTroubled(world, who);
  world.of(engram).mark.at(row);
  world.of(body).awake.at(who);
  const fields = asRemembered(world, who, row);
  world.propose(wokeFrom, fields, [reason(fields.of)]);
  world.trace.close(false);
}

const weightOf = (world: World, row: number): number => world.of(engram).sting.raw[row] * vividness(world, row);

function gravest(world: World, rows: readonly number[]): number {
  return rows.reduce((most, row) => (weightOf(world, row) > weightOf(world, most) ? row : most));
}

/** One of some memories by luck (0..1): the graver, the likelier. */
function drawn(world: World, rows: readonly number[], u: number): number {
  let left = u * rows.reduce((sum, row) => sum + weightOf(world, row), 0);
  for (const row of rows) {
    left -= weightOf(world, row);
    if (left < 0) return row;
  }
  return rows[rows.length - 1];
}

/** How somebody has a memory before them. */
interface Remembered {
  readonly actor: number;
  /** Whom it is about, and where it was. */
  readonly target: number;
  readonly where: number;
  readonly place: number;
  readonly of: number;
  readonly how: (typeof SENSED)[number];
  readonly again: boolean;
}

function asRemembered(world: World, who: number, row: number): Remembered {
  const { what, relived: times } = world.of(engram);
  const of = what.raw[row];
  const past = readEvent(world, of);
  const target = othersIn(past, who)[0] ?? -1;
  const where = past.roles['place'] ?? -1;
  const place = world.of(position).at.at(who);
  return { actor: who, target, where, place, of, how: sensed(past, who, target, where), again: times.raw[row] > 0 };
}

function sensed(past: EventRecord, who: number, target: number, where: number): (typeof SENSED)[number] {
  if (past.kind === 'wounds/wounded' && past.roles['target'] === who) return 'felt';
  if (target >= 0) return past.entry.system === 'voice' ? 'heard' : 'saw';
  return where >= 0 ? 'was there' : 'those days';
}
