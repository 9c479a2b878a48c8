/** By day, with no enemy about, those who hold a place bury the dead: their own each in a grave, the others together. */
import { claim, mind } from '../../kernel/beliefs.ts';
import { enabled, jointly, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { outAsKnown } from '../captivity/state.ts';
import { groupOf, hostile, side } from '../groups/state.ts';
import { fitOf, isSettled } from '../infirmary/patients.ts';
import { skyLight } from '../light/state.ts';
import { whoSeesTo } from '../offices/state.ts';
import { bond, bondOf } from '../past/state.ts';
import { ground, metresBetween, position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { isAt } from '../sight/state.ts';
import { effortOf, handsAt, readHands } from '../work/hands.ts';
import { hands, task } from '../work/tasks.ts';
import { OWN_HOURS, TOGETHER_HOURS, begun, buried, buriedTogether, deadOf, done } from './events.ts';
import { digging, grave } from './state.ts';

/** The hours of the day in which graves are dug, from and until, and the light that it takes. [d] */
const FROM = 9;
const UNTIL = 16;
const LIGHT_TO_DIG = 0.3;
/** Hours after a fight before anybody thinks of the dead. [d] */
const RESTS_HOURS = 6;
/** Share of those who are fit whom it takes, and the most who dig at once; how urgent it is, and what it counts for that somebody was close to the dead, 0..1. [d] */
const SHARE = 0.3;
const MOST_DIGGERS = 8;
const NEED = 0.7;
const MOURNS = 0.5;
/** Seconds for which the sight of an enemy keeps people from it. [d] */
const WARY_SECONDS = 7200;
/** Metres across from which on open ground has room for graves; and metres out of which the dead are brought. [d] */
const ROOMY = 25;
const WITHIN_METRES = 400;

export const graves = task('burial/graves', 'dig', {
  from: FROM,
  until: UNTIL,
  light: LIGHT_TO_DIG,
  heavy: true,
  want: (world, of, fit) => {
    if (world.of(digging).begun.at(of) === 0) return null;
    const most = Math.min(MOST_DIGGERS, Math.max(1, Math.ceil(fit * SHARE)));
    return hands(most, NEED, [world.of(digging).begunBy.raw[of]]);
  },
  suits: (world, of) => {
    const dead = new Set(deadOf(world, of));
    const { from, to, count } = world.of(bond);
    const mourners = new Set<number>();
    for (let row = 0; row < count; row++) if (dead.has(to.raw[row])) mourners.add(from.raw[row]);
    return (who) => (mourners.has(who) ? MOURNS : 0);
  },
});

export const dig = rule('burial/dig', { phase: 'decide', at: 'hour' }, (world, beat) => {
  const hour = Math.floor(world.time / 3600) % 24;
  if (hour < FROM || hour >= UNTIL || skyLight(world) < LIGHT_TO_DIG) return;
  const among = new Set(beat.members);
  for (let of = 0; of < world.of(group).count; of++) {
    const home = world.of(side).home.raw[of] - 1;
    if (home < 0 || !isSettled(world, of, RESTS_HOURS)) continue;
    const fit = fitOf(world, of, among);
    const boss = whoSeesTo(world, of, null, fit);
    if (boss < 0) continue;
    const at = graveyardOf(world, of, home);
    const own = deadWithin(world, of, boss, at);
    const others = otherDead(world, of, boss, at);
    const isOn = world.of(digging).begun.raw[of] === 1;
    if (own.length + others.length === 0) {
      if (isOn) finish(world, of, boss, at);
    } else if (!enemyAbout(world, boss)) {
      if (isOn) goOn(world, of, handsAt(world, of, graves, fit), at, own, others);
      else begin(world, of, boss, at, own, others);
    }
  }
});

/** Where a group buries its dead: where the scenario says, else the nearest open ground with room for it. */
function graveyardOf(world: World, of: number, home: number): number {
  const named = world.of(digging).at.raw[of];
  if (named > 0) return named - 1;
  const { roofed, size } = world.of(ground);
  let best = home;
  for (let at = 0; at < world.of(place).count; at++) {
    if (roofed.raw[at] === 1 || size.raw[at] < ROOMY) continue;
    if (best === home || metresBetween(world, home, at) < metresBetween(world, home, best)) best = at;
  }
  return best;
}

/** The dead of a group who lie within reach of the graves, for whoever has them brought there. */
function deadWithin(world: World, of: number, boss: number, at: number): number[] {
  const { at: where } = world.of(position);
  return deadOf(world, of).filter((who) => wayMetres(world, boss, at, where.raw[who]) <= WITHIN_METRES);
}

function otherDead(world: World, of: number, boss: number, at: number): number[] {
  const found: number[] = [];
  for (let other = 0; other < world.of(group).count; other++) {
    if (other !== of) found.push(...deadWithin(world, other, boss, at));
  }
  return found;
}

/** Whether somebody has seen, or been told of, an enemy on their feet of late. */
export function enemyAbout(world: World, boss: number): boolean {
  const claims = world.of(claim);
  for (let row = world.of(mind).first.raw[boss] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] !== isAt.hash || claims.polarity.raw[row] === 0) continue;
    if (world.time - claims.seen.raw[row] > WARY_SECONDS) continue;
    const who = claims.subject.raw[row];
    if (hostile(world, groupOf(world, boss), groupOf(world, who)) && outAsKnown(world, boss, who) < 0) return true;
  }
  return false;
}

