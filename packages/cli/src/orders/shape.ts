import {
  duration,
  either,
  integer,
  list,
  map,
  moment,
  optionally,
  record,
  ruleset,
  text,
  withDefault,
} from '@anchorhold/engine';
import type { Fields, Shape } from '@anchorhold/engine';

const LAST_EVENT = 2 ** 27 - 1;
const LAST_SALT = 2 ** 32 - 1;

/** What the kernel itself lets people write into the log. */
const withholdEvent = either(
  [
    integer(1, LAST_EVENT, 'An event by its number, as `events` lists it for this scenario and seed without orders.'),
    record({
      kind: text('The kind of event, such as wounds/wounded.', 100),
      roles: withDefault(map(text(undefined, 40), text(undefined, 100), 'Who stands in which role.'), new Map()),
      for: withDefault(duration('How long the like of it may not happen.'), 3600),
    }),
  ],
  'What does not happen.',
);
const anotherLuck = integer(1, LAST_SALT, 'Which other luck holds from then on: any number.');

/** Every word that an entry may give beside `at:`, and what has to follow it. */
export function commandShapes(): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const each of ruleset.commands) shapes.set(each.id, record(each.fields));
  shapes.set('withhold', withholdEvent);
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
