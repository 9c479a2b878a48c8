import { SCENE, advance, createWorld, enterBubble, openBubble, readEvent, ruleset, state } from '@anchorhold/engine';
import type { LogEntry, World } from '@anchorhold/engine';
import type { Report } from './report.ts';
import { setupOf } from './scenario.ts';
import { wilson } from './statistics.ts';

/** Minutes after the hit, and the share of those who die of it within a day who are dead by then. [s: UK killed in action] */
export const CURVE: readonly (readonly [minutes: number, dead: number])[] = [
  [0, 0.57],
  [10, 0.68],
  [60, 0.91],
  [120, 0.99],
];
/** How far from the curve the bench may lie. */
const WITHIN = 0.05;
const PEOPLE = 100;
const DAY_MINUTES = 24 * 60;
/** Where untreated people who bleed to death were hit. [s: Eastridge] */
const BLED_FROM: readonly (readonly [from: string, regions: readonly string[], share: number])[] = [
  ['the trunk', ['head', 'chest', 'belly'], 0.48],
  ['a limb', ['arm', 'leg'], 0.31],
  ['neck or groin', ['neck', 'groin'], 0.21],
];

/** What became of one hit: minutes until death (0: within the first), or null for whoever lives on after a day. */
export interface Fate {
  readonly region: string;
  readonly minutes: number | null;
  readonly bled: boolean;
}

/** Hits on people whom nobody tends, lived through until enough of them have proved fatal. */
export function fatesOfUntreated(fatal: number): Fate[] {
  const fates: Fate[] = [];
  for (let seed = 1, found = 0; found < fatal; seed++) {
    const some = fatesIn(seed);
    fates.push(...some);
    found += some.filter((fate) => fate.minutes !== null).length;
  }
  return fates;
}

/** A hundred people with nothing to dress a wound with, each hit once at the same moment; lived by the minute for a day. */
function fatesIn(seed: number): Fate[] {
  const people = Array.from({ length: PEOPLE }, (_, i) => `  P${i}: {dressings: 0, rounds: 0}`);
  const text = `
title: "Hits that nobody tends"
begin: summer, d1 12:00
lasts: 25h
places: {mill: {like: stone house}}
groups: {mill folk: {home: mill}}
people:
${people.join('\n')}
`;
  const setup = setupOf(text, 'untreated');
  const began = createWorld(ruleset, setup, { seed }).time;
  const log = Array.from({ length: PEOPLE }, (_, i): LogEntry => ({
    at: began,
    command: 'hit',
    value: { who: `P${i}` },
  }));
  const world = createWorld(ruleset, setup, { seed, log });
  const scene = openBubble(world, SCENE);
  for (let who = 0; who < PEOPLE; who++) enterBubble(world, who, scene);
  advance(world, began + DAY_MINUTES * 60);
  return fatesOf(world, began);
}

function fatesOf(world: World, began: number): Fate[] {
  const hits = new Map<number, string>();
  const deaths = new Map<number, { minutes: number; bled: boolean }>();
  for (let id = 1; id <= world.chronicle.length; id++) {
    const { kind, roles, data, time } = readEvent(world, id);
    if (kind === 'wounds/wounded') hits.set(roles['target']!, String(data['region']));
    if (kind !== 'wounds/died') continue;
    // Whoever is dead by the end of the first minute died in it.
    const minutes = time - began <= 60 ? 0 : (time - began) / 60;
    deaths.set(roles['actor']!, { minutes, bled: data['of'] === 'bleeding' });
  }
  if (hits.size !== PEOPLE) throw new Error(`${hits.size} of ${PEOPLE} people were hit`);
  const alive = world
    .of(state.body)
    .alive.raw.subarray(0, PEOPLE)
    .reduce((sum, each) => sum + each, 0);
  if (alive + deaths.size !== PEOPLE) throw new Error(`${alive} live and ${deaths.size} died, of ${PEOPLE}`);
  return [...hits].map(([who, region]) => {
    const death = deaths.get(who);
    return { region, minutes: death?.minutes ?? null, bled: death?.bled ?? false };
  });
}

/** How many of the fatal hits have killed by so many minutes after them. */
export function deadBy(fates: readonly Fate[], minutes: number): { readonly dead: number; readonly fatal: number } {
  const fatal = fates.filter((fate) => fate.minutes !== null);
  return { dead: fatal.filter((fate) => fate.minutes! <= minutes).length, fatal: fatal.length };
}

/** The time to death of untreated wounds, against the curve. */
export function measureWounds(report: Report): void {
  const fates = fatesOfUntreated(report.quick ? 400 : 2_000);
  const { fatal } = deadBy(fates, 0);
  const scenario = `${fatal} untreated fatal wounds`;
  for (const [minutes, share] of CURVE) {
    const { dead } = deadBy(fates, minutes);
    const when = minutes === 0 ? 'in the first minute' : `by ${minutes} min`;
    const floor = { min: share - WITHIN, max: share + WITHIN };
    const value = dead / fatal;
    report.add({ claim: `dead ${when}`, scenario, value, unit: 'of the dead', interval: wilson(dead, fatal), floor });
  }
  report.add({
    claim: 'hits that kill within a day if nobody tends them',
    scenario: `${fates.length} hits`,
    value: fatal / fates.length,
    unit: 'of hits',
    interval: wilson(fatal, fates.length),
    target: { min: 0.2, max: 0.3 },
  });
  const bled = fates.filter((fate) => fate.bled);
  for (const [from, regions, share] of BLED_FROM) {
    const count = bled.filter((fate) => regions.includes(fate.region)).length;
    report.add({
      claim: `bled to death from ${from}`,
      scenario: `${bled.length} who bled to death`,
      value: count / bled.length,
      unit: 'of them',
      interval: wilson(count, bled.length),
      target: { min: share - WITHIN, max: share + WITHIN },
    });
  }
}
