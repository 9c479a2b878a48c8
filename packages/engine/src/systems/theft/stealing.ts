/** By night the hungry may help themselves, and may be seen; what they have hidden they eat. */
import { purpose } from '../../kernel/chance.ts';
import { jointly, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct, captive } from '../captivity/state.ts';
import { groupOf } from '../groups/state.ts';
import { holds } from '../offices/state.ts';
import { position } from '../places/state.ts';
import { EATEN, hourOf, isThere, kitchen, placesOf } from '../rations/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { ate, caught, stole } from './events.ts';
import { hoard } from './state.ts';
import { chanceToSteal, hungerOf } from './tempted.ts';

/** The hours at which food is stolen, seen to be stolen, and eaten in secret. [d] */
const STEALS_AT = 2;
const SEEN_AT = 3;
const EATS_AT = 22;
/** Grams that somebody takes at the least and at the most, and the most of what lies there that goes unseen in the dark, as a share. [d] */
const LEAST = 600;
const MOST = 2600;
const OF_WHAT_LIES = 0.25;
/** Grams that somebody eats of it at a time: a good meal. [d] */
const MEAL = 700;
/** The chance that somebody who is up in the same place sees it, and somebody who is up elsewhere in the house. [d] */
const SEEN_HERE = 0.6;
const SEEN_ABOUT = 0.04;
const P_STEALS = purpose('theft/steals');
const P_GRAMS = purpose('theft/grams');
const P_SEEN = purpose('theft/seen');

export const steal = rule('theft/steal', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== STEALS_AT) return;
  const { seat } = world.of(kitchen);
  const { down, alive } = world.of(body);
  for (const who of beat.members) {
    const of = groupOf(world, who);
    if (seat.raw[of] === 0 || alive.raw[who] === 0 || down.raw[who] === 1) continue;
    if (world.of(captive).state.raw[who] !== 0 || !isThere(world, of, who)) continue;
    const chance = chanceToSteal(world, who);
    if (chance > 0 && world.luck(P_STEALS, who) < chance) help(world, of, who);
  }
});

function help(world: World, of: number, who: number): void {
  world.trace.open(who, world.time);
  const { good } = EATEN[0];
  const { amount } = world.of(stock);
  const place = placesOf(world, of).find((at) => amount.at(stockRow(at, good)) * OF_WHAT_LIES >= LEAST);
  const because = hungerOf(world, who);
  if (place !== undefined && because.length > 0) {
    const lies = amount.raw[stockRow(place, good)];
    const wants = Math.round(LEAST + (MOST - LEAST) * world.luck(P_GRAMS, who));
    const how = holds(world, who, 'stores') ? 'at the scales' : 'by night';
    const fields = { actor: who, place, good, amount: Math.min(wants, Math.floor(lies * OF_WHAT_LIES)), how } as const;
    world.propose(stole, fields, jointly(because, 1));
  }
  world.trace.close(false);
}

/** Whoever is up may come upon it. */
export const see = rule('theft/see', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== SEEN_AT) return;
  const rows = world.of(hoard);
  const { chronicle } = world;
  for (const thief of beat.members) {
    const by = rows.by.raw[thief];
    if (rows.grams.raw[thief] === 0 || world.time - chronicle.time(by) > 2 * 3600 || rows.outBy.raw[thief] > by)
      continue;
    for (const who of beat.members) {
      if (who === thief || groupOf(world, who) !== groupOf(world, thief) || !canAct(world, who)) continue;
      const here = world.of(position).at.raw[who] === rows.at.raw[thief];
      if (world.luck(P_SEEN, who, thief) >= (here ? SEEN_HERE : SEEN_ABOUT)) continue;
      comeUpon(world, who, thief);
      break;
    }
  }
});

function comeUpon(world: World, who: number, target: number): void {
  const rows = world.of(hoard);
  world.trace.open(who, world.time);
  world.of(body).awake.at(who);
  world.of(position).at.at(who);
  const fields = { actor: who, target, place: rows.at.raw[target], good: EATEN[0].good, amount: rows.grams.at(target) };
  world.propose(caught, fields, [reason(rows.by.raw[target])]);
  world.trace.close(false);
}

/** Before they sleep, those who have something hidden eat of it. */
export const eatHoards = rule('theft/eat-hoards', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== EATS_AT || world.of(group).count === 0) return;
  const { grams, by, at } = world.of(hoard);
  for (let who = 0; who < world.of(person).count; who++) {
    if (grams.raw[who] === 0 || !isThere(world, groupOf(world, who), who)) continue;
    if (world.of(body).alive.raw[who] === 0) continue;
    world.trace.open(who, world.time);
    const fields = { actor: who, place: at.raw[who], amount: Math.min(MEAL, grams.at(who)) };
    world.propose(ate, fields, [reason(by.raw[who])]);
    world.trace.close(false);
  }
});
