import { agendaAct, schedule } from '../../kernel/agenda.ts';
import { eventKind, oneOf, reason, role, whole32 } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { opened } from '../engagement/system.ts';
import { ordered } from '../orders/giving.ts';
import type { Task } from '../orders/state.ts';
import { leaderOf, refugeOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { squadsIn } from '../squads/state.ts';
import { commandersSquad } from '../squads/system.ts';
import { GOODS } from '../stores/state.ts';
import { STAGES, intent } from './state.ts';

/** A band runs short of something, before the first day. */
export const ranShort = eventKind('raid/ran-short', {
  roles: { group: role(group) },
  data: { good: oneOf(GOODS) },
  uncaused: true,
  apply: (world, event) => world.of(intent).shortBy.put(event.group, event.id),
});

/** It makes up its mind to take it from others, before the first day; it has a moment in mind. */
export const planned = eventKind('raid/planned', {
  roles: { actor: role(person), group: role(group), goal: role(place) },
  data: { good: oneOf(GOODS), comes: whole32('s') },
  possible: (world, event) => world.of(intent).shortBy.raw[event.group] !== 0,
  apply: (world, event) => {
    const rows = world.of(intent);
    rows.planned.put(event.group, event.id);
    rows.stage.put(event.group, 1);
    schedule(world, arrive, event.comes, world.nameHash(group, event.group), event.group, 0, 8, event.id);
  },
});

export const arrive = agendaAct('raid/arrive', (world, of) => {
  const leader = leaderOf(world, of);
  if (leader < 0) return;
  const at = world.of(position).at.raw[leader];
  world.propose(came, { actor: leader, group: of, place: at }, [reason(world.of(intent).planned.raw[of])]);
});

/** A band comes within reach of the place that it means to rob. */
export const came = eventKind('raid/came', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  turnOf: 'group',
  possible: (world, event) => world.of(intent).stage.raw[event.group] === 1,
  apply: (world, event) => {
    const because = [reason(event.id)];
    setStage(world, event.group, 'creeping up', event.id);
    world.propose(opened, { group: event.group, place: event.place }, because);
    tellHalf(world, event, 'creep up', world.of(intent).staging.raw[event.group], 'all', because);
  },
});

/** A band goes on to the next part of what it means to do. */
export const wentOn = eventKind('raid/went-on', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { stage: oneOf(STAGES) },
  possible: (world, event) => world.of(intent).stage.raw[event.group] < STAGES.indexOf(event.stage),
  apply: (world, event) => {
    const rows = world.of(intent);
    const because = [reason(event.id)];
    setStage(world, event.group, event.stage, event.id);
    const target = rows.target.raw[event.group];
    if (event.stage === 'storming') {
      tellHalf(world, event, 'storm', target, 'first', because);
      tellHalf(world, event, 'cover', rows.staging.raw[event.group], 'second', because);
    } else if (event.stage === 'loading') tellHalf(world, event, 'load', target, 'first', because);
    else tellHalf(world, event, 'leave', refugeOf(world, event.group), 'all', because);
  },
});

/** The orders that follow from it: to everybody, to the half that the leader leads, or to the other. */
export function tellHalf(
  world: World,
  event: { actor: number; group: number },
  task: Task,
  goal: number,
  half: 'all' | 'first' | 'second',
  because: readonly Cause[],
): void {
  const order = { actor: event.actor, group: event.group, goal, task };
  if (half === 'all') world.propose(ordered, { ...order, squad: -1 }, because);
  const own = commandersSquad(world, event.group);
  squadsIn(world, event.group).forEach((each) => {
    if (half !== 'all' && (each === own) === (half === 'first'))
      world.propose(ordered, { ...order, squad: each }, because);
  });
}

function setStage(world: World, of: number, stage: (typeof STAGES)[number], by: number): void {
  const rows = world.of(intent);
  rows.stage.put(of, STAGES.indexOf(stage));
  rows.since.put(of, world.time);
  rows.stageBy.put(of, by);
}
