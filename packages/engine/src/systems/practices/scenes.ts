/** How a scene goes from move to move: each tried, made, noticed by those who are there, and followed by the next some minutes later. */
import { agendaAct, schedule } from '../../kernel/agenda.ts';
import { within } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { aboutEvent, maybe, real, role, yesNo } from '../../kernel/events.ts';
import { SECONDS } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { position } from '../places/state.ts';
import { roster } from '../routine/state.ts';
import { takeTurn } from './choosing.ts';
import type { Done, Practice } from './practice.ts';
import { company, known as practices, remember, scene } from './state.ts';

/** Who has a part in a move: who makes it, to whom, where, and about whom. */
export const ROLES = { actor: role(person), target: role(person), place: role(place), about: maybe(person) } as const;
/** How wholeheartedly, between whom, by one of few words or not, and what it is all about. */
export const MOVE_DATA = { heart: real('0..1'), close: yesNo, curt: yesNo, over: aboutEvent } as const;
/** How far it came; whether something was told that had been kept back; whether something cut it short; whether whoever began it had shared the like before. */
export const ENDED_DATA = { degree: real('0..1'), told: yesNo, cut: yesNo, again: yesNo, over: aboutEvent } as const;

/** How much of what a move brings comes of it even where it is made half-heartedly. [d] */
const AT_LEAST = 0.6;
/** The most of those about who notice what goes on between two people, and how clearly they hear it, 0..255. [d] */
const MOST_NOTICE = 8;
const OVERHEARD = 150;
/** Hours that somebody stays up for a vigil, at most. [d] */
const VIGIL_HOURS = 8;
const P_PAUSE = purpose('practices/pause');

interface Fields {
  readonly actor: number;
  readonly target: number;
}

export function practiceOf(world: World, id: string): Practice {
  return world.ruleset.filled(practices).find((each) => each.id === id)!;
}

/** Both have to be alive; the rest has been looked to by whoever makes the move. */
export const canBe = (world: World, { actor, target }: Fields): boolean =>
  world.of(body).alive.raw[actor] === 1 && world.of(body).alive.raw[target] === 1;

/** Row of the scene that somebody is in, whoever began it; -1 for none. Plain, but that a scene which is gone is noted. */
function sceneOf(world: World, who: number): number {
  const rows = world.of(company);
  const own = rows.scene.at(who);
  return own >= 0 ? own : rows.with.at(who);
}

/** The attempt takes its minutes, even where nothing comes of it. */
export function tryMove(world: World, practice: string, name: string, { actor }: Fields): void {
  const row = sceneOf(world, actor);
  if (row < 0) {
    world.of(company).overAt.put(actor, world.time);
    return;
  }
  const { tried } = world.of(scene);
  const known = practiceOf(world, practice);
  tried.put(row, tried.raw[row] | (1 << known.names.indexOf(name)));
  wait(world, known, row, known.spec.moves[name].next === undefined);
}

/** The next move comes some minutes from now; after the last, it is soon over. */
function wait(world: World, { spec }: Practice, row: number, last = false): void {
  const { opener, other, begun } = world.of(scene);
  const who = opener.raw[row];
  const [least, most] = spec.pause;
  const minutes = last ? 1 : least + (most - least) * world.luck(P_PAUSE, who, other.raw[row]);
  const time = world.time + Math.floor(minutes * SECONDS.minute);
  schedule(world, next, time, world.nameHash(person, who), who, begun.raw[row]);
}

/** A move has been made: it begins a scene, or brings one on. */
export function goOn(world: World, practice: string, name: string, event: Done & { readonly over: number }): void {
  const known = practiceOf(world, practice);
  const rows = world.of(scene);
  const index = known.names.indexOf(name);
  const move = known.spec.moves[name];
  let row = sceneOf(world, event.actor);
  if (row < 0) row = begin(world, known, index, event);
  rows.last.put(row, index);
  rows.lastBy.put(row, event.id);
  if (move.aside === true) rows.aside.put(row, 1);
  if (move.discloses !== undefined) {
    rows.told.put(row, 1);
    rows.about.put(row, (event.about ?? -1) + 1);
  }
  if (move.brings !== undefined) {
    const { to, by } = move.brings;
    // How a scene begins does not hang on how grave things looked.
    const heart = move.opens === true ? 1 : event.heart;
    const share = by * (AT_LEAST + (1 - AT_LEAST) * heart);
    rows.degree.put(row, rows.degree.raw[row] + (to - rows.degree.raw[row]) * share);
  }
  if (rows.aside.raw[row] === 0)
    for (const who of aboutThem(world, event)) world.chronicle.addWitness(witnessWord(who, BY_HEARING, OVERHEARD));
  move.does?.(world, event);
}

