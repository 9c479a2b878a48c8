/**
 * Little histories whose truth is known by construction: people push stones, and a stone falls when it has been pushed
 * often enough. Who was needed for a fall, who only hastened it and who did nothing for it can be reckoned by hand.
 */
import {
  Ruleset,
  agendaAct,
  choice,
  command,
  defineSystem,
  entries,
  event,
  eventKind,
  eventsOf,
  flag,
  fraction,
  hashText32,
  integer,
  jointly,
  maybe,
  moment,
  nameIn,
  namedTable,
  oneOf,
  optionally,
  person,
  purpose,
  reason,
  role,
  schedule,
  tally,
  u8,
  withDefault,
} from '@anchorhold/engine';
import type { Setup, WordsFor, World } from '@anchorhold/engine';
import { formatRemark, readScenario } from '@anchorhold/scenario';
import { liveInMemory } from '../src/index.ts';
import type { Lived, LivedOptions } from '../src/index.ts';

const P_HOLD = purpose('known/hold');
const SIDES = ['left', 'right'] as const;

/** A push lends its weight to a stone; `fell` is its fall and `propped` what holds it up, 0 if there is none. */
const stone = namedTable('stone', { weight: tally, pushes: u8, side: u8, propped: event, fell: event });

const stonesInFile = entries('stones', {
  needs: withDefault(integer(1, 9, 'After how many pushes it falls.'), 1),
  /** Left out: as soon as it has been pushed often enough. */
  weighed: optionally(moment('When it is seen whether it falls.')),
  /** The only luck there is, drawn when it would fall. */
  holds: withDefault(fraction('How likely it does not fall after all.'), 0),
  onto: optionally(nameIn('stones', 'The stone that its fall pushes.')),
});
const pushesInFile = entries('pushes', {
  by: nameIn('people'),
  on: nameIn('stones'),
  at: moment('When they mean to push.'),
  side: withDefault(choice(SIDES, 'To which side the stone falls, if this is the first push.'), 'left'),
  heeds: optionally(nameIn('pushes', 'They push only if that push was given.')),
  props: withDefault(flag('They do the contrary: they prop the stone up, and it falls no more.'), false),
});

const pushed = eventKind('known/pushed', {
  roles: { actor: role(person), target: role(stone) },
  data: { side: oneOf(SIDES) },
  uncaused: true,
  apply: (world, e) => {
    world.of(stone).side.put(e.target, lentSide(world, e.target, SIDES.indexOf(e.side)));
    lend(world, e.target, e.id);
  },
});

const propped = eventKind('known/propped', {
  roles: { actor: role(person), target: role(stone) },
  uncaused: true,
  apply: (world, e) => world.of(stone).propped.put(e.target, e.id),
});

const fell = eventKind('known/fell', {
  roles: { stone: role(stone), onto: maybe(stone) },
  data: { side: oneOf(SIDES) },
  turnOf: 'stone',
  apply: (world, e) => {
    world.of(stone).fell.put(e.stone, e.id);
    if (e.onto !== undefined && e.onto >= 0) lend(world, e.onto, e.id);
  },
});

/** The first push says to which side. */
const lentSide = (world: World, row: number, side: number): number =>
  world.of(stone).pushes.at(row) === 0 ? side : world.of(stone).side.at(row);

function lend(world: World, row: number, by: number): void {
  const stones = world.of(stone);
  stones.pushes.put(row, stones.pushes.at(row) + 1);
  stones.weight.add(row, 1, by);
  if (formOf(world, row).weighed === undefined) weigh(world, row);
}

function weigh(world: World, row: number): void {
  const stones = world.of(stone);
  const { needs, holds, onto } = formOf(world, row);
  // Luck is drawn whether or not it comes to that, so that it is the same in every fork.
  const luck = world.chance.uniform(P_HOLD, world.nameLo(stone, row), 0, world.time);
  if (stones.fell.at(row) !== 0 || stones.propped.at(row) !== 0) return;
  if (stones.pushes.at(row) < needs || luck < holds) return;
  world.propose(
    fell,
    { stone: row, onto: onto === undefined ? -1 : world.cast.mustRow(stone, onto), side: SIDES[stones.side.at(row)]! },
    jointly(stones.weight.contributors(row, 1), 1),
  );
}

const formOf = (world: World, row: number) => world.recipe.setup.entries(stonesInFile).get(world.keyOf(stone, row))!;

