import { agendaAct, schedule } from '../../kernel/agenda.ts';
import { claim, sourcesOf } from '../../kernel/beliefs.ts';
import { eventKind, jointly, oneOf, reason, role, whole32 } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { outsideOf } from '../barriers/ways.ts';
import { campaign } from '../engagement/state.ts';
import { opened } from '../engagement/system.ts';
import { hostile, leaderOf, refugeOf } from '../groups/state.ts';
import { ordered } from '../orders/giving.ts';
import type { Task } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { heartened } from '../will/events.ts';
import { squad, squadsIn } from '../squads/state.ts';
import { commandersSquad } from '../squads/system.ts';
import { ambushesBeside } from './knowing.ts';
import { ASSAULT_STAGES, PARTS, assault, part } from './state.ts';
import type { AssaultStage, Part } from './state.ts';

/** A band makes up its mind to take a place, before the first day; it has a moment in mind. */
export const planned = eventKind('assault/planned', {
  roles: { actor: role(person), group: role(group), goal: role(place) },
  data: { comes: whole32('s') },
  uncaused: true,
  apply: (world, event) => {
    const rows = world.of(assault);
    rows.planned.put(event.group, event.id);
    rows.stage.put(event.group, 1);
    schedule(world, arrive, event.comes, world.nameHash(group, event.group), event.group, 0, 8, event.id);
  },
});

export const arrive = agendaAct('assault/arrive', (world, of) => {
  const leader = leaderOf(world, of);
  if (leader < 0) return;
  const at = world.of(position).at.raw[leader];
  world.propose(came, { actor: leader, group: of, place: at }, [reason(world.of(assault).planned.raw[of])]);
});

/** A band comes within reach of the place that it means to take. */
export const came = eventKind('assault/came', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  turnOf: 'group',
  possible: (world, event) => world.of(assault).stage.raw[event.group] === 1,
  apply: (world, event) => {
    setStage(world, event.group, 'gathering', event.id);
    const because = [reason(event.id)];
    world.propose(opened, { group: event.group, place: event.place }, because);
    const goal = world.of(assault).meet.raw[event.group] - 1;
    world.propose(ordered, { actor: event.actor, group: event.group, goal, task: 'creep up', squad: -1 }, because);
  },
});

/** A commander sends some ahead to see how the place is held. */
export const scouted = eventKind('assault/scouted', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => stageOf(world, event.group) === 'gathering',
  apply: (world, event) => {
    setStage(world, event.group, 'scouting', event.id);
    tellPart(world, event, 'scouts', 'scout', event.place);
  },
});

/** A commander settles on a way in, and on where to make a show of force meanwhile. */
export const chose = eventKind('assault/chose', {
  roles: { actor: role(person), group: role(group), barrier: role(barrier), place: role(place), goal: role(place) },
  apply: (world, event) => {
    const rows = world.of(assault);
    setStage(world, event.group, 'probing', event.id);
    rows.axis.put(event.group, event.barrier + 1);
    rows.show.put(event.group, event.place + 1);
    rows.chosen.put(event.group, event.id);
    rows.tried.put(event.group, rows.tried.raw[event.group] + 1);
    tellPart(world, event, 'show', 'cover', event.place);
    tellPart(world, event, 'main', 'creep up', outsideOf(world, event.barrier, event.goal));
  },
});

/** Stages to which a band goes on without another event's saying so. */
const STEPS = ['breaching', 'exploiting', 'withdrawing'] as const;

/** A band goes on to the next part of what it means to do. */
export const wentOn = eventKind('assault/went-on', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { stage: oneOf(STEPS) },
  possible: (world, event) =>
    stageOf(world, event.group) !== event.stage && stageOf(world, event.group) !== 'withdrawing',
  apply: (world, event) => {
    const rows = world.of(assault);
    setStage(world, event.group, event.stage, event.id);
    const axis = rows.axis.raw[event.group] - 1;
    if (event.stage === 'breaching') {
      tellPart(world, event, 'main', 'breach', event.place);
      tellPart(world, event, 'reserve', 'cover', outsideOf(world, axis, event.place));
    } else if (event.stage === 'exploiting') {
      rows.objective.put(event.group, event.place + 1);
      rows.pressedAt.put(event.group, event.time);
      tellPart(world, event, 'main', 'storm', event.place);
      tellPart(world, event, 'reserve', 'storm', event.place);
      tellPart(world, event, 'scouts', 'storm', event.place);
      seekOut(world, event, rows.target.raw[event.group] - 1);
    } else if (event.stage === 'withdrawing') withdraw(world, event);
  },
});

/** Those inside press on to the next place. */
export const pressedOn = eventKind('assault/pressed-on', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => stageOf(world, event.group) === 'exploiting',
  apply: (world, event) => {
    const rows = world.of(assault);
    const taken = rows.objective.raw[event.group] - 1;
    rows.objective.put(event.group, event.place + 1);
    rows.pressedAt.put(event.group, event.time);
    world.propose(heartened, { actor: event.actor, target: -1, group: event.group, place: taken, by: 'taken' }, [
      reason(event.id),
    ]);
    const seeks = seekOut(world, event, event.place);
    for (const each of ['main', 'reserve', 'scouts', 'show'] as const)
      if (each !== seeks) tellPart(world, event, each, 'storm', event.place);
  },
});

