/** Each practice goes as those who are in it are, and leaves its mark on them. */
import { describe, expect, test, vi } from 'vitest';
import { happen, live, where, who, band } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { regard } from '../bonds/state.ts';
import type { Regard } from '../bonds/state.ts';
import type { Emotion } from '../feelings/state.ts';
import { fell } from '../wounds/system.ts';
import { begin, feel, house, scenes } from './house.fixture.ts';
import type { HouseChanges } from './house.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });
const HALF_AN_HOUR = 1800;
const SEEDS = 50;
const FRIENDS = { Eve: 'ties: {Finn: friend}', Finn: 'ties: {Eve: friend}' };

interface Played extends HouseChanges {
  readonly practice: string;
  readonly by: string;
  /** What Finn, who begins, and Eve feel; about whom. */
  readonly Finns?: readonly [Emotion, string | null];
  readonly Eves?: readonly [Emotion, string | null];
  readonly about?: string;
}

/** Finn begins something with Eve, in many seeds. */
function played({ practice, by, Finns, Eves, about, ...changes }: Played): World[] {
  return Array.from({ length: SEEDS }, (_, i) => {
    const world = house(changes, { seed: i + 1 });
    if (Finns !== undefined) feel(world, 'Finn', Finns[0], Finns[1], 0.8);
    if (Eves !== undefined) feel(world, 'Eve', Eves[0], Eves[1], 0.8);
    begin(world, practice, by, ['Finn', 'Eve'], about);
    return live(world, 2 * HALF_AN_HOUR);
  });
}

/** How far it came, by the mean. */
const degree = (what: Played): number =>
  mean(
    played(what).map((world) =>
      Number(scenes(world, `${what.practice}`).find(({ kind }) => kind.endsWith('/ended'))!.data['degree']),
    ),
  );
const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
/** In what share of scenes a move was made. */
const share = (what: Played, move: string): number =>
  mean(
    played(what).map((world) =>
      scenes(world, what.practice).some(({ kind }) => kind === `${what.practice}/${move}`) ? 1 : 0,
    ),
  );
/** What one holds of another afterwards, by the mean. */
const holds = (what: Played, from: string, to: string, strand: Regard): number =>
  mean(played(what).map((world) => regard(world, who(world, from), who(world, to), strand)));

describe('[S14] a vigil', () => {
  test('keeps whoever sits awake through the night, and brings the two closer', () => {
    const nights = Array.from({ length: 24 }, (_, i) => {
      const world = house(FRIENDS, { seed: i + 1 });
      const fields = { actor: who(world, 'Eve'), place: where(world, 'mill'), group: band(world, 'mill folk') };
      happen(world, fell, { ...fields, from: 'blood' });
      live(world, 8 * 3600);
      const before = regard(world, who(world, 'Eve'), who(world, 'Finn'), 'affection');
      begin(world, 'vigil', 'sat-down', ['Finn', 'Eve']);
      live(world, 4 * 3600);
      const over = scenes(world, 'vigil').some(({ kind }) => kind === 'vigil/ended');
      const awake = world.of(body).awake.raw[who(world, 'Finn')] === 1;
      live(world, 6 * 3600);
      return { over, awake, gain: regard(world, who(world, 'Eve'), who(world, 'Finn'), 'affection') - before };
    });
    // It is half past midnight: nobody else is up.
    for (const { over, awake } of nights) if (!over) expect(awake).toBe(true);
    expect(nights.filter(({ over }) => !over).length).toBeGreaterThan(2);
    expect(mean(nights.map(({ gain }) => gain))).toBeGreaterThan(0.01);
  });
});

