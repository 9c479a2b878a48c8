/** Whoever leads a band out of reach has somebody look at those who live on the map, while there is a reason to come for what they have. */
import { purpose } from '../../kernel/chance.ts';
import { enabled, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { assault } from '../assault/state.ts';
import { outfit } from '../bands/state.ts';
import { barrier } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { isWithin } from '../defence/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, peopleIn, side } from '../groups/state.ts';
import { bond } from '../past/state.ts';
import { ground, metresBetween, sightBetween } from '../places/state.ts';
import { intent } from '../raid/state.ts';
import { able, vitals } from '../wounds/state.ts';
import { sent } from './events.ts';
import { DAY, isPlaced, isWithBand, wayFrom, whoSends, whomToLookAt } from './senders.ts';
import type { Looked } from './senders.ts';
import { errand, spying } from './state.ts';

/** The hour at which scouts are sent, and so many days after the last at the soonest. [d] */
const SENT_AT = 20;
const EVERY_DAYS = 2;
/**
 * How much each speaks for it: that they lack something; to have sworn to come back; the gravest grudge; to have been beaten off, with a place still
 * to be taken. [d]
 */
const NEED = 0.35;
const SWORN = 0.3;
const GRUDGE = 0.4;
const UNDONE = 0.3;
/** How much speaks against it: that nobody sound is left; that the last were driven off, for so many days. [d] */
const LOSSES = 0.5;
const DRIVEN_OFF = 0.25;
const SHY_DAYS = 5;
/** The chance in an evening that somebody is sent for whom all speaks. [d] */
const SENDS = 0.5;
/** From how many sound people on one is sent, and two. [d] */
const ONE_FROM = 2;
const TWO_FROM = 5;
/** By how many hours it differs when they are there, and for how many they lie there: until they have seen the watch relieved. [d] */
const DIFFERS_HOURS = 4;
const STAYS_HOURS = 3;
/** Nearer to where people live nobody lies: somebody would fall over them. [d] */
const NEAREST_METRES = 25;
/** How much open ground that hides nobody is worth to lie on, beside what does. [d] */
const BARE = 0.15;
const P_SENDS = purpose('scouting/sends');
const P_WHEN = purpose('scouting/when');
const P_WHERE = purpose('scouting/where');

interface Motive {
  readonly weight: number;
  readonly by: number;
}

export const send = rule('scouting/send', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || Math.floor(world.time / SECONDS.hour) % 24 !== SENT_AT) return;
  for (let of = 0; of < world.of(group).count; of++) {
    if (!isPlaced(world, of) || !isDue(world, of)) continue;
    const leader = whoSends(world, of);
    if (leader >= 0) consider(world, of, leader);
  }
});

/** Whether a group has not sent anybody of late. */
function isDue(world: World, of: number): boolean {
  const { last } = world.of(spying);
  return last.raw[of] === 0 || world.time - last.raw[of] >= EVERY_DAYS * DAY;
}

/** Those of a band who are sound and with it, the best at creeping first; whoever leads it stays. */
function soundOf(world: World, of: number, leader: number): number[] {
  const { stealth } = world.of(body);
  return peopleIn(world, of)
    .filter((who) => who !== leader && isWithBand(world, who) && isSound(world, who))
    .sort((a, b) => stealth.raw[b] - stealth.raw[a] || a - b);
}

const isSound = (world: World, who: number): boolean =>
  world.of(vitals).open.raw[who] === 0 && world.of(able).legs.raw[who] === 0 && world.of(errand).stage.raw[who] === 0;

function consider(world: World, of: number, leader: number): void {
  world.trace.open(leader, world.time);
  const looked = whomToLookAt(world, of);
  if (looked !== null) lookAt(world, of, leader, looked);
  world.trace.close(false);
}

