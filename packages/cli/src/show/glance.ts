import { group, place, state, title } from '@anchorhold/engine';
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
      { label: 'Fell', lines: orNobody(bySide((of) => fellWords(look, of))) },
      { label: 'Wounded', lines: orNobody(bySide((of) => woundedWords(look, of))) },
      { label: 'Gone', lines: bySide((of) => goneWords(look, of)) },
      { label: 'Spent', lines: bySide((of) => spentWords(look, start, of)) },
      { label: 'Stores', lines: rowsOf(world, place).flatMap((where) => changedStores(look, start, where)) },
      {
        label: 'Outcome',
        lines: Object.entries(outcome).map(([name, value]) => `${capital(plain(name, 60))}: ${answer(value)}.`),
      },
    ],
  };
}

const orNobody = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? ['Nobody.'] : lines);

/** Homes, and what somebody wanted: who stands there at the end. */
function heldLines(look: Look): string[] {
  const { world } = look;
  const homes = world.of(state.side).home.raw;
  const intents = world.of(state.intent);
  const places = rowsOf(world, group).flatMap((of) => {
    const wanted = intents.stage.raw[of] === 0 ? [] : [intents.target.raw[of]!];
    return [...(homes[of] === 0 ? [] : [homes[of]! - 1]), ...wanted];
  });
  return [...new Set(places)].map((where) => {
    const all = peopleAt(look, where);
    const there = all.filter((who) => world.of(state.body).down.raw[who] === 0);
    const sides = [...new Set(there.map((who) => groupOf(world, who)))].map((of) => groupName(look, of));
    const nobody = all.length === 0 ? 'empty' : 'nobody in it can stand';
    const whose = sides.length < 2 ? (sides[0] ?? nobody) : `${andList(sides)} are both in it`;
    return `${capital(thePlace(look, where))}: ${whose}.`;
  });
}

const names = (look: Look, people: readonly number[]): string => andList(people.map((who) => personName(look, who)));
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

function goneWords(look: Look, of: number): string {
  const { gone } = sortedPeople(look, of);
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

function spentWords(look: Look, start: Look, of: number): string {
  const sum = ({ world }: Look, column: 'rounds' | 'dressings'): number =>
    peopleIn(world, of).reduce((total, who) => total + world.of(state.body)[column].raw[who]!, 0);
  const rounds = sum(start, 'rounds') - sum(look, 'rounds');
  const dressings = sum(start, 'dressings') - sum(look, 'dressings');
  return rounds === 0 && dressings === 0
    ? ''
    : `${capital(groupName(look, of))}: ${goodWords('rounds', rounds)} and ${goodWords('dressings', dressings)}.`;
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
