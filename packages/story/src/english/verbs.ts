import { doubling, irregular } from './irregular.ts';

/** The forms of a verb that a telling in the past needs; the particle of a phrasal verb is kept apart. */
export interface VerbForms {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
  /** `back` of `fall back`, `cover` of `take cover`; empty for a plain verb. */
  readonly particle: string;
}

const oneVowelThenConsonant = /^[^aeiou]*(?:qu)?[aeiouy][^aeiouwxy]$/;

function doublesLast(base: string): boolean {
  return doubling.has(base) || oneVowelThenConsonant.test(base);
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  if (/[aeiou]c$/.test(base)) return `${base}ked`;
  return doublesLast(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

/** `takes`, `carries`, `has`: the third person of the present. */
export function presentOf(base: string): string {
  if (base === 'have') return 'has';
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function ingOf(base: string): string {
  if (base === 'be') return 'being';
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/(?:ee|oe|ye|singe)$/.test(base)) return `${base}ing`;
  if (base.endsWith('e')) return `${base.slice(0, -1)}ing`;
  if (/[aeiou]c$/.test(base)) return `${base}king`;
  return doublesLast(base) ? `${base}${base.slice(-1)}ing` : `${base}ing`;
}

/**
 * The forms of an English base form with its particle, if any: `fall back` gives `fell`, `fallen`, `falling` and the
 * particle `back`. For `be` the past is `was`; who speaks it puts `were` for a plural.
 */
export function verbForms(verb: string): VerbForms {
  const [base = '', ...rest] = verb.trim().split(/\s+/);
  const particle = rest.join(' ');
  if (base === 'be') return { base, past: 'was', participle: 'been', ing: 'being', particle };
  const known = irregular.get(base);
  const regular = regularPast(base);
  return { base, past: known?.[0] ?? regular, participle: known?.[1] ?? regular, ing: ingOf(base), particle };
}

const separable: ReadonlySet<string> = new Set('up down out off away back apart aside together'.split(' '));

/** Whether a pronoun goes between the verb and this particle: `picked it up`, but `took cover`. */
export function splitsAround(particle: string): boolean {
  return separable.has(particle);
}

const statesOfMind: ReadonlySet<string> = new Set(
  'believe know think fear want hope trust expect suspect doubt mean hate love need remember understand'.split(' '),
);
const perceptions: ReadonlySet<string> = new Set('see hear notice spot watch feel smell glimpse'.split(' '));
const standings: ReadonlySet<string> = new Set('be stand lie hold have sit remain stay keep carry owe own'.split(' '));

/** A state of mind lasts while the act that it explains is done: `knowing`, not `having known`. */
export function isStateOfMind(verb: string): boolean {
  return statesOfMind.has(verb);
}
export function isPerception(verb: string): boolean {
  return perceptions.has(verb.split(' ')[0] ?? '');
}
/** Verbs that name a state, so that as a reason they stay in the simple past: `since the door was open`. */
export function isStative(verb: string): boolean {
  return standings.has(verb) || statesOfMind.has(verb);
}
