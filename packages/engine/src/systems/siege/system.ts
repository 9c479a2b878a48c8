import { groupNames, peopleOf } from '../../kernel/cast.ts';
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import {
  choice,
  duration,
  entries,
  integer,
  list,
  map,
  nameIn,
  optionally,
  record,
  whole,
  withDefault,
} from '../../kernel/shape.ts';
import type { InferFields, Remark, Setup } from '../../kernel/shape.ts';
import { defineSystem } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { tiredness } from '../bodies/sleep.ts';
import { groupBonds } from '../groups/system.ts';
import { leaderOf, peopleIn } from '../groups/state.ts';
import { bond, bondOf } from '../past/state.ts';
import { ranShort } from '../raid/events.ts';
import { intent } from '../raid/state.ts';
import { HOW_MUCH } from '../stores/left.ts';
import { GOODS } from '../stores/state.ts';
import type { Good } from '../stores/state.ts';
import { HOW, RATIONS, assaulted, cutOff, invested, owe, rationed, usedUp, watchedThrough } from './events.ts';
import { investment } from './state.ts';
import { siegeLaid } from './facts.ts';
import { words } from './words.ts';

const DAY = 86_400;
/** Hours of sleep that a body wants, and what an hour short of it in one night costs, as hours awake: with four hours a
 * night 94 % of ability is left on the sixth day. [s: Haslam] */
const SLEEP_WANTS = 8;
const SHORT_OWES = 0.25;
/** How long before a siege its besiegers have lacked what they come for, in seconds. [d] */
const LACKED_BEFORE = 5 * DAY;
/** The share of a siege for which short rations have been given; how long before the beginning its sum is drawn, in seconds. [d] */
const LATER = 0.6;
const AT_LAST = 3600;

const assault = record({
  ago: duration('How long before the first day.'),
  at: nameIn('places', 'Where they came.'),
  ended: withDefault(choice(HOW, 'How it ended.'), 'beaten off'),
  lost: withDefault(integer(0, 200, 'How many of the besieged it cost.'), 0),
  cost: withDefault(integer(0, 200, 'How many of the besiegers it cost.'), 0),
});

export const siegeSection = whole(
  'siege',
  optionally(
    record(
      {
        of: nameIn('groups', 'Who is shut in.'),
        by: nameIn('groups', 'Who lies before the place.'),
        since: duration('How long before the first day it began.'),
        for: optionally(choice(GOODS, 'What the besiegers lack, and came for.')),
        'cut off from': withDefault(list(nameIn('places', 'What they can no longer get to.')), []),
        assaults: withDefault(list(assault, 'What was tried before.'), []),
        sleep: withDefault(integer(0, 12, 'Hours that the besieged have slept a night.'), SLEEP_WANTS),
        rations: withDefault(choice(RATIONS, 'What they have been given to eat.'), 'full'),
        used: withDefault(map(choice(GOODS), HOW_MUCH, 'What they have used up.'), new Map()),
      },
      'A siege that has gone on for days: what it was becomes events, and what it did to people goes into this night.',
    ),
  ),
);
type Siege = NonNullable<InferFields<{ siege: (typeof siegeSection)['shape'] }>['siege']>;

export const peopleSleep = entries('people', {
  'has slept': optionally(integer(0, 12, 'Hours a night during a siege, where it is other than what everybody got.')),
});

export const siege = defineSystem({
  id: 'siege',
  after: ['raid', 'past', 'resolve'],
  tables: [investment],
  events: {
    invested,
    'cut-off': cutOff,
    assaulted,
    'watched-through': watchedThrough,
    rationed,
    'used-up': usedUp,
  },
  facts: [siegeLaid],
  words,
  scenario: [siegeSection, peopleSleep],
  check: (setup) => {
    const fields = setup.whole(siegeSection);
    return fields === undefined ? [] : oddSiege(setup, fields);
  },
  build: (world, setup) => {
    const fields = setup.whole(siegeSection);
    if (fields === undefined) return;
    layDown(world, setup, fields);
    const bodies = world.of(body);
    for (let who = 0; who < world.of(person).count; who++) bodies.fatigue.raw[who] = tiredness(world, who);
  },
});

