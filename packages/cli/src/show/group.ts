import { group, person, place, state } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { sinceBegin } from '../time-words.ts';
import { andList, capital } from '../text.ts';
import { officeLines, siegeLines } from './before.ts';
import {
  clockOf,
  conditionOf,
  goodWords,
  groupName,
  inThePlace,
  isGone,
  leaderOf,
  peopleIn,
  personName,
  rowsOf,
  thePlace,
} from './look.ts';
import type { Look } from './look.ts';
import type { Page } from './page.ts';
import { peopleWords } from './place.ts';
import { squadLine, squadsOf } from './squad.ts';

/** A side at a moment. Names are keys. Everybody stands in exactly one of `standing`, `down`, `dead` and `gone`. */
export interface GroupShown {
  readonly what: 'group';
  readonly name: string;
  readonly shown: string;
  readonly time: number;
  readonly clock: string;
  readonly leader: string | null;
  readonly home: string | null;
  readonly hostile: readonly string[];
  /** How far a band is with what it came for, or null; and whether its leader has given up. */
  readonly stage: string | null;
  readonly gaveUp: boolean;
  readonly standing: readonly string[];
  readonly wounded: readonly string[];
  readonly down: readonly string[];
  readonly dead: readonly string[];
  readonly gone: readonly string[];
  readonly rounds: number;
  readonly dressings: number;
  readonly carries: Readonly<Record<string, number>>;
}

interface Sorted {
  readonly standing: number[];
  readonly wounded: number[];
  readonly down: number[];
  readonly dead: number[];
  readonly gone: number[];
}

/** A side's people by how they are. The wounded stand too. */
export function sortedPeople({ world }: Look, of: number): Sorted {
  const all = peopleIn(world, of);
  const is = (who: number) => conditionOf(world, who);
  const gone = all.filter((who) => isGone(world, who));
  const here = all.filter((who) => !gone.includes(who));
  return {
    standing: here.filter((who) => is(who) === 'unhurt' || is(who) === 'wounded'),
    wounded: here.filter((who) => is(who) === 'wounded'),
    down: here.filter((who) => is(who) === 'down'),
    dead: here.filter((who) => is(who) === 'dead'),
    gone,
  };
}

export function groupShown(look: Look, of: number): GroupShown {
  const { world } = look;
  const keys = (rows: readonly number[]): string[] => rows.map((who) => world.keyOf(person, who));
  const sides = world.of(state.side);
  const bodies = world.of(state.body);
  const sorted = sortedPeople(look, of);
  const leader = leaderOf(world, of);
  const home = sides.home.raw[of]! - 1;
  const stage = world.of(state.intent).stage.raw[of]!;
  const all = peopleIn(world, of).filter((who) => bodies.alive.raw[who] === 1);
  return {
    what: 'group',
    name: world.keyOf(group, of),
    shown: groupName(look, of),
    time: look.time,
    clock: formatClock(world.time),
    leader: leader < 0 ? null : world.keyOf(person, leader),
    home: home < 0 ? null : world.keyOf(place, home),
    hostile: enemies(look, of).map((other) => world.keyOf(group, other)),
    stage: stage === 0 ? null : state.STAGES[stage]!,
    gaveUp: world.of(state.doubts).gaveUp.raw[of] === 1,
    standing: keys(sorted.standing),
    wounded: keys(sorted.wounded),
    down: keys(sorted.down),
    dead: keys(sorted.dead),
    gone: keys(sorted.gone),
    rounds: all.reduce((sum, who) => sum + bodies.rounds.raw[who]!, 0),
    dressings: all.reduce((sum, who) => sum + bodies.dressings.raw[who]!, 0),
    carries: carried(look, all),
  };
}

const enemies = ({ world }: Look, of: number): number[] =>
  rowsOf(world, group).filter((other) => (world.of(state.side).hostile.raw[of]! & (1 << other)) !== 0);

function carried({ world }: Look, people: readonly number[]): Record<string, number> {
  const loads = world.of(state.load);
  const sums: Record<string, number> = {};
  for (const who of people) {
    const amount = loads.amount.raw[who]!;
    if (amount === 0) continue;
    const good = state.GOODS[loads.good.raw[who]!]!;
    sums[good] = (sums[good] ?? 0) + amount;
  }
  return sums;
}

