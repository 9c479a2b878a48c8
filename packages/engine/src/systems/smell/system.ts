import { believe, findClaim } from '../../kernel/beliefs.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { BY_TOUCH, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, jointly, reason, role } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { ground, position } from '../places/state.ts';
import { alarmed } from '../sight/events.ts';
import { notice } from '../sight/state.ts';
import { firedHere, powderAt, reek } from './state.ts';
import { words } from './words.ts';

/** Shots in a place, not yet blown away, from which on it smells of powder. [d] */
const SMELLS_FROM = 5;
/** Everybody smells where they have come to once, within so many seconds. [d] */
const ON_ARRIVAL = 4;
/** Whoever fired within so many seconds has powder in their own nose. [d] */
const OWN_POWDER = 900;
/** How sure somebody is of what they smell. [d] */
const SURE = 0.9;

/** Somebody comes to a place and smells that there was firing. */
export const smelt = eventKind('smell/smelt', {
  roles: { actor: role(person), place: role(place) },
  apply: (world, event) => {
    const word = { place: event.place, confidence: SURE, source: event.id, truth: event.id };
    believe(world, event.actor, firedHere, event.place, word);
    world.chronicle.addWitness(witnessWord(event.actor, BY_TOUCH, 200));
    if (world.of(notice).alarmed.raw[event.actor] === 1) return;
    world.propose(alarmed, { actor: event.actor, place: event.place, by: 'smell' }, [reason(event.id)]);
  },
});

const arrive = rule('smell/arrive', { phase: 'sense', at: 'second' }, (world, beat) => {
  const shots = world.of(reek).powder.raw;
  let any = false;
  for (let at = 0; at < world.of(place).count; at++) if (shots[at] >= SMELLS_FROM) any = true;
  if (!any) return;
  const where = world.of(position);
  for (const who of beat.members) {
    if (!world.isTurn(person, who, ON_ARRIVAL, 3) || shots[where.at.raw[who]] < SMELLS_FROM) continue;
    if (where.by.raw[who] !== 0 && world.time - where.since.raw[who] < ON_ARRIVAL) sniff(world, who);
  }
});

function sniff(world: World, who: number): void {
  const bodies = world.of(body);
  const seen = world.of(notice);
  const where = world.of(position);
  const at = where.at.raw[who];
  if (bodies.alive.raw[who] === 0 || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1) return;
  if (seen.flash.raw[who] !== 0 && world.time - seen.flashAt.raw[who] < OWN_POWDER) return;
  if (powderAt(world, at, world.of(ground).roofed.raw[at] === 1) < SMELLS_FROM) return;
  if (findClaim(world, who, firedHere, at) >= 0) return;
  world.trace.open(who, world.time);
  bubbleOf(world, who);
  bodies.awake.at(who);
  where.at.at(who);
  seen.flash.at(who);
  world.of(reek).powder.at(at);
  const because = [...new Set([world.of(reek).by.raw[at], where.by.raw[who]])].filter((id) => id > 0);
  world.propose(smelt, { actor: who, place: at }, jointly(because, 1));
  world.trace.close(false);
}

export const smell = defineSystem({
  id: 'smell',
  after: ['bodies', 'places', 'sight'],
  tables: [reek],
  events: { smelt },
  words,
  rules: [arrive],
});
