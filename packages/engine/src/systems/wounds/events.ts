import { believe } from '../../kernel/beliefs.ts';
import type { Predicate } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, maybe, oneOf, real, reason, role } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, member } from '../groups/state.ts';
import { dropHeld } from '../items/dropping.ts';
import { position, sightBetween } from '../places/state.ts';
import { hamper, stillHere } from '../places/system.ts';
import { nerves } from '../resolve/state.ts';
import { leaveOff } from './care.ts';
import { CLOTS_BELOW, REGIONS, TAKES, able, hasFallen, isHurt, vitals, wound } from './state.ts';
import type { Region, Takes } from './state.ts';
import { runUntilNow } from './volume.ts';

/** What strain wounds and falls put on those who bear and see them. [d] */
const STRAIN_OWN_WOUND = 0.4;
const STRAIN_SEEN_FALL = 0.1;
const STRAIN_SEEN_DEATH = 0.15;
/** Chance that somebody awake sees a comrade hit in the same place, and in another in full view. [d] */
const SEEN_NEAR = 0.95;
const SEEN_FAR = 0.6;
const P_WITNESS = purpose('wounds/witness');
const P_FOUL = purpose('wounds/foul');
const P_CLOSES = purpose('wounds/closes');
const P_LIES = purpose('wounds/lies');

/** A wound is made. */
export const wounded = eventKind('wounds/wounded', {
  roles: { target: role(person), actor: maybe(person), place: role(place) },
  data: { region: oneOf(REGIONS), flow: real('ml/min'), takes: oneOf(TAKES) },
  possible: (world, event) => world.of(body).alive.raw[event.target] === 1,
  apply: (world, event) => {
    const rows = world.of(wound);
    const state = world.of(vitals);
    if (state.wounds.raw[event.target] === 0) state.reckoned.put(event.target, event.time);
    // Whoever lived by the hour until now did so without the wound that is only made.
    else if (event.time - state.reckoned.raw[event.target] > 60) runUntilNow(world, event.target);
    const row = rows.add();
    rows.person.put(row, event.target);
    rows.ordinal.put(row, state.wounds.raw[event.target]);
    rows.region.put(row, REGIONS.indexOf(event.region));
    rows.flow.put(row, event.flow);
    rows.madeBy.put(row, event.id);
    rows.grave.put(row, isGrave(event.region, event.flow, event.takes) ? 1 : 0);
    drawCourse(world, row, event.target);
    state.open.put(event.target, state.open.raw[event.target] + 1);
    state.wounds.put(event.target, state.wounds.raw[event.target] + 1);
    state.worst.put(event.target, event.id);
    world.of(nerves).strain.add(event.target, STRAIN_OWN_WOUND, event.id);
    const { arms, armsBy } = world.of(able);
    if (event.region === 'arm' && arms.raw[event.target] === 0) {
      arms.put(event.target, 1);
      armsBy.put(event.target, event.id);
    }
    othersSee(world, event.target, event.id, isHurt, 0, world.nameLo(person, event.actor ?? -1));
    const fields = { actor: event.target, place: event.place, group: groupOf(world, event.target) };
    if (event.takes === 'life') world.propose(died, { ...fields, of: 'wound' }, [reason(event.id)]);
    else if (event.takes === 'feet') world.propose(fell, { ...fields, from: 'blow' }, [reason(event.id)]);
    else if (event.takes !== 'nothing') {
      world.propose(disabled, { actor: event.target, place: event.place, what: event.takes }, [reason(event.id)]);
    }
  },
});

/** Whether a wound is more than flesh. */
function isGrave(region: Region, flow: number, takes: Takes): boolean {
  return takes !== 'nothing' || flow >= CLOTS_BELOW || (region !== 'arm' && region !== 'leg');
}

/** The luck by which a wound heals or does not; drawn as it is made, so that it does not depend on when it is asked for. */
function drawCourse(world: World, row: number, who: number): void {
  const rows = world.of(wound);
  const salt = rows.ordinal.raw[row];
  rows.foulLuck.put(row, world.luck(P_FOUL, who, -1, salt));
  rows.closeLuck.put(row, world.luck(P_CLOSES, who, -1, salt));
  rows.lieLuck.put(row, world.luck(P_LIES, who, -1, salt));
}

