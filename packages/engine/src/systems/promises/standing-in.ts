/** Whoever has another stand their watch for them promises to stand one of theirs; and when that comes round, does so if they can. */
import { purpose } from '../../kernel/chance.ts';
import { enabled, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { weariness } from '../bodies/sleep.ts';
import { swapped } from '../routine/events.ts';
import { canWatch } from '../routine/people.ts';
import { roster } from '../routine/state.ts';
import { readEvent } from '../../kernel/read.ts';
import { giveWord, readiness } from './giving.ts';
import { promise, whatOf } from './state.ts';
import type { Undertaking } from './state.ts';

/** Days within which it is to be made good, and the chance that it is promised, by somebody of no particular temper. [d] */
const WITHIN_DAYS = 4;
const OWES_A_WATCH = 0.75;
/** How tired somebody is, 0..1, who would rather not know of it; and the chance of that at the most. [d] */
const SHIRKS_FROM = 0.35;
const SHIRKS = 0.9;
const P_SAYS_SO = purpose('promises/take-their-watch');
const P_SHIRKS = purpose('promises/shirks');

export const standingIn: Undertaking = {
  that: 'take their watch',
  upon: ['routine/swapped'],
  offer: (world, event) => {
    const { actor, target } = event.roles;
    // What is made good by it is no new debt.
    if (
      world.luck(P_SAYS_SO, actor, target) >= readiness(world, actor, OWES_A_WATCH) ||
      owes(world, target, actor, event.id)
    )
      return;
    world.trace.open(actor, world.time);
    world.of(roster).post.at(actor);
    giveWord(world, { from: actor, to: target, that: 'take their watch', hours: WITHIN_DAYS * 24 }, [reason(event.id)]);
    world.trace.close(false);
  },
  fate: (world, row) => {
    const rows = world.of(promise);
    const { set, took } = world.of(roster);
    const [who, whom, given] = [rows.from.raw[row], rows.to.raw[row] - 1, rows.given.raw[row]];
    const by = set.at(who);
    if (by > given && standsFor(world, by, whom)) return { as: 'kept', because: [reason(by)] };
    if (world.time < rows.due.raw[row]) return null;
    // Whose turn has not come has nothing to be stood for.
    if (took.at(whom) <= given || standsFor(world, set.raw[whom], who))
      return { as: 'released', why: 'no need', because: [enabled(given)] };
    return { as: 'broken', because: [reason(took.raw[whom])] };
  },
};

/** Whether an event is one by which somebody's watch is stood for them. */
function standsFor(world: World, id: number, whom: number): boolean {
  return id !== 0 && readEvent(world, id).kind === swapped.id && world.chronicle.word(id, 0) === whom;
}

/** Whether somebody owed another a watch when an event happened. */
function owes(world: World, from: number, to: number, at: number): boolean {
  const rows = world.of(promise);
  for (let row = 0; row < rows.count; row++) {
    if (rows.from.raw[row] !== from || rows.to.raw[row] !== to + 1 || rows.given.raw[row] >= at) continue;
    const open = rows.state.raw[row] === 0 || rows.ended.raw[row] > at;
    if (rows.isLive(row) && whatOf(world, row) === 'take their watch' && open) return true;
  }
  return false;
}

/** As somebody's turn begins, whoever owes them one stands it, unless they are too tired to remember. */
export const makeGood = rule('promises/make-good', { phase: 'appraise', at: 'hour' }, (world, beat) => {
  const rows = world.of(promise);
  const { post, on, from, until } = world.of(roster);
  if (beat.bubble >= 0) return;
  const stoodFor = new Set<number>();
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.state.raw[row] !== 0 || whatOf(world, row) !== 'take their watch') continue;
    const [who, whom] = [rows.from.raw[row], rows.to.raw[row] - 1];
    if (post.raw[whom] === 0 || on.raw[whom] === 1 || from.raw[whom] > world.time || until.raw[whom] <= world.time)
      continue;
    if (post.raw[who] !== 0 || stoodFor.has(whom) || !canWatch(world, who) || !canWatch(world, whom)) continue;
    if (world.luck(P_SHIRKS, who, whom) < chanceToShirk(weariness(world, who))) continue;
    stoodFor.add(whom);
    world.trace.open(who, world.time);
    rows.given.at(row);
    post.at(who);
    const place = post.at(whom) - 1;
    world.propose(swapped, { actor: whom, target: who, place }, [reason(rows.given.raw[row])]);
    world.trace.close(false);
  }
});

/** The chance that somebody so tired does not come forward: none while they are fresh. */
export const chanceToShirk = (tired: number): number => (SHIRKS * Math.max(0, tired - SHIRKS_FROM)) / (1 - SHIRKS_FROM);