/** Somebody does what they mean to, at their moment. */
const push = agendaAct('known/push', (world, who, which) => {
  const [, { on, side, heeds, props }] = [...world.recipe.setup.entries(pushesInFile)][which]!;
  const target = world.cast.mustRow(stone, on);
  const heeded = heeds === undefined ? 0 : givenPush(world, heeds);
  if (heeds !== undefined && heeded === 0) return;
  if (props) world.propose(propped, { actor: who, target }, [reason(heeded)]);
  else world.propose(pushed, { actor: who, target, side }, [reason(heeded)]);
});

/** The event of a push that the file names, or 0 where it was not given. */
function givenPush(world: World, name: string): number {
  const { by, on } = world.recipe.setup.entries(pushesInFile).get(name)!;
  const kind = world.ruleset.entry(pushed).index;
  for (let id = world.chronicle.length; id > 0; id--) {
    if (world.chronicle.kind(id) !== kind) continue;
    if (world.chronicle.word(id, 0) !== world.cast.mustRow(person, by)) continue;
    if (world.chronicle.word(id, 1) === world.cast.mustRow(stone, on)) return id;
  }
  return 0;
}

const weighNow = agendaAct('known/weigh', (world, row) => weigh(world, row));

const words: WordsFor<{ pushed: typeof pushed; propped: typeof propped; fell: typeof fell }> = {
  propped: {
    weight: 'beat',
    act: true,
    tell: () => ({ verb: 'prop up', subject: { role: 'actor' }, object: { role: 'target' } }),
  },
  pushed: {
    weight: 'beat',
    act: true,
    tell: () => ({ verb: 'push', subject: { role: 'actor' }, object: { role: 'target' } }),
  },
  fell: {
    weight: 'turn',
    tell: (e) => ({
      verb: 'fall',
      subject: { role: 'stone' },
      complements: [{ by: 'to', phrase: { noun: e.side, of: 'the' } }],
    }),
  },
};

const known = defineSystem({
  id: 'known',
  tables: [stone],
  events: { pushed, propped, fell },
  words,
  agenda: [push, weighNow],
  commands: [
    command('push', 'order', { who: nameIn('people'), on: nameIn('stones') }, (world, value) => {
      const [actor, target] = [world.cast.mustRow(person, value.who), world.cast.mustRow(stone, value.on)];
      world.propose(pushed, { actor, target, side: 'left' });
    }),
  ],
  conditions: [
    {
      pattern: '{stones} fallen',
      truth: (world, names) => world.of(stone).fell.at(world.cast.mustRow(stone, names['stones']!)) !== 0,
      because: (world, names) => {
        const row = world.cast.mustRow(stone, names['stones']!);
        return [world.of(stone).fell.at(row), world.of(stone).propped.at(row)].filter((id) => id !== 0);
      },
    },
    {
      pattern: 'how many stones have fallen',
      truth: (world) => {
        let count = 0;
        for (let row = 0; row < world.of(stone).count; row++) if (world.of(stone).fell.at(row) !== 0) count++;
        return count;
      },
    },
  ],
  scenario: [stonesInFile, pushesInFile],
  build: (world, setup) => {
    for (const key of setup.entries(stonesInFile).keys()) world.addNamed(stone, key, key);
  },
  start: (world, setup) => {
    for (const [key, { weighed }] of setup.entries(stonesInFile)) {
      const row = world.cast.mustRow(stone, key);
      if (weighed !== undefined) schedule(world, weighNow, weighed, { lo: hashText32(key), hi: 0 }, row, 0, 9);
    }
    [...setup.entries(pushesInFile)].forEach(([key, { by, at }], which) => {
      schedule(world, push, at, { lo: hashText32(key), hi: 0 }, world.cast.mustRow(person, by), which);
    });
  },
});

export const knownRules = new Ruleset([known], 'known 1');

/** People that any of these histories may have push. */
const PEOPLE = 'people: { Ada: {}, Ben: {}, Cleo: {}, Dora: {} }\nplaces: { hill: {} }\ngroups: { all: {} }\n';

