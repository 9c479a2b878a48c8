import { readScenario } from '@anchorhold/scenario';
import { describe, expect, test, vi } from 'vitest';
import { FOLK, alarmsInARow, dreading, raise, untilHour, watchful } from '../../../test/alarms.fixture.ts';
import { millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, live, said, where, who } from '../../../test/night.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import { normalQuantile } from '../../kernel/curves.ts';
import { muteOf } from '../../kernel/read.ts';
import { withhold } from '../../kernel/log.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { body } from '../bodies/state.ts';
import { sky } from '../light/state.ts';
import { conditions } from './conditions.ts';
import { chanceToHeed } from './answering.ts';
import { heedsAlarms } from './facts.ts';
import { clearness, criterion, lapses, likeness, spread, standsOut } from './senses.ts';
import type { Bent } from './senses.ts';
import { STIRS, alarm, vigil } from './state.ts';

vi.setConfig({ testTimeout: 120_000 });
const HOUR = 3600;
const CALM: Bent = { dread: 0, tired: 0, doubt: 0, troubled: 0, wary: false };
const ANIMAL = 1 + STIRS.indexOf('animal');

/** The share of ten thousand looks in which so much is taken for an enemy. */
function share(takenIn: number, bent: Bent): number {
  let count = 0;
  const wide = spread(bent.tired);
  for (let i = 0; i < 10_000; i++) if (takenIn + wide * normalQuantile((i + 0.5) / 10_000) > criterion(bent)) count++;
  return count / 10_000;
}

/** Bram, lying still in the field. */
const lying = (world: World, clear: number, tired: number): Parameters<typeof standsOut>[1] => ({
  lurker: who(world, 'Bram'),
  at: where(world, 'field'),
  clear,
  tired,
  moving: 0,
});

/** Bram in the field, seen from the yard, and an animal there, by light and by how tired the watcher is. */
function looks(light: number, tired: number): { readonly hits: number; readonly falseAlarms: number } {
  const world = watchful({ Bram: 'at: field' });
  world.of(sky).light.put(0, light);
  const field = where(world, 'field');
  const clear = clearness(world, where(world, 'yard'), field, tired);
  const bent = { ...CALM, dread: 0.5, tired };
  return {
    hits: share(standsOut(world, lying(world, clear, tired)), bent),
    falseAlarms: share(likeness(ANIMAL, clear, bent.dread), bent),
  };
}

