import { believe, claim, claimsOf } from '../../kernel/beliefs.ts';
import { eventKind, maybe, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { alarm } from '../alarms/state.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { peopleOfHome } from '../routine/beds.ts';
import { roster } from '../routine/state.ts';
import { isAt } from '../sight/state.ts';
import { ERRANDS, errand, spying, tracks } from './state.ts';

/** How firmly scouts hold where a watcher stands whom they saw, and whoever they tell. [d] */
const SAW = 0.8;
const TOLD = 0.7;

const isAtLarge = (world: World, who: number): boolean =>
  world.of(body).alive.raw[who] === 1 && world.of(body).down.raw[who] === 0 && world.of(captive).state.raw[who] === 0;
const isOn = (world: World, who: number, stage: (typeof ERRANDS)[number]): boolean =>
  ERRANDS[world.of(errand).stage.raw[who]] === stage;
const goOn = (world: World, who: number, stage: (typeof ERRANDS)[number]): void =>
  world.of(errand).stage.put(who, ERRANDS.indexOf(stage));

/** Whoever leads a band that is out of reach sends somebody to look. */
export const sent = eventKind('scouting/sent', {
  roles: { actor: role(person), target: role(person), other: maybe(person), group: role(group), place: role(place) },
  data: { from: whole32('s'), until: whole32('s') },
  possible: (world, event) => isAtLarge(world, event.actor) && isAtLarge(world, event.target),
  spend: (world, event) => world.of(spying).last.put(groupOf(world, event.actor), world.time),
  apply: (world, event) => {
    const rows = world.of(errand);
    goOn(world, event.target, 'on the way');
    rows.of.put(event.target, event.group + 1);
    rows.at.put(event.target, event.place + 1);
    rows.mate.put(event.target, (event.other ?? -1) + 1);
    rows.from.put(event.target, event.from);
    rows.until.put(event.target, event.until);
    rows.sent.put(event.target, event.id);
  },
});

/** They have crept up to where they can look from, and leave tracks there. */
export const crept = eventKind('scouting/crept', {
  roles: { actor: role(person), other: maybe(person), group: role(group), place: role(place) },
  possible: (world, event) => isAtLarge(world, event.actor) && isOn(world, event.actor, 'on the way'),
  apply: (world, event) => {
    goOn(world, event.actor, 'there');
    world.of(errand).came.put(event.actor, event.id);
    const rows = world.of(tracks);
    rows.by.put(event.place, event.id);
    rows.since.put(event.place, event.time);
    rows.foundBy.put(event.place, 0);
  },
});

/** They have seen what there was to see, and where those on watch stand; and go back. */
export const looked = eventKind('scouting/looked', {
  roles: { actor: role(person), other: maybe(person), group: role(group), place: role(place) },
  data: { watchers: whole32('people') },
  possible: (world, event) => isAtLarge(world, event.actor) && isOn(world, event.actor, 'there'),
  apply: (world, event) => {
    goOn(world, event.actor, 'on the way back');
    world.of(alarm).quietBy.put(event.group, event.id);
    world.of(errand).looked.put(event.actor, event.id);
    world.of(errand).watchers.put(event.actor, event.watchers);
    for (const who of watchersSeen(world, event.group)) {
      const word = { place: world.of(position).at.raw[who], confidence: SAW, source: event.id, truth: event.id };
      for (const scout of [event.actor, event.other ?? -1]) if (scout >= 0) believe(world, scout, isAt, who, word);
    }
  },
});

/** Those who stand watch, as whoever lies outside sees them. Plain reads. */
export function watchersSeen(world: World, of: number): number[] {
  return peopleOfHome(world, of).filter((who) => world.of(roster).on.raw[who] === 1);
}

/** They were seen, or take it that they were, and are gone. */
export const fled = eventKind('scouting/fled', {
  roles: { actor: role(person), other: maybe(person), group: role(group), place: role(place) },
  possible: (world, event) => isAtLarge(world, event.actor) && isOn(world, event.actor, 'there'),
  apply: (world, event) => {
    goOn(world, event.actor, 'none');
    world.of(alarm).quietBy.put(event.group, event.id);
    world.of(spying).drivenOff.put(groupOf(world, event.actor), event.id);
  },
});

/** They tell whoever sent them what they have seen. */
export const reported = eventKind('scouting/reported', {
  roles: { actor: role(person), target: role(person), group: role(group) },
  data: { watchers: whole32('people') },
  possible: (world, event) =>
    isAtLarge(world, event.actor) && isAtLarge(world, event.target) && isOn(world, event.actor, 'on the way back'),
  apply: (world, event) => {
    goOn(world, event.actor, 'none');
    world.of(spying).told.put(groupOf(world, event.actor), event.id);
    tellAll(world, event.actor, event.target, event.id);
  },
});

/** Where those stand whom a scout saw, whoever is told of it comes to hold too. */
function tellAll(world: World, from: number, to: number, source: number): void {
  const { predicate, source0, subject, place: at, seen, truth } = world.of(claim);
  const saw = world.of(errand).looked.raw[from];
  for (const row of claimsOf(world, from)) {
    if (predicate.raw[row] !== isAt.hash || source0.raw[row] !== saw) continue;
    const word = { place: at.raw[row] - 1, confidence: TOLD, source, from, hops: 1, seen: seen.raw[row] };
    believe(world, to, isAt, subject.raw[row], { ...word, truth: truth.raw[row] });
  }
}