/** The histories. Each is lived from 06:00 to noon, and the stone whose fall is asked about is called `mill`. */
export const KNOWN = {
  /** Ada alone brings it down; Ben pushes another stone. */
  'one needed cause': `
stones: { mill: {}, slab: {} }
pushes:
  one: { by: Ada, on: mill, at: d1 07:00 }
  two: { by: Ben, on: slab, at: d1 07:30 }`,
  /** At eight it is seen whether it falls: either push would have been enough. */
  'two redundant causes': `
stones: { mill: { weighed: d1 08:00 } }
pushes:
  one: { by: Ada, on: mill, at: d1 07:00 }
  two: { by: Ben, on: mill, at: d1 07:30 }`,
  /** It falls at the second push. */
  'two needed together': `
stones: { mill: { needs: 2 } }
pushes:
  one: { by: Ada, on: mill, at: d1 07:00 }
  two: { by: Ben, on: mill, at: d1 07:30 }`,
  /** Ada's stone falls onto the next, and that one onto the mill; Ben pushes because Ada did, and for nothing. */
  'a chain': `
stones: { first: { onto: second }, second: { onto: mill }, mill: {}, slab: {} }
pushes:
  one: { by: Ada, on: first, at: d1 07:00 }
  two: { by: Ben, on: slab, at: d1 07:30, heeds: one }`,
  /** Ada brings it down at seven; without her Ben would have at ten. */
  'a cause that only advances the moment': `
stones: { mill: {} }
pushes:
  one: { by: Ada, on: mill, at: d1 07:00 }
  two: { by: Ben, on: mill, at: d1 10:00 }`,
  /** Ada's push says to which side it falls; Ben's would have brought it down at the same moment. */
  'a cause that only changes the manner': `
stones: { mill: { weighed: d1 08:00 } }
pushes:
  one: { by: Ada, on: mill, at: d1 07:00, side: right }
  two: { by: Ben, on: mill, at: d1 07:30 }`,
  /** Ada and Ben together, or Cleo together with either: any two of three. */
  'any two of three': `
stones: { mill: { needs: 2, weighed: d1 09:00 } }
pushes:
  one: { by: Ada, on: mill, at: d1 07:00 }
  two: { by: Ben, on: mill, at: d1 07:30 }
  three: { by: Cleo, on: mill, at: d1 08:00 }`,
  /** As the two needed together, but at eight it is a matter of luck whether it falls. */
  'two needed together, and luck': `
stones: { mill: { needs: 2, weighed: d1 08:00, holds: 0.5 } }
pushes:
  one: { by: Ada, on: mill, at: d1 07:00 }
  two: { by: Ben, on: mill, at: d1 07:30 }`,
  /** As the two redundant ones, but at eight it is a matter of luck whether it falls. */
  'two redundant causes, and luck': `
stones: { mill: { weighed: d1 08:00, holds: 0.5 } }
pushes:
  one: { by: Ada, on: mill, at: d1 07:00 }
  two: { by: Ben, on: mill, at: d1 07:30 }`,
  /** Ada pushes at seven and at eight, and it falls at the second push. */
  'pushed twice': `
stones: { mill: { needs: 2 } }
pushes:
  one: { by: Ada, on: mill, at: d1 07:00 }
  two: { by: Ada, on: mill, at: d1 08:00 }`,
  /** Ada pushes, Ben props up, and it does not fall. */
  'held back': `
stones: { mill: { weighed: d1 08:00 } }
pushes:
  one: { by: Ada, on: mill, at: d1 07:00 }
  two: { by: Ben, on: mill, at: d1 07:30, props: true }`,
} as const;

export type KnownHistory = keyof typeof KNOWN;

const OUTCOMES = `
outcomes:
  the mill falls: { that: mill fallen }
  stones fallen: { that: how many stones have fallen }`;

/** The setup of a history of people and stones; `stones` is the text of its sections `stones:` and `pushes:`. */
export function stonesSetup(stones: string): Setup {
  const text = `title: Stones\nbegin: autumn, d1 06:00\nlasts: 6h\n${PEOPLE}${stones}${OUTCOMES}\n`;
  const { setup, remarks } = readScenario(text, { file: 'stones', parts: knownRules.sections });
  if (setup === null) throw new Error(remarks.map(formatRemark).join('\n'));
  return setup;
}

/** Live one of the histories, to ask about it. */
export function liveKnown(name: KnownHistory, options: LivedOptions = {}): Lived {
  return liveInMemory(knownRules, stonesSetup(KNOWN[name]), options);
}

/** Number of the event in which somebody pushes or props up (the first such), or in which a stone falls. Throws where there is none. */
export function pushOf(lived: Lived, who: string): number {
  const kinds = ['known/pushed', 'known/propped'];
  return find(lived, kinds, (roles) => lived.end.keyOf(person, roles['actor']!) === who);
}
export function fallOf(lived: Lived, which = 'mill'): number {
  return find(lived, ['known/fell'], (roles) => lived.end.keyOf(stone, roles['stone']!) === which);
}

function find(
  lived: Lived,
  kinds: readonly string[],
  is: (roles: Readonly<Record<string, number>>) => boolean,
): number {
  const found = [...eventsOf(lived.end)].find((each) => kinds.includes(each.kind) && is(each.roles));
  if (found === undefined) throw new Error(`no ${kinds.join(' or ')} of that kind in this history`);
  return found.id;
}
