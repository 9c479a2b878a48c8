import { leaveBubble } from '../../kernel/bubbles.ts';
import { eventKind, oneOf, reason, role } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { opened } from '../engagement/system.ts';
import { position } from '../places/state.ts';
import { GOODS } from '../stores/state.ts';
import { STAGES, intent } from './state.ts';

/** A band makes up its mind, before the first day. */
export const planned = eventKind('raid/planned', {
  roles: { actor: role(person), group: role(group), goal: role(place) },
  data: { good: oneOf(GOODS) },
  uncaused: true,
  apply: (world, event) => world.of(intent).planned.put(event.group, event.id),
});

/** A band comes within reach of the place that it means to rob. */
export const came = eventKind('raid/came', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => world.of(intent).stage.raw[event.group] === 1,
  apply: (world, event) => {
    setStage(world, event.group, 'creeping up', event.id);
    world.propose(opened, { group: event.group, place: event.place }, [reason(event.id)]);
  },
});

/** A band goes on to the next part of what it means to do. */
export const wentOn = eventKind('raid/went-on', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { stage: oneOf(STAGES) },
  possible: (world, event) => world.of(intent).stage.raw[event.group] < STAGES.indexOf(event.stage),
  apply: (world, event) => setStage(world, event.group, event.stage, event.id),
});

/** Somebody is out of reach, with whatever they carry. */
export const gotAway = eventKind('raid/got-away', {
  roles: { actor: role(person), place: role(place), group: role(group) },
  possible: (world, event) => world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    const where = world.of(position);
    where.gone.put(event.actor, 1);
    where.goneBy.put(event.actor, event.id);
    where.bound.put(event.actor, 0);
    leaveBubble(world, event.actor);
  },
});

function setStage(world: World, of: number, stage: (typeof STAGES)[number], by: number): void {
  const rows = world.of(intent);
  rows.stage.put(of, STAGES.indexOf(stage));
  rows.since.put(of, world.time);
  rows.stageBy.put(of, by);
}
