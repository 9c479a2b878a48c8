import { believe, claim, findClaim, firstClaim } from '../../kernel/beliefs.ts';
import { entries, flag, withDefault } from '../../kernel/shape.ts';
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
import { FLASH_SECONDS, flashes, mostVisible, showing } from './looking.ts';
import { FRESH, isAt, notice } from './state.ts';
import { words } from './words.ts';

/** Everybody looks about once in so many seconds, each at seconds of their own. [d] */
const LOOK_EVERY = 3;
const P_LOOK = purpose('sight/look');
/** Somebody who knows where to look sees what another overlooks: so many times the chance to miss, as a power. [d] */
const KNOWING = 3;

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
  const where = world.of(position);
  const seen = world.of(notice);
  for (const who of beat.members) {
    if ((world.time + world.nameLo(person, who)) % LOOK_EVERY !== 0) continue;
    if (bodies.alive.raw[who] === 0 || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1) continue;
    const alert = (seen.alarmed.raw[who] === 1 ? 1 : 0.6) * (1 - 0.5 * bodies.fatigue.raw[who]);
    for (const target of beat.members) {
      if (!hostile(world, groups.raw[who], groups.raw[target]) || bodies.alive.raw[target] === 0) continue;
      const flash = flashes(world, target);
      const most = mostVisible(world, where.at.raw[who], where.at.raw[target], flash) * alert;
      const u = world.luck(P_LOOK, who, target);
      // Whatever the target does, this look fails: nothing that it does can have been a reason.
      if (u >= tries(most * 1.3, KNOWING)) continue;
      lookAt(world, who, target, u, alert, flash);
    }
  }
});

function lookAt(world: World, who: number, target: number, u: number, alert: number, flash: boolean): void {
  world.trace.open(who, world.time);
  const where = world.of(position);
  const claims = world.of(claim);
  const from = where.at.at(who);
  const at = where.at.at(target);
  const held = findClaim(world, who, isAt, target);
  const same = held >= 0 && claims.place.at(held) - 1 === at;
  const fresh = same && world.time - claims.seen.raw[held] <= FRESH;
  const p = (flashing: boolean): number => {
    const one = mostVisible(world, from, at, flashing) * showing(world, target, flashing) * alert;
    return same ? tries(one, KNOWING) : one;
  };
  if (u < p(flash)) {
    if (fresh) claims.seen.raw[held] = world.time;
    else world.propose(spotted, { actor: who, target, place: at }, whySeen(world, who, target, flash && u >= p(false)));
  }
  world.trace.close();
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
    world.trace.close();
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
