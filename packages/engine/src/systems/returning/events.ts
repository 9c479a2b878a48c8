import { believe } from '../../kernel/beliefs.ts';
import { eventKind, maybe, oneOf, role, whole32, yesNo } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ambushAt } from '../assault/knowing.ts';
import { isOut, outfit, peopleOut, stray } from '../bands/state.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { member } from '../groups/state.ts';
import { cache, cacheRow, site } from '../region/state.ts';
import { inSquad, squadPeople, squadsIn } from '../squads/state.ts';
import { isOpen, stageOf, turnTo, vow } from './state.ts';

/** How firmly those of a band hold what one of them tells of the place where enemies lay hidden. [d] */
const TOLD = 0.8;

/** Whoever leads counts who is left, and how many of the enemy all of them together have seen. */
export const counted = eventKind('returning/counted', {
  roles: { actor: role(person), group: role(group), target: role(group), site: role(site) },
  data: { people: whole32('people'), lost: whole32('people'), hurt: whole32('people'), foes: whole32('people') },
  possible: (world, event) =>
    isOut(world, event.group) && world.of(vow).after.raw[event.group] !== world.of(campaign).endedBy.raw[event.group],
  apply: (world, event) => {
    const rows = world.of(vow);
    rows.after.put(event.group, world.of(campaign).endedBy.raw[event.group]);
    rows.whom.put(event.group, event.target + 1);
    rows.counted.put(event.group, event.id);
    rows.argued.put(event.group, 0);
    rows.vowed.put(event.group, 0);
    rows.foes.put(event.group, event.foes);
    rows.foesBy.put(event.group, event.id);
    turnTo(world, event.group, 'none', event.id);
  },
});

/** Somebody tells the others where those came from of whom they had known nothing. */
export const told = eventKind('returning/told', {
  roles: { actor: role(person), group: role(group), site: role(site), place: role(place) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && isOut(world, event.group),
  apply: (world, event) => {
    for (const who of peopleOut(world)[event.group]) {
      const from = who === event.actor ? -1 : event.actor;
      const word = { place: event.place, confidence: TOLD, source: event.id, truth: event.id, from };
      believe(world, who, ambushAt, event.place, { ...word, hops: from < 0 ? 0 : 1 });
    }
  },
});

/** What speaks loudest for or against going back, as those of a band put it. */
export const MATTERS = [
  'grudge',
  'oath',
  'anger',
  'hunger',
  'temper',
  'losses',
  'dread',
  'wounds',
  'time',
  'plenty',
] as const;
export type Matter = (typeof MATTERS)[number];
export const OUTCOMES = ['come back', 'wait', 'let it be'] as const;

/** They talk over whether to go back; whoever leads settles it. */
export const argued = eventKind('returning/argued', {
  roles: { actor: role(person), other: maybe(person), group: role(group), target: role(group), site: role(site) },
  data: {
    outcome: oneOf(OUTCOMES),
    over: oneOf(MATTERS),
    inFavour: whole32('people'),
    against: whole32('people'),
    /** Whether it had been settled before. */
    still: yesNo,
  },
  possible: (world, event) => isOut(world, event.group) && world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const rows = world.of(vow);
    rows.argued.put(event.group, event.id);
    rows.holder.put(event.group, event.actor + 1);
    if (event.outcome !== 'come back' || isOpen(stageOf(world, event.group))) return;
    rows.vowed.put(event.group, event.id);
    turnTo(world, event.group, 'vowed', event.id);
  },
});

/** Somebody who wants no part of it walks off. */
export const parted = eventKind('returning/parted', {
  roles: { actor: role(person), group: role(group), site: role(site) },
  possible: (world, event) => isOut(world, event.group) && world.of(stray).alone.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(stray).alone.put(event.actor, 1);
    world.of(stray).by.put(event.actor, event.id);
    world.of(outfit).lossBy.put(event.group, event.id);
  },
});

const PREPARES = ['recovering', 'recruiting', 'arming', 'scouting', 'planning'] as const;
/** Whoever leads sees what is wanting still, and has it seen to. */
export const setAbout = eventKind('returning/set-about', {
  roles: { actor: role(person), group: role(group), target: role(group), site: role(site) },
  data: { what: oneOf(PREPARES), have: whole32('people or rounds'), need: whole32('people or rounds') },
  possible: (world, event) => isOut(world, event.group) && isOpen(stageOf(world, event.group)),
  apply: (world, event) => turnTo(world, event.group, event.what, event.id),
});

/** Others who are out there come over to a band, with what they have. */
export const joined = eventKind('returning/joined', {
  roles: { actor: role(person), target: role(person), group: role(group), from: role(group), site: role(site) },
  data: { people: whole32('people'), food: whole32('g') },
  possible: (world, event) => isOut(world, event.group) && peopleOut(world)[event.group].includes(event.target),
  apply: (world, event) => {
    const coming =
      event.from === event.group ? [event.actor] : isOut(world, event.from) ? peopleOut(world)[event.from] : [];
    const rows = world.of(outfit);
    for (const who of coming) {
      world.of(member).group.put(who, event.group);
      world.of(stray).alone.put(who, 0);
      world.of(inSquad).squad.put(who, smallestSquad(world, event.group) + 1);
    }
    if (event.from !== event.group) {
      rows.food.put(event.group, rows.food.raw[event.group] + rows.food.raw[event.from]);
      rows.food.put(event.from, 0);
      rows.lossBy.put(event.from, event.id);
    }
    world.of(vow).joined.put(event.group, event.id);
  },
});

/** The squad of a group with the fewest of its people out there, of those that have any. */
function smallestSquad(world: World, of: number): number {
  const people = new Set(peopleOut(world)[of]);
  let [best, least] = [-1, Infinity];
  for (const row of squadsIn(world, of)) {
    const count = squadPeople(world, row).filter((who) => people.has(who)).length;
    if (count > 0 && count < least) [best, least] = [row, count];
  }
  return best;
}

/** They find rounds among what others have left behind. */
export const foundRounds = eventKind('returning/found-rounds', {
  roles: { actor: role(person), group: role(group), site: role(site) },
  data: { rounds: whole32('rounds') },
  possible: (world, event) =>
    isOut(world, event.group) && world.of(cache).amount.raw[cacheRow(event.site, 'rounds')] >= event.rounds,
  apply: (world, event) => {
    const { amount } = world.of(cache);
    const row = cacheRow(event.site, 'rounds');
    amount.put(row, amount.raw[row] - event.rounds);
    const { rounds } = world.of(outfit);
    rounds.put(event.group, rounds.raw[event.group] + event.rounds);
    world.of(vow).armed.put(event.group, event.id);
  },
});

export const ENDS = ['given up', 'faded', 'split', 'broken up'] as const;
/** Nothing comes of it any more. */
export const ended = eventKind('returning/ended', {
  roles: { actor: maybe(person), group: role(group), target: role(group), site: role(site) },
  data: { how: oneOf(ENDS) },
  possible: (world, event) => !ENDS.some((how) => stageOf(world, event.group) === how),
  apply: (world, event) => turnTo(world, event.group, event.how, event.id),
});
