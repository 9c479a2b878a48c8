import { describe, expect, test, vi } from 'vitest';
import { all, live, night, scenarioText, setupFrom, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { regard } from '../bonds/state.ts';
import { side } from '../groups/state.ts';
import { begin, feel, house, scenes } from './house.fixture.ts';
import type { HouseChanges } from './house.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });
const HALF_AN_HOUR = 1800;
const SEEDS = 60;

interface Changes extends HouseChanges {
  readonly move?: 'approached' | 'drew-aside';
  /** How often they have sat together before. */
  readonly before?: number;
  readonly leads?: true;
}

/** How far Eve lets herself be comforted by Finn, in many seeds: 0..1 each. */
function degrees({ move = 'approached', before = 0, leads, ...changes }: Changes): number[] {
  return Array.from({ length: SEEDS }, (_, i) => {
    const world = house(changes, { seed: i + 1 });
    feel(world, 'Eve', 'grief', 'Nan', 0.7);
    if (leads === true) world.of(side).leader.put(0, who(world, 'Eve') + 1);
    for (let times = 0; times < before; times++) {
      begin(world, 'comfort', 'drew-aside', ['Finn', 'Eve'], 'Nan');
      live(world, HALF_AN_HOUR);
    }
    begin(world, 'comfort', move, ['Finn', 'Eve'], 'Nan');
    live(world, HALF_AN_HOUR);
    return Number(scenes(world, 'comfort').at(-1)!.data['degree']);
  });
}

/** By how much more is taken in the one than in the other, by the mean over the same seeds. */
const more = (one: Changes, other: Changes): number => mean(degrees(one)) - mean(degrees(other));
const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

const FRIENDS = { Eve: 'ties: {Finn: friend}', Finn: 'ties: {Eve: friend}' };

describe('[S8] comfort', () => {
  test('is a degree: from all but nothing to nearly all', () => {
    const found = degrees(FRIENDS).sort((a, b) => a - b);
    expect(found[0]).toBeLessThan(0.15);
    expect(found.at(-1)).toBeGreaterThan(0.8);
    expect(new Set(found.map((each) => each.toFixed(2))).size).toBeGreaterThan(15);
  });

  test('is taken from those who are trusted sooner than from others', () => {
    expect(more(FRIENDS, {})).toBeGreaterThan(0.05);
    expect(more({}, { Eve: 'ties: {Finn: {grudge: high}}' })).toBeGreaterThan(0.05);
  });

  test('is taken by the gentle sooner than by those who keep things to themselves', () => {
    expect(more({ Eve: 'temper: gentle' }, { Eve: 'temper: [cold, proud]' })).toBeGreaterThan(0.1);
  });

  test('is taken in private sooner than before others', () => {
    expect(more({ ...FRIENDS, others: 8, move: 'drew-aside' }, { ...FRIENDS, others: 8 })).toBeGreaterThan(0.03);
    expect(more(FRIENDS, { ...FRIENDS, others: 8 })).toBeGreaterThan(0.03);
  });

  test('is harder to take for whoever leads, before those they lead', () => {
    const crowd = { ...FRIENDS, others: 8 };
    expect(more(crowd, { ...crowd, leads: true })).toBeGreaterThan(0.05);
  });

  test('is taken more easily by those who have taken it before', () => {
    expect(more({ ...FRIENDS, before: 3 }, FRIENDS)).toBeGreaterThan(0.05);
  });

  test('that is not pressed on somebody makes them think better of whoever let them be', () => {
    const found = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const world = house({}, { seed });
      feel(world, 'Eve', 'grief', 'Nan', 0.7);
      begin(world, 'comfort', 'approached', ['Finn', 'Eve'], 'Nan');
      live(world, 2 * HALF_AN_HOUR);
      const letBe = scenes(world, 'comfort').some(({ kind }) => kind === 'comfort/let-be');
      found.push({ letBe, integrity: regard(world, who(world, 'Eve'), who(world, 'Finn'), 'integrity') });
    }
    for (const { letBe, integrity } of found) if (letBe) expect(integrity).toBeGreaterThan(0);
    expect(found.filter(({ letBe }) => letBe).length).toBeGreaterThan(10);
  });
});

describe('[S8] what is taken to be the matter', () => {
  /** Eve hides that she is ashamed before Finn, and grieves for Nan a little less. */
  const seen = (options: {
    temper: string;
    tie: string;
  }): { world: World; about: number; told: number | undefined }[] =>
    Array.from({ length: 2 * SEEDS }, (_, i) => {
      const world = house(
        { Eve: `temper: [${options.temper}]`, Finn: `temper: gentle, ties: {Eve: ${options.tie}}` },
        { seed: i + 1 },
      );
      feel(world, 'Eve', 'shame', null, 0.8);
      feel(world, 'Eve', 'grief', 'Nan', 0.7);
      live(world, 4 * 3600);
      const [began] = scenes(world, 'comfort').filter(
        ({ kind }) => kind === 'comfort/approached' || kind === 'comfort/drew-aside',
      );
      const [told] = scenes(world, 'comfort').filter(({ kind }) => kind === 'comfort/disclosed');
      return {
        world,
        about: began === undefined ? NaN : (began.roles['about'] ?? -1),
        told: told === undefined ? undefined : (told.roles['about'] ?? -1),
      };
    }).filter(({ about }) => !Number.isNaN(about));

  test('need not be it, and is put right where it is told', () => {
    const found = seen({ temper: 'proud, wary', tie: 'friend' });
    const nan = who(found[0]!.world, 'Nan');
    expect(found.filter(({ about }) => about === nan).length).toBeGreaterThan(0);
    expect(found.filter(({ about }) => about === -1).length).toBeGreaterThan(0);
    // It is her shame, which is about nobody.
    const told = found.filter((each) => each.told !== undefined);
    expect(told.length).toBeGreaterThan(0);
    for (const each of told) expect(each.told).toBe(-1);
  });
});

describe('[S7] [S8] after the night of the siege', () => {
  const theSiege = setupFrom(scenarioText('siege-of-the-compound.yaml'));

  test('somebody who could not rejoice is sought out for it by one who is fond of them', () => {
    const sought = [2, 7, 8].flatMap((seed) => {
      const world = night(theSiege, { seed });
      live(world, 24 * 3600);
      const apart = all(world, 'feelings/stood-apart').map(({ id }) => id);
      return scenes(world, 'comfort')
        .filter(
          ({ kind, because }) => /approached|drew-aside/.test(kind) && because.some(({ id }) => apart.includes(id)),
        )
        .map(({ roles }) => ({ world, roles }));
    });
    expect(sought.length).toBeGreaterThan(0);
    expect(sought.some(({ world, roles }) => regard(world, roles['actor']!, roles['target']!, 'affection') > 0.3)).toBe(
      true,
    );
  });
});
