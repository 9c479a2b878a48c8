import { eventKind, oneOf, reason, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { STATES, isOutThere, outfit, stray } from '../bands/state.ts';
import { canAct } from '../captivity/state.ts';
import { groupOf, hostile, member } from '../groups/state.ts';
import { eat, lackedBefore } from '../needs/metabolism.ts';
import { nourishment } from '../needs/state.ts';
import { NO_TIE, addBond } from '../past/state.ts';
import { position } from '../places/state.ts';
import { comeTo } from '../places/system.ts';
import { takeOut } from '../rations/events.ts';
import { cameIn, edibleGrams, kitchen } from '../rations/state.ts';
import { heard } from '../region/events.ts';
import { DAY, GRADES, SAYS, arrivesAt, daysOld, homeSite, isNews, report, reportRow, site } from '../region/state.ts';
import { inSquad } from '../squads/state.ts';
import { GOODS, stock, stockRow } from '../stores/state.ts';
import { PURPOSES, STAGES, caller, needOf, newcomer, thoseWith } from './state.ts';
import { wordOf } from './word.ts';

const isAtGate = (world: World, who: number): boolean =>
  world.of(caller).stage.raw[who] === STAGES.indexOf('at the gate');

/** Somebody sets out, alone or with all of theirs, to ask to be let in, or to trade: for a need, and on a report. */
export const setOut = eventKind('arrivals/set-out', {
  roles: { actor: role(person), group: role(group), site: role(site) },
  data: { for: oneOf(PURPOSES), people: whole32('people') },
  possible: (world, event) =>
    isOutThere(world, event.actor) && world.of(caller).stage.raw[event.actor] === STAGES.indexOf('not'),
  apply: (world, event) => {
    const rows = world.of(caller);
    const from = world.of(outfit).site.raw[event.group];
    rows.stage.put(event.actor, STAGES.indexOf('on the way'));
    rows.purpose.put(event.actor, PURPOSES.indexOf(event.for));
    rows.due.put(event.actor, arrivesAt(world, from, event.site, event.time));
    rows.setOut.put(event.actor, event.id);
    rows.need.put(event.actor, needOf(world, event.actor, event.for));
    rows.report.put(event.actor, wordOf(world, event.group));
    rows.waits.put(event.actor, 0);
    const alone = world.of(stray).alone.raw[event.actor] === 1;
    if (event.for === 'shelter' && !alone) world.of(outfit).state.put(event.group, STATES.indexOf('asking in'));
  },
});

/** They stand at the gate. */
export const came = eventKind('arrivals/came', {
  roles: { actor: role(person), group: role(group), target: role(group), place: role(place) },
  data: { for: oneOf(PURPOSES), people: whole32('people') },
  possible: (world, event) =>
    isOutThere(world, event.actor) && world.of(caller).stage.raw[event.actor] === STAGES.indexOf('on the way'),
  apply: (world, event) => {
    world.of(caller).stage.put(event.actor, STAGES.indexOf('at the gate'));
    world.of(caller).came.put(event.actor, event.id);
  },
});

const answerRoles = { actor: role(person), target: role(person), group: role(group), place: role(place) } as const;
const canAnswer = (world: World, event: { readonly actor: number; readonly target: number }): boolean =>
  canAct(world, event.actor) && isOutThere(world, event.target) && isAtGate(world, event.target);

/** They are told to wait until it is day. */
export const keptWaiting = eventKind('arrivals/kept-waiting', {
  roles: answerRoles,
  possible: (world, event) => canAnswer(world, event) && world.of(caller).waits.raw[event.target] === 0,
  apply: (world, event) => world.of(caller).waits.put(event.target, event.id),
});

/** They are let in, and belong to those within from now on. */
export const letIn = eventKind('arrivals/let-in', {
  roles: answerRoles,
  data: { people: whole32('people') },
  turnOf: 'target',
  possible: canAnswer,
  apply: (world, event) => {
    const of = groupOf(world, event.actor);
    tellAll(world, event, of);
    const alone = world.of(stray).alone.raw[event.target] === 1;
    for (const who of thoseWith(world, event.target)) comeIn(world, who, of, event);
    if (!alone) {
      bringProvisions(world, event.group, of, event.id);
      world.of(outfit).state.put(event.group, STATES.indexOf('fallen apart'));
    }
    answered(world, event);
  },
});

/** They get something to eat, and are sent on. */
export const gave = eventKind('arrivals/gave', {
  roles: answerRoles,
  data: { amount: whole32('g') },
  possible: (world, event) =>
    canAnswer(world, event) && event.amount > 0 && edibleGrams(world, groupOf(world, event.actor)) >= event.amount,
  apply: (world, event) => {
    const of = groupOf(world, event.actor);
    const { food, gathered, eaten } = world.of(outfit);
    const kcal = takeOut(world, of, event.amount);
    cameIn(world, of, -event.amount, event.id);
    gathered.put(event.group, gathered.raw[event.group] + event.amount);
    // Whoever has nobody with them eats it then and there.
    if (world.of(stray).alone.raw[event.target] === 1) {
      eat(world, event.target, kcal, event.id, 0);
      eaten.put(event.group, eaten.raw[event.group] + event.amount);
    } else food.put(event.group, food.raw[event.group] + event.amount);
    tellAll(world, event, of);
    sendOff(world, event);
  },
});

/** They are turned away, and will not forget it. */
export const turnedAway = eventKind('arrivals/turned-away', {
  roles: answerRoles,
  possible: canAnswer,
  apply: (world, event) => {
    addBond(world, event.target, event.actor, NO_TIE, TURNED_AWAY_GRUDGE, event.id);
    sendOff(world, event);
  },
});

/** Food changes hands for something else. */
export const traded = eventKind('arrivals/traded', {
  roles: { ...answerRoles, store: role(place) },
  data: { good: oneOf(GOODS), amount: whole32('g or pieces'), food: whole32('g') },
  possible: (world, event) =>
    canAnswer(world, event) &&
    event.amount > 0 &&
    world.of(stock).amount.raw[stockRow(event.store, event.good)] >= event.amount &&
    world.of(outfit).food.raw[event.group] >= event.food,
  apply: (world, event) => {
    const of = groupOf(world, event.actor);
    const { food, lacks } = world.of(outfit);
    const shelf = stockRow(event.store, event.good);
    world.of(stock).amount.put(shelf, world.of(stock).amount.raw[shelf] - event.amount);
    food.put(event.group, food.raw[event.group] - event.food);
    lacks.put(event.group, 0);
    shelve(world, of, event.food, event.id);
    tellAll(world, event, of);
    answered(world, event);
  },
});

/** How deep it goes with somebody that they were turned away, 0..1. [d] */
const TURNED_AWAY_GRUDGE = 0.35;

interface Answer {
  readonly actor: number;
  readonly target: number;
  readonly group: number;
  readonly place: number;
  readonly id: number;
  readonly time: number;
}

function answered(world: World, event: Answer): void {
  const rows = world.of(caller);
  rows.stage.put(event.target, STAGES.indexOf('not'));
  rows.answered.put(event.target, event.time);
  rows.answer.put(event.target, event.id);
}

/** They go back to where they came from. */
function sendOff(world: World, event: Answer): void {
  answered(world, event);
  const rows = world.of(outfit);
  if (STATES[rows.state.raw[event.group]] !== 'asking in' || world.of(stray).alone.raw[event.target] === 1) return;
  const back = rows.site.raw[event.group];
  rows.state.put(event.group, STATES.indexOf('under way'));
  rows.goal.put(event.group, back);
  rows.due.put(event.group, arrivesAt(world, homeSite(world), back, event.time));
  rows.setOut.put(event.group, event.id);
}

/** Somebody belongs to those within: they bring their hunger along. */
function comeIn(world: World, who: number, of: number, event: Answer): void {
  const { hunger } = world.of(outfit);
  world.of(newcomer).by.put(who, event.id);
  world.of(newcomer).from.put(who, event.group + 1);
  world.of(member).group.put(who, of);
  world.of(inSquad).squad.put(who, 0);
  world.of(stray).alone.put(who, 0);
  world.of(position).gone.put(who, 0);
  comeTo(world, who, event.place, event.id);
  world.of(nourishment).provided.put(who, 0);
  if (hunger.raw[event.group] > 0)
    lackedBefore(world, who, hunger.raw[event.group], world.of(caller).need.raw[event.target]);
}

function bringProvisions(world: World, from: number, of: number, id: number): void {
  const { food } = world.of(outfit);
  shelve(world, of, food.raw[from], id);
  food.put(from, 0);
}

/** Food goes to where a group cooks. */
function shelve(world: World, of: number, grams: number, id: number): void {
  if (grams === 0) return;
  const row = stockRow(world.of(kitchen).seat.raw[of] - 1, 'food');
  world.of(stock).amount.put(row, world.of(stock).amount.raw[row] + grams);
  cameIn(world, of, grams, id);
}

/** What those at the gate have heard that those within have not, they tell; of enemies, where they lie. */
function tellAll(world: World, event: Answer, of: number): void {
  const rows = world.of(report);
  const roles = { group: of, target: event.group, actor: event.target };
  for (let at = 0; at < world.of(site).count; at++) {
    if (world.of(site).gate.raw[at] !== 0) continue;
    const lies = hostile(world, of, event.group) && world.of(outfit).site.raw[event.group] === at;
    for (const says of SAYS) {
      const row = reportRow(world, event.group, at, says);
      const knows = rows.heard.raw[row] === 1 || (lies && says === 'people');
      const isOwn = rows.heard.raw[row] === 0;
      const days = isOwn ? 0 : daysOld(world, event.group, at, says);
      if (!knows || !isNews(world, of, at, says, world.time - days * DAY)) continue;
      const grade = GRADES[Math.min(GRADES.length - 1, rows.grade.raw[row] + 1)];
      const because = [reason(event.id), ...(rows.by.raw[row] === 0 ? [] : [reason(rows.by.raw[row])])];
      world.propose(heard, { ...roles, site: at, says, how: 'told', grade, days }, because);
    }
  }
}
