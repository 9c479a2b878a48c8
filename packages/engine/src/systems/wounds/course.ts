/** What comes to light of a wound in the days after. `away` says that somebody had left by then: it is far from everybody here. */
import { believe } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, oneOf, reason, role, whole32, yesNo } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { care } from '../infirmary/state.ts';
import { position } from '../places/state.ts';
import { hamper } from '../places/system.ts';
import { sawIt } from './events.ts';
import { turnsAt } from './sepsis.ts';
import { REGIONS, able, fever, hasFallen, vitals, wound } from './state.ts';
import type { Region } from './state.ts';

/** The chance that what a wound took from a limb does not come back when it has closed. [d] */
const LASTS = { grip: 0.35, stride: 0.25, legs: 0.4 } as const;
const P_TURNS = purpose('wounds/fever-turns');
const P_ENDS = purpose('wounds/fever-ends');
const P_LASTS = purpose('wounds/lasts');

const LIMBS = ['arm', 'leg'] as const;
const ofArm = (region: Region): boolean => region === 'arm';
const ofLeg = (region: Region): boolean => region === 'leg' || region === 'groin';

/** The row of somebody's wound by how many they had before it, or -1. */
function woundRow(world: World, who: number, ordinal: number): number {
  const rows = world.of(wound);
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.person.raw[row] === who && rows.ordinal.raw[row] === ordinal) return row;
  }
  return -1;
}

const isAlive = (world: World, event: { readonly actor: number }): boolean =>
  world.of(body).alive.raw[event.actor] === 1;

/** Whoever nurses somebody sees how it is with them. */
function nurseSees(world: World, who: number): void {
  const carer = world.of(care).carer.raw[who] - 1;
  if (carer < 0 || carer === who || world.of(body).alive.raw[carer] === 0) return;
  world.chronicle.addWitness(witnessWord(carer, BY_SIGHT, 255));
}

/** A wound has turned septic: fever begins. `ordinal` says which wound, by how many they had before it. */
export const fevered = eventKind('wounds/fevered', {
  roles: { actor: role(person), place: role(place) },
  data: { region: oneOf(REGIONS), ordinal: whole32('wounds before it'), away: yesNo },
  possible: (world, event) => isAlive(world, event) && world.of(fever).state.raw[event.actor] === 0,
  // The wound has turned, whether or not a fever comes of it.
  spend: (world, event) => {
    const row = woundRow(world, event.actor, event.ordinal);
    if (row >= 0) world.of(wound).foul.put(row, 2);
  },
  apply: (world, event) => {
    const who = event.actor;
    const rows = world.of(fever);
    const [turns, ends] = [world.luck(P_TURNS, who), world.luck(P_ENDS, who)];
    const row = woundRow(world, who, event.ordinal);
    rows.state.put(who, 1);
    rows.since.put(who, event.time);
    rows.by.put(who, event.id);
    rows.turnsAt.put(who, turnsAt(world, turns));
    rows.luck.put(who, ends);
    rows.grave.put(who, row < 0 ? 0 : world.of(wound).grave.raw[row]);
    world.of(care).had.put(who, 0);
    nurseSees(world, who);
  },
});

/** The fever leaves somebody. */
export const feverBroke = eventKind('wounds/fever-broke', {
  roles: { actor: role(person), place: role(place) },
  turnOf: 'actor',
  data: { away: yesNo },
  possible: (world, event) => isAlive(world, event) && world.of(fever).state.raw[event.actor] !== 0,
  apply: (world, event) => {
    const rows = world.of(fever);
    rows.state.put(event.actor, 0);
    rows.brokeAt.put(event.actor, event.time);
    rows.brokeBy.put(event.actor, event.id);
    nurseSees(world, event.actor);
  },
});

/** Somebody who lay is on their feet again. */
export const gotUp = eventKind('wounds/got-up', {
  roles: { actor: role(person), place: role(place), group: role(group) },
  turnOf: 'actor',
  data: { away: yesNo },
  possible: (world, event) => isAlive(world, event) && world.of(body).down.raw[event.actor] === 1,
  apply: (world, event) => {
    world.of(body).down.put(event.actor, 0);
    world.of(body).upBy.put(event.actor, event.id);
    seenUp(world, event.actor, event.id);
  },
});

