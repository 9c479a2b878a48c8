/** Worlds in which orders, reports and plans go ways that few nights show. */
import type { World } from '../src/kernel/world.ts';
import { surrendered } from '../src/systems/captivity/events.ts';
import { ordered } from '../src/systems/orders/giving.ts';
import { setOut } from '../src/systems/places/system.ts';
import { duty } from '../src/systems/orders/state.ts';
import { squadPeople } from '../src/systems/squads/state.ts';
import { alarm, besiegedWithout, falls, isIn, squadIn, squadRow, takesToBe } from './fort.fixture.ts';
import { all, band, happen, live, where, who } from './night.fixture.ts';

export function commandPlayed(): World[] {
  return [movedOn(), bearerTaken(), signTakenUp(), backToTheirPosts()];
}

/** The axes were sent to the east field; Rook has word for them there. */
function wordForTheAxes(prepare: (world: World) => void = () => {}): World {
  const world = besiegedWithout('fort folk');
  const tell = (task: 'cover' | 'hold', goal: string): number => {
    const group = band(world, 'the band');
    const to = { actor: who(world, 'Rook'), group, squad: squadRow(world, 'the axes') };
    return happen(world, ordered, { ...to, task, goal: where(world, goal) });
  };
  tell('cover', 'east field');
  live(world, 5);
  squadIn(world, 'the axes', 'east field');
  prepare(world);
  tell('hold', 'copse');
  return world;
}

/** They have moved on, and somebody there can say where to. */
function movedOn(): World {
  const world = wordForTheAxes((before) => {
    isIn(before, 'the band 6', 'east field');
    live(before, 1);
    const [goal, place] = [where(before, 'west field'), where(before, 'east field')];
    for (const actor of squadPeople(before, squadRow(before, 'the axes'))) {
      happen(before, setOut, { actor, place, goal, pace: 'running' });
      before.of(duty).place.put(actor, goal + 1);
    }
    squadIn(before, 'the axes', 'west field');
  });
  return live(world, 400);
}

/** Whoever carries the word gives up on the way. */
function bearerTaken(): World {
  const world = wordForTheAxes();
  const [sent] = all(world, 'orders/sent');
  const actor = sent.roles['target'];
  happen(world, surrendered, { actor, place: where(world, 'camp'), group: band(world, 'the band') });
  return live(world, 10);
}

/** Whoever was to give the sign falls, and one of those in hiding knows it. */
function signTakenUp(): World {
  const world = besiegedWithout('the band', {
    more: 'contingencies:\n  the trap: { who: [Enno], hidden: hall, told by: Hild, when: the band seen in court }',
  });
  falls(world, 'Hild', ['Enno']);
  return live(world, 10);
}

/** The reserve goes against somebody who was never there, and back. */
function backToTheirPosts(): World {
  const world = besiegedWithout('the band');
  alarm(world, 'Hild');
  live(world, 12);
  takesToBe(world, 'Hild', ['Mord'], 'court');
  return live(world, 180);
}
