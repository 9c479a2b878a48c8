/** Worlds in which places are besieged, stormed and held, and what the siege's own nights leave out is done. */
import type { World } from '../src/kernel/world.ts';
import { surrendered, taken } from '../src/systems/captivity/events.ts';
import { gotAway } from '../src/systems/conduct/events.ts';
import { RATIONS } from '../src/systems/siege/events.ts';
import { broke } from '../src/systems/resolve/system.ts';
import { position } from '../src/systems/places/state.ts';
import { notice } from '../src/systems/sight/state.ts';
import { nerves } from '../src/systems/resolve/state.ts';
import { mill, millText } from './mill.fixture.ts';
import { band, clash, happen, live, night, scenarioText, setupFrom, where, who, worldOf } from './night.fixture.ts';

const NIGHTS = 16;
const ISLE = 'isle: {like: cellar}';
const AWAY = { Ada: 'at: isle', Cole: 'at: isle', places: ISLE };

export function siegesPlayed(): World[] {
  const siege = setupFrom(scenarioText('siege-of-the-compound.yaml'));
  return [
    ...Array.from({ length: NIGHTS }, (_, i) => night(siege, { seed: i + 1 })),
    ...RATIONS.map(rationed),
    ...[1, 2, 3].map(overrun),
    rout(),
    ledAway(),
    allGiveIn(),
    standstill(),
    ...[1, 2, 3].map(rally),
  ];
}

/** Days of siege on such rations, with an assault that was beaten off and one that was broken off, and all goods used. */
function rationed(rations: string): World {
  const assaults = 'assaults: [{ago: 2d, at: mill, lost: 1}, {ago: 5d, at: yard, ended: broken off}]';
  return mill({ more: `siege: {of: mill folk, by: the band, since: 8d, rations: ${rations}, ${assaults}}` });
}

/** Two people who sleep have a fence around them, and ten come who mean to have the place. */
function overrun(seed: number): World {
  return live(worldOf(WALLED, { seed }), 2 * 3600);
}
const WALLED = `
title: "The Yard"
begin: summer, d1 12:00
lasts: 2h
places:
  hall: {like: timber house}
  yard: {like: open yard, next to: hall}
  field: {like: field, next to: yard}
  wood: {like: wood, next to: field}
barriers:
  the fence: {between: [yard, field], strength: 60}
groups:
  yard folk: {home: hall, leader: Ada}
  the band: {at: wood, leader: Bram, extras: 9, hostile to: yard folk, takes: yard, comes: d1 12:05 to d1 12:06}
people:
  Ada: {asleep: true, rounds: 0}
  Cole: {asleep: true, rounds: 0}
  Bram: {group: the band}
`;

/** Most of a band run, and the others see it. */
function rout(): World {
  const world = mill({ ...AWAY, people: crowd(4) });
  clash(world, 'the band');
  for (const name of ['Dirk', 'E1', 'E2', 'E3']) {
    const actor = who(world, name);
    happen(world, broke, { actor, place: where(world, 'wood'), group: band(world, 'the band') });
  }
  return live(world, 20);
}
const crowd = (count: number): string =>
  Array.from({ length: count }, (_, i) => `E${i + 1}: {group: the band, at: wood}`).join('\n  ');

/** Whoever keeps a prisoner gets away with them. */
function ledAway(): World {
  const world = mill({ ...AWAY, Ada: 'at: wood', Dirk: 'at: isle' });
  clash(world, 'the band');
  const [keeper, prisoner, place] = [who(world, 'Bram'), who(world, 'Ada'), where(world, 'wood')];
  happen(world, surrendered, { actor: prisoner, place, group: band(world, 'mill folk') });
  happen(world, taken, { actor: keeper, target: prisoner, place });
  happen(world, gotAway, { actor: keeper, place, group: band(world, 'the band') });
  return live(world, 10);
}

/** Somebody fires now and then for half an hour, and nothing comes of it. */
function standstill(): World {
  const world = mill(AWAY);
  clash(world, 'the band');
  for (let i = 0; i < 20; i++) {
    world.of(notice).flashAt.put(who(world, 'Dirk'), world.time);
    live(world, 100);
  }
  return world;
}

/** Those beside their leader lie on the ground, and go on lying there. */
function rally(seed: number): World {
  const world = worldOf(millText({ ...AWAY, band: 'extras: 2' }), { seed });
  const source = clash(world, 'the band');
  for (let i = 0; i < 12; i++) {
    for (let each = 0; each < world.of(nerves).count; each++) {
      if (world.of(position).at.raw[each] !== where(world, 'wood') || each === who(world, 'Bram')) continue;
      world.of(nerves).suppression.add(each, 2, source);
    }
    live(world, 5);
  }
  return world;
}

/** All of a band give in, one by one. */
function allGiveIn(): World {
  const world = mill(AWAY);
  clash(world, 'the band');
  for (const name of ['Bram', 'Dirk']) {
    const actor = who(world, name);
    happen(world, surrendered, { actor, place: world.of(position).at.raw[actor], group: band(world, 'the band') });
  }
  return live(world, 20);
}
