import type { Entity } from '../told.ts';
import { isPlural, list, plural, possessive, singular } from './nouns.ts';
import { cleanText, identity, shownName } from './names.ts';

/** Case of a pronoun: `she`, `her`, `her` (arm), `herself`. */
export type Case = 'subject' | 'object' | 'possessive' | 'reflexive';

type Gender = 'she' | 'he' | 'they' | 'it' | 'any';

/** Somebody whom a sentence has mentioned. */
export interface Mention {
  readonly id: string;
  readonly gender: Gender;
  /** Mentioned only within a list or in passing: could be taken for somebody else, but is not picked up by a pronoun. */
  readonly listed: boolean;
}

/**
 * What a reader has in mind at a point of a text: who was mentioned in this sentence and in the one before, and how long
 * ago each was named. A pronoun is allowed only to somebody whom nobody else in mind could be taken for.
 */
export interface Discourse {
  previous: Mention[];
  current: Mention[];
  /** Number of the sentence in which each was last named. */
  readonly named: Map<string, number>;
  /** Those whose side has been said. */
  readonly introduced: Set<string>;
  sentence: number;
  /** What strangers are called, as a prisoner is, in place of their side. */
  called: ReadonlyMap<string, string>;
  /** Those who have been called so. */
  readonly titled: Set<string>;
  /** Who is named is known already, as those are whom one has a past with: nobody is introduced. */
  familiar: boolean;
  /** The teller's own side; people of others are introduced with theirs. Absent: sides are not spoken of. */
  readonly home?: string;
}

const pronouns: Readonly<Record<Exclude<Gender, 'any'>, Readonly<Record<Case, string>>>> = {
  she: { subject: 'she', object: 'her', possessive: 'her', reflexive: 'herself' },
  he: { subject: 'he', object: 'him', possessive: 'his', reflexive: 'himself' },
  they: { subject: 'they', object: 'them', possessive: 'their', reflexive: 'themselves' },
  it: { subject: 'it', object: 'it', possessive: 'its', reflexive: 'itself' },
};

/** After so many sentences with pronouns alone a reader is given the name again. */
const longestChain = 3;

export function newDiscourse(home?: string): Discourse {
  const state = {
    previous: [],
    current: [],
    named: new Map(),
    introduced: new Set<string>(),
    sentence: 0,
    called: new Map<string, string>(),
    titled: new Set<string>(),
    familiar: false,
  };
  return home === undefined ? state : { ...state, home };
}

/** A new sentence begins. */
export function nextSentence(discourse: Discourse): void {
  discourse.previous = discourse.current;
  discourse.current = [];
  discourse.sentence++;
}

/** A new section begins: everybody is named again. */
export function forgetMentions(discourse: Discourse): void {
  discourse.previous = [];
  discourse.current = [];
  discourse.named.clear();
}

function genderOf(entities: readonly Entity[]): Gender {
  const [only] = entities;
  if (entities.length !== 1 || only === undefined) return 'they';
  if (only.kind === 'group') return 'they';
  return only.kind === 'person' ? (only.gender ?? 'any') : 'it';
}

function idOf(entities: readonly Entity[]): string {
  return entities.map(identity).join('|');
}

/** Notes that these were mentioned; a list is in mind as a whole and each of it alone. */
export function mention(entities: readonly Entity[], discourse: Discourse): void {
  const add = (each: readonly Entity[], listed: boolean) => {
    const id = idOf(each);
    const known = discourse.current.findIndex((one) => one.id === id);
    if (known < 0) discourse.current.push({ id, gender: genderOf(each), listed });
    else if (!listed) discourse.current[known] = { id, gender: genderOf(each), listed };
  };
  add(entities, false);
  if (entities.length > 1) for (const one of entities) add([one], true);
}

/** All mentioned in this sentence but those given were only mentioned in passing: no pronoun picks them up. */
export function recede(discourse: Discourse, but: ReadonlySet<string>): void {
  discourse.current = discourse.current.map((known) => (but.has(known.id) ? known : { ...known, listed: true }));
}

function couldBe(mentioned: Gender, gender: Gender): boolean {
  return mentioned === gender || (mentioned === 'any' && gender !== 'it');
}

/**
 * The pronoun for these in a case, or null where a reader could take it for another. `apart` are those who cannot be
 * meant anyway: the object of a clause is never its subject, else it would be `herself`.
 */
export function pronounFor(
  entities: readonly Entity[],
  as: Case,
  discourse: Discourse,
  apart: readonly Entity[] = [],
): string | null {
  const gender = genderOf(entities);
  const id = idOf(entities);
  if (gender === 'any' || gender === 'it') return null;
  const isHere = (known: Mention) => known.id === id && !known.listed;
  // Whoever this sentence has mentioned is nearer to the reader than all of the sentence before.
  const inMind = discourse.current.some(isHere) ? discourse.current : [...discourse.previous, ...discourse.current];
  if (!inMind.some(isHere)) return null;
  if (discourse.sentence - (discourse.named.get(id) ?? -longestChain) >= longestChain) return null;
  const out = new Set([id, ...apart.map(identity), ...(apart.length > 1 ? [idOf(apart)] : [])]);
  if (entities.length > 1) for (const one of entities) out.add(identity(one));
  const rival = inMind.some((known) => !out.has(known.id) && couldBe(known.gender, gender));
  return rival ? null : pronouns[gender][as];
}

