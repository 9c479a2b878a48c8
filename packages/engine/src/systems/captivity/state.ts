import { claim, mind, predicate } from '../../kernel/beliefs.ts';
import type { Predicate } from '../../kernel/beliefs.ts';
import { event, u32, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { nerves } from '../resolve/state.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { hasBroken } from '../resolve/state.ts';
import { hasFallen } from '../wounds/state.ts';

/** 0 free, 1 has given up and stands with empty hands, 2 somebody's prisoner: whose, as row + 1, and the events of both. */
export const captive = table('captive', { state: u8, keeper: u32, yielded: event, taken: event }, { along: person });

/** The claim that somebody has given up and fights no more. */
export const hasSurrendered = predicate('captivity/surrendered', person);

/** Whether somebody can act: alive, up, awake, here, nobody's prisoner. Plain reads, for sifting. */
export function canAct(world: World, who: number): boolean {
  const bodies = world.of(body);
  return (
    bodies.alive.raw[who] === 1 &&
    bodies.down.raw[who] === 0 &&
    bodies.awake.raw[who] === 1 &&
    world.of(position).gone.raw[who] === 0 &&
    world.of(captive).state.raw[who] === 0
  );
}

/** Whether somebody can act and has not lost their nerve. */
export function stands(world: World, who: number): boolean {
  return canAct(world, who) && world.of(nerves).broken.raw[who] === 0;
}

const OUT: readonly Predicate[] = [hasFallen, hasSurrendered];
const HARMLESS: readonly Predicate[] = [...OUT, hasBroken];

/** Row of the claim by which somebody takes another to be out of the fight (fallen or surrendered), or -1. */
export function outAsKnown(world: World, holder: number, who: number): number {
  return firstHeld(world, holder, OUT, who);
}

/** The same, or the claim that the other has lost their nerve. */
export function harmlessAsKnown(world: World, holder: number, who: number): number {
  return firstHeld(world, holder, HARMLESS, who);
}

/** Row of the first of these claims that somebody holds about another, or -1: one walk over all that they know. */
function firstHeld(world: World, holder: number, whats: readonly Predicate[], who: number): number {
  const { subject, predicate: predicates, next } = world.of(claim);
  let found = -1;
  let before = whats.length;
  for (let row = world.of(mind).first.raw[holder] - 1; row >= 0; row = next.raw[row] - 1) {
    if (subject.raw[row] !== who) continue;
    for (let i = 0; i < before; i++) if (predicates.raw[row] === whats[i].hash) [before, found] = [i, row];
  }
  return found;
}
