import { claim, sourcesOf } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { jointly } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { harmlessAsKnown, stands } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { leaderOf, peopleIn, side } from '../groups/state.ts';
import { succeeded } from '../groups/system.ts';
import { successor } from '../offices/state.ts';
import { position } from '../places/state.ts';
import { aHandful, gaveUp, heartened, routed, shaken } from './events.ts';
import { heedHidden } from './hidden.ts';
import { lookForRout } from './rout.ts';
import { takeIn } from './signs.ts';
import { doubts, openings, reckoned } from './state.ts';
import { cutOffBy, readAll } from './wayout.ts';
import { words } from './words.ts';

/** A leader takes stock once in so many seconds. [d] */
const EVERY = 5;
/** Hazard of giving up, per look: nothing below the first doubt, then growing with its square; defenders of a home bear more. [d] */
const FIRST_DOUBT = 0.7;
const HAZARD = 0.05;
const HOME_BEARS = 1.15;
/** What is left of the hazard where a leader believes the way out closed: there is nothing to gain by giving up. [d] */
const NO_WAY_OUT = 0.35;
/** Share of what made a leader give up that is stated. [d] */
const STATED = 0.85;
/** Seconds for which those who know that nobody leads leave it to the one who ought to. [d] */
const LOOKS_TO_ANOTHER = 40;
const P_GIVE_UP = purpose('will/give-up');

const weigh = rule('will/weigh', { phase: 'appraise', at: 'second' }, (world, beat) => {
  for (let of = 0; of < world.of(group).count; of++) {
    const leader = leaderOf(world, of);
    if (leader < 0 || world.of(campaign).state.raw[of] !== 1) continue;
    if (!world.isTurn(person, leader, EVERY)) continue;
    lookForRout(world, of, beat.members);
    if (!beat.members.includes(leader)) continue;
    if (!stands(world, leader)) {
      passOn(world, of, leader);
      continue;
    }
    if (world.of(doubts).gaveUp.raw[of] === 1) continue;
    takeIn(world, of, leader);
    decide(world, of, leader);
  }
});

/**
 * Of those who know that the leader has fallen, run or been taken, the second takes over, or whoever else is in charge of
 * something. Where the one who ought to does not know of it yet, the others look to them for a while.
 */
function passOn(world: World, of: number, fallen: number): void {
  const standing = peopleIn(world, of).filter((who) => who !== fallen && stands(world, who));
  const knowing = standing.filter((who) => harmlessAsKnown(world, who, fallen) >= 0);
  const who = successor(world, knowing);
  if (who < 0) return;
  if (who !== successor(world, standing)) {
    const { changed } = world.of(claim);
    const since = Math.min(...knowing.map((one) => changed.raw[harmlessAsKnown(world, one, fallen)]));
    if (world.time - since < LOOKS_TO_ANOTHER) return;
  }
  world.trace.open(who, world.time);
  world.of(body).down.at(fallen);
  const row = harmlessAsKnown(world, who, fallen);
  world.of(claim).polarity.at(row);
  world.propose(succeeded, { actor: who, target: fallen, group: of }, jointly(sourcesOf(world, row), 1));
  world.trace.close(false);
}

function decide(world: World, of: number, leader: number): void {
  const rows = world.of(doubts);
  const bears = world.of(side).home.raw[of] > 0 ? HOME_BEARS : 1;
  const over = (rows.doubt.raw[of] - rows.heart.raw[of]) / bears - FIRST_DOUBT;
  if (over <= 0) return;
  const u = world.luck(P_GIVE_UP, leader);
  const most = HAZARD * aHandful(peopleIn(world, of).length) * over * over;
  if (u >= most) return;
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  rows.doubt.at(of);
  if (rows.heart.raw[of] > 0) rows.heart.at(of);
  // Who takes the way out to be closed has nothing to gain by giving up. Only a look that would have been enough rests on it.
  const closing = u >= most * NO_WAY_OUT ? cutOffBy(world, leader) : [];
  readAll(world, closing);
  if (closing.length === 0) {
    const because = jointly(rows.doubt.contributors(of, STATED), 1);
    world.propose(gaveUp, { actor: leader, group: of, place: world.of(position).at.at(leader) }, because);
  }
  world.trace.close(false);
}

export const will = defineSystem({
  id: 'will',
  after: ['sight', 'wounds', 'resolve'],
  tables: [doubts, reckoned, openings],
  events: { shaken, heartened, 'gave-up': gaveUp, routed },
  words,
  rules: [weigh],
  notice: heedHidden,
  start: (world) => {
    const rows = world.of(doubts);
    for (let of = 0; of < world.of(group).count; of++) rows.ledBy.put(of, world.of(side).leader.raw[of]);
  },
});