describe('[S16] mourning', () => {
  const grief = { practice: 'mourning', by: 'spoke-of', about: 'Nan', Finns: ['grief', 'Nan'], ...FRIENDS } as const;

  test('goes farther with one who grieves for the same', () => {
    expect(
      degree({ ...grief, Eves: ['grief', 'Nan'] }) - degree({ ...grief, Eve: 'temper: [cold, proud]', Finn: '' }),
    ).toBeGreaterThan(0.1);
    expect(share({ ...grief, Eves: ['grief', 'Nan'] }, 'remembered')).toBeGreaterThan(share(grief, 'remembered'));
  });
});

describe('[S6] celebration', () => {
  const song = { practice: 'celebration', by: 'embraced', Finns: ['relief', null], ...FRIENDS } as const;

  test('[S7] is joined by those who are glad, and not by those who cannot be', () => {
    expect(degree({ ...song, Eves: ['relief', null] }) - degree({ ...song, Eves: ['grief', 'Nan'] })).toBeGreaterThan(
      0.05,
    );
    expect(share({ ...song, Eves: ['grief', 'Nan'] }, 'stood-stiff')).toBeGreaterThan(
      share({ ...song, Eves: ['relief', null] }, 'stood-stiff'),
    );
  });
});

describe('thanks', () => {
  test('are better taken from a friend, and endear whoever gives them', () => {
    const thanks = { practice: 'thanks', by: 'thanked', Finns: ['gratitude', 'Eve'] } as const;
    expect(degree({ ...thanks, ...FRIENDS })).toBeGreaterThan(
      degree({ ...thanks, Eve: 'temper: cold, ties: {Finn: {grudge: high}}' }),
    );
    expect(holds(thanks, 'Eve', 'Finn', 'affection')).toBeGreaterThan(0);
  });
});

describe('confiding', () => {
  test('comes to telling where there is trust, and is thought better of before others', () => {
    const confided = { practice: 'confiding', by: 'began', Finns: ['shame', null] } as const;
    expect(
      share({ ...confided, ...FRIENDS }, 'told') - share({ ...confided, Finn: 'temper: [cold, wary]' }, 'told'),
    ).toBeGreaterThan(0.1);
    expect(share({ ...confided, others: 8 }, 'told')).toBeLessThan(share(confided, 'told'));
  });
});

describe('a quarrel', () => {
  const reproach = { practice: 'quarrel', by: 'reproached', Finns: ['resentment', 'Eve'] } as const;

  test('is shouted by the rash and settled by the just', () => {
    const [rash, just] = [
      { ...reproach, Eve: 'temper: rash' },
      { ...reproach, Eve: 'temper: just' },
    ];
    expect(share(rash, 'shouted-back')).toBeGreaterThan(share(just, 'shouted-back') + 0.1);
    expect(degree(just)).toBeGreaterThan(degree(rash));
  });

  test('costs affection where it goes badly', () => {
    expect(holds({ ...reproach, Eve: 'temper: rash' }, 'Eve', 'Finn', 'affection')).toBeLessThan(0);
  });
});

describe('amends', () => {
  test('are made with those who are fond of one, and not with those who bear a grudge', () => {
    const sorry = { practice: 'amends', by: 'came-to-say-it', Finns: ['shame', null] } as const;
    const grudge = { ...sorry, Eve: 'ties: {Finn: {grudge: high}}' };
    expect(degree({ ...sorry, ...FRIENDS }) - degree(grudge)).toBeGreaterThan(0.15);
    expect(share({ ...sorry, ...FRIENDS }, 'forgave')).toBeGreaterThan(share(grudge, 'forgave'));
  });
});

describe('gossip', () => {
  test('moves what is thought of whoever is not there, and is refused by those who think well of them', () => {
    const gossip = { practice: 'gossip', by: 'ran-down', about: 'Cole', Finn: 'ties: {Cole: {grudge: high}}' } as const;
    expect(holds(gossip, 'Eve', 'Cole', 'integrity')).toBeLessThan(0);
    expect(share({ ...gossip, Eve: 'ties: {Cole: friend}' }, 'defended')).toBeGreaterThan(
      share(gossip, 'defended') + 0.05,
    );
  });
});
