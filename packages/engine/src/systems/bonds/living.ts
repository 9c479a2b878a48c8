/** Bonds as the hours go by: what has happened is weighed, they take their turns, and those that nothing feeds wear thin. */
import { decay } from '../../kernel/curves.ts';
import { enabled, jointly, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf, side } from '../groups/state.ts';
import { COMES_ON, feltBetrayed, lostFaith, lostFear } from './events.ts';
import { drop, fade } from './moving.ts';
import {
  REGARDS,
  TRUST_PARTS,
  TURNS,
  acquaintance,
  acquaintanceOf,
  isTurned,
  madeBy,
  strand,
  strandRow,
  trust,
  turnedBy,
  weighed,
} from './state.ts';
import type { Regard, Turn } from './state.ts';
import { weighSince } from './weighing.ts';
import type { Change } from './weighing.ts';

/** How far somebody is trusted, 0..1, of whom it is said; and not trusted. [d] */
const TRUSTS = 0.62;
const DOUBTS = 0.39;
/** Affection at which somebody is liked, and disliked; fear at which they are feared, and not any more. [d] */
const FOND = 0.45;
const AVERSE = -0.35;
const AFRAID = 0.4;
const UNAFRAID = 0.2;
/** How far somebody was trusted whose breach is a betrayal, and how far it has to move what is thought of their word. [d] */
const WAS_TRUSTED = 0.56;
const BREACH = -0.28;
/** Days in which half of the familiarity with those whom one is not tied to is gone, and of the fear of anybody. [d] */
const FAMILIARITY_DAYS = 120;
const FEAR_DAYS = 30;
const DAY = 86_400;
/** A bond of which so little is left is none. [d] */
const LEAST = 0.03;
/** The most events that are stated for a turn. */
const MOST_STATED = 4;

export const weigh = rule('bonds/weigh', { phase: 'settle', at: 'hour' }, (world, beat) => {
  const { upTo } = world.of(weighed);
  if (beat.bubble >= 0) return;
  if (world.time % DAY === 0) wearThin(world);
  if (upTo.raw[0] === world.chronicle.length) return;
  const touched = new Map<string, Change>();
  const breaches: Change[] = [];
  weighSince(world, upTo.raw[0], (change) => {
    touched.set(`${change.who} ${change.whom}`, change);
    if (change.what === 'integrity' && change.moved <= BREACH && change.before >= WAS_TRUSTED) breaches.push(change);
  });
  upTo.raw[0] = world.chronicle.length;
  for (const change of breaches) feelBetrayed(world, change);
  for (const { who, whom } of touched.values()) takeTurns(world, who, whom);
});

/** What the scenario tells of before the first day has been weighed long since: the turns stand, and are no events. */
export function settleBefore(world: World): void {
  weighSince(world, 0, () => {});
  world.of(weighed).upTo.raw[0] = world.chronicle.length;
  const rows = world.of(acquaintance);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row)) continue;
    for (const what of TURNS) {
      if (!isReached(world, row, what)) continue;
      const by = behind(world, row, what)[0] ?? 0;
      rows.turns.raw[row] |= 1 << TURNS.indexOf(what);
      rows[`${what}By`].raw[row] = by;
    }
  }
}

/** Whether a bond stands at a turn. Plain reads. */
function isReached(world: World, row: number, what: Turn): boolean {
  const { from, to } = world.of(acquaintance);
  const { value } = world.of(strand);
  switch (what) {
    case 'trusts':
      return isOwn(world, row) && trust(world, from.raw[row], to.raw[row]) >= TRUSTS;
    case 'doubts':
      return isOwn(world, row) && trust(world, from.raw[row], to.raw[row]) <= DOUBTS;
    case 'fond':
      return isOwn(world, row) && value.raw[strandRow(row, 'affection')] >= FOND;
    case 'averse':
      return isOwn(world, row) && value.raw[strandRow(row, 'affection')] <= AVERSE;
    case 'afraid':
      return value.raw[strandRow(row, 'fear')] >= AFRAID;
  }
}

/** Nobody loses faith in strangers or enemies, or has a liking for one to speak of. */
const isOwn = (world: World, row: number): boolean => {
  const { from, to } = world.of(acquaintance);
  return groupOf(world, from.raw[row]) === groupOf(world, to.raw[row]);
};

const STRANDS_OF: Readonly<Record<Turn, readonly Regard[]>> = {
  trusts: TRUST_PARTS,
  doubts: TRUST_PARTS,
  fond: ['affection'],
  averse: ['affection'],
  afraid: ['fear'],
};
const GOOD: readonly Turn[] = ['trusts', 'fond', 'afraid'];

