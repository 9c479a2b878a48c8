import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, clash, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe, findClaim } from '../../kernel/beliefs.ts';
import type { LivingOptions } from '../../kernel/create.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { received } from '../orders/receiving.ts';
import { position } from '../places/state.ts';
import { mostVisible } from '../sight/looking.ts';
import { isAt } from '../sight/state.ts';
import { lit } from './events.ts';
import { STAGES, blaze, burning, fireLight, flames, isBurning, smokeAt } from './state.ts';

const NIGHT = 'autumn, d1 23:00, overcast';
const SHED = 'shed: {like: shed, next to: yard}\n  isle: {like: cellar}\n  rock: {like: cellar}';
/** The shed by the yard burns, by night; everybody is away on an isle unless they are said to be elsewhere. */
function ablaze(changes: MillChanges = {}, options: LivingOptions = {}): World {
  const away = { Ada: 'at: isle', Cole: 'at: isle', Bram: 'at: rock', Dirk: 'at: rock' };
  const world = mill({ begin: NIGHT, places: SHED, ...away, ...changes }, options);
  clash(world, 'the band');
  happen(world, lit, { place: where(world, 'shed'), how: 'set' });
  return world;
}
const stage = (world: World, at: string): string => STAGES[world.of(burning).stage.raw[where(world, at)]];
const told = (world: World, name: string, task: 'storm' | 'hold', goal: string): number =>
  happen(world, received, { actor: who(world, name), target: who(world, name), goal: where(world, goal), task });
/** In how many of 20 worlds something is so. */
const inTwenty = (make: (seed: number) => World, so: (world: World) => boolean): number =>
  Array.from({ length: 20 }, (_, i) => so(make(i + 1))).filter(Boolean).length;

describe('[S15] a fire', () => {
  test('grows, lights what lies about it, and smokes', () => {
    const world = ablaze();
    const [shed, yard, wood] = [where(world, 'shed'), where(world, 'yard'), where(world, 'wood')];
    live(world, 20);
    const early = [fireLight(world, shed), smokeAt(world, shed)];
    live(world, 400);
    expect(fireLight(world, shed)).toBeGreaterThan(early[0]);
    expect(smokeAt(world, shed)).toBeGreaterThan(0.8);
    expect(fireLight(world, yard)).toBeGreaterThan(0.2);
    expect(fireLight(world, yard)).toBeLessThan(fireLight(world, shed));
    expect(smokeAt(world, yard)).toBeGreaterThan(0.05);
    expect(fireLight(world, wood)).toBe(0);
  });

  test('shows those near it by night, and its smoke hides what is behind', () => {
    const dark = mill({ begin: NIGHT, places: SHED });
    const world = live(ablaze(), 400);
    const [yard, mills, shed] = [where(world, 'yard'), where(world, 'mill'), where(world, 'shed')];
    expect(mostVisible(world, where(world, 'field'), yard, false)).toBeGreaterThan(
      1.5 * mostVisible(dark, where(dark, 'field'), yard, false),
    );
    const day = mill({ places: SHED });
    const smoky = live(ablaze({ begin: 'summer, d1 12:00' }), 400);
    expect(mostVisible(smoky, mills, shed, false)).toBeLessThan(0.4 * mostVisible(day, mills, shed, false));
  });

  test('goes over to what lies beside it, and burns out where it has nothing left', () => {
    const places =
      'barn: {like: barn, next to: yard}\n  hayloft: {like: hayloft, in: barn}\n  isle: {like: cellar}\n  rock: {like: cellar}';
    const away = { Ada: 'at: isle', Cole: 'at: isle', Bram: 'at: rock', Dirk: 'at: rock' };
    const world = mill({ begin: NIGHT, places, ...away, lasts: '8h' }, { seed: 3 });
    const id = happen(world, lit, { place: where(world, 'barn'), how: 'set' });
    live(world, 6 * 3600);
    const over = all(world, 'fire/spread').find((event) => named(world, event)['place'] === 'hayloft')!;
    expect(over.because).toEqual([{ id, as: 'reason', group: 0 }]);
    expect([stage(world, 'barn'), stage(world, 'hayloft'), stage(world, 'field')]).toEqual([
      'burnt out',
      'burnt out',
      'none',
    ]);
    expect(world.of(blaze).any.raw[0]).toBe(0);
    expect(smokeAt(world, where(world, 'yard'))).toBe(0);
  });

  test('that is kept gives light, and neither spreads nor harms', () => {
    const world = mill({ begin: NIGHT, places: 'camp: {like: open yard, next to: field, burning: watch fire}' });
    clash(world, 'the band');
    live(world, 1200);
    expect(stage(world, 'camp')).toBe('kept');
    expect(fireLight(world, where(world, 'camp'))).toBeGreaterThan(0.2);
    expect(all(world, 'fire/noticed')).toHaveLength(0);
    expect(said(world, all(world, 'fire/lit')[0])).toBe('A fire was burning in the camp.');
  });

  test('is no different lived by the second or by the minute, but for the luck of sparks', () => {
    const by = (opened: boolean): number => {
      const world = mill({ begin: NIGHT, places: SHED, Ada: 'at: isle', Cole: 'at: isle' });
      if (opened) clash(world, 'the band');
      happen(world, lit, { place: where(world, 'shed'), how: 'set' });
      live(world, 600);
      return world.of(burning).intensity.raw[where(world, 'shed')];
    };
    expect(Math.abs(by(true) - by(false))).toBeLessThan(0.1);
  });

  test('eats through timber that bars the way', () => {
    const more = 'barriers:\n  the door: { between: [shed, yard], like: barricaded door }';
    const world = ablaze({ more });
    live(world, 3000);
    const [through] = all(world, 'barriers/breached');
    expect(through.data['how']).toBe('burnt');
    expect(said(world, through)).toBe('The door burned through.');
    expect(through.because.map((cause) => cause.id)).toEqual([all(world, 'fire/lit')[0].id]);
    expect(world.of(barrier).breached.raw[0]).toBe(1);
  });
});

