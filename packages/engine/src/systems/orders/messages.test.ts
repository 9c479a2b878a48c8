import { describe, expect, test } from 'vitest';
import {
  alarm,
  besiegedWithout,
  falls,
  goalOf,
  holds,
  isIn,
  squadIn,
  squadRow,
  taskOf,
  wall,
  tell,
} from '../../../test/fort.fixture.ts';
import type { FortChanges } from '../../../test/fort.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { claimsOf, findClaim } from '../../kernel/beliefs.ts';
import type { LivingOptions } from '../../kernel/create.ts';
import type { FieldsOf } from '../../kernel/events.ts';
import { person } from '../../kernel/tables.ts';
import { writersOf } from '../../kernel/trace.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { isBreached } from '../barriers/state.ts';
import { position } from '../places/state.ts';
import { setOut } from '../places/system.ts';
import { isAt, notice } from '../sight/state.ts';
import { squad, squadPeople } from '../squads/state.ts';
import { gaveUp } from '../will/events.ts';
import { ordered } from './giving.ts';
import { sent } from './messages.ts';
import { TASKS, contingency, duty } from './state.ts';
import type { Task } from './state.ts';

/** The axes are far off in the east field, where they were sent; Rook has only his own by him. */
function farOff(changes: FortChanges = {}, options: LivingOptions = {}): World {
  const world = besiegedWithout('fort folk', changes, options);
  tell(world, 'the axes', 'cover', 'east field');
  live(world, 5);
  squadIn(world, 'the axes', 'east field');
  for (const name of ['the eyes', 'the rifles']) squadIn(world, name, 'west field');
  return world;
}
const runnerOf = (world: World, event: { roles: Readonly<Record<string, number>> }): string =>
  world.keyOf(person, event.roles['target']);

