import { believe, claim, findClaim, firstClaim } from '../../kernel/beliefs.ts';
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
import { position } from '../places/state.ts';
import { FLASH_SECONDS, flashes, mostVisible, showing, showingBounds } from './looking.ts';
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
  for (const who of beat.members) {
    if ((world.time + world.nameLo(person, who)) % LOOK_EVERY !== 0) continue;
    if (bodies.alive.raw[who] === 0 || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1) continue;
    for (const target of beat.members) {
      if (hostile(world, groups.raw[who], groups.raw[target]) && bodies.alive.raw[target] === 1)
        lookAt(world, who, target);
    }
  }
});

/**
 * One look at one enemy. Luck is drawn first and held against the least and the most that anybody in that place can
 * show: only a look that lies between rests on what the target does, and only then is that read.
 */
function lookAt(world: World, who: number, target: number): void {
  const where = world.of(position);
  const seen = world.of(notice);
  const claims = world.of(claim);
  const [from, at] = [where.at.raw[who], where.at.raw[target]];
  const rested = 1 - 0.5 * world.of(body).fatigue.raw[who];
  const u = world.luck(P_LOOK, who, target);
  const [least, most] = showingBounds(world, at);
  const held = findClaim(world, who, isAt, target);
  const same = held >= 0 && claims.place.raw[held] - 1 === at;
  const known = same && claims.from.raw[held] === 0 && world.time - claims.seen.raw[held] <= STANDS;
  // A flash gives away who was not known to be there; to keep somebody in view takes more than flashes.
  const flash = !known && flashes(world, target);
  if (u >= tries(mostVisible(world, from, at, flash) * rested * most, KNOWING)) return;
  const fresh = known && world.time - claims.seen.raw[held] <= FRESH;
  const plain = mostVisible(world, from, at, false) * rested;
  if (fresh && seen.alarmed.raw[who] === 1 && seen.hidden.raw[target] === 0 && u < tries(plain * least, KNOWING)) {
    claims.seen.raw[held] = world.time;
    return;
  }
  world.trace.open(who, world.time);
  bubbleOf(world, who);
  world.of(body).awake.at(who);
  where.at.at(who);
  where.at.at(target);
  const alert = (seen.alarmed.at(who) === 1 ? 1 : UNALARMED) * rested;
  const p = (flashing: boolean): number => {
    const one = mostVisible(world, from, at, flashing) * showing(world, target, flashing) * alert;
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
