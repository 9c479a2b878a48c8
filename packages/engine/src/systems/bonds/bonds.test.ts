import { describe, expect, test, vi } from 'vitest';
import fc from 'fast-check';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import { readEvent } from '../../kernel/read.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { debriefing } from '../debrief/state.ts';
import { told } from '../debrief/events.ts';
import { satBy } from '../infirmary/events.ts';
import { bond, bondOf } from '../past/state.ts';
import { broken, made } from '../promises/events.ts';
import { hasBroken } from '../resolve/state.ts';
import { broke } from '../resolve/system.ts';
import { standIn } from '../routine/assigning.ts';
import { body } from '../bodies/state.ts';
import { caught, stole } from '../theft/events.ts';
import { shouted } from '../voice/events.ts';
import { holdsOf } from './facts.ts';
import { stepFrom } from './moving.ts';
import { REGARDS, acquaintance, acquaintanceOf, circle, regard, regardBy, trust } from './state.ts';
import type { Regard } from './state.ts';

vi.setConfig({ testTimeout: 120_000 });
const HOUR = 3600;
const DAY = 24 * HOUR;
const YARD: MillChanges = {
  Ada: 'at: yard',
  Cole: 'at: yard',
  people: 'Eve: {at: yard}\n  Finn: {at: isle}',
  places: 'isle: {like: cellar}',
};
const holds = (world: World, from: string, to: string, what: Regard): number =>
  regard(world, who(world, from), who(world, to), what);
const trusts = (world: World, from: string, to: string): number => trust(world, who(world, from), who(world, to));
const sits = (world: World, by: string, at: string): number =>
  happen(world, satBy, { actor: who(world, by), target: who(world, at), place: where(world, 'yard') });
/** Somebody breaks a promise to somebody else; returns the event. */
const breaks = (world: World, by: string, to: string): number => {
  const roles = { actor: who(world, by), target: who(world, to), place: where(world, 'yard') };
  happen(world, made, { ...roles, that: 'repay', within: 0 });
  return happen(world, broken, { ...roles, that: 'repay' });
};