function begin(world: World, known: Practice, index: number, event: Done & { readonly over: number }): number {
  const rows = world.of(scene);
  const { scene: own, with: joined, keepsUntil, by } = world.of(company);
  const row = rows.add();
  rows.practice.put(row, world.ruleset.filled(practices).indexOf(known));
  rows.opener.put(row, event.actor);
  rows.other.put(row, event.target);
  rows.about.put(row, (event.about ?? -1) + 1);
  rows.at.put(row, event.place);
  rows.begun.put(row, world.time);
  rows.tried.put(row, 1 << index);
  rows.seems.put(row, event.heart);
  rows.over.put(row, event.over);
  rows.by.put(row, event.id);
  own.put(event.actor, row);
  joined.put(event.target, row);
  by.put(event.actor, event.id);
  if (known.spec.vigil === true) keepsUntil.put(event.actor, world.time + VIGIL_HOURS * SECONDS.hour);
  wait(world, known, row);
  return row;
}

/** Those who are about and cannot help noticing: the first few by their names. */
function aboutThem(world: World, { actor, target, place: here }: Done): number[] {
  const { at } = world.of(position);
  const found: number[] = [];
  for (let who = 0; who < world.of(person).count && found.length < MOST_NOTICE; who++) {
    if (at.raw[who] === here && who !== actor && who !== target && canAct(world, who)) found.push(who);
  }
  return found;
}

/** It is over: they have no more to do with each other, whether or not it is taken note of. */
export function giveUpScene(world: World, { actor }: Fields): void {
  const { scene: own, with: joined, overAt, keepsUntil } = world.of(company);
  const row = own.at(actor);
  if (row < 0) return;
  const other = world.of(scene).other.raw[row];
  own.put(actor, -1);
  joined.put(other, -1);
  overAt.put(actor, world.time);
  overAt.put(other, world.time);
  keepsUntil.put(actor, 0);
  world.of(scene).remove(row);
}

/** What two people have shared stays with them. */
export function endScene(
  world: World,
  practice: string,
  event: Fields & { readonly id: number; readonly degree: number; readonly over: number },
): void {
  const index = world.ruleset.filled(practices).indexOf(practiceOf(world, practice));
  remember(world, index, event.actor, event.target, event.degree, event.over, event.id);
}

/** The next move of a scene is due: by whoever's turn it is, if nothing has come between. */
export const next = agendaAct('practices/next', (world, opener, begun) => {
  const row = world.of(company).scene.at(opener);
  if (row < 0 || world.of(scene).begun.raw[row] !== begun) return;
  takeTurn(world, row, comesBetween(world, row));
});

/** The event that has come between two people in the middle of a scene; 0 where they can go on, -1 where it was none. Plain reads. */
function comesBetween(world: World, row: number): number {
  const rows = world.of(scene);
  const [opener, other] = [rows.opener.raw[row], rows.other.raw[row]];
  const { at, by } = world.of(position);
  const { alive, downBy } = world.of(body);
  const { spec } = world.ruleset.filled(practices)[rows.practice.raw[row]];
  const { on, took } = world.of(roster);
  const apart = spec.other !== undefined && spec.other !== 'up' && !canAct(world, other);
  for (const who of [opener, other]) {
    if (alive.raw[who] === 0) return downBy.raw[who] || -1;
    if (world.of(within).bubble.raw[who] !== 0) return -1;
    if (on.raw[who] === 1) return took.raw[who] || -1;
    if (apart && who === other) continue;
    if (!apart && at.raw[who] !== rows.at.raw[row]) return by.raw[who] || -1;
    if (!canAct(world, who)) return -1;
  }
  return 0;
}
