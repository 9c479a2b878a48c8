/** Those who were sent creep up, lie there for an hour or two, and go back with what they have seen; or they are noticed. */
import { enabled, reason } from '../../kernel/events.ts';
import { SECONDS, rule } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { alarm } from '../alarms/state.ts';
import type { Lurker } from '../alarms/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { peopleOfHome } from '../routine/beds.ts';
import { night, roster } from '../routine/state.ts';
import { crept, fled, looked, reported, watchersSeen } from './events.ts';
import { wayFrom, whoSends } from './senders.ts';
import { ERRANDS, errand } from './state.ts';

/** Hours that the way back takes at the least. [d] */
const BACK_HOURS = 4;

/** Everybody who lies there to look at a group; in their first hour, and in their last, they move. Plain reads. */
export function lyingAbout(world: World, of: number): Lurker[] {
  const { stage, at, came, until, of: whom } = world.of(errand);
  const found: Lurker[] = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (ERRANDS[stage.raw[who]] !== 'there' || whom.raw[who] !== of + 1) continue;
    const arrived = world.chronicle.time(came.raw[who]);
    const moves = world.time - arrived <= SECONDS.hour || until.raw[who] - world.time < SECONDS.hour;
    found.push({ who, at: at.raw[who] - 1, by: came.raw[who], moves });
  }
  return found;
}

/** They come, and they go. */
export const creep = rule('scouting/creep', { phase: 'sense', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const rows = world.of(errand);
  for (const who of beat.members) {
    const stage = ERRANDS[rows.stage.raw[who]];
    if (stage === 'none') continue;
    // Whoever has come in to those at whom they were to look is a scout no longer.
    if (world.of(position).gone.raw[who] === 0) {
      rows.stage.raw[who] = 0;
      continue;
    }
    const [of, place] = [rows.of.raw[who] - 1, rows.at.raw[who] - 1];
    const over = world.time >= rows.until.raw[who];
    // Whoever never got there, and whoever comes back to nobody, is on no errand any longer.
    if (stage === 'on the way' && over) rows.stage.raw[who] = 0;
    else if (stage === 'on the way' && world.time >= rows.from.raw[who]) comeUp(world, who, of, place);
    else if (stage === 'there' && (over || world.of(campaign).state.raw[of] === 1)) look(world, who, of, place);
    else if (stage === 'on the way back' && world.time >= rows.until.raw[who] + wayBack(world, who)) {
      report(world, who, of);
    }
  }
});

/** Seconds until they are back with whoever sent them. */
function wayBack(world: World, who: number): number {
  const way = wayFrom(world, groupOf(world, who));
  return Math.max(BACK_HOURS * SECONDS.hour, way === Infinity ? 0 : way);
}

/** Who goes with somebody who was sent; -1 for nobody. */
const mateOf = (world: World, who: number): number => world.of(errand).mate.raw[who] - 1;

function comeUp(world: World, who: number, of: number, place: number): void {
  world.trace.open(who, world.time);
  world.of(errand).stage.at(who);
  world.propose(crept, { actor: who, other: mateOf(world, who), group: of, place }, [
    reason(world.of(errand).sent.raw[who]),
  ]);
  world.trace.close(false);
}

function look(world: World, who: number, of: number, place: number): void {
  world.trace.open(who, world.time);
  world.of(errand).stage.at(who);
  readWatch(world, of);
  const watchers = watchersSeen(world, of).length;
  const fields = { actor: who, other: mateOf(world, who), group: of, place, watchers };
  world.propose(looked, fields, [enabled(world.of(errand).came.raw[who])]);
  world.trace.close(false);
}

/** Who is seen on watch rests on who was called for it, and on who relieved whom. Tracked. */
function readWatch(world: World, of: number): void {
  const { on, post } = world.of(roster);
  world.of(night).setBy.at(of);
  for (const who of peopleOfHome(world, of)) {
    on.at(who);
    post.at(who);
  }
}

function report(world: World, who: number, of: number): void {
  const rows = world.of(errand);
  const target = whoSends(world, groupOf(world, who));
  if (target < 0 || target === who) {
    rows.stage.raw[who] = 0;
    return;
  }
  world.trace.open(who, world.time);
  rows.stage.at(who);
  const fields = { actor: who, target, group: of, watchers: rows.watchers.raw[who] };
  world.propose(reported, fields, [reason(rows.looked.raw[who])]);
  world.trace.close(false);
}

/** Whoever lies where an alarm is raised hears it, and is gone. */
export const flee = rule('scouting/flee', { phase: 'act', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0) return;
  const rows = world.of(errand);
  const alarms = world.of(alarm);
  for (const who of beat.members) {
    if (ERRANDS[rows.stage.raw[who]] !== 'there') continue;
    const of = rows.of.raw[who] - 1;
    if (alarms.state.raw[of] === 0 || alarms.lurker.raw[of] === 0 || alarms.at.raw[of] !== rows.at.raw[who]) continue;
    world.trace.open(who, world.time);
    alarms.state.at(of);
    const fields = { actor: who, other: mateOf(world, who), group: of, place: rows.at.raw[who] - 1 };
    world.propose(fled, fields, [reason(alarms.by.raw[of])]);
    world.trace.close(false);
  }
});
