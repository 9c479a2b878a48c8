/** A promise is made, and kept, or broken, or nothing is owed any more. Whoever is there, and whom it concerns, knows. */
import { believe } from '../../kernel/beliefs.ts';
import { BY_HEARING, BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, maybe, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct, captive } from '../captivity/state.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { NO_TIE, addBond } from '../past/state.ts';
import { position } from '../places/state.ts';
import { PROMISES, RELEASES, STANDINGS, isVow, keptWord, promise, promiseOf } from './state.ts';
import type { Parties, Promised } from './state.ts';

/** How much of a grudge a broken promise leaves; those on which lives hang leave more, what was a courtesy less. [d] */
const BROKEN_WEIGHS = 0.4;
const GRAVE_WEIGHS = 0.7;
const LIGHT_WEIGHS = 0.15;
const GRAVE: readonly Promised[] = ['come back', 'stand by them', 'hold the wall', 'keep the gate', 'bring medicine'];
export const LIGHT: readonly Promised[] = ['be back by dark', 'take their watch'];
/** How much whoever swears to make somebody pay holds against them from then on. [d] */
const SWORN_WEIGHS = 0.8;
/** The most who take note of it, beside whom it concerns. [d] */
const MOST_BESIDE = 12;

/** `place` is where whoever makes it is; nobody knows any more who stood by at what was said before the first day. */
const between = {
  actor: role(person),
  target: maybe(person),
  group: maybe(group),
  about: maybe(person),
  place: maybe(place),
} as const;
interface Between {
  readonly actor: number;
  readonly target?: number;
  readonly group?: number;
  readonly about?: number;
  readonly place?: number;
  readonly that: Promised;
}
type Happened = Between & { readonly id: number };

const partiesOf = ({ actor, target = -1, group: of = -1, about = -1 }: Between): Parties => ({
  from: actor,
  to: target,
  toGroup: of,
  about,
});
const stands = (world: World, event: Between): boolean => promiseOf(world, partiesOf(event), event.that) >= 0;

/** Somebody gives their word, or swears something. */
export const made = eventKind('promises/made', {
  roles: between,
  data: { that: oneOf(PROMISES), within: whole32('h') },
  uncaused: true,
  possible: (world, event) => !stands(world, event),
  apply: (world, event) => {
    const rows = world.of(promise);
    const row = rows.add();
    const { from, to, toGroup, about } = partiesOf(event);
    rows.from.put(row, from);
    rows.to.put(row, to + 1);
    rows.toGroup.put(row, toGroup + 1);
    rows.about.put(row, about + 1);
    rows.what.put(row, PROMISES.indexOf(event.that));
    rows.due.put(row, event.within === 0 ? 0 : event.time + event.within * 3600);
    rows.given.put(row, event.id);
    for (const who of besides(world, event)) world.chronicle.addWitness(witnessWord(who, BY_HEARING, 220));
    if (event.that === 'make them pay' && to >= 0) addBond(world, from, to, NO_TIE, SWORN_WEIGHS, event.id);
  },
});

/** They did as they had said. */
export const kept = eventKind('promises/kept', {
  roles: between,
  data: { that: oneOf(PROMISES) },
  possible: stands,
  apply: (world, event) => {
    settle(world, event, 'kept');
    getAbout(world, event, false);
  },
});

/** They did not do as they had said; it is held against them. */
export const broken = eventKind('promises/broken', {
  roles: between,
  data: { that: oneOf(PROMISES) },
  possible: stands,
  apply: (world, event) => {
    settle(world, event, 'broken');
    getAbout(world, event, true);
    if (event.target === undefined || event.target < 0) return;
    const weight = GRAVE.includes(event.that)
      ? GRAVE_WEIGHS
      : LIGHT.includes(event.that)
        ? LIGHT_WEIGHS
        : BROKEN_WEIGHS;
    addBond(world, event.target, event.actor, NO_TIE, weight, event.id);
  },
});

/** Nothing is owed any more. */
export const released = eventKind('promises/released', {
  roles: between,
  data: { that: oneOf(PROMISES), why: oneOf(RELEASES) },
  possible: stands,
  apply: (world, event) => settle(world, event, 'released'),
});

function settle(world: World, event: Happened, as: (typeof STANDINGS)[number]): void {
  const rows = world.of(promise);
  const row = promiseOf(world, partiesOf(event), event.that);
  rows.state.put(row, STANDINGS.indexOf(as));
  rows.ended.put(row, event.id);
}

/** Whom it concerns, and who is there, knows what came of it; of a vow nobody has anything to tell. */
function getAbout(world: World, event: Happened, denied: boolean): void {
  if (event.place === undefined || event.place < 0 || isVow(event.that)) return;
  const word = { confidence: 1, source: event.id, truth: event.id, negated: denied };
  believe(world, event.actor, keptWord, event.actor, word);
  for (const who of [...concerned(world, event), ...besides(world, event)]) {
    world.chronicle.addWitness(witnessWord(who, BY_SIGHT, 220));
    believe(world, who, keptWord, event.actor, word);
  }
}

/** Those to whom it was promised, alive; of a whole group those who are there and free. */
function concerned(world: World, { actor, target = -1, group: of = -1 }: Between): number[] {
  const those = of >= 0 ? peopleIn(world, of) : target >= 0 ? [target] : [];
  const { alive } = world.of(body);
  const { gone } = world.of(position);
  const { state } = world.of(captive);
  return those.filter(
    (who) => who !== actor && alive.raw[who] === 1 && (of < 0 || (gone.raw[who] === 0 && state.raw[who] === 0)),
  );
}

/** Those of the same side who are there and awake, but for those whom it concerns. */
function besides(world: World, event: Between): number[] {
  if (event.place === undefined || event.place < 0) return [];
  const own = concerned(world, event);
  const { at } = world.of(position);
  return peopleIn(world, groupOf(world, event.actor))
    .filter((who) => who !== event.actor && at.raw[who] === event.place && canAct(world, who) && !own.includes(who))
    .slice(0, MOST_BESIDE);
}
