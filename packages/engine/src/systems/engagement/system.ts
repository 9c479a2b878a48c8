import { ENGAGEMENT, SCENE, closeBubble, enterBubble, openBubble } from '../../kernel/bubbles.ts';
import { enabled, eventKind, jointly, oneOf, reason, role } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ASSAULT_STAGES, assault } from '../assault/state.ts';
import type { AssaultStage } from '../assault/state.ts';
import { body } from '../bodies/state.ts';
import { hostile, peopleIn } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { notice } from '../sight/state.ts';
import { doubts } from '../will/state.ts';
import { beginAnew } from './anew.ts';
import { howItEnded, lastToDropOut, lastToLeave, overrunBy } from './endings.ts';
import { loseContact, lostContact } from './contact.ts';
import { ENDINGS, campaign, clash } from './state.ts';
import { sideStands } from './facts.ts';
import { words } from './words.ts';

/** Every so many seconds it is asked whether a clash is over. */
const EVERY = 5;
/** Seconds without a shot after which it is. [d] */
const QUIET = 420;
/** And after which it is where nobody has fired at all. [d] */
const UNMET = 3600;
/** Seconds for which those who came go on with what they mean to do without a shot's being fired: they look, and wait. [d] */
const BIDES = 1800;
const BIDING: readonly AssaultStage[] = ['gathering', 'scouting', 'probing', 'breaching'];

/** Two groups are within reach of each other: from now on every second counts. */
export const opened = eventKind('engagement/opened', {
  roles: { group: role(group), place: role(place) },
  possible: (world, event) => clashOf(world, event.group) < 0,
  apply: (world, event) => {
    const fights = world.of(campaign);
    const rows = world.of(clash);
    const inside = fightOf(world, event.group);
    const row = rows.add();
    rows.bubble.put(row, inside);
    rows.group.put(row, event.group);
    rows.openedBy.put(row, event.id);
    for (const of of sidesOf(world, event.group)) {
      if (fights.state.raw[of] === 2) beginAnew(world, of);
      if (fights.state.raw[of] !== 1) fights.since.put(of, event.time);
      fights.state.put(of, 1);
      for (const who of peopleIn(world, of)) {
        if (world.of(position).gone.raw[who] === 0) enterBubble(world, who, inside);
      }
    }
  },
});

/** The group itself and those hostile to it. */
function sidesOf(world: World, of: number): number[] {
  const sides = [];
  for (let other = 0; other < world.of(group).count; other++) {
    if (other === of || hostile(world, other, of)) sides.push(other);
  }
  return sides;
}

/** The bubble in which an enemy of the group is fighting already, or a new one. */
function fightOf(world: World, of: number): number {
  const rows = world.of(clash);
  const enemies = sidesOf(world, of);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row)) continue;
    if (sidesOf(world, rows.group.raw[row]).some((other) => enemies.includes(other))) return rows.bubble.at(row);
  }
  return openBubble(world, ENGAGEMENT);
}

/** It is over. */
export const ended = eventKind('engagement/ended', {
  roles: { group: role(group), place: role(place) },
  turnOf: 'group',
  data: { how: oneOf(ENDINGS) },
  possible: (world, event) => clashOf(world, event.group) >= 0,
  apply: (world, event) => {
    const fights = world.of(campaign);
    const rows = world.of(clash);
    const row = clashOf(world, event.group);
    const inside = rows.bubble.at(row);
    rows.remove(row);
    for (const of of sidesOf(world, event.group)) {
      if (isAttacked(world, of)) continue;
      fights.state.put(of, 2);
      fights.endedBy.put(of, event.id);
    }
    if (isLived(world, inside)) return;
    closeBubble(world, inside);
    gather(world, sidesOf(world, event.group));
  },
});

/** Row of the clash that a group opened, or -1. */
function clashOf(world: World, of: number): number {
  const rows = world.of(clash);
  for (let row = 0; row < rows.count; row++) if (rows.isLive(row) && rows.group.raw[row] === of) return row;
  return -1;
}

/** Whether a group still fights in some clash, as attacker or attacked. */
function isAttacked(world: World, of: number): boolean {
  const rows = world.of(clash);
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && sidesOf(world, rows.group.raw[row]).includes(of)) return true;
  }
  return false;
}

function isLived(world: World, inside: number): boolean {
  const rows = world.of(clash);
  for (let row = 0; row < rows.count; row++) if (rows.isLive(row) && rows.bubble.at(row) === inside) return true;
  return false;
}

/** Those on either side who are left live on by the minute for a while. */
function gather(world: World, sides: readonly number[]): void {
  const scene = openBubble(world, SCENE);
  for (const of of sides) {
    for (const who of peopleIn(world, of)) {
      if (world.of(body).alive.raw[who] === 1 && world.of(position).gone.raw[who] === 0) enterBubble(world, who, scene);
    }
  }
}

const close = rule('engagement/close', { phase: 'settle', at: 'second' }, (world, beat) => {
  if (world.time % EVERY !== 0) return;
  const fights = world.of(campaign);
  const rows = world.of(clash);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.bubble.at(row) !== beat.bubble) continue;
    const of = rows.group.raw[row];
    const attackers = peopleIn(world, of);
    const at = world.of(position).at.raw[attackers[0]];
    world.trace.open(-1, world.time);
    const overrun = overrunBy(world, of);
    const out = overrun > 0 ? 0 : lastToDropOut(world, attackers);
    if (overrun > 0) world.propose(ended, { group: of, place: at, how: 'overrun' }, [reason(overrun)]);
    else if (out > 0) {
      const { how, because } = howItEnded(world, of, attackers, out);
      world.propose(ended, { group: of, place: at, how }, jointly(because, 1));
    } else if (!bides(world, of) && isQuiet(world, beat.members, fights.since.raw[of])) {
      const last = lastToLeave(world, attackers);
      const found = last > 0 ? howItEnded(world, of, attackers, last) : null;
      // Stragglers who cannot get away keep nobody else from seeing that it is over.
      if (found !== null && (found.how === 'withdrawn' || found.how === 'routed')) {
        world.propose(ended, { group: of, place: at, how: found.how }, jointly(found.because, 1));
      } else world.propose(ended, { group: of, place: at, how: 'quiet' }, [enabled(rows.openedBy.raw[row])]);
    }
    world.trace.close(false);
  }
});

/** Whether those who came wait for something still before they go in. */
function bides(world: World, of: number): boolean {
  const { stage, since } = world.of(assault);
  if (world.of(doubts).gaveUp.raw[of] === 1 || world.of(doubts).routed.raw[of] === 1) return false;
  return BIDING.includes(ASSAULT_STAGES[stage.raw[of]]) && world.time - since.raw[of] < BIDES;
}

/** Whether the firing is over; where none has begun, those who creep about each other are given longer. */
function isQuiet(world: World, people: readonly number[], since: number): boolean {
  let last = -Infinity;
  for (const who of people) last = Math.max(last, world.of(notice).flashAt.raw[who]);
  const began = last >= since;
  return began ? world.time - last > QUIET : world.time - since > UNMET;
}

export const engagement = defineSystem({
  id: 'engagement',
  after: ['groups', 'places', 'wounds', 'sight', 'resolve'],
  tables: [clash, campaign],
  events: { opened, ended, 'lost-contact': lostContact },
  facts: [sideStands],
  words,
  rules: [close, loseContact],
});