/** Somebody loses the use of a limb: an arm, or as much of their legs as they run or walk with. */
export const disabled = eventKind('wounds/disabled', {
  roles: { actor: role(person), place: role(place) },
  data: { what: oneOf(['grip', 'stride', 'legs']) },
  possible: (world, event) => {
    const { arms, legs } = world.of(able);
    if (world.of(body).alive.raw[event.actor] === 0 || world.of(body).down.raw[event.actor] === 1) return false;
    if (event.what === 'grip') return arms.raw[event.actor] < 2;
    return legs.raw[event.actor] < (event.what === 'legs' ? 2 : 1);
  },
  apply: (world, event) => {
    const rows = world.of(able);
    if (event.what === 'grip') {
      rows.arms.put(event.actor, 2);
      rows.armsBy.put(event.actor, event.id);
      dropHeld(world, event.actor, [reason(event.id)], 'hurt');
      return;
    }
    hamper(world, event.actor, () => {
      rows.legs.put(event.actor, event.what === 'legs' ? 2 : 1);
      rows.legsBy.put(event.actor, event.id);
    });
  },
});

/** Somebody has lost so much blood that their head swims. */
export const weakened = eventKind('wounds/weakened', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 && world.of(able).faint.raw[event.actor] === 0,
  apply: (world, event) => {
    hamper(world, event.actor, () => {
      world.of(able).faint.put(event.actor, 1);
      world.of(able).faintBy.put(event.actor, event.id);
    });
  },
});

/** Somebody goes down and can do no more. */
export const fell = eventKind('wounds/fell', {
  roles: { actor: role(person), place: role(place), group: role(group) },
  turnOf: 'actor',
  data: { from: oneOf(['blow', 'blood', 'fever']) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(body).down.put(event.actor, 1);
    world.of(body).downBy.put(event.actor, event.id);
    leaveOff(world, event.actor);
    dropHeld(world, event.actor, [reason(event.id)]);
    stop(world, event.actor);
    othersSee(world, event.actor, event.id, hasFallen, STRAIN_SEEN_FALL);
  },
});

/** Somebody dies. */
export const died = eventKind('wounds/died', {
  roles: { actor: role(person), place: role(place), group: role(group) },
  turnOf: 'actor',
  data: { of: oneOf(['wound', 'bleeding', 'fever', 'hunger', 'thirst', 'cold']) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const bodies = world.of(body);
    bodies.alive.put(event.actor, 0);
    bodies.down.put(event.actor, 1);
    bodies.downBy.put(event.actor, event.id);
    leaveOff(world, event.actor);
    dropHeld(world, event.actor, [reason(event.id)]);
    stop(world, event.actor);
    othersSee(world, event.actor, event.id, hasFallen, STRAIN_SEEN_DEATH);
  },
});

/** Whoever was under way stays where they are. */
function stop(world: World, who: number): void {
  const { bound } = world.of(position);
  if (bound.raw[who] !== 0) stillHere(world, who);
  bound.put(who, 0);
}

/** Those who see it know of it; on comrades it weighs. That an enemy is hurt, short of falling, is not to be seen. */
function othersSee(world: World, hurt: number, source: number, what: Predicate, strain: number, salt = 0): void {
  const nerve = world.of(nerves).strain;
  // By the kind's name: its number is another in other rules.
  const kind = world.ruleset.kinds[world.chronicle.kind(source)].idHash[0];
  for (const who of sawIt(world, hurt, kind ^ salt)) {
    world.chronicle.addWitness(witnessWord(who, BY_SIGHT, 200));
    const comrade = world.of(member).group.raw[who] === groupOf(world, hurt);
    if (!comrade && what === isHurt) continue;
    believe(world, who, what, hurt, {
      place: world.of(position).at.raw[hurt],
      confidence: 0.9,
      source,
      truth: source,
    });
    if (comrade && strain > 0) nerve.add(who, strain, source);
  }
}

/** Who saw somebody hit, fall or die: those in sight, by luck; nobody on the map, where it happened far from it. `salt` keeps several in one second apart. */
export function sawIt(world: World, hurt: number, salt: number): number[] {
  const where = world.of(position);
  const bodies = world.of(body);
  const witnesses: number[] = [];
  if (where.gone.raw[hurt] === 1) return witnesses;
  for (let who = 0; who < world.of(person).count; who++) {
    if (who === hurt || bodies.alive.raw[who] === 0 || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1)
      continue;
    const sight = sightBetween(world, where.at.raw[who], where.at.raw[hurt]);
    if (sight === 0 || where.gone.raw[who] === 1) continue;
    const chance = where.at.raw[who] === where.at.raw[hurt] ? SEEN_NEAR : SEEN_FAR * sight;
    if (world.luck(P_WITNESS, who, hurt, salt) < chance) witnesses.push(who);
  }
  return witnesses;
}
