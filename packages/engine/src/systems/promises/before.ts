/** What people had promised each other before the first day, and what came of it. */
import { enabled } from '../../kernel/events.ts';
import { choice, duration, entries, list, nameIn, optionally, record, text, withDefault } from '../../kernel/shape.ts';
import type { InferFields, Remark, Setup } from '../../kernel/shape.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { remember } from '../past/memory.ts';
import { broken, kept, made } from './events.ts';
import { PROMISED_BEFORE, promise, promiseOf } from './state.ts';
import type { Promised } from './state.ts';

export const peoplePromises = entries('people', {
  promises: withDefault(
    list(
      record({
        to: nameIn('people', 'To whom.'),
        that: choice(PROMISED_BEFORE, 'What was promised, or sworn against them.'),
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
      told.push({ key, ago: given.ago, record: () => recordMade(world, key, given) });
      if (given.broken !== undefined) told.push(ended(world, key, given, broken, given.broken));
      else if (given.kept !== undefined) told.push(ended(world, key, given, kept, given.kept));
    }
  }
  return told;
}

function recordMade(world: World, key: string, given: Given): void {
  const { actor, target, that } = rolesOf(world, key, given);
  const at = world.time - given.ago;
  const id = world.recordPast(made, { actor, target, that, within: 0 }, at);
  if (id > 0) remember(world, actor, target, given['seen by'], id, at);
}

function ended(world: World, key: string, given: Given, kind: typeof broken | typeof kept, ago: number): Told {
  const record = (): void => {
    const fields = rolesOf(world, key, given);
    const row = promiseOf(world, { from: fields.actor, to: fields.target, toGroup: -1, about: -1 }, given.that);
    const because = row < 0 ? [] : [enabled(world.of(promise).given.raw[row])];
    const at = world.time - ago;
    const id = world.recordPast(kind, fields, at, because);
    if (id > 0) remember(world, fields.actor, fields.target, given['seen by'], id, at);
  };
  return { key, ago, record };
}

const rolesOf = (
  world: World,
  key: string,
  { to, that }: Given,
): { actor: number; target: number; that: Promised } => ({
  actor: world.cast.mustRow(person, key),
  target: world.cast.mustRow(person, to),
  that,
});

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
