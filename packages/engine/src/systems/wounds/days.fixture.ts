/** Many people who were each hit once, and lived through the first day: what becomes of them in the weeks after. */
import { happen, live, where, who, worldOf } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { injure } from './injury.ts';
import { wound } from './state.ts';
import { dressed, wounded } from './system.ts';

export const DAY = 86_400;
const PEOPLE = 120;

export interface Ward {
  /** When their wounds are dressed, in hours after they were hit; never where it is left out. */
  readonly dressedAfter?: number;
  /** Whether anybody sees to them from the first day on, with all that it takes. */
  readonly nursed: boolean;
  /** How well whoever dresses and nurses them knows how. */
  readonly skill?: 'none' | 'fair' | 'fine';
  readonly seed: number;
}

/** People P0 to P119 at a house, with Nan and nine more who can care; nobody comes near them if they are not nursed. */
export function sickHouse({ dressedAfter, nursed, skill = 'fine', seed }: Ward): World {
  const patients = Array.from({ length: PEOPLE }, (_, i) => `  P${i}: {dressings: 0, rounds: 0, skills: {care: none}}`);
  const nurses = Array.from({ length: 10 }, (_, i) => `  N${i}: {dressings: 50, rounds: 0, skills: {care: ${skill}}}`);
  const world = worldOf(
    `
title: "Many hits"
begin: summer, d1 12:00
lasts: 2h
places: {mill: {like: stone house}}
groups: {mill folk: {home: mill}}
stores: {mill: {dressings: ${nursed ? 2000 : 0}}}
people:
${[...patients, ...nurses].join('\n')}
`,
    { seed },
  );
  // As long as there is fighting nobody sees to anybody.
  if (!nursed) world.of(campaign).state.put(0, 1);
  for (let i = 0; i < PEOPLE; i++) {
    const target = who(world, `P${i}`);
    happen(world, wounded, { target, actor: -1, place: where(world, 'mill'), ...injure(world, target, target) });
  }
  if (dressedAfter !== undefined) {
    live(world, dressedAfter * 3600);
    dressAll(world);
  }
  return live(world, DAY - world.time + 12 * 3600);
}

function dressAll(world: World): void {
  const place = where(world, 'mill');
  for (let i = 0; i < PEOPLE; i++) {
    const [actor, target] = [who(world, `N${i % 10}`), who(world, `P${i}`)];
    if (world.of(body).alive.raw[target] === 0) continue;
    happen(world, dressed, { actor, target, place, how: 'bandage' });
  }
}

/** Rows of those who live, with whether their one wound is grave. */
export function survivors(world: World): { readonly who: number; readonly grave: boolean }[] {
  const rows = world.of(wound);
  const found: { who: number; grave: boolean }[] = [];
  for (let row = 0; row < rows.count; row++) {
    const whom = rows.person.raw[row];
    if (world.of(body).alive.raw[whom] === 1) found.push({ who: whom, grave: rows.grave.raw[row] === 1 });
  }
  return found;
}

/** The interval in which a share lies with 95 % confidence, by Wilson. */
export function wilson(hits: number, tries: number): readonly [low: number, high: number] {
  const z = 1.96;
  const p = hits / tries;
  const middle = (p + (z * z) / (2 * tries)) / (1 + (z * z) / tries);
  const half = (z / (1 + (z * z) / tries)) * Math.sqrt((p * (1 - p)) / tries + (z * z) / (4 * tries * tries));
  return [middle - half, middle + half];
}