/** `herself`, `their`: for the subject of the same clause, where the grammar alone says who is meant. */
export function boundPronoun(entities: readonly Entity[], as: 'reflexive' | 'possessive'): string | null {
  const gender = genderOf(entities);
  if (gender === 'any') return as === 'possessive' ? 'their' : null;
  if (gender === 'they' && as === 'reflexive' && entities.length === 1 && entities[0]?.kind === 'person')
    return 'themself';
  return pronouns[gender][as];
}

/** Whether somebody mentioned in this sentence could be taken for the owner of a possessive pronoun. */
export function hasRival(entities: readonly Entity[], discourse: Discourse): boolean {
  const gender = genderOf(entities);
  const ids = new Set([idOf(entities), ...entities.map(identity)]);
  return discourse.current.some(
    (known) => !ids.has(known.id) && couldBe(known.gender, gender === 'any' ? 'they' : gender),
  );
}

function isStranger(entity: Entity, discourse: Discourse): boolean {
  const { side } = entity;
  if (entity.kind !== 'person' || side === undefined || discourse.home === undefined || side === discourse.home)
    return false;
  // Whose side bears their name need not be told.
  if (cleanText(side).startsWith(possessive(shownName(entity), false))) return false;
  if (discourse.familiar) discourse.introduced.add(identity(entity));
  return !discourse.introduced.has(identity(entity)) && /^\p{Lu}/u.test(shownName(entity)) && cleanText(side) !== '';
}

/** `raider` for the side `raiders`; null where members have no name of their own, as for `ferry folk`. */
function memberOf(side: string): string | null {
  const name = cleanText(side);
  return /^\p{Ll}/u.test(name) && !name.startsWith('the ') && isPlural(name) && singular(name) !== name
    ? singular(name)
    : null;
}

/** In a list those who are called something stand last, together: `Ann, Bede and the prisoners Hale and Gil`. */
function namesWithTitles(
  entities: readonly Entity[],
  called: readonly (string | undefined)[],
  discourse: Discourse,
): string[] {
  const title = called.find((one) => one !== undefined) ?? '';
  const those = entities.filter((_, at) => called[at] !== undefined);
  const others = entities.filter((_, at) => called[at] === undefined);
  for (const one of entities) {
    discourse.introduced.add(identity(one));
    discourse.named.set(identity(one), discourse.sentence);
  }
  for (const one of those) discourse.titled.add(identity(one));
  return [...others.map(shownName), `the ${those.length > 1 ? plural(title) : title} ${list(those.map(shownName))}`];
}

/** The names of several; strangers of one side are introduced together: `the raiders Wicks and Lorne`. */
export function namesOf(entities: readonly Entity[], discourse: Discourse): string[] {
  const called = entities.map((entity) => discourse.called.get(identity(entity)));
  if (entities.length > 1 && called.some((title) => title !== undefined))
    return namesWithTitles(entities, called, discourse);
  const side = entities[0]?.side;
  const strange = entities.filter((one) => one.side === side && isStranger(one, discourse));
  const together = entities.length > 1 && strange.length === entities.length;
  if (entities.length > 1 && side !== undefined && memberOf(side) === null) {
    // In a list nobody is set off by commas: `Ralf and Tor of the Fell men`.
    for (const one of entities) discourse.introduced.add(identity(one));
    const said = entities.map((entity) => nameOf(entity, discourse));
    const last = said.pop() ?? '';
    return [...said, together ? `${last} of ${shownName({ name: side, kind: 'group' })}` : last];
  }
  if (!together || side === undefined) return entities.map((entity) => nameOf(entity, discourse));
  for (const entity of entities) discourse.introduced.add(identity(entity));
  return entities.map((entity, at) => (at === 0 ? `the ${cleanText(side)} ` : '') + nameOf(entity, discourse));
}

/** The name, with the side of a stranger the first time: `the raider Corrin`, `Corrin of Tallow Road`. */
export function nameOf(entity: Entity, discourse: Discourse): string {
  const id = identity(entity);
  const name = shownName(entity);
  discourse.named.set(id, discourse.sentence);
  const title = discourse.called.get(id);
  if (title !== undefined && !discourse.titled.has(id)) {
    discourse.titled.add(id);
    discourse.introduced.add(id);
    return `the ${title} ${name}`;
  }
  if (!isStranger(entity, discourse)) return name;
  discourse.introduced.add(id);
  const side = entity.side ?? '';
  const member = memberOf(side);
  if (member !== null) return `the ${member} ${name}`;
  const group = shownName({ name: side, kind: 'group' });
  return isPlural(cleanText(side)) ? `${name}, one of ${group},` : `${name} of ${group}`;
}
