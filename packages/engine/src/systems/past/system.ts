import { believe, predicate } from '../../kernel/beliefs.ts';
import { peopleNames } from '../../kernel/cast.ts';
import { eventKind, maybe, oneOf, role } from '../../kernel/events.ts';
import {
  choice,
  duration,
  either,
  entries,
  list,
  map,
  nameIn,
  optionally,
  record,
  text,
  withDefault,
} from '../../kernel/shape.ts';
import type { Remark } from '../../kernel/shape.ts';
import { defineSystem } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { bond, bondOf } from './state.ts';
import { words } from './words.ts';

export const TIES = [
  'sister',
  'brother',
  'mother',
  'father',
  'daughter',
  'son',
  'wife',
  'husband',
  'friend',
  'fears',
  'trusts',
  'rival',
] as const;
/** Ties that are the same from the other side, or have a counterpart there. */
const MUTUAL: Readonly<Partial<Record<(typeof TIES)[number], (typeof TIES)[number]>>> = {
  sister: 'sister',
  brother: 'brother',
  wife: 'husband',
  husband: 'wife',
  friend: 'friend',
  rival: 'rival',
};
export const DEEDS = [
  'abandon',
  'betray',
  'steal',
  'strike',
  'break a promise',
  'save',
  'turn away',
  'kill kin',
] as const;
/** How much of a grudge each deed leaves. [d] */
const GRUDGE_OF: Readonly<Record<(typeof DEEDS)[number], number>> = {
  abandon: 0.7,
  betray: 0.9,
  steal: 0.4,
  strike: 0.5,
  'break a promise': 0.5,
  save: 0,
  'turn away': 0.6,
  'kill kin': 1,
};
const GRUDGES = { low: 0.3, middling: 0.6, high: 1 } as const;

export const peoplePast = entries('people', {
  ties: withDefault(
    map(
      nameIn('people'),
      either([
        choice(TIES),
        record({
          was: optionally(choice(TIES, 'What they once were to each other.')),
          is: optionally(choice(TIES)),
          grudge: optionally(choice(['low', 'middling', 'high'])),
        }),
      ]),
      'What others are to them.',
    ),
    new Map(),
  ),
  past: withDefault(
    list(
      record({
        did: choice(DEEDS, 'What they did.'),
        whom: optionally(nameIn('people', 'To whom.')),
        ago: duration('How long before the first day.'),
        why: optionally(text('Why, in a word or two.', 80)),
        'seen by': withDefault(list(nameIn('people')), []),
      }),
      'What they did before the first day; each becomes an event.',
    ),
    [],
  ),
});

/** The claim that somebody once did something. */
export const onceDid = predicate('past/did', person);

/** Something that was done before the first day. */
export const wronged = eventKind('past/wronged', {
  roles: { actor: role(person), target: maybe(person) },
  data: { deed: oneOf(DEEDS) },
  uncaused: true,
  apply: (world, event) => {
    if (event.target === undefined || event.target < 0 || event.deed === 'save') return;
    addBond(world, event.target, event.actor, TIES.length, GRUDGE_OF[event.deed], event.id);
  },
});

function addBond(world: World, from: number, to: number, kind: number, grudge: number, by: number): void {
  const rows = world.of(bond);
  let row = bondOf(world, from, to);
  if (row < 0) {
    row = rows.add();
    rows.from.put(row, from);
    rows.to.put(row, to);
    rows.kind.put(row, kind);
  }
  if (kind < TIES.length) rows.kind.put(row, kind);
  if (grudge > rows.grudge.raw[row]) rows.grudge.put(row, grudge);
  if (by !== 0) rows.by.put(row, by);
}

export const past = defineSystem({
  id: 'past',
  after: ['bodies'],
  tables: [bond],
  events: { wronged },
  words,
  scenario: [peoplePast],
  check: (setup) => {
    const remarks: Remark[] = [];
    for (const [key, fields] of setup.entries(peoplePast)) {
      fields.past.forEach((deed, i) => {
        if (deed.whom === key) {
          remarks.push({
            severity: 'error',
            code: 'own-victim',
            path: ['people', key, 'past', i, 'whom'],
            message: `${key} cannot ${deed.did} ${key}.`,
            hint: 'Name somebody else, or leave "whom" out.',
          });
        }
      });
      if (fields.ties.has(key)) {
        remarks.push({
          severity: 'error',
          code: 'own-tie',
          path: ['people', key, 'ties', key],
          message: `${key} is tied to nobody by that: it is the same person.`,
        });
      }
    }
    return remarks;
  },
  build: (world, setup) => {
    const deeds = [];
    for (const [key, fields] of setup.entries(peoplePast)) {
      for (const deed of fields.past) deeds.push({ key, deed });
    }
    // Oldest first: events are recorded in the order in which they happened.
    deeds.sort((a, b) => b.deed.ago - a.deed.ago || (a.key < b.key ? -1 : 1));
    for (const { key, deed } of deeds) {
      const actor = world.cast.mustRow(person, key);
      const target = deed.whom === undefined ? -1 : world.cast.mustRow(person, deed.whom);
      const id = world.recordPast(wronged, { actor, target, deed: deed.did }, world.time - deed.ago);
      const knowers = [
        ...deed['seen by'].map((name) => world.cast.mustRow(person, name)),
        ...(target < 0 ? [] : [target]),
        actor,
      ];
      for (const who of new Set(knowers)) {
        believe(world, who, onceDid, actor, { confidence: 1, source: id, truth: id, seen: world.time - deed.ago });
      }
    }
    for (const key of setup.entries(peopleNames).keys()) {
      const from = world.cast.mustRow(person, key);
      for (const [other, tie] of setup.entries(peoplePast).get(key)!.ties) {
        const to = world.cast.mustRow(person, other);
        const kind = typeof tie === 'string' ? tie : (tie.is ?? tie.was);
        const grudge = typeof tie === 'string' || tie.grudge === undefined ? 0 : GRUDGES[tie.grudge];
        addBond(world, from, to, kind === undefined ? TIES.length : TIES.indexOf(kind), grudge, 0);
        const back = kind === undefined ? undefined : MUTUAL[kind];
        if (back !== undefined) addBond(world, to, from, TIES.indexOf(back), 0, 0);
      }
    }
  },
});
