import { describe, expect, test, vi } from 'vitest';
import { eventSayer } from '@anchorhold/story';
import { readScenario } from '@anchorhold/scenario';
import { mill, millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { findClaim } from '../../kernel/beliefs.ts';
import { checkSetup } from '../../kernel/create.ts';
import type { LogEntry } from '../../kernel/log.ts';
import { eventsOf, readEvent } from '../../kernel/read.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { body } from '../bodies/state.ts';
import { acquaintanceOf, movedBy, regard, strandRow } from '../bonds/state.ts';
import { captive } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf } from '../groups/state.ts';
import { satBy } from '../infirmary/events.ts';
import { onceDid } from '../past/memory.ts';
import { bond, bondOf } from '../past/state.ts';
import { position } from '../places/state.ts';
import { roster } from '../routine/state.ts';
import { swapped } from '../routine/events.ts';
import { shouted } from '../voice/events.ts';
import { died } from '../wounds/system.ts';
import { STANDINGS, keptWord, promise } from './state.ts';

vi.setConfig({ testTimeout: 120_000 });
const HOUR = 3600;
const DAY = 24 * HOUR;
const YARD: MillChanges = {
  begin: 'summer, d1 08:00',
  Ada: 'at: yard',
  Cole: 'at: yard',
  people: 'Eve: {at: yard}\n  Finn: {at: isle}',
  places: 'isle: {like: cellar}',
};
const standings = (world: World): string[] => {
  const rows = world.of(promise);
  return Array.from({ length: rows.count }, (_, row) => STANDINGS[rows.state.raw[row]]!);
};
const grudge = (world: World, from: string, to: string): number => {
  const row = bondOf(world, who(world, from), who(world, to));
  return row < 0 ? 0 : world.of(bond).grudge.raw[row]!;
};
const of = (world: World, kind: 'made' | 'kept' | 'broken' | 'released' | 'said-again'): EventRecord[] =>
  all(world, `promises/${kind}`);

const before = (world: World): EventRecord[] =>
  [...eventsOf(world)].filter(({ kind }) => kind === 'past/wronged' || kind.startsWith('promises/'));

describe('promises of before the first day', () => {
  const BROKEN =
    'promises: [{to: Ada, that: come back, ago: 3y, broken: 2y, why: "the pay was better", seen by: Cole}]';

  test('[S7] [S9] are given, and kept or broken, as events in order of time, the later because of the earlier', () => {
    const world = mill({
      Bram: BROKEN,
      Cole: 'promises: [{to: Ada, that: stand by them, ago: 1y, kept: 3d}, {to: Dirk, that: repay, ago: 9d}]',
    });
    const events = before(world);
    expect(events.map((event) => `${event.kind} ${named(world, event)['actor']!}`)).toEqual([
      'promises/made Bram',
      'promises/broken Bram',
      'promises/made Cole',
      'promises/made Cole',
      'promises/kept Cole',
    ]);
    expect(events[1].because).toMatchObject([{ id: events[0].id, as: 'enabled' }]);
    expect(events[4].because).toMatchObject([{ id: events[2].id }]);
    expect(standings(world)).toEqual(['broken', 'kept', 'stands']);
  });

  test('[S7] that were broken are held against who gave them, by the one to whom, and known to who heard them', () => {
    const world = mill({ Bram: BROKEN });
    expect(grudge(world, 'Ada', 'Bram')).toBeCloseTo(0.7);
    expect(grudge(world, 'Cole', 'Bram')).toBe(0);
    const row = bondOf(world, who(world, 'Ada'), who(world, 'Bram'));
    expect(world.of(bond).by.raw[row]).toBe(all(world, 'promises/broken')[0].id);
    expect(findClaim(world, who(world, 'Cole'), onceDid, who(world, 'Bram'))).toBeGreaterThanOrEqual(0);
    expect(findClaim(world, who(world, 'Dirk'), onceDid, who(world, 'Bram'))).toBe(-1);
  });

  test('[S7] the gravest of several wrongs is what a grudge is put down to', () => {
    const world = mill({
      Bram: `past: [{did: betray, whom: Ada, ago: 4y}, {did: steal, whom: Ada, ago: 1y}], ${BROKEN}`,
    });
    const row = bondOf(world, who(world, 'Ada'), who(world, 'Bram'));
    expect(grudge(world, 'Ada', 'Bram')).toBeCloseTo(0.9);
    expect(world.of(bond).by.raw[row]).toBe(all(world, 'past/wronged')[0].id);
  });

  test('[S7] say what was promised, and why it came to nothing in the words of the scenario', () => {
    const world = mill({
      Bram: `past: [{did: betray, whom: Ada, ago: 4y, why: "he wanted\u0020the “mill”"}], ${BROKEN}`,
      Cole: 'promises: [{to: Ada, that: harm nobody, ago: 1y, kept: 3d}, {to: Ada, that: bring medicine, ago: 1y}]',
    });
    const say = eventSayer(world);
    expect(before(world).map(say)).toEqual([
      'Bram betrayed Ada: “he wanted the ’mill’”.',
      'Bram promised Ada to come back.',
      'Bram broke their promise to Ada to come back: “the pay was better”.',
      'Cole promised Ada to do no harm.',
      'Cole promised Ada to bring medicine.',
      'Cole kept their promise to Ada to do no harm.',
    ]);
  });

  test('that cannot be are found: to oneself, broken before they were given, kept and broken', () => {
    const codes = (promises: string): string[] => {
      const text = millText({ Ada: `promises: [${promises}]` });
      return checkSetup(ruleset, readScenario(text, { file: 'test.yaml', parts: ruleset.sections }).setup!).map(
        (remark) => remark.code,
      );
    };
    expect(codes('{to: Ada, that: repay, ago: 1y}')).toEqual(['own-promise']);
    expect(codes('{to: Cole, that: repay, ago: 1d, broken: 2d}')).toEqual(['promise-before']);
    expect(codes('{to: Cole, that: repay, ago: 3d, broken: 2d, kept: 1d}')).toEqual(['kept-and-broken']);
    expect(codes('{to: Cole, that: repay, ago: 3d, broken: 2d}')).toEqual([]);
  });
});

