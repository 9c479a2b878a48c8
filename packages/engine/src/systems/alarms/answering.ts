/** Those who still believe in alarms get up for one; when they have looked, whoever led them stands them down. */
import { purpose } from '../../kernel/chance.ts';
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { decay } from '../../kernel/curves.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { canAct } from '../captivity/state.ts';
import { dreadOf } from '../dread/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, side } from '../groups/state.ts';
import { successor } from '../offices/state.ts';
import { peopleOfHome } from '../routine/beds.ts';
import { canWatch, inCharge } from '../routine/people.ts';
import { roster } from '../routine/state.ts';
import { ignored, stoodDown, turnedOut } from './events.ts';
import type { FINDINGS } from './events.ts';
import { LEAST_DOUBT, STATES, STIRS, alarm, readQuiet, vigil } from './state.ts';

/** How much doubt keeps somebody in bed: it counts by its square. [d] */
const DOUBT_KEEPS = 1.5;
/** How much dread gets them up all the same. [d] */
const DREAD_RAISES = 0.25;
/** Chance to find where people have lain, and how much each adds who looks; and that of the tracks of an animal. [d] */
const FINDS_PEOPLE = 0.35;
const EACH_FINDS = 0.05;
const MOST_FIND = 0.9;
const FINDS_ANIMAL = 0.4;
/** Half-life in hours of the doubt that false alarms leave. [d] */
const DOUBT_HALF_LIFE_HOURS = 14 * 24;
/** The share of what keeps people in bed that is gone back to, and the most alarms that are. */
const MOST_OF_IT = 0.8;
const MOST_EVENTS = 4;
const P_HEEDS = purpose('alarms/heeds');
const P_FINDS = purpose('alarms/finds');

/** The chance that somebody gets up for an alarm, by how much they have come to doubt it and how much they dread. */
export function chanceToHeed(doubt: number, dread: number): number {
  return Math.min(1, Math.max(0, 1 - DOUBT_KEEPS * doubt * doubt + DREAD_RAISES * dread * doubt));
}

/** An alarm wakes everybody; who believes it gets up. */
export const turnOut = rule('alarms/turn-out', { phase: 'settle', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const { state } = world.of(alarm);
  for (let of = 0; of < world.of(group).count; of++) {
    if (STATES[state.raw[of]] === 'raised' && world.of(side).home.raw[of] > 0) answer(world, of);
  }
});

function answer(world: World, of: number): void {
  const { heeds, doubt } = world.of(vigil);
  const { by, at } = world.of(alarm);
  const called = peopleOfHome(world, of).filter((who) => world.of(roster).on.raw[who] === 0 && canWatch(world, who));
  const charge = inCharge(world, of);
  world.trace.open(charge, world.time);
  const up: number[] = [];
  for (const who of called) {
    const chance = chanceToHeed(Math.min(1, doubt.at(who)), dreadOf(world, who));
    heeds.raw[who] = world.luck(P_HEEDS, who) < chance ? 1 : 0;
    if (heeds.raw[who] === 1) up.push(who);
  }
  const place = at.raw[of] - 1;
  const stayed = called.length - up.length;
  const doubts = stayed > up.length ? jointly(doubtedBy(world, called), 1) : [];
  const because: Cause[] = [reason(by.raw[of]), ...doubts];
  const leads = up.includes(charge) ? charge : successor(world, up);
  if (leads >= 0) world.propose(turnedOut, { actor: leads, group: of, place, people: up.length, stayed }, because);
  else if (charge >= 0) world.propose(ignored, { actor: charge, group: of, place }, because);
  // There is nobody whom it could call: all who could come are in a fight by then.
  else world.of(alarm).state.raw[of] = 0;
  world.trace.close(false);
}

/** The false alarms on whose account most of those who were called stay in bed. */
function doubtedBy(world: World, called: readonly number[]): number[] {
  const { doubt } = world.of(vigil);
  const weights = new Map<number, number>();
  for (const who of called) {
    for (const id of doubt.contributors(who, MOST_OF_IT)) {
      weights.set(id, (weights.get(id) ?? 0) + doubt.weightOf(who, id));
    }
  }
  const sorted = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return sorted.slice(0, MOST_EVENTS).map(([id]) => id);
}

/** An hour later those who went have looked. */
export const standDown = rule('alarms/stand-down', { phase: 'sense', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const { state, outBy } = world.of(alarm);
  for (let of = 0; of < world.of(group).count; of++) {
    if (STATES[state.raw[of]] !== 'people out' || world.chronicle.time(outBy.raw[of]) === world.time) continue;
    if (world.of(campaign).state.raw[of] !== 1) goBack(world, of);
  }
});

function goBack(world: World, of: number): void {
  const { at, outBy, leader, state } = world.of(alarm);
  const { out } = world.of(vigil);
  const those = peopleOfHome(world, of).filter((who) => out.raw[who] === 1 && canAct(world, who));
  const led = leader.raw[of] - 1;
  const who = those.includes(led) ? led : successor(world, those);
  if (who < 0) {
    for (let each = 0; each < world.of(person).count; each++) if (groupOf(world, each) === of) out.raw[each] = 0;
    state.raw[of] = 0;
    return;
  }
  world.trace.open(who, world.time);
  readQuiet(world, of);
  const { found, by } = whatWasFound(world, of, who, those.length);
  const fields = { actor: who, group: of, place: at.raw[of] - 1, found };
  world.propose(stoodDown, fields, [reason(outBy.raw[of]), reason(by)]);
  world.trace.close(false);
}

/** What they find, and the event that left it there. Reads are tracked. */
function whatWasFound(
  world: World,
  of: number,
  who: number,
  count: number,
): { readonly found: (typeof FINDINGS)[number]; readonly by: number } {
  const rows = world.of(alarm);
  const fight = world.of(campaign).endedBy.at(of);
  if (fight > rows.by.raw[of]) return { found: 'a fight', by: fight };
  const u = world.luck(P_FINDS, who);
  if (rows.lurker.at(of) > 0) {
    const found = u < Math.min(MOST_FIND, FINDS_PEOPLE + EACH_FINDS * count);
    return found ? { found: 'people', by: rows.trail.raw[of] } : { found: 'nothing', by: 0 };
  }
  const isAnimal = rows.what.raw[of] === 1 + STIRS.indexOf('animal');
  return { found: isAnimal && u < FINDS_ANIMAL ? 'an animal' : 'nothing', by: 0 };
}

/** Doubt wears off over weeks. It is drift. */
export const forgetDoubt = rule('alarms/forget-doubt', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const { doubt } = world.of(vigil);
  const left = decay(beat.seconds, DOUBT_HALF_LIFE_HOURS * SECONDS.hour);
  for (const who of beat.members) if (doubt.raw[who] > 0) doubt.fade(who, left, LEAST_DOUBT);
});
