import {
  duration,
  either,
  integer,
  list,
  map,
  moment,
  nameIn,
  optionally,
  record,
  ruleset,
  text,
  withDefault,
} from '@anchorhold/engine';
import type { Fields, Shape } from '@anchorhold/engine';

const LAST_EVENT = 2 ** 27 - 1;
const LAST_SALT = 2 ** 32 - 1;

const eventNumber = integer(1, LAST_EVENT, 'An event by its number, as `events` lists it.');
const roles = withDefault(map(text(undefined, 40), text(undefined, 100), 'Who stands in which role.'), new Map());
const data = withDefault(map(text(undefined, 40), text(undefined, 100), 'What else is said of it.'), new Map());

/** What the kernel itself lets people write into the log. */
const withholdEvent = either(
  [
    eventNumber,
    record({
      kind: text('The kind of event, such as wounds/wounded.', 100),
      roles,
      for: withDefault(duration('How long the like of it may not happen.'), 3600),
    }),
  ],
  'What does not happen.',
);
const changedEvent = record(
  { event: eventNumber, kind: optionally(text('Another kind of event.', 100)), roles, data },
  'What an event is changed into: the roles and data that differ, or another kind.',
);
const decreedEvent = record(
  { kind: text('The kind of event, such as orders/ordered.', 100), roles, data },
  'What happens.',
);
const whichLuck = integer(1, LAST_SALT, 'Which other luck holds from then on: any number.');
const anotherLuck = either(
  [
    whichLuck,
    record({
      luck: whichLuck,
      of: optionally(nameIn('people', 'Whose luck, where it is not everybody’s.')),
      what: optionally(text('For what, such as shooting/hit, or a whole system, such as shooting.', 100)),
      for: optionally(duration('For how long; to the end if left out.')),
    }),
  ],
  'Which luck is drawn anew.',
);

/** Every word that an entry may give beside `at:`, and what has to follow it. */
export function commandShapes(): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const each of ruleset.commands) shapes.set(each.id, record(each.fields));
  shapes.set('withhold', withholdEvent);
  shapes.set('change', changedEvent);
  shapes.set('decree', decreedEvent);
  shapes.set('re-roll', anotherLuck);
  return shapes;
}

const at = optionally(moment('When: d2 04:30, or a duration from the start.'));
/** What can be said of it beforehand; the other fields come from the systems. */
type OrdersShape = Readonly<{ is: 'list'; of: Readonly<{ is: 'record'; fields: Readonly<{ at: typeof at }> }> }>;

/** The form of a file of orders. Where there is no scenario to look names up in, any text stands for a name. */
export function ordersShape(namesAreKnown: boolean): OrdersShape {
  const entry: { at: typeof at } & Record<string, Shape> = { at };
  for (const [word, shape] of commandShapes()) entry[word] = optionally(namesAreKnown ? shape : nameless(shape));
  return list(record(entry));
}

function nameless(shape: Shape): Shape {
  switch (shape.is) {
    case 'name':
      return text(shape.doc, 100);
    case 'phrase':
      return text(shape.doc);
    case 'list':
    case 'optional':
    case 'default':
      return { ...shape, of: nameless(shape.of) };
    case 'either':
      return { ...shape, of: shape.of.map(nameless) };
    case 'map':
      return { ...shape, key: nameless(shape.key), value: nameless(shape.value) };
    case 'record':
      return { ...shape, fields: namelessFields(shape.fields) };
    default:
      return shape;
  }
}

const namelessFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, nameless(shape)]));

/** Whether a file is meant as orders: a list, or a single entry of one. Scenarios are made of named sections. */
export function looksLikeOrders(source: string): boolean {
  const first = source
    .replace(/^\uFEFF/, '')
    .split('\n', 2_000)
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('#') && line !== '---');
  if (first === undefined) return false;
  const word = /^([^:]+):/.exec(first)?.[1]?.trim();
  return /^-(\s|$)|^\[/.test(first) || word === 'at' || (word !== undefined && commandShapes().has(word));
}
