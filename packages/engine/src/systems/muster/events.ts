import { believe } from '../../kernel/beliefs.ts';
import { bubbleOf, closeBubble } from '../../kernel/bubbles.ts';
import { BY_HEARING, BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import { barrier } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { standDown } from '../defence/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf } from '../groups/state.ts';
import { comeTo } from '../places/system.ts';
import { holdPost } from '../routine/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { comeToThemselves } from '../will/state.ts';
import { absence, gathering, stageOf } from './state.ts';

/** Seconds for which whoever is posted at a breach stands there, unless the watch is set before. [d] */
const POSTED_SECONDS = 4 * 3600;

/** How those who are left take it that it is over. */
export const MOODS = ['relief', 'both', 'grief'] as const;

/** The leader calls the living together. */
export const calledTogether = eventKind('muster/called-together', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  notice: { seen: 0, heard: 80 },
  possible: (world, event) => stageOf(world, event.group) === 0,
  apply: (world, event) => {
    const rows = world.of(gathering);
    rows.state.put(event.group, 1);
    rows.after.put(event.group, world.of(campaign).endedBy.raw[event.group]);
    rows.calledAt.put(event.group, event.time);
    rows.called.put(event.group, event.id);
    rows.counted.put(event.group, 0);
  },
});

/** Somebody tells the leader who is down. */
export const reported = eventKind('muster/reported', {
  roles: { actor: role(person), target: role(person), about: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 && world.of(body).alive.raw[event.target] === 1,
  apply: (world, event) => {
    world.chronicle.addWitness(witnessWord(event.target, BY_HEARING, 255));
    believe(world, event.target, hasFallen, event.about, {
      place: event.place,
      confidence: 0.8,
      source: event.id,
      from: event.actor,
      hops: 1,
    });
  },
});

/** The leader has somebody stand where the walls are open. */
export const posted = eventKind('muster/posted', {
  roles: { actor: role(person), target: role(person), barrier: role(barrier), place: role(place) },
  possible: (world, event) => canAct(world, event.actor) && canAct(world, event.target),
  apply: (world, event) => {
    comeTo(world, event.target, event.place, event.id);
    holdPost(world, event.target, event.place, event.time + POSTED_SECONDS, event.id);
  },
});

/** They take in that it is over: with relief where few are known to have fallen, with grief where many are. */
export const tookItIn = eventKind('muster/took-it-in', {
  roles: { group: role(group), place: role(place) },
  data: { mood: oneOf(MOODS), present: whole32('people'), fallen: whole32('known to have fallen') },
  possible: (world, event) => world.of(gathering).state.raw[event.group] === 1,
});

/** The leader counts heads. */
export const countedHeads = eventKind('muster/counted-heads', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { present: whole32('people'), missing: whole32('of whom nobody knows') },
  possible: (world, event) => world.of(gathering).counted.raw[event.group] === 0,
  apply: (world, event) => world.of(gathering).counted.put(event.group, event.id),
});

/** Somebody is not there, and nobody has seen them fall. */
export const missed = eventKind('muster/missed', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => world.of(absence).by.raw[event.target] === 0,
  apply: (world, event) => world.of(absence).by.put(event.target, event.id),
});

/** Whoever looks for somebody who is missing comes upon them, where they lie. */
export const found = eventKind('muster/found', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  data: { as: oneOf(['dead', 'alive']) },
  possible: (world, event) => canAct(world, event.actor) && world.of(absence).by.raw[event.target] !== 0,
  apply: (world, event) => {
    world.of(absence).by.put(event.target, 0);
    world.chronicle.addWitness(witnessWord(event.actor, BY_SIGHT, 255));
    const word = {
      place: event.place,
      confidence: 1,
      source: event.id,
      truth: world.of(body).downBy.raw[event.target],
    };
    believe(world, event.actor, hasFallen, event.target, word);
  },
});

/** The leader has everybody say how many rounds they have left. */
export const countedRounds = eventKind('muster/counted-rounds', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { rounds: whole32('rounds'), without: whole32('people who have none for what they carry') },
});

/** The leader sends people to rest; whoever is on watch stays up. The next fight is another. */
export const stoodDown = eventKind('muster/stood-down', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => world.of(gathering).state.raw[event.group] === 1,
  apply: (world, event) => {
    world.of(gathering).state.put(event.group, 2);
    standDown(world, groupOf(world, event.actor));
    comeToThemselves(world, event.group);
    const inside = bubbleOf(world, event.actor);
    if (inside >= 0) closeBubble(world, inside);
  },
});