/** Who knows what came of a promise: whom it was given to, and who noticed it. */
function learned(world: World, event: EventRecord): Set<number> {
  const { target, group } = event.roles;
  const those = event.witnesses.map((each) => each.who);
  if (target !== undefined) those.push(target);
  for (let each = 0; each < world.of(person).count; each++) {
    if (group !== undefined && groupOf(world, each) === group && world.of(position).gone.raw[each] === 0)
      those.push(each);
  }
  return new Set(those.filter((each) => each !== event.roles['actor']));
}

/** Every change of what is thought of somebody's word has the sign of what they did, in those who learned of it, and in nobody else. */
function hasRightSign(world: World, event: EventRecord): number {
  const knew = learned(world, event);
  const [actor, sign] = [event.roles['actor']!, event.kind === 'promises/kept' ? 1 : -1];
  let moved = 0;
  for (let each = 0; each < world.of(person).count; each++) {
    const row = acquaintanceOf(world, each, actor);
    const by = row < 0 ? 0 : movedBy(world, strandRow(row, 'integrity'), event.id);
    if (!knew.has(each)) expect(by).toBe(0);
    else if (by !== 0) expect(Math.sign(by)).toBe(sign);
    if (by !== 0) moved++;
  }
  return moved;
}

describe('short rations', () => {
  const more = 'stores: {mill: {food: 9 kg}}';
  /** Ada puts everybody on half rations, and has promised more; on the second day there is `then` to eat. */
  function hungry(seed: number, then: number, days = 7): World {
    const log: LogEntry[] = [{ at: DAY + 3600, command: 'set stock', value: { in: 'mill', good: 'food', to: then } }];
    const folk = { ...YARD, begin: 'summer, d1 07:00', more, Ada: 'at: yard, temper: [gentle, loyal, rash]' };
    return live(mill(folk, { log, seed }), days * DAY);
  }

  test('[S11] have a leader promise more, and keep it where there comes to be enough: all who eat there think better of their word', () => {
    const world = hungry(1, 30_000, 3);
    const [given] = of(world, 'made');
    expect(given!.data).toMatchObject({ that: 'feed them' });
    expect(said(world, given!)).toBe('Ada promised the mill folk to put more on the table within the week.');
    expect(given!.because.map(({ id }) => readEvent(world, id).kind)).toEqual(['rations/set']);
    const [kept] = of(world, 'kept');
    expect(kept!.because.map(({ id }) => id)).toContain(given!.id);
    expect(hasRightSign(world, kept!)).toBeGreaterThanOrEqual(2);
    expect(regard(world, who(world, 'Cole'), who(world, 'Ada'), 'integrity')).toBeGreaterThan(0);
    expect(regard(world, who(world, 'Bram'), who(world, 'Ada'), 'integrity')).toBe(0);
  });

  test('[S9] break it where there is not, and everybody to whom it was given holds it against them', () => {
    const world = hungry(1, 7000);
    const [broken] = of(world, 'broken');
    expect(hasRightSign(world, broken!)).toBeGreaterThanOrEqual(2);
    expect(regard(world, who(world, 'Cole'), who(world, 'Ada'), 'integrity')).toBeLessThan(0);
    expect(findClaim(world, who(world, 'Cole'), keptWord, who(world, 'Ada'))).toBeGreaterThanOrEqual(0);
    expect(findClaim(world, who(world, 'Dirk'), keptWord, who(world, 'Ada'))).toBe(-1);
  });

  test('[S9] over many seeds some of what is promised is kept and some is broken, each with the right sign', () => {
    const outcome = { kept: 0, broken: 0 };
    for (let seed = 1; seed <= 12; seed++) {
      const world = hungry(seed, 5000 + 3000 * seed);
      for (const how of ['kept', 'broken'] as const) {
        for (const event of of(world, how)) {
          outcome[how]++;
          hasRightSign(world, event);
        }
      }
    }
    expect(outcome.kept).toBeGreaterThan(1);
    expect(outcome.broken).toBeGreaterThan(1);
  });
});

