import { group, peopleNames, person, place, state, title } from '@anchorhold/engine';
import type { Run } from '@anchorhold/runs';
import { formatClock, plain } from '@anchorhold/scenario';
import { answer } from '../outcome.ts';
import { durationWords } from '../time-words.ts';
import { andList, capital } from '../text.ts';
import { sortedPeople } from './group.ts';
import {
  goodWords,
  groupName,
  conditionOf,
  groupOf,
  isGone,
  peopleIn,
  personName,
  placeName,
  rowsOf,
  stocksAt,
  thePlace,
  withArticle,
} from './look.ts';
import type { Look } from './look.ts';
import type { Page } from './page.ts';
import { peopleAt } from './place.ts';

/** How a run came out: who held, who fell, who is wounded, what was spent, and what the scenario asked. */
export function glancePage(run: Run, look: Look, start: Look): Page {
  const { scenario, seed, outcome, events, until } = run.summary;
  const { world } = look;
  const groups = rowsOf(world, group);
  const bySide = (line: (of: number) => string): string[] => groups.map(line).filter((each) => each !== '');
  return {
    title: plain(run.setup.whole(title) ?? scenario, 80),
    under: `Seed ${seed}: ${durationWords(until)}, from ${formatClock(start.world.time)} to ${formatClock(world.time)}, and ${events} events.`,
    parts: [
      { label: 'Held', lines: heldLines(look) },
      { label: 'Broken', lines: brokenLines(look) },
      { label: 'Ended', lines: endedLines(look) },
      { label: 'Fell', lines: orNobody(bySide((of) => fellWords(look, of))) },
      { label: 'Wounded', lines: orNobody(bySide((of) => woundedWords(look, of))) },
      { label: 'Captive', lines: bySide((of) => captiveWords(look, of)) },
      { label: 'Gone', lines: bySide((of) => goneWords(look, start, of)) },
      { label: 'Spent', lines: bySide((of) => spentWords(look, start, of)) },
      { label: 'Left', lines: bySide((of) => leftWords(look, of)) },
      { label: 'Stores', lines: rowsOf(world, place).flatMap((where) => changedStores(look, start, where)) },
      {
        label: 'Outcome',
        lines: Object.entries(outcome).map(([name, value]) => `${capital(plain(name, 60))}: ${answer(value)}.`),
      },
    ],
  };
}

const orNobody = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? ['Nobody.'] : lines);

/** Homes, and what somebody wanted or meant to take: who stands there at the end. Places in the same hands are said at once. */
function heldLines(look: Look): string[] {
  const { world } = look;
  const homes = world.of(state.side).home.raw;
  const intents = world.of(state.intent);
  const targets = world.of(state.assault).target.raw;
  const places = rowsOf(world, group).flatMap((of) => [
    ...(targets[of] === 0 ? [] : [targets[of]! - 1]),
    ...(homes[of] === 0 ? [] : [homes[of]! - 1]),
    ...(intents.stage.raw[of] === 0 ? [] : [intents.target.raw[of]!]),
  ]);
  const byHolder = new Map<string, number[]>();
  for (const where of new Set(places)) {
    const holder = holderOf(look, where);
    byHolder.set(holder, [...(byHolder.get(holder) ?? []), where]);
  }
  return [...byHolder].map(
    ([holder, held]) => `${capital(andList(held.map((where) => thePlace(look, where))))}: ${holder}.`,
  );
}

function holderOf(look: Look, where: number): string {
  const { world } = look;
  const all = peopleAt(look, where);
  const free = (who: number): boolean =>
    world.of(state.body).down.raw[who] === 0 && world.of(state.captive).state.raw[who] === 0;
  const sides = [...new Set(all.filter(free).map((who) => groupOf(world, who)))].map((of) => groupName(look, of));
  // Where nobody stands it is theirs who alone are left to walk into it.
  const left = rowsOf(world, group).filter((of) => peopleIn(world, of).some((who) => !isGone(world, who) && free(who)));
  const nobody = all.length === 0 ? 'empty' : 'nobody in it can stand';
  if (sides.length === 0 && left.length === 1) return groupName(look, left[0]!);
  return sides.length < 2 ? (sides[0] ?? nobody) : `${andList(sides)} are both in it`;
}

/** What barred the way and does no longer. */
function brokenLines(look: Look): string[] {
  const walls = look.world.of(state.barrier);
  const broken = rowsOf(look.world, state.barrier).filter((row) => walls.breached.raw[row] === 1);
  return broken.length === 0 ? [] : [`${capital(andList(broken.map((row) => look.shown(state.barrier, row))))}.`];
}

/** What decided it: who gave up, ran, laid down their arms or took the place, and when the fight was over. */
const DECIDES: readonly string[] = [
  'will/gave-up',
  'will/routed',
  'captivity/laid-down',
  'assault/overran',
  'engagement/ended',
];

/** `22:40`. */
const minuteOf = (time: number): string => formatClock(time - (time % 60)).replace(/^\S+ /, '');

function endedLines(look: Look): string[] {
  return look.history.events
    .filter(({ kind, time }) => DECIDES.includes(kind) && time <= look.time)
    .map(({ id, time, text }) => `${minuteOf(time + look.begin)}  ${text.replace(/\.$/, '')} (event ${id}).`);
}

/** How many of those whom a scenario only counts are named before they are counted here too. */
const MOST_EXTRAS = 4;

