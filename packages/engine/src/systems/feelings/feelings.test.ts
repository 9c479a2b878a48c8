import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import {
  all,
  band,
  happen,
  live,
  named,
  said,
  scenarioText,
  setupFrom,
  where,
  who,
} from '../../../test/night.fixture.ts';
import { createWorld } from '../../kernel/create.ts';
import { withhold } from '../../kernel/log.ts';
import type { LogEntry } from '../../kernel/log.ts';
import { eventsOf, muteOf, readEvent } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { buried } from '../burial/events.ts';
import { died } from '../wounds/system.ts';
import { feels } from './facts.ts';
import { strengthOf } from './state.ts';
import { grieves } from './wearing-off.ts';

vi.setConfig({ testTimeout: 120_000 });
const HOUR = 3600;
const DAY = 24 * HOUR;
const KIN = {
  Ada: 'at: yard',
  Cole: 'at: yard, ties: {Eve: sister}',
  people:
    'Eve: {at: yard}\n  Finn: {at: isle, ties: {Eve: friend}}\n  Gwen: {at: yard, temper: proud, ties: {Eve: friend}}',
  places: 'isle: {like: cellar}',
};
const grief = (world: World, name: string): number => strengthOf(world, who(world, name), 'grief');
const dies = (world: World, name: string): number =>
  happen(world, died, {
    actor: who(world, name),
    place: where(world, 'yard'),
    group: band(world, 'mill folk'),
    of: 'wound',
  });

/** A night of the siege and the morning after it. */
const siege = setupFrom(scenarioText('siege-of-the-compound.yaml'));
const siegeNight = (seed: number, log: readonly LogEntry[] = []): World =>
  live(createWorld(ruleset, siege, { seed, log }), 13 * HOUR);

describe('grief', () => {
  test('[S16] is as deep as the tie, and comes with knowing: whoever saw it at once, the others at the grave', () => {
    const world = mill(KIN);
    const death = dies(world, 'Eve');
    live(world, HOUR);
    expect(grief(world, 'Cole')).toBeGreaterThan(2 * grief(world, 'Ada'));
    expect(grief(world, 'Ada')).toBeGreaterThan(0);
    expect(grief(world, 'Finn')).toBe(0);
    expect(grief(world, 'Bram')).toBeLessThan(grief(world, 'Ada'));
    const [standing] = feels.stands(world, who(world, 'Cole')).filter(({ words }) => words.includes('grief'));
    expect(standing!.because).toContain(death);
    happen(world, buried, { actor: who(world, 'Ada'), target: who(world, 'Eve'), place: where(world, 'yard') });
    live(world, HOUR);
    expect(grief(world, 'Finn')).toBeGreaterThan(grief(world, 'Ada'));
  });

  test('takes hold of somebody, openly or hidden by what they are like, saps their work, and lets go after weeks', () => {
    const world = mill(KIN);
    dies(world, 'Eve');
    live(world, HOUR);
    const hold = all(world, 'feelings/took-hold').filter(({ data }) => data['what'] === 'grief');
    const how = new Map(hold.map((event) => [named(world, event)['actor'], event.data['how']]));
    expect(how.get('Cole')).toBe('openly');
    expect(how.get('Gwen')).toBe('hidden');
    expect(hold.map((event) => named(world, event)['target'])).toEqual(hold.map(() => 'Eve'));
    expect(
      said(
        world,
        hold.find((event) => named(world, event)['actor'] === 'Cole')!,
      ),
    ).toBe('Cole wept for Eve.');
    expect(grieves(world, who(world, 'Cole'))).toBeLessThan(grieves(world, who(world, 'Ada')));
    live(world, 90 * DAY);
    // Grief can come back for a while; what lets go last has had hold of somebody since then.
    const ofCole = (kind: string): ReturnType<typeof all> =>
      all(world, kind).filter((e) => named(world, e)['actor'] === 'Cole' && e.data['what'] === 'grief');
    const gone = ofCole('feelings/let-go').at(-1);
    expect(gone!.because.map(({ id }) => id)).toEqual([ofCole('feelings/took-hold').at(-1)!.id]);
    expect(gone!.time - hold[0]!.time).toBeGreaterThan(14 * DAY);
  });
});

describe('after a night that was won', () => {
  test('[S7] most are relieved, and some cannot be: those whom one who got away had wronged', () => {
    let [relieved, apart] = [0, 0];
    for (const seed of [1, 2, 3]) {
      const world = siegeNight(seed);
      relieved += all(world, 'feelings/took-hold').filter(({ data }) => data['what'] === 'relief').length;
      for (const event of all(world, 'feelings/stood-apart')) {
        apart++;
        const kinds = event.because.map(({ id }) => readEvent(world, id));
        expect(kinds.filter(({ time }) => time < 0).length).toBeGreaterThan(0);
        expect(kinds.some(({ kind }) => kind === 'engagement/ended')).toBe(true);
      }
    }
    expect(apart).toBeGreaterThan(0);
    expect(relieved).toBeGreaterThan(3 * apart);
  });

  test('[S7] it is for what lies in the past: without that, they rejoice with the others', () => {
    const night = siegeNight(1);
    const [event] = all(night, 'feelings/stood-apart');
    // One wrong is enough to hold somebody back: none of those between the two may have been.
    const wrongs = [...eventsOf(night)].filter(
      ({ time, roles }) =>
        time < 0 && roles['actor'] === event!.roles['target'] && roles['target'] === event!.roles['actor'],
    );
    expect(wrongs.map(({ id }) => id)).toEqual(
      expect.arrayContaining(event!.because.map(({ id }) => id).filter((id) => readEvent(night, id).time < 0)),
    );
    const log = wrongs.map(({ id }) => withhold(muteOf(night, id)));
    const other = siegeNight(1, log);
    const same = all(other, 'feelings/stood-apart').filter(({ key }) => key === event!.key);
    expect(same).toEqual([]);
  });
});
