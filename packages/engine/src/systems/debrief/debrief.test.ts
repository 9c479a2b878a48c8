import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe, claim, findClaim } from '../../kernel/beliefs.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isAttacked, isBreached } from '../barriers/state.ts';
import { campaign } from '../engagement/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { died } from '../wounds/system.ts';
import { testimony } from './state.ts';

vi.setConfig({ testTimeout: 60_000 });
const HOUR = 3600;
const FENCED: MillChanges = {
  begin: 'summer, d1 20:00',
  people: 'Eve: {}\n  Finn: {}\n  Gus: {}',
  more: 'barriers:\n  the fence: {between: [yard, field]}\n  the door: {between: [mill, yard]}',
};

/** Evening at the mill after a fight in which Dirk was killed. Returns the world and the event of his death. */
function morning(changes: MillChanges = {}): { world: World; death: number } {
  const world = mill({ ...FENCED, ...changes });
  const roles = { actor: who(world, 'Dirk'), place: where(world, 'field'), group: band(world, 'the band') };
  const death = happen(world, died, { ...roles, of: 'wound' });
  for (const name of ['mill folk', 'the band']) {
    world.of(campaign).state.put(band(world, name), 2);
    world.of(campaign).endedBy.put(band(world, name), death);
  }
  return { world, death };
}
const wall = (world: World, name: string): number => world.cast.mustRow(barrier, name);
const saw = (world: World, name: string, what: typeof isBreached, of: number, source: number, at = 'yard'): void => {
  believe(world, who(world, name), what, of, { place: where(world, at), confidence: 1, source, truth: source });
};

describe('the morning after', () => {
  test('[S10] those who saw tell it to the others, who know it from them, at second hand', () => {
    const { world, death } = morning();
    saw(world, 'Eve', hasFallen, who(world, 'Dirk'), death);
    live(world, 16 * HOUR);
    const [called, ...again] = all(world, 'debrief/called');
    expect(again).toEqual([]);
    expect([named(world, called!)['actor'], called!.because.map(({ id }) => id)]).toEqual(['Ada', [death]]);
    const [told, ...more] = all(world, 'debrief/told');
    expect(more).toEqual([]);
    expect([named(world, told!)['actor'], told!.data]).toEqual(['Eve', { fallen: 1, walls: 0, others: 0 }]);
    expect(said(world, told!)).toBe('Eve told of the fallen.');
    expect(told!.because.map(({ id }) => id)).toEqual([death, called!.id]);
    expect(told!.witnesses.map((each) => world.keyOf(person, each.who))).toEqual(['Ada', 'Cole', 'Finn', 'Gus']);
    const held = findClaim(world, who(world, 'Ada'), hasFallen, who(world, 'Dirk'));
    const claims = world.of(claim);
    expect([
      claims.from.raw[held] - 1,
      claims.hops.raw[held],
      claims.source0.raw[held],
      claims.truth.raw[held],
    ]).toEqual([who(world, 'Eve'), 1, told!.id, death]);
    expect(all(world, 'debrief/reckoned')[0]!.data).toEqual({ own: 0, enemies: 1 });
    live(world, 48 * HOUR);
    expect(all(world, 'debrief/called')).toHaveLength(1);
  });

  test('words that contradict each other stand side by side, and whoever saw for themselves keeps to it', () => {
    const { world, death } = morning();
    const fence = wall(world, 'the fence');
    saw(world, 'Eve', isBreached, fence, death);
    believe(world, who(world, 'Finn'), isBreached, fence, {
      place: where(world, 'yard'),
      confidence: 0.9,
      source: death,
      negated: true,
    });
    live(world, 16 * HOUR);
    const rows = world.of(testimony);
    const words = Array.from({ length: rows.count }, (_, row) => [rows.teller.raw[row], rows.polarity.raw[row]]);
    expect(words).toEqual([
      [who(world, 'Eve'), 1],
      [who(world, 'Finn'), 0],
    ]);
    const believes = (name: string): number =>
      world.of(claim).polarity.raw[findClaim(world, who(world, name), isBreached, fence)];
    expect([believes('Eve'), believes('Finn')]).toEqual([1, 0]);
    // The surer of the two is believed by those who saw nothing.
    expect(believes('Ada')).toBe(1);
  });

  test('[S10] where most was told of a wall, watch is kept behind it: by what was told, not by what is so', () => {
    const postOf = (told: boolean): string[] => {
      const { world, death } = morning();
      const rails = wall(world, 'the door');
      if (told) for (const name of ['Eve', 'Gus']) saw(world, name, isAttacked, rails, death, 'mill');
      else world.of(barrier).cracked.put(wall(world, 'the fence'), death);
      saw(world, 'Finn', hasFallen, who(world, 'Dirk'), death);
      live(world, 29 * HOUR);
      const found = all(world, 'debrief/found-weak');
      expect(found).toHaveLength(told ? 1 : 0);
      if (told) {
        expect(named(world, found[0]!)).toMatchObject({ actor: 'Ada', barrier: 'the door' });
        expect(all(world, 'routine/took-watch', found[0]!.id)[0]!.because.map(({ id }) => id)).toContain(found[0]!.id);
      }
      const held = all(world, 'debrief/reckoned')[0]!;
      return all(world, 'routine/took-watch', held.id).map((event) => named(world, event)['place']!);
    };
    expect(postOf(true)[0]).toBe('mill');
    expect(postOf(false)).not.toContain('mill');
  });

  test('another calls it where the leader cannot, and nobody does where nobody saw anything', () => {
    const { world, death } = morning({ people: 'Eve: {office: second}\n  Finn: {}' });
    saw(world, 'Finn', hasFallen, who(world, 'Dirk'), death);
    happen(world, died, {
      actor: who(world, 'Ada'),
      place: where(world, 'mill'),
      group: band(world, 'mill folk'),
      of: 'wound',
    });
    live(world, 16 * HOUR);
    const callers = all(world, 'debrief/called').map((event) => named(world, event)['actor']);
    expect(callers).toHaveLength(1);
    expect(callers).not.toContain('Ada');
    const { world: quiet } = morning();
    live(quiet, 20 * HOUR);
    expect(all(quiet, 'debrief/called')).toEqual([]);
  });
});
