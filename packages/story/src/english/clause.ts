import type { Entity } from '../told.ts';
import type { Clause, Phrase } from '../words.ts';
import { pronounFor } from './discourse.ts';
import { cleanText, inPlace, prepositionOf } from './names.ts';
import { isPlural, list } from './nouns.ts';
import type { Roles, Saying } from './phrase.ts';
import { entitiesOf, isFilled, isPluralPhrase, sayPhrase } from './phrase.ts';
import { isPerception, isStative, presentOf, splitsAround, verbForms } from './verbs.ts';

/**
 * How a clause is said: `past` (she crossed), `now` (she crosses), `had` (she had crossed), `to` (to cross), `ing` (crossing),
 * `having` (having crossed), `bare` (hit in the arm: a passive without its auxiliary).
 */
export type Form = 'past' | 'now' | 'had' | 'to' | 'ing' | 'having' | 'bare';

export interface Manner {
  readonly form?: Form;
  /** False leaves the subject out: the second half of `she crossed the yard and took cover`. */
  readonly subject?: boolean;
  /** A time said within the clause: `three years before`. */
  readonly when?: string;
}

const beforeVerb: ReadonlySet<string> = new Set(
  'already never still only just almost nearly finally barely hardly soon'.split(' '),
);
const prepositional =
  /^(?:without|with|in|on|by|from|under|at|through|for|to|over|as|behind|out|after|before|until|into)\b/;
const catenatives: ReadonlySet<string> = new Set(
  'begin start try continue fail manage cease hope mean prepare'.split(' '),
);
const asks: ReadonlySet<string> = new Set(['ask', 'wonder', 'check', 'doubt']);

/** The auxiliaries and the bent verb, before the particle: `had not been`, `seized`. */
function verbGroup(
  clause: Clause,
  form: Form,
  pluralSubject: boolean,
  withSubject: boolean,
): readonly [string[], string] {
  const { base, past, participle, ing } = verbForms(clause.verb);
  const not = clause.negated ? ['not'] : [];
  const was = pluralSubject ? 'were' : 'was';
  const done = clause.passive ? ['been', participle] : [participle];
  const doing = clause.passive ? ['being', participle] : [ing];
  const split = (words: string[]): readonly [string[], string] => [words.slice(0, -1), words.at(-1) ?? ''];
  if (form === 'to') return split([...not, 'to', ...(clause.passive ? ['be', participle] : [base])]);
  if (form === 'bare') return split([...not, participle]);
  if (form === 'ing') return split([...not, ...doing]);
  if (form === 'having') return split([...not, 'having', ...done]);
  if (form === 'now') return split(presentGroup(clause, pluralSubject, done, doing));
  const certainty = clause.certainty ?? 'sure';
  if (certainty !== 'sure' && withSubject) {
    const running = clause.aspect === 'progressive' ? ['been', ...doing] : done;
    const seems =
      certainty === 'guess' ? ['may', ...not, 'have'] : [pluralSubject ? 'seem' : 'seems', ...not, 'to', 'have'];
    return split([...seems, ...running]);
  }
  const hedge = certainty === 'sure' ? [] : [certainty === 'guess' ? 'perhaps' : 'probably'];
  const perfect =
    clause.aspect === 'perfect' ||
    (form === 'had' && clause.aspect !== 'progressive' && !(isStative(base) && !clause.passive));
  if (perfect) return split([...hedge, 'had', ...not, ...done]);
  if (clause.aspect === 'progressive') return split([...hedge, was, ...not, ...doing]);
  if (clause.passive) return split([...hedge, was, ...not, participle]);
  if (base === 'be') return split([...hedge, was, ...not]);
  return split([...hedge, ...(clause.negated ? ['did', 'not', base] : [past])]);
}

/** `has not fallen`, `is crossing`, `is not`, `does not stand`, `stands`. */
function presentGroup(
  clause: Clause,
  pluralSubject: boolean,
  done: readonly string[],
  doing: readonly string[],
): string[] {
  const { base, participle } = verbForms(clause.verb);
  const not = clause.negated ? ['not'] : [];
  const is = pluralSubject ? 'are' : 'is';
  if (clause.aspect === 'perfect') return [pluralSubject ? 'have' : 'has', ...not, ...done];
  if (clause.aspect === 'progressive') return [is, ...not, ...doing];
  if (clause.passive) return [is, ...not, participle];
  if (base === 'be') return [is, ...not];
  if (clause.negated) return [pluralSubject ? 'do' : 'does', 'not', base];
  return [pluralSubject ? base : presentOf(base)];
}