describe('whoever watches', () => {
  test('[S13] sees more of those who are there by light, and less that is not', () => {
    const seen = [0.02, 0.06, 0.16, 0.4, 1].map((light) => looks(light, 0));
    for (let i = 1; i < seen.length; i++) {
      expect(seen[i]!.hits).toBeGreaterThan(seen[i - 1]!.hits);
      expect(seen[i]!.falseAlarms).toBeLessThan(seen[i - 1]!.falseAlarms);
    }
  });

  test('[S13] tells worse when tired: for as many false alarms, fewer of those who are there', () => {
    const clear = (tired: number): number => {
      const world = watchful({ Bram: 'at: field' });
      return standsOut(
        world,
        lying(world, clearness(world, where(world, 'yard'), where(world, 'field'), tired), tired),
      );
    };
    expect(clear(0.8)).toBeLessThan(clear(0.4));
    expect(clear(0.4)).toBeLessThan(clear(0));
    expect(looks(0.16, 0.8).falseAlarms).toBeGreaterThan(2 * looks(0.16, 0).falseAlarms);
  });

  test('[S13] wavers once they are short of sleep: misses more of those who are there, and fancies more', () => {
    expect([spread(0), spread(0.25), lapses(0), lapses(0.25)]).toEqual([1, 1, 0, 0]);
    const states = [0.2, 0.4, 0.6].map((tired) => {
      const { hits, falseAlarms } = looks(0.16, tired);
      const seen = (1 - lapses(tired)) * hits;
      const fancied = share(0, { ...CALM, dread: 0.5, tired });
      return { seen, fancied, wrong: (fancied + (1 - lapses(tired)) * falseAlarms) / seen };
    });
    for (let i = 1; i < states.length; i++) {
      expect(states[i]!.seen).toBeLessThan(states[i - 1]!.seen);
      expect(states[i]!.fancied).toBeGreaterThan(2 * states[i - 1]!.fancied);
      expect(states[i]!.wrong).toBeGreaterThan(1.5 * states[i - 1]!.wrong);
    }
  });

  test('[S13] sees more of those who move than of those who lie still, where they overlook them', () => {
    const world = watchful({ Bram: 'at: field' });
    const still = lying(world, 0.2, 0);
    expect(standsOut(world, { ...still, moving: 0.9 })).toBeGreaterThan(standsOut(world, { ...still, moving: 0.1 }));
    expect(standsOut(world, { ...still, moving: 0.1 })).toBeGreaterThan(standsOut(world, still));
  });

  test('[S13] takes what stirs for people the sooner the more they dread them, which tells them no more of people', () => {
    expect(likeness(ANIMAL, 0.2, 0.8)).toBeGreaterThan(likeness(ANIMAL, 0.2, 0.2));
    expect(likeness(0, 0.2, 1)).toBe(0);
    const wrong = [0, 0.4, 0.8].map((dread) => {
      const bent = { ...CALM, dread };
      const world = watchful({ Bram: 'at: field' });
      return share(likeness(ANIMAL, 0.2, dread), bent) / share(standsOut(world, lying(world, 0.2, 0)), bent);
    });
    for (let i = 1; i < wrong.length; i++) expect(wrong[i]).toBeGreaterThan(wrong[i - 1]!);
  });

  test('[S13] needs less to raise the alarm for dread, for want of sleep and against an enemy, and more for alarms that were false', () => {
    expect(criterion({ ...CALM, dread: 0.5 })).toBeLessThan(criterion(CALM));
    expect(criterion({ ...CALM, dread: 1 })).toBeLessThan(criterion({ ...CALM, dread: 0.5 }));
    expect(criterion({ ...CALM, tired: 0.5 })).toBeLessThan(criterion(CALM));
    expect(criterion({ ...CALM, wary: true })).toBeLessThan(criterion(CALM));
    expect(criterion({ ...CALM, doubt: 0.5 })).toBeGreaterThan(criterion(CALM));
  });

  test('[S13] raises more false alarms the more they dread, and the more sleep they are short of', () => {
    const count = (dread: number, owed: number): number => {
      let sum = 0;
      for (const seed of [1, 2, 3]) {
        const world = watchful({}, { seed });
        for (let day = 0; day < 12; day++) {
          for (const name of FOLK) {
            world.of(vigil).doubt.reset(who(world, name));
            world.of(body).owed.raw[who(world, name)] = owed;
          }
          dreading(world, 1, dread);
        }
        sum += world.of(alarm).untrue.raw[band(world, 'mill folk')]!;
      }
      return sum;
    };
    const calm = count(0, 0);
    expect(count(0.7, 0)).toBeGreaterThan(5 * (calm + 1));
    expect(count(0.7, 12)).toBeGreaterThan(count(0.7, 0));
  });
});

