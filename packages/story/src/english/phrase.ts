import type { Entity } from '../told.ts';
import type { Noun, Phrase } from '../words.ts';
import type { Case, Discourse } from './discourse.ts';
import { boundPronoun, hasRival, mention, namesOf, pronounFor } from './discourse.ts';
import { arePlural, cleanText, identity, shownName } from './names.ts';
import { article, isMass, isPlural, list, plural, possessive } from './nouns.ts';
import { amountWords, countWords } from './numbers.ts';

/** Who stands in each role; several where events were told as one. */
export type Roles = Readonly<Record<string, readonly Entity[]>>;

/** What a clause is said with: its roles, and what the reader has in mind. */
export interface Saying {
  readonly roles: Roles;
  readonly discourse: Discourse;
}

/** More names than this in one list are too many: the rest are `others`. */
const longestList = 5;

/** The entities that a phrase names; empty for a common noun, and for a role that nobody fills. */
export function entitiesOf(phrase: Phrase, roles: Roles): readonly Entity[] {
  if ('role' in phrase) return phrase.possessed === undefined ? (roles[phrase.role] ?? []) : [];
  if ('all' in phrase) return phrase.all.flatMap((one) => entitiesOf(one, roles));
  return [];
}

export function sameEntities(a: readonly Entity[], b: readonly Entity[]): boolean {
  if (a.length !== b.length) return false;
  const ids = new Set(a.map(identity));
  return b.every((entity) => ids.has(identity(entity)));
}

/** Whether there is anything to say: a role that nobody fills leaves its phrase unsaid. */
export function isFilled(phrase: Phrase, roles: Roles): boolean {
  if ('role' in phrase) return (roles[phrase.role]?.length ?? 0) > 0;
  if ('all' in phrase) return phrase.all.some((one) => isFilled(one, roles));
  return true;
}

function bareNoun(noun: Noun): string {
  const words = cleanText(noun.noun);
  return noun.count === undefined || noun.count === 1 || isMass(words) ? words : plural(words);
}

/**
 * A common noun with its determiner or number. A count is said where there is no determiner (`two sacks`); after `the`
 * and `none` it only makes the plural (`the sacks`, `ran out of rounds`). `owner` is the possessive for `own`.
 */
export function sayNoun(noun: Noun, owner: string, ownerIsPlural = false): string {
  const words = cleanText(noun.noun);
  if (noun.unit !== undefined && noun.count !== undefined) {
    const amount = amountWords(noun.count, noun.unit, words);
    if (noun.of === 'own') return `${owner} ${amount}`;
    return noun.of === 'the' ? `the ${amount}` : amount;
  }
  const counted = noun.count === undefined ? '' : `${countWords(noun.count)} `;
  switch (noun.of) {
    case 'the':
      return `the ${bareNoun(noun)}`;
    case 'no':
      return `no ${noun.count === undefined ? words : plural(words)}`;
    case 'none':
      return bareNoun(noun);
    case 'own':
      return `${owner} ${counted}${ownerIsPlural && noun.count === undefined && !isMass(words) ? plural(words) : bareNoun(noun)}`;
    case 'a':
      return counted === '' ? `${article(words)} ${words}` : counted + bareNoun(noun);
    case 'some':
      return `some ${noun.count === undefined ? words : counted.replace(/^(?:some|about) /, '')}${noun.count === undefined ? '' : bareNoun(noun)}`;
    default:
      if (counted !== '') return counted + bareNoun(noun);
      return isMass(words) || isPlural(words) ? words : `${article(words)} ${words}`;
  }
}

function names(entities: readonly Entity[], discourse: Discourse): string {
  const shown = entities.length > longestList ? entities.slice(0, longestList - 1) : entities;
  const said = namesOf(shown, discourse);
  if (shown.length < entities.length) said.push(`${countWords(entities.length - shown.length)} others`);
  if (entities.length > 1) discourse.named.set(entities.map(identity).join('|'), discourse.sentence);
  return list([...new Set(said)]);
}

