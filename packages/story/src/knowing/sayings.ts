import { claim, person, place, readEvent, state } from '@anchorhold/engine';
import type { Predicate, World } from '@anchorhold/engine';
import type { Clause, Phrase } from '../words.ts';

type Said = Clause<'subject' | 'place'>;

/** What claims of one predicate say, and whether it is so. */
export interface Saying {
  readonly predicate: Predicate;
  readonly tell: (negated: boolean) => Said;
  /** What was, and is no state of things: said in the past. */
  readonly past?: true;
  /** Best said by the event that it is about, where there is one. */
  readonly byEvent?: true;
  /** Whether it is so of the subject (in the place that is named) now; left out where that cannot be said. */
  readonly so?: (world: World, subject: number, where: number) => boolean;
}

const subject: Phrase<'subject'> = { role: 'subject' };
const there: Phrase = { noun: 'there', of: 'none' };
const somebody: Phrase = { noun: 'somebody', of: 'none' };
const inPlace = { by: 'in', phrase: { role: 'place' } } as const;
const ofSubject = (by: string) => ({ by, phrase: subject }) as const;

const is = (complement: string | null, negated: boolean, where = true): Said => ({
  verb: 'be',
  subject,
  ...(complement === null ? {} : { complement }),
  ...(where ? { complements: [inPlace] } : {}),
  negated,
});
const has = (verb: string, negated: boolean): Said => ({
  verb,
  subject,
  aspect: 'perfect',
  complements: [inPlace],
  negated,
});

/** Everything that claims can say. */
export const SAYINGS: readonly Saying[] = [
  { predicate: state.isAt, tell: (negated) => is(null, negated), so: isIn },
  { predicate: state.comradeAt, tell: (negated) => is(null, negated), so: isIn },
  {
    predicate: state.isHurt,
    tell: (negated) => is('hurt', negated),
    so: (world, who) => world.of(state.vitals).open.raw[who]! > 0,
  },
  {
    predicate: state.hasFallen,
    tell: (negated) => has('fall', negated),
    so: (world, who) => world.of(state.body).down.raw[who] === 1,
  },
  {
    predicate: state.hasBroken,
    tell: (negated) => ({ ...has('lose', negated), object: { noun: 'nerve', of: 'own' } }),
    so: (world, who) => world.of(state.nerves).broken.raw[who] === 1,
  },
  {
    predicate: state.hasSurrendered,
    tell: (negated) => has('give up', negated),
    so: (world, who) => world.of(state.captive).state.raw[who] !== 0,
  },
  {
    predicate: state.isBreached,
    tell: (negated) => ({ verb: 'be', subject, complement: 'open', negated }),
    so: (world, row) => world.of(state.barrier).breached.raw[row] === 1,
  },
  {
    predicate: state.isAttacked,
    tell: (negated) => ({
      verb: 'be',
      subject: somebody,
      complement: 'at work',
      complements: [ofSubject('on')],
      negated,
    }),
    so: (world, row) => {
      const { worksAt } = world.of(state.breaking);
      for (let who = 0; who < world.of(person).count; who++) if (worksAt.raw[who] === row + 1) return true;
      return false;
    },
  },
  {
    predicate: state.isBurning,
    tell: (negated) => is('on fire', negated, false),
    so: (world, where) => world.of(state.burning).stage.raw[where] === state.WILD,
  },
  {
    predicate: state.cameAt,
    tell: () => ({ verb: 'come', subject: { noun: 'they', of: 'none' }, complements: [ofSubject('at')] }),
    past: true,
    byEvent: true,
    so: () => true,
  },
  {
    predicate: state.noiseAt,
    tell: (negated) => ({
      verb: 'be',
      subject: there,
      object: { noun: 'noise', of: 'a' },
      complements: [ofSubject('from')],
      negated,
    }),
  },
  {
    predicate: state.firedHere,
    tell: (negated) => ({
      verb: 'be',
      subject: there,
      object: { noun: 'firing', of: 'none' },
      complements: [ofSubject('in')],
      negated,
    }),
    past: true,
    so: () => true,
  },
  {
    predicate: state.cameOut,
    tell: (negated) => has('come out of hiding', negated),
    so: () => true,
  },
  {
    predicate: state.isThief,
    tell: (negated) => is('a thief', negated, false),
    so: (world, who) => world.of(state.hoard).by.raw[who] !== 0,
  },
  {
    predicate: state.ambushAt,
    tell: (negated) => ({
      verb: 'lie',
      subject: { noun: 'enemies', of: 'none' },
      complement: 'in wait',
      complements: [ofSubject('in')],
      negated,
    }),
  },
  {
    predicate: state.keptWord,
    tell: (negated) => ({ verb: 'keep', subject, object: { noun: 'word', of: 'own' }, negated }),
    past: true,
    byEvent: true,
    so: () => true,
  },
  { predicate: state.onceDid, tell: unsaid('do'), past: true, byEvent: true, so: () => true },
  { predicate: state.hasSaid, tell: unsaid('shout'), past: true, byEvent: true, so: () => true },
];

/** For claims that are said by their event, should that be missing. */
function unsaid(verb: string): () => Said {
  return () => ({ verb, subject, object: { noun: 'something', of: 'none' } });
}

function isIn(world: World, who: number, where: number): boolean {
  const { gone, at } = world.of(state.position);
  return gone.raw[who] === 0 && at.raw[who] === where;
}

const BY_HASH: ReadonlyMap<number, Saying> = new Map(SAYINGS.map((each) => [each.predicate.hash, each]));

/** What a claim says. Throws where its predicate has no words: every one has. */
export function sayingOf(world: World, row: number): Saying {
  const found = BY_HASH.get(world.of(claim).predicate.raw[row]!);
  if (found === undefined) throw new Error(`claim ${row} says something for which there are no words`);
  return found;
}

/** Whether what a claim says is so now; null where that cannot be said. */
export function isSo(world: World, row: number): boolean | null {
  const claims = world.of(claim);
  const { so } = sayingOf(world, row);
  if (so === undefined) return null;
  return so(world, claims.subject.raw[row]!, claims.place.raw[row]! - 1) === (claims.polarity.raw[row] === 1);
}

/** The look by which somebody is taken for another, and the shout that passes it on. */
const LOOK = 'sight/spotted';
const SHOUT = 'word/called';

/**
 * The person whose body stands behind a claim of where somebody is, where that is another than it names: whoever saw them
 * took them for somebody else, and those who had it from there went on believing it. -1 where it names the right one.
 */
export function reallySeen(world: World, row: number): number {
  const claims = world.of(claim);
  const { predicate } = sayingOf(world, row);
  if (predicate !== state.isAt && predicate !== state.comradeAt) return -1;
  return behindLook(world, claims.truth.raw[row]!, claims.subject.raw[row]!);
}

function behindLook(world: World, event: number, taken: number): number {
  if (event === 0) return -1;
  const { kind, roles, because } = readEvent(world, event);
  if (kind === LOOK) return roles['taken'] === taken ? roles['target']! : -1;
  if (kind !== SHOUT) return -1;
  for (const { id } of because) {
    const seen = behindLook(world, id, taken);
    if (seen >= 0) return seen;
  }
  return -1;
}

/** Row of the place that a claim names, or -1. A claim about a place says so by its subject. */
export function placeNamed(world: World, row: number): number {
  const where = world.of(claim).place.raw[row]! - 1;
  return where < 0 && sayingOf(world, row).predicate.subject === place ? world.of(claim).subject.raw[row]! : where;
}