/**
 * Where people are known to come out beside what is to be taken, those who made the show of force go for them there, before
 * they come out; without a show, the scouts. Whose part it is; null where nobody is looked for.
 */
function seekOut(world: World, event: { actor: number; group: number; id: number }, beside: number): Part | null {
  const [known] = ambushesBeside(world, event.actor, beside);
  if (known === undefined) return null;
  const parts = world.of(part).part;
  const squads = squadsIn(world, event.group);
  const seeks = (['show', 'scouts'] as const).find((each) => squads.some((row) => PARTS[parts.raw[row]] === each));
  if (seeks === undefined) return null;
  tellPart(world, event, seeks, 'storm', world.of(claim).subject.raw[known], sourcesOf(world, known));
  return seeks;
}

/** Those who cover go too: first the rearguard, past the commander's own, who cover it in turn; then these. */
export const broughtOff = eventKind('assault/brought-off', {
  roles: { actor: role(person), group: role(group), squad: role(squad), place: role(place) },
  possible: (world, event) => world.of(assault).rearguard.raw[event.group] === event.squad + 1,
  apply: (world, event) => {
    const own = commandersSquad(world, event.group);
    cover(world, event.group, own === event.squad ? -1 : own);
    const { actor, group: of, place: goal } = event;
    world.propose(ordered, { actor, group: of, goal, task: 'leave', squad: event.squad }, [reason(event.id)]);
  },
});

/** The place is theirs: they stand in it and know of nobody left to fight. */
export const overran = eventKind('assault/overran', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  turnOf: 'group',
  possible: (world, event) => world.of(assault).overran.raw[event.group] === 0,
  apply: (world, event) => {
    world.of(assault).overran.put(event.group, 1);
    const fights = world.of(campaign);
    for (let of = 0; of < world.of(group).count; of++) {
      if (hostile(world, event.group, of)) fights.overrunBy.put(of, event.id);
    }
  },
});

/**
 * The rearguard holds and fires while the others go; the commander's own stand where the band gathered, with the way home behind
 * them, and go last.
 */
function withdraw(world: World, event: { actor: number; group: number; id: number }): void {
  const own = commandersSquad(world, event.group);
  const rearguard = rearguardOf(world, event.group);
  cover(world, event.group, rearguard);
  const because = [reason(event.id)];
  for (const each of squadsIn(world, event.group)) {
    const order = { actor: event.actor, group: event.group, squad: each };
    const covers = rearguard >= 0 && (each === rearguard || each === own);
    const goal =
      each === rearguard && each !== own ? coverFrom(world, each) : world.of(assault).meet.raw[event.group] - 1;
    if (covers) world.propose(ordered, { ...order, goal, task: 'cover' }, because);
    else world.propose(ordered, { ...order, goal: refugeOf(world, event.group), task: 'leave' }, because);
  }
}

function cover(world: World, of: number, row: number): void {
  world.of(assault).rearguard.put(of, row + 1);
  world.of(assault).coversSince.put(of, world.time);
}

/** The show of force covers, being farthest from the press; without one the reserve does; -1 with a single squad. */
function rearguardOf(world: World, of: number): number {
  const squads = squadsIn(world, of);
  if (squads.length < 2) return -1;
  const parts = world.of(part).part;
  const wanted: readonly Part[] = ['show', 'reserve', 'scouts', 'main'];
  for (const each of wanted) {
    const found = squads.find((row) => PARTS[parts.raw[row]] === each);
    if (found !== undefined) return found;
  }
  return -1;
}

/** Where a squad that covers the others stands: where it made its show of force, else before the way in; never within the walls. */
function coverFrom(world: World, row: number): number {
  const of = world.of(squad).group.raw[row];
  const rows = world.of(assault);
  if (PARTS[world.of(part).part.raw[row]] === 'show' && rows.show.raw[of] !== 0) return rows.show.raw[of] - 1;
  if (rows.axis.raw[of] === 0) return rows.meet.raw[of] - 1;
  return outsideOf(world, rows.axis.raw[of] - 1, rows.target.raw[of] - 1);
}

/** Tell every squad that has a part. */
function tellPart(
  world: World,
  event: { actor: number; group: number; id: number },
  to: Part,
  task: Task,
  goal: number,
  besides: readonly number[] = [],
): void {
  const because: readonly Cause[] = [reason(event.id), ...jointly(besides, 1)];
  const { actor, group: of } = event;
  for (const each of squadsIn(world, of)) {
    if (PARTS[world.of(part).part.raw[each]] !== to) continue;
    world.propose(ordered, { actor, group: of, goal, task, squad: each }, because);
  }
}

export function stageOf(world: World, of: number): AssaultStage {
  return ASSAULT_STAGES[world.of(assault).stage.raw[of]];
}

function setStage(world: World, of: number, stage: AssaultStage, by: number): void {
  const rows = world.of(assault);
  rows.stage.put(of, ASSAULT_STAGES.indexOf(stage));
  rows.since.put(of, world.time);
  rows.stageBy.put(of, by);
}
