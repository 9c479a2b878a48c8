import { step } from './live.ts';
import { readEvent } from './read.ts';
import type { EventRecord } from './read.ts';
import { load, save } from './save.ts';
import { assertSound } from './sound.fixture.ts';
import type { World } from './world.ts';

/** One event as a line, in names: kind, when, who, what, why, and who noticed it. */
export function lineOf(world: World, event: EventRecord): string {
  const roles = Object.entries(event.roles).map(
    ([role, row]) => `${role}=${world.keyOf(event.entry.kind.roles[role].table, row)}`,
  );
  const data = Object.entries(event.data).map(([name, value]) => `${name}=${value}`);
  const because = event.because.map((cause) => `${cause.as} ${cause.id}${cause.group > 0 ? ` (${cause.group})` : ''}`);
  const noticed = event.witnesses.map((each) => `${each.who} ${each.by} ${each.clarity}`);
  const why = because.length > 0 ? ` because ${because.join(', ')}` : '';
  const from = event.outside ? ' from outside' : '';
  const by = noticed.length > 0 ? ` noticed by ${noticed.join(', ')}` : '';
  return `${event.id} ${event.key} ${event.time}/${world.chronicle.grain(event.id)} ${event.kind} ${[...roles, ...data].join(' ')}${why}${from}${by}`;
}

/** The whole chronicle as lines. */
export function historyOf(world: World, after = 0): string[] {
  const lines = [];
  for (let id = after + 1; id <= world.chronicle.length; id++) lines.push(lineOf(world, readEvent(world, id)));
  return lines;
}

/**
 * Live a world until a moment in the hardest way: beside it lives a copy that is saved and loaded anew before each of
 * its steps. After each step both must have the same hash, the same new events, and be sound. The world given is lived
 * on in one go. Throws an Error at the first step at which the two part, with what differs. Returns the number of steps.
 */
export function liveHeavily(world: World, until: number): number {
  const fail = (copy: World, what: string): never => {
    throw new Error(
      `at ${world.time} s a world that is loaded anew at every step ${what}${partsThatDiffer(world, copy)}`,
    );
  };
  let seen = world.chronicle.length;
  let bytes = save(world);
  for (let steps = 0; ; steps++) {
    const copy = load(world.recipe, bytes);
    if (copy.hash() !== world.hash()) fail(copy, 'has another hash once it is loaded');
    const goesOn = step(world, until);
    if (step(copy, until) !== goesOn || copy.time !== world.time) fail(copy, `is at ${copy.time} s`);
    if (copy.hash() !== world.hash()) fail(copy, 'has another hash after the step');
    const lines = historyOf(world, seen);
    const others = historyOf(copy, seen);
    for (let i = 0; i < Math.max(lines.length, others.length); i++) {
      if (lines[i] !== others[i]) fail(copy, `tells\n  ${others[i]}\ninstead of\n  ${lines[i]}`);
    }
    seen = world.chronicle.length;
    assertSound(world);
    assertSound(copy);
    if (!goesOn) return steps;
    bytes = save(copy);
  }
}

function partsThatDiffer(world: World, copy: World): string {
  const others = copy.hashBySystem();
  const names = [...world.hashBySystem()].filter(([name, hash]) => others.get(name) !== hash).map(([name]) => name);
  return names.length > 0 ? ` (state of ${names.join(', ')} differs)` : '';
}
