import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ENGAGEMENT,
  Ruleset,
  command,
  defineSystem,
  enterBubble,
  event,
  eventKind,
  f32,
  hashText32,
  maybe,
  nameIn,
  openBubble,
  oneOf,
  person,
  place,
  real,
  reason,
  ref,
  role,
  rule,
  table,
  tally,
  u16,
  whole32,
} from '@anchorhold/engine';
import type { WordsFor, World } from '@anchorhold/engine';

/** A small world that moves in every way that run folders have to keep: people in a camp who quarrel. */
const nerves = table('nerves', { patience: f32, anger: tally, snaps: u16, last: event }, { along: person });
const grudge = table('grudge', { whom: u16, since: event, warmth: f32 });
const latest = table('latest', { grudge: ref(grudge) }, { along: person });
/** A witness is one word: who, by which sense, how clearly of 255. */
const BY_HEARING = 1;
const CLARITY = 51;
const SNAP = hashText32('camp/snap');
const WHOM = hashText32('camp/whom');

const snapped = eventKind('camp/snapped', {
  roles: { actor: role(person), target: role(person), place: maybe(place) },
  data: { words: whole32('words'), force: real('1'), tone: oneOf(['cold', 'loud']) },
  notice: { seen: 1, heard: 20 },
  apply: (world, { actor, target, id, force }) => {
    const rows = world.of(nerves);
    rows.snaps.put(actor, rows.snaps.raw[actor]! + 1);
    rows.anger.add(target, force, id);
    rows.last.put(target, id);
    const made = world.of(grudge).add();
    world.of(grudge).whom.put(made, actor);
    world.of(grudge).since.put(made, id);
    world.of(grudge).warmth.put(made, force);
    world.of(latest).grudge.put(target, made);
    const witness = (actor + 2) % world.of(person).count;
    if (witness !== target) world.chronicle.addWitness((witness << 10) | (BY_HEARING << 8) | CLARITY);
  },
});
const forgave = eventKind('camp/forgave', {
  roles: { actor: role(person) },
  apply: (world, { actor }) => {
    const rows = world.of(latest);
    const row = rows.grudge.at(actor);
    if (row >= 0) world.of(grudge).remove(row);
    world.of(nerves).anger.reset(actor);
  },
});

function quarrel(world: World, members: readonly number[]): void {
  if (members.length < 2) return;
  const rows = world.of(nerves);
  for (const who of members) {
    rows.patience.raw[who] = rows.patience.raw[who]! * 0.999 + 0.001 * world.luck(SNAP, who, -1, 1);
    if (world.luck(SNAP, who) >= 0.01) continue;
    const whom = (who + 1 + Math.floor(world.luck(WHOM, who) * (members.length - 1))) % members.length;
    const because = [reason(rows.last.at(who))];
    const force = rows.patience.raw[who]!;
    const tone = force > 0.5 ? 'loud' : 'cold';
    world.propose(snapped, { actor: who, target: whom, place: 0, words: 3, force, tone }, because);
    if (rows.anger.at(who) > 2) world.propose(forgave, { actor: who }, because);
  }
}

const words: WordsFor<{ forgave: typeof forgave; snapped: typeof snapped }> = {
  forgave: { weight: 'beat', tell: () => ({ verb: 'give in', subject: { role: 'actor' } }) },
  snapped: {
    weight: 'turn',
    tell: ({ tone }) => ({
      verb: 'snap at',
      subject: { role: 'actor' },
      object: { role: 'target' },
      manner: `in a ${tone} voice`,
    }),
    asReason: () => ({ verb: 'hurt', subject: { role: 'actor' }, object: { role: 'target' } }),
    gather: (events) => ({
      verb: 'snap at',
      subject: { role: 'actor' },
      object: { noun: 'somebody', count: events.length },
    }),
  },
};

const camp = defineSystem({
  id: 'camp',
  tables: [nerves, grudge, latest],
  events: { forgave, snapped },
  words,
  rules: [rule('camp/quarrel', { phase: 'decide', at: 'second' }, (world, { members }) => quarrel(world, members))],
  commands: [
    command('camp/soothe', 'order', { who: nameIn('people') }, (world, { who }) => {
      world.propose(forgave, { actor: world.cast.mustRow(person, who) });
    }),
  ],
  conditions: [
    {
      pattern: '{people} snapped',
      truth: (world, names) => world.of(nerves).snaps.raw[world.cast.mustRow(person, names['people']!)]!,
    },
    { pattern: 'nobody snapped', truth: (world) => world.of(nerves).snaps.raw.every((count) => count === 0) },
  ],
  start: (world) => {
    const bubble = openBubble(world, ENGAGEMENT);
    for (let who = 0; who < world.of(person).count; who++) enterBubble(world, who, bubble);
  },
});

export const campRules = new Ruleset([camp], 'first');
/** The same, but for its digest: rules of another version. */
export const otherRules = new Ruleset([camp], 'second');

export const CAMP = `title: The Camp
begin: late autumn, d1 21:30
lasts: 100m
teller: Ann
places:
  fire: {}
groups:
  camp: {leader: Ann}
people:
  Ann: {group: camp, pronoun: she}
  Bede: {group: camp, pronoun: he, name: Old Bede}
  Cass: {group: camp}
  Dorn: {group: camp}
outcomes:
  Ann keeps quiet: {that: nobody snapped, at: d1 21:30}
  Bede's outbursts: {that: Bede snapped}
  too late to say: {that: nobody snapped, at: d3 00:00}
`;

/** Seconds lived by default; work between checkpoints, so that there are about ten. */
export const LASTS = 6_000;
export const EVERY = 2_500;

/** What is lived by processes that are killed: a stretch of the camp, and the night at the farm. */
export const DOOMED = { seed: 4, forSeconds: 2_500, checkpointEvery: 2_500 };
export const FARM_DOOMED = { seed: 4, checkpointEvery: 500 };

/** What a fork of the camp may begin with: half an hour in, Ann forgives. */
export const SOOTHED = { at: 22 * 3600, command: 'camp/soothe', value: { who: 'Ann' } };

/** A folder of its own for a test, with the camp's scenario in it, and how to take it away. */
export function workshop(): { path: (name: string) => string; scenario: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'anchorhold-runs-'));
  const path = (name: string): string => join(folder, name);
  const scenario = path('camp.yaml');
  writeFileSync(scenario, CAMP);
  return { path, scenario, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
