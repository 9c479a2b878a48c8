import { believe, claim, firstClaim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { entries, flag, withDefault } from '../../kernel/shape.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { enabled, eventKind, jointly, oneOf, reason, role } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { openedBy } from '../engagement/state.ts';
import { member, side } from '../groups/state.ts';
import { fog } from '../light/state.ts';
import { ground, position } from '../places/state.ts';
import { FLASH_SECONDS, flashes, mostShown, mostVisible, showing } from './looking.ts';
import { FRESH, isAt, notice } from './state.ts';
import { recordWitnesses } from './witnesses.ts';
import { words } from './words.ts';

/** Everybody looks about once in so many seconds, each at seconds of their own. [d] */
const LOOK_EVERY = 4;
const P_LOOK = purpose('sight/look');
/** Seconds for which to see somebody where one knows them to be is no news. [d] */
const STANDS = 120;
/** How many enemies one person keeps an eye on; further ones are not taken in. [d] */
const MOST_IN_VIEW = 8;
/** How sharply those look who do not know of any danger. [d] */
const UNALARMED = 0.6;

export const peopleSight = entries('people', {
  hidden: withDefault(flag('Whether they lie hidden as it begins.'), false),
});

/** Somebody sees an enemy, or sees where one has got to. */
export const spotted = eventKind('sight/spotted', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  apply: (world, event) => {
    believe(world, event.actor, isAt, event.target, {
      place: event.place,
      confidence: 0.9,
      source: event.id,
      truth: event.id,
    });
    world.chronicle.addWitness(witnessWord(event.actor, BY_SIGHT, 230));
  },
});

/** Somebody understands that there is danger about. */
export const alarmed = eventKind('sight/alarmed', {
  roles: { actor: role(person), place: role(place) },
  data: { by: oneOf(['call', 'sight']) },
  possible: (world, event) =>
    world.of(notice).alarmed.raw[event.actor] === 0 && world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const seen = world.of(notice);
    seen.alarmed.put(event.actor, 1);
    seen.alarmedBy.put(event.actor, event.id);
    seen.alarmedAt.put(event.actor, event.time);
  },
});

/** Somebody who knows where to look sees what another overlooks: one look of theirs is worth three. [d] */
function triedKnowing(p: number): number {
  const miss = 1 - p;
  return 1 - miss * miss * miss;
}

const look = rule('sight/look', { phase: 'sense', at: 'second' }, (world, beat) => {
  const bodies = world.of(body);
  const groups = world.of(member).group.raw;
  const enemies = world.of(side).hostile.raw;
  const alive = bodies.alive.raw;
  const at = world.of(position).at.raw;
  const names = world.of(person).nameLo!.raw;
  const view = new View(world);
  for (const who of beat.members) {
    if ((world.time + names[who]) % LOOK_EVERY !== 0) continue;
    if (alive[who] === 0 || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1) continue;
    const mask = enemies[groups[who]];
    view.takeUp(who);
    for (const target of beat.members) {
      if ((mask & (1 << groups[target])) === 0 || alive[target] === 0) continue;
      const gate = view.gate(at[target], flashes(world, target));
      if (gate === 0 || !view.heeds(target)) continue;
      const u = world.chance.uniform(P_LOOK, names[who], names[target], world.time);
      // Above the gate the look fails whatever the target does: nothing that it does can have been a reason.
      if (u < gate) lookAt(world, view, target, u);
    }
  }
});

/** What one observer brings to all the looks of one second: worked out once, not for each target anew. */
class View {
  who = -1;
  private from = -1;
  /** How keenly they look, 0..1, apart from being alarmed. */
  private rested = 1;
  /** For each person the observer's claim of where they are, as row + 1. */
  private readonly held: Int32Array;
  /** How many enemies they have in view. */
  private inView = 0;
  private readonly world: World;
  /** By place, without a flash and with one: the most that a look there can succeed, and with all that people can show. */
  private readonly visible: readonly [Float64Array, Float64Array];
  private readonly gates: readonly [Float64Array, Float64Array];

  constructor(world: World) {
    const places = world.of(place).count;
    this.world = world;
    this.held = new Int32Array(world.of(person).count);
    this.visible = [new Float64Array(places), new Float64Array(places)];
    this.gates = [new Float64Array(places), new Float64Array(places)];
  }

  takeUp(who: number): void {
    const { world } = this;
    this.who = who;
    this.from = world.of(position).at.raw[who];
    this.rested = 1 - 0.5 * world.of(body).fatigue.raw[who];
    this.gates[0].fill(-1);
    this.gates[1].fill(-1);
    this.held.fill(0);
    const { predicate, subject, next, from, seen } = world.of(claim);
    this.inView = 0;
    for (let row = world.of(mind).first.raw[who]; row > 0; row = next.raw[row - 1]) {
      if (predicate.raw[row - 1] !== isAt.hash) continue;
      this.held[subject.raw[row - 1]] = row;
      if (from.raw[row - 1] === 0 && world.time - seen.raw[row - 1] <= FRESH) this.inView++;
    }
  }

