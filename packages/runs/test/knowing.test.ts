import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { claim, claimsOf, createWorld, findClaim, person, place, ruleset, state } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { readScenario } from '@anchorhold/scenario';
import { beliefsOf, whoIsUnaware, whoKnows } from '@anchorhold/story';
import { expect, test } from 'vitest';

const SIEGE = fileURLToPath(new URL('../../../scenarios/siege-of-the-compound.yaml', import.meta.url));
const { setup } = readScenario(readFileSync(SIEGE, 'utf8'), { file: SIEGE, parts: ruleset.sections });

/** The siege as it begins, in which a test lets happen what it wants. */
function night(): {
  readonly world: World;
  readonly who: (key: string) => number;
  readonly happens: (kind: string, fields: Record<string, unknown>) => number;
  readonly pathOf: (holder: string, about: string) => readonly string[];
} {
  const world = createWorld(ruleset, setup!, { seed: 1 });
  const who = (key: string): number => world.cast.mustRow(person, key);
  return {
    world,
    who,
    happens: (kind, fields) => {
      const { kind: found } = ruleset.kinds.find((entry) => entry.kind.id === kind)!;
      const id = world.chronicle.length + 1;
      world.time += 100;
      world.propose(found, fields as never);
      world.commit();
      return id;
    },
    pathOf: (holder, about) =>
      beliefsOf(world, who(holder)).find(({ says, about: of }) => says === state.isAt.id && of === about)!.path,
  };
}

const spotted = (world: World, actor: number, target: number, where: string): Record<string, unknown> => ({
  actor,
  target,
  taken: -1,
  place: world.cast.mustRow(place, where),
  sure: true,
});

test('a path is the way that word went at the time, whatever those on it learned since', () => {
  const { world, who, happens, pathOf } = night();
  happens('sight/spotted', spotted(world, who('Sorley'), who('Jace'), 'courtyard'));
  happens('orders/reported', { actor: who('Sorley'), target: who('Lubna'), squad: 0 });
  happens('orders/brought-word', { actor: who('Lubna'), target: who('Leila'), squad: 0, place: 0 });
  expect(pathOf('Leila', 'Jace')).toEqual(['Lubna', 'Sorley']);
  // The one who told it sees him elsewhere, then hears another say so; the one who saw him first as well.
  happens('sight/spotted', spotted(world, who('Lubna'), who('Jace'), 'barn'));
  expect(pathOf('Lubna', 'Jace')).toEqual([]);
  expect(pathOf('Leila', 'Jace')).toEqual(['Lubna', 'Sorley']);
  happens('sight/spotted', spotted(world, who('Hui'), who('Jace'), 'workshop'));
  happens('orders/reported', { actor: who('Hui'), target: who('Lubna'), squad: 0 });
  happens('sight/spotted', spotted(world, who('Sorley'), who('Jace'), 'barn'));
  expect(pathOf('Lubna', 'Jace')).toEqual(['Hui']);
  expect(pathOf('Leila', 'Jace')).toEqual(['Lubna', 'Sorley']);
});

test('word that comes round to whoever saw it themselves is their own again, and never goes in a circle', () => {
  const { world, who, happens, pathOf } = night();
  happens('sight/spotted', spotted(world, who('Sorley'), who('Jace'), 'courtyard'));
  happens('orders/reported', { actor: who('Sorley'), target: who('Lubna'), squad: 0 });
  happens('orders/reported', { actor: who('Lubna'), target: who('Sorley'), squad: 0 });
  const row = findClaim(world, who('Sorley'), state.isAt, who('Jace'));
  expect([world.of(claim).hops.raw[row], world.of(claim).from.raw[row]]).toEqual([2, who('Lubna') + 1]);
  expect(pathOf('Sorley', 'Jace')).toEqual([]);
  happens('orders/reported', { actor: who('Sorley'), target: who('Leila'), squad: 0 });
  expect(pathOf('Leila', 'Jace')).toEqual(['Sorley']);
});

test('whoever takes one for another believes what never was, and so do those who have it from them', () => {
  const { world, who, happens } = night();
  const look = { ...spotted(world, who('Sorley'), who('Harlan'), 'courtyard'), taken: who('Jace'), sure: false };
  const id = happens('sight/spotted', look);
  happens('orders/reported', { actor: who('Sorley'), target: who('Leila'), squad: 0 });
  for (const [holder, path] of [
    ['Sorley', []],
    ['Leila', ['Sorley']],
  ] as const) {
    const [belief] = beliefsOf(world, who(holder), { onEvent: id });
    expect(belief).toMatchObject({ about: 'Jace', really: 'Harlan', once: false, true: false, path });
  }
  expect(beliefsOf(world, who('Leila'), { about: { table: person, row: who('Harlan') } })).toHaveLength(1);
  const known = whoKnows(world, id);
  expect(known.map(({ name, how, path }) => [name, how, path])).toEqual([
    ['Sorley', 'part', []],
    ['Leila', 'told', ['Sorley']],
  ]);
  const unaware = whoIsUnaware(world, id).map(({ name, concern }) => [name, concern]);
  expect(unaware.slice(0, 2)).toEqual([
    ['Harlan', 'is in it'],
    ['Jace', 'is in it'],
  ]);
});

test('a leader who is not told of a death is named among those who do not know', () => {
  const { world, who, happens } = night();
  const { at } = world.of(state.position);
  const id = happens('wounds/died', { actor: who('Sorley'), place: at.raw[who('Sorley')], group: 0, of: 'wound' });
  const saw = whoKnows(world, id).map(({ name }) => name);
  expect(saw).not.toContain('Sorley');
  const [teller] = whoKnows(world, id).filter(({ how, name }) => how === 'sight' && name !== 'Leila');
  const named = (): string[] => whoIsUnaware(world, id).map(({ name }) => name);
  expect(saw.includes('Leila')).toBe(!named().includes('Leila'));
  if (teller === undefined) throw new Error('nobody saw it; choose another place for the test');
  happens('orders/reported', { actor: who(teller.name), target: who('Leila'), squad: 0 });
  expect(named()).not.toContain('Leila');
  expect(whoKnows(world, id).map(({ name }) => name)).toContain('Leila');
});

test('asking leaves a world as it was', () => {
  const { world, who, happens } = night();
  happens('sight/spotted', spotted(world, who('Sorley'), who('Jace'), 'courtyard'));
  const before = [world.hash(), world.chronicle.length, world.time];
  for (let one = 0; one < world.of(person).count; one++) beliefsOf(world, one);
  for (let id = 1; id <= world.chronicle.length; id++) whoIsUnaware(world, id);
  expect([world.hash(), world.chronicle.length, world.time]).toEqual(before);
  expect(claimsOf(world, who('Sorley')).length).toBeGreaterThan(0);
});
