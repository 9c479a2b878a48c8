import { event, f32, f64, i32, ref, tally, u16, u32, u8 } from './columns.ts';
import { createWorld } from './create.ts';
import { Ruleset } from './ruleset.ts';
import { setupOf } from './setup.fixture.ts';
import { defineSystem } from './system.ts';
import { namedTable, person, table } from './tables.ts';
import type { World } from './world.ts';

/** Tables with a column of every kind, of every kind of rows, for three people. */
export const thing = table('thing', {
  small: u8,
  middle: u16,
  large: u32,
  signed: i32,
  single: f32,
  double: f64,
  by: event,
  owner: ref(person),
  sum: tally,
});
export const link = table('link', { to: ref(thing), other: ref(thing), weight: f32, heat: tally }, { stamps: 'row' });
export const along = table('along', { signed: i32, heat: tally, thing: ref(thing) }, { along: person });
export const tool = namedTable('tool', { wear: u8, heat: tally });
export const edge = table('edge', { sharp: f32 }, { along: tool, stamps: 'none' });
const rules = new Ruleset(
  [defineSystem({ id: 'tables', tables: [thing, link, along, tool, edge], events: {}, words: {} })],
  'tables',
);
export const setup = setupOf({ places: { here: {} }, groups: { all: {} }, people: { A: {}, B: {}, C: {} } });
export const newWorld = (trace = false): World => createWorld(rules, setup, { trace });