/** Everything that has happened since it began, oldest first. */
function layDown(world: World, setup: Setup, fields: Siege): void {
  const target = world.cast.mustRow(group, fields.of);
  const by = world.cast.mustRow(group, fields.by);
  const began = world.time - fields.since;
  const lacks = fields.for;
  if (lacks !== undefined && world.of(intent).shortBy.raw[by] === 0)
    world.recordPast(ranShort, { group: by, good: lacks }, began - LACKED_BEFORE);
  const why = reasonsFor(world, by, target, began);
  // Nobody lies for days before a place for nothing.
  if (lacks !== undefined && why.length === 0) return;
  const first = world.recordPast(invested, { group: by, target }, began, why);
  if (first === 0) return;
  const because = [reason(first)];
  const told: { readonly ago: number; readonly record: (at: number) => void }[] = [];
  for (const key of fields['cut off from']) {
    const roles = { group: by, target, place: world.cast.mustRow(place, key) };
    told.push({ ago: fields.since, record: (at) => world.recordPast(cutOff, roles, at, because) });
  }
  const days = Math.max(1, Math.floor(fields.since / DAY));
  if (fields.rations !== 'full') {
    // It takes a few days until a store is counted and found too small.
    const lasting = Math.ceil(days * LATER);
    const data = { group: target, to: fields.rations, days: lasting };
    told.push({ ago: lasting * DAY, record: (at) => world.recordPast(rationed, data, at, because) });
  }
  for (const { ago, at: key, lost, cost, ended: how } of fields.assaults) {
    const data = { group: by, target, place: world.cast.mustRow(place, key), how, lost, cost };
    told.push({ ago, record: (at) => world.recordPast(assaulted, data, at, because) });
  }
  for (const [good, used] of fields.used) {
    const data = { group: target, good: good as Good, amount: used };
    told.push({ ago: AT_LAST, record: (at) => world.recordPast(usedUp, data, at, because) });
  }
  // By the second night it tells.
  const tells = Math.max(AT_LAST, fields.since - 2 * DAY);
  told.push({ ago: tells, record: (at) => watch(world, setup, fields, target, first, at) });
  told.sort((a, b) => b.ago - a.ago);
  for (const { ago, record: tell } of told) tell(world.time - ago);
}

/** What they came for, and what their leader has against the other. */
function reasonsFor(world: World, by: number, target: number, began: number): Cause[] {
  const [theirs, ours] = [leaderOf(world, by), leaderOf(world, target)];
  const row = theirs < 0 || ours < 0 ? -1 : bondOf(world, theirs, ours);
  const old = row < 0 ? 0 : world.of(bond).by.raw[row];
  const known = [world.of(intent).shortBy.raw[by], old];
  return jointly(
    known.filter((id) => id !== 0 && world.chronicle.time(id) <= began),
    1,
  );
}

/** Everybody is short of sleep, some more than others. */
function watch(world: World, setup: Setup, fields: Siege, target: number, first: number, at: number): void {
  const nights = Math.max(1, Math.floor(fields.since / DAY));
  const own = setup.entries(peopleSleep);
  const people = peopleIn(world, target);
  const slept = (who: number): number => own.get(world.keyOf(person, who))?.['has slept'] ?? fields.sleep;
  if (people.every((who) => slept(who) >= SLEEP_WANTS)) return;
  const id = world.recordPast(watchedThrough, { group: target, nights, slept: fields.sleep }, at, [reason(first)]);
  for (const who of people) owe(world, who, (SLEEP_WANTS - slept(who)) * SHORT_OWES * nights, id);
}

function oddSiege(setup: Setup, fields: Siege): Remark[] {
  const remarks: Remark[] = [];
  if (fields.of === fields.by) {
    remarks.push({
      severity: 'error',
      code: 'own-siege',
      path: ['siege', 'by'],
      message: `${fields.of} cannot besiege itself.`,
    });
  }
  const bonds = setup.entries(groupBonds);
  const against = (a: string, b: string): boolean => bonds.get(a)?.['hostile to'].includes(b) ?? false;
  if (fields.of !== fields.by && !against(fields.of, fields.by) && !against(fields.by, fields.of)) {
    remarks.push({
      severity: 'warning',
      code: 'friendly-siege',
      path: ['siege', 'by'],
      message: `${fields.by} besieges ${fields.of} and is no enemy of theirs.`,
      hint: `Add "hostile to: ${fields.of}" to ${fields.by}.`,
    });
  }
  fields.assaults.forEach((each, i) => {
    if (each.ago <= fields.since) return;
    remarks.push({
      severity: 'error',
      code: 'before-the-siege',
      path: ['siege', 'assaults', i, 'ago'],
      message: 'This assault lies before the siege began.',
      hint: 'Make it later, or "since" longer.',
    });
  });
  const besieged = new Set(peopleOf(setup).flatMap((each) => (each.group === fields.of ? [each.key] : [])));
  for (const [key, { 'has slept': slept }] of setup.entries(peopleSleep)) {
    if (slept === undefined || besieged.has(key) || !setup.entries(groupNames).has(fields.of)) continue;
    remarks.push({
      severity: 'warning',
      code: 'not-besieged',
      path: ['people', key, 'has slept'],
      message: `${key} is not among the besieged, so this says nothing.`,
    });
  }
  return remarks;
}