describe('whoever sits by a bed', () => {
  /** Cole sits by Eve from nine in the evening; `then` is what comes between. */
  function night(then: (world: World) => void): World {
    const people = 'Eve: {at: mill}\n  Finn: {at: isle}';
    const cole = 'at: mill, temper: [gentle, loyal, rash]';
    const world = mill({ ...YARD, begin: 'summer, d1 20:30', Cole: cole, people });
    const roles = { actor: who(world, 'Cole'), target: who(world, 'Eve'), place: where(world, 'mill') };
    world.of(roster).excused.put(roles.actor, 1);
    // Eve cannot get up.
    world.of(body).down.put(who(world, 'Eve'), 1);
    happen(world, satBy, roles);
    live(world, HOUR);
    then(world);
    return live(world, 10 * HOUR);
  }

  /** Something that happens in the meantime. */
  const taunts = (world: World): number => {
    const roles = { actor: who(world, 'Bram'), target: who(world, 'Cole'), place: where(world, 'field') };
    return happen(world, shouted, { ...roles, kind: 'taunt' });
  };

  test('[S9] [S14] may promise to stay until morning, and has kept it when they did', () => {
    const world = night(() => {});
    expect(of(world, 'made').map(({ data }) => data['that'])).toEqual(['sit by them']);
    const [kept] = of(world, 'kept');
    expect(said(world, kept!)).toBe('Cole kept their promise to Eve to stay with Eve until it got light.');
    expect(hasRightSign(world, kept!)).toBeGreaterThan(0);
  });

  test('[S9] has broken it who went away, and not who was called to a fight', () => {
    const left = night((world) => {
      const { at, by } = world.of(position);
      at.put(who(world, 'Cole'), where(world, 'yard'));
      by.put(who(world, 'Cole'), taunts(world));
    });
    expect([of(left, 'broken').length, of(left, 'kept').length]).toEqual([1, 0]);
    expect(hasRightSign(left, of(left, 'broken')[0]!)).toBeGreaterThan(0);
    const fought = night((world) => {
      world.of(position).at.put(who(world, 'Cole'), where(world, 'yard'));
      world.of(campaign).endedBy.put(band(world, 'mill folk'), taunts(world));
    });
    expect(of(fought, 'released').map(({ data }) => data['why'])).toEqual(['fight']);
    expect(regard(fought, who(fought, 'Eve'), who(fought, 'Cole'), 'integrity')).toBe(0);
  });
});

describe('whoever has another stand their watch', () => {
  test('promises them one, and stands it when it comes round', () => {
    let [kept, others] = [0, 0];
    for (let seed = 1; seed <= 6; seed++) {
      const world = mill({ ...YARD, begin: 'summer, d1 20:30', Cole: 'at: mill, temper: [loyal, gentle]' }, { seed });
      const rows = world.of(roster);
      const at = where(world, 'yard');
      for (const name of ['Ada', 'Eve']) rows.excused.put(who(world, name), 1);
      const turn = (name: string): void => {
        rows.post.put(who(world, name), at + 1);
        rows.from.put(who(world, name), world.time);
        rows.until.put(who(world, name), world.time + 2 * HOUR);
      };
      turn('Cole');
      rows.excused.put(who(world, 'Ada'), 0);
      happen(world, swapped, { actor: who(world, 'Cole'), target: who(world, 'Ada'), place: at });
      live(world, HOUR);
      if (of(world, 'made').length === 0) continue;
      live(world, 20 * HOUR);
      rows.on.put(who(world, 'Ada'), 0);
      rows.post.put(who(world, 'Cole'), 0);
      turn('Ada');
      rows.from.put(who(world, 'Ada'), world.time);
      live(world, HOUR);
      const [made] = of(world, 'made');
      expect(named(world, made!)).toMatchObject({ actor: 'Cole', target: 'Ada' });
      const again = all(world, 'routine/swapped', made!.id).find(({ because }) =>
        because.some(({ id }) => id === made!.id),
      );
      if (again !== undefined) {
        kept++;
        expect(named(world, again)).toMatchObject({ actor: 'Ada', target: 'Cole' });
        expect(of(world, 'kept').map(({ because }) => because[0]!.id)).toContain(again.id);
      } else others++;
    }
    expect(kept).toBeGreaterThan(0);
    expect(kept + others).toBeGreaterThan(1);
  });
});

