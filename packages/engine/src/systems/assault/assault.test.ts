import { describe, expect, test } from 'vitest';
import {
  alarm,
  besiegedWithout,
  falls,
  fort,
  goalOf,
  holds,
  isIn,
  squadIn,
  squadRow,
  stage,
  takesToBe,
  taskOf,
  wall,
} from '../../../test/fort.fixture.ts';
import type { FortChanges } from '../../../test/fort.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { person } from '../../kernel/tables.ts';
import { groupNames } from '../../kernel/cast.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { barrier, isBreached } from '../barriers/state.ts';
import { breached } from '../barriers/events.ts';
import { leaderOf, peopleIn } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { gaveUp } from '../will/events.ts';
import { came, chose, pressedOn, scouted, wentOn } from './events.ts';
import { ASSAULT_STAGES, PARTS, assault, part } from './state.ts';
import type { AssaultStage } from './state.ts';

const of = (world: World): number => band(world, 'the band');
const partOf = (world: World, name: string): string => PARTS[world.of(part).part.raw[squadRow(world, name)]];
const fields = (world: World, at: string) => ({ actor: who(world, 'Rook'), group: of(world), place: where(world, at) });

/** The band stands at the place where it gathers and has been there for a while; nobody of the fort is to be seen. */
function gathered(changes: FortChanges = {}, seed = 1): World {
  const world = besiegedWithout('fort folk', changes, { seed });
  world.of(assault).stage.put(of(world), 1);
  happen(world, came, fields(world, 'camp'));
  live(world, 1);
  for (const each of peopleIn(world, of(world))) isIn(world, world.keyOf(person, each), 'copse');
  return world;
}
/** The band is at a stage of its plan, by the east wall. */
function at(to: AssaultStage, changes: FortChanges = {}, seed = 1): World {
  const world = gathered(changes, seed);
  const axis = wall(world, 'the east wall');
  happen(world, chose, {
    ...fields(world, 'west field'),
    barrier: axis,
    goal: where(world, 'east walk'),
  });
  live(world, 1);
  if (to === 'breaching') happen(world, wentOn, { ...fields(world, 'east walk'), stage: to });
  if (to === 'exploiting') {
    happen(world, breached, { barrier: axis, place: where(world, 'east walk'), how: 'broken' });
    happen(world, wentOn, { ...fields(world, 'east walk'), stage: to });
  }
  return world;
}
const because = (world: World, kind: string): string[] =>
  all(world, kind)
    .at(-1)!
    .because.map(({ id }) => world.ruleset.kinds[world.chronicle.kind(id)].kind.id);

