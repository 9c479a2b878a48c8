/** What a group does about its water by the day: it is allowed, and shared out. */
import { enabled, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { readEvent } from '../../kernel/read.ts';
import { rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { readCharge, whoSeesTo } from '../offices/state.ts';
import { ableOf, dayOf, hourOf } from '../rations/state.ts';
import { tellAllowance } from './considered.ts';
import { ranOut, set, shared } from './events.ts';
import { dayOn, drinkersOf, waterOf } from './sharing.ts';
import { carriedFrom, drawable, isCutOff, sourcesOf } from './sources.ts';
import { ALLOWANCES, source, supply } from './state.ts';

/** The hours from which on water is shared out, and until which; once a day. [d] */
const SHARED_FROM = 8;
const UNTIL = 20;
/** More is given again only where there is so many times what has to be there. [d] */
const MORE_WHERE = 1.25;
/** The most events that are stated. */
const MOST_STATED = 6;

/** Groups of whose water the scenario tells, in the order of their rows. */
function* supplied(world: World): Generator<number> {
  const { seat } = world.of(supply);
  for (let of = 0; of < world.of(group).count; of++) if (seat.raw[of] !== 0) yield of;
}

const isBetween = (world: World, from: number): boolean => hourOf(world.time) >= from && hourOf(world.time) <= UNTIL;

export const allow = rule('water/allow', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || !isBetween(world, SHARED_FROM)) return;
  for (const of of supplied(world)) {
    if (world.of(supply).weighedOn.raw[of] === dayOf(world.time)) continue;
    const who = whoSeesTo(world, of, null, ableOf(world, of));
    if (who >= 0) weigh(world, of, who);
  }
});

/** The most that can be given for as many days as have to be covered, with what can be fetched by then. */
function weigh(world: World, of: number, who: number): void {
  const rows = world.of(supply);
  world.trace.open(who, world.time);
  readCharge(world, of, null);
  rows.weighedOn.raw[of] = dayOf(world.time);
  const cover = rows.days.raw[of];
  const there = budgetOf(world, of, cover);
  const now = rows.allowance.at(of);
  const due = lasting(world, of, there, cover);
  const to = due > now ? due : Math.min(now, lasting(world, of, there / MORE_WHERE, cover));
  tellAllowance(world, of, who, { there, cover, to });
  if (to !== now) {
    const fields = { actor: who, group: of, place: rows.seat.raw[of] - 1, to: ALLOWANCES[to] };
    world.propose(set, fields, jointly(behind(world, of), 1));
  }
  world.trace.close(false);
}

/** Millilitres in the stores, in what the rain fills, and what rises in so many days as far as it can be carried. Tracked. */
function budgetOf(world: World, of: number, days: number): number {
  let sum = waterOf(world, of);
  for (const at of sourcesOf(world, of)) {
    const drawn = drawable(world, of, at);
    if (drawn === 0) continue;
    const daily = world.of(source).yields.raw[at];
    sum += Math.min(drawn + daily * (days - 1), carriedFrom(world, of, at) * days);
  }
  return sum;
}

function lasting(world: World, of: number, ml: number, days: number): number {
  for (let each = 0; each < ALLOWANCES.length; each++) if (dayOn(world, of, each) * days <= ml) return each;
  return ALLOWANCES.length - 1;
}

/** What there is rests on: sources that failed, give again or are cut off, and what was drunk last. Tracked. */
function behind(world: World, of: number): number[] {
  const { failsBy, cutBy } = world.of(source);
  const sources = sourcesOf(world, of).flatMap((at) => [failsBy.at(at), isCutOff(world, of, at) ? cutBy.at(at) : 0]);
  const found = [...new Set([...sources, world.of(supply).sharedBy.raw[of]])].filter((id) => id !== 0);
  return found.sort((a, b) => a - b).slice(-MOST_STATED);
}

export const shareOut = rule('water/share-out', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || !isBetween(world, SHARED_FROM)) return;
  for (const of of supplied(world)) {
    if (world.of(supply).sharedOn.raw[of] === dayOf(world.time)) continue;
    const who = whoSeesTo(world, of, 'stores', ableOf(world, of));
    if (who >= 0) share(world, of, who);
  }
});

function share(world: World, of: number, who: number): void {
  const rows = world.of(supply);
  const place = rows.seat.raw[of] - 1;
  world.trace.open(who, world.time);
  readCharge(world, of, 'stores');
  const there = waterOf(world, of);
  const wanted = dayOn(world, of, rows.allowance.at(of));
  const mouths = drinkersOf(world, of).length;
  if (there < mouths) {
    if (rows.out.at(of) === 0 && mouths > 0) world.propose(ranOut, { group: of, place }, jointly(behind(world, of), 1));
  } else if (wanted > 0) {
    world.propose(
      shared,
      { actor: who, group: of, place, amount: Math.min(wanted, there), mouths },
      whyShared(world, of, Math.min(wanted, there), there),
    );
  }
  world.trace.close(false);
}

/** So much is given as is allowed; what was fetched last is a reason where there would not be enough without it. */
function whyShared(world: World, of: number, given: number, there: number): Cause[] {
  const { setBy, fetchedBy } = world.of(supply);
  const last = fetchedBy.raw[of];
  const fetchedNow = last === 0 ? 0 : Number(readEvent(world, last).data['amount']);
  const needed = there - fetchedNow < given ? last : 0;
  return [reason(setBy.raw[of]), enabled(needed)].filter((each) => each !== 0);
}