/** Those whom the scenario describes by name; of the others only so many, the rest are counted. */
function names(look: Look, people: readonly number[]): string {
  const described = look.world.recipe.setup.entries(peopleNames);
  const known = people.filter((who) => described.has(look.key(person, who)));
  const others = people.filter((who) => !known.includes(who));
  const shown = others.length <= MOST_EXTRAS ? people : known;
  const count = people.length - shown.length;
  const rest = count === 0 ? [] : [known.length === 0 ? `${count} of theirs` : `${count} others`];
  return andList([...shown.map((who) => personName(look, who)), ...rest]);
}
const all = (look: Look, of: number): string => `${capital(groupName(look, of))} (${peopleIn(look.world, of).length})`;

const isDead = ({ world }: Look, who: number): boolean => conditionOf(world, who) === 'dead';

function fellWords(look: Look, of: number): string {
  const { dead, gone } = sortedPeople(look, of);
  const later = gone.filter((who) => isDead(look, who));
  const both = [
    ...(dead.length === 0 ? [] : [names(look, dead)]),
    ...(later.length === 0 ? [] : [`${names(look, later)}, who got away and died of it`]),
  ];
  return both.length === 0 ? '' : `${all(look, of)}: ${both.join('; ')}.`;
}

function woundedWords(look: Look, of: number): string {
  const { world } = look;
  const { wounded, down, gone } = sortedPeople(look, of);
  const away = gone.filter((who) => world.of(state.vitals).wounds.raw[who]! > 0 && !isDead(look, who));
  const all = [
    ...(wounded.length === 0 ? [] : [names(look, wounded)]),
    ...(down.length === 0 ? [] : [`${names(look, down)}, who cannot stand`]),
    ...(away.length === 0 ? [] : [`${names(look, away)}, who got away`]),
  ];
  return all.length === 0 ? '' : `${capital(groupName(look, of))}: ${all.join('; ')}.`;
}

/** Those who were there and are no more; whoever lives beyond the map and never came onto it is not gone from it. */
function goneWords(look: Look, start: Look, of: number): string {
  const gone = sortedPeople(look, of).gone.filter((who) => !isGone(start.world, who));
  const alive = gone.filter((who) => !isDead(look, who));
  if (alive.length === 0) return '';
  const { amount, good } = look.world.of(state.load);
  const loads = state.GOODS.flatMap((name, index) => {
    const sum = gone.reduce((total, who) => total + (good.raw[who] === index ? amount.raw[who]! : 0), 0);
    return sum === 0 ? [] : [goodWords(name, sum)];
  });
  const took = loads.length === 0 ? ', empty-handed' : `, with ${andList(loads)}`;
  return `${capital(groupName(look, of))}: ${names(look, alive)}${took}.`;
}

/** Those who gave up, or were found when it was over. */
function captiveWords(look: Look, of: number): string {
  const { world } = look;
  const { state: held, keeper } = world.of(state.captive);
  const { alive } = world.of(state.body);
  const captive = peopleIn(world, of).filter((who) => held.raw[who]! > 0 && alive.raw[who] === 1);
  if (captive.length === 0) return '';
  const keepers = [...new Set(captive.filter((who) => held.raw[who] === 2).map((who) => keeper.raw[who]! - 1))];
  const sides = [...new Set(keepers.map((who) => groupName(look, groupOf(world, who))))];
  const by = sides.length === 0 ? '' : `, in the hands of ${andList(sides)}`;
  return `${capital(groupName(look, of))}: ${names(look, captive)}${by}.`;
}

/** Rounds that people carry, in either hand or lying where they fell. */
function roundsOf({ world }: Look, of: number): number {
  const { rounds, secondRounds } = world.of(state.body);
  const things = world.of(state.thing);
  const people = peopleIn(world, of);
  const lying = rowsOf(world, state.thing).filter(
    (row) => things.isLive(row) && people.includes(things.of.raw[row]! - 1),
  );
  return (
    people.reduce((sum, who) => sum + rounds.raw[who]! + secondRounds.raw[who]!, 0) +
    lying.reduce((sum, row) => sum + things.rounds.raw[row]!, 0)
  );
}

function spentWords(look: Look, start: Look, of: number): string {
  const dressingsOf = ({ world }: Look): number =>
    peopleIn(world, of).reduce((total, who) => total + world.of(state.body).dressings.raw[who]!, 0);
  const rounds = Math.max(0, roundsOf(start, of) - roundsOf(look, of));
  const dressings = Math.max(0, dressingsOf(start) - dressingsOf(look));
  return rounds === 0 && dressings === 0
    ? ''
    : `${capital(groupName(look, of))}: ${goodWords('rounds', rounds)} and ${goodWords('dressings', dressings)}.`;
}

/** What those who can still fight have left to fire. */
function leftWords(look: Look, of: number): string {
  const { world } = look;
  const { rounds, secondRounds } = world.of(state.body);
  const fit = sortedPeople(look, of).standing.filter((who) => world.of(state.captive).state.raw[who] === 0);
  if (fit.length === 0) return '';
  const sum = fit.reduce((total, who) => total + rounds.raw[who]! + secondRounds.raw[who]!, 0);
  return `${capital(groupName(look, of))}: ${goodWords('rounds', sum)} among ${fit.length} who can stand.`;
}

/** Stores that are not what they were. */
function changedStores(look: Look, start: Look, where: number): string[] {
  const [now, had] = [stocksAt(look.world, where), stocksAt(start.world, where)];
  const amount = (stocks: typeof now, good: string): number => stocks.find((each) => each.good === good)?.amount ?? 0;
  const goods = [...new Set([...had, ...now].map(({ good }) => good))].filter(
    (good) => amount(had, good) !== amount(now, good),
  );
  return goods.map((good) => {
    const [before, after] = [amount(had, good), amount(now, good)];
    return `${capital(withArticle(placeName(look, where)))}: ${goodWords(good, after)} left of ${goodWords(good, before).split(' of ')[0]}.`;
  });
}
