import { describe, expect, test } from 'vitest';
import {
  besiegedWithout,
  falls,
  fort,
  fortText,
  goalOf,
  squadIn,
  squadRow,
  taskOf,
  tell,
} from '../../../test/fort.fixture.ts';
import { mill } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, setupFrom, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import { person } from '../../kernel/tables.ts';
import { writersOf } from '../../kernel/trace.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { hasBroken } from '../resolve/state.ts';
import { broke } from '../resolve/system.ts';
import { shaken } from './system.ts';
import { squad, squadOf, squadPeople, squadsIn } from './state.ts';

const people = (world: World, name: string): string[] =>
  squadPeople(world, squadRow(world, name)).map((each) => world.keyOf(person, each));
const leads = (world: World, name: string): string =>
  world.keyOf(person, world.of(squad).leader.raw[squadRow(world, name)] - 1);

describe('squads', () => {
  test('[S3] are as the scenario has them: leader, people, extras, post and reserve', () => {
    const world = fort();
    expect(people(world, 'the east watch')).toEqual(['Edda', 'Enno']);
    expect(people(world, 'the rifles')).toHaveLength(4);
    expect(leads(world, 'the rifles')).toBe('Tova');
    expect(world.of(squad).reserve.raw[squadRow(world, 'the reserve')]).toBe(1);
    expect(world.of(position).at.raw[who(world, 'Enno')]).toBe(where(world, 'east walk'));
    expect(squadOf(world, who(world, 'Hild'))).toBe(squadRow(world, "Hild's people"));
  });

  test('are made where the scenario has none: whoever leads the group leads the first', () => {
    const world = mill({ band: 'extras: 12' });
    const squads = squadsIn(world, band(world, 'the band'));
    expect(squads).toHaveLength(2);
    expect(leads(world, "Bram's people")).toBe('Bram');
    expect(leads(world, "Dirk's people")).toBe('Dirk');
    expect(squads.flatMap((each) => squadPeople(world, each))).toHaveLength(14);
  });

  test('have nobody twice, and nobody of another group', () => {
    const wrong = (line: string): string => {
      try {
        setupFrom(fortText({ squads: `\n  one: { leader: Edda, people: [Enno] }\n  two: ${line}` }));
        return '';
      } catch (error) {
        return String(error);
      }
    };
    expect(wrong('{ leader: Wanda, people: [Enno] }')).toMatch(/Enno belongs to one already/);
    expect(wrong('{ leader: Wanda, people: [Mord] }')).toMatch(/Mord belongs to the band/);
    expect(wrong('{ leader: Wanda, people: [Wolf] }')).toBe('');
  });
});

describe('when the leader of a squad falls', () => {
  test('[S3] one who knows of it takes over, and nobody does who does not know', () => {
    const unknowing = besiegedWithout('the band');
    falls(unknowing, 'Edda', []);
    live(unknowing, 20);
    expect(leads(unknowing, 'the east watch')).toBe('Edda');
    const world = besiegedWithout('the band');
    const fall = falls(world, 'Edda', ['Enno']);
    live(world, 20);
    expect(leads(world, 'the east watch')).toBe('Enno');
    const [took] = all(world, 'squads/took-over');
    expect(took.because.map((cause) => cause.id)).toEqual([fall]);
    expect(said(world, took)).toBe('Enno took over the east watch from Edda.');
  });

  test('[S3] whoever has most nerve does, of those who know', () => {
    const world = besiegedWithout('fort folk');
    const [first, second, third] = people(world, 'the axes').filter((name) => name !== 'Mord');
    world.of(body).nerve.put(who(world, second), 0.99);
    falls(world, 'Mord', [first, third]);
    live(world, 10);
    expect(leads(world, 'the axes')).not.toBe(second);
    const other = besiegedWithout('fort folk');
    other.of(body).nerve.put(who(other, second), 0.99);
    falls(other, 'Mord', [first, second, third]);
    live(other, 10);
    expect(leads(other, 'the axes')).toBe(second);
  });

  test('[S3] so it is when the leader runs, and the claim alone unseats nobody', () => {
    const world = besiegedWithout('the band');
    const actor = who(world, 'Edda');
    const place = where(world, 'east walk');
    const source = all(world, 'engagement/opened')[0].id;
    believe(world, who(world, 'Enno'), hasBroken, actor, { place, confidence: 1, source });
    live(world, 10);
    expect(leads(world, 'the east watch')).toBe('Edda');
    happen(world, broke, { actor, place, group: band(world, 'fort folk') });
    live(world, 10);
    expect(leads(world, 'the east watch')).toBe('Enno');
  });
});

