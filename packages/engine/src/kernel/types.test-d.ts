/**
 * A newcomer's mistakes, each of which must be a compile error at the place where it is made. `npm run types` checks
 * this file as it is: an expected error that does not come is an error itself. `types.test.ts` runs it with the tests.
 */
import { agendaAct, schedule } from './agenda.ts';
import { predicate } from './beliefs.ts';
import { event, f32, i32, ref, tally, u8 } from './columns.ts';
import { aboutEvent, eventKind, maybe, oneOf, real, role, whole32, yesNo } from './events.ts';
import { entries, integer, nameIn, optionally, text } from './shape.ts';
import type { Setup } from './shape.ts';
import { command, defineSystem, rule } from './system.ts';
import type { WordsFor } from './system.ts';
import { namedTable, person, place, table } from './tables.ts';
import type { World } from './world.ts';

declare const world: World;
declare const setup: Setup;

const wound = table('wound', { flow: f32, region: u8, person: ref(person), cause: event, pain: tally });
const hit = eventKind('wounds/hit', {
  roles: { target: role(person), actor: maybe(person), place: role(place) },
  data: {
    flow: real('ml/min'),
    rounds: whole32('rounds'),
    region: oneOf(['arm', 'leg']),
    fatal: yesNo,
    shot: aboutEvent,
  },
  possible: (_, e) => e.target >= 0,
  apply: (_, e) => void (e.id + e.time),
});
const good = { target: 1, place: 0, flow: 2.5, rounds: 3, region: 'arm', fatal: false, shot: 0 } as const;

// Proposing.
world.propose(hit, good);
world.propose(hit, { ...good, actor: 2 });
world.propose(hit, { target: 1, place: 0, flow: 2.5, rounds: 3, region: 'leg', fatal: true, shot: 0 });
// @ts-expect-error a missing role
world.propose(hit, { place: 0, flow: 2.5, rounds: 3, region: 'arm', fatal: false, shot: 0 });
// @ts-expect-error a missing field
world.propose(hit, { target: 1, place: 0, rounds: 3, region: 'arm', fatal: false, shot: 0 });
// @ts-expect-error a wrong role
world.propose(hit, { ...good, victim: 1 });
// @ts-expect-error a misspelt field
world.propose(hit, { target: 1, place: 0, flov: 2.5, rounds: 3, region: 'arm', fatal: false, shot: 0 });
// @ts-expect-error a value that is no choice
world.propose(hit, { ...good, region: 'head' });
// @ts-expect-error a choice where a number belongs
world.propose(hit, { ...good, rounds: 'arm' });
// @ts-expect-error a number where a flag belongs
world.propose(hit, { ...good, fatal: 1 });
// @ts-expect-error a name where a row belongs
world.propose(hit, { ...good, target: 'Ness' });
// @ts-expect-error no kind of event
world.propose('wounds/hit', good);
// @ts-expect-error a table is no kind of event
world.propose(wound, good);
// @ts-expect-error a cause is made by reason(), enabled() or interrupted()
world.propose(hit, good, ['because']);
// @ts-expect-error the past wants its time
world.recordPast(hit, good);

// Declaring kinds of events.
// @ts-expect-error a kind without a system's name
eventKind('hit', { roles: {} });
// @ts-expect-error a kind without roles
eventKind('wounds/struck', {});
// @ts-expect-error a role is role(table) or maybe(table)
eventKind('wounds/struck', { roles: { actor: person } });
// @ts-expect-error a datum is not a column
eventKind('wounds/struck', { roles: {}, data: { flow: f32 } });
eventKind('wounds/struck', {
  roles: { actor: role(person), target: maybe(person) },
  // @ts-expect-error a role that the event does not have
  apply: (_, e) => void e.victim,
});
eventKind('wounds/struck', {
  roles: { target: maybe(person) },
  // @ts-expect-error an optional role may be absent
  apply: (w, e) => w.of(wound).flow.put(e.target, 0),
});
eventKind('wounds/struck', {
  roles: { target: role(person) },
  // @ts-expect-error an event that is only possible has no id yet
  possible: (_, e) => e.id > 0,
});
// @ts-expect-error an effect that is misspelt
eventKind('wounds/struck', { roles: {}, aply: () => {} });

