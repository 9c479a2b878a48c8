import { eventKind, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { peopleIn } from '../groups/state.ts';
import { isUp } from '../offices/state.ts';
import { peopleOfHome } from '../routine/beds.ts';
import { deal, handsOf, jobsOf } from './dealing.ts';
import { today } from './hands.ts';
import { WORKS, crew, labour } from './state.ts';

/** Whoever is in charge says who does what: how many of each sort of work, from now on and until it is said again. */
export const assigned = eventKind('work/assigned', {
  roles: { actor: role(person), group: role(group) },
  data: {
    mend: whole32('people'),
    dig: whole32('people'),
    tend: whole32('people'),
    cook: whole32('people'),
    fetch: whole32('people'),
  },
  possible: (world, event) => isUp(world, event.actor),
  spend: (world, event) => world.of(crew).setAt.put(event.group, world.time),
  apply: (world, event) => {
    const rows = world.of(labour);
    const hands = handsOf(world, peopleOfHome(world, event.group));
    const able = new Set(hands);
    world.of(crew).setBy.put(event.group, event.id);
    // Whoever can do nothing is set to nothing.
    for (const who of peopleIn(world, event.group)) {
      if (rows.task.raw[who] !== 0 && !able.has(who)) rows.task.put(who, 0);
    }
    for (const [who, number] of deal(world, jobsOf(world, event.group, hands.length), hands)) {
      if (rows.task.raw[who] === number) continue;
      rows.task.put(who, number);
      rows.by.put(who, event.id);
    }
  },
});

/** Somebody will not do what they are set to, today. */
export const refused = eventKind('work/refused', {
  roles: { actor: role(person), target: role(person), group: role(group) },
  data: { work: oneOf(WORKS) },
  possible: (world, event) => isAtWork(world, event.actor),
  apply: (world, event) => stayAway(world, event.actor, event.id),
});

/** Somebody who is spent is let off for the day. */
export const letOff = eventKind('work/let-off', {
  roles: { actor: role(person), target: role(person), group: role(group) },
  data: { work: oneOf(WORKS) },
  possible: (world, event) => isUp(world, event.actor) && isAtWork(world, event.target),
  apply: (world, event) => stayAway(world, event.target, event.id),
});

/** Somebody has another do their work, who had none. */
export const swapped = eventKind('work/swapped', {
  roles: { actor: role(person), target: role(person), group: role(group) },
  data: { work: oneOf(WORKS) },
  possible: (world, event) =>
    isAtWork(world, event.actor) && isUp(world, event.target) && world.of(labour).task.raw[event.target] === 0,
  apply: (world, event) => {
    const rows = world.of(labour);
    rows.task.put(event.target, rows.task.raw[event.actor]);
    rows.by.put(event.target, event.id);
    rows.task.put(event.actor, 0);
    rows.by.put(event.actor, event.id);
  },
});

const isAtWork = (world: World, who: number): boolean =>
  isUp(world, who) && world.of(labour).task.raw[who] !== 0 && world.of(labour).off.raw[who] !== today(world);

function stayAway(world: World, who: number, by: number): void {
  world.of(labour).off.put(who, today(world));
  world.of(labour).offBy.put(who, by);
}
