/** Who would steal, and why: hunger against what people have in them and are to each other. Plain reads, but for the last. */
import { peopleOf } from '../../kernel/cast.ts';
import type { World } from '../../kernel/world.ts';
import type { TEMPERS } from '../bodies/system.ts';
import { peopleBodies } from '../bodies/system.ts';
import { groupOf, leaderOf } from '../groups/state.ts';
import { nourishment } from '../needs/state.ts';
import { bond } from '../past/state.ts';
import { kitchen } from '../rations/state.ts';
import { hoard } from './state.ts';

/** What keeps anybody from it, 0..1, and what tempers add. [d] */
const USUAL = 0.55;
const ADDS: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  just: 0.35,
  loyal: 0.3,
  gentle: 0.15,
  timid: 0.1,
  proud: 0.05,
  cold: -0.15,
  rash: -0.15,
  bitter: -0.3,
};
/** What each tie to those they live with adds, and the most of it. [d] */
const TIE = 0.1;
const TIES_AT_MOST = 0.3;
/** What leading them adds: whoever leads is watched, and is who they are by it. [d] */
const LEADS = 0.3;
/** Having been named before all keeps people from doing it again: what is left of the urge. [d] */
const NAMED_LEAVES = 0.3;
/** The chance in a night that somebody does it whom nothing keeps from it and who is weak from hunger; of whoever starves it is more, of those who are merely short of food less. [d] */
const STEALS = 0.12;
const URGE = [0.2, 1, 1.6] as const;
/** Row of the ration from which on people are short of food: half of full. [d] */
const SHORT_FROM = 2;

/** What keeps each from stealing, as their temper and their ties make it. While the world is built. */
export function giveScruples(world: World): void {
  const described = world.recipe.setup.entries(peopleBodies);
  const ties = bondsAtHome(world);
  peopleOf(world.recipe.setup).forEach((each, who) => {
    const temper = (described.get(each.key)?.temper ?? []).reduce((sum, one) => sum + (ADDS[one] ?? 0), USUAL);
    const leads = leaderOf(world, groupOf(world, who)) === who ? LEADS : 0;
    const scruple = temper + leads + Math.min(TIES_AT_MOST, TIE * ties[who]);
    world.of(hoard).scruple.put(who, Math.min(1, Math.max(0, scruple)));
  });
}

/** How many of those they live with each holds something good towards. */
function bondsAtHome(world: World): number[] {
  const rows = world.of(bond);
  const ties: number[] = Array.from({ length: world.of(hoard).count }, () => 0);
  for (let row = 0; row < rows.count; row++) {
    const [from, to] = [rows.from.raw[row], rows.to.raw[row]];
    if (rows.isLive(row) && rows.grudge.raw[row] === 0 && groupOf(world, from) === groupOf(world, to)) ties[from]++;
  }
  return ties;
}

/** The chance that somebody steals this night; 0 for those who have enough, or something hidden still. */
export function chanceToSteal(world: World, who: number): number {
  const { level, hungry } = world.of(nourishment);
  const { ration, out } = world.of(kitchen);
  const rows = world.of(hoard);
  const of = groupOf(world, who);
  const short = ration.raw[of] >= SHORT_FROM || out.raw[of] === 1 || hungry.raw[who] === 1;
  if (rows.grams.raw[who] > 0 || (level.raw[who] === 0 && !short)) return 0;
  const left = 1 - rows.scruple.raw[who];
  return STEALS * URGE[level.raw[who]] * left * left * (rows.times.raw[who] > 0 ? NAMED_LEAVES : 1);
}

/** The events of which somebody is hungry: what they are given, that they have gone without, what it has come to. Tracked. */
export function hungerOf(world: World, who: number): number[] {
  const { level, levelBy, hungry, hungryBy, shortBy } = world.of(nourishment);
  const { setBy, ration } = world.of(kitchen);
  const of = groupOf(world, who);
  const fed = ration.at(of) > 0 ? setBy.raw[of] : shortBy.at(who);
  const found = [level.at(who) > 0 ? levelBy.raw[who] : 0, hungry.at(who) === 1 ? hungryBy.raw[who] : 0, fed];
  return [...new Set(found)].filter((id) => id !== 0);
}