// Tables.
const flow: number = world.of(wound).flow.at(0);
world.of(wound).person.put(0, 1);
world.of(wound).pain.add(0, flow, 7);
// @ts-expect-error a column misspelt
world.of(wound).flov.at(0);
// @ts-expect-error a text put into a number
world.of(wound).flow.put(0, 'much');
// @ts-expect-error a truth put into a number
world.of(wound).region.put(0, true);
// @ts-expect-error a tally is added to, never put
world.of(wound).pain.put(0, 1);
// @ts-expect-error a number has no contributors
world.of(wound).flow.contributors(0, 0.5);
// @ts-expect-error a column is never replaced
world.of(wound).flow = world.of(wound).flow;
// @ts-expect-error a table is not found by its name
world.of('wound');
// @ts-expect-error no kind of column
table('wound', { flow: 'f32' });
// @ts-expect-error a reference points into a table
table('wound', { person: ref('person') });
// @ts-expect-error a column cannot hide what every table has
table('wound', { count: i32 });
// @ts-expect-error a table lies along another table
table('wound', { flow: f32 }, { along: 'person' });
// @ts-expect-error named things do not lie along others
namedTable('wound', { flow: f32 }, { along: person });

// Words.
const words: WordsFor<{ hit: typeof hit }> = {
  hit: {
    weight: 'turn',
    tell: (e) => ({ verb: 'hit', subject: { role: 'actor' }, object: { role: 'target' }, manner: e.region }),
    gather: (events) => ({ verb: 'hit', subject: { role: 'actor' }, object: { noun: 'time', count: events.length } }),
  },
};
defineSystem({ id: 'wounds', events: { hit }, words, tables: [wound] });
// @ts-expect-error an event without words
defineSystem({ id: 'wounds', events: { hit }, words: {} });
// @ts-expect-error a system without words
defineSystem({ id: 'wounds', events: { hit } });
// @ts-expect-error an event that is none
defineSystem({ id: 'wounds', events: { hit: wound }, words });
// @ts-expect-error words of an event that the system does not have
({ ...words, missed: words.hit }) satisfies WordsFor<{ hit: typeof hit }>;
({
  // @ts-expect-error words with a role that the event lacks
  hit: { weight: 'turn', tell: (_e) => ({ verb: 'hit', subject: { role: 'victim' } }) },
}) satisfies WordsFor<{ hit: typeof hit }>;
({
  // @ts-expect-error words that read a field that the event lacks
  hit: { weight: 'turn', tell: (e) => ({ verb: 'hit', subject: { role: 'actor' }, manner: e.limb }) },
}) satisfies WordsFor<{ hit: typeof hit }>;
({
  // @ts-expect-error a clause without a subject
  hit: { weight: 'turn', tell: (_e) => ({ verb: 'hit' }) },
}) satisfies WordsFor<{ hit: typeof hit }>;
({
  // @ts-expect-error a finished sentence instead of a clause
  hit: { weight: 'turn', tell: (_e) => 'Ness is hit.' },
}) satisfies WordsFor<{ hit: typeof hit }>;
({
  // @ts-expect-error a weight that is none
  hit: { weight: 'heavy', tell: (_e) => ({ verb: 'hit', subject: { role: 'actor' } }) },
}) satisfies WordsFor<{ hit: typeof hit }>;

// Rules.
rule('wounds/bleed', { phase: 'settle', at: ['second', 'hour'] }, (w, beat) => void (w.time + beat.seconds));
// @ts-expect-error a phase that is none
rule('wounds/bleed', { phase: 'bleeding', at: 'second' }, () => {});
// @ts-expect-error a grain that is none
rule('wounds/bleed', { phase: 'settle', at: 'day' }, () => {});
// @ts-expect-error a rule without its system's name
rule('bleed', { phase: 'settle', at: 'second' }, () => {});
// @ts-expect-error a rule that does nothing
rule('wounds/bleed', { phase: 'settle', at: 'second' });
// @ts-expect-error a bubble's people are not changed by its beat
rule('wounds/bleed', { phase: 'settle', at: 'second' }, (_, beat) => void beat.members.push(1));

// Agenda, commands, claims.
const wake = agendaAct('wounds/wake', (w, who) => void w.nameLo(person, who));
schedule(world, wake, 100, world.nameHash(person, 1), 1);
// @ts-expect-error an act is declared, not named
schedule(world, 'wounds/wake', 100, world.nameHash(person, 1), 1);
// @ts-expect-error an entry of the agenda has a stable name
schedule(world, wake, 100, 1, 1);
command(
  'shoot',
  'order',
  { who: nameIn('people'), rounds: integer(1, 9) },
  (_, value) => void (value.who.length + value.rounds),
);
// @ts-expect-error a field that the command does not have
command('shoot', 'order', { who: nameIn('people') }, (_, value) => void value.whom);
// @ts-expect-error a hand that is none
command('shoot', 'wish', {}, () => {});
// @ts-expect-error a predicate is about a table
predicate('wounds/is-hit', 'person');

// The scenario's sections.
const part = entries('people', { age: integer(0, 120), scar: optionally(text()) });
for (const [, fields] of setup.entries(part)) {
  const age: number = fields.age;
  // @ts-expect-error what is optional may be absent
  const scar: string = fields.scar;
  // @ts-expect-error a field that the part does not declare
  void [age, scar, fields.weight];
}
