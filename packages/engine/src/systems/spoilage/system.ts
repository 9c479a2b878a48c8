/** What lies in damp or warm places goes bad, by itself or since something has got at it; it is found when stores are gone through. */
import { begin } from '../../kernel/cast.ts';
import { purpose } from '../../kernel/chance.ts';
import { reason } from '../../kernel/events.ts';
import { choice, entries, optionally } from '../../kernel/shape.ts';
import { defineSystem, fill, rule } from '../../kernel/system.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { whoSeesTo } from '../offices/state.ts';
import { movings } from '../rations/moved.ts';
import { ableOf, hourOf, larder } from '../rations/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { found, setIn } from './events.ts';
import { KEEPS, SPOILERS, SPOILS, keeping, rot } from './state.ts';
import { words } from './words.ts';

/** The share of what lies in a place that goes bad in a day by itself, by how the place keeps it. [d, after m] */
const BY_ITSELF: Readonly<Record<(typeof KEEPS)[number], number>> = { dry: 0.0002, damp: 0.001, open: 0.003 };
/** The same where damp has got in, and where there are rats, on top of that. [d, after m] */
const DAMP = 0.012;
const RATS = 0.006;
/** What the season makes of it, as a multiple. [d] */
const SEASONS: Readonly<Record<string, number>> = { spring: 1, summer: 2, autumn: 1.2, winter: 0.6 };
/** How likely damp gets in in a day, and rats, by how the place keeps. [d] */
const DAMP_GETS_IN: Readonly<Record<(typeof KEEPS)[number], number>> = { dry: 0.002, damp: 0.02, open: 0.03 };
const RATS_GET_IN: Readonly<Record<(typeof KEEPS)[number], number>> = { dry: 0.004, damp: 0.01, open: 0.012 };
/** Seed grain is better kept than food: the share of that. [d] */
const SEED_KEEPS = 0.3;
/** Grams, and the share of what lies there, from which on it shows that something has gone bad. [d] */
const SHOWS_GRAMS = 5000;
const SHOWS_SHARE = 0.04;
/** The hour at which what goes bad is reckoned, and that at which stores are gone through. [d] */
const ROTS_AT = 4;
const LOOKS_AT = 9;
const P_DAMP = purpose('spoilage/damp');
const P_RATS = purpose('spoilage/rats');

export const placeKeeping = entries('places', {
  keeps: optionally(choice(KEEPS, 'How it keeps food; nothing spoils there, where it is left out.')),
});

/** What goes bad is drift; that something gets at it is not. */
const goBad = rule('spoilage/go-bad', { phase: 'sense', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== ROTS_AT) return;
  for (const at of keptIn(world)) {
    const lies = SPOILS.map((good) => rotAway(world, at, good));
    if (lies.some((grams) => grams > 0) && world.of(keeping).blight.raw[at] === 0) getAt(world, at);
  }
});

/** Places in which things spoil, in the order of their rows. */
function* keptIn(world: World): Generator<number> {
  const { keeps } = world.of(keeping);
  for (let at = 0; at < world.of(place).count; at++) if (keeps.raw[at] !== 0) yield at;
}

/** A day's part of a good goes bad. Returns how much of it lies there. */
function rotAway(world: World, at: number, good: (typeof SPOILS)[number]): number {
  const lies = world.of(stock).amount.raw[stockRow(at, good)];
  const { bad, part } = world.of(rot);
  const row = at * SPOILS.length + SPOILS.indexOf(good);
  const { keeps, blight } = world.of(keeping);
  const { season } = world.recipe.setup.whole(begin)!;
  const share = BY_ITSELF[KEEPS[keeps.raw[at] - 1]] + [0, DAMP, RATS][blight.raw[at]];
  const grams = part.raw[row] + lies * share * SEASONS[season] * (good === 'food' ? 1 : SEED_KEEPS);
  part.raw[row] = grams - Math.floor(grams);
  bad.raw[row] = Math.min(lies, bad.raw[row] + Math.floor(grams));
  return lies;
}

function getAt(world: World, at: number): void {
  const keeps = KEEPS[world.of(keeping).keeps.raw[at] - 1];
  const name = world.nameLo(place, at);
  if (world.chance.uniform(P_DAMP, name, 0, world.time) < DAMP_GETS_IN[keeps]) {
    world.propose(setIn, { place: at, what: 'damp' });
  } else if (world.chance.uniform(P_RATS, name, 0, world.time) < RATS_GET_IN[keeps]) {
    world.propose(setIn, { place: at, what: 'rats' });
  }
}

/** Before the stores are counted, what has gone bad is found. */
const look = rule('spoilage/look', { phase: 'sense', at: 'hour' }, (world, beat) => {
  if (beat.bubble >= 0 || hourOf(world.time) !== LOOKS_AT) return;
  for (const at of keptIn(world)) {
    const of = world.of(larder).of.raw[at] - 1;
    for (const good of SPOILS) if (of >= 0 && shows(world, at, good)) find(world, of, at, good);
  }
});

function shows(world: World, at: number, good: (typeof SPOILS)[number]): boolean {
  const lies = world.of(stock).amount.raw[stockRow(at, good)];
  const bad = Math.min(lies, world.of(rot).bad.raw[at * SPOILS.length + SPOILS.indexOf(good)]);
  return bad > 0 && (bad >= SHOWS_GRAMS || bad >= SHOWS_SHARE * lies);
}

function find(world: World, of: number, at: number, good: (typeof SPOILS)[number]): void {
  const who = whoSeesTo(world, of, 'stores', ableOf(world, of));
  if (who < 0) return;
  world.trace.open(who, world.time);
  const { blight, blightBy } = world.of(keeping);
  const lies = world.of(stock).amount.at(stockRow(at, good));
  const amount = Math.min(lies, world.of(rot).bad.raw[at * SPOILS.length + SPOILS.indexOf(good)]);
  const by = blight.at(at) === 0 ? 'age' : SPOILERS[blight.raw[at] - 1];
  const because = by === 'age' ? [] : [reason(blightBy.raw[at])];
  world.propose(found, { actor: who, group: of, place: at, good, amount, by }, because);
  world.trace.close(false);
}

export const spoilage = defineSystem({
  id: 'spoilage',
  after: ['rations', 'stores'],
  tables: [keeping, rot],
  events: { 'set-in': setIn, found },
  words,
  rules: [goBad, look],
  fills: [fill(movings, { kind: found })],
  scenario: [placeKeeping],
  build: (world, setup) => {
    for (let i = 0; i < world.of(place).count * SPOILS.length; i++) world.of(rot).add();
    for (const [key, { keeps }] of setup.entries(placeKeeping)) {
      if (keeps !== undefined) world.of(keeping).keeps.put(world.cast.mustRow(place, key), KEEPS.indexOf(keeps) + 1);
    }
  },
});
