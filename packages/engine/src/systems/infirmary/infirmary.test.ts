import { describe, expect, test, vi } from 'vitest';
import { mill, millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { readScenario } from '@anchorhold/scenario';
import { believe } from '../../kernel/beliefs.ts';
import { checkSetup } from '../../kernel/create.ts';
import { overhear } from '../../kernel/deliberation.ts';
import { ruleset } from '../../rules.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { position } from '../places/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { BLOOD_ML, fever, hasFallen, vitals, wound } from '../wounds/state.ts';
import { fevered } from '../wounds/course.ts';
import { died, fell } from '../wounds/system.ts';
import { tookInHand } from './events.ts';
import { care } from './state.ts';
import { hurt } from '../wounds/wounds.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });
const DAY = 86_400;

/** Ada leads at the mill; Cole has charge of the infirmary in the cellar, Eve and Finn can carry. The band is far away. */
const HOUSE: MillChanges = {
  Ada: 'dressings: 0',
  Cole: 'dressings: 2, office: infirmary, skills: {care: good}',
  people: 'Eve: {dressings: 0, skills: {care: fine}}\n  Finn: {dressings: 0, skills: {care: none}}',
  folk: 'infirmary: sick room',
  places: 'sick room: {like: cellar, next to: mill}',
};
const house = (changes: MillChanges = {}): World => mill({ ...HOUSE, ...changes });
const at = (world: World, name: string): string => world.keyOf(place, world.of(position).at.raw[who(world, name)]);

describe('after a fight', () => {
  test('[S10] who cannot walk is carried to the infirmary, by whoever is beside them or knows where they lie', () => {
    const world = house();
    const lies = hurt(world, 'Finn', 8, 'belly', 'feet');
    world.of(position).at.put(who(world, 'Finn'), where(world, 'field'));
    const source = all(world, 'wounds/fell')[0]!.id;
    believe(world, who(world, 'Eve'), hasFallen, who(world, 'Finn'), {
      place: where(world, 'field'),
      confidence: 1,
      source,
    });
    live(world, 2 * 3600);
    const [brought, ...more] = all(world, 'infirmary/brought-in');
    expect(more).toEqual([]);
    expect(named(world, brought!)).toMatchObject({ target: 'Finn', place: 'field', goal: 'sick room' });
    expect(brought!.because.map(({ id }) => id)).toContain(source);
    expect(lies).toBeLessThan(source);
    expect(at(world, 'Finn')).toBe('sick room');
    expect(said(world, brought!)).toBe('Finn was carried to the sick room.');
  });

  test('nobody is carried while there is fighting, nor so soon after it that nobody has come to themselves', () => {
    const world = house();
    hurt(world, 'Finn', 8, 'belly', 'feet');
    world.of(campaign).state.put(band(world, 'mill folk'), 1);
    live(world, 5 * 3600);
    expect(all(world, 'infirmary/brought-in')).toEqual([]);
    const id = happen(world, fell, {
      actor: who(world, 'Dirk'),
      place: where(world, 'wood'),
      group: band(world, 'the band'),
      from: 'blow',
    });
    world.of(campaign).state.put(band(world, 'mill folk'), 2);
    world.of(campaign).endedBy.put(band(world, 'mill folk'), id);
    live(world, 2 * 3600);
    expect(all(world, 'infirmary/brought-in')).toEqual([]);
    live(world, 2 * 3600);
    expect(all(world, 'infirmary/brought-in')).toHaveLength(1);
  });

  test('by day an enemy is come upon who was left lying, brought in, and cared for like the others', () => {
    const world = house();
    hurt(world, 'Dirk', 8, 'belly', 'feet');
    world.of(position).at.put(who(world, 'Dirk'), where(world, 'yard'));
    world.of(position).gone.put(who(world, 'Bram'), 1);
    live(world, 3 * DAY);
    const [found] = all(world, 'captivity/found');
    expect(named(world, found!)['target']).toBe('Dirk');
    expect(at(world, 'Dirk')).toBe('sick room');
    expect(all(world, 'infirmary/took-in-hand').map((event) => named(world, event)['target'])).toContain('Dirk');
  });
});

describe('the daily round', () => {
  const patients = (world: World): void => {
    hurt(world, 'Finn', 8, 'arm');
    hurt(world, 'Ada', 8, 'belly');
    hurt(world, 'Eve', 8, 'chest', 'feet');
  };

  test('[S10] whoever has charge of it sees to the worst first, and dressings are used up', () => {
    const world = house();
    patients(world);
    live(world, 24 * 3600);
    const dressed = all(world, 'infirmary/dressed').map((event) => named(world, event));
    expect(dressed.map(({ actor, target }) => [actor, target])).toEqual([
      ['Cole', 'Eve'],
      ['Cole', 'Ada'],
    ]);
    expect(world.of(body).dressings.raw[who(world, 'Cole')]).toBe(0);
    const [out, ...more] = all(world, 'infirmary/ran-out');
    expect(more).toEqual([]);
    expect(out!.because.map(({ id }) => id)).toEqual(
      all(world, 'wounds/wounded')
        .slice(0, 1)
        .map(({ id }) => id),
    );
  });

  test('[S10] dressings come from the stores where nobody has any, not one more than there are', () => {
    const world = house({ Cole: 'dressings: 0, office: infirmary', more: 'stores: {sick room: {dressings: 2}}' });
    patients(world);
    live(world, 24 * 3600);
    const dressed = all(world, 'infirmary/dressed');
    expect(dressed.map((event) => named(world, event)['store'])).toEqual(['sick room', 'sick room']);
    expect(world.of(stock).amount.raw[stockRow(where(world, 'sick room'), 'dressings')]).toBe(0);
    live(world, 20 * DAY);
    expect(all(world, 'infirmary/dressed')).toHaveLength(2);
  });

  test('the best in care stands in for somebody in charge who cannot, and says so once a patient', () => {
    const world = house();
    hurt(world, 'Cole', 8, 'leg', 'feet');
    hurt(world, 'Ada', 8, 'belly');
    world.of(wound).foulLuck.put(0, 1);
    world.of(wound).foulLuck.put(1, 1);
    live(world, DAY);
    expect(all(world, 'infirmary/took-in-hand').map((event) => named(world, event)['actor'])).toEqual(['Eve', 'Eve']);
    const before = world.chronicle.length;
    live(world, 20 * 3600);
    expect(all(world, 'infirmary/took-in-hand', before)).toEqual([]);
  });

  test('nobody makes a round while there is fighting', () => {
    const dressedBy = (fighting: boolean): number => {
      const world = house({ begin: 'summer, d1 09:00' });
      patients(world);
      if (fighting) world.of(campaign).state.put(band(world, 'mill folk'), 1);
      live(world, 5 * 3600);
      return all(world, 'infirmary/dressed').length;
    };
    expect(dressedBy(true)).toBe(0);
    expect(dressedBy(false)).toBe(2);
  });
});

describe('where beds, hands or dressings do not go round', () => {
  const DAWN = 'summer, d1 06:00';
  test('[T13] the worst off lie in the beds, and the others wait for one', () => {
    const world = house({ folk: 'infirmary: sick room, beds: 1', begin: DAWN });
    hurt(world, 'Finn', 8, 'leg', 'feet');
    hurt(world, 'Eve', 8, 'belly', 'feet');
    happen(world, fevered, {
      actor: who(world, 'Eve'),
      place: where(world, 'mill'),
      region: 'belly',
      ordinal: 0,
      away: false,
    });
    live(world, 7 * 3600);
    expect(all(world, 'infirmary/bedded').map((event) => named(world, event)['target'])).toEqual(['Eve']);
    const [waiting, ...more] = all(world, 'infirmary/waits');
    expect(more).toEqual([]);
    expect(named(world, waiting!)).toMatchObject({ actor: 'Cole', target: 'Finn' });
    expect(said(world, waiting!)).toBe('Cole had no bed for Finn.');
    live(world, DAY);
    expect(all(world, 'infirmary/waits')).toHaveLength(1);
    expect(all(house({ folk: 'infirmary: sick room' }), 'infirmary/waits')).toEqual([]);
  });

  test('care without a bed is worth less', () => {
    const cared = (beds: string): number => {
      const world = house({ folk: `infirmary: sick room${beds}`, begin: DAWN });
      hurt(world, 'Eve', 8, 'belly', 'feet');
      happen(world, fevered, {
        actor: who(world, 'Eve'),
        place: where(world, 'mill'),
        region: 'belly',
        ordinal: 0,
        away: false,
      });
      live(world, DAY + 7 * 3600);
      return world.of(care).had.raw[who(world, 'Eve')];
    };
    expect(cared(', beds: 0')).toBeLessThan(cared(''));
  });

  /** Eve is past hope, Finn is not; there is one dressing, or there are enough, and Cole knows much of it or little. */
  function dying(dressings: number, skill = 'good'): World {
    const world = house({ Cole: `dressings: ${dressings}, office: infirmary, skills: {care: ${skill}}`, begin: DAWN });
    hurt(world, 'Eve', 8, 'belly', 'feet');
    hurt(world, 'Finn', 8, 'arm');
    world.of(vitals).lost.put(who(world, 'Eve'), 0.34 * BLOOD_ML);
    return live(world, 7 * 3600);
  }
  const treated = (world: World): string[] =>
    all(world, 'infirmary/dressed').map((event) => named(world, event)['target']!);

  test('[T13] who is past hope is given up so that there is something for the others, by somebody who can judge', () => {
    const short = dying(1);
    const [given] = all(short, 'infirmary/gave-up-on');
    expect(named(short, given!)).toMatchObject({ actor: 'Cole', target: 'Eve' });
    expect(said(short, given!)).toBe('Cole gave Eve up to save the dressings for the rest.');
    expect(treated(short)).toEqual(['Finn']);
    for (const other of [dying(4), dying(1, 'none')]) {
      expect(all(other, 'infirmary/gave-up-on')).toEqual([]);
      expect(treated(other)[0]).toBe('Eve');
    }
    short.of(body).dressings.put(who(short, 'Cole'), 5);
    live(short, DAY);
    expect(all(short, 'infirmary/took-up-again').map((event) => named(short, event)['target'])).toEqual(['Eve']);
  });

  test('why somebody was given up, or was not, can be asked', () => {
    const asked = (dressings: number): string[] => {
      const world = house({ Cole: `dressings: ${dressings}, office: infirmary, skills: {care: good}`, begin: DAWN });
      hurt(world, 'Eve', 8, 'belly', 'feet');
      hurt(world, 'Finn', 8, 'arm');
      world.of(vitals).lost.put(who(world, 'Eve'), 0.34 * BLOOD_ML);
      const heard = overhear(world, who(world, 'Cole'), world.time + 7 * 3600);
      const matter = heard.filter((each) => each.matter.id === 'infirmary/triage');
      return matter.flatMap((each) => each.considered.filter(({ chosen }) => chosen).map(({ id }) => id));
    };
    expect(asked(1)).toContain('infirmary/give-up');
    expect(asked(9)).not.toContain('infirmary/give-up');
    expect(asked(9)).toContain('infirmary/treat');
  });

  test('[T13] one pair of hands sees to no more than a day has hours for', () => {
    const names = Array.from({ length: 30 }, (_, i) => `P${i}`);
    const world = house({
      Cole: 'dressings: 50, office: infirmary, skills: {care: none}',
      people: names.map((name) => `${name}: {skills: {care: none}, dressings: 0}`).join('\n  '),
      begin: DAWN,
    });
    for (const name of names) hurt(world, name, 8, 'arm', 'feet');
    live(world, 7 * 3600);
    expect(treated(world)).toHaveLength(7);
  });
});

describe('by night', () => {
  /** Eve, in a fever that turns in the night; Finn is her brother, if he is. */
  function vigil(finn: string): World {
    const world = house({
      people: `Eve: {ties: {${finn}: brother}}\n  Finn: {}\n  Gus: {}`,
      begin: 'summer, d1 20:00',
    });
    hurt(world, 'Eve', 8, 'belly', 'feet');
    happen(world, fevered, {
      actor: who(world, 'Eve'),
      place: where(world, 'mill'),
      region: 'belly',
      ordinal: 0,
      away: false,
    });
    happen(world, tookInHand, { actor: who(world, 'Cole'), target: who(world, 'Eve'), place: where(world, 'mill') });
    world.of(fever).turnsAt.put(who(world, 'Eve'), world.time + 5 * 3600);
    world.of(fever).luck.put(who(world, 'Eve'), 0);
    return live(world, 14 * 3600);
  }

  test('[S16] [T13] somebody to whom they are somebody sits by those who may not see the morning, and is with them to the end', () => {
    const world = vigil('Finn');
    const [sat] = all(world, 'infirmary/sat-by');
    expect(named(world, sat!)).toMatchObject({ actor: 'Finn', target: 'Eve' });
    expect(said(world, sat!)).toBe('Finn sat up with Eve.');
    const [end, ...more] = all(world, 'infirmary/closed-eyes');
    expect(more).toEqual([]);
    expect(end!.because.map(({ id }) => id)).toEqual([all(world, 'wounds/died')[0]!.id, sat!.id]);
    expect(all(world, 'infirmary/found-dead')).toEqual([]);
  });

  test('[S16] whoever dies alone is found in the morning', () => {
    const world = house({ people: 'Eve: {}\n  Finn: {}', begin: 'summer, d1 22:00' });
    hurt(world, 'Eve', 8, 'belly', 'feet');
    happen(world, tookInHand, { actor: who(world, 'Cole'), target: who(world, 'Eve'), place: where(world, 'mill') });
    const death = happen(world, died, {
      actor: who(world, 'Eve'),
      place: where(world, 'mill'),
      group: band(world, 'mill folk'),
      of: 'fever',
    });
    live(world, 12 * 3600);
    const [found] = all(world, 'infirmary/found-dead');
    expect(found!.because.map(({ id }) => id)).toEqual([death]);
    expect(Math.floor(found!.time / 3600) % 24).toBeGreaterThanOrEqual(6);
    expect(said(world, found!)).toBe('Cole found Eve dead in bed.');
  });
});

describe('what is odd about beds', () => {
  test('is said: more who lie there than beds, and beds that stand nowhere', () => {
    const remarks = (changes: MillChanges): string[] => {
      const { setup } = readScenario(millText(changes), { file: 'test.yaml', parts: ruleset.sections });
      return checkSetup(ruleset, setup!).map(({ code, message }) => `${code}: ${message}`);
    };
    const asleep = 'Eve: {at: sick room, asleep: true}\n  Finn: {at: sick room, asleep: true}';
    const ward = (beds: number): MillChanges => ({
      ...HOUSE,
      people: asleep,
      folk: `infirmary: sick room, beds: ${beds}`,
    });
    expect(remarks(ward(1))).toContain('beds-taken: 2 people lie in sick room as it begins, and there is one bed.');
    // Whoever is said to be nowhere else lies where their group does.
    const unplaced = 'Eve: {asleep: true}\n  Finn: {asleep: true}';
    const there = { ...ward(1), people: unplaced, folk: 'infirmary: sick room, beds: 1, at: sick room' };
    expect(remarks(there)).toContain('beds-taken: 2 people lie in sick room as it begins, and there is one bed.');
    expect(remarks(ward(2)).filter((each) => each.startsWith('beds'))).toEqual([]);
    expect(remarks({ band: 'beds: 3' })).toContain(
      'no-ward: the band has neither an infirmary nor a home for 3 beds to stand in.',
    );
  });
});
