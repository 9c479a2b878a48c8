import { believe } from '../../kernel/beliefs.ts';
import { BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { bondOf } from '../past/state.ts';
import { position } from '../places/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { digging, grave } from './state.ts';

/** Person-hours that it takes to dig a grave and bury somebody in it, and for each of those who go into one together. [d] */
export const OWN_HOURS = 4;
export const TOGETHER_HOURS = 1.5;

/** Whoever is in charge has the dead buried. */
export const begun = eventKind('burial/begun', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { own: whole32('of theirs'), others: whole32('of others') },
  possible: (world, event) => canAct(world, event.actor) && world.of(digging).begun.raw[event.group] === 0,
  apply: (world, event) => {
    const rows = world.of(digging);
    rows.begun.put(event.group, 1);
    rows.begunBy.put(event.group, event.id);
    rows.hours.put(event.group, 0);
  },
});

const lies = (world: World, who: number): boolean =>
  world.of(body).alive.raw[who] === 0 && world.of(grave).dug.raw[who] === 0;

/** Somebody is buried in a grave of their own. */
export const buried = eventKind('burial/buried', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  turnOf: 'target',
  possible: (world, event) => canAct(world, event.actor) && lies(world, event.target),
  spend: (world, event) => {
    const { hours } = world.of(digging);
    const of = groupOf(world, event.actor);
    hours.put(of, Math.max(0, hours.raw[of] - OWN_HOURS));
  },
  apply: (world, event) => {
    layIn(world, event.target, event.place, event.id);
    standBy(world, event);
  },
});

/** The dead of another group are buried together. */
export const buriedTogether = eventKind('burial/buried-together', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { dead: whole32('dead') },
  possible: (world, event) => canAct(world, event.actor) && event.dead > 0,
  spend: (world, event) => world.of(digging).hours.put(groupOf(world, event.actor), 0),
  apply: (world, event) => {
    for (const who of deadOf(world, event.group)) layIn(world, who, event.place, event.id);
  },
});

/** There is nobody left to bury: the digging is over. */
export const done = eventKind('burial/done', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => world.of(digging).begun.raw[event.group] === 1,
  apply: (world, event) => world.of(digging).begun.put(event.group, 0),
});

/** Who stands at a grave: those to whom whoever lies in it was somebody, and who can. They know of the death by now. */
function standBy(
  world: World,
  event: { readonly actor: number; readonly target: number; readonly place: number; readonly id: number },
): void {
  const truth = world.of(body).downBy.raw[event.target];
  const word = { place: event.place, confidence: 1, source: event.id, truth };
  for (const who of peopleIn(world, groupOf(world, event.actor))) {
    if (who !== event.actor && (!canAct(world, who) || bondOf(world, who, event.target) < 0)) continue;
    world.chronicle.addWitness(witnessWord(who, BY_SIGHT, 255));
    believe(world, who, hasFallen, event.target, word);
  }
}

function layIn(world: World, who: number, at: number, id: number): void {
  const rows = world.of(grave);
  rows.dug.put(who, 1);
  rows.by.put(who, id);
  world.of(position).at.put(who, at);
}

/** The dead of a group who lie unburied on the map. Plain reads. */
export function deadOf(world: World, of: number): number[] {
  const { gone } = world.of(position);
  const found: number[] = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (groupOf(world, who) === of && lies(world, who) && gone.raw[who] === 0) found.push(who);
  }
  return found;
}
