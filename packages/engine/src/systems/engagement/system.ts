import { ENGAGEMENT, SCENE, bubbleOf, closeBubble, enterBubble, openBubble } from '../../kernel/bubbles.ts';
import { enabled, eventKind, oneOf, reason, role } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, hostile, peopleIn } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { intent } from '../raid/state.ts';
import { notice } from '../sight/state.ts';
import { campaign, clash } from './state.ts';
import { words } from './words.ts';

/** Every so many seconds it is asked whether a clash is over. */
const EVERY = 5;
/** Seconds without a shot after which it is. [d] */
const QUIET = 420;

/** Two groups are within reach of each other: from now on every second counts. */
export const opened = eventKind('engagement/opened', {
  roles: { group: role(group), place: role(place) },
  possible: (world, event) => world.of(campaign).state.raw[event.group] === 0,
  apply: (world, event) => {
    const fights = world.of(campaign);
    const row = world.of(clash).add();
    const inside = openBubble(world, ENGAGEMENT);
    world.of(clash).bubble.put(row, inside);
    world.of(clash).openedBy.put(row, event.id);
    for (let of = 0; of < world.of(group).count; of++) {
      if (of !== event.group && !hostile(world, of, event.group)) continue;
      fights.state.put(of, 1);
      fights.since.put(of, event.time);
      for (const who of peopleIn(world, of))
        if (world.of(position).gone.raw[who] === 0) enterBubble(world, who, inside);
    }
  },
});

/** It is over. */
export const ended = eventKind('engagement/ended', {
  roles: { group: role(group), place: role(place) },
  data: { how: oneOf(['left', 'beaten', 'overrun', 'quiet']) },
  possible: (world, event) => world.of(campaign).state.raw[event.group] === 1,
  apply: (world, event) => {
    const fights = world.of(campaign);
    const rows = world.of(clash);
    for (let of = 0; of < world.of(group).count; of++) {
      if (of !== event.group && !hostile(world, of, event.group)) continue;
      fights.state.put(of, 2);
      fights.endedBy.put(of, event.id);
    }
    for (let row = 0; row < rows.count; row++) {
      if (!rows.isLive(row)) continue;
      const inside = rows.bubble.at(row);
      rows.remove(row);
      if (inside >= 0) closeBubble(world, inside);
    }
    gather(world);
  },
});

/** Those who are left live on by the minute for a while. */
function gather(world: World): void {
  const scene = openBubble(world, SCENE);
  for (let who = 0; who < world.of(person).count; who++) {
    if (world.of(body).alive.raw[who] === 1 && world.of(position).gone.raw[who] === 0) enterBubble(world, who, scene);
  }
}

const close = rule('engagement/close', { phase: 'settle', at: 'second' }, (world, beat) => {
  if (world.time % EVERY !== 0) return;
  const fights = world.of(campaign);
  for (let of = 0; of < world.of(group).count; of++) {
    if (fights.state.raw[of] !== 1 || !attacks(world, of, beat.bubble)) continue;
    const defenders = beat.members.filter((who) => hostile(world, of, groupOf(world, who)));
    const attackers = peopleIn(world, of);
    const at = world.of(position).at.raw[attackers[0]];
    world.trace.open(-1, world.time);
    const lastOut = lastToDropOut(world, attackers);
    const lastStanding = lastToDropOut(world, defenders);
    if (lastOut > 0) {
      const left = attackers.some((who) => world.of(position).gone.raw[who] === 1);
      world.propose(ended, { group: of, place: at, how: left ? 'left' : 'beaten' }, [reason(lastOut)]);
    } else if (lastStanding > 0 && attackers.every((who) => world.of(position).gone.raw[who] === 1)) {
      world.propose(ended, { group: of, place: at, how: 'overrun' }, [reason(lastStanding)]);
    } else if (quietSince(world, beat.members) > QUIET && world.time - fights.since.raw[of] > QUIET) {
      world.propose(ended, { group: of, place: at, how: 'quiet' }, [enabled(world.of(clash).openedBy.raw[0])]);
    }
    world.trace.close(false);
  }
});

/** The group that came is the one whose home it is not. */
function attacks(world: World, of: number, inside: number): boolean {
  return (
    world.of(intent).stage.raw[of] >= 2 &&
    (inside < 0 ||
      peopleIn(world, of).some((who) => bubbleOf(world, who) === inside || world.of(position).gone.raw[who] === 1))
  );
}

/** The event by which the last of them dropped out of the fight; 0 while one of them is still in it. */
function lastToDropOut(world: World, people: readonly number[]): number {
  const bodies = world.of(body);
  const where = world.of(position);
  let last = 0;
  for (const who of people) {
    if (where.gone.at(who) === 1) last = Math.max(last, where.goneBy.raw[who]);
    else if (bodies.down.at(who) === 1) last = Math.max(last, bodies.downBy.raw[who]);
    else return 0;
  }
  return last;
}

function quietSince(world: World, people: readonly number[]): number {
  let last = -Infinity;
  for (const who of people) last = Math.max(last, world.of(notice).flashAt.raw[who]);
  return world.time - last;
}

export const engagement = defineSystem({
  id: 'engagement',
  after: ['groups', 'places', 'wounds', 'sight', 'resolve'],
  tables: [clash, campaign],
  events: { opened, ended },
  words,
  rules: [close],
});
