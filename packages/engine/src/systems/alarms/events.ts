import { BY_HEARING, BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, maybe, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { wakeUp } from '../bodies/sleep.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { peopleIn } from '../groups/state.ts';
import { roster } from '../routine/state.ts';
import { peopleOfHome } from '../routine/beds.ts';
import { LEAST_DOUBT, STATES, STIRS, alarm, vigil } from './state.ts';

/** How much more somebody comes to think that an alarm means nothing when one was for nothing: who looked, and who hears of it. [d] */
const DOUBT_SEEN = 0.28;
const DOUBT_HEARD = 0.25;
/** What is left of such doubt once an alarm has proved true. [d] */
const PROVED_LEAVES = 0.2;
/** How clearly whoever turns out is a witness of it, 0..255. */
const CLEARLY = 200;

/** Something stirs before the eyes of somebody on watch, and draws them. It comes of itself, as weather does. */
export const stirred = eventKind('alarms/stirred', {
  roles: { target: role(person), place: role(place) },
  data: { what: oneOf(STIRS) },
  uncaused: true,
  apply: (world, event) => world.of(vigil).stir.put(event.target, event.id),
});

/** What somebody takes for nothing after a second look. */
export const TAKEN_FOR = ['an animal', 'the wind', 'the mist', 'nothing'] as const;

/** Somebody on watch looks twice, and lets it be. `target` is who was really there, if anybody was. */
export const noticed = eventKind('alarms/noticed', {
  roles: { actor: role(person), target: maybe(person), place: role(place) },
  data: { as: oneOf(TAKEN_FOR) },
  // Whoever was set to watch before the beginning may have nothing behind it but the night.
  uncaused: true,
  possible: (world, event) => canAct(world, event.actor),
});

/** Somebody on watch takes what is there for an enemy, and raises the alarm. `target` is who was really there, if anybody was. */
export const raised = eventKind('alarms/raised', {
  roles: { actor: role(person), target: maybe(person), group: role(group), place: role(place) },
  uncaused: true,
  possible: (world, event) => canAct(world, event.actor) && world.of(alarm).state.raw[event.group] === 0,
  apply: (world, event) => {
    const rows = world.of(alarm);
    const target = event.target ?? -1;
    rows.state.put(event.group, STATES.indexOf('raised'));
    rows.at.put(event.group, event.place + 1);
    rows.by.put(event.group, event.id);
    rows.leader.put(event.group, 0);
    rows.lurker.put(event.group, target + 1);
    rows.trail.put(event.group, target < 0 ? 0 : world.of(vigil).came.raw[event.actor]);
    rows.what.put(event.group, target < 0 ? world.of(vigil).what.raw[event.actor] : 0);
    rows.raised.put(event.group, Math.min(0xffff, rows.raised.raw[event.group] + 1));
    if (target < 0) rows.untrue.put(event.group, Math.min(0xffff, rows.untrue.raw[event.group] + 1));
    for (const who of peopleIn(world, event.group)) {
      if (who !== event.actor && canAct(world, who)) {
        world.chronicle.addWitness(witnessWord(who, BY_HEARING, CLEARLY));
      }
    }
  },
});

/** Those who heed an alarm are out of bed and under arms. */
export const turnedOut = eventKind('alarms/turned-out', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { people: whole32('people'), stayed: whole32('people') },
  possible: (world, event) => world.of(alarm).state.raw[event.group] === STATES.indexOf('raised'),
  apply: (world, event) => {
    const rows = world.of(alarm);
    rows.state.put(event.group, STATES.indexOf('people out'));
    rows.outBy.put(event.group, event.id);
    rows.leader.put(event.group, event.actor + 1);
    const { heeds, out } = world.of(vigil);
    for (const who of peopleOfHome(world, event.group)) {
      if (heeds.raw[who] === 0) continue;
      if (world.of(body).awake.raw[who] === 0) wakeUp(world, who, event.id);
      out.put(who, 1);
      world.chronicle.addWitness(witnessWord(who, BY_SIGHT, CLEARLY));
    }
  },
});

/** Nobody gets up for an alarm. */
export const ignored = eventKind('alarms/ignored', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => world.of(alarm).state.raw[event.group] === STATES.indexOf('raised'),
  apply: (world, event) => world.of(alarm).state.put(event.group, 0),
});

/** What those find who turned out. */
export const FINDINGS = ['nothing', 'an animal', 'people', 'a fight'] as const;

/** Those who turned out have looked, and go back. */
export const stoodDown = eventKind('alarms/stood-down', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { found: oneOf(FINDINGS) },
  possible: (world, event) => world.of(alarm).state.raw[event.group] === STATES.indexOf('people out'),
  apply: (world, event) => {
    const { doubt, out } = world.of(vigil);
    world.of(alarm).state.put(event.group, 0);
    const wasTrue = event.found === 'people' || event.found === 'a fight';
    for (const who of peopleIn(world, event.group)) {
      if (world.of(body).alive.raw[who] === 0) continue;
      const looked = out.raw[who] === 1 || world.of(roster).on.raw[who] === 1;
      if (out.raw[who] === 1) out.put(who, 0);
      if (wasTrue) believeAgain(world, who, event.id);
      else doubt.add(who, Math.min(1 - Math.min(1, doubt.raw[who]), looked ? DOUBT_SEEN : DOUBT_HEARD), event.id);
    }
  },
});

/** Somebody learns that there was something in it after all. Only from within an event's `apply`. */
export function believeAgain(world: World, who: number, by: number): void {
  const { doubt } = world.of(vigil);
  if (doubt.raw[who] === 0) return;
  doubt.fade(who, PROVED_LEAVES, LEAST_DOUBT);
  // Nothing is added; but that there is less of it now descends from what was found.
  doubt.add(who, 0, by);
}