function begin(world: World, of: number, boss: number, at: number, own: number[], others: number[]): void {
  const { alive, downBy } = world.of(body);
  world.trace.open(boss, world.time);
  const dead = own.length > 0 ? own : others;
  // Any of them would have been reason enough; those who fell first lie longest.
  const first = dead.map((who) => (alive.at(who) === 0 ? downBy.raw[who] : 0)).sort((a, b) => a - b);
  const because = jointly(first.slice(0, 12), 1);
  world.propose(begun, { actor: boss, group: of, place: at, own: own.length, others: others.length }, because);
  world.trace.close(false);
}

function finish(world: World, of: number, boss: number, at: number): void {
  world.trace.open(boss, world.time);
  const begunBy = world.of(digging).begunBy.raw[of];
  world.of(digging).begun.at(of);
  readGraves(world);
  world.propose(done, { actor: boss, group: of, place: at }, [enabled(begunBy)]);
  world.trace.close(false);
}

/** An hour of digging; as many are buried as there are graves for. */
function goOn(world: World, of: number, diggers: readonly number[], at: number, own: number[], others: number[]): void {
  if (diggers.length === 0) return;
  const rows = world.of(digging);
  // Toil adds up and is no event until somebody lies in the earth.
  rows.hours.raw[of] = rows.hours.raw[of] + diggers.reduce((sum, who) => sum + effortOf(world, who, 'dig'), 0);
  let hours = rows.hours.raw[of];
  const because = enabled(rows.begunBy.raw[of]);
  for (const who of own) {
    if (hours < OWN_HOURS) return;
    hours -= OWN_HOURS;
    const digger = nearestTo(world, diggers, who);
    world.trace.open(digger, world.time);
    world.of(body).alive.at(who);
    rows.begun.at(of);
    readGraves(world);
    readHands(world, groupOf(world, digger));
    const dead = reason(world.of(body).downBy.raw[who]);
    world.propose(buried, { actor: digger, target: who, place: at }, [dead, because]);
    world.trace.close(false);
  }
  for (const other of new Set(others.map((who) => groupOf(world, who)))) {
    const dead = others.filter((who) => groupOf(world, who) === other);
    if (hours < TOGETHER_HOURS * dead.length) return;
    hours = 0;
    world.trace.open(diggers[0], world.time);
    for (const who of dead) world.of(body).alive.at(who);
    rows.begun.at(of);
    readGraves(world);
    readHands(world, groupOf(world, diggers[0]));
    const fields = { actor: diggers[0], group: other, place: at, dead: dead.length };
    world.propose(buriedTogether, fields, [because]);
    world.trace.close(false);
  }
}

/** Whose turn it is to be buried rests on who lies in the earth already. Tracked. */
function readGraves(world: World): void {
  const { alive } = world.of(body);
  const { dug } = world.of(grave);
  for (let who = 0; who < world.of(person).count; who++) if (alive.raw[who] === 0) dug.at(who);
}

/** Who of those who dig lays somebody in the earth: one to whom they were somebody, else the first. */
function nearestTo(world: World, diggers: readonly number[], who: number): number {
  return diggers.find((digger) => bondOf(world, digger, who) >= 0) ?? diggers[who % diggers.length];
}