describe('a band that means to take a place', () => {
  test('[S1] gathers out of sight of the walls, and gives each squad its part', () => {
    const world = fort();
    expect(world.of(assault).meet.raw[of(world)] - 1).toBe(where(world, 'copse'));
    expect(partOf(world, 'the eyes')).toBe('scouts');
    expect(partOf(world, "Rook's own")).toBe('reserve');
    expect(['the rifles', 'the axes'].map((name) => partOf(world, name)).sort()).toEqual(['main', 'show']);
  });

  test('[S1] comes when it means to, because it made up its mind before', () => {
    const world = fort();
    live(world, 200);
    expect(because(world, 'assault/came')).toEqual(['assault/planned']);
    expect(taskOf(world, 'Mord')).toBe('creep up');
  });

  test('[S1] scouts once it is together', () => {
    const world = gathered();
    live(world, 40);
    expect(stage(world)).toBe('gathering');
    live(world, 20);
    expect(stage(world)).toBe('scouting');
    expect(taskOf(world, 'Sely')).toBe('scout');
    expect(all(world, 'assault/scouted')[0].because).toHaveLength(1);
  });

  test('[S1] does not scout where it has been found out', () => {
    const world = gathered();
    alarm(world, 'Rook');
    live(world, 10);
    expect(stage(world)).toBe('probing');
    expect(because(world, 'assault/chose')).toContain('sight/alarmed');
  });

  test('[S1] goes on when the scouts have told what they saw, or have come back, or have been gone too long', () => {
    const sentAhead = (): World => {
      const world = gathered();
      happen(world, scouted, fields(world, 'east field'));
      live(world, 5);
      squadIn(world, 'the eyes', 'east field');
      return world;
    };
    const told = sentAhead();
    takesToBe(told, 'Sely', ['Edda', 'Enno'], 'east walk');
    live(told, 240);
    expect(because(told, 'assault/chose')).toContain('orders/brought-word');
    const back = sentAhead();
    live(back, 409);
    expect(all(back, 'orders/looked-enough')).toHaveLength(1);
    expect(because(back, 'assault/chose')).toEqual(['places/reached']);
    const long = sentAhead();
    squadIn(long, 'the eyes', 'well');
    live(long, 400);
    expect(stage(long)).toBe('scouting');
    live(long, 40);
    expect(because(long, 'assault/chose')).toEqual(['assault/scouted']);
  });

  test('[S1] shows itself on one side while it creeps up on the other, and then breaks in', () => {
    const world = at('probing');
    live(world, 10);
    const show = ['the rifles', 'the axes'].find((name) => partOf(world, name) === 'show')!;
    expect(show).toBe('the axes');
    expect([taskOf(world, 'Mord'), goalOf(world, 'Mord')]).toEqual(['cover', where(world, 'west field')]);
    expect([taskOf(world, 'Tova'), goalOf(world, 'Tova')]).toEqual(['creep up', where(world, 'east field')]);
    live(world, 240);
    expect(stage(world)).toBe('breaching');
    expect(because(world, 'assault/went-on')).toEqual(['assault/chose']);
  });

  test('[S1] waits less where it has been found out', () => {
    const world = at('probing');
    alarm(world, 'Rook');
    live(world, 85);
    expect(stage(world)).toBe('breaching');
  });

  test('[S1] goes in when its commander holds the wall to be broken, be it so or not', () => {
    for (const believed of [true, false]) {
      const world = at('breaching');
      squadIn(world, 'the rifles', 'copse');
      if (believed) holds(world, 'Rook', isBreached, wall(world, 'the east wall'), 'east walk');
      else {
        world.of(barrier).breached.put(wall(world, 'the east wall'), 1);
        for (const each of peopleIn(world, of(world))) isIn(world, world.keyOf(person, each), 'well');
      }
      live(world, 20);
      expect(stage(world)).toBe(believed ? 'exploiting' : 'breaching');
    }
  });

  test('[S1] tries another way in where it does not get through', () => {
    const world = at('breaching');
    for (const name of ['the rifles', 'the axes', "Rook's own", 'the eyes']) squadIn(world, name, 'well');
    world.of(assault).since.put(of(world), world.time - 700);
    live(world, 8);
    expect(named(world, all(world, 'assault/chose').at(-1)!)['barrier']).toBe('the west wall');
  });

  test('[S1] presses on from a place that is taken to what it has come for, and not while an enemy is about there', () => {
    const clear = at('exploiting');
    squadIn(clear, "Rook's own", 'east walk');
    live(clear, 20);
    expect(named(clear, all(clear, 'assault/pressed-on')[0])['place']).toBe('court');
    const held = at('exploiting');
    squadIn(held, "Rook's own", 'east walk');
    takesToBe(held, 'Rook', ['Edda'], 'east walk');
    live(held, 20);
    expect(all(held, 'assault/pressed-on')).toHaveLength(0);
  });

  test('[S1] has taken it when it stands in the last place and knows of nobody left', () => {
    const world = at('exploiting');
    for (const goal of ['court', 'hall']) {
      live(world, 1);
      happen(world, pressedOn, fields(world, goal));
    }
    squadIn(world, "Rook's own", 'hall');
    live(world, 130);
    const [taken] = all(world, 'assault/overran');
    expect(said(world, taken)).toBe('The band took the hall.');
    const overrun = ruleset.conditions.find((each) => each.pattern === '{groups} are overrun')!;
    const lost = [...world.recipe.setup.entries(groupNames).keys()].filter(
      (groups) => overrun.truth(world, { groups }) === true,
    );
    expect(lost.map((groups) => overrun.because!(world, { groups }))).toEqual([[taken.id]]);
  });
});

