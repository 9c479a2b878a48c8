/** What somebody was in charge of passes on when they die, lie ill or are lost, and comes back to them if they do. */
import { enabled, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { Beat } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, side } from '../groups/state.ts';
import { succeeded } from '../groups/system.ts';
import { position } from '../places/state.ts';
import { appointed, tookBack, vacant } from './events.ts';
import { OFFICES, charge, isUp, seat, seatRow, squadLeaders, successor, whoSeesTo } from './state.ts';
import type { Office } from './state.ts';

/** Hours after a fight before anybody thinks of offices. [d] */
const SETTLES_AFTER_HOURS = 3;
/** Hours for which somebody who lies, or is held, is waited for. [d] */
const WAITS_HOURS = 12;
/** The hours of the day between which it is seen to: by night most sleep. [d] */
const FROM = 8;
const UNTIL = 20;
/** What leading a squad is worth beside a skill of 0..1, and what another office costs. [d] */
const LED = 0.2;
const BURDENED = 0.6;

/** By day, each home sees to it that it is led, and that somebody sees to everything. */
export const succession = rule('offices/succession', { phase: 'sense', at: 'hour' }, (world, beat) => {
  const hour = Math.floor(world.time / 3600) % 24;
  if (hour < FROM || hour >= UNTIL) return;
  for (const [of, people] of homes(world, beat)) {
    const up = people.filter((who) => isUp(world, who) && world.of(body).awake.raw[who] === 1);
    if (up.length === 0) continue;
    passLead(world, of, up);
    const boss = whoSeesTo(world, of, null, up);
    const leading = squadLeaders(world);
    for (const office of OFFICES) {
      if (world.of(seat).holder.raw[seatRow(of, office)] !== 0) fillSeat(world, of, boss, office, people, leading);
    }
  }
});

/** Those who live in each home that is at peace, in one pass. */
function homes(world: World, beat: Beat): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const { home } = world.of(side);
  const { state, endedBy } = world.of(campaign);
  for (let of = 0; beat.bubble < 0 && of < world.of(group).count; of++) {
    const ended = endedBy.raw[of];
    const quiet = ended === 0 || world.time - world.chronicle.time(ended) >= SETTLES_AFTER_HOURS * 3600;
    if (home.raw[of] !== 0 && state.raw[of] !== 1 && quiet) found.set(of, []);
  }
  for (const who of beat.members) found.get(groupOf(world, who))?.push(who);
  return found;
}

/** Why somebody is out of it for good, or for so long that they are not waited for; 0 while they are waited for. Tracked. */
function outFor(world: World, who: number): number {
  const { alive, down, downBy } = world.of(body);
  const { gone, goneBy } = world.of(position);
  const { state, taken } = world.of(captive);
  const late = (by: number): number =>
    by !== 0 && world.time - world.chronicle.time(by) >= WAITS_HOURS * 3600 ? by : 0;
  if (alive.at(who) === 0) return downBy.raw[who];
  if (down.at(who) === 1) return late(downBy.raw[who]);
  if (state.at(who) === 2) return late(taken.raw[who]);
  return gone.at(who) === 1 ? late(goneBy.raw[who]) : 0;
}

function passLead(world: World, of: number, up: readonly number[]): void {
  const { leader, before, ledBy } = world.of(side);
  const [lead, first] = [leader.raw[of] - 1, before.raw[of] - 1];
  if (lead >= 0 && !isUp(world, lead)) {
    const next = successor(world, up);
    world.trace.open(next, world.time);
    const out = outFor(world, lead);
    if (out !== 0) world.propose(succeeded, { actor: next, target: lead, group: of }, [reason(out)]);
    world.trace.close(false);
  } else if (lead >= 0 && first >= 0 && first !== lead && up.includes(first)) {
    takeBack(world, of, first, lead, 'leader', ledBy.raw[of]);
  }
}

function fillSeat(
  world: World,
  of: number,
  boss: number,
  office: Office,
  people: readonly number[],
  leading: ReadonlySet<number>,
): void {
  const rows = world.of(seat);
  const row = seatRow(of, office);
  const [holder, first] = [rows.holder.raw[row] - 1, rows.before.raw[row] - 1];
  if (isUp(world, holder)) {
    if (first >= 0 && isUp(world, first) && world.of(body).awake.raw[first] === 1) {
      takeBack(world, of, first, holder, office, rows.by.raw[row]);
    }
    return;
  }
  if (boss < 0) return;
  world.trace.open(boss, world.time);
  rows.holder.at(row);
  const out = outFor(world, holder);
  if (out !== 0) {
    const target = bestFor(world, office, people, boss, leading);
    const roles = { actor: boss, before: holder, group: of };
    if (target >= 0) world.propose(appointed, { ...roles, target, office }, [reason(out)]);
    else if (rows.vacant.at(row) === 0) world.propose(vacant, { ...roles, office }, [reason(out)]);
  }
  world.trace.close(false);
}

/** Somebody who can see to it again has it back: because they can, where that is an event, of what another had been given. */
function takeBack(
  world: World,
  of: number,
  actor: number,
  target: number,
  office: Office | 'leader',
  by: number,
): void {
  const { down, upBy } = world.of(body);
  world.trace.open(actor, world.time);
  down.at(actor);
  world.of(captive).state.at(actor);
  const since = upBy.raw[actor] > by ? [reason(upBy.raw[actor])] : [];
  world.propose(tookBack, { actor, target, group: of, office }, [...since, enabled(by)]);
  world.trace.close(false);
}

/** Who is best for an office: whoever has been at it, by skill, then by rank; nobody who leads, and no child. -1 for nobody. */
function bestFor(
  world: World,
  office: Office,
  people: readonly number[],
  boss: number,
  leading: ReadonlySet<number>,
): number {
  const { of: charges, minor } = world.of(charge);
  const { aim, nerve, care } = world.of(body);
  const bit = 1 << OFFICES.indexOf(office);
  let best = -1;
  let most = -Infinity;
  for (const who of people) {
    if (who === boss || minor.raw[who] === 1 || !isUp(world, who)) continue;
    const skill = office === 'infirmary' ? care.raw[who] : isArmed(office) ? aim.raw[who] : nerve.raw[who];
    const also = (charges.raw[who] & bit) !== 0 ? 2 : 0;
    const burden = (charges.raw[who] & ~bit) === 0 ? 0 : BURDENED;
    const worth = skill + also + (leading.has(who) ? LED : 0) - burden;
    if (worth > most) [best, most] = [who, worth];
  }
  return best;
}

const isArmed = (office: Office): boolean => office === 'watch' || office === 'gate' || office === 'arms';