  /** Whether somebody may be looked at: in a large fight nobody keeps an eye on everybody. */
  heeds(target: number): boolean {
    return this.inView < MOST_IN_VIEW || this.held[target] > 0;
  }

  /** Row of the observer's claim of where somebody is, or -1. */
  heldOf(target: number): number {
    return this.held[target] - 1;
  }

  /** The most that a look at a place can succeed, 0..1, if somebody showed all of themselves. */
  most(at: number, flash: boolean): number {
    this.gate(at, flash);
    return this.visible[flash ? 1 : 0][at];
  }

  /** Luck from which on a look at a place fails, whoever is there and whatever they do. */
  gate(at: number, flash: boolean): number {
    const gates = this.gates[flash ? 1 : 0];
    if (gates[at] < 0) {
      const most = mostVisible(this.world, this.from, at, flash) * this.rested;
      this.visible[flash ? 1 : 0][at] = most;
      gates[at] = triedKnowing(most * mostShown(1 - this.world.of(ground).concealment.raw[at]));
    }
    return gates[at];
  }
}

/**
 * One look at one enemy. Luck is drawn before (`u`) and held against the most that anybody in that place can show: only a
 * look below that rests on what the target does, and only then is that read.
 */
function lookAt(world: World, view: View, target: number, u: number): void {
  const where = world.of(position);
  const seen = world.of(notice);
  const claims = world.of(claim);
  const at = where.at.raw[target];
  const held = view.heldOf(target);
  const same = held >= 0 && claims.place.raw[held] - 1 === at;
  const known = same && claims.from.raw[held] === 0 && world.time - claims.seen.raw[held] <= STANDS;
  // A flash gives away who was not known to be there; to keep somebody in view takes more than flashes.
  const flash = !known && flashes(world, target);
  if (known && u >= view.gate(at, false)) return;
  const { who } = view;
  const p = (lit: boolean): number => {
    const alert = seen.alarmed.at(who) === 1 ? 1 : UNALARMED;
    const one = view.most(at, lit) * showing(world, target, lit) * alert;
    return same ? triedKnowing(one) : one;
  };
  if (known && world.time - claims.seen.raw[held] <= FRESH) {
    // Still in view, or for some seconds not: nothing rests on this one look.
    if (u < p(false)) claims.seen.raw[held] = world.time;
    return;
  }
  world.trace.open(who, world.time);
  bubbleOf(world, who);
  fog(world);
  if (same) claims.place.at(held);
  world.of(body).awake.at(who);
  where.at.at(who);
  where.at.at(target);
  if (u < p(flash)) {
    const byFlash = flash && u >= p(false);
    if (byFlash) seen.flash.at(target);
    if (known) keepInSight(world, held);
    else world.propose(spotted, { actor: who, target, place: at }, whySeen(world, who, target, byFlash));
  }
  world.trace.close(false);
}

/** To see somebody where they are known to be is no event; but whether they are still in view rests on this look. */
function keepInSight(world: World, row: number): void {
  const { trace } = world;
  const { seen } = world.of(claim);
  seen.at(row);
  trace.writer = trace.ground();
  seen.put(row, world.time);
  trace.writer = 0;
}

/** What let them be seen: the shot whose flash was needed, else the last move of either that put the two in view. */
function whySeen(world: World, who: number, target: number, byFlash: boolean): Cause[] {
  if (byFlash) return [reason(world.of(notice).flash.raw[target])];
  const where = world.of(position);
  const last = Math.max(where.by.raw[who], where.by.raw[target]);
  return [enabled(last !== 0 ? last : openedBy(world, who))];
}

/** Seeing an enemy is an alarm of its own. */
const startle = rule('sight/startle', { phase: 'appraise', at: 'second' }, (world, beat) => {
  const seen = world.of(notice);
  const bodies = world.of(body);
  const claims = world.of(claim);
  for (const who of beat.members) {
    if (seen.alarmed.raw[who] === 1 || (world.time + world.nameLo(person, who)) % LOOK_EVERY !== 0) continue;
    if (bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1) continue;
    const first = firstClaim(world, who, isAt);
    if (first < 0) continue;
    world.trace.open(who, world.time);
    bodies.awake.at(who);
    const by = claims.from.at(first) === 0 ? 'sight' : 'call';
    const because = jointly(sourcesOf(world, first), 1);
    world.propose(alarmed, { actor: who, place: world.of(position).at.at(who), by }, because);
    world.trace.close(false);
  }
});

export const sight = defineSystem({
  id: 'sight',
  after: ['bodies', 'groups', 'light', 'places'],
  tables: [notice],
  events: { spotted, alarmed },
  words,
  rules: [look, startle],
  notice: recordWitnesses,
  scenario: [peopleSight],
  build: (world, setup) => {
    const seen = world.of(notice);
    for (const [key, fields] of setup.entries(peopleSight))
      seen.hidden.put(world.cast.mustRow(person, key), fields.hidden ? 1 : 0);
    seen.flashAt.raw.fill(-FLASH_SECONDS - 1, 0, seen.count);
  },
});