/** Groups of which one bears the name of whom the clause is about: `Jace brought his band up`, `Leila led her own people`. */
function ownGroup(
  entities: readonly Entity[],
  as: Case,
  { discourse }: Saying,
  subject: readonly Entity[],
): string | null {
  const [who] = subject;
  if (as !== 'object' || subject.length !== 1 || who === undefined || who.kind !== 'person') return null;
  const owner = `${possessive(shownName(who), false)} `;
  const pronoun = boundPronoun(subject, 'possessive');
  const shown = entities.map(shownName);
  if (pronoun === null || entities.length > longestList || !shown.some((name) => name.startsWith(owner))) return null;
  const own = shown.map((name) => (name.startsWith(owner) ? `${pronoun} ${name.slice(owner.length)}` : name));
  return hasRival(subject, discourse) && !own.some((name) => name.startsWith(`${pronoun} own `)) ? null : list(own);
}

function sayEntities(entities: readonly Entity[], as: Case, saying: Saying, subject: readonly Entity[]): string {
  const { discourse } = saying;
  const isSubject = sameEntities(entities, subject);
  let said: string | null = null;
  if (isSubject && as === 'object') said = boundPronoun(entities, 'reflexive');
  else if (isSubject && as === 'possessive') {
    said = boundPronoun(entities, 'possessive');
    if (said !== null && hasRival(entities, discourse)) said = `${said} own`;
  } else
    said =
      ownGroup(entities, as, saying, subject) ?? pronounFor(entities, as, discourse, as === 'object' ? subject : []);
  // `Esra's wound`: whose side somebody is on is no part of what is theirs.
  if (as === 'possessive') for (const one of entities) discourse.introduced.add(identity(one));
  const words = said ?? names(entities, discourse);
  mention(entities, discourse);
  return as === 'possessive' && said === null ? possessive(words, arePlural(entities)) : words;
}

/** A noun phrase in a case. `subject` is the subject of its clause, to which `own` and `-self` point back. */
export function sayPhrase(phrase: Phrase, as: Case, saying: Saying, subject: readonly Entity[]): string {
  if ('role' in phrase) {
    const entities = saying.roles[phrase.role] ?? [];
    if (entities.length === 0)
      return phrase.possessed === undefined ? 'somebody' : sayNoun(phrase.possessed, "somebody's");
    if (phrase.possessed === undefined) return sayEntities(entities, as, saying, subject);
    const owner = sayEntities(entities, 'possessive', saying, subject);
    const { of: _determiner, ...noun } = phrase.possessed;
    return sayNoun({ ...noun, of: 'own' }, owner, entities.length > 1);
  }
  if ('all' in phrase) {
    const filled = phrase.all.filter((one) => isFilled(one, saying.roles));
    if (filled.every((one) => 'role' in one && one.possessed === undefined))
      return sayEntities(entitiesOf(phrase, saying.roles), as, saying, subject);
    return list(filled.map((one) => sayPhrase(one, as, saying, subject)));
  }
  const owner = phrase.of === 'own' ? (boundPronoun(subject, 'possessive') ?? 'their') : '';
  return sayNoun(phrase, subject.length === 0 && owner !== '' ? 'its' : owner, subject.length > 1);
}

/** Whether the verb after this phrase is plural. */
export function isPluralPhrase(phrase: Phrase, roles: Roles): boolean {
  if ('role' in phrase) {
    if (phrase.possessed !== undefined) return (phrase.possessed.count ?? 1) !== 1 || isPlural(phrase.possessed.noun);
    return arePlural(roles[phrase.role] ?? []);
  }
  if ('all' in phrase) return phrase.all.filter((one) => isFilled(one, roles)).length > 1;
  if (isMass(phrase.noun) || phrase.unit !== undefined) return (phrase.count ?? 1) > 1 && phrase.unit !== undefined;
  return (phrase.count ?? 1) !== 1 || isPlural(phrase.noun);
}