describe('an order to those out of hearing', () => {
  test('[S2] is carried by somebody who is at hand, takes as long as the way, and is handed over', () => {
    const world = farOff();
    const order = tell(world, 'the axes', 'breach', 'east walk');
    const [sent] = all(world, 'orders/sent');
    expect(sent.because.map((cause) => cause.id)).toEqual([order]);
    expect(runnerOf(world, sent)).toMatch(/./);
    expect(taskOf(world, runnerOf(world, sent))).toBe('carry word');
    live(world, 20);
    expect(taskOf(world, 'Mord')).toBe('cover');
    live(world, 260);
    const [handed] = all(world, 'orders/handed-over');
    expect(handed.because.map((cause) => cause.id)).toEqual([sent.id]);
    expect(taskOf(world, 'Mord')).toBe('breach');
    // Whoever carried it goes back to their own.
    expect(taskOf(world, runnerOf(world, sent))).not.toBe('carry word');
  });

  test('keeps its bearer from carrying another: that the others go on as they did rests on it', () => {
    const world = farOff({}, { trace: true });
    tell(world, 'the axes', 'breach', 'east walk');
    const [first] = all(world, 'orders/sent');
    const rifles = squadRow(world, 'the rifles');
    const fields = { ...first.roles, squad: rifles, task: 'storm', about: first.data['about'] } as FieldsOf<
      typeof sent
    >;
    expect(happen(world, sent, fields)).toBe(0);
    const { task } = world.of(duty);
    for (const one of squadPeople(world, rifles)) expect(writersOf(world, task, one)).toContain(first.id);
  });

  test('[S2] is lost with its bearer', () => {
    const world = farOff();
    tell(world, 'the axes', 'breach', 'east walk');
    const [sent] = all(world, 'orders/sent');
    live(world, 20);
    const fall = falls(world, runnerOf(world, sent), []);
    live(world, 260);
    const [lost] = all(world, 'orders/lost');
    expect(lost.data['why']).toBe('fell');
    expect(lost.because.map((cause) => cause.id)).toEqual([fall]);
    expect(taskOf(world, 'Mord')).toBe('cover');
  });

  test('[S2] follows those who have moved on where somebody can tell where to, and is lost where nobody can', () => {
    for (const stays of [true, false]) {
      const world = farOff();
      const [goal, place] = [where(world, 'west field'), where(world, 'east field')];
      if (stays) isIn(world, 'the band 6', 'east field');
      live(world, 1);
      for (const actor of squadPeople(world, squadRow(world, 'the axes'))) {
        happen(world, setOut, { actor, place, goal, pace: 'running' });
        world.of(duty).place.put(actor, goal + 1);
      }
      squadIn(world, 'the axes', 'west field');
      tell(world, 'the axes', 'hold', 'copse');
      live(world, 400);
      if (stays) {
        const [followed] = all(world, 'orders/followed');
        expect(named(world, followed)).toMatchObject({ target: 'the band 6', goal: 'west field' });
        expect(said(world, followed)).toMatch(/followed the axes from the east field to the west field\.$/);
      } else {
        expect(all(world, 'orders/followed')).toHaveLength(0);
        expect(all(world, 'orders/lost').map((event) => event.data['why'])).toEqual(['found nobody']);
      }
    }
  });

  test('[S2] is not sent to those whom the commander takes to have fallen', () => {
    const world = farOff();
    for (const each of squadPeople(world, squadRow(world, 'the axes'))) {
      falls(world, world.keyOf(person, each), ['Rook']);
    }
    tell(world, 'the axes', 'breach', 'east walk');
    expect(all(world, 'orders/sent')).toHaveLength(0);
    const unknowing = farOff();
    for (const each of squadPeople(unknowing, squadRow(unknowing, 'the axes'))) {
      falls(unknowing, unknowing.keyOf(person, each), []);
    }
    tell(unknowing, 'the axes', 'breach', 'east walk');
    expect(all(unknowing, 'orders/sent')).toHaveLength(1);
  });

  test('[S2] does not undo a later one that came before it', () => {
    const world = farOff();
    tell(world, 'the axes', 'breach', 'east walk');
    live(world, 10);
    isIn(world, 'Rook', 'east field');
    tell(world, 'the axes', 'hold', 'east field');
    live(world, 8);
    expect(taskOf(world, 'Mord')).toBe('hold');
    live(world, 260);
    expect(all(world, 'orders/handed-over')).toHaveLength(1);
    expect(taskOf(world, 'Mord')).toBe('hold');
  });

  test('[S2] that the leader has missed, others of the squad tell the leader', () => {
    const world = besiegedWithout('fort folk');
    squadIn(world, 'the axes', 'copse');
    isIn(world, 'Mord', 'well');
    isIn(world, 'Rook', 'copse');
    tell(world, 'the axes', 'hold', 'copse');
    live(world, 10);
    expect([taskOf(world, 'Mord'), all(world, 'orders/received').length > 0]).toEqual(['none', true]);
    isIn(world, 'Mord', 'copse');
    live(world, 60);
    expect(taskOf(world, 'Mord')).toBe('hold');
    for (const event of all(world, 'orders/repeated')) expect(named(world, event)['actor']).not.toBe('Mord');
  });
});

describe('a report', () => {
  test('[S2] is called over by those who are known of, and sent with somebody by those who are not', () => {
    const world = farOff();
    holds(world, 'Mord', isBreached, wall(world, 'the east wall'), 'east walk');
    live(world, 15);
    const [word] = all(world, 'orders/sent-word');
    expect(named(world, word)).toMatchObject({ actor: 'Mord', squad: 'the axes' });
    expect(all(world, 'orders/reported')).toHaveLength(0);
    live(world, 260);
    expect(all(world, 'orders/brought-word').map((event) => named(world, event)['squad'])).toContain('the axes');
    expect(findClaim(world, who(world, 'Rook'), isBreached, 0)).toBeGreaterThanOrEqual(0);
  });

  test('[S1] of scouts comes sooner and of less; who has seen nothing comes back', () => {
    for (const seen of [true, false]) {
      const world = besiegedWithout('fort folk');
      squadIn(world, 'the east watch', 'hall');
      tell(world, 'the eyes', 'scout', 'east field');
      live(world, 5);
      squadIn(world, 'the eyes', 'east field');
      if (seen) holds(world, 'Sely', isAt, who(world, 'Edda'), 'east walk');
      live(world, 100);
      expect(all(world, 'orders/sent-word')).toHaveLength(seen ? 1 : 0);
      live(world, 120);
      expect(all(world, 'orders/looked-enough')).toHaveLength(1);
      expect([taskOf(world, 'Sely'), goalOf(world, 'Sely')]).toEqual(['creep up', where(world, 'camp')]);
    }
  });

  test('[S2] tells what is believed, be it true or not', () => {
    const world = farOff();
    alarm(world, 'Mord');
    isIn(world, 'Rook', 'east field');
    for (const name of ['Edda', 'Enno', 'Wolf']) holds(world, 'Mord', isAt, who(world, name), 'copse');
    live(world, 12);
    expect(all(world, 'orders/reported').length).toBeGreaterThan(0);
    const told = claimsOf(world, who(world, 'Rook')).length;
    expect(told).toBe(3);
  });
});

