import { believe, claim, firstClaim, mind } from '../../kernel/beliefs.ts';
import { entries, flag, withDefault } from '../../kernel/shape.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { enabled, eventKind, oneOf, reason, role } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { openedBy } from '../engagement/state.ts';
import { hostile, member } from '../groups/state.ts';
import { ground, position } from '../places/state.ts';
import { FLASH_SECONDS, flashes, leastShown, mostShown, mostVisible, showing } from './looking.ts';
import { FRESH, isAt, notice } from './state.ts';
import { words } from './words.ts';

/** Everybody looks about once in so many seconds, each at seconds of their own. [d] */
const LOOK_EVERY = 4;
const P_LOOK = purpose('sight/look');
/** Somebody who knows where to look sees what another overlooks: so many times the chance to miss, as a power. [d] */
const KNOWING = 3;
/** Seconds for which to see somebody where one knows them to be is no news. [d] */
const STANDS = 120;
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
  data: { by: oneOf(['firing', 'call', 'sight']) },
  possible: (world, event) =>
    world.of(notice).alarmed.raw[event.actor] === 0 && world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const seen = world.of(notice);
    seen.alarmed.put(event.actor, 1);
    seen.alarmedBy.put(event.actor, event.id);
    seen.alarmedAt.put(event.actor, event.time);
  },
});

/** 1 - (1 - p)^n for a small whole n. */
function tries(p: number, n: number): number {
  let miss = 1;
  for (let i = 0; i < n; i++) miss *= 1 - p;
  return 1 - miss;
}

const look = rule('sight/look', { phase: 'sense', at: 'second' }, (world, beat) => {
  const bodies = world.of(body);
  const { group: groups } = world.of(member);
  const names = world.of(person).nameLo!.raw;
  const view = new View(world);
  for (const who of beat.members) {
    if ((world.time + names[who]) % LOOK_EVERY !== 0) continue;
    if (bodies.alive.raw[who] === 0 || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1) continue;
    view.takeUp(who);
    for (const target of beat.members) {
      if (!hostile(world, groups.raw[who], groups.raw[target]) || bodies.alive.raw[target] === 0) continue;
      lookAt(world, view, target, world.chance.uniform(P_LOOK, names[who], names[target], world.time));
    }
  }
});

/** What one observer brings to all the looks of one second: worked out once, not for each target anew. */
class View {
  who = -1;
  from = -1;
  /** How keenly they look, 0..1, apart from being alarmed. */
  rested = 1;
  /** For each person the observer's claim of where they are, as row + 1. */
  readonly held: Int32Array;
  private readonly world: World;
  private readonly lit: Float64Array;
  private readonly flashed: Float64Array;

  constructor(world: World) {
    this.world = world;
    this.held = new Int32Array(world.of(person).count);
    this.lit = new Float64Array(world.of(place).count);
    this.flashed = new Float64Array(world.of(place).count);
  }

  takeUp(who: number): void {
    const { world } = this;
    this.who = who;
    this.from = world.of(position).at.raw[who];
    this.rested = 1 - 0.5 * world.of(body).fatigue.raw[who];
    this.lit.fill(-1);
    this.flashed.fill(-1);
    this.held.fill(0);
    const { predicate, subject, next } = world.of(claim);
    for (let row = world.of(mind).first.raw[who]; row > 0; row = next.raw[row - 1]) {
      if (predicate.raw[row - 1] === isAt.hash) this.held[subject.raw[row - 1]] = row;
    }
  }

  /** The most that a look at a place can succeed, 0..1. */
  most(at: number, flash: boolean): number {
    const known = flash ? this.flashed : this.lit;
    if (known[at] < 0) known[at] = mostVisible(this.world, this.from, at, flash) * this.rested;
    return known[at];
  }
}

/**
 * One look at one enemy. Luck is drawn first (`u`) and held against the least and the most that anybody in that place can
 * show: only a look that lies between rests on what the target does, and only then is that read.
 */
function lookAt(world: World, view: View, target: number, u: number): void {
  const where = world.of(position);
  const seen = world.of(notice);
  const at = where.at.raw[target];
  const flashing = flashes(world, target);
  const open = 1 - world.of(ground).concealment.raw[at];
  const most = mostShown(open);
  if (u >= tries(view.most(at, flashing) * most, KNOWING)) return;
  const claims = world.of(claim);
  const held = view.held[target] - 1;
  const same = held >= 0 && claims.place.raw[held] - 1 === at;
  const known = same && claims.from.raw[held] === 0 && world.time - claims.seen.raw[held] <= STANDS;
  // A flash gives away who was not known to be there; to keep somebody in view takes more than flashes.
  const flash = !known && flashing;
  const plain = view.most(at, false);
  if (known && u >= tries(plain * most, KNOWING)) return;
  const { who } = view;
  const fresh = known && world.time - claims.seen.raw[held] <= FRESH;
  if (
    fresh &&
    seen.alarmed.raw[who] === 1 &&
    seen.hidden.raw[target] === 0 &&
    u < tries(plain * leastShown(open), KNOWING)
  ) {
    claims.seen.raw[held] = world.time;
    return;
  }
  world.trace.open(who, world.time);
  bubbleOf(world, who);
  world.of(body).awake.at(who);
  where.at.at(who);
  where.at.at(target);
  const alert = seen.alarmed.at(who) === 1 ? 1 : UNALARMED;
  const p = (lit: boolean): number => {
    const one = view.most(at, lit) * showing(world, target, lit) * alert;
    return same ? tries(one, KNOWING) : one;
  };
  if (u < p(flash)) {
    const byFlash = flash && u >= p(false);
    if (byFlash) seen.flash.at(target);
    if (fresh) claims.seen.raw[held] = world.time;
    else if (known) keepInSight(world, held);
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
  const claims = world.of(claim);
  for (const who of beat.members) {
    if (seen.alarmed.raw[who] === 1 || (world.time + world.nameLo(person, who)) % LOOK_EVERY !== 0) continue;
    const first = firstClaim(world, who, isAt);
    if (first < 0) continue;
    world.trace.open(who, world.time);
    const by = claims.from.at(first) === 0 ? 'sight' : 'call';
    world.propose(alarmed, { actor: who, place: world.of(position).at.at(who), by }, [
      reason(claims.source0.raw[first]),
    ]);
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
  scenario: [peopleSight],
  build: (world, setup) => {
    const seen = world.of(notice);
    for (const [key, fields] of setup.entries(peopleSight))
      seen.hidden.put(world.cast.mustRow(person, key), fields.hidden ? 1 : 0);
    seen.flashAt.raw.fill(-FLASH_SECONDS - 1, 0, seen.count);
  },
});
