import { advance, claim, createWorld, load, ruleset, save } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import type { Report } from '../report.ts';
import { scenarioText, setupOf } from '../scenario.ts';
import { ratios, speedOf } from './measure.ts';

const MEGABYTE = 1 << 20;
const FORK = { floor: { max: 10 }, target: { max: 3 } };
/** Events in the chronicle of the large world: many chunks. */
const EVENTS = 40_000;

/** Forking, hashing, saving and loading a world, each against a plain copy of as many bytes. */
export function measureWorlds(report: Report): void {
  const samples = report.quick ? 101 : 501;
  for (const [name, world] of [
    ['a farm after its night', farmAtDawn()],
    ['a world of 1 MB', largeWorld()],
  ] as const) {
    const { buffer } = world.arena;
    const large = buffer.byteLength >= MEGABYTE;
    report.progress(`${name}: ${(buffer.byteLength / 1024).toFixed(0)} KB, ${world.chronicle.length} events`);
    const saved = save(world);
    const bytes = new Uint8Array(saved.length).buffer;
    checkCopies(world, saved);
    const add = (claim: string, work: () => unknown, copied: ArrayBuffer, count: number, limits = {}): void => {
      const kept: unknown[] = [];
      // What is made is kept until the sample is over, so that no compiler finds it useless.
      const found = ratios(
        count,
        () => (kept[0] = work()),
        () => (kept[1] = copied.slice(0)),
      );
      report.add({ claim, scenario: name, ...speedOf(found), unit: 'copies', ...limits });
    };
    add('forking, against a copy of its bytes', () => world.fork(), buffer, samples, large ? FORK : {});
    add('hashing, against a copy of its bytes', () => world.hash(), buffer, samples);
    add('saving, against a copy of what is saved', () => save(world), bytes, Math.ceil(samples / 5));
    add('loading, against a copy of what is saved', () => load(world.recipe, saved), bytes, Math.ceil(samples / 5));
  }
}

function farmAtDawn(): World {
  const world = createWorld(ruleset, setupOf(scenarioText('farm-at-night'), 'farm-at-night'));
  advance(world, world.time + 39_600);
  return world;
}

/** The farm with beliefs until its state is as large as 1 MB, and a long chronicle. */
function largeWorld(): World {
  const world = farmAtDawn();
  const claims = world.of(claim);
  while (world.arena.buffer.byteLength < MEGABYTE) {
    const row = claims.add();
    claims.subject.put(row, row);
    claims.confidence.put(row, 1 / (row + 1));
  }
  const words = Int32Array.of(0, 1, 2, 3, 4);
  while (world.chronicle.length < EVENTS) world.chronicle.append(world.time, 0, words, 5, [], 3);
  return world;
}

/** A copy must be the same world, and one that lives by itself. */
function checkCopies(world: World, saved: Uint8Array): void {
  const hash = world.hash();
  const fork = world.fork();
  const loaded = load(world.recipe, saved);
  for (const copy of [fork, loaded]) {
    if (copy.hash() !== hash || copy.chronicle.length !== world.chronicle.length)
      throw new Error('a copy is not the same');
    copy.of(claim).add();
    copy.chronicle.append(copy.time, 0, new Int32Array(5), 5, [], 3);
    if (copy.hash() === hash || world.hash() !== hash) throw new Error('a copy is not a world of its own');
    if (copy.chronicle.length !== world.chronicle.length + 1) throw new Error('a copy shares its chronicle');
  }
}
