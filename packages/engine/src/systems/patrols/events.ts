import { eventKind, maybe, role, yesNo } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import { believeAgain } from '../alarms/events.ts';
import { canAct } from '../captivity/state.ts';
import { fear } from '../dread/state.ts';
import { peopleIn, side } from '../groups/state.ts';
import { comeTo } from '../places/system.ts';
import { tracks } from '../scouting/state.ts';
import { going, patrol } from './state.ts';

/** What is left of the dread of those who went and found nobody, and of those who hear of it. [d] */
const FOUND_NOBODY_LEAVES = 0.8;
const HEARD_LEAVES = 0.92;
const LEAST = 0.02;

const those = (event: { target: number; other: number; third?: number }): number[] =>
  [event.target, event.other, event.third ?? -1].filter((who) => who >= 0);

/** Whoever is in charge sends some round what lies about. */
export const sent = eventKind('patrols/sent', {
  roles: {
    actor: role(person),
    target: role(person),
    other: role(person),
    third: maybe(person),
    group: role(group),
    place: role(place),
  },
  possible: (world, event) => canAct(world, event.actor) && those(event).every((who) => canAct(world, who)),
  spend: (world, event) => world.of(going).last.put(event.group, world.time),
  apply: (world, event) => {
    const rows = world.of(going);
    rows.by.put(event.group, event.id);
    rows.leads.put(event.group, event.target + 1);
    rows.at.put(event.group, event.place + 1);
    rows.foundBy.put(event.group, 0);
    for (const who of those(event)) {
      world.of(patrol).on.put(who, 1);
      world.of(patrol).by.put(who, event.id);
      comeTo(world, who, event.place, event.id);
    }
  },
});

/** Those on patrol find where people have lain. */
export const found = eventKind('patrols/found', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => canAct(world, event.actor) && world.of(tracks).foundBy.raw[event.place] === 0,
  apply: (world, event) => {
    world.of(tracks).foundBy.put(event.place, event.id);
    world.of(going).foundBy.put(event.group, event.id);
    for (const who of peopleIn(world, event.group)) believeAgain(world, who, event.id);
  },
});

/** A patrol is home again. */
export const returned = eventKind('patrols/returned', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { empty: yesNo },
  possible: (world, event) => world.of(patrol).on.raw[event.actor] === 1,
  apply: (world, event) => {
    const { on } = world.of(patrol);
    const { dread } = world.of(fear);
    const home = world.of(side).home.raw[event.group] - 1;
    world.of(going).leads.put(event.group, 0);
    for (const who of peopleIn(world, event.group)) {
      const went = on.raw[who] === 1;
      if (went) {
        on.put(who, 0);
        if (canAct(world, who)) comeTo(world, who, home, event.id);
      }
      if (!event.empty || dread.raw[who] === 0) continue;
      dread.fade(who, went ? FOUND_NOBODY_LEAVES : HEARD_LEAVES, LEAST);
      // Nothing is added; but that there is less of it now descends from their coming home so.
      dread.add(who, 0, event.id);
    }
  },
});
