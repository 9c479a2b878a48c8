/** A mill by a wood, with two people at each: small enough to say beforehand what must happen there. */
import type { LivingOptions } from '../src/kernel/create.ts';
import type { World } from '../src/kernel/world.ts';
import { worldOf } from './night.fixture.ts';

export interface MillChanges {
  /** Season, clock and weather; noon in summer where it is left out. */
  readonly begin?: string;
  readonly lasts?: string;
  /** Further fields of a person, as YAML between braces: `asleep: true, at: yard`. */
  readonly Ada?: string;
  readonly Cole?: string;
  readonly Bram?: string;
  readonly Dirk?: string;
  /** Further people, groups and fields of the band: YAML between braces. */
  readonly people?: string;
  readonly groups?: string;
  readonly band?: string;
  /** Further fields of the mill folk. */
  readonly folk?: string;
  readonly places?: string;
  /** Further sections, as lines of YAML. */
  readonly more?: string;
}

/** Ada leads Cole at the mill; Bram leads Dirk in the wood. From mill to wood: 21, 55 and 90 m by the yard and the field. */
export function millText(changes: MillChanges = {}): string {
  const fields = (own: string, more: string | undefined): string => [own, more].filter((each) => each).join(', ');
  return `
title: "The Mill"
begin: ${changes.begin ?? 'summer, d1 12:00'}
lasts: ${changes.lasts ?? '2h'}
places:
  mill: {like: stone house}
  yard: {like: open yard, next to: mill}
  field: {like: field, next to: yard}
  wood: {like: wood, next to: field}
  ${changes.places ?? ''}
groups:
  mill folk: {${fields('home: mill, leader: Ada', changes.folk)}}
  the band: {${fields('at: wood, leader: Bram, hostile to: mill folk', changes.band)}}
  ${changes.groups ?? ''}
people:
  Ada: {${changes.Ada ?? ''}}
  Cole: {${changes.Cole ?? ''}}
  Bram: {${fields('group: the band', changes.Bram)}}
  Dirk: {${fields('group: the band', changes.Dirk)}}
  ${changes.people ?? ''}
${changes.more ?? ''}
`;
}

export function mill(changes: MillChanges = {}, options: LivingOptions = {}): World {
  return worldOf(millText(changes), options);
}
