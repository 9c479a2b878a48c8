/** Warmth: cold spells, fires and the wood for them, and what the cold does to people. */
import { begin, peopleOf } from '../../kernel/cast.ts';
import { purpose } from '../../kernel/chance.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { wearies as tires } from '../bodies/sleep.ts';
import { peopleBodies } from '../bodies/system.ts';
import { burns } from '../needs/metabolism.ts';
import { saps as leaves } from '../needs/vigour.ts';
import { ground } from '../places/state.ts';
import { hampers } from '../places/system.ts';
import { seatOf } from '../rations/seat.ts';
import { DAY, larder, placesOf } from '../rations/state.ts';
import { lackings } from '../stores/lacking.ts';
import { lastings } from '../stores/lasting.ts';
import { storesSection } from '../stores/left.ts';
import { tasks } from '../work/tasks.ts';
import { firesSection, oddFires } from './check.ts';
import { brokeUp, chilled, cut, drewIn, froze, lit, ranOut, setFires, turned, warmed } from './events.ts';
import { cold, fires } from './facts.ts';
import { felling, fell, layStands, placeWood } from './felling.ts';
import { lacksWood } from './lacking.ts';
import { COVERS, lightFires, settleFires } from './keeping.ts';
import { coldness, chill, hearth, stand } from './state.ts';
import { saps, shivers, slows, suffer, wearies } from './suffering.ts';
import { spellAtFirst, turnWeather } from './weather.ts';
import { woodLasts } from './wood.ts';
import { words } from './words.ts';

/** Grams of wood in the furniture of a roofed place. [d] */
const FURNITURE = 120_000;
/** Ages below and above which somebody stands cold badly, and what it costs them, as a multiple. [d] */
const YOUNG = 8;
const OLD = 62;
const FRAIL = 1.5;
/** Age where none is given. */
const GROWN = 30;
/** Degree-hours of cold that kill those who stand it worst, and by how much that differs. [d] */
const DEAD_AT = 280;
const DIFFERS = 90;
const P_HARDY = purpose('warmth/hardy');

export const warmth = defineSystem({
  id: 'warmth',
  after: ['defence', 'needs', 'rations', 'repairs', 'stores', 'work'],
  tables: [coldness, hearth, stand, chill],
  events: {
    'drew-in': drewIn,
    turned,
    'set-fires': setFires,
    lit,
    'ran-out': ranOut,
    'broke-up': brokeUp,
    cut,
    chilled,
    froze,
    warmed,
  },
  facts: [cold, fires],
  words,
  rules: [turnWeather, settleFires, fell, lightFires, suffer],
  fills: [
    fill(burns, shivers),
    fill(tires, wearies),
    fill(leaves, saps),
    fill(hampers, slows),
    fill(lastings, woodLasts),
    fill(tasks, felling),
    fill(lackings, lacksWood),
  ],
  scenario: [firesSection, placeWood],
  check: oddFires,
  build: (world, setup) => {
    world.of(coldness).add();
    world.of(coldness).spell.put(0, spellAtFirst(setup.whole(begin)!.weather));
    layStands(world, setup);
    for (let of = 0; of < world.of(group).count; of++) layHearth(world, of);
    const described = setup.entries(peopleBodies);
    peopleOf(setup).forEach((each, who) => {
      const age = described.get(each.key)?.age ?? GROWN;
      world.of(chill).frail.put(who, age < YOUNG || age > OLD ? FRAIL : 1);
      const hardy = world.chance.uniform(P_HARDY, world.nameLo(person, who), 0, 0);
      world.of(chill).deadAt.put(who, DEAD_AT + DIFFERS * hardy);
    });
  },
  start: (world, setup) => {
    if (world.of(coldness).told.raw[0] === 1) world.propose(drewIn, { season: setup.whole(begin)!.season });
  },
});

/** A group has a hearth where the scenario tells of its firewood, be it none. */
function layHearth(world: World, of: number): void {
  const { setup } = world.recipe;
  const held = [...(setup.whole(storesSection) ?? [])];
  const isTold = held.some(
    ([key, goods]) => goods.has('firewood') && world.of(larder).of.raw[world.cast.mustRow(place, key)] === of + 1,
  );
  if (!isTold) return;
  const rows = world.of(hearth);
  rows.seat.put(of, seatOf(world, of) + 1);
  const cover = setup.whole(firesSection)?.get(world.keyOf(group, of))?.cover ?? COVERS;
  rows.days.put(of, Math.ceil(cover / DAY));
  const roofed = placesOf(world, of).filter((at) => world.of(ground).roofed.raw[at] === 1);
  rows.furniture.put(of, roofed.length * FURNITURE);
  world.of(coldness).told.put(0, 1);
}
