import { claim, firstClaim, sourcesOf } from '../../kernel/beliefs.ts';
import { entries, flag, withDefault } from '../../kernel/shape.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { enabled, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { expectsAmbush } from '../assault/knowing.ts';
import { body } from '../bodies/state.ts';
import { openedBy } from '../engagement/state.ts';
import { member, side } from '../groups/state.ts';
import { fireFrom } from '../fire/state.ts';
import { fog } from '../light/state.ts';
import { position } from '../places/state.ts';
import { lookAmiss } from './amiss.ts';
import { A_SHAPE, alarmed, recognised, spotted } from './events.ts';
import { seesBetter, tell } from './faces.ts';
import { FLASH_SECONDS, flashes, showing, withoutFire } from './looking.ts';
import { bodySeen, isAt, notice } from './state.ts';
import { View, triedKnowing } from './view.ts';
import { recordWitnesses } from './witnesses.ts';
import { words } from './words.ts';

/** Everybody looks about once in so many seconds, each at seconds of their own. [d] */
const LOOK_EVERY = 4;
const P_LOOK = purpose('sight/look');
/** Seconds for which to see somebody where one knows them to be is no news. [d] */
const STANDS = 120;
/** Seconds out of view after which to see somebody again is more than to go on seeing them: something may rest on that look. [d] */
const LOST_FROM_VIEW = 75;
/** How sharply those look who do not know of any danger. [d] */
const UNALARMED = 0.6;
/** How much shows of somebody who lies hidden, to those who look for people in hiding there. [d] */
const LOOKED_FOR = 0.14;

export const peopleSight = entries('people', {
  hidden: withDefault(flag('Whether they lie hidden as it begins.'), false),
});

const look = rule('sight/look', { phase: 'sense', at: 'second' }, (world, beat) => {
  const bodies = world.of(body);
  const groups = world.of(member).group.raw;
  const enemies = world.of(side).hostile.raw;
  const alive = bodies.alive.raw;
  const at = world.of(position).at.raw;
  const names = world.of(person).nameLo!.raw;
  const flash = world.of(notice).flash.raw;
  const flashAt = world.of(notice).flashAt.raw;
  const flashing = world.time - FLASH_SECONDS;
  const view = new View(world);
  // By group: the living whom its people look out for.
  const soughtBy: number[][] = [];
  for (const who of beat.members) {
    if (!world.isTurn(person, who, LOOK_EVERY)) continue;
    if (alive[who] === 0 || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1) continue;
    const mask = enemies[groups[who]];
    view.takeUp(who);
    const sought = (soughtBy[groups[who]] ??= beat.members.filter(
      (each) => (mask & (1 << groups[each])) !== 0 && alive[each] !== 0,
    ));
    for (const target of sought) {
      if (!view.heeds(target)) continue;
      const gate = view.gate(at[target], flash[target] !== 0 && flashAt[target] >= flashing);
      if (gate === 0) continue;
      // Names as signed numbers, as `World.luck` takes them.
      const u = world.chance.uniform(P_LOOK, names[who] | 0, names[target] | 0, world.time);
      // Above the gate the look fails whatever the target does: nothing that it does can have been a reason.
      if (u < gate) lookAt(world, view, target, u);
    }
    if (view.mistaken.length > 0) watchComrades(world, view, mask);
    lookAmiss(world, view, beat.members);
  }
});