describe('those who lie in wait', () => {
  const TRAP: FortChanges = {
    more: `contingencies:
  the trap: { who: [Enno], hidden: hall, told by: Hild, when: the band seen in court, unless: the band seen in hall, after: 4s }`,
  };
  const tellEast = (world: World, task: Task, goal: string): number =>
    happen(world, ordered, {
      actor: who(world, 'Hild'),
      group: band(world, 'fort folk'),
      squad: -1,
      task,
      goal: where(world, goal),
    });
  const see = (world: World, place: string): void => {
    holds(world, 'Hild', isAt, who(world, 'Rook'), place);
    live(world, 25);
  };

  test('[S2] take no orders until it has sprung, and then as everybody does', () => {
    const world = besiegedWithout('the band', TRAP);
    tellEast(world, 'hold', 'court');
    live(world, 10);
    expect(taskOf(world, 'Enno')).toBe('none');
    see(world, 'court');
    expect(taskOf(world, 'Enno')).toBe('ambush');
    tellEast(world, 'fall back', 'hall');
    live(world, 30);
    expect(taskOf(world, 'Enno')).toBe('fall back');
  });

  test('[S2] stay hidden where it was called off, and come out when they are sent elsewhere', () => {
    const world = besiegedWithout('the band', TRAP);
    holds(world, 'Hild', isAt, who(world, 'Mord'), 'hall');
    see(world, 'court');
    expect(all(world, 'orders/called-off')).toHaveLength(1);
    expect(world.of(notice).hidden.raw[who(world, 'Enno')]).toBe(1);
    isIn(world, 'Edda', 'hall');
    isIn(world, 'Hild', 'hall');
    tellEast(world, 'counterattack', 'court');
    live(world, 30);
    expect([taskOf(world, 'Enno'), world.of(notice).hidden.raw[who(world, 'Enno')]]).toEqual(['counterattack', 0]);
  });

  test('[S2] give the sign themselves once they know that whoever was to give it has fallen', () => {
    for (const known of [true, false]) {
      const world = besiegedWithout('the band', TRAP);
      falls(world, 'Hild', known ? ['Enno'] : []);
      live(world, 10);
      const commander = world.of(contingency).commander.raw[world.cast.mustRow(contingency, 'the trap')];
      expect(world.keyOf(person, commander)).toBe(known ? 'Enno' : 'Hild');
    }
  });
});

describe('when the band goes home', () => {
  const giveUp = (world: World): number =>
    happen(world, gaveUp, { actor: who(world, 'Rook'), group: band(world, 'the band'), place: where(world, 'camp') });

  test('[S4] those apart do not know of it while others of their own are about, and understand it when they are gone', () => {
    const world = farOff();
    squadIn(world, 'the rifles', 'east field');
    squadIn(world, 'the axes', 'west field');
    squadIn(world, 'the eyes', 'west field');
    giveUp(world);
    live(world, 12);
    expect(all(world, 'orders/left-alone').map((event) => named(world, event)['actor'])).not.toContain('Mord');
    const gone = besiegedWithout('fort folk');
    squadIn(gone, 'the axes', 'east field');
    for (const name of ["Rook's own", 'the rifles', 'the eyes']) {
      for (const each of squadPeople(gone, squadRow(gone, name))) {
        happen(gone, setOut, { actor: each, place: where(gone, 'camp'), goal: where(gone, 'copse'), pace: 'running' });
        gone.of(position).gone.put(each, 1);
      }
    }
    giveUp(gone);
    live(gone, 15);
    const [alone] = all(gone, 'orders/left-alone');
    expect(named(gone, alone)['actor']).toBe('Mord');
    expect(alone.because.length).toBeGreaterThan(0);
    expect(TASKS[gone.of(squad).task.raw[squadRow(gone, 'the axes')]]).toBe('leave');
  });
});
