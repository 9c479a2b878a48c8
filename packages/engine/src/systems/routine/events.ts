import { eventKind, oneOf, reason, role, maybe, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { fallAsleep, wakeUp } from '../bodies/sleep.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { comeTo } from '../places/system.ts';
import { bedOf } from '../quarters/state.ts';
import { notice } from '../sight/state.ts';
import { CHANGES, WATCH_FOR, assign, dismiss } from './assigning.ts';
import { goesToBed, isRested, peopleOfHome } from './beds.ts';
import { canGoToBed, canWatch, isOver, liesInWait, relievedAt } from './people.ts';
import { kept, night, roster } from './state.ts';

/** Whoever is in charge of the watch says who stands it this night, where and when. */
export const setWatch = eventKind('routine/set-watch', {
  roles: { actor: role(person), group: role(group) },
  data: { posts: whole32('people at once'), for: oneOf(WATCH_FOR), change: oneOf(CHANGES) },
  // That night falls is reason enough.
  uncaused: true,
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && world.of(body).down.raw[event.actor] === 0,
  spend: (world, event) => world.of(night).setAt.put(event.group, world.time),
  apply: (world, event) => {
    const rows = world.of(night);
    rows.setBy.put(event.group, event.id);
    rows.posts.put(event.group, event.posts);
    assign(world, event.group, event.posts, event.id);
  },
});

/** Somebody goes on watch, and whoever stood there before them comes off. */
export const tookWatch = eventKind('routine/took-watch', {
  roles: { actor: role(person), target: maybe(person), place: role(place) },
  possible: (world, event) =>
    world.of(roster).post.raw[event.actor] === event.place + 1 && canWatch(world, event.actor),
  apply: (world, event) => {
    const rows = world.of(roster);
    if (world.of(body).awake.raw[event.actor] === 0) wakeUp(world, event.actor, event.id);
    goTo(world, event.actor, event.place, event.id);
    rows.on.put(event.actor, 1);
    rows.took.put(event.actor, event.id);
    const relieved = event.target ?? -1;
    if (relieved < 0 || rows.on.raw[relieved] === 0) return;
    toBed(world, relieved, event.id);
  },
});

/** Somebody who was to stay awake has fallen asleep where they are. */
export const fellAsleep = eventKind('routine/fell-asleep', {
  roles: { actor: role(person), place: role(place) },
  data: { over: oneOf(['watch', 'work']) },
  // Whoever was set to watch before the beginning has nothing behind it but the hours.
  uncaused: true,
  possible: (world, event) => world.of(body).awake.raw[event.actor] === 1 && world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    fallAsleep(world, event.actor);
    world.of(roster).slept.put(event.actor, event.id);
  },
});

/** Whoever comes to relieve somebody, or sees to it in the morning, finds them asleep at their post. */
export const foundAsleep = eventKind('routine/found-asleep', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 &&
    world.of(body).down.raw[event.actor] === 0 &&
    world.of(body).awake.raw[event.target] === 0 &&
    world.of(roster).on.raw[event.target] === 1,
  apply: (world, event) => {
    wakeUp(world, event.target, event.id);
    if (world.of(roster).until.raw[event.target] > event.time) return;
    toBed(world, event.target, event.id);
  },
});

/** Somebody has another stand for them. */
export const swapped = eventKind('routine/swapped', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(roster).post.raw[event.actor] === event.place + 1 &&
    world.of(roster).post.raw[event.target] === 0 &&
    canWatch(world, event.target),
  apply: (world, event) => {
    const rows = world.of(roster);
    rows.post.put(event.target, rows.post.raw[event.actor]);
    rows.from.put(event.target, rows.from.raw[event.actor]);
    rows.until.put(event.target, rows.until.raw[event.actor]);
    rows.set.put(event.target, event.id);
    rows.post.put(event.actor, 0);
    const target = relievedAt(world, event.target, event.place, null);
    world.propose(tookWatch, { actor: event.target, target, place: event.place }, [reason(event.id)]);
  },
});

/** Somebody stands on for whoever has fallen, or is lost, in their turn. */
export const steppedIn = eventKind('routine/stepped-in', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(roster).post.raw[event.target] === event.place + 1 &&
    world.of(roster).post.raw[event.actor] === 0 &&
    canWatch(world, event.actor),
  apply: (world, event) => {
    const rows = world.of(roster);
    rows.post.put(event.actor, event.place + 1);
    rows.from.put(event.actor, event.time);
    rows.until.put(event.actor, rows.until.raw[event.target]);
    rows.set.put(event.actor, event.id);
    dismiss(world, event.target);
    world.propose(tookWatch, { actor: event.actor, target: -1, place: event.place }, [reason(event.id)]);
  },
});

/** Somebody will not stand watch, and nobody stands for them. */
export const refused = eventKind('routine/refused', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => world.of(roster).post.raw[event.actor] === event.place + 1,
  apply: (world, event) => world.of(roster).post.put(event.actor, 0),
});

/** Those of a home whom nothing keeps up go to bed. */
export const turnedIn = eventKind('routine/turned-in', {
  roles: { group: role(group), place: role(place) },
  data: { people: whole32('people') },
  uncaused: true,
  apply: (world, event) => {
    for (const who of peopleOfHome(world, event.group)) if (goesToBed(world, who)) toBed(world, who, event.id);
  },
});

/** Those of a home who have slept enough get up, and the night's watch is over. */
export const rose = eventKind('routine/rose', {
  roles: { group: role(group), place: role(place) },
  data: { people: whole32('people') },
  uncaused: true,
  apply: (world, event) => {
    for (const who of peopleOfHome(world, event.group)) {
      if (isRested(world, who)) wakeUp(world, who, event.id);
      else if (isOver(world, who)) dismiss(world, who);
    }
  },
});

/** Somebody goes to their bed if they can, and to sleep: on account of event `by`. */
function toBed(world: World, who: number, by: number): void {
  if (world.of(roster).on.raw[who] === 1) dismiss(world, who);
  if (canGoToBed(world, who)) {
    goTo(world, who, bedOf(world, who), by);
    world.of(notice).hidden.put(who, 0);
  }
  // What one goes to bed with is no alarm.
  if (!liesInWait(world, who)) world.of(notice).alarmed.put(who, 0);
  fallAsleep(world, who);
  world.of(roster).slept.put(who, by);
}

/** Somebody leaves a place in peace: it is still their people's. */
function goTo(world: World, who: number, to: number, by: number): void {
  const from = world.of(position).at.raw[who];
  if (from === to) return;
  world.of(kept).of.put(from, groupOf(world, who) + 1);
  world.of(kept).by.put(from, by);
  comeTo(world, who, to, by);
}
