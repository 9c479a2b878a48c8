/** What can be asked of how a night came out: who is gone, who holds what, who lives; and the events behind that. */
import type { Condition } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, hostile, peopleIn, side } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { kept } from '../routine/state.ts';

type Names = Readonly<Record<string, string>>;

const groupIn = (world: World, names: Names): number => world.cast.mustRow(group, names['groups']);
const personIn = (world: World, names: Names): number => world.cast.mustRow(person, names['people']);
const placeIn = (world: World, names: Names): number => world.cast.mustRow(place, names['places']);

/** Each once, oldest first; 0 is no event. */
const inOrder = (ids: readonly number[]): number[] => [...new Set(ids)].filter((id) => id !== 0).sort((a, b) => a - b);

const isAlive = (world: World, who: number): boolean => world.of(body).alive.raw[who] === 1;
const standsFree = (world: World, who: number): boolean =>
  world.of(body).down.raw[who] === 0 && world.of(captive).state.raw[who] === 0;
const isOut = (world: World, who: number): boolean => world.of(position).gone.raw[who] === 1 || !standsFree(world, who);

/** The event by which somebody is out of it: they got away, fell, or gave up; 0 while they are in it. */
function outBy(world: World, who: number): number {
  if (world.of(position).gone.raw[who] === 1) return world.of(position).goneBy.raw[who];
  if (world.of(body).down.raw[who] === 1) return world.of(body).downBy.raw[who];
  return world.of(captive).state.raw[who] === 0 ? 0 : world.of(captive).yielded.raw[who];
}

const deathOf = (world: World, who: number): number => (isAlive(world, who) ? 0 : world.of(body).downBy.raw[who]);

const leave: Condition = {
  pattern: '{groups} leave',
  truth: (world, names) => peopleIn(world, groupIn(world, names)).every((who) => isOut(world, who)),
  because: (world, names) => {
    const people = peopleIn(world, groupIn(world, names));
    return people.every((who) => isOut(world, who)) ? inOrder(people.map((who) => outBy(world, who))) : [];
  },
};

/** Those who stand in a place and are nobody's prisoners: a group's own, and its enemies. */
function standing(world: World, of: number, where: number): { own: number[]; foes: number[] } {
  const there = peopleThere(world, where).filter((who) => standsFree(world, who));
  return {
    own: there.filter((who) => groupOf(world, who) === of),
    foes: there.filter((who) => hostile(world, of, groupOf(world, who))),
  };
}

/**
 * The event by which the last of a group's people went home from a place in peace, where it is still theirs: no fight has
 * begun since, and somebody is at home; else 0.
 */
function keptBy(world: World, of: number, where: number): number {
  const { state, endedBy, overrunBy } = world.of(campaign);
  const rows = world.of(kept);
  const home = world.of(side).home.raw[of] - 1;
  if (home < 0 || rows.of.raw[where] !== of + 1 || state.raw[of] === 1 || overrunBy.raw[of] !== 0) return 0;
  if (endedBy.raw[of] > rows.by.raw[where] || standing(world, of, home).own.length === 0) return 0;
  return rows.by.raw[where];
}

const hold: Condition = {
  pattern: '{groups} hold {places}',
  truth: (world, names) => {
    const { own, foes } = standing(world, groupIn(world, names), placeIn(world, names));
    return foes.length === 0 && (own.length > 0 || keptBy(world, groupIn(world, names), placeIn(world, names)) !== 0);
  },
  because: (world, names) => {
    const [of, where] = [groupIn(world, names), placeIn(world, names)];
    const { own, foes } = standing(world, of, where);
    const { by } = world.of(position);
    const { endedBy, overrunBy } = world.of(campaign);
    // Whoever stands in the way of it, and how those came there; where nobody is left to hold it, what became of them.
    if (foes.length > 0) return inOrder([...foes.map((who) => by.raw[who]), overrunBy.raw[of]]);
    const left = keptBy(world, of, where);
    if (own.length === 0 && left !== 0) return inOrder([endedBy.raw[of], left]);
    if (own.length === 0) return inOrder(peopleIn(world, of).map((who) => outBy(world, who) || by.raw[who]));
    // What is one's own is held as long as those who come for it are fought off; anything else has to be taken.
    if (world.of(side).home.raw[of] === where + 1) return inOrder([endedBy.raw[of]]);
    return inOrder([endedBy.raw[of], ...own.map((who) => by.raw[who])]);
  },
};

const lives: Condition = {
  pattern: '{people} lives',
  truth: (world, names) => isAlive(world, personIn(world, names)),
  because: (world, names) => inOrder([deathOf(world, personIn(world, names))]),
};

const living: Condition = {
  pattern: 'how many of {groups} live',
  truth: (world, names) => peopleIn(world, groupIn(world, names)).filter((who) => isAlive(world, who)).length,
  because: (world, names) => inOrder(peopleIn(world, groupIn(world, names)).map((who) => deathOf(world, who))),
};

export const conditions: readonly Condition[] = [leave, hold, lives, living];

function peopleThere(world: World, where: number): number[] {
  const { at, gone } = world.of(position);
  const people = [];
  for (let who = 0; who < world.of(person).count; who++)
    if (at.raw[who] === where && gone.raw[who] === 0) people.push(who);
  return people;
}
