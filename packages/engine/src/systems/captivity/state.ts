import { findClaim, predicate } from '../../kernel/beliefs.ts';
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

/** Row of the claim by which somebody takes another to be out of the fight (fallen or surrendered), or -1. */
export function outAsKnown(world: World, holder: number, who: number): number {
  const fallen = findClaim(world, holder, hasFallen, who);
  return fallen >= 0 ? fallen : findClaim(world, holder, hasSurrendered, who);
}

/** The same, or the claim that the other has lost their nerve. */
export function harmlessAsKnown(world: World, holder: number, who: number): number {
  const out = outAsKnown(world, holder, who);
  return out >= 0 ? out : findClaim(world, holder, hasBroken, who);
}