describe('the way in', () => {
  const eastIn = (prepare: (world: World) => void): number => {
    let count = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const world = gathered({}, seed);
      alarm(world, 'Rook');
      prepare(world);
      live(world, 6);
      if (named(world, all(world, 'assault/chose')[0])['barrier'] === 'the east wall') count++;
    }
    return count;
  };

  test('[S1] is the one that seems least held: what is believed decides, and the truth unseen does not', () => {
    const even = eastIn(() => {});
    const believed = eastIn((world) => takesToBe(world, 'Rook', ['Edda', 'Enno', 'Alma', 'Arne', 'Hild'], 'east walk'));
    expect(even).toBeGreaterThan(18);
    expect(even).toBeLessThan(42);
    expect(believed).toBeLessThan(even / 2);
    const unseen = eastIn((world) => {
      // They stand in the court instead of the pit: nobody at the copse can know.
      for (const name of ['Edda', 'Enno', 'Alma', 'Arne', 'Hild']) isIn(world, name, 'hall');
    });
    expect(unseen).toBe(even);
  });

  test('[S1] states the enemies that it was chosen by', () => {
    const world = gathered();
    alarm(world, 'Rook');
    takesToBe(world, 'Rook', ['Edda', 'Enno'], 'east walk');
    live(world, 6);
    expect(because(world, 'assault/chose')).toEqual(['sight/alarmed', 'engagement/opened']);
  });

  test('[S1] is one of those that are taken to stand; that one is broken is another matter', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const world = gathered({}, seed);
      holds(world, 'Rook', isBreached, wall(world, 'the east wall'), 'east walk');
      alarm(world, 'Rook');
      live(world, 6);
      expect(named(world, all(world, 'assault/chose')[0])['barrier']).toBe('the west wall');
    }
  });
});

describe('when its leader gives up', () => {
  const withdrawing = (): World => {
    const world = at('exploiting');
    live(world, 4);
    const [actor, group] = [who(world, 'Rook'), of(world)];
    happen(world, gaveUp, { actor, group, place: world.of(position).at.raw[actor] });
    live(world, 8);
    return world;
  };

  test('[S4] a band withdraws by bounds: one squad covers, the commander’s own stand behind it, the others go', () => {
    const world = withdrawing();
    expect(stage(world)).toBe('withdrawing');
    expect(because(world, 'assault/went-on')).toEqual(['will/gave-up']);
    expect([taskOf(world, 'Mord'), goalOf(world, 'Mord')]).toEqual(['cover', where(world, 'west field')]);
    expect([taskOf(world, 'Rook'), goalOf(world, 'Rook')]).toEqual(['cover', where(world, 'copse')]);
    expect([taskOf(world, 'Tova'), goalOf(world, 'Tova')]).toEqual(['leave', where(world, 'camp')]);
  });

  test('[S4] the rearguard goes next, and the commander’s own last', () => {
    const world = withdrawing();
    live(world, 75);
    const [first] = all(world, 'assault/brought-off');
    expect(named(world, first)['squad']).toBe('the axes');
    expect(taskOf(world, 'Rook')).toBe('cover');
    live(world, 75);
    expect(named(world, all(world, 'assault/brought-off')[1])['squad']).toBe("Rook's own");
    expect(taskOf(world, 'Rook')).toBe('leave');
  });

  test('[S4] it is never the walls from within that are covered', () => {
    const world = at('exploiting');
    live(world, 1);
    happen(world, pressedOn, fields(world, 'hall'));
    live(world, 4);
    happen(world, gaveUp, { actor: who(world, 'Rook'), group: of(world), place: where(world, 'copse') });
    live(world, 8);
    const covering = all(world, 'orders/ordered').filter((event) => event.data['task'] === 'cover');
    for (const event of covering) expect(['west field', 'east field', 'copse']).toContain(named(world, event)['goal']);
  });

  test('[S3] whoever leads after the leader has fallen goes on with the plan', () => {
    const world = at('probing');
    falls(world, 'Rook', ['Mord', 'Tova', 'Sely']);
    live(world, 30);
    expect(world.keyOf(person, leaderOf(world, of(world)))).not.toBe('Rook');
    live(world, 260);
    expect(ASSAULT_STAGES.indexOf(stage(world) as AssaultStage)).toBeGreaterThanOrEqual(
      ASSAULT_STAGES.indexOf('breaching'),
    );
  });
});
