/** By day, while there is an enemy about, some go round what lies about: they find where people have lain, or nobody. */
import { purpose } from '../../kernel/chance.ts';
import { enabled, reason } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { alarm } from '../alarms/state.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { isWithin } from '../defence/state.ts';
import { side } from '../groups/state.ts';
import { fitOf, isSettled, readFit } from '../infirmary/patients.ts';
import { care } from '../infirmary/state.ts';
import { skyLight } from '../light/state.ts';
import { ground } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { inCharge } from '../routine/people.ts';
import { roster } from '../routine/state.ts';
import { tracks } from '../scouting/state.ts';
import { vitals, able } from '../wounds/state.ts';
import { found, returned, sent } from './events.ts';
import { going, patrol } from './state.ts';

/** The hours of the day at which a patrol goes and is home again, and the light that it takes. [d] */
const GOES_AT = 10;
const HOME_AT = 13;
const LIGHT = 0.4;
/** Hours after an alarm within which it has one sent; days after a fight, and between two on account of it. [d] */
const AFTER_ALARM_HOURS = 16;
const AFTER_FIGHT_DAYS = 10;
const EVERY_DAYS = 2;
/** Hours after a fight before anybody is sent out. [d] */
const RESTS_HOURS = 6;
/** From how many who are fit on two go, and three. [d] */
const TWO_FROM = 6;
const THREE_FROM = 12;
/** Metres of way within which they go round. [d] */
const ROUND_METRES = 400;
/** Days for which tracks can be read, and the chance to find them. [d] */
const TRACKS_DAYS = 3;
const FINDS = 0.6;
const DAY = 86_400;
const P_WHERE = purpose('patrols/where');
const P_FINDS = purpose('patrols/finds');

const hourOf = (world: World): number => Math.floor(world.time / SECONDS.hour) % 24;

export const send = rule('patrols/send', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world) !== GOES_AT || skyLight(world) < LIGHT) return;
  const among = new Set(beat.members);
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0 || !isSettled(world, of, RESTS_HOURS)) continue;
    const charge = inCharge(world, of);
    if (charge < 0) continue;
    const fit = fitOf(world, of, among).filter((who) => who !== charge && canGo(world, who));
    if (fit.length >= TWO_FROM) sendSome(world, of, charge, fit);
  }
});

/** Whether somebody is grown and sound, and sees to nobody. */
function canGo(world: World, who: number): boolean {
  const { legs, faint } = world.of(able);
  if (legs.raw[who] !== 0 || faint.raw[who] !== 0 || world.of(vitals).open.raw[who] !== 0) return false;
  return (
    world.of(roster).excused.raw[who] === 0 &&
    world.of(vitals).tending.raw[who] === 0 &&
    world.of(care).carer.raw[who] === 0
  );
}

function sendSome(world: World, of: number, charge: number, fit: readonly number[]): void {
  world.trace.open(charge, world.time);
  readFit(world, of);
  const by = causeOf(world, of);
  const at = by === 0 ? -1 : whereTo(world, of, charge);
  if (at >= 0) {
    const { stealth } = world.of(body);
    const best = [...fit].sort((a, b) => stealth.raw[b] - stealth.raw[a] || a - b);
    const third = fit.length >= THREE_FROM ? best[2] : -1;
    const fields = { actor: charge, target: best[0], other: best[1], third, group: of, place: at };
    world.propose(sent, fields, [reason(by)]);
  }
  world.trace.close(false);
}

/** On account of what a patrol is sent: an alarm of last night, or a fight that is not long ago; 0 for nothing. Reads are tracked. */
function causeOf(world: World, of: number): number {
  const last = world.of(alarm).by.at(of);
  if (last !== 0 && world.time - world.chronicle.time(last) < AFTER_ALARM_HOURS * SECONDS.hour) return last;
  const fight = world.of(campaign).endedBy.at(of);
  if (fight === 0 || world.time - world.chronicle.time(fight) > AFTER_FIGHT_DAYS * DAY) return 0;
  const before = world.of(going).last.at(of);
  return before > 0 && world.time - before < EVERY_DAYS * DAY - SECONDS.hour ? 0 : fight;
}

/** Where they go first: where the alarm of last night was, else by luck; -1 where nothing lies about. */
function whereTo(world: World, of: number, charge: number): number {
  const { by, at } = world.of(alarm);
  if (by.raw[of] !== 0 && world.time - world.chronicle.time(by.raw[of]) < AFTER_ALARM_HOURS * SECONDS.hour) {
    return at.raw[of] - 1;
  }
  const about = placesAbout(world, of, charge);
  return about.length === 0 ? -1 : about[Math.floor(world.luck(P_WHERE, charge) * about.length)];
}

/** Places in the open without the walls that a patrol comes by. */
function placesAbout(world: World, of: number, who: number): number[] {
  const home = world.of(side).home.raw[of] - 1;
  const found: number[] = [];
  for (let at = 0; at < world.of(place).count; at++) {
    if (at === home || isWithin(world, of, at) || world.of(ground).roofed.raw[at] === 1) continue;
    const metres = wayMetres(world, who, home, at);
    if (metres >= 0 && metres <= ROUND_METRES) found.push(at);
  }
  return found;
}

/** On their round they find what tracks there are; then they go home. */
export const goRound = rule('patrols/go-round', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const { leads } = world.of(going);
  for (let of = 0; of < world.of(group).count; of++) {
    const who = leads.raw[of] - 1;
    if (who < 0 || world.of(campaign).state.raw[of] === 1 || hourOf(world) === GOES_AT) continue;
    if (hourOf(world) === GOES_AT + 1) search(world, of, who);
    else if (hourOf(world) >= HOME_AT || hourOf(world) < GOES_AT) goHome(world, of, who);
  }
});

function search(world: World, of: number, who: number): void {
  const rows = world.of(tracks);
  for (const at of placesAbout(world, of, who)) {
    if (rows.by.raw[at] === 0 || rows.foundBy.raw[at] !== 0 || world.time - rows.since.raw[at] > TRACKS_DAYS * DAY)
      continue;
    if (world.luck(P_FINDS, who, -1, at) >= FINDS) continue;
    world.trace.open(who, world.time);
    rows.since.at(at);
    world.of(patrol).on.at(who);
    const because = [reason(rows.by.raw[at]), enabled(world.of(going).by.raw[of])];
    world.propose(found, { actor: who, group: of, place: at }, because);
    world.trace.close(false);
  }
}

function goHome(world: World, of: number, who: number): void {
  const rows = world.of(going);
  world.trace.open(who, world.time);
  world.of(patrol).on.at(who);
  const place = world.of(side).home.raw[of] - 1;
  const tracked = rows.foundBy.at(of);
  world.propose(returned, { actor: who, group: of, place, empty: tracked === 0 }, [
    enabled(rows.by.raw[of]),
    reason(tracked),
  ]);
  world.trace.close(false);
}
