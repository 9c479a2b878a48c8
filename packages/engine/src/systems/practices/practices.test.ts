import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test, vi } from 'vitest';
import { hall, feel as stirUp } from '../../../test/played-practices.fixture.ts';
import { live, where, who } from '../../../test/night.fixture.ts';
import { overhear } from '../../kernel/deliberation.ts';
import { withhold } from '../../kernel/log.ts';
import { muteOf } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { body } from '../bodies/state.ts';
import { trust } from '../bonds/state.ts';
import { position } from '../places/state.ts';
import { begin, feel, house, scenes } from './house.fixture.ts';
import { definePractice } from './practice.ts';
import type { Move } from './practice.ts';
import { does, says } from './saying.ts';
import { isEngaged, known, scene, shared, sharing } from './state.ts';

vi.setConfig({ testTimeout: 60_000 });
const HALF_AN_HOUR = 1800;

/** Finn goes to Eve, who grieves. */
function comforted(options: Parameters<typeof house>[1] = {}): World {
  const world = house({ Finn: 'ties: {Eve: friend}', Eve: 'ties: {Finn: friend}' }, options);
  feel(world, 'Eve', 'grief', 'Nan', 0.7);
  begin(world, 'comfort', 'approached', ['Finn', 'Eve'], 'Nan');
  return world;
}

describe('a scene', () => {
  test('[S8] goes from move to move, each because of the one before, and leaves what the two have shared', () => {
    const world = live(comforted(), HALF_AN_HOUR);
    const events = scenes(world, 'comfort');
    expect(events.length).toBeGreaterThan(3);
    events.slice(1).forEach((event, i) => expect(event.because.map(({ id }) => id)).toContain(events[i]!.id));
    for (const [i, event] of events.slice(1).entries()) {
      expect(event.time - events[i]!.time).toBeGreaterThanOrEqual(60);
      expect(event.time - events[i]!.time).toBeLessThanOrEqual(180);
    }
    const end = events.at(-1)!;
    expect(end.kind).toBe('comfort/ended');
    expect(end.data['cut']).toBe(false);
    expect(world.of(scene).liveCount).toBe(0);
    for (const name of ['Eve', 'Finn']) expect(isEngaged(world, who(world, name))).toBe(false);
    const row = world.of(sharing).first.raw[who(world, 'Finn')] - 1;
    expect(world.of(shared).to.raw[row]).toBe(who(world, 'Eve'));
    expect(world.of(shared).degree.raw[row]).toBeCloseTo(Number(end.data['degree']));
  });

  test('is cut short when one of them goes elsewhere, and says so', () => {
    const world = comforted();
    live(world, 100);
    world.of(position).at.put(who(world, 'Eve'), where(world, 'yard'));
    live(world, HALF_AN_HOUR);
    const end = scenes(world, 'comfort').at(-1)!;
    expect(end.data['cut']).toBe(true);
    expect(world.of(scene).liveCount).toBe(0);
  });

  test('ends with the death of one of them', () => {
    const world = comforted();
    live(world, 100);
    world.of(body).alive.put(who(world, 'Eve'), 0);
    live(world, HALF_AN_HOUR);
    expect(scenes(world, 'comfort').at(-1)!.data['cut']).toBe(true);
  });

  test('goes another way where a move is withheld, and is over even where its end is', () => {
    const before = live(comforted(), HALF_AN_HOUR);
    const [, second] = scenes(before, 'comfort');
    const other = live(comforted({ log: [withhold(muteOf(before, second!.id))] }), HALF_AN_HOUR);
    expect(scenes(other, 'comfort').map(({ key }) => key)).not.toContain(second!.key);
    expect(other.of(scene).liveCount).toBe(0);
    expect(scenes(other, 'comfort').at(-1)!.kind).toBe('comfort/ended');
    const end = scenes(before, 'comfort').at(-1)!;
    const endless = live(comforted({ log: [withhold(muteOf(before, end.id))] }), HALF_AN_HOUR);
    expect(scenes(endless, 'comfort').map(({ kind }) => kind)).not.toContain('comfort/ended');
    expect(endless.of(scene).liveCount).toBe(0);
    expect(isEngaged(endless, who(endless, 'Finn'))).toBe(false);
  });

  test('moves what the two hold of each other, by what was done in it', () => {
    const gains = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const world = comforted({ seed });
      const [eve, finn] = [who(world, 'Eve'), who(world, 'Finn')];
      const before = trust(world, eve, finn);
      live(world, 2 * HALF_AN_HOUR);
      const stayed = scenes(world, 'comfort').some(({ kind }) => kind === 'comfort/stayed');
      return { stayed, gain: trust(world, eve, finn) - before };
    });
    for (const { stayed, gain } of gains) if (stayed) expect(gain).toBeGreaterThan(0);
    expect(gains.some(({ stayed }) => stayed)).toBe(true);
  });
});

