import { believe, claimsOf, claim, dropClaim } from '../../kernel/beliefs.ts';
import type { Word } from '../../kernel/beliefs.ts';
import { BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, maybe, oneOf, role, yesNo } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, hostile } from '../groups/state.ts';
import { aim } from '../shooting/state.ts';
import { bodySeen, comradeAt, isAt, mistookBit, notice } from './state.ts';

/** How firmly somebody holds what they saw: when they could tell who it was, and when they could not. [d] */
const TOLD = 0.95;
export const A_SHAPE = 0.75;
/** How clearly whoever sees somebody is a witness of it, 0..255. [d] */
const OWN_EYES = 230;

/**
 * Somebody sees an enemy, or sees where one has got to. `taken` is whom they take the person for, where they are wrong: an
 * enemy for another, one of their own for an enemy, or an enemy for one of their own.
 */
export const spotted = eventKind('sight/spotted', {
  roles: { actor: role(person), target: role(person), taken: maybe(person), place: role(place) },
  data: { sure: yesNo },
  apply: (world, event) => {
    const taken = event.taken ?? -1;
    const { mistook } = world.of(notice);
    if (taken >= 0) mistook.put(event.actor, mistook.raw[event.actor] | mistookBit(taken));
    hold(world, event.actor, taken < 0 ? event.target : taken, {
      place: event.place,
      confidence: event.sure ? TOLD : A_SHAPE,
      source: event.id,
      truth: event.id,
    });
    world.chronicle.addWitness(witnessWord(event.actor, BY_SIGHT, OWN_EYES));
  },
});

/** Somebody sees that it is another person than they took it for. */
export const recognised = eventKind('sight/recognised', {
  roles: { actor: role(person), target: role(person), taken: role(person), place: role(place) },
  possible: (world, event) => mistaken(world, event.actor, event.target, event.taken) >= 0,
  apply: (world, event) => {
    dropClaim(world, event.actor, mistaken(world, event.actor, event.target, event.taken));
    const word = { place: event.place, confidence: TOLD, source: event.id, truth: event.id };
    const enemy = hostile(world, groupOf(world, event.actor), groupOf(world, event.target));
    if (enemy) hold(world, event.actor, event.target, word);
    // Whoever was being fired at under a wrong name is fired at under their own, or not any longer.
    const aims = world.of(aim);
    if (aims.target.raw[event.actor] === event.taken + 1) aims.target.put(event.actor, enemy ? event.target + 1 : 0);
    world.chronicle.addWitness(witnessWord(event.actor, BY_SIGHT, OWN_EYES));
  },
});

function hold(world: World, who: number, whom: number, word: Word): void {
  const enemy = hostile(world, groupOf(world, who), groupOf(world, whom));
  believe(world, who, enemy ? isAt : comradeAt, whom, word);
}

/** Row of the claim by which somebody takes one person for another, or -1. */
function mistaken(world: World, holder: number, target: number, taken: number): number {
  const { predicate, subject } = world.of(claim);
  for (const row of claimsOf(world, holder)) {
    if (subject.raw[row] !== taken) continue;
    if (predicate.raw[row] !== isAt.hash && predicate.raw[row] !== comradeAt.hash) continue;
    if (bodySeen(world, row) === target) return row;
  }
  return -1;
}

/** Somebody understands that there is danger about. */
export const alarmed = eventKind('sight/alarmed', {
  roles: { actor: role(person), place: role(place) },
  data: { by: oneOf(['call', 'sight', 'noise', 'fire', 'smell']) },
  possible: (world, event) =>
    world.of(notice).alarmed.raw[event.actor] === 0 && world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const seen = world.of(notice);
    seen.alarmed.put(event.actor, 1);
    seen.alarmedBy.put(event.actor, event.id);
    seen.alarmedAt.put(event.actor, event.time);
  },
});