/** One of one's own who was taken for an enemy is watched like one, until it comes out. */
function watchComrades(world: World, view: View, enemies: number): void {
  const groups = world.of(member).group.raw;
  const where = world.of(position);
  for (const row of view.mistaken.slice()) {
    const target = bodySeen(world, row);
    if ((enemies & (1 << groups[target])) !== 0 || view.heldOf(target) !== row) continue;
    if (world.time - world.of(claim).seen.raw[row] > STANDS || where.gone.raw[target] === 1) continue;
    const gate = view.gate(where.at.raw[target], flashes(world, target));
    const u = world.luck(P_LOOK, view.who, target);
    if (u < gate) lookAt(world, view, target, u);
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
  const listening = view.heardIn(at);
  const listens = listening >= 0;
  const mistaken = held >= 0 && claims.subject.raw[held] !== target;
  if (known && world.time - claims.seen.raw[held] <= LOST_FROM_VIEW) {
    // Still in view, or for some seconds not: nothing rests on this one look.
    if (u >= chanceToSee(world, view, target, false, same, listens)) return;
    claims.seen.raw[held] = world.time;
    if (!mistaken || !seesBetter(world, who, target, view.clear(at, false))) return;
    world.trace.open(who, world.time);
    where.at.at(target);
    claims.place.at(held);
    putRight(world, view, target, held);
    world.trace.close(false);
    return;
  }
  world.trace.open(who, world.time);
  bubbleOf(world, who);
  world.of(body).owed.at(who);
  fog(world);
  if (same) claims.place.at(held);
  else if (mistaken) claims.subject.at(held);
  if (listens) claims.place.at(listening);
  world.of(body).awake.at(who);
  where.at.at(who);
  where.at.at(target);
  const p = chanceToSee(world, view, target, flash, same, listens);
  if (u < p) {
    const byFlash = flash && u >= chanceToSee(world, view, target, false, same, listens);
    if (byFlash) seen.flash.at(target);
    const byFire = u >= p * withoutFire(world, where.at.raw[who], at, flash) ? fireFrom(world, at) : 0;
    if (mistaken && seesBetter(world, who, target, view.clear(at, flash))) putRight(world, view, target, held);
    else if (known) keepInSight(world, held);
    else {
      // What they had heard from there is a reason where they would have overlooked them without it.
      const byEar =
        listens && u >= chanceToSee(world, view, target, flash, same, false) ? sourcesOf(world, listening) : [];
      const sought = lookedFor(world, who, target);
      const bySeeking = sought >= 0 ? enabled(claims.source0.raw[sought]) : 0;
      const why = [...whySeen(world, who, target, byFlash), ...jointly(byEar, 1), enabled(byFire), bySeeking];
      // Whom they took somebody for a moment ago, they go on taking them for.
      const stays = mistaken && claims.place.raw[held] !== 0 && world.time - claims.seen.raw[held] <= STANDS;
      const { taken, sure } = stays
        ? { taken: claims.subject.at(held), sure: false }
        : same
          ? // Whoever is looked for there and is there needs no telling.
            { taken: -1, sure: claims.confidence.raw[held] > A_SHAPE }
          : tell(world, view, target, at, flash);
      world.propose(spotted, { actor: who, target, taken, place: at, sure }, why);
    }
  }
  world.trace.close(false);
}

/**
 * How likely this look at somebody succeeds, 0..1: by a muzzle flash or without; where they are known to be in that place; and
 * where a noise drew the eye there. Reads are tracked.
 */
function chanceToSee(
  world: World,
  view: View,
  target: number,
  flash: boolean,
  known: boolean,
  listens: boolean,
): number {
  const alert = listens || world.of(notice).alarmed.at(view.who) === 1 ? 1 : UNALARMED;
  const shows = Math.max(showing(world, target, flash), lookedFor(world, view.who, target) >= 0 ? LOOKED_FOR : 0);
  const one = view.most(world.of(position).at.raw[target], flash) * shows * alert;
  return known || listens ? triedKnowing(one) : one;
}

/** Row of the claim by which somebody looks for people in hiding where the target lies hidden, or -1. Reads are tracked. */
function lookedFor(world: World, who: number, target: number): number {
  if (world.of(notice).hidden.raw[target] === 0) return -1;
  const row = expectsAmbush(world, who, world.of(position).at.raw[target]);
  if (row >= 0) world.of(claim).place.at(row);
  return row;
}

/** A clearer look shows that it is somebody else: what they took them for made this look what it is. */
function putRight(world: World, view: View, target: number, held: number): void {
  const claims = world.of(claim);
  const at = world.of(position).at.raw[target];
  const fields = { actor: view.who, target, taken: claims.subject.raw[held], place: at };
  world.propose(recognised, fields, [enabled(claims.truth.raw[held])]);
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
    if (seen.alarmed.raw[who] === 1 || !world.isTurn(person, who, LOOK_EVERY)) continue;
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
  after: ['bodies', 'groups', 'light', 'looks', 'past', 'places'],
  tables: [notice],
  events: { spotted, recognised, alarmed },
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
