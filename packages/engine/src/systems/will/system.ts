import { claim, sourcesOf } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { jointly, reason } from '../../kernel/events.ts';
import { defineSystem, fill, rule } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { harmlessAsKnown, stands } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, leaderOf, peopleIn, side } from '../groups/state.ts';
import { succeeded } from '../groups/system.ts';
import { successor } from '../offices/state.ts';
import { news } from '../orders/news.ts';
import { position } from '../places/state.ts';
import { tellDoubts, tellLead } from './considered.ts';
import { aHandful, gaveUp, heartened, routed, shaken } from './events.ts';
import { heedHidden } from './hidden.ts';
import { lookForRout } from './rout.ts';
import { droppedOut, takeIn } from './signs.ts';
import { cameOut, doubts, openings, reckoned } from './state.ts';
import { cutOffBy, readAll } from './wayout.ts';
import type { Known } from './wayout.ts';
import { will as willOf } from './facts.ts';
import { words } from './words.ts';

/** A leader takes stock once in so many seconds. [d] */
const EVERY = 5;
/** Hazard of giving up, per look: nothing below the first doubt, then growing with its square; defenders of a home bear more. [d] */
export const FIRST_DOUBT = 0.85;
const HAZARD = 0.3;
const HOME_BEARS = 1.4;
/** What is left of the hazard where a leader believes the way out closed: there is nothing to gain by giving up. [d] */
const NO_WAY_OUT = 0.35;
/** Share of what made a leader give up that is stated. [d] */
const STATED = 0.85;
/** Seconds for which those who know that nobody leads leave it to the one who ought to. [d] */
const LOOKS_TO_ANOTHER = 40;
/** Seconds after which a leader is missed of whom nobody knows what has become. [d] */
const MISSES_WORD = 90;
const P_GIVE_UP = purpose('will/give-up');

const weigh = rule('will/weigh', { phase: 'appraise', at: 'second' }, (world, beat) => {
  for (let of = 0; of < world.of(group).count; of++) {
    const leader = leaderOf(world, of);
    if (leader < 0 || world.of(campaign).state.raw[of] !== 1) continue;
    if (!world.isTurn(person, leader, EVERY)) continue;
    lookForRout(world, of, beat.members);
    if (!stands(world, leader)) {
      passOn(world, of, leader, beat.members);
      continue;
    }
    if (!beat.members.includes(leader)) continue;
    if (world.of(doubts).gaveUp.raw[of] === 1) continue;
    takeIn(world, of, leader);
    decide(world, of, leader);
  }
});

/**
 * Of those who know that the leader has fallen, run or been taken, the second takes over, or whoever else is in charge of
 * something. Where the one who ought to does not know of it yet, the others look to them for a while; and where nobody does,
 * they notice after a longer one that no word has come.
 */
function passOn(world: World, of: number, fallen: number, members: readonly number[]): void {
  const standing = members.filter((who) => who !== fallen && groupOf(world, who) === of && stands(world, who));
  const knowing = standing.filter((who) => harmlessAsKnown(world, who, fallen) >= 0);
  const first = successor(world, standing);
  const who = knowing.length > 0 ? successor(world, knowing) : first;
  if (who < 0) return;
  const lostBy = droppedOut(world, fallen);
  // A leader who sleeps is not missed.
  if (knowing.length === 0 && lostBy === 0) return;
  const { changed } = world.of(claim);
  const since =
    knowing.length > 0
      ? Math.min(...knowing.map((one) => changed.raw[harmlessAsKnown(world, one, fallen)]))
      : world.chronicle.time(lostBy);
  const waits = knowing.length === 0 ? MISSES_WORD : who === first ? 0 : LOOKS_TO_ANOTHER;
  const waiting = world.time - since < waits;
  const heard = world.observer?.who ?? -1;
  if (standing.includes(heard)) tellLead(world, heard, fallen, { knowing, first, heir: who, waiting });
  if (waiting) return;
  world.trace.open(who, world.time);
  world.of(body).down.at(fallen);
  world.of(position).gone.at(fallen);
  const row = harmlessAsKnown(world, who, fallen);
  if (row >= 0) world.of(claim).polarity.at(row);
  const because = row >= 0 ? jointly(sourcesOf(world, row), 1) : [reason(lostBy)];
  world.propose(succeeded, { actor: who, target: fallen, group: of }, because);
  world.trace.close(false);
}

function decide(world: World, of: number, leader: number): void {
  const rows = world.of(doubts);
  const bears = world.of(side).home.raw[of] > 0 ? HOME_BEARS : 1;
  const reachedWith = (heart: number): number => (rows.doubt.raw[of] - heart) / bears;
  const hazardWith = (heart: number): number => {
    const over = Math.max(0, reachedWith(heart) - FIRST_DOUBT);
    return HAZARD * aHandful(peopleIn(world, of).length) * over * over;
  };
  const heart = rows.heart.raw[of];
  const chance = hazardWith(heart);
  const drawn = world.luck(P_GIVE_UP, leader);
  const closing = drawn < hazardWith(0) ? mayGiveUp(world, of, leader, drawn, chance) : [];
  if (!isObserved(world, leader)) return;
  const because = rows.doubt.contributors(of, STATED);
  const reached = reachedWith(heart);
  tellDoubts(world, of, leader, { reached, needed: FIRST_DOUBT, chance, drawn, because, closing });
}

/**
 * Give up, unless the way out is taken to be closed: those who close it. Who takes it to be so has nothing to gain by giving
 * up. Only a look that would have been enough rests on it; one that is enough either way does not.
 */
function mayGiveUp(world: World, of: number, leader: number, drawn: number, chance: number): readonly Known[] {
  const rows = world.of(doubts);
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  rows.doubt.at(of);
  if (rows.heart.raw[of] > 0) rows.heart.at(of);
  const closing = drawn < chance && drawn >= chance * NO_WAY_OUT ? cutOffBy(world, leader) : [];
  readAll(world, closing);
  // Where only their heart, or that nobody gets out, keeps them at it, what all their people do from now on rests on that.
  if (drawn >= chance || closing.length > 0) rows.gaveUp.renew(of);
  else {
    const because = jointly(rows.doubt.contributors(of, STATED), 1);
    world.propose(gaveUp, { actor: leader, group: of, place: world.of(position).at.at(leader) }, because);
  }
  world.trace.close(false);
  return closing;
}

export const will = defineSystem({
  id: 'will',
  after: ['sight', 'wounds', 'resolve'],
  tables: [doubts, reckoned, openings],
  events: { shaken, heartened, 'gave-up': gaveUp, routed },
  facts: [willOf],
  words,
  rules: [weigh],
  fills: [fill(news, { what: cameOut, weight: 3 })],
  notice: heedHidden,
  start: (world) => {
    const rows = world.of(doubts);
    for (let of = 0; of < world.of(group).count; of++) rows.ledBy.put(of, world.of(side).leader.raw[of]);
  },
});
