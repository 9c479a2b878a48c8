/** Worlds in which a beaten band makes up its mind in every way, and comes back. */
import type { World } from '../src/kernel/world.ts';
import { outfit } from '../src/systems/bands/state.ts';
import { body } from '../src/systems/bodies/state.ts';
import { cache, cacheRow } from '../src/systems/region/state.ts';
import {
  ENDS,
  MATTERS,
  OUTCOMES,
  argued,
  ended,
  foundRounds,
  joined,
  parted,
  setAbout,
} from '../src/systems/returning/events.ts';
import { turnTo } from '../src/systems/returning/state.ts';
import { turned } from '../src/systems/returning/turning.ts';
import { band, happen, live, where, who } from './night.fixture.ts';
import { GRUDGE, beaten, daysAfter } from './returning.fixture.ts';

const DAY = 86_400;
const WELL =
  'contingencies: {the hall: {who: [Arne, Enno], hidden: hall, when: the band seen in court, told by: Hild}}';

export function returningPlayed(): World[] {
  return [
    daysAfter(20, { Rook: GRUDGE, hidden: 'hall', more: WELL }),
    live(beaten({ left: ['Mord'] }), DAY / 4),
    talks(),
  ];
}

/** Everything that can be settled, over everything that can weigh with them; and all that they see to. */
function talks(): World {
  const world = daysAfter(1);
  const [of, target] = [band(world, 'the band'), band(world, 'fort folk')];
  const site = world.of(outfit).site.raw[of];
  const roles = { actor: who(world, 'Rook'), other: who(world, 'Mord'), group: of, target, site };
  for (const outcome of OUTCOMES) {
    for (const over of MATTERS) {
      for (const [inFavour, still] of [
        [9, false],
        [1, false],
        [1, true],
      ] as const)
        happen(world, argued, { ...roles, outcome, over, inFavour, against: 4, still });
    }
  }
  for (const what of ['recovering', 'recruiting', 'arming', 'scouting', 'planning'] as const)
    happen(world, setAbout, { ...roles, what, have: 4, need: 6 });
  world.of(cache).amount.put(cacheRow(site, 'rounds'), 8);
  happen(world, foundRounds, { actor: roles.actor, group: of, site, rounds: 8 });
  const back = { actor: who(world, 'Sely'), group: of, site };
  happen(world, parted, back);
  happen(world, joined, { ...back, target: roles.actor, from: of, people: 1, food: 0 });
  const edda = who(world, 'Edda');
  world.of(body).awake.put(edda, 1);
  happen(world, turned, { actor: edda, target: who(world, 'Tova'), group: of, place: where(world, 'east walk') });
  for (const how of ENDS) {
    turnTo(world, of, 'vowed', 0);
    happen(world, ended, { ...roles, how });
  }
  return world;
}