describe('a squad that loses people', () => {
  const loseTwo = (world: World): void => {
    const others = people(world, 'the axes').filter((name) => name !== 'Mord');
    for (const name of others.slice(0, 3)) falls(world, name, ['Mord']);
  };

  test('[S3] is shaken by those losses alone that its leader knows of, each once', () => {
    const world = besiegedWithout('fort folk');
    const [first, second] = people(world, 'the axes').filter((name) => name !== 'Mord');
    falls(world, first, ['Mord']);
    falls(world, second, []);
    live(world, 30);
    expect(all(world, 'squads/shaken').map((event) => named(world, event)['target'])).toEqual([first]);
  });

  test('[S3] wavers and gives ground, for the losses that it states', () => {
    const world = besiegedWithout('fort folk');
    squadIn(world, 'the axes', 'east field');
    tell(world, 'the axes', 'storm', 'east walk');
    live(world, 40);
    loseTwo(world);
    live(world, 15);
    const [wavered] = all(world, 'squads/wavered');
    const shaken = all(world, 'squads/shaken').map((event) => event.id);
    expect(wavered.because.map((cause) => cause.id).sort()).toEqual(shaken.sort());
    expect([taskOf(world, 'Mord'), goalOf(world, 'Mord')]).toEqual(['fall back', where(world, 'camp')]);
  });

  test('[S3] comes back to what the commander told it last once it has steadied, unless it has been told something else', () => {
    for (const later of [false, true]) {
      const world = besiegedWithout('fort folk');
      tell(world, 'the axes', 'storm', 'east field');
      live(world, 5);
      loseTwo(world);
      live(world, 15);
      expect(taskOf(world, 'Mord')).toBe('fall back');
      if (later) tell(world, 'the axes', 'hold', 'copse');
      live(world, 5);
      world.of(squad).shock.fade(squadRow(world, 'the axes'), 0, 0.02);
      live(world, 10);
      const [steadied] = all(world, 'squads/steadied');
      expect(steadied.because.map((cause) => cause.id)).toEqual([all(world, 'squads/wavered')[0].id]);
      expect(taskOf(world, 'Mord')).toBe(later ? 'hold' : 'storm');
    }
  });

  test('[S4] that is on its way home stays on it', () => {
    const world = besiegedWithout('fort folk');
    tell(world, 'the axes', 'leave', 'camp');
    squadIn(world, 'the axes', 'east field');
    live(world, 4);
    loseTwo(world);
    live(world, 15);
    expect(all(world, 'squads/wavered')).toHaveLength(1);
    expect(taskOf(world, 'Mord')).toBe('leave');
  });
});

test('what shakes a squad that wavers already is why its people go on giving ground; one that stands it does not', () => {
  const after = (wavers: 0 | 1): boolean[] => {
    const world = besiegedWithout('fort folk', {}, { trace: true });
    const row = squadRow(world, 'the axes');
    world.of(squad).wavers.put(row, wavers);
    const [leader, ...others] = squadPeople(world, row);
    const id = happen(world, shaken, { actor: leader, target: others[0], squad: row });
    return squadPeople(world, row).map((each) => writersOf(world, world.of(duty).task, each).includes(id));
  };
  expect(new Set(after(1))).toEqual(new Set([true]));
  expect(new Set(after(0))).toEqual(new Set([false]));
});
