import { believe, findClaim } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { witnessRow } from '../../kernel/chronicle.ts';
import type { EventKind } from '../../kernel/events.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { stands } from '../captivity/state.ts';
import { groupOf, hostile, side } from '../groups/state.ts';
import { sprung } from '../orders/contingencies.ts';
import { metresBetween, position } from '../places/state.ts';
import { cameOut } from './state.ts';

/** Metres at which those who see an enemy come out of hiding make their leader hear it. [d] */
const CRY_METRES = 60;
const P_CRY = purpose('will/cry');
/** How sure somebody is who saw it, and who was told. [d] */
const SAW = 0.9;
const TOLD = 0.7;

/** Enemies who see or hear that somebody comes out of hiding know of it; and cry out, so that their leader may know. */
export function heedHidden(world: World, kind: EventKind, event: Readonly<Record<string, unknown>>, id: number): void {
  if (kind.id !== sprung.id) return;
  const actor = event['actor'] as number;
  const held = { place: event['place'] as number, source: id, truth: id };
  world.trace.open(-1, world.time);
  for (const word of world.chronicle.witnessesOf(id)) {
    const who = witnessRow(word);
    const of = groupOf(world, who);
    if (!hostile(world, of, groupOf(world, actor))) continue;
    believe(world, who, cameOut, actor, { ...held, confidence: SAW });
    const leader = world.of(side).leader.raw[of] - 1;
    if (leader < 0 || leader === who || !stands(world, leader) || !stands(world, who)) continue;
    if (findClaim(world, leader, cameOut, actor) >= 0 || !hearsCry(world, who, leader, actor)) continue;
    believe(world, leader, cameOut, actor, { ...held, confidence: TOLD, from: who, hops: 1 });
  }
  world.trace.close(false);
}

/** Whether a leader takes in one of their people's crying out about somebody: several may come out in one second. */
function hearsCry(world: World, who: number, leader: number, about: number): boolean {
  const { at } = world.of(position);
  const far = metresBetween(world, at.at(who), at.at(leader)) / CRY_METRES;
  return world.luck(P_CRY, who, leader, world.nameLo(person, about)) < 1 / (1 + far * far * far);
}
