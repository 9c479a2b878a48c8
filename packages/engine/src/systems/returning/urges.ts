/** What speaks in somebody of a beaten band for going back, and what against it. */
import { claim, claimsOf, sourcesOf } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { dayFor, outfit } from '../bands/state.ts';
import { TEMPERS } from '../bodies/system.ts';
import { dreadOf, dreadedBy } from '../dread/state.ts';
import { campaign } from '../engagement/state.ts';
import { feltBy, heart, strengthOf } from '../feelings/state.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { bond } from '../past/state.ts';
import { DAY } from '../region/state.ts';
import { KINDS_OF_WORDS, hasSaid } from '../voice/state.ts';
import { vitals } from '../wounds/state.ts';
import type { Matter } from './events.ts';
import { vow } from './state.ts';

/** How much each speaks for it: the gravest grudge; to have sworn it aloud; resentment; need, and each day without food, up to so much. [d] */
const GRUDGE = 0.5;
const OATH = 0.25;
const ANGER = 0.3;
const NEED = 0.2;
const HUNGRY_DAY = 0.05;
const HUNGRIEST = 0.2;
/** What somebody of a temper brings along. [d] */
const TEMPER: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  rash: 0.1,
  proud: 0.1,
  bitter: 0.1,
  loyal: 0.05,
  cold: 0,
  wary: -0.1,
  gentle: -0.15,
  timid: -0.2,
};
/** How much each speaks against it: the share of them that was lost; dread; a wound that is open still; each day since, up to so much; to have enough. [d] */
const LOSSES = 0.6;
const DREAD = 0.5;
const WOUNDED = 0.2;
const A_DAY = 0.006;
const LONGEST = 0.5;
const PLENTY = 0.15;
/** Days of enough food from which on people have something to lose. [d] */
const PLENTY_DAYS = 14;
/** A motive that weighs less is none. */
const LEAST = 0.03;

/** What weighs with somebody: how much, above 0 for going back, and the events that it comes from. */
export interface Motive {
  readonly over: Matter;
  readonly weight: number;
  readonly by: readonly number[];
}

/** Everything that weighs with somebody, the weightiest first. Tracked. */
export function motivesOf(world: World, of: number, who: number, people: readonly number[]): Motive[] {
  const rows = world.of(vow);
  const out = world.of(outfit);
  const counted = rows.counted.at(of);
  const since = (world.time - world.chronicle.time(rows.after.raw[of])) / DAY;
  const short = out.short.at(of) === 1;
  const hunger = Math.min(HUNGRIEST, HUNGRY_DAY * out.hunger.raw[of]);
  const lost = 1 - people.length / Math.max(1, peopleIn(world, of).length);
  const days = out.food.raw[of] / dayFor(Math.max(1, people.length));
  const { worst, open } = world.of(vitals);
  const all: Motive[] = [
    grudgeOf(world, who, rows.whom.raw[of] - 1),
    oathOf(world, who, people),
    { over: 'anger', weight: ANGER * strengthOf(world, who, 'resentment'), by: feltBy(world, who, 'resentment') },
    { over: 'hunger', weight: short ? NEED + hunger : 0, by: [out.shortBy.raw[of]] },
    { over: 'temper', weight: temperOf(world, who), by: [] },
    { over: 'losses', weight: -LOSSES * lost, by: [counted] },
    { over: 'dread', weight: -DREAD * dreadOf(world, who), by: dreadedBy(world, who) },
    { over: 'wounds', weight: open.at(who) > 0 ? -WOUNDED : 0, by: [worst.raw[who]] },
    { over: 'time', weight: -Math.min(LONGEST, A_DAY * since), by: [world.of(campaign).endedBy.raw[of]] },
    { over: 'plenty', weight: !short && days >= PLENTY_DAYS ? -PLENTY : 0, by: [out.by.raw[of]] },
  ];
  return all.filter(({ weight }) => Math.abs(weight) >= LEAST).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

export const sumOf = (motives: readonly Motive[]): number => motives.reduce((sum, { weight }) => sum + weight, 0);

/** The worst that somebody holds against one of those who beat them. */
function grudgeOf(world: World, who: number, whom: number): Motive {
  const rows = world.of(bond);
  let [weight, by] = [0, 0];
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.from.raw[row] !== who || groupOf(world, rows.to.raw[row]) !== whom) continue;
    const held = GRUDGE * rows.grudge.at(row);
    if (held > weight) [weight, by] = [held, rows.by.raw[row]];
  }
  return { over: 'grudge', weight, by: [by] };
}

/** Whether somebody has sworn it before others who are there still, and heard it. */
function oathOf(world: World, who: number, people: readonly number[]): Motive {
  const claims = world.of(claim);
  for (const other of people) {
    for (const row of other === who ? [] : claimsOf(world, other)) {
      if (claims.predicate.raw[row] !== hasSaid.hash || claims.subject.raw[row] !== who) continue;
      for (const said of sourcesOf(world, row)) {
        // What was shouted stands fourth among the words of it.
        const kind = KINDS_OF_WORDS[world.chronicle.word(said, 3)];
        if (kind !== 'vow' && kind !== 'threat') continue;
        claims.polarity.at(row);
        return { over: 'oath', weight: kind === 'vow' ? OATH : OATH / 2, by: [said] };
      }
    }
  }
  return { over: 'oath', weight: 0, by: [] };
}

function temperOf(world: World, who: number): number {
  const bits = world.of(heart).temper.raw[who];
  return TEMPERS.reduce((sum, temper, i) => sum + ((bits & (1 << i)) === 0 ? 0 : (TEMPER[temper] ?? 0)), 0);
}
