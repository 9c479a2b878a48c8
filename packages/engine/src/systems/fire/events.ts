import { believe } from '../../kernel/beliefs.ts';
import { witnessRow } from '../../kernel/chronicle.ts';
import { purpose } from '../../kernel/chance.ts';
import { eventKind, maybe, oneOf, reason, role } from '../../kernel/events.ts';
import type { EventKind } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { ground, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { rallied } from '../resolve/system.ts';
import { aim } from '../shooting/state.ts';
import { alarmed } from '../sight/events.ts';
import { died, fell } from '../wounds/events.ts';
import { BURNT_OUT, KEPT, NO_FIRE, WILD, blaze, burning, flames, isBurning } from './state.ts';

/** Seconds that a place burns at its fiercest where all of it is fuel, and those that a firebomb itself burns. [d] */
const BURNS_SECONDS = 3600;
const LIQUID_SECONDS = 40;
/** How hard it burns as it begins: a fire that is kept, a firebomb, sparks that have caught. [d] */
const KEPT_INTENSITY = 0.12;
const BOMB_INTENSITY = 0.2;
const SPARK_INTENSITY = 0.1;
/** The chance that a thrown firebomb breaks where it should and catches. [d] */
const CATCHES = 0.8;
const P_CATCHES = purpose('fire/catches');
/** What a burn puts on somebody's nerves; burns at which they go down, and die. [d] */
const BURN_STRAINS = 0.35;
const BURNS_DOWN = 3;
const BURNS_DEAD = 6;
/** What a burn leaves of what keeps somebody's head down. [d] */
const BURN_ROUSES = 0.3;
/** How sure those are who saw or heard that something burns. [d] */
const SURE = 0.9;

function kindle(world: World, at: number, stage: number, intensity: number, liquid: number, id: number): void {
  const rows = world.of(burning);
  rows.stage.put(at, stage);
  rows.by.put(at, id);
  rows.intensity.put(at, Math.max(rows.intensity.raw[at], intensity));
  rows.left.put(at, Math.max(rows.left.raw[at], BURNS_SECONDS * world.of(ground).fuel.raw[at]) + liquid);
  rows.doused.reset(at);
  const all = world.of(blaze);
  if (stage === WILD) all.wild.put(0, 1);
  if (all.any.raw[0] === 0) {
    all.any.put(0, 1);
    all.reckoned.put(0, world.time);
  }
}

/** A place comes to burn: kept as a fire ought to be, or set alight. */
export const lit = eventKind('fire/lit', {
  roles: { actor: maybe(person), place: role(place) },
  data: { how: oneOf(['kept', 'thrown', 'set']) },
  notice: { seen: 1, heard: 30 },
  uncaused: true,
  possible: (world, event) => [NO_FIRE, KEPT].includes(world.of(burning).stage.raw[event.place]),
  apply: (world, event) => {
    if (event.how === 'kept') kindle(world, event.place, KEPT, KEPT_INTENSITY, 0, event.id);
    else kindle(world, event.place, WILD, BOMB_INTENSITY, LIQUID_SECONDS, event.id);
  },
});

/** Somebody throws a firebomb. */
export const threw = eventKind('fire/threw', {
  roles: { actor: role(person), place: role(place), goal: role(place) },
  notice: { seen: 1, heard: 40 },
  possible: (world, event) =>
    world.of(flames).bombs.raw[event.actor] > 0 &&
    world.of(body).alive.raw[event.actor] === 1 &&
    world.of(body).down.raw[event.actor] === 0,
  spend: (world, event) => {
    const { bombs } = world.of(flames);
    bombs.put(event.actor, bombs.raw[event.actor] - 1);
  },
  apply: (world, event) => {
    if (world.luck(P_CATCHES, event.actor) >= CATCHES) return;
    world.propose(lit, { actor: event.actor, place: event.goal, how: 'thrown' }, [reason(event.id)]);
  },
});

/** The fire reaches a place beside it. */
export const spread = eventKind('fire/spread', {
  roles: { from: role(place), place: role(place) },
  notice: { seen: 1, heard: 20 },
  possible: (world, event) =>
    world.of(burning).stage.raw[event.place] < WILD && world.of(burning).stage.raw[event.from] === WILD,
  apply: (world, event) => kindle(world, event.place, WILD, SPARK_INTENSITY, 0, event.id),
});

/** There is nothing left to burn. */
export const burnedOut = eventKind('fire/burned-out', {
  roles: { place: role(place) },
  notice: { seen: 0.7, heard: 0 },
  possible: (world, event) => world.of(burning).stage.raw[event.place] === WILD,
  apply: (world, event) => quench(world, event.place, BURNT_OUT, event.id),
});

/** Those who fought it have put it out. */
export const doused = eventKind('fire/doused', {
  roles: { actor: role(person), place: role(place) },
  notice: { seen: 0.8, heard: 0 },
  possible: (world, event) => world.of(burning).stage.raw[event.place] === WILD,
  apply: (world, event) => quench(world, event.place, NO_FIRE, event.id),
});

function quench(world: World, at: number, stage: number, id: number): void {
  const rows = world.of(burning);
  rows.stage.put(at, stage);
  rows.by.put(at, id);
  rows.intensity.put(at, 0);
  const { fights } = world.of(flames);
  for (let who = 0; who < world.of(person).count; who++) if (fights.raw[who] === at + 1) fights.put(who, 0);
}

/** Somebody sees or smells that something burns that should not. */
export const noticed = eventKind('fire/noticed', {
  roles: { actor: role(person), goal: role(place), place: role(place) },
  data: { by: oneOf(['sight', 'smell']) },
  possible: (world, event) => world.of(body).awake.raw[event.actor] === 1,
  apply: (world, event) => {
    believe(world, event.actor, isBurning, event.goal, {
      place: event.goal,
      confidence: event.by === 'sight' ? 1 : SURE,
      source: event.id,
      truth: world.of(burning).by.raw[event.goal],
    });
    world.propose(alarmed, { actor: event.actor, place: event.place, by: 'fire' }, [reason(event.id)]);
  },
});

/** Somebody begins to fight a fire with water and earth. */
export const fought = eventKind('fire/fought', {
  roles: { actor: role(person), goal: role(place), place: role(place) },
  notice: { seen: 0.9, heard: 20 },
  possible: (world, event) =>
    world.of(burning).stage.raw[event.goal] === WILD &&
    world.of(flames).fights.raw[event.actor] === 0 &&
    world.of(body).down.raw[event.actor] === 0 &&
    world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const rows = world.of(flames);
    rows.fights.put(event.actor, event.goal + 1);
    rows.began.put(event.actor, event.id);
    world.of(aim).target.put(event.actor, 0);
  },
});