/** The predicate: verb with particle, object, manner, complements, content, purpose, in the order of an English sentence. */
function predicate(
  clause: Clause,
  saying: Saying,
  manner: Manner,
  subject: readonly Entity[],
  pluralSubject: boolean,
): string {
  const { roles } = saying;
  const [auxiliaries, head] = verbGroup(clause, manner.form ?? 'past', pluralSubject, manner.subject !== false);
  const { particle } = verbForms(clause.verb);
  const how = clause.manner === undefined ? '' : cleanText(clause.manner);
  const early = beforeVerb.has(how);
  const late =
    how !== '' && !early && (prepositional.test(how) || how.startsWith(',') || /(?:once|twice|times)$/.test(how));
  const words: string[] = [...auxiliaries];
  if (early && auxiliaries.length > 0) words.splice(1, 0, how);
  else if (early && clause.verb !== 'be') words.push(how);
  words.push(head);
  if (early && auxiliaries.length === 0 && clause.verb === 'be') words.push(how);
  if (clause.object !== undefined && isFilled(clause.object, roles)) {
    const short = splitsAround(particle) && isShort(clause, saying, subject);
    const object = sayPhrase(clause.object, 'object', saying, subject);
    words.push(...(short ? [object, particle] : [particle, object]));
  } else words.push(particle);
  if (how !== '' && !early && !late) words.push(how);
  if (clause.complement !== undefined) words.push(cleanText(clause.complement));
  // `began to fill a sack in the barn`: what was begun stands next to the beginning.
  const catenative = catenatives.has(clause.verb);
  if (catenative) words.push(sayPurpose(clause, saying));
  for (const { by, phrase } of clause.complements ?? []) {
    if (by === 'in' && arePlacesApart(entitiesOf(phrase, roles)))
      words.push(list(entitiesOf(phrase, roles).map(inPlace)));
    else if (isFilled(phrase, roles))
      words.push(prepositionFor(by, phrase, roles), sayPhrase(phrase, 'object', saying, subject));
  }
  if (late) words.push(how);
  if (manner.when !== undefined) words.push(manner.when);
  if (clause.content !== undefined) words.push(sayContent(clause, clause.content, saying, subject));
  if (!catenative) words.push(sayPurpose(clause, saying));
  return words.filter((word) => word !== '').join(' ');
}

/** A system says `in` of any place; of a gate or a landing English says `at` or `on`. */
export function prepositionFor(by: string, phrase: Phrase, roles: Roles): string {
  const [place] = by === 'in' ? entitiesOf(phrase, roles) : [];
  return place?.kind === 'place' ? prepositionOf(place) : by;
}

/** Several places that take different words: `on the north wall and in the barn`. */
function arePlacesApart(entities: readonly Entity[]): boolean {
  return entities.every(({ kind }) => kind === 'place') && new Set(entities.map(prepositionOf)).size > 1;
}

function sayPurpose({ purpose }: Clause, saying: Saying): string {
  return purpose === undefined ? '' : sayClause(purpose, saying, { form: 'to', subject: false });
}

/** A pronoun or a short name goes before the particle: `picked it up`, `turned Corrin away`, but `picked up the rifle`. */
function isShort(clause: Clause, saying: Saying, subject: readonly Entity[]): boolean {
  if (clause.object === undefined) return false;
  const entities = entitiesOf(clause.object, saying.roles);
  const [only, ...others] = entities;
  if (only === undefined) return false;
  const isBeing = others.length === 0 && (only.kind === 'person' || only.kind === 'group');
  return isBeing || pronounFor(entities, 'object', saying.discourse, subject) !== null;
}

/** Whether the content is told as what goes on before somebody's eyes: `saw Corrin climbing the wall`. */
export function isSeenDoing({ verb, content }: Clause): boolean {
  return (
    isPerception(verb) &&
    content?.aspect === 'progressive' &&
    !content.negated &&
    (content.certainty ?? 'sure') === 'sure'
  );
}

/** `that the raiders were in the yard`; after a verb of seeing, what goes on: `saw Corrin climbing the wall`. */
function sayContent(clause: Clause, content: Clause, saying: Saying, subject: readonly Entity[]): string {
  if (isSeenDoing(clause)) {
    const who = sayPhrase(content.subject, 'object', saying, subject);
    return `${who} ${sayClause(content, saying, { form: 'ing', subject: false })}`;
  }
  const perfect = content.aspect === undefined && !isStative(verbForms(content.verb).base) && !content.passive;
  const link = asks.has(clause.verb) ? 'whether' : 'that';
  return `${link} ${sayClause(content, saying, { form: perfect ? 'had' : 'past' })}`;
}

/** A clause as words without capital and stop, marking whom it mentions. A passive clause has as subject what undergoes it. */
export function sayClause(clause: Clause, saying: Saying, manner: Manner = {}): string {
  const subject = entitiesOf(clause.subject, saying.roles);
  if (manner.subject === false)
    return predicate(clause, saying, manner, subject, isPluralPhrase(clause.subject, saying.roles));
  const who = sayPhrase(clause.subject, 'subject', saying, []);
  const pluralSubject =
    who === 'they' || isPluralPhrase(clause.subject, saying.roles) || (subject.length === 0 && isPluralWord(who));
  return `${who} ${predicate(clause, saying, manner, subject, pluralSubject)}`;
}

function isPluralWord(words: string): boolean {
  return / and /.test(words) && isPlural(words);
}

/** Roles with one entity each, as the engine gives them. */
export function rolesOf(roles: Readonly<Record<string, Entity>>): Roles {
  return Object.fromEntries(Object.entries(roles).map(([role, entity]) => [role, [entity]]));
}

/** A sentence made of words: capital, single spaces, one stop. */
export function finish(words: string): string {
  const text = words
    .replace(/ +/g, ' ')
    .replace(/ ([,;:.])/g, '$1')
    .replace(/,+([,;:.])/g, '$1')
    .trim()
    .replace(/,+$/, '');
  const capital = text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  // What somebody said has its stop within.
  if (/, “[^“”]+”$/u.test(capital)) return capital.replace(/([^.!?…])”$/u, '$1.”');
  return /[.!?…]$/u.test(capital) ? capital : `${capital}.`;
}
