import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { liveRun, openRun, toldOf } from '@anchorhold/runs';
import type { Named, Run } from '@anchorhold/runs';
import { chronicleVoice, ordinalWords } from '@anchorhold/story';
import type { Section, Telling, Told } from '@anchorhold/story';
import type { workshop } from './camp.fixture.ts';

const DAY = 86_400;
const siege = fileURLToPath(new URL('../../../scenarios/siege-of-the-compound.yaml', import.meta.url));
/** A month of winter on what two rooms hold, and nobody who would come and take it. */
const LEAN_MONTH = `
title: The Lean Month
begin: late winter, d1 06:00, cold
lasts: 30d
places:
  hall: { like: timber house }
  mill: { like: stone house, next to: hall }
  yard: { like: open yard, next to: [hall, mill] }
  field: { like: field, next to: yard }
groups:
  mill folk: { home: hall, leader: Ada, infirmary: mill }
people:
  Ada: { pronoun: she, age: 41 }
  Cole: { pronoun: he, office: [stores, kitchen], age: 35 }
  Osk: { pronoun: he, age: 74 }
  Tilly: { pronoun: she, age: 8 }
  Bram: { pronoun: he, age: 28 }
  Ines: { pronoun: she, age: 33, office: infirmary }
  Joss: { pronoun: he, age: 52 }
stores:
  hall: { food: 22 kg, seed grain: 4 kg }
`;

/** A month that was lived, and what its journal says of it. */
export interface Month {
  readonly name: string;
  readonly home: string;
  readonly run: Run;
  readonly told: readonly Told[];
  readonly people: readonly Named[];
  readonly begin: number;
  readonly telling: Telling;
}

async function monthOf(name: string, home: string, scenarioFile: string, dir: string, seed: number): Promise<Month> {
  await liveRun({ scenarioFile, dir, seed, forSeconds: 30 * DAY });
  const run = await openRun(dir);
  const history = await run.history();
  const { begin } = history;
  const told = toldOf(history, run.end());
  const telling = chronicleVoice(told, { begin, home, title: name, season: 'late autumn' });
  const people = history.names.filter(({ table }) => table === 'person');
  return { name, home, run, told, people, begin, telling };
}

/** Months after a siege night, and hungry months, by seeds. */
export async function months(shop: ReturnType<typeof workshop>, sieges: number[], lean: number[]): Promise<Month[]> {
  const file = shop.path('lean.yaml');
  writeFileSync(file, LEAN_MONTH);
  const lived: Month[] = [];
  for (const seed of sieges)
    lived.push(await monthOf(`Siege ${seed}`, 'the compound', siege, shop.path(`siege-${seed}`), seed));
  for (const seed of lean)
    lived.push(await monthOf(`Lean ${seed}`, 'mill folk', file, shop.path(`lean-${seed}`), seed));
  return lived;
}

const ORDINALS = new Map(Array.from({ length: 99 }, (_, at) => [ordinalWords(at + 1), at + 1]));
const DAYS = /^The ([a-z-]+)(?: (?:to|and) the ([a-z-]+))? day(?=$|, (?:late autumn|mist))/;

/** The days that a heading names; null for a scene. */
export function daysOf({ title }: Section): { readonly first: number; readonly last: number } | null {
  const [, from, to = from] = DAYS.exec(title) ?? [];
  const [first, last] = [ORDINALS.get(from ?? ''), ORDINALS.get(to ?? '')];
  return first === undefined || last === undefined ? null : { first, last };
}

/** The moment at which a day ends, on the clock of the events. */
export function endOf(day: number, begin: number): number {
  return day * DAY - begin;
}

export function dayOf(time: number, begin: number): number {
  return Math.floor((begin + time) / DAY) + 1;
}

export function ordinalOf(words: string): number {
  return ORDINALS.get(words) ?? Number.NaN;
}
