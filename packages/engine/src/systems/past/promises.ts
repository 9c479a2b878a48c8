import { enabled, eventKind, oneOf, role } from '../../kernel/events.ts';
import { choice, duration, entries, list, nameIn, optionally, record, text, withDefault } from '../../kernel/shape.ts';
import type { InferFields, Remark, Setup } from '../../kernel/shape.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { remember } from './memory.ts';
import { NO_TIE, addBond, promise, promiseOf } from './state.ts';

/** What people promise each other. */
export const PROMISES = [
  'come back',
  'stand by them',
  'hold the wall',
  'keep the gate',
  'bring medicine',
  'share the harvest',
  'repay',
  'harm nobody',
  'stay away',
  'keep quiet',
] as const;
export type Promised = (typeof PROMISES)[number];

/** How much of a grudge a broken promise leaves; those on which lives hang leave more. [d] */
const BROKEN_WEIGHS = 0.5;
const GRAVE_WEIGHS = 0.7;
const GRAVE: readonly Promised[] = ['come back', 'stand by them', 'hold the wall', 'keep the gate', 'bring medicine'];

export const peoplePromises = entries('people', {
  promises: withDefault(
    list(
      record({
        to: nameIn('people', 'To whom.'),
        that: choice(PROMISES, 'What was promised.'),
        ago: duration('How long before the first day it was given.'),
        kept: optionally(duration('How long before the first day it was kept.')),
        broken: optionally(duration('How long before the first day it was broken.')),
        why: optionally(text('Why it was kept or broken, in a word or two.', 80)),
        'seen by': withDefault(list(nameIn('people', 'Who heard it given, and knows what came of it.')), []),
      }),
      'What they promised before the first day; one that was neither kept nor broken still stands.',
    ),
    [],
  ),
});
type Given = InferFields<(typeof peoplePromises)['fields']>['promises'][number];

/** Somebody gave their word. */
export const promised = eventKind('past/promised', {
  roles: { actor: role(person), target: role(person) },
  data: { that: oneOf(PROMISES) },
  uncaused: true,
  possible: (world, event) => promiseOf(world, event.actor, event.target, PROMISES.indexOf(event.that)) < 0,
  apply: (world, event) => {
    const rows = world.of(promise);
    const row = rows.add();
    rows.from.put(row, event.actor);
    rows.to.put(row, event.target);
    rows.what.put(row, PROMISES.indexOf(event.that));
    rows.given.put(row, event.id);
  },
});

/** They did as they had said. */
export const kept = eventKind('past/kept-promise', {
  roles: { actor: role(person), target: role(person) },
  data: { that: oneOf(PROMISES) },
  possible: (world, event) => promiseOf(world, event.actor, event.target, PROMISES.indexOf(event.that)) >= 0,
  apply: (world, event) => settle(world, event, 1),
});

/** They did not do as they had said; it is held against them. */
export const broke = eventKind('past/broke-promise', {
  roles: { actor: role(person), target: role(person) },
  data: { that: oneOf(PROMISES) },
  possible: (world, event) => promiseOf(world, event.actor, event.target, PROMISES.indexOf(event.that)) >= 0,
  apply: (world, event) => {
    settle(world, event, 2);
    const weight = GRAVE.includes(event.that) ? GRAVE_WEIGHS : BROKEN_WEIGHS;
    addBond(world, event.target, event.actor, NO_TIE, weight, event.id);
  },
});

function settle(world: World, event: { actor: number; target: number; that: Promised; id: number }, as: number): void {
  const rows = world.of(promise);
  const row = promiseOf(world, event.actor, event.target, PROMISES.indexOf(event.that));
  rows.state.put(row, as);
  rows.ended.put(row, event.id);
}

/** Something of the past that is to be recorded, so long before the beginning. */
export interface Told {
  readonly key: string;
  readonly ago: number;
  readonly record: () => void;
}

/** All promises of a scenario, and what came of each, still to be put in order of time with what else was done. */
export function toldPromises(world: World, setup: Setup): Told[] {
  const told: Told[] = [];
  for (const [key, { promises }] of setup.entries(peoplePromises)) {
    for (const given of promises) {
      told.push({ key, ago: given.ago, record: () => recordPromise(world, key, given, promised, given.ago) });
      if (given.broken !== undefined) told.push(ended(world, key, given, broke, given.broken));
      else if (given.kept !== undefined) told.push(ended(world, key, given, kept, given.kept));
    }
  }
  return told;
}

function ended(world: World, key: string, given: Given, kind: typeof broke | typeof kept, ago: number): Told {
  return { key, ago, record: () => recordPromise(world, key, given, kind, ago) };
}

function recordPromise(
  world: World,
  key: string,
  given: Given,
  kind: typeof promised | typeof broke | typeof kept,
  ago: number,
): void {
  const actor = world.cast.mustRow(person, key);
  const target = world.cast.mustRow(person, given.to);
  const row = promiseOf(world, actor, target, PROMISES.indexOf(given.that));
  const because = row < 0 ? [] : [enabled(world.of(promise).given.raw[row])];
  const at = world.time - ago;
  const id = world.recordPast(kind, { actor, target, that: given.that }, at, because);
  if (id > 0) remember(world, actor, target, given['seen by'], id, at);
}

/** What cannot be about somebody's promises. */
export function oddPromises(setup: Setup, key: string): Remark[] {
  const remarks: Remark[] = [];
  const odd = (i: number, code: string, message: string, hint: string, field: string): void => {
    remarks.push({ severity: 'error', code, path: ['people', key, 'promises', i, field], message, hint });
  };
  const promises = setup.entries(peoplePromises).get(key)?.promises ?? [];
  promises.forEach((given, i) => {
    if (given.to === key) odd(i, 'own-promise', `${key} cannot promise ${key} anything.`, 'Name somebody else.', 'to');
    for (const field of ['kept', 'broken'] as const) {
      const ago = given[field];
      if (ago === undefined || ago < given.ago) continue;
      const message = `It cannot be ${field} before it is given.`;
      odd(i, 'promise-before', message, 'Make "ago" longer, or this shorter.', field);
    }
    if (given.kept === undefined || given.broken === undefined) return;
    odd(i, 'kept-and-broken', 'A promise is kept or broken, not both.', 'Leave one of the two out.', 'broken');
  });
  return remarks;
}
