/** How a band that means to come back comes: it sets out, and one night it is there again. */
import { eventKind, reason, role, whole32 } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { planned } from '../assault/events.ts';
import { giveParts } from '../assault/parts.ts';
import { assault } from '../assault/state.ts';
import { STATES, dayFor, headOf, isOut, outfit, peopleOut } from '../bands/state.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { leaderOf, side } from '../groups/state.ts';
import { succeeded } from '../groups/system.ts';
import { duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { comeTo } from '../places/system.ts';
import { site } from '../region/state.ts';
import { errand } from '../scouting/state.ts';
import { notice } from '../sight/state.ts';
import { outcry } from '../voice/state.ts';
import { stageOf, turnTo, vow } from './state.ts';

/** Seconds from their coming up to the moment at which they move, for a last look. [d] */
const LAST_LOOK = 900;

/** They break camp in arms: what rounds they have are dealt out, and each eats for the day. */
export const setOut = eventKind('returning/set-out', {
  roles: { actor: role(person), group: role(group), target: role(group), site: role(site) },
  data: { people: whole32('people'), rounds: whole32('rounds'), comes: whole32('s') },
  possible: (world, event) => isOut(world, event.group) && event.people > 0,
  apply: (world, event) => {
    const rows = world.of(outfit);
    const of = event.group;
    const people = peopleOut(world)[of];
    rows.state.put(of, STATES.indexOf('marching'));
    rows.goal.put(of, event.site);
    rows.due.put(of, event.comes);
    rows.setOut.put(of, event.id);
    const grams = Math.min(rows.food.raw[of], dayFor(people.length));
    rows.food.put(of, rows.food.raw[of] - grams);
    rows.eaten.put(of, rows.eaten.raw[of] + grams);
    deal(world, of, people);
    world.of(vow).comes.put(of, event.comes);
    turnTo(world, of, 'marching', event.id);
  },
});

/** Rounds go one by one to whoever of those with something to fire them from has fewest. */
function deal(world: World, of: number, people: readonly number[]): void {
  const { rounds, weapon } = world.of(body);
  const { rounds: held } = world.of(outfit);
  const armed = people.filter((who) => isArmed(world, who));
  for (let left = held.raw[of]; left > 0 && armed.length > 0; left--) {
    const who = armed.reduce((least, each) => (rounds.raw[each] < rounds.raw[least] ? each : least));
    if (rounds.raw[who] >= WEAPONS[weapon.raw[who]].capacity) break;
    rounds.put(who, rounds.raw[who] + 1);
    held.put(of, held.raw[of] - 1);
  }
}

export const isArmed = (world: World, who: number): boolean => WEAPONS[world.of(body).weapon.raw[who]].capacity > 0;

/** They are there again, where they lay before: those who were beaten, in front of those who beat them. */
export const cameBack = eventKind('returning/came-back', {
  roles: { actor: role(person), group: role(group), target: role(group), place: role(place) },
  data: { people: whole32('people') },
  possible: (world, event) => stageOf(world, event.group) === 'marching',
  apply: (world, event) => {
    const of = event.group;
    for (const who of peopleOut(world)[of]) stepIn(world, who, event.place, event.id);
    world.of(outfit).state.put(of, STATES.indexOf('not out'));
    const rows = world.of(vow);
    rows.returns.put(of, Math.min(255, rows.returns.raw[of] + 1));
    turnTo(world, of, 'come', event.id);
    const plans = world.of(assault);
    for (const column of [plans.tried, plans.overran, plans.rearguard, plans.show, plans.objective, plans.stage])
      column.put(of, 0);
    giveParts(world, of);
    const goal = plans.target.raw[of] - 1;
    const comes = event.time + LAST_LOOK;
    world.propose(planned, { actor: event.actor, group: of, goal, comes }, [reason(event.id)]);
  },
});

/** Somebody of them is on the map again, awake, in nobody's sight as yet, and told nothing. */
function stepIn(world: World, who: number, at: number, by: number): void {
  const where = world.of(position);
  where.gone.put(who, 0);
  where.pace.put(who, 0);
  comeTo(world, who, at, by);
  world.of(body).awake.put(who, 1);
  world.of(errand).stage.put(who, 0);
  world.of(duty).task.put(who, 0);
  world.of(notice).alarmed.put(who, 0);
  world.of(notice).hidden.put(who, 0);
  const calls = world.of(outcry);
  for (const column of [calls.parted, calls.challenged, calls.rallies]) column.put(who, 0);
}

/** Once they are due they come up to where they gathered the last time; and whoever speaks for them leads them. */
export const comeUp = rule('returning/come-up', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const rows = world.of(outfit);
  for (let of = 0; of < world.of(group).count; of++) {
    if (STATES[rows.state.raw[of]] !== 'marching' || rows.due.raw[of] > world.time) continue;
    const people = peopleOut(world)[of];
    const actor = headOf(world, of, people);
    const at = world.of(side).wayOut.raw[of] - 1;
    if (actor < 0 || at < 0) continue;
    world.trace.open(actor, world.time);
    rows.due.at(of);
    const because = [reason(rows.setOut.raw[of])];
    const leader = leaderOf(world, of);
    if (leader !== actor) world.propose(succeeded, { actor, target: leader, group: of }, because);
    const fields = { actor, group: of, target: world.of(vow).whom.raw[of] - 1, place: at };
    world.propose(cameBack, { ...fields, people: people.length }, because);
    world.trace.close(false);
  }
});
