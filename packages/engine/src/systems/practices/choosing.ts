/** Whose turn it is, and what they do with it: a race among the moves that are open, by what speaks for each. */
import { purpose } from '../../kernel/chance.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { enabled, interrupted, reason } from '../../kernel/events.ts';
import { hashText32 } from '../../kernel/hash.ts';
import { Race } from '../../kernel/race.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { able } from '../wounds/state.ts';
import { isClose, isCurt } from './considerations.ts';
import { tellTurn } from './considered.ts';
import type { Practice, Turn } from './practice.ts';
import { hasShared, known, scene } from './state.ts';

const P_MOVE = purpose('practices/move');
/** The most that a move can weigh: a race wants to know. [d] */
export const MOST_WEIGHT = 8;

const race = new Race();

/** What speaks for a move and against it, by name: how much of it there is, times what it adds. */
export function weigh(practice: Practice, name: string, turn: Turn): number {
  const { base, weighs = {} } = practice.spec.moves[name];
  let sum = base;
  for (const each of Object.keys(weighs).sort()) sum += weighs[each]! * practice.considers[each].of(turn);
  return Math.max(0, Math.min(MOST_WEIGHT, sum));
}

/** What its luck is drawn by. */
export const keyOf = (practice: Practice, name: string): number => hashText32(`${practice.id}/${name}`);

/** Whether somebody is awake and has their wits about them, in bed or out of it. Plain reads. */
function canSpeak(world: World, who: number): boolean {
  const { alive, awake } = world.of(body);
  return alive.raw[who] === 1 && awake.raw[who] === 1 && world.of(able).faint.raw[who] === 0;
}

/** How a move is said depends on who makes it to whom. Plain reads. */
export function saidBy(world: World, self: number, other: number): { close: boolean; curt: boolean } {
  return { close: isClose(world, self, other), curt: isCurt(world, self) };
}

/** The next move of a scene, or its end; `between` is the event that has come between, -1 where it was none, 0 where nothing has. */
export function takeTurn(world: World, row: number, between: number): void {
  const rows = world.of(scene);
  const practice = world.ruleset.filled(known)[rows.practice.raw[row]];
  const { next = [], unanswered = [] } = practice.spec.moves[practice.names[rows.last.raw[row]]];
  const partOf = (name: string): number =>
    practice.spec.moves[name].by === practice.spec.roles[0] ? rows.opener.raw[row] : rows.other.raw[row];
  const follow = next.length > 0 && canSpeak(world, partOf(next[0])) ? next : unanswered;
  const open = follow.filter((name) => (rows.tried.raw[row] & (1 << practice.names.indexOf(name))) === 0);
  if (between !== 0 || open.length === 0) {
    // Where the last move was made, whoever falls asleep or goes has not cut anything short.
    conclude(world, practice, row, next.length === 0 ? 0 : between);
    return;
  }
  const self = partOf(open[0]);
  const other = self === rows.opener.raw[row] ? rows.other.raw[row] : rows.opener.raw[row];
  world.trace.open(self, world.time);
  rows.last.at(row);
  const turn: Turn = {
    world,
    self,
    other,
    about: rows.about.raw[row] - 1,
    scene: row,
    over: rows.over.raw[row],
    seems: rows.seems.raw[row],
  };
  race.open(world.chance, P_MOVE, world.nameLo(person, self), world.nameLo(person, other), world.time);
  for (const name of open) race.offer(keyOf(practice, name), weigh(practice, name, turn));
  const chosen = race.pick();
  if (chosen >= 0) make(world, practice, open[chosen], turn, share(open.length, chosen));
  world.trace.close(false);
  if (isObserved(world, self)) tellTurn(practice, open, turn, race, chosen);
  if (chosen < 0) conclude(world, practice, row, 0);
}

/** How wholeheartedly the winner of the race was chosen: its part of all the weight. */
function share(options: number, chosen: number): number {
  let total = 0;
  for (let i = 0; i < options; i++) total += race.weightAt(i);
  return race.weightAt(chosen) / total;
}

function make(world: World, practice: Practice, name: string, turn: Turn, heart: number): void {
  const { self, other, scene: row, over } = turn;
  const rows = world.of(scene);
  const discloses = practice.spec.moves[name].discloses?.(world, self);
  const because = [reason(rows.lastBy.raw[row])];
  if (discloses !== undefined && discloses.by !== 0 && discloses.by !== rows.lastBy.raw[row])
    because.push(reason(discloses.by));
  const about = discloses === undefined ? turn.about : discloses.about;
  const fields = { actor: self, target: other, place: rows.at.raw[row], ...(about < 0 ? {} : { about }) };
  const kind = practice.kinds[practice.names.indexOf(name)];
  world.propose(kind, { ...fields, heart, ...saidBy(world, self, other), over }, because);
}

/** It comes to its end. */
function conclude(world: World, practice: Practice, row: number, between: number): void {
  const rows = world.of(scene);
  const actor = rows.opener.raw[row];
  const target = rows.other.raw[row];
  world.trace.open(actor, world.time);
  const degree = rows.degree.at(row);
  if (between !== 0) for (const who of [actor, target]) world.of(position).at.at(who);
  const about = rows.about.raw[row] - 1;
  const because = [reason(rows.lastBy.raw[row])];
  if (rows.by.raw[row] !== rows.lastBy.raw[row]) because.push(enabled(rows.by.raw[row]));
  if (between > 0) because.push(interrupted(between));
  const fields = { actor, target, place: rows.at.raw[row], ...(about < 0 ? {} : { about }) };
  const again = hasShared(world, rows.practice.raw[row], actor);
  const came = { degree, told: rows.told.raw[row] === 1, cut: between !== 0, again, over: rows.over.raw[row] };
  world.propose(practice.ended, { ...fields, ...came }, because);
  world.trace.close(false);
}