describe('an alarm', () => {
  test('[S13] states what stirred and what had put the watcher on edge; without these it is not raised', () => {
    let tried = 0;
    for (let seed = 1; seed <= 30 && tried < 3; seed++) {
      const night = (log: Parameters<typeof watchful>[1] = {}): World =>
        live(watchful({ begin: 'autumn, d1 20:00, fog, wind' }, { ...log, seed }, 'high'), 11 * HOUR);
      const world = night();
      for (const event of all(world, 'alarms/raised')) {
        const afraid = event.because.filter(({ id }) => all(world, 'dread/grew-afraid').some((each) => each.id === id));
        const stirs = event.because.filter(({ id }) => all(world, 'alarms/stirred').some((each) => each.id === id));
        if (afraid.length === 0 || stirs.length === 0) continue;
        tried++;
        for (const causes of [afraid, stirs]) {
          const without = night({
            log: causes.map(({ id }) => withhold(muteOf(world, id))).sort((a, b) => a.at - b.at),
          });
          const again = all(without, 'alarms/raised').filter(
            (each) => each.time === event.time && each.roles['actor'] === event.roles['actor'],
          );
          expect(again).toEqual([]);
        }
        break;
      }
    }
    expect(tried).toBe(3);
  });

  test('gets people out of bed, costs them sleep, and is called off when nobody is found', () => {
    const world = untilHour(watchful(), 1);
    const up = (): number => FOLK.filter((name) => world.of(body).awake.raw[who(world, name)] === 1).length;
    const before = up();
    const id = raise(world);
    live(world, HOUR);
    const [out] = all(world, 'alarms/turned-out');
    expect(out!.because.map((cause) => cause.id)).toEqual([id]);
    expect(up()).toBe(before + (out!.data['people'] as number));
    live(world, HOUR);
    const [down] = all(world, 'alarms/stood-down');
    expect(down!.data['found']).toBe('nothing');
    expect(said(world, down!)).toMatch(/ found nobody in the wood\.$/);
    expect(up()).toBe(before);
    expect(FOLK.filter((name) => world.of(body).owed.raw[who(world, name)]! > 0).length).toBeGreaterThanOrEqual(
      out!.data['people'] as number,
    );
  });

  test('[S13] that was false three times gets hardly anybody up the fourth, and one that proves true gets them all up again', () => {
    let proved = 0;
    const out = [0, 0, 0, 0];
    for (let seed = 1; seed <= 8; seed++) {
      const world = watchful({}, { seed });
      const inARow = alarmsInARow(world, 4);
      inARow.forEach((people, i) => (out[i]! += people));
      const stale = FOLK.filter((name) => heedsAlarms.stands(world, who(world, name)).length > 0);
      expect(stale.length).toBeGreaterThan(5);
      world.of(vigil).doubt.reset(who(world, 'Ada'));
      untilHour(world, 1);
      raise(world, who(world, 'Bram'));
      live(world, 2 * HOUR);
      if (all(world, 'alarms/stood-down').at(-1)!.data['found'] !== 'people') continue;
      proved++;
      const [again] = alarmsInARow(world, 1);
      expect(again).toBeGreaterThanOrEqual(inARow[0]! - 1);
    }
    expect(proved).toBeGreaterThan(0);
    for (let i = 1; i < 4; i++) expect(out[i]).toBeLessThan(out[i - 1]!);
    expect(out[2]).toBeGreaterThan(out[0]! / 4);
    expect(out[3]).toBeLessThan(out[0]! / 4);
  });

  test('that nobody heeds says on account of which others', () => {
    const world = watchful();
    alarmsInARow(world, 5);
    const last = all(world, 'alarms/ignored').at(-1)!;
    const false1 = all(world, 'alarms/stood-down').map(({ id }) => id);
    expect(last.because.filter(({ id }) => false1.includes(id)).length).toBeGreaterThan(1);
    expect(said(world, last)).toBe('Nobody got up for the alarm.');
  });

  test('is heeded the less, the more it is doubted, and by those who dread all the same', () => {
    expect(chanceToHeed(0, 0)).toBe(1);
    for (let doubt = 0.1; doubt < 0.8; doubt += 0.1) {
      expect(chanceToHeed(doubt, 0)).toBeLessThan(chanceToHeed(doubt - 0.1, 0) + 1e-9);
      expect(chanceToHeed(doubt, 1)).toBeGreaterThanOrEqual(chanceToHeed(doubt, 0));
    }
  });
});

test('how many alarms there were, and how many of them false, can be asked', () => {
  const world = untilHour(watchful(), 1);
  const id = raise(world);
  live(world, 24 * HOUR);
  untilHour(world, 1);
  raise(world, who(world, 'Bram'));
  const [any, untrue] = conditions;
  const names = { groups: 'mill folk' };
  expect(any!.truth(world, names)).toBe(any!.because!(world, names).length);
  expect(untrue!.truth(world, names)).toBe((any!.truth(world, names) as number) - 1);
  expect(untrue!.because!(world, names)).toContain(id);
});

test('a home whose people are all children, or all asleep as a night begins, is warned of', () => {
  const remarks = (changes: MillChanges): string[] => {
    const { setup } = readScenario(millText(changes), { file: 'mill.yaml', parts: ruleset.sections });
    return checkSetup(ruleset, setup!).map((remark) => remark.code);
  };
  expect(remarks({ Ada: 'age: 9', Cole: 'age: 80' })).toContain('nobody-to-stand-watch');
  expect(remarks({ Ada: 'asleep: true', Cole: 'asleep: true', begin: 'summer, d1 23:00' })).toContain('all-asleep');
  expect(remarks({ Ada: 'asleep: true', begin: 'summer, d1 23:00' })).not.toContain('all-asleep');
  expect(remarks({})).toEqual([]);
});