/** Somebody leaves a fire to itself. */
export const gaveUp = eventKind('fire/gave-up', {
  roles: { actor: role(person), goal: role(place) },
  possible: (world, event) => world.of(flames).fights.raw[event.actor] === event.goal + 1,
  apply: (world, event) => {
    world.of(flames).fights.put(event.actor, 0);
    world.of(burning).doused.add(event.goal, 0, event.id);
  },
});

/** Fire and smoke take hold of somebody. */
export const burned = eventKind('fire/burned', {
  roles: { actor: role(person), place: role(place) },
  notice: { seen: 0.9, heard: 40 },
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 && world.of(position).at.raw[event.actor] === event.place,
  apply: (world, event) => {
    const rows = world.of(flames);
    world.trace.open(-1, world.time);
    // The last burn is the end of somebody because of those before it.
    const burns = rows.burns.at(event.actor) + 1;
    rows.burns.put(event.actor, Math.min(255, burns));
    rows.burntBy.put(event.actor, event.id);
    const nerve = world.of(nerves);
    nerve.strain.add(event.actor, BURN_STRAINS, event.id);
    // Nobody keeps their head down in the flames.
    nerve.suppression.fade(event.actor, BURN_ROUSES, 1);
    if (nerve.pinned.raw[event.actor] === 1) world.propose(rallied, { actor: event.actor }, [reason(event.id)]);
    const fields = { actor: event.actor, place: event.place, group: groupOf(world, event.actor) };
    if (burns >= BURNS_DEAD) world.propose(died, { ...fields, of: 'wound' }, [reason(event.id)]);
    else if (burns >= BURNS_DOWN) world.propose(fell, { ...fields, from: 'blow' }, [reason(event.id)]);
    world.trace.close(false);
  },
});

/** What those make of it who see or hear that a fire breaks out, spreads or is out. */
export function heed(world: World, kind: EventKind, event: Readonly<Record<string, unknown>>, id: number): void {
  const out = kind.id === burnedOut.id || kind.id === doused.id;
  const breaksOut = kind.id === spread.id || (kind.id === lit.id && event['how'] !== 'kept');
  if (!out && !breaksOut) return;
  const at = event['place'] as number;
  for (const word of world.chronicle.witnessesOf(id)) {
    believe(world, witnessRow(word), isBurning, at, {
      place: at,
      confidence: SURE,
      source: id,
      truth: id,
      negated: out,
    });
  }
}
