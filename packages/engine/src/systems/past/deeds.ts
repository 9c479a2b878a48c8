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
import type { InferFields, Setup } from '../../kernel/shape.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { remember } from './memory.ts';
import type { Told } from '../promises/before.ts';
import { NO_TIE, TIES, addBond } from './state.ts';

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

/** Something that was done before the first day. */
export const wronged = eventKind('past/wronged', {
  roles: { actor: role(person), target: maybe(person) },
  data: { deed: oneOf(DEEDS) },
  uncaused: true,
  apply: (world, event) => {
    if (event.target === undefined || event.target < 0 || event.deed === 'save') return;
    addBond(world, event.target, event.actor, NO_TIE, GRUDGE_OF[event.deed], event.id);
  },
});

type Deed = InferFields<(typeof peoplePast)['fields']>['past'][number];

/** A deed becomes an event, and whoever had part in it or saw it knows of it. */
function recordDeed(world: World, key: string, deed: Deed): void {
  const actor = world.cast.mustRow(person, key);
  const target = deed.whom === undefined ? -1 : world.cast.mustRow(person, deed.whom);
  const at = world.time - deed.ago;
  const id = world.recordPast(wronged, { actor, target, deed: deed.did }, at);
  remember(world, actor, target, deed['seen by'], id, at);
}

/** All deeds of a scenario, still to be put in order of time with what else there was. */
export function toldDeeds(world: World, setup: Setup): Told[] {
  const told: Told[] = [];
  for (const [key, fields] of setup.entries(peoplePast)) {
    for (const deed of fields.past) told.push({ key, ago: deed.ago, record: () => recordDeed(world, key, deed) });
  }
  return told;
}
