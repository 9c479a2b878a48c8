import { person, place, state } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { andList, capital } from '../text.ts';
import { sinceBegin } from '../time-words.ts';
import { clockOf, eventOrNull, groupName, personName, rowsOf, thePlace } from './look.ts';
import type { Look } from './look.ts';
import type { Page } from './page.ts';
import { peopleWords } from './place.ts';
import { taskWords } from './tasks.ts';

/** A squad at a moment. Names are keys. */
export interface SquadShown {
  readonly what: 'squad';
  readonly name: string;
  readonly shown: string;
  readonly time: number;
  readonly clock: string;
  readonly group: string;
  readonly leader: string | null;
  readonly reserve: boolean;
  /** Whether it is out of hand. */
  readonly wavers: boolean;
  readonly task: string;
  readonly place: string | null;
  readonly because: number | null;
  readonly people: readonly string[];
}

export const squadsOf = ({ world }: Look, of: number): number[] =>
  rowsOf(world, state.squad).filter((row) => world.of(state.squad).group.raw[row] === of);

const peopleIn = ({ world }: Look, row: number): number[] =>
  rowsOf(world, person).filter((who) => world.of(state.inSquad).squad.raw[who] === row + 1);

export function squadShown(look: Look, row: number): SquadShown {
  const { world } = look;
  const squads = world.of(state.squad);
  const [leader, goal] = [squads.leader.raw[row]! - 1, squads.goal.raw[row]! - 1];
  return {
    what: 'squad',
    name: look.key(state.squad, row),
    shown: look.shown(state.squad, row),
    time: look.time,
    clock: formatClock(world.time),
    group: groupName(look, squads.group.raw[row]!),
    leader: leader < 0 ? null : look.key(person, leader),
    reserve: squads.reserve.raw[row] === 1,
    wavers: squads.wavers.raw[row] === 1,
    task: state.TASKS[squads.task.raw[row]!]!,
    place: goal < 0 ? null : look.key(place, goal),
    because: eventOrNull(squads.by.raw[row]!),
    people: peopleIn(look, row).map((who) => look.key(person, who)),
  };
}

/** What a squad has been told, and since when. */
function toldWords(look: Look, row: number): string {
  const squads = look.world.of(state.squad);
  const { task, because } = squadShown(look, row);
  const goal = squads.goal.raw[row]! - 1;
  const words = goal < 0 ? null : taskWords(task, thePlace(look, goal));
  if (words === null) return 'Has been told nothing.';
  const since = because === null ? '' : ` (event ${because}, ${clockOf(look, look.world.chronicle.time(because))})`;
  return `Told to ${words}${since}.`;
}

/** A line for a side's page: who leads it, and what it is at. */
export function squadLine(look: Look, row: number): string {
  const { shown, people } = squadShown(look, row);
  const leader = look.world.of(state.squad).leader.raw[row]! - 1;
  const under = leader < 0 ? '' : `, under ${personName(look, leader)}`;
  const told = toldWords(look, row).replace(/ \(event [^)]*\)/, '');
  return `${capital(shown)}: ${people.length}${under}. ${told}`;
}

export function squadPage(look: Look, row: number): Page {
  const shown = squadShown(look, row);
  const squads = look.world.of(state.squad);
  const [leader, post] = [squads.leader.raw[row]! - 1, squads.post.raw[row]! - 1];
  const by = squads.waversBy.raw[row]!;
  return {
    title: `${capital(shown.shown)}, of ${shown.group}`,
    under: `${shown.clock}, ${sinceBegin(look.time)}`,
    parts: [
      { label: 'Leader', lines: leader < 0 ? ['Nobody.'] : [`${personName(look, leader)}.`] },
      {
        label: 'Post',
        lines: [
          ...(post < 0 ? [] : [`${capital(thePlace(look, post))}.`]),
          ...(shown.reserve ? ['Kept back as a reserve.'] : []),
        ],
      },
      { label: 'Told', lines: [toldWords(look, row)] },
      { label: 'In hand', lines: shown.wavers ? [`No: it wavers (event ${by}).`] : ['Yes.'] },
      { label: 'People', lines: [`${peopleWords(look, peopleIn(look, row))}.`] },
      { label: 'Where', lines: whereLines(look, row) },
    ],
  };
}

function whereLines(look: Look, row: number): string[] {
  const { at, gone } = look.world.of(state.position);
  const here = peopleIn(look, row).filter((who) => gone.raw[who] === 0);
  const places = [...new Set(here.map((who) => at.raw[who]!))];
  return places.map((where) => {
    const there = here.filter((who) => at.raw[who] === where);
    return `${capital(thePlace(look, where))}: ${andList(there.map((who) => personName(look, who)))}.`;
  });
}
