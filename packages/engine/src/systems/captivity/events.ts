import { leaveBubble } from '../../kernel/bubbles.ts';
import { believe } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, reason, role } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, hostile, peopleIn } from '../groups/state.ts';
import { dropHeld, holdFire } from '../items/dropping.ts';
import { position } from '../places/state.ts';
import { aim } from '../shooting/state.ts';
import { mostVisible } from '../sight/looking.ts';
import { hears } from '../word/system.ts';
import { canAct, captive, hasSurrendered } from './state.ts';

/** Chance that hands held up are seen: in the same place; elsewhere, of what could be seen at all. [d] */
const SEEN_NEAR = 0.9;
const SEEN_FAR = 0.7;
/** Metres at which the word to lay down arms carries. [d] */
const WORD_METRES = 40;
const P_SEES = purpose('captivity/sees-hands');

/** Somebody gives up: they put down what they hold and fight no more. */
export const surrendered = eventKind('captivity/surrendered', {
  roles: { actor: role(person), place: role(place), group: role(group) },
  turnOf: 'actor',
  possible: (world, event) => canAct(world, event.actor),
  apply: (world, event) => {
    const rows = world.of(captive);
    rows.state.put(event.actor, 1);
    rows.yielded.put(event.actor, event.id);
    world.of(position).bound.put(event.actor, 0);
    holdFire(world, event.actor);
    dropHeld(world, event.actor, [reason(event.id)], 'given up');
    showHands(world, event.actor, event.id);
  },
});

/** Those who see the hands up know of it, and stop firing; those who do not go on. */
function showHands(world: World, who: number, source: number): void {
  const bodies = world.of(body);
  const { at, gone } = world.of(position);
  const { target } = world.of(aim);
  const own = groupOf(world, who);
  for (let other = 0; other < world.of(person).count; other++) {
    if (other === who || bodies.awake.raw[other] === 0 || bodies.down.raw[other] === 1 || gone.raw[other] === 1)
      continue;
    const theirs = groupOf(world, other);
    if (theirs !== own && !hostile(world, theirs, own)) continue;
    const near = at.raw[other] === at.raw[who];
    const chance = near ? SEEN_NEAR : SEEN_FAR * mostVisible(world, at.raw[other], at.raw[who], false);
    if (world.luck(P_SEES, other, who) >= chance) continue;
    world.chronicle.addWitness(witnessWord(other, BY_SIGHT, 200));
    believe(world, other, hasSurrendered, who, { place: at.raw[who], confidence: 0.9, source, truth: source });
    if (target.raw[other] === who + 1) target.put(other, 0);
  }
}

/** A leader who sees no way out has their people lay down their arms: all who hear it do. */
export const laidDown = eventKind('captivity/laid-down', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => canAct(world, event.actor),
  apply: (world, event) => {
    const { at } = world.of(position);
    world.trace.open(-1, world.time);
    for (const who of peopleIn(world, event.group)) {
      if (!canAct(world, who)) continue;
      if (who !== event.actor && !hears(world, event.actor, who, WORD_METRES)) continue;
      world.propose(surrendered, { actor: who, place: at.at(who), group: event.group }, [reason(event.id)]);
    }
    world.trace.close(false);
  },
});

/** Somebody takes a person who has given up, or whom another let go, into their keeping. */
export const taken = eventKind('captivity/taken', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) =>
    canAct(world, event.actor) &&
    world.of(captive).state.raw[event.target] !== 0 &&
    world.of(body).alive.raw[event.target] === 1 &&
    world.of(position).gone.raw[event.target] === 0,
  apply: (world, event) => keep(world, event.actor, event.target, event.id),
});

/** After the fight: an enemy who was left behind, too badly hurt to get away. */
export const found = eventKind('captivity/found', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) =>
    canAct(world, event.actor) &&
    world.of(captive).state.raw[event.target] === 0 &&
    world.of(body).alive.raw[event.target] === 1,
  apply: (world, event) => keep(world, event.actor, event.target, event.id),
});

function keep(world: World, keeper: number, who: number, id: number): void {
  const rows = world.of(captive);
  rows.state.put(who, 2);
  rows.keeper.put(who, keeper + 1);
  rows.taken.put(who, id);
  world.of(position).bound.put(who, 0);
  world.chronicle.addWitness(witnessWord(who, BY_SIGHT, 255));
  believe(world, keeper, hasSurrendered, who, { confidence: 1, source: id, truth: id });
}

/** A prisoner is taken along out of reach. */
export const ledAway = eventKind('captivity/led-away', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(captive).state.raw[event.target] === 2 && world.of(position).gone.raw[event.target] === 0,
  apply: (world, event) => {
    const where = world.of(position);
    where.gone.put(event.target, 1);
    where.goneBy.put(event.target, event.id);
    where.bound.put(event.target, 0);
    leaveBubble(world, event.target);
  },
});

/** Nobody keeps a prisoner any more: they are free. */
export const freed = eventKind('captivity/freed', {
  roles: { target: role(person), place: role(place) },
  possible: (world, event) => world.of(captive).state.raw[event.target] !== 0,
  apply: (world, event) => {
    const rows = world.of(captive);
    rows.state.put(event.target, 0);
    rows.keeper.put(event.target, 0);
  },
});