describe('a bond', () => {
  test('[S7] begins with what people are to each other and did before the first day, and says so', () => {
    const world = mill({
      Ada: 'at: yard, ties: {Cole: trusts, Bram: {was: husband, grudge: high}}',
      Cole: 'at: yard, past: [{did: save, whom: Ada, ago: 1y}]',
      Bram: 'past: [{did: betray, whom: Ada, ago: 1y}]',
    });
    const [tied] = all(world, 'bonds/tied').filter((event) => named(world, event)['target'] === 'Cole');
    expect(said(world, tied!)).toBe('Ada trusted Cole.');
    expect(trusts(world, 'Ada', 'Cole')).toBeGreaterThan(0.62);
    expect(regardBy(world, who(world, 'Ada'), who(world, 'Cole'), 'goodwill')).toEqual(
      expect.arrayContaining([tied!.id, all(world, 'past/wronged').find(({ data }) => data['deed'] === 'save')!.id]),
    );
    expect(holds(world, 'Ada', 'Bram', 'affection')).toBeLessThan(0);
    expect(trusts(world, 'Ada', 'Bram')).toBeLessThan(0.05);
    // What she trusts him for is a fact that can be asked for; that she came to is long past.
    const fact = holdsOf.stands(world, who(world, 'Ada')).find(({ words }) => words.includes('trusted'));
    expect(fact!.because.length).toBe(1);
    expect(all(world, 'bonds/came-to-trust')).toEqual([]);
    expect(acquaintanceOf(world, who(world, 'Cole'), who(world, 'Dirk'))).toBe(-1);
  });

  test('[S14] is made by what is done, in those who took part in it, and in nobody else', () => {
    const world = mill(YARD);
    const id = sits(world, 'Ada', 'Cole');
    live(world, HOUR);
    expect(holds(world, 'Cole', 'Ada', 'goodwill')).toBeGreaterThan(0.1);
    expect(regardBy(world, who(world, 'Cole'), who(world, 'Ada'), 'goodwill')).toEqual([id]);
    expect(holds(world, 'Cole', 'Ada', 'familiarity')).toBeGreaterThan(0);
    for (const name of ['Finn', 'Bram', 'Dirk']) {
      for (const what of REGARDS) expect(holds(world, name, 'Ada', what)).toBe(0);
    }
  });

  test('takes smaller steps the further it has gone, larger ones down than up, and is mended more slowly than made', () => {
    const push = fc.double({ min: 0.01, max: 0.6, noNaN: true });
    const level = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(push, level, (by, now) => {
        expect(Math.abs(stepFrom(0, -by, false))).toBeGreaterThan(stepFrom(0, by, false));
        expect(stepFrom(0.5, by, false)).toBeLessThan(stepFrom(0.1, by, false));
        expect(stepFrom(-0.9, by, false)).toBeLessThan(by);
        for (const each of [by, -by]) {
          expect(Math.abs(now + stepFrom(now, each, false))).toBeLessThanOrEqual(1);
          expect(now + stepFrom(Math.max(0, now), each, true)).toBeLessThanOrEqual(1);
        }
        expect(stepFrom(0, -by, true)).toBe(0);
      }),
    );
  });

  test('is kept with a few people only: whoever means least is lost sight of, and nobody one is tied to', () => {
    const names = Array.from({ length: 30 }, (_, i) => `P${i}`);
    const world = mill({
      Ada: 'at: yard, ties: {P29: friend}',
      people: names.map((name) => `${name}: {at: yard}`).join('\n  '),
    });
    for (const name of names) sits(world, name, 'Ada');
    for (let i = 0; i < 3; i++) sits(world, 'P3', 'Ada');
    live(world, HOUR);
    expect(world.of(circle).known.raw[who(world, 'Ada')]).toBeLessThanOrEqual(20);
    expect(holds(world, 'Ada', 'P29', 'affection')).toBeGreaterThan(0.5);
    expect(holds(world, 'Ada', 'P3', 'goodwill')).toBeGreaterThan(0);
    const known = names.filter((name) => acquaintanceOf(world, who(world, 'Ada'), who(world, name)) >= 0);
    expect(known.length).toBe(world.of(circle).known.raw[who(world, 'Ada')]);
    const rows = world.of(acquaintance);
    for (let row = 0; row < rows.count; row++) {
      if (rows.isLive(row)) expect(acquaintanceOf(world, rows.from.raw[row], rows.to.raw[row])).toBe(row);
    }
  });

  test('comes to trust, and to doubt, as events that name what brought it there', () => {
    const world = mill({ ...YARD, Cole: 'at: yard, temper: gentle' });
    const ids = [1, 2, 3, 4].map(() => sits(live(world, HOUR), 'Ada', 'Cole'));
    live(world, HOUR);
    const [fond] = all(world, 'bonds/grew-fond');
    expect(named(world, fond ?? all(world, 'bonds/came-to-trust')[0]!)).toMatchObject({ actor: 'Cole', target: 'Ada' });
    const thief = who(world, 'Eve');
    happen(world, stole, { actor: thief, place: where(world, 'yard'), good: 'food', amount: 400, how: 'by night' });
    const [took] = [
      happen(world, caught, {
        actor: who(world, 'Ada'),
        target: thief,
        place: where(world, 'yard'),
        good: 'food',
        amount: 0,
      }),
    ];
    live(world, HOUR);
    const [lost] = all(world, 'bonds/lost-faith');
    expect(named(world, lost!)).toMatchObject({ actor: 'Ada', target: 'Eve' });
    expect(lost!.because.map(({ id }) => id)).toContain(took);
    expect(ids.every((id) => id > 0)).toBe(true);
    expect(said(world, lost!)).toBe('Ada stopped relying on Eve.');
  });

  test('[S5] fears who swears to come back, and less as weeks go by', () => {
    const world = mill(YARD);
    const roles = { actor: who(world, 'Bram'), target: who(world, 'Ada'), place: where(world, 'field') };
    for (let i = 0; i < 2; i++) happen(live(world, 60), shouted, { ...roles, kind: 'vow' });
    live(world, HOUR);
    const [feared] = all(world, 'bonds/came-to-fear');
    expect(named(world, feared!)).toMatchObject({ actor: 'Ada', target: 'Bram' });
    expect(holds(world, 'Cole', 'Bram', 'fear')).toBe(0);
    live(world, 70 * DAY);
    const [over] = all(world, 'bonds/lost-fear');
    expect(over!.because.map(({ id }) => id)).toContain(feared!.id);
  });

  test('that is betrayed reads what was done before in another light, and bears a grudge for it', () => {
    const world = mill({ ...YARD, Cole: 'at: yard, ties: {Ada: trusts}' });
    const before = sits(world, 'Ada', 'Cole');
    live(world, HOUR);
    const [goodwill, whole] = [holds(world, 'Cole', 'Ada', 'goodwill'), trusts(world, 'Cole', 'Ada')];
    const breach = breaks(world, 'Ada', 'Cole');
    live(world, 2 * HOUR);
    const [betrayed] = all(world, 'bonds/felt-betrayed');
    expect(named(world, betrayed!)).toMatchObject({ actor: 'Cole', target: 'Ada' });
    const because = betrayed!.because.map(({ id, as }) => `${as} ${id}`);
    expect(because).toContain(`reason ${breach}`);
    expect(because).toContain(`enabled ${before}`);
    expect(holds(world, 'Cole', 'Ada', 'goodwill')).toBeLessThan(0.6 * goodwill);
    expect(trusts(world, 'Cole', 'Ada')).toBeLessThan(whole - 0.2);
    const row = bondOf(world, who(world, 'Cole'), who(world, 'Ada'));
    expect(world.of(bond).grudge.raw[row]).toBeGreaterThan(0.5);
    // Whoever did not trust her is let down, and no more.
    const stranger = mill(YARD);
    breaks(stranger, 'Ada', 'Eve');
    live(stranger, 2 * HOUR);
    expect(all(stranger, 'bonds/felt-betrayed')).toEqual([]);
    expect(holds(stranger, 'Eve', 'Ada', 'integrity')).toBeLessThan(0);
  });
});

