/** In the afternoon whoever leads may go among their people, where they see that these are afraid. */
import { purpose } from '../../kernel/chance.ts';
import { jointly } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { TEMPERS } from '../bodies/system.ts';
import { dreadOf, fear } from '../dread/state.ts';
import { campaign } from '../engagement/state.ts';
import { heart } from '../feelings/state.ts';
import { leaderOf, side } from '../groups/state.ts';
import { fitOf } from '../infirmary/patients.ts';
import { position } from '../places/state.ts';
import { roster } from '../routine/state.ts';
import { hides, wentAmong } from './events.ts';
import { audienceOf, mask, strainOf } from './state.ts';

/** The hour at which it is done: when the work of the day is nearly over, and the night before people. [d] */
const GOES_AT = 16;
/** The chance to go when all who are there show fear, and one more for each part of them that does. [d] */
const GOES = 1.6;
/** From which share of people who show it on somebody is moved to. [d] */
const SEEN_FROM = 0.1;
/** What is left of the will to go in whoever it has worn thin. [d] */
const THIN_LEAVES = 0.3;
/** How much those of a temper are given to it, in times. [d] */
const GIVEN: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  gentle: 1.3,
  loyal: 1.2,
  proud: 1.2,
  cold: 0.6,
  timid: 0.5,
  bitter: 0.7,
};
/** What somebody can hide and carry before it shows in their face, and the chance that it does for all above that. [d] */
const CARRIES = 0.6;
const SLIPS = 0.9;
/** How well those of a temper keep a face, in times that it slips. [d] */
const KEEPS: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  stubborn: 0.6,
  cold: 0.3,
  proud: 0.5,
  timid: 1.6,
  gentle: 1.2,
};
/** The most people on whose account it is said to be done: those who have shown it longest. */
const MOST_NAMED = 4;
const P_GOES = purpose('leading/goes');
const P_SLIPS = purpose('leading/slips');

export const goAmong = rule('leading/go-among', { phase: 'decide', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || Math.floor(world.time / SECONDS.hour) % 24 !== GOES_AT) return;
  const among = new Set(beat.members);
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0 || world.of(campaign).state.raw[of] === 1) continue;
    const leader = world.of(side).leader.raw[of] - 1;
    if (leader < 0 || !among.has(leader) || world.of(roster).on.raw[leader] === 1) continue;
    if (fitOf(world, of, among).includes(leader)) consider(world, of, leader);
  }
});

function consider(world: World, of: number, leader: number): void {
  const { onEdge, onEdgeBy } = world.of(fear);
  const seen = audienceOf(world, of, leader);
  if (!seen.some((who) => onEdge.raw[who] === 1)) return;
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  const afraid = seen.filter((who) => onEdge.at(who) === 1);
  const share = afraid.length / seen.length;
  const thin = world.of(mask).thin.at(leader) === 1 ? THIN_LEAVES : 1;
  const chance = GOES * share * thin * byTemper(world, leader, GIVEN);
  if (share >= SEEN_FROM && world.luck(P_GOES, leader) < chance) {
    const place = world.of(position).at.at(leader);
    const face = slips(world, leader) ? 'afraid' : 'calm';
    const by = afraid.map((who) => onEdgeBy.raw[who]).sort((a, b) => a - b);
    const fields = { actor: leader, group: of, place, people: seen.length, face } as const;
    world.propose(wentAmong, fields, jointly([...new Set(by)].slice(0, MOST_NAMED), 1));
  }
  world.trace.close(false);
}

/** Whether what somebody feels shows through. Reads are tracked. */
function slips(world: World, who: number): boolean {
  world.of(fear).dread.at(who);
  world.of(mask).strain.at(who);
  const load = Math.max(dreadOf(world, who), hides(world, who) / 2) + strainOf(world, who);
  return world.luck(P_SLIPS, who) < SLIPS * Math.max(0, load - CARRIES) * byTemper(world, who, KEEPS);
}

function byTemper(world: World, who: number, times: Readonly<Partial<Record<string, number>>>): number {
  const bits = world.of(heart).temper.raw[who];
  return TEMPERS.reduce((all, temper, i) => ((bits & (1 << i)) === 0 ? all : all * (times[temper] ?? 1)), 1);
}
