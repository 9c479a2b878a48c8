import {
  ENGAGEMENT,
  Ruleset,
  command,
  defineSystem,
  enterBubble,
  event,
  eventKind,
  i32,
  integer,
  openBubble,
  person,
  reason,
  role,
  rule,
  table,
  whole32,
} from '@anchorhold/engine';
import type { Setup, WordsFor, World } from '@anchorhold/engine';
import { readScenario } from '@anchorhold/scenario';

/**
 * A world whose truth is known: Ann rings the bell ten seconds in, Bede answers it five seconds later with as many strokes,
 * and Cass falls asleep a hundred seconds in if she heard an answer, sixty seconds later if she did not. Every ten seconds
 * the wind blows.
 */
const tower = table('tower', { strokes: i32, rung: event, at: i32, answered: event, asleep: i32 }, { along: person });

export const RINGS = 10;
export const ANSWERS_AFTER = 5;
export const SLEEPS = 100;
export const SLEEPS_LATER = 160;
export const LASTS = 300;
/** The moment at which it begins, in seconds after d1 00:00. */
export const BEGIN = 21 * 3600;
const [ANN, BEDE, CASS] = [0, 1, 2];

const rang = eventKind('bells/rang', {
  roles: { actor: role(person) },
  data: { strokes: whole32('strokes') },
  apply: (world, { strokes, id, time }) => {
    const rows = world.of(tower);
    rows.strokes.put(BEDE, strokes);
    rows.rung.put(BEDE, id);
    rows.at.put(BEDE, time);
  },
});
const answered = eventKind('bells/answered', {
  roles: { actor: role(person) },
  data: { strokes: whole32('strokes') },
  apply: (world, { id }) => world.of(tower).answered.put(CASS, id),
});
const slept = eventKind('bells/slept', {
  roles: { actor: role(person) },
  turnOf: 'actor',
  apply: (world, { actor }) => world.of(tower).asleep.put(actor, 1),
});
const blew = eventKind('bells/blew', { roles: { actor: role(person) } });

function turn(world: World): void {
  const rows = world.of(tower);
  const since = world.time - BEGIN;
  if (since % 10 === 0) world.propose(blew, { actor: ANN });
  if (since === RINGS) world.propose(rang, { actor: ANN, strokes: 3 });
  if (rows.at.raw[BEDE] !== 0 && world.time === rows.at.raw[BEDE]! + ANSWERS_AFTER) {
    world.propose(answered, { actor: BEDE, strokes: rows.strokes.raw[BEDE]! }, [reason(rows.rung.raw[BEDE]!)]);
  }
  const heard = rows.answered.raw[CASS]!;
  if (rows.asleep.raw[CASS] === 0 && since >= (heard === 0 ? SLEEPS_LATER : SLEEPS)) {
    world.propose(slept, { actor: CASS }, heard === 0 ? [] : [reason(heard)]);
  }
}

const subject = { role: 'actor' } as const;
const words: WordsFor<{ rang: typeof rang; answered: typeof answered; slept: typeof slept; blew: typeof blew }> = {
  rang: { weight: 'turn', tell: () => ({ verb: 'ring', subject }) },
  answered: { weight: 'beat', tell: () => ({ verb: 'answer', subject }) },
  slept: { weight: 'turn', tell: () => ({ verb: 'fall asleep', subject }) },
  blew: { weight: 'detail', tell: () => ({ verb: 'shiver', subject }) },
};

const bells = defineSystem({
  id: 'bells',
  tables: [tower],
  events: { rang, answered, slept, blew },
  words,
  rules: [rule('bells/turn', { phase: 'decide', at: 'second' }, turn)],
  commands: [
    command('ring', 'order', { strokes: integer(1, 99) }, (world, { strokes }) => {
      world.propose(rang, { actor: ANN, strokes });
    }),
  ],
  conditions: [
    {
      pattern: '{people} sleeps',
      truth: (world, names) => world.of(tower).asleep.raw[world.cast.mustRow(person, names['people']!)] === 1,
    },
  ],
  start: (world) => {
    const bubble = openBubble(world, ENGAGEMENT);
    for (let who = 0; who < world.of(person).count; who++) enterBubble(world, who, bubble);
  },
});

export const bellRules = new Ruleset([bells], 'bells');

export function bellSetup(): Setup {
  const text = `title: The Bell
begin: late autumn, d1 21:00
lasts: ${LASTS}s
places: {tower: {}}
groups: {ringers: {leader: Ann}}
people:
  Ann: {group: ringers, pronoun: she}
  Bede: {group: ringers, pronoun: he}
  Cass: {group: ringers, pronoun: she}
outcomes:
  Cass sleeps: {that: Cass sleeps}
  Cass sleeps soon: {that: Cass sleeps, at: 2m}
`;
  const { setup, remarks } = readScenario(text, { file: 'bell.yaml', parts: bellRules.sections });
  if (setup === null) throw new Error(remarks.map(({ message }) => message).join('\n'));
  return setup;
}
