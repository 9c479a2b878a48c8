/** By night somebody sits by those who may not see the morning; whoever dies does so with them, or alone. */
import { enabled, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { readRegard, regard } from '../bonds/state.ts';

import { position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { fever, vitals } from '../wounds/state.ts';
import { closedEyes, foundDead, satBy } from './events.ts';
import { fitOf, isSettled, needBehind, patientsOf } from './patients.ts';
import { bedside, care, lying } from './state.ts';

/** The hour at which somebody sits down by them, and that of the carer's first look. [d] */
const SITS_AT = 21;
const LOOKS_AT = 6;
/** Seconds before a fever turns within which it looks as if it might kill. [d] */
const TURNS_SOON = 36 * 3600;
/** How fond of them somebody is who sits by them for their own sake. [d] */
const FOND = 0.2;
/** Metres that somebody goes for it. [d] */
const COMES_METRES = 400;

const hourOf = (world: World): number => Math.floor(world.time / 3600) % 24;

export const sit = rule('infirmary/sit', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (hourOf(world) !== SITS_AT) return;
  const among = new Set(beat.members);
  for (let of = 0; of < world.of(group).count; of++) {
    if (!isSettled(world, of)) continue;
    const dying = patientsOf(world, of, among).filter((who) => mayDie(world, who));
    if (dying.length === 0) continue;
    const fit = fitOf(world, of, among);
    for (const who of dying) sitBy(world, who, fit);
  }
});

/** Whether somebody looks as if they might not see the morning. */
function mayDie(world: World, who: number): boolean {
  const { state, turnsAt } = world.of(fever);
  if (state.raw[who] === 0) return world.of(vitals).failing.raw[who] > 0;
  if (world.of(lying).givenUp.raw[who] === 1) return true;
  return world.of(body).down.raw[who] === 1 && turnsAt.raw[who] - world.time < TURNS_SOON;
}

/** Whoever is fondest of them, if anybody is, else whoever has them in hand. */
function sitBy(world: World, who: number, fit: number[]): void {
  const { at } = world.of(position);
  const near = (each: number): boolean => wayMetres(world, each, at.raw[each], at.raw[who]) <= COMES_METRES;
  const close = fondestOf(world, who, fit.filter(near));
  const sitter = close ?? fit.find((each) => each + 1 === world.of(care).carer.raw[who] && near(each));
  if (sitter === undefined) return;
  fit.splice(fit.indexOf(sitter), 1);
  world.trace.open(sitter, world.time);
  world.of(fever).state.at(who);
  world.of(lying).givenUp.at(who);
  readRegard(world, sitter, who, 'affection');
  const given = world.of(lying).givenUpBy.raw[who];
  const why = world.of(lying).givenUp.raw[who] === 1 ? given : needBehind(world, who);
  world.propose(satBy, { actor: sitter, target: who, place: at.at(who) }, [reason(why)]);
  world.trace.close(false);
}

/** Of some people whoever is fondest of somebody, if any is. Plain reads. */
function fondestOf(world: World, who: number, among: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = FOND;
  for (const each of among) {
    const fond = each === who ? 0 : regard(world, each, who, 'affection');
    if (fond > most) [best, most] = [each, fond];
  }
  return best;
}

/** The hour's look at those who have died in bed: whoever sits by them knows it at once, the others in the morning. */
export const look = rule('infirmary/look', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const { alive, downBy } = world.of(body);
  const { watched, sits, until } = world.of(bedside);
  for (const who of beat.members) {
    const sitter = watched.raw[who] - 1;
    if (alive.raw[who] === 1 || world.of(care).carer.raw[who] === 0 || world.of(lying).known.raw[who] === 1) continue;
    const place = world.of(position).at.raw[who];
    const carer = world.of(care).carer.raw[who] - 1;
    const wakes = sitter >= 0 && world.of(body).awake.raw[sitter] === 1;
    const isThere = wakes && sits.raw[sitter] === who + 1 && until.raw[sitter] >= world.time;
    const finder = isThere ? sitter : carer;
    if (!isThere && hourOf(world) < LOOKS_AT) continue;
    if (alive.raw[finder] === 0) continue;
    world.trace.open(finder, world.time);
    alive.at(who);
    const roles = { actor: finder, target: who, place };
    const death = reason(downBy.raw[who]);
    if (isThere) world.propose(closedEyes, roles, [death, enabled(world.of(bedside).by.raw[who])]);
    else world.propose(foundDead, roles, [death]);
    world.trace.close(false);
  }
});
