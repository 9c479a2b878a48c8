import { draw } from '../../draw.ts';
import { identity, shownName } from '../../english/names.ts';
import { list, plural } from '../../english/nouns.ts';
import { countWords, ordinalWords } from '../../english/numbers.ts';
import { sayNoun } from '../../english/phrase.ts';
import { dayOf } from '../../english/times.ts';
import type { Entity } from '../../told.ts';
import type { Matter } from './matters.ts';

/** So few people are named. */
const MOST_NAMED = 3;
/** So many of those who are lost are listed. */
const MOST_LISTED = 12;

/** What a matter is said with: the day, what was said of it last, and who is called what. */
export interface Saying {
  readonly day: number;
  readonly begin: number;
  readonly before: Matter | undefined;
  readonly kept: ReadonlyMap<string, string>;
  /** It is a sentence of its own, and may have a verb. */
  readonly alone: boolean;
}

/** Those for whom it goes on, each once. */
function thoseOf({ all }: Matter): Entity[] {
  return [...new Map(all.flatMap(({ of }) => (of === null ? [] : [[identity(of), of] as const]))).values()];
}

function whoOf(those: readonly Entity[]): string {
  return those.length > MOST_NAMED ? countWords(those.length) : list(those.map(shownName));
}

/** How many of those are called something, as prisoners are, where it is some and not all. */
function amongThem(those: readonly Entity[], kept: ReadonlyMap<string, string>): string {
  const called = those.flatMap((one) => kept.get(identity(one)) ?? []);
  const [name] = called;
  if (those.length <= MOST_NAMED || name === undefined || called.length === those.length) return '';
  return called.length === 1 ? `, one of them a ${name}` : `, ${countWords(called.length)} of them ${plural(name)}`;
}

function numberWords(matter: Matter, { before, kept, alone, day }: Saying): string {
  const { as, sign } = matter;
  const those = thoseOf(matter);
  const still = before?.sign === sign ? 'still ' : '';
  if (alone && those.length <= MOST_NAMED) return `${still}${as}: ${list(those.map(shownName))}`;
  const were = alone ? 'were ' : '';
  const known = before?.sign.split('|') ?? [];
  const fewer = those.length < known.length && sign.split('|').every((one) => known.includes(one));
  const nobody = fewer && those.length > MOST_NAMED && draw(String(day), 'nobody new') % 2 === 0 ? ', nobody new' : '';
  return `${whoOf(those)} ${were}${still}${as}${amongThem(those, kept)}${nobody}`;
}

/** What it has come to in the end: `dead in all: Pilar and Lubna`. */
export function costWords(matter: Matter): string {
  const those = thoseOf(matter);
  if (those.length > MOST_LISTED) return `${countWords(those.length)} ${matter.as} in all`;
  return `${matter.as} in all: ${list(those.map(shownName))}`;
}

/** A matter with hardly a verb: `half rations for the ninth day`, `nine still laid up, two of them prisoners`, `food left for nine days`. */
export function matterWords(matter: Matter, saying: Saying): string {
  const { by, as, all } = matter;
  const [first] = all;
  if (first === undefined) return '';
  if (by === 'number') return numberWords(matter, saying);
  const { alone, day } = saying;
  if (by === 'itself') {
    return `${alone ? 'there was ' : ''}${first.amount === undefined ? as : `${as} ${sayNoun(first.amount, '')}`}`;
  }
  const nth = `the ${ordinalWords(saying.day - dayOf(saying.begin + first.since) + 1)} day`;
  if (draw(String(day), 'nth') % 3 === 0) return `${alone ? 'it was ' : ''}${nth} of ${as}`;
  return `${as} for ${nth}`;
}