describe('vows', () => {
  const vow = (world: World): void => {
    const roles = { actor: who(world, 'Bram'), target: who(world, 'Ada'), place: where(world, 'field') };
    happen(world, shouted, { ...roles, kind: 'vow' });
    live(world, HOUR);
  };

  test('[S5] that are shouted stand, owed to nobody, until whom they were sworn against is dead or taken', () => {
    const world = mill(YARD);
    vow(world);
    const [sworn] = of(world, 'made');
    expect(named(world, sworn!)).toMatchObject({ actor: 'Bram', target: 'Ada' });
    expect(sworn!.because.map(({ id }) => readEvent(world, id).kind)).toEqual(['voice/shouted']);
    expect(said(world, sworn!)).toBe('Bram swore to come back for Ada.');
    expect(standings(world)).toEqual(['stands']);
    live(world, 3 * DAY);
    expect(standings(world)).toEqual(['stands']);
    const taken = world.fork();
    taken.of(captive).state.put(who(taken, 'Ada'), 2);
    taken.of(captive).keeper.put(who(taken, 'Ada'), who(taken, 'Dirk') + 1);
    expect(standings(live(taken, HOUR))).toEqual(['kept']);
    const roles = { actor: who(world, 'Ada'), place: where(world, 'yard'), group: band(world, 'mill folk') };
    happen(world, died, { ...roles, of: 'wound' });
    expect(standings(live(world, HOUR))).toEqual(['released']);
  });

  test('[S16] are sworn by kin over their dead, against whoever led those who did it, and draw fire from then on', () => {
    let sworn = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const world = mill({ ...YARD, Cole: 'at: yard, temper: [bitter, proud], ties: {Eve: sister}' }, { seed });
      for (const name of ['mill folk', 'the band']) world.of(campaign).since.put(band(world, name), world.time);
      const roles = { actor: who(world, 'Eve'), place: where(world, 'yard'), group: band(world, 'mill folk') };
      const death = happen(world, died, { ...roles, of: 'wound' });
      live(world, 3 * HOUR);
      for (const event of of(world, 'made')) {
        sworn++;
        expect(named(world, event)).toMatchObject({ actor: 'Cole', target: 'Bram', about: 'Eve' });
        expect(event.because.map(({ id }) => id)).toContain(death);
        expect(said(world, event)).toBe("Cole swore for Eve's sake to make Bram pay.");
        expect(grudge(world, 'Cole', 'Bram')).toBeCloseTo(0.8);
      }
    }
    expect(sworn).toBeGreaterThan(2);
  });
});

describe('what somebody always says', () => {
  test('[S14] comes back when what it stands for is touched, in their own words, and seldom', () => {
    const world = mill({ ...YARD, Ada: 'at: yard, refrain: {says: Out of sight is not gone., of: vow}' });
    const roles = { actor: who(world, 'Bram'), target: who(world, 'Ada'), place: where(world, 'field') };
    live(world, HOUR);
    expect(of(world, 'said-again')).toEqual([]);
    const shout = happen(world, shouted, { ...roles, kind: 'vow' });
    live(world, 2 * HOUR);
    // It is a vow from the hour on in which it is weighed.
    happen(world, shouted, { ...roles, kind: 'threat' });
    live(world, 2 * HOUR);
    const [again, ...more] = of(world, 'said-again');
    expect(more).toEqual([]);
    expect(named(world, again!)).toMatchObject({ actor: 'Ada', target: 'Bram' });
    expect(again!.because.every(({ id }) => id >= shout)).toBe(true);
    expect(eventSayer(world)(again!)).toBe('Ada said it again: “Out of sight is not gone”.');
    happen(world, shouted, { ...roles, kind: 'threat' });
    live(world, 2 * HOUR);
    expect(of(world, 'said-again')).toHaveLength(1);
  });
});
