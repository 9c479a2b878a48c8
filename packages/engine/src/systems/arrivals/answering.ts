/** Whoever leads within answers those at the gate: by day, and by what they know. */
import { isObserved } from '../../kernel/deliberation.ts';
import { jointly, reason } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { outfit } from '../bands/state.ts';
import { groupOf, leaderOf } from '../groups/state.ts';
import { successor } from '../offices/state.ts';
import { ableOf, placesOf } from '../rations/state.ts';
import { gateOf } from '../region/state.ts';
import { GOODS, stock, stockRow } from '../stores/state.ts';
import type { Good } from '../stores/state.ts';
import { tellAnswer } from './considered.ts';
import { hostOf } from './coming.ts';
import { gave, keptWaiting, letIn, traded, turnedAway } from './events.ts';
import { PURPOSES, STAGES, caller, thoseWith } from './state.ts';
import { weigh } from './weighing.ts';

/** Hours of the day between which the gate is opened to strangers. [d] */
const OPENS = 7;
const SHUTS = 19;
/** What a gram or a piece of each good is worth, in grams of food. [d] */
const WORTH: Readonly<Partial<Record<Good, number>>> = { salt: 4, rounds: 250, dressings: 600, fuel: 2, timber: 0.05 };
const WORTH_ELSE = 1;
/** What those who come to trade carry, in grams, and the share of a good that those within part with. [d] */
const CARRY = 40_000;
const PARTS_WITH = 0.25;

export const answer = rule('arrivals/answer', { phase: 'decide', at: 'hour' }, (world) => {
  if (gateOf(world) < 0) return;
  const { stage } = world.of(caller);
  for (let who = 0; who < world.of(person).count; who++) {
    if (stage.raw[who] !== STAGES.indexOf('at the gate')) continue;
    const of = hostOf(world);
    if (of < 0) return;
    const able = ableOf(world, of);
    const leader = leaderOf(world, of);
    decide(world, able.includes(leader) ? leader : successor(world, able), who);
  }
});

function decide(world: World, actor: number, target: number): void {
  const rows = world.of(caller);
  const hour = Math.floor(world.time / SECONDS.hour) % 24;
  const roles = { actor, target, group: groupOf(world, target), place: gateOf(world) };
  world.trace.open(actor, world.time);
  rows.stage.at(target);
  const because = reason(rows.came.raw[target]);
  if (hour < OPENS || hour >= SHUTS) {
    if (rows.waits.at(target) === 0) world.propose(keptWaiting, roles, [because]);
  } else if (PURPOSES[rows.purpose.at(target)] === 'trade') bargain(world, roles);
  else judge(world, roles);
  world.trace.close(false);
}

/** Who answers, who asks, whose people they are, and where. */
type Roles = Readonly<Record<'actor' | 'target' | 'group' | 'place', number>>;

function judge(world: World, roles: Roles): void {
  const those = thoseWith(world, roles.target);
  const found = weigh(world, roles.actor, roles.target, those);
  const because = [reason(world.of(caller).came.raw[roles.target]), ...jointly(found.decisive, 1)];
  if (found.verdict === 'let in') world.propose(letIn, { ...roles, people: those.length }, because);
  else if (found.verdict === 'given') world.propose(gave, { ...roles, amount: found.gift }, because);
  else world.propose(turnedAway, roles, because);
  if (isObserved(world, roles.actor)) tellAnswer(world, roles.actor, roles.target, those, found);
}

/** So much of what the others lack as can be spared, for as much food as it is worth and they carry. */
function bargain(world: World, roles: Roles): void {
  const of = groupOf(world, roles.actor);
  const lacks = world.of(outfit).lacks.at(roles.group);
  const because = reason(world.of(caller).came.raw[roles.target]);
  const good = GOODS[lacks - 1];
  const { amount } = world.of(stock);
  const store = placesOf(world, of).reduce((best, at) =>
    amount.raw[stockRow(at, good)] > amount.raw[stockRow(best, good)] ? at : best,
  );
  const worth = WORTH[good] ?? WORTH_ELSE;
  const spared = Math.floor(amount.at(stockRow(store, good)) * PARTS_WITH);
  const given = Math.min(spared, Math.floor(CARRY / worth));
  const food = Math.min(Math.floor(given * worth), world.of(outfit).food.at(roles.group));
  if (given > 0) world.propose(traded, { ...roles, store, good, amount: given, food }, [because]);
  else world.propose(turnedAway, roles, [because]);
}
