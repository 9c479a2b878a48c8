/** A yard in which all runs out that can: water, firewood, food, and what people think of each other. */
import type { LivingOptions } from '../src/kernel/create.ts';
import type { World } from '../src/kernel/world.ts';
import { worldOf } from './night.fixture.ts';

export interface YardChanges {
  /** Season, clock and weather; a mild winter's morning where it is left out. */
  readonly begin?: string;
  /** Further fields of places, as YAML between braces: `water: well`. */
  readonly hall?: string;
  readonly shed?: string;
  readonly yard?: string;
  readonly field?: string;
  /** What lies in the hall, and further places with stores, as YAML between braces. */
  readonly stores?: string;
  /** Further places, groups, people, and sections, as lines of YAML. */
  readonly places?: string;
  readonly groups?: string;
  readonly people?: string;
  readonly more?: string;
}

/** Ada leads; Cole keeps the stores and is no better than he should be; Osk is old, Tilly small; and as many more as are named. */
export function yardText(changes: YardChanges = {}): string {
  const { begin, hall, shed, yard, field, stores, places, groups, people, more } = changes;
  const fields = (own: string, further: string | undefined): string => [own, further].filter((each) => each).join(', ');
  return `
title: "The Yard"
begin: ${begin ?? 'winter, d1 06:00'}
lasts: 30d
places:
  hall: {${fields('like: timber house', hall)}}
  yard: {${fields('like: open yard, next to: hall', yard)}}
  shed: {${fields('like: shed, next to: yard', shed)}}
  field: {${fields('like: field, next to: yard', field)}}
  ${places ?? ''}
barriers:
  the fence: {between: [yard, field], strength: 60}
groups:
  yard folk: {home: hall, leader: Ada}
  ${groups ?? ''}
people:
  Ada: {pronoun: she, temper: [just]}
  Cole: {pronoun: he, office: [stores, kitchen], temper: [bitter, cold]}
  Osk: {pronoun: he, age: 72, temper: [rash, bitter]}
  Tilly: {pronoun: she, age: 7}
  ${people ?? ''}
stores: ${stores ?? '{hall: {food: 900 kg}}'}
${more ?? ''}`;
}

export function leanYard(changes: YardChanges = {}, options: LivingOptions = {}): World {
  return worldOf(yardText(changes), options);
}

const NAMES = 'Pell Quin Rook Sib Tam Ulf Vane Wat Yann Zell Arn Bet Cid Dora Edda Fenn'.split(' ');

/** So many people, sixteen at most, whose tempers go round. */
export function crowd(count: number): string {
  const tempers = ['bitter', 'rash', 'cold', 'timid', 'loyal'];
  return NAMES.slice(0, count)
    .map((name, i) => `${name}: {temper: [${tempers[i % tempers.length]}]}`)
    .join('\n  ');
}