export function groupPage(look: Look, of: number): Page {
  const shown = groupShown(look, of);
  return {
    title: capital(shown.shown),
    under: `${shown.clock}, ${sinceBegin(look.time)}`,
    parts: [
      {
        label: 'Leader',
        lines:
          leaderOf(look.world, of) < 0
            ? ['Nobody.']
            : [`${personName(look, leaderOf(look.world, of))}${gaveUpWords(look, of)}.`],
      },
      {
        label: 'Home',
        lines: shown.home === null ? [] : [`${capital(thePlace(look, look.world.cast.row(place, shown.home)))}.`],
      },
      {
        label: 'Against',
        lines:
          shown.hostile.length === 0
            ? []
            : [`${capital(andList(enemies(look, of).map((other) => groupName(look, other))))}.`],
      },
      { label: 'Besieged', lines: siegeLines(look, of) },
      { label: 'Offices', lines: officesOfSide(look, of) },
      { label: 'Squads', lines: squadsOf(look, of).map((row) => squadLine(look, row)) },
      { label: 'Aim', lines: aimLines(look, of, shown) },
      { label: 'People', lines: peopleLines(look, of) },
      { label: 'Has', lines: hasLines(shown) },
    ],
  };
}

/** Who of a side is in charge of what. */
function officesOfSide(look: Look, of: number): string[] {
  const lines = peopleIn(look.world, of).flatMap((who) =>
    officeLines(look, who).map(
      (words) => `${personName(look, who)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
    ),
  );
  return lines;
}

function gaveUpWords(look: Look, of: number): string {
  const by = look.world.of(state.doubts).gaveUpBy.raw[of]!;
  return by === 0 ? '' : `, who gave it up at ${clockOf(look, look.world.chronicle.time(by))} (event ${by})`;
}

const STAGE_WORDS: Readonly<Record<string, string>> = {
  away: 'has not come yet',
  'creeping up': 'is creeping up',
  storming: 'is storming the place',
  loading: 'is loading what it came for',
  leaving: 'is leaving, or has left',
};

const ASSAULT_WORDS: Readonly<Record<string, string>> = {
  away: 'has not come yet',
  gathering: 'is gathering',
  scouting: 'is having it looked at',
  probing: 'is feeling for a way in',
  breaching: 'is breaking in',
  exploiting: 'is inside',
  withdrawing: 'is drawing off, or has left',
};

function aimLines(look: Look, of: number, { stage }: GroupShown): string[] {
  const plans = look.world.of(state.assault);
  const target = plans.target.raw[of]! - 1;
  if (target >= 0) {
    const by = plans.stageBy.raw[of]!;
    const how = ASSAULT_WORDS[state.ASSAULT_STAGES[plans.stage.raw[of]!]!];
    return [
      `Means to take ${thePlace(look, target)}${how === undefined ? '' : `; ${how}`}${by === 0 ? '' : ` (event ${by})`}.`,
    ];
  }
  if (stage === null) return [];
  const intents = look.world.of(state.intent);
  const good = state.GOODS[intents.wants.raw[of]!]!;
  const by = intents.stageBy.raw[of]!;
  const event = by === 0 ? '' : ` (event ${by})`;
  return [`Wants the ${good} ${inThePlace(look, intents.target.raw[of]!)}; ${STAGE_WORDS[stage] ?? stage}${event}.`];
}

/** Who stands, who is down, who is dead, who is gone: a line for each that there is. */
export function peopleLines(look: Look, of: number): string[] {
  const { standing, down, dead, gone } = sortedPeople(look, of);
  const line = (what: string, people: readonly number[]): string[] =>
    people.length === 0
      ? []
      : [
          `${people.length} ${what}: ${what === 'standing' || what === 'gone' ? peopleWords(look, people) : andList(people.map((who) => personName(look, who)))}.`,
        ];
  return [...line('standing', standing), ...line('down', down), ...line('dead', dead), ...line('gone', gone)];
}

function hasLines({ rounds, dressings, carries }: GroupShown): string[] {
  const loads = Object.entries(carries).map(([good, amount]) => goodWords(good, amount));
  const held = `${capital(goodWords('rounds', rounds))} and ${goodWords('dressings', dressings)} among the living.`;
  return loads.length === 0 ? [held] : [held, `On their backs: ${andList(loads)}.`];
}