/** Those of theirs who see them up know that they have not fallen for good. */
function seenUp(world: World, who: number, source: number): void {
  const { at } = world.of(position);
  const kind = world.ruleset.kinds[world.chronicle.kind(source)].idHash[0];
  for (const other of sawIt(world, who, kind)) {
    world.chronicle.addWitness(witnessWord(other, BY_SIGHT, 200));
    if (groupOf(world, other) !== groupOf(world, who)) continue;
    const word = { place: at.raw[who], confidence: 0.9, source, truth: source, negated: true };
    believe(world, other, hasFallen, who, word);
  }
}

/** Somebody who was faint for want of blood has made up for it. */
export const gotStrong = eventKind('wounds/got-strong', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) => isAlive(world, event) && world.of(able).faint.raw[event.actor] === 1,
  apply: (world, event) => hamper(world, event.actor, () => world.of(able).faint.put(event.actor, 0)),
});

/** A wound has closed. What it took comes back with it, or never will. */
export const healed = eventKind('wounds/healed', {
  roles: { actor: role(person), place: role(place) },
  data: { region: oneOf(REGIONS), grave: yesNo, ordinal: whole32('wounds before it'), away: yesNo },
  possible: (world, event) => {
    const row = woundRow(world, event.actor, event.ordinal);
    return isAlive(world, event) && row >= 0 && world.of(wound).closed.raw[row] === 0;
  },
  apply: (world, event) => {
    const rows = world.of(wound);
    const { open } = world.of(vitals);
    const row = woundRow(world, event.actor, event.ordinal);
    const lasts = world.luck(P_LASTS, event.actor, -1, event.ordinal);
    rows.closed.put(row, 1);
    rows.closedBy.put(row, event.id);
    rows.flow.put(row, 0);
    open.put(event.actor, Math.max(0, open.raw[event.actor] - 1));
    giveBack(world, event, lasts);
  },
});

/** With the last wound of a limb closed it is seen what is left of its use. */
function giveBack(
  world: World,
  event: {
    readonly actor: number;
    readonly place: number;
    readonly region: Region;
    readonly away: boolean;
    readonly id: number;
  },
  luck: number,
): void {
  const { actor, place: at, away } = event;
  const { arms, legs } = world.of(able);
  const isSame = ofArm(event.region) ? ofArm : ofLeg(event.region) ? ofLeg : null;
  if (isSame === null || hasOpen(world, actor, isSame)) return;
  const taken = isSame === ofArm ? arms.raw[actor] : legs.raw[actor];
  if (taken === 0) return;
  const limb = isSame === ofArm ? 'arm' : 'leg';
  if (limb === 'arm' && taken === 1) {
    arms.put(actor, 0);
    return;
  }
  const chance = limb === 'arm' ? LASTS.grip : taken === 2 ? LASTS.legs : LASTS.stride;
  const fields = { actor, place: at, limb, away } as const;
  if (luck < chance) world.propose(maimed, fields, [reason(event.id)]);
  else world.propose(regained, fields, [reason(event.id)]);
}

function hasOpen(world: World, who: number, isSame: (region: Region) => boolean): boolean {
  const rows = world.of(wound);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.person.raw[row] !== who || rows.closed.raw[row] === 1) continue;
    if (isSame(REGIONS[rows.region.raw[row]])) return true;
  }
  return false;
}

/** The use of a limb comes back. */
export const regained = eventKind('wounds/regained', {
  roles: { actor: role(person), place: role(place) },
  data: { limb: oneOf(LIMBS), away: yesNo },
  possible: isAlive,
  apply: (world, event) => {
    const { arms, legs } = world.of(able);
    if (event.limb === 'arm') arms.put(event.actor, 0);
    else hamper(world, event.actor, () => legs.put(event.actor, 0));
  },
});

/** The use of a limb does not come back: an arm hangs, a leg limps for good. */
export const maimed = eventKind('wounds/maimed', {
  roles: { actor: role(person), place: role(place) },
  turnOf: 'actor',
  data: { limb: oneOf(LIMBS), away: yesNo },
  possible: isAlive,
  apply: (world, event) => {
    const { armsBy, legs, legsBy } = world.of(able);
    if (event.limb === 'arm') {
      armsBy.put(event.actor, event.id);
      return;
    }
    hamper(world, event.actor, () => legs.put(event.actor, 1));
    legsBy.put(event.actor, event.id);
  },
});
