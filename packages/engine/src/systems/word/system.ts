import { believe, claim, mind } from '../../kernel/beliefs.ts';
import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { eventKind, reason, role } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ROUSES, body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { groupOf, member } from '../groups/state.ts';
import { makeNoise } from '../hearing/state.ts';
import { ground, metresBetween, position } from '../places/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { nerves } from '../resolve/state.ts';
import { FRESH, isAt, notice } from '../sight/state.ts';
import { calling } from './state.ts';
import { words } from './words.ts';

/** Metres at which a shout outdoors is as likely understood as not, and how much a wall takes off. [d] */
const SHOUT_METRES = 60;
const WALLED = 0.6;
/** How surely a shout is understood within one place. [d] */
const SAME_PLACE = 0.97;
/** Somebody calls out at most once in so many seconds. [d] */
const CALL_EVERY = 20;
/** When somebody may think of calling out: once in so many seconds. [d] */
const THINKS_EVERY = 4;
/** By how many seconds word of mouth is older than a look: too old to aim by. */
const OLDER_THAN_SIGHT = FRESH + 1;
const P_HEAR = purpose('word/hear');

/** Sets what somebody says apart from what else they say in the same second, as part of the key of its luck: more than any reach in metres. */
const NEXT_BREATH = 1024;

/**
 * Whether a shout from one person reaches another, by luck that is the same for the same two in the same second. Who says
 * several things in one second gives for each how many went before it: one can be missed and the other not.
 */
export function hears(world: World, speaker: number, hearer: number, metres = SHOUT_METRES, before = 0): boolean {
  const where = world.of(position);
  const [from, to] = [where.at.at(speaker), where.at.at(hearer)];
  const far = metresBetween(world, from, to) / metres;
  const luck = world.luck(P_HEAR, speaker, hearer, metres + NEXT_BREATH * before);
  if (from === to) return luck < SAME_PLACE;
  const walls = world.of(ground).roofed.raw[to] === 1 ? WALLED : 1;
  return luck < walls / (1 + far * far * far);
}

/** Somebody shouts to their own where an enemy is. */
export const called = eventKind('word/called', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => world.of(body).down.raw[event.actor] === 0 && world.of(body).alive.raw[event.actor] === 1,
  spend: (world, event) => world.of(calling).last.put(event.actor, world.time),
  apply: (world, event) => {
    const { group: groups } = world.of(member);
    const bodies = world.of(body);
    const side = groupOf(world, event.actor);
    makeNoise(world, world.of(position).at.raw[event.actor], 'shouting', SHOUT_METRES, 0, event.actor, event.id);
    const { gone } = world.of(position);
    const { count } = world.of(person);
    world.trace.open(-1, world.time);
    for (let who = 0; who < count; who++) {
      if (who === event.actor || groups.raw[who] !== side || bodies.alive.raw[who] === 0) continue;
      if (gone.raw[who] === 1 || !hears(world, event.actor, who)) continue;
      if (bodies.awake.raw[who] === 0) {
        bodies.roused.add(who, ROUSES.shout, event.id);
        continue;
      }
      world.chronicle.addWitness(witnessWord(who, BY_HEARING, 180));
      believe(world, who, isAt, event.target, {
        place: event.place,
        confidence: 0.7,
        source: event.id,
        truth: event.id,
        from: event.actor,
        hops: 1,
        // Word of a place is not sight of it: it tells where to look, and is older than a look.
        seen: world.time - OLDER_THAN_SIGHT,
      });
    }
    world.trace.close(false);
  },
});

/** Those who have just seen an enemy call out, unless they lie hidden or creep up. */
const callOut = rule('word/call-out', { phase: 'decide', at: 'second' }, (world, beat) => {
  const claims = world.of(claim);
  const calls = world.of(calling);
  const seen = world.of(notice);
  const bodies = world.of(body);
  for (const who of beat.members) {
    if (!world.isTurn(person, who, THINKS_EVERY, 1) || bodies.down.raw[who] === 1 || bodies.alive.raw[who] === 0)
      continue;
    // Prisoners keep quiet.
    if (world.of(captive).state.raw[who] !== 0) continue;
    if (seen.hidden.raw[who] === 1 || seen.alarmed.raw[who] === 0) continue;
    // Whoever creeps up keeps quiet, until they are fired at.
    const told = TASKS[world.of(duty).task.raw[who]];
    if ((told === 'creep up' || told === 'scout') && world.of(nerves).suppression.raw[who] === 0) continue;
    if (calls.last.raw[who] !== 0 && world.time - calls.last.raw[who] < CALL_EVERY) continue;
    const news = newest(world, who, calls.last.raw[who]);
    if (news < 0) continue;
    world.trace.open(who, world.time);
    bubbleOf(world, who);
    bodies.down.at(who);
    calls.last.at(who);
    seen.alarmed.at(who);
    seen.hidden.at(who);
    world.of(duty).task.at(who);
    const source = claims.source0.at(news);
    const target = claims.subject.at(news);
    world.propose(called, { actor: who, target, place: claims.place.at(news) - 1 }, [reason(source)]);
    world.trace.close(false);
  }
});

/** The newest sighting of one's own that is younger than the last call, or -1. */
function newest(world: World, who: number, since: number): number {
  const claims = world.of(claim);
  let best = -1;
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] !== isAt.hash || claims.from.raw[row] !== 0) continue;
    if (claims.changed.raw[row] <= since || world.time - claims.changed.raw[row] > CALL_EVERY) continue;
    if (best < 0 || claims.changed.raw[row] > claims.changed.raw[best]) best = row;
  }
  return best;
}

export const word = defineSystem({
  id: 'word',
  after: ['sight'],
  tables: [calling],
  events: { called },
  words,
  rules: [callOut],
});