describe('[S15] people and fire', () => {
  test('get out of it, and burn if they cannot', () => {
    const left = inTwenty(
      (seed) => live(ablaze({ Ada: 'at: shed' }, { seed }), 120),
      (world) => world.of(position).at.raw[who(world, 'Ada')] !== where(world, 'shed'),
    );
    expect(left).toBeGreaterThan(17);
    const stuck = ablaze({ Ada: 'at: shed' });
    stuck.of(body).down.put(who(stuck, 'Ada'), 1);
    live(stuck, 600);
    const burns = all(stuck, 'fire/burned');
    expect(burns.length).toBeGreaterThan(2);
    expect(burns[0].because.map((cause) => cause.id)).toEqual([all(stuck, 'fire/lit')[0].id]);
    expect(stuck.of(body).alive.raw[who(stuck, 'Ada')]).toBe(0);
    expect(said(stuck, burns[0])).toBe('Ada was burned in the shed.');
  });

  test('go out because they know of it, and not back in because they were told to', () => {
    const world = ablaze({ Ada: 'at: shed' }, { seed: 2 });
    told(world, 'Ada', 'hold', 'shed');
    live(world, 240);
    const out = all(world, 'places/set-out').find((event) => named(world, event)['actor'] === 'Ada')!;
    const known = findClaim(world, who(world, 'Ada'), isBurning, where(world, 'shed'));
    expect(known).toBeGreaterThanOrEqual(0);
    expect(['fire/lit', 'fire/noticed']).toContain(
      all(world, 'fire/noticed').some((event) => event.id === out.because[0].id) ? 'fire/noticed' : 'fire/lit',
    );
    expect(world.of(position).at.raw[who(world, 'Ada')]).not.toBe(where(world, 'shed'));
  });

  test('wake from the smell of it', () => {
    const world = ablaze({ Ada: 'at: shed, asleep: true', Cole: 'at: isle, asleep: true' });
    live(world, 300);
    expect(world.of(body).awake.raw[who(world, 'Ada')]).toBe(1);
    expect(world.of(body).awake.raw[who(world, 'Cole')]).toBe(0);
    const [woke] = all(world, 'bodies/woke');
    expect(woke.because.map((cause) => cause.id)).toEqual([all(world, 'fire/lit')[0].id]);
  });

  test('fight it at home, unless an enemy presses', () => {
    const fought = (press: boolean): number =>
      inTwenty(
        (seed) => {
          const world = ablaze({ Ada: 'at: yard', Cole: 'at: yard' }, { seed });
          const source = all(world, 'fire/lit')[0].id;
          for (const name of ['Ada', 'Cole']) {
            if (!press) continue;
            believe(world, who(world, name), isAt, who(world, 'Bram'), {
              place: where(world, 'yard'),
              confidence: 1,
              source,
            });
          }
          return live(world, press ? 30 : 400);
        },
        (world) => all(world, 'fire/fought').length > 0,
      );
    expect(fought(false)).toBeGreaterThan(15);
    expect(fought(true)).toBeLessThan(8);
    const world = live(ablaze({ Ada: 'at: yard', Cole: 'at: yard' }, { seed: 1 }), 900);
    const [out] = all(world, 'fire/doused');
    expect(stage(world, 'shed')).toBe('none');
    expect(all(world, 'fire/fought').map((event) => event.id)).toEqual(
      expect.arrayContaining(out.because.map((cause) => cause.id)),
    );
  });

  test('[S1] throw it where they take enemies to be, once for each bottle', () => {
    const thrown = inTwenty(
      (seed) => {
        const world = ablaze({ Bram: 'at: yard, firebombs: 1, rounds: 0', Ada: 'at: mill' }, { seed });
        told(world, 'Bram', 'storm', 'yard');
        const source = all(world, 'fire/lit')[0].id;
        believe(world, who(world, 'Bram'), isAt, who(world, 'Ada'), {
          place: where(world, 'mill'),
          confidence: 1,
          source,
        });
        return live(world, 25);
      },
      (world) => {
        const threw = all(world, 'fire/threw');
        expect(threw.length + world.of(flames).bombs.raw[who(world, 'Bram')]).toBe(1);
        for (const event of threw) {
          expect(named(world, event)).toMatchObject({ actor: 'Bram', goal: 'mill', place: 'yard' });
          expect(said(world, event)).toMatch(/^Bram threw a (firebomb|bottle of burning fuel) at (the )?mill\.$/);
        }
        return threw.length > 0;
      },
    );
    expect(thrown).toBeGreaterThan(3);
  });

  test('do not set fire to their own', () => {
    const world = ablaze({ Bram: 'at: yard, firebombs: 3, rounds: 0', Dirk: 'at: mill', Ada: 'at: mill' });
    told(world, 'Bram', 'storm', 'yard');
    const source = all(world, 'fire/lit')[0].id;
    believe(world, who(world, 'Bram'), isAt, who(world, 'Ada'), { place: where(world, 'mill'), confidence: 1, source });
    live(world, 25);
    expect(all(world, 'fire/threw')).toHaveLength(0);
  });
});
