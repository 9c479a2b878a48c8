import { decay } from '../../kernel/curves.ts';
import { enabled, eventKind, jointly, reason, role } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { spread } from './contagion.ts';
import { LETS_UP, PINS, nerves } from './state.ts';
import { nerve } from './facts.ts';
import { words } from './words.ts';

/** Half-lives in seconds. Suppression is gone in half a minute; strain outlasts the fight. [d] */
const SUPPRESSION_HALF_LIFE = 5;
const STRAIN_HALF_LIFE = 2400;
/** Strain that breaks somebody of no nerve, and how much more it takes with all the nerve there is. [d] */
const BREAKS_AT = 0.55;
const NERVE_ADDS = 1.3;

/** Somebody goes to ground under fire. */
export const pinned = eventKind('resolve/pinned', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const rows = world.of(nerves);
    rows.pinned.put(event.actor, 1);
    rows.pinnedBy.put(event.actor, event.id);
    rows.strain.add(event.actor, 0.08, event.id);
  },
});

/** Seconds of lying pinned that wear somebody down once more, and the strain of it. [d] */
const WEARS_EVERY = 30;
const WEARS = 0.12;

/** Somebody lies pinned, and goes on lying pinned: it tells on them. */
export const wornDown = eventKind('resolve/worn-down', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(nerves).pinned.raw[event.actor] === 1 && world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(nerves).wornBy.put(event.actor, event.id);
    world.of(nerves).strain.add(event.actor, WEARS, event.id);
  },
});

/** They look up again. */
export const rallied = eventKind('resolve/rallied', {
  roles: { actor: role(person) },
  apply: (world, event) => world.of(nerves).pinned.put(event.actor, 0),
});

/** Somebody has had enough: they get away, or cower, and take no more part. */
export const broke = eventKind('resolve/broke', {
  roles: { actor: role(person), place: role(place), group: role(group) },
  turnOf: 'actor',
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 &&
    world.of(body).down.raw[event.actor] === 0 &&
    world.of(nerves).broken.raw[event.actor] === 0,
  apply: (world, event) => {
    const rows = world.of(nerves);
    rows.broken.put(event.actor, 1);
    rows.brokenBy.put(event.actor, event.id);
    spread(world, event.actor, event.id);
  },
});

/** Fading is drift; crossing a level is an event whose reasons are the largest contributors. */
const settle = rule('resolve/settle', { phase: 'settle', at: 'second' }, (world, beat) => {
  const rows = world.of(nerves);
  const bodies = world.of(body);
  const fade = decay(1, SUPPRESSION_HALF_LIFE);
  const ease = decay(1, STRAIN_HALF_LIFE);
  for (const who of beat.members) {
    if (bodies.alive.raw[who] === 0) continue;
    rows.suppression.fade(who, fade, 0.02);
    rows.shaken.raw[who] = rows.suppression.raw[who];
    rows.strain.fade(who, ease, 0.01);
    if (bodies.down.raw[who] === 1 || bodies.awake.raw[who] === 0) continue;
    const under = rows.suppression.raw[who];
    if (rows.pinned.raw[who] === 0 ? under >= PINS : under < LETS_UP) crossed(world, who);
    else if (rows.pinned.raw[who] === 1) wear(world, who);
    if (rows.broken.raw[who] === 0 && rows.strain.raw[who] >= breakingPoint(bodies.nerve.raw[who])) {
      world.trace.open(who, world.time);
      rows.strain.at(who);
      const because = jointly(rows.strain.contributors(who, 0.8), 1);
      world.propose(broke, { actor: who, place: world.of(position).at.at(who), group: groupOf(world, who) }, because);
      world.trace.close(false);
    }
  }
});

function crossed(world: World, who: number): void {
  const rows = world.of(nerves);
  world.trace.open(who, world.time);
  rows.suppression.at(who);
  if (rows.pinned.at(who) === 1) world.propose(rallied, { actor: who }, [enabled(rows.pinnedBy.raw[who])]);
  else {
    const because = jointly(rows.suppression.contributors(who, 0.9), 1);
    world.propose(pinned, { actor: who, place: world.of(position).at.at(who) }, because);
  }
  world.trace.close(false);
}

/** Whoever has lain pinned for long is worn down by it, again and again. */
function wear(world: World, who: number): void {
  const { pinned: isPinned, pinnedBy, wornBy } = world.of(nerves);
  const last = Math.max(pinnedBy.raw[who], wornBy.raw[who]);
  if (last === 0 || world.time - world.chronicle.time(last) < WEARS_EVERY) return;
  world.trace.open(who, world.time);
  isPinned.at(who);
  world.propose(wornDown, { actor: who, place: world.of(position).at.at(who) }, [reason(pinnedBy.raw[who])]);
  world.trace.close(false);
}

export function breakingPoint(nerve: number): number {
  return BREAKS_AT + NERVE_ADDS * nerve;
}

export const resolve = defineSystem({
  id: 'resolve',
  after: ['shooting', 'wounds'],
  tables: [nerves],
  events: { pinned, 'worn-down': wornDown, rallied, broke },
  facts: [nerve],
  words,
  rules: [settle],
});