/** The events that brought a bond to a turn, those that moved it furthest first. */
function behind(world: World, row: number, what: Turn): number[] {
  const { value } = world.of(strand);
  const sign = GOOD.includes(what) ? 1 : -1;
  const found = STRANDS_OF[what]
    .map((regard) => strandRow(row, regard))
    .filter((at) => value.raw[at] * sign > 0)
    .sort((a, b) => Math.abs(value.raw[b]) - Math.abs(value.raw[a]) || a - b);
  // The first of each strand before the second of any.
  const each = found.map((at) => madeBy(world, at));
  const longest = Math.max(0, ...each.map((ids) => ids.length));
  const inTurn = Array.from({ length: longest }, (_, i) => each.flatMap((ids) => ids.slice(i, i + 1))).flat();
  return [...new Set(inTurn)].slice(0, MOST_STATED);
}

function takeTurns(world: World, who: number, whom: number): void {
  const row = acquaintanceOf(world, who, whom);
  if (row < 0) return;
  for (const what of TURNS) {
    if (isTurned(world, row, what) || !isReached(world, row, what)) continue;
    const because = behind(world, row, what);
    if (because.length === 0) continue;
    world.trace.open(who, world.time);
    for (const regard of STRANDS_OF[what]) world.of(strand).value.at(strandRow(row, regard));
    world.of(acquaintance).turns.at(row);
    const fields = { actor: who, target: whom };
    const leads = world.of(side).leader.raw[groupOf(world, who)] === whom + 1;
    if (what === 'doubts') world.propose(lostFaith, { ...fields, in: leads ? 'leader' : 'other' }, jointly(because, 1));
    else world.propose(COMES_ON[what], fields, jointly(because, 1));
    world.trace.close(false);
  }
}

/** Somebody who was trusted has broken faith: the breach, and what they had been trusted for. */
function feelBetrayed(world: World, { who, whom, by }: Change): void {
  const row = acquaintanceOf(world, who, whom);
  if (row < 0) return;
  const good = (['integrity', 'goodwill'] as const).flatMap((what) => trustedFor(world, strandRow(row, what)));
  world.trace.open(who, world.time);
  for (const what of STRANDS_OF.trusts) world.of(strand).value.at(strandRow(row, what));
  const before = [...new Set(good)].filter((id) => id !== by).slice(0, MOST_STATED - 1);
  world.propose(feltBetrayed, { actor: who, target: whom }, [reason(by), ...before.map((id) => enabled(id))]);
  world.trace.close(false);
}

/** The events that had moved a strand up. */
function trustedFor(world: World, at: number): number[] {
  const { by0, by1, by2, moved0, moved1, moved2 } = world.of(strand);
  const all = [
    [by0.raw[at], moved0.raw[at]],
    [by1.raw[at], moved1.raw[at]],
    [by2.raw[at], moved2.raw[at]],
  ];
  return all
    .filter(([id, moved]) => id !== 0 && moved > 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([id]) => id);
}

/** Once a day: who was hardly known is known less, and what was feared is feared less. It is drift. */
function wearThin(world: World): void {
  const rows = world.of(acquaintance);
  const { value } = world.of(strand);
  const [known, feared] = [decay(DAY, FAMILIARITY_DAYS * DAY), decay(DAY, FEAR_DAYS * DAY)];
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row)) continue;
    if (value.raw[strandRow(row, 'fear')] !== 0) fade(world, strandRow(row, 'fear'), feared);
    const from = rows.from.raw[row];
    if (isTurned(world, row, 'afraid') && value.raw[strandRow(row, 'fear')] <= UNAFRAID) noLongerAfraid(world, row);
    if (rows.tied.raw[row] === 1) continue;
    fade(world, strandRow(row, 'familiarity'), known);
    if (rows.turns.raw[row] === 0 && REGARDS.every((what) => Math.abs(value.raw[strandRow(row, what)]) < LEAST))
      drop(world, from, row);
  }
}

function noLongerAfraid(world: World, row: number): void {
  const { from, to, turns } = world.of(acquaintance);
  const since = turnedBy(world, row, 'afraid');
  world.trace.open(from.raw[row], world.time);
  world.of(strand).value.at(strandRow(row, 'fear'));
  turns.at(row);
  world.propose(lostFear, { actor: from.raw[row], target: to.raw[row] }, [enabled(since)]);
  world.trace.close(false);
}