describe('somebody begins', () => {
  /** How many scenes begin at the hall in a day on which some are glad and some grieve. */
  function day(change: (world: World) => void): number {
    const world = hall();
    feelAll(world);
    change(world);
    live(world, 5 * 3600);
    return world
      .of(sharing)
      .kept.raw.slice(0, 14)
      .reduce((sum, kept) => sum + kept, 0);
  }
  function feelAll(world: World): void {
    for (const name of ['Bram', 'Cole', 'Finn', 'Gwen', 'Hal']) stirUp(world, name, 'shame', -1, 1, 0.9);
  }

  test('only where they are awake and there', () => {
    expect(day(() => {})).toBeGreaterThan(0);
    expect(day((world) => asleep(world))).toBe(0);
    expect(day((world) => scattered(world))).toBe(0);
  });

  test('with one of a few whom they know, and keeps what they weighed and did not choose', () => {
    const openings = ['Bram', 'Cole', 'Finn', 'Hal'].flatMap((name) => {
      const world = hall();
      feelAll(world);
      const heard = overhear(world, who(world, name), world.time + 5 * 3600);
      return heard.filter(({ matter }) => matter.id === 'practices/opening');
    });
    expect(openings.length).toBeGreaterThan(0);
    for (const { considered } of openings) {
      const whom = new Set(considered.flatMap(({ option }) => option.roles['target']?.slice(1) ?? []));
      expect(whom.size).toBeLessThanOrEqual(6);
      expect(considered.filter(({ chosen }) => chosen)).toHaveLength(1);
      expect(considered.some(({ id, score }) => id === 'practices/keep' && score !== null)).toBe(true);
    }
  });
});

describe('what somebody weighs in a scene', () => {
  test('is kept with what speaks for each, and what kept them from the rest', () => {
    const world = comforted();
    const heard = overhear(world, who(world, 'Eve'), world.time + HALF_AN_HOUR);
    const moves = heard.filter(({ matter }) => matter.id === 'practices/move');
    expect(moves.length).toBeGreaterThan(0);
    for (const { considered } of moves) {
      expect(considered.length).toBeGreaterThan(1);
      for (const { id, failed, score, chosen } of considered) {
        expect(id).toMatch(/^comfort\//);
        expect(failed === null).toBe(score !== null);
        if (chosen) expect(failed).toBeNull();
      }
    }
    expect(moves.some(({ considered }) => considered.some(({ speaks = [] }) => speaks.length > 0))).toBe(true);
  });
});

describe('a practice that cannot be played is refused', () => {
  const ends = { notable: () => true, says: () => [does('sit')] as const };
  const base = { id: 'sitting', roles: ['host', 'guest'], rests: 1, pause: [1, 2], occasions: [], ends } as const;
  const move = (by: 'host' | 'guest') => ({ by, base: 1, says: () => [says('Well')] as const });

  test('where what follows is up to both', () => {
    const moves = {
      asked: { ...move('host'), next: ['came', 'went'] as const },
      came: move('guest'),
      went: move('host'),
    };
    expect(() => definePractice({ ...base, moves })).toThrow(/what follows on "asked" is up to both/);
  });

  test('where it has more moves than can be kept track of', () => {
    const moves = Object.fromEntries(Array.from({ length: 32 }, (_, i) => [`m${i}`, move('host')]));
    expect(() => definePractice({ ...base, moves })).toThrow(/32 moves/);
  });
});

function asleep(world: World): void {
  const { awake } = world.of(body);
  for (let row = 0; row < awake.raw.length; row++) awake.put(row, 0);
}

function scattered(world: World): void {
  const { at } = world.of(position);
  ['hall', 'yard', 'wood'].forEach((place, i) => at.put(i, where(world, place)));
  for (let row = 3; row < 14; row++) world.of(body).alive.put(row, 0);
}

test('the page of weights shows every move as it is', async () => {
  const rows = [...ruleset.filled(known)].flatMap(({ id, names, spec }) => [
    `## ${id}`,
    '',
    `${spec.roles[0]} and ${spec.roles[1]}; again after ${spec.rests} h; a move every ${spec.pause[0]} to ${spec.pause[1]} min.`,
    '',
    '| move | by | base | what speaks for it and against it | brings | then |',
    '| --- | --- | --- | --- | --- | --- |',
    ...names.map((name) => moveRow(name, spec.moves[name]!)),
    '',
  ]);
  const page = [
    '# Practices, move by move',
    '',
    'Written by the tests: see [practices](practices.md) for what it means.',
    '',
    ...rows,
  ].join('\n');
  const file = fileURLToPath(new URL('../../../../../docs/model/practice-weights.md', import.meta.url));
  const options = await resolveConfig(file);
  await expect(await format(page, { ...options, filepath: file })).toMatchFileSnapshot(file);
});

function moveRow(name: string, move: Move<string, string, string>): string {
  const { by, base, weighs = {}, brings, next = [], opens } = move;
  const weights = Object.keys(weighs)
    .sort()
    .map((each) => `${each} ${weighs[each]}`);
  const to = brings === undefined ? '' : `to ${brings.to} by ${brings.by}`;
  return `| ${name}${opens === true ? ' (begins)' : ''} | ${by} | ${base} | ${weights.join(', ')} | ${to} | ${next.join(', ')} |`;
}