function lookAt(world: World, of: number, leader: number, { whom, word }: Looked): void {
  const sound = soundOf(world, of, leader);
  for (const who of peopleIn(world, of)) world.of(body).down.at(who);
  const motives = motivesOf(world, of, leader, whom);
  const sum = motives.reduce((all, each) => all + each.weight, 0) - against(world, of, sound.length);
  const drawn = world.luck(P_SENDS, leader);
  if (sound.length < ONE_FROM || drawn >= SENDS * sum) return;
  readWalls(world, whom);
  const at = whereToLie(world, whom, world.luck(P_WHERE, leader));
  if (at < 0) return;
  const hours = Math.ceil(wayFrom(world, of) / SECONDS.hour) + Math.floor(DIFFERS_HOURS * world.luck(P_WHEN, leader));
  const from = world.time + hours * SECONDS.hour;
  const other = sound.length >= TWO_FROM ? sound[1] : -1;
  const times = { from, until: from + STAYS_HOURS * SECONDS.hour };
  const roles = { actor: leader, target: sound[0], other, group: whom, place: at };
  world.propose(sent, { ...roles, ...times }, [
    ...reasonsFor(motives, sum, drawn),
    ...(word === 0 ? [] : [enabled(word)]),
  ]);
}

/** What speaks for it, with the event behind each. Reads are tracked. */
function motivesOf(world: World, of: number, leader: number, whom: number): Motive[] {
  const motives: Motive[] = [];
  const band = world.of(outfit);
  const short = band.short.at(of) === 1 ? band.shortBy.raw[of] : world.of(intent).shortBy.at(of);
  if (short !== 0) motives.push({ weight: NEED, by: short });
  if (band.sworn.at(of) === 1) motives.push({ weight: SWORN, by: band.swornBy.raw[of] });
  const planned = world.of(assault).planned.at(of) || world.of(intent).planned.at(of);
  if (planned !== 0) motives.push({ weight: UNDONE, by: world.of(campaign).endedBy.at(of) });
  const rows = world.of(bond);
  let gravest: Motive | null = null;
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.from.raw[row] !== leader || groupOf(world, rows.to.raw[row]) !== whom) continue;
    const weight = GRUDGE * rows.grudge.at(row);
    if (weight > (gravest?.weight ?? 0)) gravest = { weight, by: rows.by.raw[row] };
  }
  return gravest === null ? motives : [...motives, gravest];
}

/** What speaks against it. */
function against(world: World, of: number, sound: number): number {
  const lost = 1 - sound / Math.max(1, peopleIn(world, of).length);
  const off = world.of(spying).drivenOff.at(of);
  const shy = off !== 0 && world.time - world.chronicle.time(off) < SHY_DAYS * DAY;
  return LOSSES * lost + (shy ? DRIVEN_OFF : 0);
}

/** Each motive without which nobody would have been sent; where none alone decides, all of them together. */
function reasonsFor(motives: readonly Motive[], sum: number, drawn: number): Cause[] {
  const needed = motives.filter(({ weight }) => drawn >= SENDS * (sum - weight));
  if (needed.length > 0) return needed.map(({ by }) => reason(by));
  return jointly([...new Set(motives.map(({ by }) => by))], 1);
}

/** What can be seen from where rests on which of a group's walls stand. Tracked. */
function readWalls(world: World, whom: number): void {
  const { keeper, breached } = world.of(barrier);
  for (let row = 0; row < world.of(barrier).count; row++) if (keeper.raw[row] === whom + 1) breached.at(row);
}

/** From where one sees most of a group's home and is seen least, by luck (0..1) in proportion; -1 for nowhere. */
function whereToLie(world: World, whom: number, u: number): number {
  const { count } = world.of(place);
  const home = world.of(side).home.raw[whom] - 1;
  const { roofed, concealment } = world.of(ground);
  const worth = (at: number): number => {
    if (at === home || isWithin(world, whom, at) || roofed.raw[at] === 1) return 0;
    if (metresBetween(world, home, at) < NEAREST_METRES) return 0;
    let seen = 0;
    for (let to = 0; to < count; to++) {
      if (to === home || isWithin(world, whom, to)) seen = Math.max(seen, sightBetween(world, at, to));
    }
    return seen * (BARE + concealment.raw[at]);
  };
  let sum = 0;
  for (let at = 0; at < count; at++) sum += worth(at);
  let left = u * sum;
  for (let at = 0; at < count; at++) {
    left -= worth(at);
    if (left < 0) return at;
  }
  return -1;
}