describe('what people are told', () => {
  /** Eve tells at the debriefing that Cole ran; Gus hears it, who trusts her, or does not. */
  function heard(gus: string): { world: World; of: (name: string) => number } {
    const world = mill({ ...YARD, Cole: 'at: isle', people: `Eve: {at: yard}\n  Gus: {at: yard${gus}}` });
    const roles = { actor: who(world, 'Cole'), place: where(world, 'isle'), group: band(world, 'mill folk') };
    const ran = happen(world, broke, roles);
    believe(world, who(world, 'Eve'), hasBroken, who(world, 'Cole'), { confidence: 1, source: ran, truth: ran });
    world.of(debriefing).stage.put(roles.group, 1);
    happen(world, told, { ...roles, actor: who(world, 'Eve'), fallen: 0, walls: 0, others: 1 });
    live(world, HOUR);
    return { world, of: (name) => holds(world, name, 'Cole', 'integrity') };
  }

  test('of others moves them as far as they trust whoever tells it, and by what they were told', () => {
    const trusting = heard(', ties: {Eve: trusts}');
    const doubting = heard(', ties: {Eve: rival}');
    expect(trusting.of('Gus')).toBeLessThan(doubting.of('Gus'));
    expect(doubting.of('Gus')).toBeLessThan(0);
    const { world } = trusting;
    const by = regardBy(world, who(world, 'Gus'), who(world, 'Cole'), 'integrity');
    expect(by.map((id) => readEvent(world, id).kind)).toEqual(['debrief/told']);
    expect(trusting.of('Bram')).toBe(0);
  });
});

describe('who is trusted, or loved,', () => {
  test('is stood in for by whoever loves them, sooner than by somebody less tired', () => {
    const asked = (eve: string): string => {
      const world = mill({ ...YARD, people: `Eve: {at: yard${eve}}\n  Gus: {at: yard}` });
      const source = sits(world, 'Ada', 'Cole');
      world.of(body).owed.add(who(world, 'Eve'), 3, source);
      for (const name of ['Ada', 'Cole']) world.of(body).owed.add(who(world, name), 40, source);
      return world.keyOf(person, standIn(world, who(world, 'Cole'), 1));
    };
    expect(asked('')).toBe('Gus');
    expect(asked(', ties: {Cole: sister}')).toBe('Eve');
  });
});
